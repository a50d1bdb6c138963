import { z } from 'zod';
import { type Changes } from '../core/changes.ts';
import { type Connection } from './redis.ts';

const entriesSchema = z.array(z.tuple([z.string(), z.array(z.string())]));
const beginning = '0-0';

/** Reading anew is cheaper than following more than this. */
const mostEntries = 5000;

/** The stream of changes that every commit appends to. One exchange for each call. */
export function createChanges({ redis, key }: Connection): Changes {
  const stream = key('changes');
  return {
    mark: async () => entriesSchema.parse(await redis.xrevrange(stream, '+', '-', 'COUNT', 1))[0]?.[0] ?? beginning,
    since: async (mark) => {
      const [first, news] = await Promise.all([
        redis.xrange(stream, '-', '+', 'COUNT', 1),
        redis.xrange(stream, `(${mark}`, '+', 'COUNT', mostEntries),
      ]);
      const entries = entriesSchema.parse(news);
      const oldest = entriesSchema.parse(first)[0]?.[0];
      const changed = new Map(
        entries.map(([, fields]) => {
          const [, collection = '', , id = ''] = fields;
          return [`${collection}/${id}`, { collection, id }];
        }),
      );
      return {
        mark: entries.at(-1)?.[0] ?? mark,
        changed: [...changed.values()],
        lost: entries.length === mostEntries || !reaches(oldest, mark),
      };
    },
  };
}

/** Whether the log still holds the entry of the mark, so that nothing behind it is missing. */
function reaches(oldest: string | undefined, mark: string): boolean {
  if (mark === beginning) return true;
  return oldest !== undefined && compare(oldest, mark) <= 0;
}

function compare(a: string, b: string): number {
  const [timeA = 0, countA = 0] = a.split('-').map(Number);
  const [timeB = 0, countB = 0] = b.split('-').map(Number);
  return timeA === timeB ? countA - countB : timeA - timeB;
}
