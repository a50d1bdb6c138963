import { z } from 'zod';
import { type DueRow } from '../core/commit.ts';
import { unreadableKind, type DueTable } from '../core/due.ts';
import { createDeadLetters } from './dead-letters.ts';
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
  const rows = connection.key('due:rows');
  const dead = createDeadLetters(connection);
  return {
    ready: async (now, limit) => {
      const found = await connection.redis.zrangebyscore(table, '-inf', now, 'WITHSCORES', 'LIMIT', 0, limit);
      const ids = found.filter((_, index) => index % 2 === 0);
      const stored = await Promise.all(ids.map((id) => connection.redis.hget(rows, id)));
      return ids.flatMap((id, index): DueRow[] => {
        const json = stored[index] ?? null;
        // Somebody else handled it between the two reads.
        if (json === null) return [];
        const at = Number(found[2 * index + 1]);
        const row = parseRow(json) ?? { id, kind: unreadableKind, at, payload: null };
        // Handled and armed anew between the two reads: its instant is another one now.
        return row.at === at ? [row] : [];
      });
    },
    keep: async (id) => {
      const json = await connection.redis.hget(rows, id);
      if (json !== null) await dead.keep({ stream: 'due', entry: id, json });
    },
    has: async (id) => (await connection.redis.zscore(table, id)) !== null,
    next: async () => {
      const [first] = await connection.redis.zrangebyscore(table, '-inf', '+inf', 'LIMIT', 0, 1);
      const score = first === undefined ? null : await connection.redis.zscore(table, first);
      return score === null ? null : Number(score);
    },
  };
}

function parseRow(json: string): DueRow | null {
  try {
    return rowSchema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}
