import { type DeadLetter, type DeadLetters } from '../core/dead-letters.ts';
import { type Connection } from './redis.ts';

const group = 'owner';
const mostKept = 10_000;

/** The dead letters of the store: the stream `dead`, read by people with `XRANGE`. */
export function createDeadLetters(connection: Connection): DeadLetters {
  const { redis } = connection;
  return {
    bury: async ({ stream, entry }) => {
      const key = connection.key(stream);
      const [found] = await redis.xrange(key, entry, entry);
      // Damaged entries may lack the field we write, so everything they have is kept then.
      const fields = found?.[1] ?? [];
      const json = fields[0] === 'd' && fields.length === 2 ? (fields[1] ?? '') : JSON.stringify(fields);
      const step = redis.multi();
      if (found !== undefined) step.xadd(...addition(connection, { stream, entry, json }));
      await step.xack(key, group, entry).xdel(key, entry).exec();
    },
    keep: async (letter) => {
      await redis.xadd(...addition(connection, letter));
    },
  };
}

function addition(connection: Connection, { stream, entry, json }: DeadLetter) {
  const where = [connection.key('dead'), 'MAXLEN', '~', mostKept, '*'] as const;
  return [...where, 'stream', stream, 'entry', entry, 'json', json] as const;
}
