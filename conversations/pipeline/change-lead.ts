import { put, unchanged, type Draft, type DueRow } from '../../core/commit.ts';
import { leads } from '../../core/records/booking.ts';
import { type Versioned } from '../../core/store.ts';
import { type Services } from '../../core/turn.ts';
import { addDays, dayAt, instantOf, type Day } from '../../domain/day.ts';
import { closedStatuses, leadStatusSchema, maySet, withEvent, type Lead, type LeadStatus } from '../../domain/lead.ts';
import { afterWorkingHours } from '../../domain/working-hours.ts';

/**
 * Whether a hand may set this status. Besides what only managers decide, an option stands on the opportunity as long as it
 * holds: it is let go or confirmed by its own buttons, and « Option » is never said of a date without one.
 */
export function mayMark(lead: Lead, to: LeadStatus): boolean {
  if (!maySet(lead.status, to)) return false;
  if (to === 'contract-signed') return true;
  return lead.hold === null && to !== 'option';
}

/** The statuses somebody may set by hand now, in their usual order. */
export function settable(lead: Lead): LeadStatus[] {
  return leadStatusSchema.options.filter((status) => mayMark(lead, status));
}

/** Statuses that say that somebody has just written to or heard from the organiser. */
const contacts: ReadonlySet<LeadStatus> = new Set(['sent', 'chased', 'replied', 'negotiating']);

/** Who changes something and when. */
export interface Change {
  readonly at: number;
  readonly by: string;
  /** The agency's zone: « aujourd'hui » ends there. */
  readonly zone: string;
}

/** The same opportunity in another status; what was to be done today is done with a contact, and nothing is left to do on a closed one. */
export function withStatus(lead: Lead, to: LeadStatus, change: Change): Lead {
  const contacted = contacts.has(to);
  const followUp = closedStatuses.has(to) || (contacted && isDue(lead, change)) ? null : lead.followUp;
  const lastContactAt = contacted ? change.at : lead.lastContactAt;
  const event = { at: change.at, by: change.by, what: 'status' as const, from: lead.status, to, note: null };
  return withEvent({ ...lead, status: to, lastContactAt, followUp }, event);
}

/** Statuses that a chase moves on to « Relancé »; further on it is only a contact more. */
const chasable: ReadonlySet<LeadStatus> = new Set(['to-send', 'draft', 'sent', 'chased', 'postponed']);

/** Somebody chased the organiser: status, contact, and what was due is done. What stands further than « Relancé » stays there. */
export function chased(lead: Lead, change: Change): Lead {
  if (lead.status !== 'chased' && chasable.has(lead.status) && mayMark(lead, 'chased'))
    return withStatus(lead, 'chased', change);
  const event = { at: change.at, by: change.by, what: 'note' as const, from: 'contact', to: 'chased', note: null };
  const followUp = isDue(lead, change) ? null : lead.followUp;
  return withEvent({ ...lead, lastContactAt: change.at, followUp }, event);
}

/** Whether something is to be done today or should have been before. */
export function isDue({ followUp }: Pick<Lead, 'followUp'>, { at, zone }: Omit<Change, 'by'>): boolean {
  return followUp !== null && dayAt(followUp.at, zone) <= dayAt(at, zone);
}

/** The same opportunity with something to do at an instant, or with that done (null). */
export function withFollowUp(lead: Lead, followUp: { at: number; note: string } | null, change: Change): Lead {
  const to = followUp === null ? 'done' : dayAt(followUp.at, change.zone);
  const note = followUp === null ? (lead.followUp?.note ?? null) : followUp.note === '' ? null : followUp.note;
  const event = { at: change.at, by: change.by, what: 'note' as const, from: 'follow-up', to, note };
  return withEvent({ ...lead, followUp: followUp === null ? null : { ...followUp, by: change.by } }, event);
}

/** The step that writes an opportunity, with the reminder of what is to be done about it as it is now. */
export function writeLead(before: Versioned<Lead>, after: Lead): Draft {
  const row = followUpRow(after);
  const gone = before.value.followUp !== null && row === null;
  return {
    guards: [unchanged(leads, before)],
    writes: [put(leads, after)],
    due: row === null || after.followUp?.at === before.value.followUp?.at ? [] : [row],
    cancel: gone ? [rowId(after.id)] : [],
  };
}

function rowId(lead: string): string {
  return `lead:${lead}:follow-up`;
}

/** The reminder of what is to be done about an opportunity; null when nothing is. */
export function followUpRow({ id, followUp }: Pick<Lead, 'id' | 'followUp'>): DueRow | null {
  if (followUp === null) return null;
  return { id: rowId(id), kind: 'lead.follow-up', at: followUp.at, payload: { lead: id, at: followUp.at } };
}

const morning = '09:00';
const soonMs = 2 * 3_600_000;

/** Nine in the morning of that day; in two hours when that has gone by. */
export function morningOf(services: Services, day: Day): number {
  const at = instantOf(day, morning, services.agency.timezone);
  return at > services.now ? at : services.now + soonMs;
}

const threeWorkingDays = 27;

/** The working day after the next two: Monday's Thursday, Wednesday's Monday. */
export function inThreeWorkingDays(services: Services): Day {
  const zone = services.agency.timezone;
  // From noon, so that the hours end within a day and not between two.
  const noon = instantOf(dayAt(services.now, zone), '12:00', zone);
  return dayAt(afterWorkingHours(noon, threeWorkingDays, zone, services.holidays), zone);
}

/** The day so many days from now. */
export function daysAhead(services: Services, count: number): Day {
  return addDays(dayAt(services.now, services.agency.timezone), count);
}
