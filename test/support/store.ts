import { afterAll, afterEach, beforeAll } from 'vitest';
import { z } from 'zod';
import { defineCollection } from '../../core/collection.ts';
import { type Outbound } from '../../core/outbound.ts';
import { type Store } from '../../core/store.ts';
import { connect, type Connection } from '../../store/redis.ts';
import { createStore } from '../../store/store.ts';
import { startTestRedis, type TestRedis } from './redis.ts';
import { silentLog } from './silent-log.ts';

/** The store of one test: a prefix nobody else uses, on the Redis of its file. */
export interface Bench {
  readonly redis: TestRedis;
  /** Another connection to the same data, as another process would have. */
  readonly open: () => Connection;
  readonly connection: Connection;
  readonly store: Store;
}

/** Starts one Redis for the calling file and returns how a test gets its own corner of it. */
export function benches(): () => Bench {
  let redis: TestRedis | null = null;
  let count = 0;
  const opened: Connection[] = [];
  beforeAll(async () => {
    redis = await startTestRedis();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((connection) => connection.close()));
  });
  afterAll(async () => {
    await redis?.stop();
  });
  return () => {
    if (redis === null) throw new Error('Redis has not started');
    const { url } = redis;
    const prefix = `bench${(count += 1)}`;
    const open = (): Connection => {
      const connection = connect({ address: url, prefix, log: silentLog });
      opened.push(connection);
      return connection;
    };
    const connection = open();
    return { redis, open, connection, store: createStore(connection) };
  };
}

const noteSchema = z.strictObject({
  id: z.string(),
  tags: z.array(z.string()),
  rank: z.number().int(),
  people: z.array(z.string()),
});

/** A record without meaning, indexed by its tags in the order of its rank, occupying its people. */
export type Note = z.infer<typeof noteSchema>;

export const notes = defineCollection<Note>({
  name: 'notes',
  schema: noteSchema,
  indexes: (note) => [...new Set(note.tags)].map((tag) => ({ name: 'tag', value: tag, score: note.rank })),
  occupies: (note) => note.people.map((id): `person:${string}` => `person:${id}`),
});

/** A note without tags or people. */
export function note(id: string, changes: Partial<Note> = {}): Note {
  return { id, tags: [], rank: 0, people: [], ...changes };
}

/** The ids under a tag, in the order the store gives them. */
export async function tagged(store: Store, tag: string, from?: number, to?: number): Promise<string[]> {
  const range = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  return (await store.find(notes, { name: 'tag', value: tag, ...range })).map((record) => record.value.id);
}

/** Ids of the messages in an outbox stream, oldest first. */
export async function outbox(connection: Connection, bot: string, lane: Outbound['lane']): Promise<string[]> {
  return streamed(connection, `out:${bot}:${lane}`);
}

/** The `id` of every entry of a stream, oldest first. */
export async function streamed(connection: Connection, stream: string): Promise<string[]> {
  const entries = await connection.redis.xrange(connection.key(stream), '-', '+');
  return entries.map(([, fields]) => z.object({ id: z.string() }).parse(JSON.parse(fields[1] ?? '{}')).id);
}

/** What was put aside, as stored, oldest first. */
export async function deadLetters(connection: Connection): Promise<string[][]> {
  return (await connection.redis.xrange(connection.key('dead'), '-', '+')).map(([, fields]) => fields);
}
