import { addDays, instantOf, type Day, type DayPart } from './day.ts';
import { type Hold, type Show } from './date-booking.ts';

/** A half-open span of instants, milliseconds since the epoch. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** The agency day turns at 06:00: a set at 00:30 belongs to the evening before. */
const dayTurns = '06:00';
const marginAfterShow = 60 * 60_000;

/** The instants a day part covers, in `zone`. */
export function intervalOf(part: DayPart, zone: string): Interval {
  const at = (time: string): number => instantOf(time < dayTurns ? addDays(part.day, 1) : part.day, time, zone);
  const end = instantOf(addDays(part.day, 1), dayTurns, zone);
  switch (part.part) {
    case 'day':
      return { from: at(dayTurns), to: end };
    case 'morning':
      return { from: at(dayTurns), to: at('12:00') };
    case 'afternoon':
      return { from: at('12:00'), to: at('18:00') };
    case 'evening':
      return { from: at('18:00'), to: end };
    default:
      return hours(at(part.part.from), part.part.to === null ? end : at(part.part.to), end);
  }
}

/** Hours that run backwards go on into the next morning, at most until the agency day ends. */
function hours(from: number, to: number, end: number): Interval {
  return { from, to: to > from ? to : end };
}

/** What a confirmed date takes of its players: from arrival to an hour after the end, or the whole agency day when unknown. */
export function occupancyOf(date: Hold | Show, zone: string): Interval {
  const day: DayPart = { day: date.day, part: 'day' };
  const whole = intervalOf(day, zone);
  if (!('arrival' in date) || date.arrival === null || date.end === null) return whole;
  const timed = intervalOf({ day: date.day, part: { from: date.arrival, to: date.end } }, zone);
  // Times that run backwards are a slip of the pen, unless they cross midnight: a day too many is safer than an hour too few.
  const crosses = date.end < date.arrival && date.end >= dayTurns;
  return timed.to <= timed.from || crosses ? whole : { from: timed.from, to: timed.to + marginAfterShow };
}

/** True when the two spans share an instant. */
export function overlaps(a: Interval, b: Interval): boolean {
  return a.from < b.to && b.from < a.to;
}

/** The days on which any of `parts` falls within `span`. */
export function daysTouched(parts: readonly DayPart[], span: Interval, zone: string): Day[] {
  return [...new Set(parts.filter((part) => overlaps(intervalOf(part, zone), span)).map((part) => part.day))];
}
