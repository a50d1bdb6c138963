import { z } from 'zod';
import { type DueRow } from '../core/commit.ts';
import { type DueTable } from '../core/due.ts';
import { type Connection } from './redis.ts';

const rowSchema = z.strictObject({ id: z.string(), kind: z.string(), at: z.number(), payload: z.unknown() });

/** The due table of the store. */
export function createDueTable(connection: Connection): DueTable {
  const table = connection.key('due');
  return {
    ready: async (now, limit) => {
      const ids = await connection.redis.zrangebyscore(table, '-inf', now, 'LIMIT', 0, limit);
      if (ids.length === 0) return [];
      const rows = await connection.redis.hmget(connection.key('due:rows'), ...ids);
      return rows.flatMap((json): DueRow[] => (json === null ? [] : [rowSchema.parse(JSON.parse(json))]));
    },
    next: async () => {
      const [, score] = await connection.redis.zrange(table, 0, 0, 'WITHSCORES');
      return score === undefined ? null : Number(score);
    },
  };
}
