import { type Channel, type Sink } from '../core/channel.ts';
import { wait, type Clock } from '../core/clock.ts';
import { type Commit, commitOf, put } from '../core/commit.ts';
import { type FieldCipher } from '../core/cipher.ts';
import { draftIncident } from '../core/incident.ts';
import { RegieError, permanent, type ErrorCode } from '../core/errors.ts';
import { admit } from '../core/intake.ts';
import { type Attempts } from '../core/attempts.ts';
import { type DeadLetters } from '../core/dead-letters.ts';
import { type Leases } from '../core/lease.ts';
import { type Log } from '../core/log.ts';
import { type Random } from '../core/random.ts';
import { bots, type BotProfile } from '../core/records/identity.ts';
import { incidents } from '../core/records/oversight.ts';
import { type Store } from '../core/store.ts';
import { type Streams } from '../core/streams.ts';
import { type Services } from '../core/turn.ts';
import { type HolidayCalendar } from '../domain/spoken-days/index.ts';
import { runConsumer, type Handler } from './consumer.ts';
import { createPacer } from './pacer.ts';
import { runSender } from './sender.ts';

/** The lease and fencing number under which this process commits; a later owner's number makes ours void. */
export type Fence = () => Commit['fence'];

/** What owning a bot takes. */
export interface OwnerOptions {
  readonly store: Store;
  readonly streams: Streams;
  readonly leases: Leases;
  readonly attempts: Attempts;
  readonly deadLetters: DeadLetters;
  readonly clock: Clock;
  readonly cipher: FieldCipher;
  readonly holidays: HolidayCalendar;
  readonly random: Random;
  readonly log: Log;
  readonly leaseMs: number;
  readonly handler: Handler;
  readonly services: () => Promise<Services>;
  /** Ends the process: the platform refuses us for good. */
  readonly fatal: (code: ErrorCode, message: string) => void;
}

/** A bot being served by this process, or standing by while another does. */
export interface Owner {
  /** Resolves when this process owns the bot and receives, or when the platform refused the bot and it stood down. */
  readonly serving: Promise<void>;
  /** Stops receiving, finishes what is in hand, gives the lease back. */
  readonly stop: () => Promise<void>;
}

/** Serves one bot for as long as it holds the bot's lease, and stands by otherwise. */
export function ownBot(channel: Channel, options: OwnerOptions): Owner {
  const stopping = new AbortController();
  const holder = options.random.token();
  let served = (): void => undefined;
  const serving = new Promise<void>((resolve) => (served = resolve));
  const run = async (): Promise<void> => {
    const lease = `bot:${channel.bot}`;
    const number = await acquire(options, lease, holder, stopping.signal);
    if (number === null) return;
    const session = new AbortController();
    stopping.signal.addEventListener('abort', () => session.abort(), { once: true });
    const fence: Fence = () => ({ lease, number });
    const renewing = renew(options, lease, holder, number, session, stopping.signal);
    const refusal = await serve(channel, options, fence, session, served);
    if (refusal !== null) {
      await standDown(channel, options, fence, refusal);
      served();
    }
    session.abort();
    await renewing;
    await options.leases.release(lease, holder);
  };
  const running = run().catch((error: unknown) => {
    const code = error instanceof RegieError ? error.code : 'bot.failed';
    options.fatal(code, error instanceof Error ? error.message : 'unknown failure');
  });
  return {
    serving,
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

async function acquire(
  options: OwnerOptions,
  lease: string,
  holder: string,
  signal: AbortSignal,
): Promise<number | null> {
  while (!signal.aborted) {
    const number = await options.leases.hold(lease, holder, options.leaseMs);
    if (number !== null) return number;
    await wait(options.leaseMs / 5, signal);
  }
  return null;
}

/** Keeps the lease. A process that lost it must not go on: whatever it commits is void already. */
async function renew(
  options: OwnerOptions,
  lease: string,
  holder: string,
  number: number,
  session: AbortController,
  stopping: AbortSignal,
): Promise<void> {
  while (!session.signal.aborted) {
    await wait(options.leaseMs / 3, session.signal);
    if (session.signal.aborted) return;
    if ((await options.leases.hold(lease, holder, options.leaseMs)) !== number && !stopping.aborted) {
      session.abort();
      options.fatal('bot.lease_lost', `${lease} now belongs to another process`);
    }
  }
}

/** Serves until the session ends. Returns why the platform refused a bot that the agency can do without, else null. */
async function serve(
  channel: Channel,
  options: OwnerOptions,
  fence: Fence,
  session: AbortController,
  served: () => void,
): Promise<RegieError | null> {
  const { signal } = session;
  const inbox = await options.streams.readInbox(channel.bot);
  const lanes = await Promise.all(
    (['reply', 'bulk'] as const).map((lane) => options.streams.readOutbox(channel.bot, lane)),
  );
  let refusal: RegieError | null = null;
  const refuse = (error: RegieError): void => {
    if (channel.dispensable !== true) return options.fatal(error.code, error.message);
    refusal = error;
    session.abort();
  };
  const sink: Sink = {
    receive: async (messages) => {
      await options.streams.inbox.append(admit(messages, options));
    },
    fatal: options.fatal,
    refused: (code, message) => refuse(permanent(code, message)),
  };
  const started = await starting(channel, sink, signal, refuse);
  const loops: Promise<void>[] = [];
  if (started !== null) {
    await options.store.commit(
      commitOf(`bot:${channel.bot}:${options.random.token()}`, { writes: [put(bots, started)] }),
    );
    served();
    const pacer = createPacer(channel.limits, options.clock);
    loops.push(
      runConsumer({ ...options, channel, fence }, inbox, signal),
      ...lanes.map((lane) => runSender({ ...options, channel, pacer, fence }, lane, signal)),
    );
  }
  await aborted(signal);
  await channel.stop();
  await Promise.all(loops);
  await Promise.all([inbox, ...lanes].map((reader) => reader.close()));
  return refusal;
}

/** Starts the channel. Null when the session ended first, as it may while the platform is down, or the bot was refused. */
async function starting(
  channel: Channel,
  sink: Sink,
  signal: AbortSignal,
  refuse: (error: RegieError) => void,
): Promise<BotProfile | null> {
  try {
    return await Promise.race([channel.start(sink), aborted(signal)]);
  } catch (error) {
    if (!(error instanceof RegieError)) throw error;
    refuse(error);
    return null;
  }
}

function aborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    else signal.addEventListener('abort', () => resolve(null), { once: true });
  });
}

/** One bot the platform refuses stops alone: it is logged, and those on call hear of it once until they close the incident. */
async function standDown(
  channel: Channel,
  options: OwnerOptions,
  fence: Fence,
  { code, message }: RegieError,
): Promise<void> {
  options.log.error({ code, bot: channel.bot }, `${message}; the bot stands down until the next start`);
  const id = `refused:${channel.bot}`;
  const known = await options.store.get(incidents, id);
  if (known !== null && known.value.action === null) return;
  const name = `${id}:${options.random.token()}`;
  let count = 0;
  const step = { ...(await options.services()), nextId: () => `${name}:${count++}` };
  const draft = await draftIncident(step, { id, severity: 'critical', code, source: channel.bot, detail: message });
  await options.store.commit(commitOf(name, draft, { fence: fence() }));
}
