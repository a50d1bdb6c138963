import { addDays, dayAt, instantOf, type Day } from '../day.ts';
import { type Person } from '../person.ts';
import { quietEnd } from '../quiet-hours.ts';

/** When digests are read, on the clocks of whoever reads them. */
export const digestHour = '09:00';

/** Less than this before the next digest, one that was missed is not sent by itself but becomes part of the next. */
const mergeMs = 10 * 3_600_000;

type Reader = Pick<Person, 'timezone' | 'quiet'>;

/** What is to be done about somebody's digest now: send that of a day, or look again at an instant. */
export type DigestTurn =
  | { readonly type: 'send'; readonly day: Day; readonly next: number }
  | { readonly type: 'wait'; readonly until: number };

/** The instant of the digest of a day: nine in the reader's own zone, or the end of their quiet hours when that is later. */
export function digestInstant(reader: Reader, day: Day): number {
  const at = instantOf(day, digestHour, reader.timezone);
  return quietEnd(reader.quiet, reader.timezone, at) ?? at;
}

/** The next digest after `now`, of a day after `last`. */
export function nextDigest(reader: Reader, now: number, last: Day | null): number {
  let day = addDays(dayAt(now, reader.timezone), -1);
  if (last !== null && day <= last) day = addDays(last, 1);
  while (digestInstant(reader, day) <= now) day = addDays(day, 1);
  return digestInstant(reader, day);
}

/**
 * Decides what a digest that has come due leads to. One that was missed is made up for once, late, and never in quiet hours; when
 * the next is near, that one says it all. `last` is the day whose digest was handed out last.
 */
export function digestTurn(reader: Reader, now: number, last: Day | null): DigestTurn {
  const next = nextDigest(reader, now, last);
  const day = latestDay(reader, now);
  if (last !== null && day <= last) return { type: 'wait', until: next };
  const quietUntil = quietEnd(reader.quiet, reader.timezone, now);
  if (quietUntil !== null) return { type: 'wait', until: Math.min(quietUntil, next) };
  const isNear = next - now < mergeMs || dayAt(next, reader.timezone) === dayAt(now, reader.timezone);
  return isNear ? { type: 'wait', until: next } : { type: 'send', day, next: nextDigest(reader, now, day) };
}

/** The day whose digest is the last that has come due by `now`. */
function latestDay(reader: Reader, now: number): Day {
  const today = dayAt(now, reader.timezone);
  return [today, addDays(today, -1)].find((day) => digestInstant(reader, day) <= now) ?? addDays(today, -2);
}
