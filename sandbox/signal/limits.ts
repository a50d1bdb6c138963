import type { World } from './world.ts';

/** Why Signal's server refused: a captcha with its token, or a wait. */
type Refusal = { readonly token: string } | { readonly retryAfterSeconds: number };

/**
 * Signal's rate limits towards one account. Buckets as in Signal-Server's RateLimiters: messages 60, one more a second, per destination; first
 * contacts (pre-keys) 6, one more every ten minutes.
 */
export interface Limits {
  /** Null when the message may go. `firstContact`: they never wrote to us. In `captcha` mode a first contact waits for a solved challenge. */
  check(destination: string, firstContact: boolean): Refusal | null;
  /** Hands a solved captcha in; false when the token is unknown. It refills the first-contact bucket and lifts the captcha until `relock`. */
  solve(token: string): boolean;
  /** Tokens that wait for a captcha. */
  pending(): readonly string[];
  relock(): void;
}

const MESSAGES = { size: 60, msPerDrop: 1000 };
const PRE_KEYS = { size: 6, msPerDrop: 600_000 };

/** Empty buckets. Whether they count is asked of the settings at each send. */
export function createLimits(world: World): Limits {
  const levels = new Map<string, { level: number; at: number }>();
  const tokens = new Set<string>();
  let unlocked = false;

  /** Milliseconds to wait for a free place, 0 when it was taken. */
  function take(key: string, bucket: { size: number; msPerDrop: number }): number {
    const now = world.kit.clock.now();
    const before = levels.get(key) ?? { level: 0, at: now };
    const level = Math.max(0, before.level - (now - before.at) / bucket.msPerDrop);
    if (level > bucket.size - 1) {
      levels.set(key, { level, at: now });
      return (level - (bucket.size - 1)) * bucket.msPerDrop;
    }
    levels.set(key, { level: level + 1, at: now });
    return 0;
  }

  function challenge(): Refusal {
    const token = world.ids.token();
    tokens.add(token);
    return { token };
  }

  return {
    check: (destination, firstContact) => {
      if (firstContact && world.settings.firstContact === 'captcha' && !unlocked) return challenge();
      if (!world.settings.limits) return null;
      if (firstContact && take('pre-keys', PRE_KEYS) > 0) return challenge();
      const wait = take(`messages:${destination}`, MESSAGES);
      return wait > 0 ? { retryAfterSeconds: Math.ceil(wait / 1000) } : null;
    },
    solve: (token) => {
      if (!tokens.delete(token)) return false;
      unlocked = true;
      levels.delete('pre-keys');
      return true;
    },
    pending: () => [...tokens],
    relock: () => {
      unlocked = false;
    },
  };
}
