import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Config } from '../config.ts';
import { type Attempts } from '../core/attempts.ts';
import { type FieldCipher } from '../core/cipher.ts';
import { systemClock, type Clock } from '../core/clock.ts';
import { type DeadLetters } from '../core/dead-letters.ts';
import { type DueTable } from '../core/due.ts';
import { permanent } from '../core/errors.ts';
import { type Leases } from '../core/lease.ts';
import { type Log } from '../core/log.ts';
import { systemRandom } from '../core/random.ts';
import { type Agency } from '../core/records/agency.ts';
import { type SearchIndex } from '../core/search.ts';
import { type Store } from '../core/store.ts';
import { type Streams } from '../core/streams.ts';
import { type Services } from '../core/turn.ts';
import { webLinks, type WebLinks } from '../core/web-links.ts';
import { createSearchIndex } from '../agency/search/search-index.ts';
import { agencyOf } from '../bot/who.ts';
import { catalogue } from '../conversations/catalogue.ts';
import { dayAt } from '../domain/day.ts';
import { type HolidayCalendar } from '../domain/spoken-days/index.ts';
import { holidayCalendar } from '../integrations/holidays/index.ts';
import { loadTexts } from '../locales/texts.ts';
import { createAttempts } from '../store/attempts.ts';
import { createChanges } from '../store/changes.ts';
import { createCipher } from '../store/cipher.ts';
import { createDeadLetters } from '../store/dead-letters.ts';
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

/** Where a private Redis is unpacked. */
const cacheDir = join(import.meta.dirname, '..', '.cache');

/** The store over one connection, and everything that lives on it. */
export interface Shelf {
  readonly connection: Connection;
  readonly store: Store;
  readonly streams: Streams;
  readonly leases: Leases;
  readonly attempts: Attempts;
  readonly due: DueTable;
  readonly gate: Gate;
  readonly deadLetters: DeadLetters;
  readonly services: () => Promise<Services>;
}

/** What every role of a process shares. */
export interface Runtime extends Shelf {
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  readonly cipher: FieldCipher;
  readonly holidays: HolidayCalendar;
  readonly links: WebLinks;
  /** The same store over a connection of its own, so that one role's traffic does not wait behind another's. */
  readonly newShelf: () => Shelf;
  /** Where Redis is. */
  readonly address: string;
  /** Resolves when the private server under us ended by itself. */
  readonly lost: Promise<string>;
  readonly close: () => Promise<void>;
}

/** Finds Redis, opens the store and builds what every role shares. `name` is how this process reports that it followed the clock. */
export async function openRuntime(config: Config, log: Log, name: string): Promise<Runtime> {
  const { redisUrl, dataDir, redisBin } = config;
  const found = await findRedis({ redisUrl, dataDir, redisBin, cacheDir, log });
  const opened: Connection[] = [];
  const open = (): Connection => {
    const connection = connect({ address: found.address, prefix, log });
    opened.push(connection);
    return connection;
  };
  const close = async (): Promise<void> => {
    await Promise.all(opened.map((connection) => connection.close()));
    await found.stop();
  };
  const first = open();
  const problems = await checkRedis(first.redis);
  if (problems.length > 0) {
    await close();
    throw permanent('store.unfit', problems.join(' '));
  }
  const id = `${name}-${systemRandom.token()}`;
  const movable = config.clock === 'movable' ? await startMovableClock(first, id, systemClock) : null;
  const clock: Clock = movable ?? systemClock;
  const key = await encryptionKey(config, log);
  const cipher = createCipher(key);
  const links = webLinks(config.webUrl, key);
  const holidays = holidaysAround(clock, config.agency.timezone);
  const services = servicesOver(config, { log, clock, cipher, holidays, links, search: searchOver(first) });
  const newShelf = (connection = open()): Shelf => shelfOver(connection, open, services);
  return {
    ...newShelf(first),
    config,
    log,
    clock,
    cipher,
    holidays,
    links,
    newShelf: () => newShelf(),
    address: found.address,
    lost: found.lost,
    close: async () => {
      movable?.stop();
      await close();
    },
  };
}

/** The holidays of the years anybody speaks of. */
function holidaysAround(clock: Clock, zone: string): HolidayCalendar {
  const year = Number(dayAt(clock.now(), zone).slice(0, 4));
  return holidayCalendar({ from: year - 1, to: year + 4 });
}

/** One index for the whole process, built when somebody first looks for something. */
function searchOver(connection: Connection): SearchIndex {
  return createSearchIndex(createStore(connection), createChanges(connection));
}

function shelfOver(
  connection: Connection,
  open: () => Connection,
  services: (store: Store) => Promise<Services>,
): Shelf {
  const store = createStore(connection);
  return {
    connection,
    store,
    streams: createStreams(connection, open),
    leases: createLeases(connection),
    attempts: createAttempts(connection),
    due: createDueTable(connection),
    gate: createGate(connection),
    deadLetters: createDeadLetters(connection),
    services: () => services(store),
  };
}

function servicesOver(
  config: Config,
  shared: Pick<Runtime, 'log' | 'clock' | 'cipher' | 'holidays' | 'links'> & { readonly search: SearchIndex },
): (store: Store) => Promise<Services> {
  const textsOf = loadTexts();
  const unnamed: Agency = { id: 'agency', name: 'Régie', contact: config.contactEmail ?? '—', ...config.agency };
  const { log, clock, cipher, holidays, links, search } = shared;
  const fixed = { random: systemRandom, log, textsOf, cipher, holidays, links, search, commands: catalogue.commands };
  return async (store) => {
    const agency = await agencyOf(store, unnamed);
    return { ...fixed, store, now: clock.now(), agency: { ...agency, contact: config.contactEmail ?? agency.contact } };
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
