import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { GoogleError, invalid } from './errors.ts';

/** One end of an event: a whole day, or an instant (epoch milliseconds) with the zone it was written in, if one was named. */
export type Moment =
  | { readonly type: 'date'; readonly date: string }
  | { readonly type: 'instant'; readonly at: number; readonly timeZone: string | undefined };

/** How a moment is written in a request. */
export const momentBody = z.strictObject({
  date: z.string().optional(),
  dateTime: z.string().optional(),
  timeZone: z.string().optional(),
});

const RFC3339 = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?)(Z|[+-]\d{2}:\d{2})?$/;

/** Reads one end of an event: exactly one of `date` and `dateTime`, the latter with an offset or with a zone. */
export function readMoment(body: z.output<typeof momentBody>, which: 'start' | 'end'): Moment {
  const { date, dateTime, timeZone } = body;
  if (timeZone !== undefined && !isZone(timeZone)) throw invalid(`Invalid time zone definition for ${which} time.`);
  if (date !== undefined && dateTime !== undefined) throw invalid(`Invalid ${which} time.`);
  if (date !== undefined) return { type: 'date', date: readDate(date, which) };
  if (dateTime === undefined) throw missing(`Missing ${which} time.`);
  return { type: 'instant', at: readDateTime(dateTime, timeZone, which), timeZone };
}

/** The instant of an RFC 3339 text that must have an offset, as query parameters do; undefined when it has none or is no such text. */
export function readInstant(text: string): number | undefined {
  if (RFC3339.exec(text)?.[2] === undefined) return undefined;
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    return undefined;
  }
}

/** Both of one kind, the end after the start: the end of whole days is the first day after them. */
export function checkRange(start: Moment, end: Moment): void {
  if (start.type !== end.type) throw invalid('Start and end times must either both be date or both be dateTime.');
  const empty =
    start.type === 'date' && end.type === 'date' ? end.date <= start.date : instantOf(end) <= instantOf(start);
  if (empty) throw new GoogleError(400, 'calendar', 'timeRangeEmpty', 'The specified time range is empty.');
}

/** When a moment is, with days beginning at midnight in the zone given. */
export function instantOf(moment: Moment, zone = 'UTC'): number {
  if (moment.type === 'instant') return moment.at;
  return Temporal.PlainDate.from(moment.date).toZonedDateTime(zone).epochMilliseconds;
}

/** A moment as an answer shows it: instants in the zone asked for, whole seconds. */
export function showMoment(
  moment: Moment,
  zone: string,
): { readonly date: string } | { readonly dateTime: string; readonly timeZone: string } {
  if (moment.type === 'date') return { date: moment.date };
  const shown = Temporal.Instant.fromEpochMilliseconds(moment.at)
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });
  return { dateTime: shown.replace('+00:00', 'Z'), timeZone: moment.timeZone ?? zone };
}

/** Whether this is the name of a time zone (IANA). */
export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '' && !/^[+-]/.test(name);
  } catch {
    return false;
  }
}

function missing(message: string): GoogleError {
  return new GoogleError(400, 'global', 'required', message);
}

function readDate(text: string, which: string): string {
  try {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new RangeError(text);
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
  } catch {
    throw invalid(`Invalid value for: Invalid format: "${text}" (${which}.date)`);
  }
}

function readDateTime(text: string, zone: string | undefined, which: string): number {
  const [, local, offset] = RFC3339.exec(text) ?? [];
  if (local === undefined) throw invalid(`Invalid value for: Invalid format: "${text}" (${which}.dateTime)`);
  if (offset === undefined && zone === undefined) throw missing(`Missing time zone definition for ${which} time.`);
  try {
    const instant =
      offset === undefined
        ? Temporal.PlainDateTime.from(local, { overflow: 'reject' })
            .toZonedDateTime(zone ?? 'UTC')
            .toInstant()
        : Temporal.Instant.from(text);
    return instant.epochMilliseconds;
  } catch {
    throw invalid(`Invalid value for: Invalid format: "${text}" (${which}.dateTime)`);
  }
}
