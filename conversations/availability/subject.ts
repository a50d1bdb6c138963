import { addDays, dayAt, daysBetween, daysFromTo, parseDay, type Day } from '../../domain/day.ts';
import { type Services } from '../../core/turn.ts';

/** What a card of dates is about: an act, its days in order, and where it would play, if somebody said so. */
export interface Subject {
  readonly artist: string;
  readonly days: readonly Day[];
  readonly venue: string | null;
}

/** Longer stretches are not looked at in one go. */
export const mostDays = 400;

const nowhere = '-';

/** A subject as it stands in the key of a button: the button alone says what to show. */
export function subjectKey({ artist, days, venue }: Subject): string {
  return `${artist}/${daysKey(days)}/${venue ?? nowhere}`;
}

/** `2027-03-01~30` for thirty days more without a gap, `2027-03-06.7.14` for days so far from the first. */
function daysKey(days: readonly Day[]): string {
  const [first] = days;
  if (first === undefined) return '';
  const offsets = days.slice(1).map((day) => daysBetween(first, day));
  const isWhole = offsets.every((offset, index) => offset === index + 1);
  return isWhole ? `${first}~${offsets.length}` : [first, ...offsets].join('.');
}

/** The subject of a button; null when it says none. `rest` is what stands behind it. */
export function subjectIn(key: string): (Subject & { readonly rest: readonly string[] }) | null {
  const [artist = '', written = '', venue = nowhere, ...rest] = key.split('/');
  const days = daysIn(written);
  if (artist === '' || days.length === 0) return null;
  return { artist, days, venue: venue === nowhere ? null : venue, rest };
}

function daysIn(written: string): Day[] {
  const [, from = '', length] = /^(\d{4}-\d\d-\d\d)~(\d{1,3})$/.exec(written) ?? [];
  const [start, ...offsets] = written.split('.');
  const first = parseDay(length === undefined ? (start ?? '') : from);
  if (first === null) return [];
  if (length !== undefined) return daysFromTo(first, addDays(first, Math.min(Number(length), mostDays)));
  return [first, ...offsets.slice(0, mostDays).map((offset) => addDays(first, Number(offset)))];
}

/** Today where the agency is: its days are what acts are booked on. */
export function agencyToday({ now, agency }: Services): Day {
  return dayAt(now, agency.timezone);
}

/** The month of a day, `2027-03`. */
export function monthOf(day: Day): string {
  return day.slice(0, 7);
}

/** The month so many after this one. */
export function monthAfter(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const index = year * 12 + number - 1 + count;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** The days of a month that are not over; none of a month that is. */
export function daysOfMonth(month: string, today: Day): Day[] {
  const [first, next] = [parseDay(`${month}-01`), parseDay(`${monthAfter(month, 1)}-01`)];
  if (first === null || next === null) return [];
  return daysFromTo(first > today ? first : today, addDays(next, -1));
}

/** The days by month, in order. */
export function byMonth<T extends { readonly day: Day }>(dates: readonly T[]): (readonly [string, T[]])[] {
  const months = new Map<string, T[]>();
  for (const date of dates) months.set(monthOf(date.day), [...(months.get(monthOf(date.day)) ?? []), date]);
  return [...months];
}
