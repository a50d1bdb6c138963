import { type Clock } from '../../core/clock.ts';

/** A clock whose sleepers wake in the order of their time, without anybody waiting. */
export interface VirtualClock extends Clock {
  /** Lets time pass until nobody sleeps any more. */
  readonly run: () => Promise<void>;
}

/** Starts at `start`; time stands still but for {@link VirtualClock.run}. */
export function virtualClock(start = 0): VirtualClock {
  let now = start;
  let order = 0;
  const sleepers: { readonly at: number; readonly order: number; readonly wake: () => void }[] = [];
  return {
    now: () => now,
    sleep: (ms) =>
      new Promise((resolve) => {
        sleepers.push({ at: now + Math.max(0, ms), order: (order += 1), wake: resolve });
      }),
    run: async () => {
      for (;;) {
        // Everything that can go on without time passing does so first.
        await new Promise((resolve) => setImmediate(resolve));
        sleepers.sort((a, b) => a.at - b.at || a.order - b.order);
        const next = sleepers.shift();
        if (next === undefined) return;
        now = Math.max(now, next.at);
        next.wake();
      }
    },
  };
}
