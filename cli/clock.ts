import { wait } from '../core/clock.ts';
import { systemClock } from '../core/clock.ts';
import { clockOffset, everyProcessFollowed, moveClock } from '../store/movable-clock.ts';
import { unfinished } from '../store/idle.ts';
import { instantOf, parseDay } from '../domain/day.ts';
import { queueOf } from './roles.ts';
import { type Runtime } from './runtime.ts';

const units: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 24 * 3_600_000,
  w: 7 * 24 * 3_600_000,
};
const patienceMs = 60_000;
const calmChecks = 2;
const checkMs = 20;

/** Reads `+3d`, `+90m` or `2026-12-01T09:00` (agency time) as an instant; null when it is neither. */
export function readTarget(text: string, now: number, zone: string): number | null {
  const step = /^\+(\d{1,6})([smhdw])$/.exec(text);
  if (step !== null) return now + Number(step[1]) * (units[step[2] ?? ''] ?? 0);
  const [date = '', time = '00:00'] = text.split('T');
  const day = parseDay(date);
  return day === null || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? null : instantOf(day, time, zone);
}

/**
 * Moves the clock of every process to `target`, stopping at each due row on the way as time itself would, and returns once
 * all have followed and nothing is on its way any more. Returns what still is when that does not happen.
 */
export async function advanceClock(runtime: Runtime, target: number): Promise<readonly string[]> {
  const { connection, due } = runtime;
  const queue = queueOf(runtime);
  try {
    for (;;) {
      const offset = await clockOffset(connection);
      const now = systemClock.now() + offset;
      const next = await due.next();
      const stop = next !== null && next > now && next < target ? next : target;
      const reached = await moveClock(connection, systemClock, stop);
      const left = await settle(runtime, reached, () => queue.pending());
      if (left.length > 0 || stop === target) return left;
    }
  } finally {
    await queue.stop(1000);
  }
}

async function settle(runtime: Runtime, offset: number, pending: () => Promise<number>): Promise<readonly string[]> {
  const end = systemClock.now() + patienceMs;
  let calm = 0;
  for (;;) {
    const followed = await everyProcessFollowed(runtime.connection, systemClock, offset);
    const at = { ...systemClock, now: () => systemClock.now() + offset };
    const left = await unfinished(runtime.connection, runtime.due, at);
    const jobs = await pending();
    const waiting = [
      ...(followed ? [] : ['a process that has not followed']),
      ...left,
      ...(jobs === 0 ? [] : [`${jobs} jobs`]),
    ];
    calm = waiting.length === 0 ? calm + 1 : 0;
    if (calm >= calmChecks) return [];
    if (systemClock.now() > end) return waiting;
    await wait(checkMs);
  }
}
