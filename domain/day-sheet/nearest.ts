import { type Show } from '../date-booking.ts';
import { addDays, type Day } from '../day.ts';
import { hourKeys, hourOf, hourRank, type DaySheet } from './sheet.ts';

/** A date somebody is on the road for. */
interface Dated {
  readonly show: Show;
  readonly sheet: DaySheet;
}

/**
 * The date that is meant by somebody who names none: that of today, of several the first that is not over; else the one they
 * leave for today; else the next; else last night's, from which they are driving home. `today` is the agency day, `now` its time.
 */
export function nearestDate<T extends Dated>(dates: readonly T[], today: Day, now: string): T | null {
  const ordered = [...dates].sort(
    (a, b) => a.show.day.localeCompare(b.show.day) || startOf(a).localeCompare(startOf(b)),
  );
  const todays = ordered.filter(({ show }) => show.day === today);
  const lasting = todays.find((date) => endOf(date) >= hourRank(now));
  return (
    lasting ??
    todays.at(-1) ??
    ordered.find(({ show, sheet }) => show.day > today && sheet.departs !== null && sheet.departs <= today) ??
    ordered.find(({ show }) => show.day > today) ??
    ordered.findLast(({ show }) => show.day === addDays(today, -1)) ??
    null
  );
}

function ranks({ show, sheet }: Dated): string[] {
  return hourKeys
    .flatMap((key) => hourOf(show, sheet, key) ?? [])
    .map(hourRank)
    .sort((a, b) => a.localeCompare(b));
}

/** A date of which no hour is known takes the whole day. */
function startOf(date: Dated): string {
  return ranks(date)[0] ?? hourRank('06:00');
}

function endOf(date: Dated): string {
  return ranks(date).at(-1) ?? hourRank('05:59');
}
