import { absent, joinDrafts, put, unchanged, type Draft, type JobEntry } from '../core/commit.ts';
import { jobOf } from '../core/job.ts';
import { artists, holds, shows } from '../core/records/agency.ts';
import { counters, leads } from '../core/records/booking.ts';
import { type Records, type Versioned } from '../core/store.ts';
import { type Turn } from '../core/turn.ts';
import { type Hold, type Show } from '../domain/date-booking.ts';
import { employerOf, noTimes, type DealTerms } from '../domain/deal-terms.ts';
import { type Day } from '../domain/day.ts';
import { type Lead } from '../domain/lead.ts';
import { bookingCalendar } from '../jobs/booking/calendar.job.ts';

/** What an opportunity begins with. */
export interface LeadStart {
  readonly artist: string;
  readonly venue: string;
  readonly day: Day | null;
  readonly terms: DealTerms;
  readonly lot: number | null;
  /** Who books it. */
  readonly booker: string;
}

/** A new opportunity, under the next number; the step that writes it adds its own changes first. */
export async function startLead(turn: Turn, start: LeadStart): Promise<{ lead: Lead; draft: Draft }> {
  const counter = await turn.store.get(counters, 'leads');
  const number = (counter?.value.last ?? 0) + 1;
  const lead: Lead = {
    id: `deal-${number}-${turn.random.token().slice(0, 8)}`,
    number,
    ...start,
    status: 'negotiating',
    hold: null,
    show: null,
    createdAt: turn.now,
    lastContactAt: turn.now,
    followUp: null,
    history: [{ at: turn.now, by: turn.person.id, what: 'created', from: null, to: null, note: null }],
    changes: 1,
    change: null,
    link: null,
    revision: 1,
  };
  return {
    lead,
    draft: {
      guards: [counter === null ? absent(counters, 'leads') : unchanged(counters, counter), absent(leads, lead.id)],
      writes: [put(counters, { id: 'leads', last: number })],
    },
  };
}

/** The opportunity behind an option or a show: its own, or a new one for a date that was never written down as a deal. */
export async function leadBehind(turn: Turn, date: Hold | Show): Promise<{ lead: Lead; draft: Draft }> {
  const known = date.lead === null ? null : await turn.store.get(leads, date.lead);
  if (known !== null) return { lead: known.value, draft: { guards: [unchanged(leads, known)] } };
  const { artist, venue, day } = date;
  const act = await turn.store.get(artists, artist);
  const bookers = act?.value.bookers ?? [];
  // Whoever asks may be its manager; prime, reminders and letters are for somebody who books the act.
  const booker = bookers.includes(turn.person.id) ? turn.person.id : (bookers[0] ?? turn.person.id);
  const { lead, draft } = await startLead(turn, { artist, venue, day, terms: termsOf(date), lot: null, booker });
  const adopted: Lead =
    'rank' in date ? { ...lead, status: 'option', hold: date.id } : { ...lead, status: 'deal', show: date.id };
  const linked = 'rank' in date ? put(holds, { ...date, lead: lead.id }) : put(shows, { ...date, lead: lead.id });
  return { lead: adopted, draft: joinDrafts(draft, { writes: [linked] }) };
}

/** What a bare date says about its terms: its hours, and a cession, as most are. */
function termsOf(date: Hold | Show): DealTerms {
  const times =
    'rank' in date
      ? noTimes
      : { arrival: date.arrival, soundcheck: date.soundcheck, doors: date.doors, set: date.set, end: date.end };
  const none = { price: null, entry: null, vhr: null, conditions: null, embargo: null, exclusivity: null };
  return { kind: 'cession', employer: employerOf.cession, times, ...none };
}

/** The opportunity people mean by a number. */
export async function leadByNumber(store: Records, number: number): Promise<Versioned<Lead> | null> {
  const [found] = await store.find(leads, { name: 'number', value: String(number) });
  return found ?? null;
}

/** Asks for the outside calendar to follow what became of this opportunity, on its day and on any other it left. */
export function calendarJobs(lead: Lead, left: readonly Day[] = []): JobEntry[] {
  const days = [...new Set([...(lead.day === null ? [] : [lead.day]), ...left])];
  return days.map((day) => jobOf(bookingCalendar, { lead: lead.id, day, change: lead.changes }));
}
