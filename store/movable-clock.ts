import { z } from 'zod';
import { wait, type Clock } from '../core/clock.ts';
import { type Connection } from './redis.ts';

const pollMs = 25;
const presenceMs = 3_000;

/** A clock that can be moved forward while the product runs, for all its processes at once. */
export interface MovableClock extends Clock {
  readonly stop: () => void;
}

/**
 * The system's clock plus an offset kept in the store. Each process reports the offset it has seen, so that whoever moves
 * the clock knows when all have followed. `base` is the unmoved clock.
 */
export async function startMovableClock(connection: Connection, name: string, base: Clock): Promise<MovableClock> {
  const offsetKey = connection.key('clock:offset');
  const seenKey = connection.key('clock:seen');
  let offset = Number((await connection.redis.get(offsetKey)) ?? 0);
  const stopping = new AbortController();
  const listeners = new Set<() => void>();
  const follow = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const latest = Number((await connection.redis.get(offsetKey)) ?? 0);
      if (latest > offset) {
        offset = latest;
        for (const listener of listeners) listener();
      }
      await connection.redis.hset(seenKey, name, JSON.stringify({ offset, at: base.now() }));
      await wait(pollMs, stopping.signal);
    }
    await connection.redis.hdel(seenKey, name);
  };
  void follow().catch(() => undefined);
  const now = (): number => base.now() + offset;
  return {
    now,
    sleep: async (ms, signal) => {
      const end = now() + ms;
      for (let left = ms; left > 0 && !isAborted(signal); left = end - now()) await wakeable(left, listeners, signal);
    },
    stop: () => stopping.abort(),
  };
}

function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

/** Waits in real time, but no longer than until the clock is moved. */
async function wakeable(ms: number, listeners: Set<() => void>, signal?: AbortSignal): Promise<void> {
  const moved = new AbortController();
  const wake = (): void => moved.abort();
  listeners.add(wake);
  await wait(ms, signal === undefined ? moved.signal : AbortSignal.any([signal, moved.signal]));
  listeners.delete(wake);
}

/** Moves the clock of every process to `target` (milliseconds since the epoch); never back. Returns the new offset. */
export async function moveClock(connection: Connection, base: Clock, target: number): Promise<number> {
  return z.number().parse(await connection.run('advance', Math.ceil(target - base.now())));
}

/** The present offset, 0 when the clock was never moved. */
export async function clockOffset(connection: Connection): Promise<number> {
  return Number((await connection.redis.get(connection.key('clock:offset'))) ?? 0);
}

/** True when every process that reported lately has seen `offset`. */
export async function everyProcessFollowed(connection: Connection, base: Clock, offset: number): Promise<boolean> {
  const seen = await connection.redis.hgetall(connection.key('clock:seen'));
  return Object.values(seen).every((json) => {
    const report: unknown = JSON.parse(json);
    if (typeof report !== 'object' || report === null || !('offset' in report) || !('at' in report)) return true;
    return Number(report.offset) >= offset || base.now() - Number(report.at) > presenceMs;
  });
}
