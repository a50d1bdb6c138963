import { timeTable } from './availability/time-table.ts';
import { type Show } from './date-booking.ts';
import { type Day } from './day.ts';

/** When something in a calendar takes place: whole days, the last one included, or instants in milliseconds. */
export type FiledTime =
  | { readonly type: 'day'; readonly day: Day }
  | { readonly type: 'days'; readonly first: Day; readonly last: Day }
  | { readonly type: 'timed'; readonly from: number; readonly to: number };

/** A date as a calendar file carries it. */
export interface FiledDate {
  /** The same for as long as it is the same date, whatever becomes of it. */
  readonly uid: string;
  /** Counts its changes: a file with a lower number never replaces one with a higher (RFC 5546, 2.1.4). */
  readonly sequence: number;
  readonly status: 'tentative' | 'confirmed' | 'cancelled';
  readonly when: FiledTime;
  readonly title: string;
  /** Empty: not said. */
  readonly location: string;
  /** Empty: not said. */
  readonly description: string;
  /** When the file was made, in milliseconds. */
  readonly madeAt: number;
}

/**
 * When a show stands in a calendar: from arrival to its end, which for an end before 06:00 is on the morning after; the whole
 * day while a time is unknown or the two cannot be right. The margin that a show takes of its players is not part of it.
 */
export function filedTime(show: Show, zone: string): FiledTime {
  const played = timeTable(zone).played(show);
  return played === null ? { type: 'day', day: show.day } : { type: 'timed', from: played.from, to: played.to };
}
