import { addDays, dayAt, instantOf, timeAt } from './day.ts';
import { type QuietHours } from './person.ts';

/** The instant at which the quiet hours that contain `now` end; null outside of them. */
export function quietEnd(quiet: QuietHours | null, zone: string, now: number): number | null {
  if (quiet === null || quiet.from === quiet.to) return null;
  const time = timeAt(now, zone);
  const today = dayAt(now, zone);
  const spansMidnight = quiet.from > quiet.to;
  if (spansMidnight) {
    if (time >= quiet.from) return instantOf(addDays(today, 1), quiet.to, zone);
    return time < quiet.to ? instantOf(today, quiet.to, zone) : null;
  }
  return time >= quiet.from && time < quiet.to ? instantOf(today, quiet.to, zone) : null;
}
