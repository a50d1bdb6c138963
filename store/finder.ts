import { z } from 'zod';
import { type Query } from '../core/store.ts';
import { type Connection } from './redis.ts';

/** A stored record: version, shape, JSON. */
export const rowSchema = z.tuple([z.string().nullable(), z.string().nullable(), z.string().nullable()]);

/** A stored record: version, shape, JSON. */
export type Row = z.infer<typeof rowSchema>;

/** Finds the rows of a collection under an index, by score. */
export type Finder = (collection: string, query: Query) => Promise<readonly Row[]>;

const answersSchema = z.array(z.array(rowSchema));
const mostRows = 1000;

interface Waiting {
  readonly args: readonly (string | number)[];
  readonly resolve: (rows: readonly Row[]) => void;
  readonly reject: (error: unknown) => void;
}

/** Queries asked in the same turn of the event loop travel together: decisions ask several that do not depend on each other. */
export function createFinder(connection: Connection): Finder {
  let waiting: Waiting[] = [];
  const flush = async (): Promise<void> => {
    const batch = waiting;
    waiting = [];
    try {
      const answers = answersSchema.parse(await connection.run('find', ...batch.flatMap(({ args }) => args)));
      for (const [index, one] of batch.entries()) one.resolve(answers[index] ?? []);
    } catch (error) {
      for (const one of batch) one.reject(error);
    }
  };
  return (collection, query) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(() => void flush());
      const args = [collection, `${query.name}=${query.value}`, query.from ?? '-inf', query.to ?? '+inf', mostRows];
      waiting.push({ args, resolve, reject });
    });
}
