import { RateLimiterRedis } from 'rate-limiter-flexible';
import { type Connection } from './redis.ts';

/** Counts uses of a key within a window, across processes; Redis forgets the count when the window is over. */
export interface Gate {
  /** False once `key` has been used `limit` times within `windowMs`. */
  readonly pass: (key: string, limit: number, windowMs: number) => Promise<boolean>;
}

/** A gate whose counts live in the store. */
export function createGate(connection: Connection): Gate {
  const limiters = new Map<string, RateLimiterRedis>();
  return {
    pass: async (key, limit, windowMs) => {
      const name = `${limit}/${windowMs}`;
      const limiter =
        limiters.get(name) ??
        new RateLimiterRedis({
          storeClient: connection.redis,
          keyPrefix: connection.key('gate'),
          points: limit,
          duration: windowMs / 1000,
        });
      limiters.set(name, limiter);
      try {
        await limiter.consume(key);
        return true;
      } catch (refusal) {
        // The library rejects with its count when the limit is reached, and with an Error when Redis failed.
        if (refusal instanceof Error) throw refusal;
        return false;
      }
    },
  };
}
