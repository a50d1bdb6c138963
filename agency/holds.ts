import { joinDrafts, put, unchanged, type Draft, type DueRow } from '../core/commit.ts';
import { draftNotice, type Recipient } from '../core/notification.ts';
import { artists, holds, venues } from '../core/records/agency.ts';
import { leads } from '../core/records/booking.ts';
import { type Step } from '../core/turn.ts';
import { type Artist } from '../domain/artist.ts';
import { type Hold } from '../domain/date-booking.ts';
import { addDays, dayAt, instantOf, type Day } from '../domain/day.ts';
import { rankFor, type HoldChange } from '../domain/holds.ts';
import { guardedStatuses, withEvent, type Lead } from '../domain/lead.ts';
import { calendarJobs } from './leads.ts';
import { recipients } from './recipients.ts';
import { withdrawApproval } from './withdraw-approval.ts';
import { dayName, placeName } from './wording.ts';

/** An option about to be placed for an opportunity. */
export interface Placing {
  /** The options that hold the act on that day, first rank first. */
  readonly live: readonly Hold[];
  readonly day: Day;
  readonly rank: number | null;
  readonly validUntil: Day;
  readonly by: string;
}

/** Places an option: the record, its end and the reminder before it. The opportunity that now has it is the caller's to write. Null: there is no room. */
export function placeHold(step: Step, lead: Lead, placing: Placing): { hold: Hold; lead: Lead; draft: Draft } | null {
  const found = rankFor(placing.live, placing.rank);
  if (found === null) return null;
  const { rank } = found;
  const hold: Hold = {
    id: `hold-${step.random.token()}`,
    artist: lead.artist,
    venue: lead.venue,
    day: placing.day,
    rank,
    validUntil: placing.validUntil,
    state: 'held',
    cast: null,
    lead: lead.id,
    placedAt: step.now,
    challenge: null,
    releasesBySilence: false,
  };
  const status = guardedStatuses.has(lead.status) ? lead.status : 'option';
  const placed = withEvent(
    { ...lead, day: placing.day, hold: hold.id, status },
    { at: step.now, by: placing.by, what: 'hold', from: null, to: `held.${rank}`, note: placing.validUntil },
  );
  return {
    hold,
    lead: placed,
    draft: {
      writes: [put(holds, hold)],
      due: deadlinesOf(hold, step),
    },
  };
}

const remindDaysBefore = 3;

/** When an option runs out, and the morning a few days before on which its booker is reminded. */
export function deadlinesOf(
  hold: Hold,
  step: { readonly now: number; readonly agency: { readonly timezone: string } },
): DueRow[] {
  const zone = step.agency.timezone;
  const payload = { hold: hold.id };
  const ends = instantOf(addDays(hold.validUntil, 1), '00:00', zone);
  const reminder = instantOf(addDays(hold.validUntil, -remindDaysBefore), '10:00', zone);
  return [
    { id: `hold:${hold.id}:expire`, kind: 'hold.expire', at: ends, payload },
    ...(reminder > step.now ? [{ id: `hold:${hold.id}:ending`, kind: 'hold.ending', at: reminder, payload }] : []),
  ];
}

/** The due rows that an option no longer needs. */
function rowsOf(hold: Hold): string[] {
  return ['expire', 'ending', 'challenge'].map((what) => `hold:${hold.id}:${what}`);
}

/** How a change of options came about. */
export interface HoldCause {
  /** Null when time itself ended one. */
  readonly by: string | null;
  /** The opportunity whose own record and open decision the caller writes. */
  readonly apart?: string;
  /** What the cards of a decision that falls with its option say. */
  readonly why?: 'released' | 'taken';
}

/**
 * Writes what became of the options of a day: those gone, with the decisions that waited on them, and those that moved up,
 * whose bookers are told once. Callers guard the act's calendar, which every option bumps.
 */
export async function draftHoldChange(step: Step, change: HoldChange, cause: HoldCause): Promise<Draft> {
  const drafts = await Promise.all(
    change.changed.map(async (hold) => {
      const promotion = change.promoted.find((one) => one.hold.id === hold.id);
      const gone = hold.state === 'held' ? [] : rowsOf(hold);
      const told = promotion === undefined ? {} : await tellPromotion(step, hold, promotion.from);
      return joinDrafts({ writes: [put(holds, hold)], cancel: gone }, await followLead(step, hold, cause), told);
    }),
  );
  return joinDrafts(...drafts);
}

/** The opportunity behind an option learns what became of it. */
async function followLead(step: Step, hold: Hold, cause: HoldCause): Promise<Draft> {
  const found = hold.lead === null || hold.lead === cause.apart ? null : await step.store.get(leads, hold.lead);
  if (found === null) return {};
  const { value } = found;
  const gone = hold.state !== 'held';
  // What waited for a decision about this option waits no longer; a deal stays a deal.
  const falls = gone && hold.state !== 'confirmed' && (value.status === 'option' || value.status === 'to-approve');
  const status = falls ? 'negotiating' : value.status;
  const to = gone ? hold.state : `held.${hold.rank}`;
  const event = { at: step.now, by: cause.by, what: 'hold' as const, from: null, to, note: null };
  const changed = withEvent({ ...value, status, hold: gone && hold.state !== 'confirmed' ? null : hold.id }, event);
  const waiting = falls ? await withdrawApproval(step, value.id, cause.why ?? 'released') : {};
  return joinDrafts(waiting, {
    guards: [unchanged(leads, found)],
    writes: [put(leads, changed)],
    jobs: calendarJobs(changed, [hold.day]),
  });
}

/** Whoever booked an option; the act's bookers where nobody is named. */
export async function bookersOf(step: Step, hold: Hold, artist: Pick<Artist, 'bookers'>): Promise<Recipient[]> {
  const lead = hold.lead === null ? null : await step.store.get(leads, hold.lead);
  const ids = lead === null ? artist.bookers : [lead.value.booker];
  return recipients(step.store, ids, dayAt(step.now, step.agency.timezone));
}

/** « Tu passes en option 1 », to whoever booked it; to the act's bookers where nobody is named. */
async function tellPromotion(step: Step, hold: Hold, from: number): Promise<Draft> {
  const [artist, venue] = await Promise.all([step.store.get(artists, hold.artist), step.store.get(venues, hold.venue)]);
  if (artist === null) return {};
  const told = await bookersOf(step, hold, artist.value);
  return joinDrafts(
    ...told.map((booker) => {
      const texts = step.textsOf(booker.person.locale);
      const text = texts.say('hold-promoted', {
        artist: artist.value.name,
        venue: placeName(venue?.value),
        day: [{ text: dayName(step, texts, hold.day), style: 'bold' }],
        rank: hold.rank,
        from,
        until: dayName(step, texts, hold.validUntil),
      });
      const id = `${hold.id}.rank${hold.rank}.${booker.person.id}`;
      return draftNotice({ id, severity: 'info', text: [...text] }, booker, {
        now: step.now,
        random: step.random,
        texts,
      });
    }),
  );
}
