import { type Clock } from '../core/clock.ts';

/** A clock in whole milliseconds that stands still until it is led on. */
export interface VirtualTime extends Clock {
  /**
   * Leads time on, from one sleeper to the next, until `isDone`. While `isBusy`, work of the present instant is still under
   * way and time stands still, so that work takes none: what is measured is waiting alone.
   */
  readonly lead: (isBusy: () => boolean, isDone: () => boolean) => Promise<void>;
}

/** Starts at `start`, milliseconds since the epoch. Who sleeps wakes like a timer: never early, on a whole millisecond. */
export function virtualTime(start: number): VirtualTime {
  let now = start;
  const sleepers = new Set<{ readonly at: number; readonly wake: () => void }>();
  const sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      if (signal?.aborted === true) return resolve();
      const sleeper = {
        at: Math.ceil(now + Math.max(0, ms)),
        wake: () => {
          sleepers.delete(sleeper);
          signal?.removeEventListener('abort', sleeper.wake);
          resolve();
        },
      };
      sleepers.add(sleeper);
      signal?.addEventListener('abort', sleeper.wake, { once: true });
    });
  return {
    now: () => now,
    sleep,
    lead: async (isBusy, isDone) => {
      for (;;) {
        await quiet(isBusy);
        if (isDone()) return;
        const next = Math.min(...[...sleepers].map(({ at }) => at));
        if (next !== Infinity) now = Math.max(now, next);
        for (const sleeper of sleepers) if (sleeper.at <= now) sleeper.wake();
      }
    },
  };
}

/** Resolves when nothing has been under way for some turns of the event loop. */
async function quiet(isBusy: () => boolean): Promise<void> {
  for (let still = 0; still < 3; still = isBusy() ? 0 : still + 1)
    await new Promise<void>((resolve) => setImmediate(() => resolve()));
}
