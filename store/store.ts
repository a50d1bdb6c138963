import { z } from 'zod';
import { type CalendarId, type Collection } from '../core/collection.ts';
import { type Commit, type CommitResult } from '../core/commit.ts';
import { permanent } from '../core/errors.ts';
import { type Store, type Versioned } from '../core/store.ts';
import { createFinder, rowSchema, type Row } from './finder.ts';
import { type Connection } from './redis.ts';

/** Step names are remembered longer than any platform repeats an event. */
const stepMemory = 48 * 3_600_000;
/** Versions of deleted records are remembered longer than any question or decision that was taken from them stands. */
const tombstoneMemory = 30 * 24 * 3_600_000;

const resultSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('done') }),
  z.strictObject({ type: z.literal('already') }),
  z.strictObject({ type: z.literal('fenced') }),
  z.strictObject({
    type: z.literal('conflict'),
    lost: z.array(z.strictObject({ collection: z.string(), id: z.string() })),
  }),
]);

/** Records and commits over one connection. */
export function createStore(connection: Connection): Store {
  const find = createFinder(connection);
  return {
    get: async (collection, id) => read(collection, await fields(connection, collection.name, id)),
    getMany: (collection, ids) =>
      Promise.all(ids.map(async (id) => read(collection, await fields(connection, collection.name, id)))),
    find: async (collection, query) =>
      (await find(collection.name, query)).flatMap((row) => read(collection, row) ?? []),
    all: async (collection) => {
      const ids = await connection.redis.smembers(connection.key(`all:${collection.name}`));
      const records = await Promise.all(ids.map((id) => fields(connection, collection.name, id)));
      return records.flatMap((record) => read(collection, record) ?? []);
    },
    calendars: (ids) => calendars(connection, ids),
    commit: (commit) => applyCommit(connection, commit),
  };
}

async function applyCommit(connection: Connection, commit: Commit): Promise<CommitResult> {
  const wire = {
    ...commit,
    outbound: commit.outbound.map((message) => ({
      bot: message.bot,
      lane: message.lane,
      json: JSON.stringify(message),
    })),
    jobs: commit.jobs.map((job) => JSON.stringify(job)),
    due: commit.due.map((row) => ({ id: row.id, at: row.at, json: JSON.stringify(row) })),
  };
  const json = withoutHalves(JSON.stringify(wire));
  const answer = await connection.run('commit', json, stepMemory, tombstoneMemory);
  return resultSchema.parse(JSON.parse(z.string().parse(answer)));
}

/** JSON carries half a character as an escape, which the script's reader refuses; cutting a text can leave one at its end. */
function withoutHalves(json: string): string {
  return json.replaceAll(/(?<!\\)((?:\\\\)*)\\u[dD][89a-fA-F][0-9a-fA-F]{2}/g, '$1\uFFFD');
}

async function fields(connection: Connection, collection: string, id: string): Promise<Row> {
  return rowSchema.parse(await connection.redis.hmget(connection.key(`r:${collection}:${id}`), 'v', 's', 'd'));
}

async function calendars(connection: Connection, ids: readonly CalendarId[]): Promise<Map<CalendarId, number>> {
  const versions = await Promise.all(ids.map((id) => connection.redis.hget(connection.key(`r:calendars:${id}`), 'v')));
  return new Map(ids.map((id, index) => [id, Number(versions[index] ?? 0)]));
}

function read<T extends { readonly id: string }>(
  collection: Collection<T>,
  [version, shape, json]: Row,
): Versioned<T> | null {
  if (json === null || version === null) return null;
  const stored = Number(shape);
  if (stored > collection.shape) {
    throw permanent(
      'store.newer_shape',
      `${collection.name} holds a record of shape ${stored}, this program knows ${collection.shape}`,
    );
  }
  const raw: unknown = JSON.parse(json);
  const value = collection.schema.parse(stored === collection.shape ? raw : collection.upcast(raw, stored));
  return { value, version: Number(version) };
}
