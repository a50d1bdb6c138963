import { type Attempts } from '../core/attempts.ts';
import { type Random, systemRandom } from '../core/random.ts';
import { type Connection } from './redis.ts';

const memorySeconds = 48 * 3_600;

/**
 * Attempts of the store, kept as long as platforms repeat events. Each is a token in a set: a connection that breaks sends
 * its commands again, and a token that comes twice is still one attempt.
 */
export function createAttempts(connection: Connection, random: Random = systemRandom): Attempts {
  const key = (id: string): string => connection.key(`attempts:${id}`);
  return {
    begin: async (id) => {
      const token = random.token();
      const [, count] = await Promise.all([
        connection.redis.sadd(key(id), token),
        connection.redis.scard(key(id)),
        connection.redis.expire(key(id), memorySeconds),
      ]);
      return count;
    },
    forget: async (id) => {
      await connection.redis.spop(key(id));
    },
  };
}
