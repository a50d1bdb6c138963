import { z } from 'zod';
import { inboundSchema, type Inbound } from '../core/inbound.ts';
import { outboundSchema } from '../core/outbound.ts';
import { type Inbox, type Entry, type Reader, type Streams } from '../core/streams.ts';
import { type Connection } from './redis.ts';

/** Longer than Telegram (24 h) or Signal repeat an undelivered event. */
const dedupeMemory = 48 * 3_600_000;
const group = 'owner';
/** How many takes lie between two looks at what was taken and never finished. */
const lookEvery = 8;
const mostPending = 10_000;

const jobEntrySchema = z.strictObject({ id: z.string(), name: z.string(), payload: z.unknown() });

const batchSchema = z
  .array(z.tuple([z.string(), z.array(z.tuple([z.string(), z.array(z.string()).nullable()]))]))
  .nullable();

/** The streams of the store; `open` makes the extra connection that a waiting reader needs. */
export function createStreams(connection: Connection, open: () => Connection): Streams {
  return {
    inbox: createInbox(connection),
    readInbox: (bot) => createReader(open(), `in:${bot}`, inboundSchema),
    readOutbox: (bot, lane) => createReader(open(), `out:${bot}:${lane}`, outboundSchema),
    readJobs: () => createReader(open(), 'jobs', jobEntrySchema),
  };
}

function createInbox(connection: Connection): Inbox {
  return {
    append: async (messages) => {
      let appended = 0;
      for (const [bot, group] of byBot(messages)) {
        const pairs = group.flatMap((message) => [message.dedupe, JSON.stringify(message)]);
        appended += z.number().parse(await connection.run('append', `in:${bot}`, dedupeMemory, ...pairs));
      }
      return appended;
    },
  };
}

function byBot(messages: readonly Inbound[]): Map<string, Inbound[]> {
  const groups = new Map<string, Inbound[]>();
  for (const message of messages) groups.set(message.bot, [...(groups.get(message.bot) ?? []), message]);
  return groups;
}

/**
 * One consumer name for whoever owns the stream: after a takeover, reading from the start returns what the last owner
 * had taken and not finished.
 */
async function createReader<T>(connection: Connection, stream: string, schema: z.ZodType<T>): Promise<Reader<T>> {
  const key = connection.key(stream);
  await connection.redis.sadd(connection.key('streams'), stream);
  await connection.redis.xgroup('CREATE', key, group, '0', 'MKSTREAM').catch((error: unknown) => {
    if (!(error instanceof Error) || !error.message.startsWith('BUSYGROUP')) throw error;
  });
  const inHand = new Set<string>();
  let takes = 0;
  const readFrom = async (start: string, limit: number, waitMs: number): Promise<Entry<T>[]> => {
    const blocking = start === '>' ? (['BLOCK', Math.max(1, waitMs)] as const) : ([] as const);
    const raw = await connection.redis.call(
      'XREADGROUP',
      'GROUP',
      group,
      'owner',
      'COUNT',
      limit,
      ...blocking,
      'STREAMS',
      key,
      start,
    );
    const batch = batchSchema.parse(raw)?.[0]?.[1] ?? [];
    return batch.map(([entry, fields]) => ({ stream, entry, value: parseField(schema, fields?.[1]) }));
  };
  /** What is taken and not finished, by whomever; our own work in hand is left out and forgotten once finished. */
  const leftBehind = async (): Promise<Entry<T>[]> => {
    const pending = await readFrom('0', mostPending, 0);
    const ids = new Set(pending.map(({ entry }) => entry));
    for (const entry of inHand) if (!ids.has(entry)) inHand.delete(entry);
    return pending.filter(({ entry }) => !inHand.has(entry));
  };
  const handOut = (entries: Entry<T>[]): Entry<T>[] => {
    for (const { entry } of entries) inHand.add(entry);
    return entries;
  };
  return {
    take: async (limit, waitMs) => {
      // An owner whose lease ran out may still have taken an entry in its last moment, so looking once at the start is not enough.
      const look = takes % lookEvery === 0;
      takes += 1;
      const left = look ? (await leftBehind()).slice(0, limit) : [];
      if (left.length > 0) takes = 0;
      return handOut(left.length > 0 ? left : await readFrom('>', limit, waitMs));
    },
    drop: async ({ entry }) => {
      await connection.redis.multi().xack(key, group, entry).xdel(key, entry).exec();
    },
    close: connection.close,
  };
}

function parseField<T>(schema: z.ZodType<T>, json: string | undefined): T | null {
  if (json === undefined) return null;
  try {
    return schema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}
