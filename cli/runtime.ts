import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Config } from '../config.ts';
import { type Attempts } from '../core/attempts.ts';
import { type FieldCipher } from '../core/cipher.ts';
import { systemClock, type Clock } from '../core/clock.ts';
import { type DueTable } from '../core/due.ts';
import { permanent } from '../core/errors.ts';
import { type Leases } from '../core/lease.ts';
import { type Log } from '../core/log.ts';
import { systemRandom } from '../core/random.ts';
import { type Agency } from '../core/records/agency.ts';
import { type Store } from '../core/store.ts';
import { type Streams } from '../core/streams.ts';
import { type Services } from '../core/turn.ts';
import { agencyOf } from '../bot/who.ts';
import { catalogue } from '../conversations/catalogue.ts';
import { dayAt } from '../domain/day.ts';
import { holidayCalendar } from '../integrations/holidays/index.ts';
import { loadTexts } from '../locales/texts.ts';
import { createAttempts } from '../store/attempts.ts';
import { createCipher } from '../store/cipher.ts';
import { createDueTable } from '../store/due.ts';
import { createGate, type Gate } from '../store/gate.ts';
import { createLeases } from '../store/leases.ts';
import { startMovableClock } from '../store/movable-clock.ts';
import { connect, type Connection } from '../store/redis.ts';
import { checkRedis } from '../store/server/check-redis.ts';
import { findRedis } from '../store/server/find-redis.ts';
import { createStore } from '../store/store.ts';
import { createStreams } from '../store/streams.ts';

/** The prefix of every key, so that one Redis can hold something else besides. */
const prefix = 'regie';

/** The store and everything that lives on it, opened once for a process. */
export interface Runtime {
  readonly config: Config;
  readonly log: Log;
  readonly connection: Connection;
  readonly store: Store;
  readonly streams: Streams;
  readonly leases: Leases;
  readonly attempts: Attempts;
  readonly due: DueTable;
  readonly gate: Gate;
  readonly clock: Clock;
  readonly cipher: FieldCipher;
  readonly services: () => Promise<Services>;
  readonly open: () => Connection;
  /** Resolves when the private server under us ended by itself. */
  readonly lost: Promise<string>;
  readonly close: () => Promise<void>;
}

/** Finds Redis, opens the store and builds what every role shares. `name` is how this process reports that it followed the clock. */
export async function openRuntime(config: Config, log: Log, name: string): Promise<Runtime> {
  const found = await findRedis({
    redisUrl: config.redisUrl,
    dataDir: config.dataDir,
    redisBin: config.redisBin,
    cacheDir: '.cache',
    log,
  });
  const open = (): Connection => connect({ address: found.address, prefix, log });
  const connection = open();
  const problems = await checkRedis(connection.redis);
  if (problems.length > 0) {
    await connection.close();
    await found.stop();
    throw permanent('store.unfit', problems.join(' '));
  }
  const movable =
    config.clock === 'movable'
      ? await startMovableClock(connection, `${name}-${systemRandom.token()}`, systemClock)
      : null;
  const clock: Clock = movable ?? systemClock;
  const cipher = createCipher(await encryptionKey(config, log));
  const store = createStore(connection);
  return {
    config,
    log,
    connection,
    store,
    streams: createStreams(connection, open),
    leases: createLeases(connection),
    attempts: createAttempts(connection),
    due: createDueTable(connection),
    gate: createGate(connection),
    clock,
    cipher,
    services: servicesOf(config, log, store, clock, cipher),
    open,
    lost: found.lost,
    close: async () => {
      movable?.stop();
      await connection.close();
      await found.stop();
    },
  };
}

function servicesOf(
  config: Config,
  log: Log,
  store: Store,
  clock: Clock,
  cipher: FieldCipher,
): () => Promise<Services> {
  const textsOf = loadTexts();
  const year = Number(dayAt(clock.now(), config.agency.timezone).slice(0, 4));
  const holidays = holidayCalendar({ from: year - 1, to: year + 4 });
  const unnamed: Agency = { id: 'agency', name: 'Régie', contact: config.contactEmail ?? '—', ...config.agency };
  return async () => {
    const agency = await agencyOf(store, unnamed);
    const contact = config.contactEmail ?? agency.contact;
    return {
      store,
      now: clock.now(),
      random: systemRandom,
      log,
      textsOf,
      agency: { ...agency, contact },
      cipher,
      holidays,
      commands: catalogue.commands,
    };
  };
}

/** The key of the environment, else the one in DATA_DIR, made on the first run. */
async function encryptionKey(config: Config, log: Log): Promise<string> {
  if (config.encryptionKey !== null) return config.encryptionKey;
  const path = join(config.dataDir, 'encryption.key');
  if (existsSync(path)) return (await readFile(path, 'utf8')).trim();
  await mkdir(config.dataDir, { recursive: true });
  const made = Array.from({ length: 64 }, () => systemRandom.integer(16).toString(16)).join('');
  await writeFile(path, `${made}\n`, { mode: 0o600, flag: 'wx' }).catch(() => undefined);
  log.warn({ code: 'cipher.key_made' }, `made an encryption key in ${path}: keep a copy apart from the backups`);
  return (await readFile(path, 'utf8')).trim();
}
