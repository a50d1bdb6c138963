import { type Attempts } from '../core/attempts.ts';
import { type Connection } from './redis.ts';

const memorySeconds = 48 * 3_600;

/** Attempt counts of the store, kept as long as platforms repeat events. */
export function createAttempts(connection: Connection): Attempts {
  const key = (id: string): string => connection.key(`attempts:${id}`);
  return {
    begin: async (id) => {
      const [count] = await Promise.all([
        connection.redis.incr(key(id)),
        connection.redis.expire(key(id), memorySeconds),
      ]);
      return count;
    },
    forget: async (id) => {
      await connection.redis.decr(key(id));
    },
  };
}
