import { type Show } from '../date-booking.ts';
import { addDays, type Day } from '../day.ts';
import { hourKeys, hourOf, hourRank, type DaySheet } from './sheet.ts';

/** A date somebody is on the road for. */
interface Dated {
  readonly show: Show;
  readonly sheet: DaySheet;
}

/**
 * The date that is meant by somebody who names none: of today's the one with the next hour to come, else the one nobody knows
 * the hours of, else the last; on a day without any, the one they leave for, the next, and last night's, from which they are
 * driving home. `today` is the agency day, `now` its time.
 */
export function nearestDate<T extends Dated>(dates: readonly T[], today: Day, now: string): T | null {
  const ordered = [...dates].sort((a, b) => a.show.day.localeCompare(b.show.day) || lastOf(a).localeCompare(lastOf(b)));
  const todays = ordered
    .filter(({ show }) => show.day === today)
    .map((date) => ({ date, next: nextOf(date, now) }))
    .sort((a, b) => a.next.localeCompare(b.next));
  const [first] = todays;
  if (first !== undefined) return first.next === over ? (todays.at(-1)?.date ?? first.date) : first.date;
  return (
    ordered.find(({ show, sheet }) => show.day > today && sheet.departs !== null && sheet.departs <= today) ??
    ordered.find(({ show }) => show.day > today) ??
    ordered.findLast(({ show }) => show.day === addDays(today, -1)) ??
    null
  );
}

const unknown = '2';
const over = '3';

function ranks({ show, sheet }: Dated): string[] {
  return hourKeys
    .flatMap((key) => hourOf(show, sheet, key) ?? [])
    .map(hourRank)
    .sort((a, b) => a.localeCompare(b));
}

function nextOf(date: Dated, now: string): string {
  const hours = ranks(date);
  return hours.length === 0 ? unknown : (hours.find((hour) => hour >= hourRank(now)) ?? over);
}

function lastOf(date: Dated): string {
  return ranks(date).at(-1) ?? unknown;
}
