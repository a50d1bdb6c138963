/*
 * Clocks and calendars worked out a second time, from what Intl says of a zone. Imports nothing of the product, so that it
 * shares none of its mistakes.
 */

const dayLength = 86_400_000;

/** The day `count` days after `day`, both `YYYY-MM-DD`. */
export function shifted(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayLength).toISOString().slice(0, 10);
}

/** Whole days from one to the other. */
export function apart(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayLength;
}

/** Tells the instant of a clock time on a day of one zone. */
export type Clocks = (day: string, time: string) => number;

/** Clocks of `zone`; in a gap they have jumped already, of two equal times the first is meant. */
export function clocksOf(zone: string): Clocks {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const shown = (instant: number): number => {
    const parts = new Map<string, string>(format.formatToParts(instant).map(({ type, value }) => [type, value]));
    const date = ['year', 'month', 'day'].map((part) => parts.get(part)).join('-');
    return Date.parse(`${date}T${parts.get('hour')}:${parts.get('minute')}:00Z`);
  };
  const offset = (instant: number): number => shown(instant) - instant;
  const known = new Map<string, number>();
  return (day, time) => {
    const key = `${day} ${time}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = instant(Date.parse(`${day}T${time}:00Z`), offset);
    known.set(key, found);
    return found;
  };
}

function instant(wall: number, offset: (instant: number) => number): number {
  const [before, after] = [offset(wall - dayLength), offset(wall + dayLength)];
  const right = [wall - before, wall - after].filter((candidate) => candidate + offset(candidate) === wall);
  return right.length === 0 ? wall - before : Math.min(...right);
}
