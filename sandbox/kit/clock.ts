/**
 * The sandbox's own clock: the machine's time plus an offset that only grows, so that a test can see what Telegram or Signal would do in an
 * hour (a button gone stale, a rate limit refilled) without waiting. Network faults (delays, hangs) stay in real time.
 */
export interface SandboxClock {
  /** Milliseconds since the epoch, as the emulated platforms see it. */
  now(): number;
  /** How far ahead of the machine's clock we are, in milliseconds. */
  offsetMs(): number;
  /** Moves forward by a whole number of milliseconds; throws a RangeError on a negative or fractional value. */
  advance(milliseconds: number): void;
  /** Moves forward to an instant (epoch milliseconds); throws a RangeError when it lies in the past of this clock. */
  moveTo(instant: number): void;
  /** Resolves when this clock has passed `milliseconds` from now, by waiting or by being moved; also when the signal is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** Calls back after every move; returns the function that stops it. */
  onMove(listener: () => void): () => void;
}

/** A clock that starts `offsetMs` ahead of the machine's (0 by default), or of another `base`, such as one that a bench leads on. */
export function createClock(startOffsetMs = 0, base: () => number = Date.now): SandboxClock {
  let offset = startOffsetMs;
  const listeners = new Set<() => void>();
  const now = (): number => base() + offset;

  function advance(milliseconds: number): void {
    if (!Number.isInteger(milliseconds) || milliseconds < 0)
      throw new RangeError('the sandbox clock moves forward only, by whole milliseconds');
    offset += milliseconds;
    for (const listener of listeners) listener();
  }

  function onMove(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    const until = now() + milliseconds;
    return new Promise((resolve) => {
      let timer: NodeJS.Timeout | undefined;
      const finish = (): void => {
        clearTimeout(timer);
        stopListening();
        signal?.removeEventListener('abort', finish);
        resolve();
      };
      const arm = (): void => {
        clearTimeout(timer);
        const left = until - now();
        if (left <= 0 || signal?.aborted === true) finish();
        // A timer longer than 2^31 ms would fire at once: wake up in between and look again.
        else timer = setTimeout(arm, Math.min(left, 2_000_000_000));
      };
      const stopListening = onMove(arm);
      signal?.addEventListener('abort', finish);
      arm();
    });
  }

  return {
    now,
    offsetMs: () => offset,
    advance,
    moveTo: (instant) => advance(instant - now()),
    sleep,
    onMove,
  };
}
