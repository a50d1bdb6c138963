import type { Day } from '../day.ts';

/** A day as days since 1970-01-01: the form the grammar computes in, since ranges and weekdays are then plain arithmetic. */
export type DayNumber = number;

/** Year, month (1–12) and day of the month of a day number. */
export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Day number of a civil date that exists; the days-from-civil formula of Howard Hinnant's chrono paper. */
export function numberOf(year: number, month: number, day: number): DayNumber {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

/** The civil date of a day number (inverse of {@link numberOf}). */
export function civilOf(number: DayNumber): Civil {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** Last day of the month (28–31). */
export function monthLength(year: number, month: number): number {
  const next = month === 12 ? numberOf(year + 1, 1, 1) : numberOf(year, month + 1, 1);
  return next - numberOf(year, month, 1);
}

/** ISO weekday, 1 (Monday) to 7 (Sunday). 1970-01-01 was a Thursday. */
export function weekdayOf(number: DayNumber): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** The Monday of the ISO week that holds the day. */
export function mondayOf(number: DayNumber): DayNumber {
  return number - (weekdayOf(number) - 1);
}

/** The Monday of ISO week `week` of `year`, or null when that year has no such week (53 in most). */
export function isoWeekMonday(year: number, week: number): DayNumber | null {
  const first = mondayOf(numberOf(year, 1, 4));
  const monday = first + (week - 1) * 7;
  return week >= 1 && monday < mondayOf(numberOf(year + 1, 1, 4)) ? monday : null;
}

/** Whether the civil date exists. */
export function exists(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);
}

/** Day number of a plain date. */
export function toNumber(day: Day): DayNumber {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return numberOf(year, month, date);
}

/**
 * Plain date of a day number: written out, since it exists by construction.
 * @throws RangeError outside years 0001–9999, which no reading produces
 */
export function toDay(number: DayNumber): Day {
  const { year, month, day } = civilOf(number);
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (!isDay(text)) throw new RangeError(`no such day: ${text}`);
  return text;
}

function isDay(text: string): text is Day {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}
