import { type Show } from '../date-booking.ts';
import { addDays, daysBetween, type Day } from '../day.ts';
import { type DaySheet } from './sheet.ts';

/** Days between two shows on one road: after more than one day off they go home in between. */
const widestGap = 2;

/** The sheet goes out so many days before they leave. */
const daysAhead = 3;

/** The shows that are played on one road with this one, in order; alone when nothing is near. */
export function runOf(show: Show, dates: readonly Show[]): Show[] {
  const days = dates
    .filter((one) => one.artist === show.artist && one.state === 'confirmed' && one.id !== show.id)
    .concat(show)
    .sort((a, b) => a.day.localeCompare(b.day) || a.id.localeCompare(b.id));
  const at = days.indexOf(show);
  let [first, last] = [at, at];
  while (first > 0 && near(days[first - 1], days[first])) first -= 1;
  while (last < days.length - 1 && near(days[last], days[last + 1])) last += 1;
  return days.slice(first, last + 1);
}

function near(one: Show | undefined, next: Show | undefined): boolean {
  return one !== undefined && next !== undefined && daysBetween(one.day, next.day) <= widestGap;
}

/** The day on which they leave for the run a show belongs to. */
export function departureOf(run: readonly Show[], sheets: ReadonlyMap<string, Pick<DaySheet, 'departs'>>): Day | null {
  const [first] = run;
  return first === undefined ? null : (sheets.get(first.id)?.departs ?? first.day);
}

/** When the sheet goes out: three days before they leave. */
export function sendingDay(departure: Day): Day {
  return addDays(departure, -daysAhead);
}

/** The days on which numbers may be shown to those who are on the road together: from three days before to the day after. */
export function mayShowNumbers(show: Pick<Show, 'day'>, today: Day): boolean {
  const away = daysBetween(today, show.day);
  return away <= daysAhead && away >= -1;
}
