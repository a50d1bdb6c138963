import { z } from 'zod';
import { type DueRow } from '../core/commit.ts';
import { type DueTable } from '../core/due.ts';
import { type Connection } from './redis.ts';

const rowSchema = z.strictObject({
  id: z.string(),
  kind: z.string(),
  at: z.number(),
  payload: z.unknown(),
  failures: z.number().optional(),
});

/** The due table of the store. */
export function createDueTable(connection: Connection): DueTable {
  const table = connection.key('due');
  return {
    ready: async (now, limit) => {
      const ids = await connection.redis.zrangebyscore(table, '-inf', now, 'LIMIT', 0, limit);
      const rows = await Promise.all(ids.map((id) => connection.redis.hget(connection.key('due:rows'), id)));
      return rows.flatMap((json): DueRow[] => (json === null ? [] : [rowSchema.parse(JSON.parse(json))]));
    },
    has: async (id) => (await connection.redis.zscore(table, id)) !== null,
    next: async () => {
      const [first] = await connection.redis.zrangebyscore(table, '-inf', '+inf', 'LIMIT', 0, 1);
      const score = first === undefined ? null : await connection.redis.zscore(table, first);
      return score === null ? null : Number(score);
    },
  };
}
