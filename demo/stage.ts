import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readConfig, type Config } from '../config.ts';
import { systemClock, wait } from '../core/clock.ts';
import { type Log } from '../core/log.ts';
import { advanceClock } from '../cli/clock.ts';
import { invitePerson } from '../cli/invite.ts';
import { startRoles, type Started } from '../cli/start.ts';
import { openRuntime } from '../cli/runtime.ts';
import { seedAgency } from '../cli/seed.ts';
import { instantOf, parseDay } from '../domain/day.ts';
import { readSeed } from '../store/seed/seed.ts';
import { startSandbox, type Sandbox, type SandboxOptions } from '../sandbox/index.ts';

/** The emulated outside world with the product running against it, over the real wire formats. */
export interface Stage {
  readonly sandbox: Sandbox;
  readonly config: Config;
  readonly product: Started;
  /** Telegram usernames of the bots, by name (`staff`, artist ids). */
  readonly bots: Readonly<Record<string, string>>;
  /** Moves the product's clock and the platforms' together. */
  readonly moveTo: (instant: number) => Promise<void>;
  readonly now: () => number;
  readonly stop: () => Promise<void>;
}

/** How to set a stage up. */
export interface StageOptions {
  readonly dataDir: string;
  readonly log: Log;
  /** Acts with a bot of their own, by id. */
  readonly artistBots: readonly string[];
  readonly sandbox?: SandboxOptions;
  readonly environment?: Readonly<Record<string, string>>;
  /** Shared calendars for every act that has one; without, the calendar service is off. */
  readonly google?: boolean;
  /** Keep what an earlier stage left in `dataDir`. */
  readonly keep?: boolean;
  /** The store to use instead of a private one under `dataDir`. */
  readonly redisUrl?: string;
}

/** The stage's own present, a Monday morning before the season: what is played does not depend on when, nor on the hour. */
const opening = instantOf(parseDay('2026-11-23') ?? noDay(), '10:00', 'Europe/Paris');

/** Sets the product's clock before its processes start; from then on it only moves forward. A kept store keeps its time. */
async function presetClock(config: Config, log: Log): Promise<void> {
  const runtime = await openRuntime({ ...config, clock: 'system' }, log, 'stage');
  await runtime.connection.redis.set(runtime.connection.key('clock:offset'), opening - systemClock.now(), 'NX');
  await runtime.close();
}

/** Starts the sandbox, seeds the demo agency and starts every role in this process. */
export async function setStage(options: StageOptions): Promise<Stage> {
  if (options.keep !== true) await rm(options.dataDir, { recursive: true, force: true });
  const sandbox = await startSandbox({ clockOffsetMs: opening - systemClock.now(), ...options.sandbox });
  const staff = sandbox.telegram.control.createBot({ username: 'regie_staff_bot', firstName: 'Régie' });
  const artists = options.artistBots.map((id) => ({
    ...sandbox.telegram.control.createBot({
      username: `regie_${id.replaceAll('-', '_')}_bot`,
      firstName: id,
      privacy: false,
    }),
    artist: id,
  }));
  const config = configFor(
    options.google === true ? await withGoogle(options, sandbox) : options,
    sandbox,
    staff.token,
    Object.fromEntries(artists.map((bot) => [bot.artist, bot.token])),
  );
  await presetClock(config, options.log);
  if (options.google === true) await shareCalendars(sandbox);
  const product = await startRoles(config, ['bot', 'worker'], options.log);
  await product.ready;
  const seeded = await seedAgency(product.runtime, 'demo');
  if (!seeded.ok) throw new Error(seeded.problems.join('\n'));
  return {
    sandbox,
    config,
    product,
    bots: { staff: staff.username, ...Object.fromEntries(artists.map((bot) => [bot.artist, bot.username])) },
    now: product.runtime.clock.now,
    moveTo: async (instant) => {
      sandbox.clock.advance(Math.max(0, instant - sandbox.clock.now()));
      const left = await advanceClock(product.runtime, instant);
      if (left.length > 0) throw new Error(`still on its way: ${left.join(', ')}`);
    },
    stop: async () => {
      await product.stop();
      await sandbox.stop();
    },
  };
}

/** The key file of the product's own account, where the product will look for it. */
async function withGoogle(options: StageOptions, sandbox: Sandbox): Promise<StageOptions> {
  await mkdir(options.dataDir, { recursive: true });
  const file = join(options.dataDir, 'google.json');
  await writeFile(file, sandbox.google.control.credentials(), { mode: 0o600 });
  return {
    ...options,
    environment: { GOOGLE_CREDENTIALS: file, GOOGLE_API_ROOT: sandbox.google.url, ...options.environment },
  };
}

/** A calendar for each act of the demo agency that names one, shared with the product. */
async function shareCalendars(sandbox: Sandbox): Promise<void> {
  const read = await readSeed(join(import.meta.dirname, 'agency'));
  if (!read.ok) throw new Error(read.problems.join('\n'));
  for (const { name, calendar } of read.seed.artists)
    if (calendar !== null) sandbox.google.control.createCalendar({ id: calendar, summary: name });
}

function configFor(
  options: StageOptions,
  sandbox: Sandbox,
  staffToken: string,
  artistTokens: Readonly<Record<string, string>>,
): Config {
  const read = readConfig({
    TELEGRAM_API_ROOT: sandbox.telegram.apiRoot,
    TELEGRAM_STAFF_TOKEN: staffToken,
    TELEGRAM_ARTIST_TOKENS: Object.entries(artistTokens)
      .map(([id, token]) => `${id}=${token}`)
      .join(','),
    SIGNAL_API_URL: sandbox.signal.apiUrl,
    SIGNAL_NUMBER: sandbox.signal.control.number,
    DATA_DIR: options.dataDir,
    CLOCK: 'movable',
    WEB_PORT: 'off',
    ...(options.redisUrl === undefined ? {} : { REDIS_URL: options.redisUrl }),
    ...options.environment,
  });
  if (!read.ok) throw new Error(read.problems.map(({ variable, problem }) => `${variable} ${problem}`).join('; '));
  return read.config;
}

function noDay(): never {
  throw new RangeError('the opening day does not exist');
}

/** Invites somebody and returns the code that links an account. */
export async function codeFor(stage: Stage, person: string): Promise<string> {
  const invited = await invitePerson(stage.product.runtime, person);
  if (invited === null) throw new Error(`nobody has the id ${person}`);
  return invited.code;
}

/** Waits until `look` finds something, in real time; fails with what was expected. */
export async function until<T>(what: string, look: () => T | null | undefined, patienceMs = 5000): Promise<T> {
  const end = systemClock.now() + patienceMs;
  for (;;) {
    const found = look();
    if (found !== null && found !== undefined) return found;
    if (systemClock.now() > end) throw new Error(`did not happen: ${what}`);
    await wait(15);
  }
}
