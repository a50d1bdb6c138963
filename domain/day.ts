import { Temporal } from 'temporal-polyfill';

/** A calendar day without time or zone, `2027-03-13`. Made only by {@link parseDay} and the functions here. */
export type Day = string & { readonly __day: true };

/** The parts of a day people speak of. Morning ends at 12:00, afternoon at 18:00; the evening runs until the agency day ends at 06:00. */
export type PartOfDay = 'morning' | 'afternoon' | 'evening';

/** Clock hours on a day, `HH:MM`. `to: null` means until the day ends. An hour before 06:00 belongs to the evening of the day before. */
export interface Hours {
  readonly from: string;
  readonly to: string | null;
}

/** A day or a part of it: `day` means all of it. */
export interface DayPart {
  readonly day: Day;
  readonly part: 'day' | PartOfDay | Hours;
}

/**
 * Reads a plain date in ISO form.
 * @returns null when it is not written `YYYY-MM-DD` or no such day exists (2027-02-29)
 */
export function parseDay(text: string): Day | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as Day;
  } catch {
    return null;
  }
}

/** The day `count` days after (or, when negative, before) `day`. */
export function addDays(day: Day, count: number): Day {
  return Temporal.PlainDate.from(day).add({ days: count }).toString() as Day;
}

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export function weekday(day: Day): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
}

/** Every day from `first` to `last`, both included; empty when `last` is earlier. */
export function daysFromTo(first: Day, last: Day): Day[] {
  return Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, index) => addDays(first, index));
}

/** Days since 1970-01-01, the order in which days are indexed. */
export function dayNumber(day: Day): number {
  return daysBetween('1970-01-01' as Day, day);
}

/** The plain date that clocks in `zone` show at `instant` (milliseconds since the epoch). */
export function dayAt(instant: number, zone: string): Day {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate().toString() as Day;
}

/** The clock time `HH:MM` in `zone` at `instant`. */
export function timeAt(instant: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });
}

/**
 * The instant at which clocks in `zone` show `time` on `day`. In the spring gap the clock has already jumped (02:30 is
 * 03:30); in the autumn overlap the first of the two is meant.
 */
export function instantOf(day: Day, time: string, zone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) })
    .epochMilliseconds;
}
