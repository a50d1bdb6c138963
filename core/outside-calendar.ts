import { type Day } from '../domain/day.ts';

/** A date of an act as its shared calendar shows it. */
export interface CalendarEntry {
  /** Ours, derived from what it shows: 5 to 1,024 characters of [a-v0-9], so that writing it twice is writing it once. */
  readonly id: string;
  readonly calendar: string;
  readonly title: string;
  readonly description: string;
  readonly location: string;
  /** An option is tentative, a show confirmed; a cancelled entry stays known under its id. */
  readonly status: 'tentative' | 'confirmed' | 'cancelled';
  readonly when:
    | { readonly type: 'day'; readonly day: Day }
    /** Instants in milliseconds; the zone in which people read them. */
    | { readonly type: 'timed'; readonly from: number; readonly to: number; readonly zone: string };
}

/** What became of an entry: written, with a page to open, or not written because no calendar service is connected. */
export type CalendarOutcome = { readonly type: 'written'; readonly link: string | null } | { readonly type: 'off' };

/** What the service says of an id of ours. */
export type CalendarSight =
  | { readonly type: 'present'; readonly status: CalendarEntry['status']; readonly link: string | null }
  | { readonly type: 'absent' }
  | { readonly type: 'off' };

/** Shared calendars outside, such as Google's. Writing is by our own id: the same entry again changes nothing. */
export interface OutsideCalendar {
  /** False when no service is connected: nothing is written anywhere, and people are told so. */
  readonly connected: boolean;
  /**
   * Makes the calendar show this entry: creates it, changes it, revives one that had been cancelled, or cancels it.
   * @throws RegieError `calendar.…`, temporary (limits, network, 5xx) or permanent (no such calendar, no right to it)
   */
  readonly put: (entry: CalendarEntry) => Promise<CalendarOutcome>;
  /** Looks an entry up by its id, for a caller who does not know whether a write of theirs arrived. */
  readonly look: (calendar: string, id: string) => Promise<CalendarSight>;
}
