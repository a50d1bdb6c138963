import { type Clock } from '../../core/clock.ts';

/** A clock whose sleepers wake in the order of their time, those of one instant in the order in which they lay down. */
export interface VirtualClock extends Clock {
  /** Lets time pass until nobody sleeps any more. */
  readonly run: () => Promise<void>;
}

/** Starts at `start`; time stands still but for {@link VirtualClock.run}. */
export function virtualClock(start = 0): VirtualClock {
  let now = start;
  const sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  return {
    now: () => now,
    sleep: (ms) =>
      new Promise((resolve) => {
        sleepers.push({ at: now + Math.max(0, ms), wake: resolve });
      }),
    run: async () => {
      for (;;) {
        // Everything that can go on without time passing does so first.
        await new Promise((resolve) => setImmediate(resolve));
        const first = Math.min(...sleepers.map((sleeper) => sleeper.at));
        if (sleepers.length === 0) return;
        now = Math.max(now, first);
        for (const sleeper of sleepers.splice(0)) {
          if (sleeper.at <= now) sleeper.wake();
          else sleepers.push(sleeper);
        }
      }
    },
  };
}
