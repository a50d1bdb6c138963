import { z } from 'zod';
import { wait } from '../core/clock.ts';
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
/** With this many in hand nothing more is taken, so that a backlog waits in the store and not in memory. */
const mostInHand = 1_000;
/** A lane of the outbox is seen further, so that what was asked for last gets its turns beside a thousand asked for first. */
const mostToSend = 4_000;
const fullPauseMs = 50;

const jobEntrySchema = z.strictObject({ id: z.string(), name: z.string(), payload: z.unknown() });

const entriesSchema = z.array(z.tuple([z.string(), z.array(z.string()).nullable()]).nullable());
const batchSchema = z.array(z.tuple([z.string(), entriesSchema])).nullable();
const pendingSchema = z.array(z.tuple([z.string(), z.string(), z.number(), z.number()]));

/** The streams of the store; `open` makes the extra connection that a waiting reader needs. */
export function createStreams(connection: Connection, open: () => Connection): Streams {
  return {
    inbox: createInbox(connection),
    readInbox: (bot) => createReader(open(), `in:${bot}`, inboundSchema),
    readOutbox: (bot, lane) => createReader(open(), `out:${bot}:${lane}`, outboundSchema, mostToSend),
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
async function createReader<T>(
  connection: Connection,
  stream: string,
  schema: z.ZodType<T>,
  most = mostInHand,
): Promise<Reader<T>> {
  const key = connection.key(stream);
  await openGroup(connection, stream);
  const inHand = new Set<string>();
  let takes = 0;
  const handOut = (raw: z.infer<typeof entriesSchema>): Entry<T>[] => {
    const entries = raw.filter((one) => one !== null);
    for (const [entry] of entries) inHand.add(entry);
    return entries.map(([entry, fields]) => ({ stream, entry, value: parseField(schema, fields?.[1]) }));
  };
  /** Ids of what is taken and not finished, by whomever; our own work in hand is left out and forgotten once finished. */
  const leftBehind = async (): Promise<string[]> => {
    const listed = pendingSchema.parse(await connection.redis.call('XPENDING', key, group, '-', '+', mostPending));
    const ids = new Set(listed.map(([entry]) => entry));
    // A list that was cut says nothing about those it leaves out.
    if (ids.size < mostPending) for (const entry of inHand) if (!ids.has(entry)) inHand.delete(entry);
    return [...ids].filter((entry) => !inHand.has(entry));
  };
  const claim = async (ids: readonly string[]): Promise<Entry<T>[]> =>
    handOut(entriesSchema.parse(await connection.redis.call('XCLAIM', key, group, 'owner', 0, ...ids)));
  const read = async (limit: number, waitMs: number): Promise<Entry<T>[]> => {
    const options = ['COUNT', limit, 'BLOCK', Math.max(1, waitMs), 'STREAMS', key, '>'];
    const raw = await connection.redis.call('XREADGROUP', 'GROUP', group, 'owner', ...options);
    return handOut(batchSchema.parse(raw)?.[0]?.[1] ?? []);
  };
  return {
    take: async (wanted, waitMs) => {
      // An owner whose lease ran out may still have taken an entry in its last moment, so looking once at the start is not enough.
      const look = takes % lookEvery === 0 || inHand.size >= most;
      takes += 1;
      const left = look ? await leftBehind() : [];
      const limit = Math.min(wanted, most - inHand.size);
      if (limit <= 0) {
        await wait(Math.min(waitMs, fullPauseMs));
        return [];
      }
      if (left.length === 0) return read(limit, waitMs);
      takes = 0;
      return claim(left.slice(0, limit));
    },
    drop: async ({ entry }) => {
      await connection.redis.multi().xack(key, group, entry).xdel(key, entry).exec();
    },
    close: connection.close,
  };
}

async function openGroup(connection: Connection, stream: string): Promise<void> {
  await connection.redis.sadd(connection.key('streams'), stream);
  await connection.redis.xgroup('CREATE', connection.key(stream), group, '0', 'MKSTREAM').catch((error: unknown) => {
    if (!(error instanceof Error) || !error.message.startsWith('BUSYGROUP')) throw error;
  });
}

function parseField<T>(schema: z.ZodType<T>, json: string | undefined): T | null {
  if (json === undefined) return null;
  try {
    return schema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}
