import { type ErrorCode } from '../core/errors.ts';
import { runDue } from '../core/due-runner.ts';
import { admit } from '../core/intake.ts';
import { bots } from '../core/records/identity.ts';
import { ownBot } from '../bot/owner.ts';
import { createRouter } from '../bot/router.ts';
import { startReader } from '../bot/channels/signal/reader.ts';
import { signalBot } from '../bot/channels/signal/refs.ts';
import { parseUpdate } from '../bot/channels/telegram/parse.ts';
import { telegramBot } from '../bot/channels/telegram/refs.ts';
import { catalogue, dueHandlers } from '../conversations/catalogue.ts';
import { createSignalClient } from '../integrations/signal/client.ts';
import { dailyHandler, scheduleDaily } from '../jobs/daily.ts';
import { digestDue } from '../jobs/digests.ts';
import { createQueue, type JobQueue } from '../jobs/queue.ts';
import { handlers as jobHandlers } from '../jobs/handlers.ts';
import { jobRetry, runRelay, workJob, type WorkerOptions } from '../jobs/worker.ts';
import { connectQueue } from '../store/redis.ts';
import { startWeb } from '../web/server.ts';
import { createChannels } from './bots.ts';
import { outsideOf } from './outside.ts';
import { sheetPage } from '../jobs/touring/sheet-page.ts';
import { pagesOf } from './pages.ts';
import { type RoleName } from './role-names.ts';
import { type Runtime } from './runtime.ts';

/** A role at work. */
export interface Running {
  readonly ready: Promise<void>;
  /** Exchanges with Redis so far, waiting for new entries not counted. */
  readonly roundTrips: () => number;
  readonly stop: () => Promise<void>;
}

const nothing = { ready: Promise.resolve(), roundTrips: () => 0, stop: async (): Promise<void> => undefined };

/** Called when the process must end: the reason is one line for the operator. */
export type Fatal = (code: ErrorCode, message: string) => void;

/** Starts one role; it runs until stopped. */
export async function startRole(name: RoleName, runtime: Runtime, fatal: Fatal): Promise<Running> {
  switch (name) {
    case 'bot':
      return startBots(runtime, fatal);
    case 'worker':
      return startWorker(runtime);
    case 'web':
      return startWebRole(runtime);
    case 'signal-reader':
      return startSignalReader(runtime);
  }
}

async function startBots(runtime: Runtime, fatal: Fatal): Promise<Running> {
  const { clock, cipher, log, config } = runtime;
  const shelf = runtime.newShelf();
  const { store, gate, services } = shelf;
  const handler = createRouter({ store, catalogue, gate, services, clock });
  const { random, holidays } = await services();
  const options = { ...shelf, clock, cipher, holidays, log, random, leaseMs: config.leaseMs, handler, fatal };
  const owners = (await createChannels(runtime)).map((channel) => ownBot(channel, options));
  return {
    ready: Promise.all(owners.map((owner) => owner.serving)).then(() => undefined),
    roundTrips: shelf.connection.roundTrips.count,
    stop: async () => {
      await Promise.all(owners.map((owner) => owner.stop()));
    },
  };
}

const drainMs = 20_000;

/** The queue over this runtime's Redis. */
export function queueOf(runtime: Runtime): JobQueue {
  const { config, log, connection, address } = runtime;
  return createQueue({
    open: () => connectQueue({ address, prefix: connection.prefix, log }),
    prefix: connection.key('bull'),
    lockMs: config.lockMs,
    stalledMs: config.stalledMs,
    log,
  });
}

async function startWorker(runtime: Runtime): Promise<Running> {
  const { store, services, log, due, clock } = runtime;
  const stopping = new AbortController();
  const queue = queueOf(runtime);
  const options: WorkerOptions = {
    store,
    queue,
    jobs: new Map(Object.entries(jobHandlers)),
    services,
    outside: await outsideOf(runtime),
    log,
    deadLetters: runtime.deadLetters,
  };
  queue.start((job, last) => workJob(options, job, last));
  const reader = await runtime.streams.readJobs();
  const { agency } = await services();
  await scheduleDaily(store, due, clock.now(), agency.timezone);
  const handlers = new Map([
    ...dueHandlers,
    ['daily', dailyHandler],
    ['digest', digestDue],
    ['job.retry', jobRetry],
  ] as const);
  const loops = Promise.all([
    runRelay(options, reader, stopping.signal),
    runDue({ store, table: due, clock, log, handlers, services }, stopping.signal),
  ]);
  return {
    ...nothing,
    stop: async () => {
      stopping.abort();
      await loops;
      await reader.close();
      await queue.stop(drainMs);
    },
  };
}

async function startWebRole(runtime: Runtime): Promise<Running> {
  const { config, connection, log } = runtime;
  if (config.webPort === null) return nothing;
  const { webhook } = config.telegram;
  const web = await startWeb({
    port: config.webPort,
    problems: async () => ((await connection.redis.ping()) === 'PONG' ? [] : ['redis does not answer']),
    telegram:
      webhook === null ? null : { secret: webhook.secret, accept: (bot, update) => acceptUpdate(runtime, bot, update) },
    pages: pagesOf(runtime, async (show, name) => sheetPage(await runtime.services(), show, name)),
  });
  log.info({ port: web.port }, 'web is listening');
  return { ...nothing, stop: web.stop };
}

/** Stores an update that a webhook brought; false when there is no such bot. */
async function acceptUpdate(runtime: Runtime, name: string, update: unknown): Promise<boolean> {
  const bot = telegramBot(name);
  const profile = await runtime.store.get(bots, bot);
  if (profile === null) return false;
  const message = parseUpdate(update, { bot, id: Number(profile.value.platformId), username: profile.value.username });
  if (message !== null) await runtime.streams.inbox.append(admit([message], runtime));
  return true;
}

/** A second pair of ears: the socket to the inbox and nothing else. */
async function startSignalReader(runtime: Runtime): Promise<Running> {
  const { config, log, streams } = runtime;
  if (config.signal === null) return nothing;
  const client = createSignalClient(config.signal);
  const reader = startReader({
    url: client.receiveUrl,
    self: { bot: signalBot(client.number), number: client.number },
    sink: {
      receive: async (messages) => void (await streams.inbox.append(admit(messages, runtime))),
    },
    log,
  });
  return { ...nothing, ready: reader.ready, stop: reader.stop };
}
