import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, type Config } from '../../config.ts';
import { systemClock, wait } from '../../core/clock.ts';
import { absences, holds } from '../../core/records/agency.ts';
import { accounts } from '../../core/records/identity.ts';
import { invitePerson } from '../../cli/invite.ts';
import { openRuntime, type Runtime } from '../../cli/runtime.ts';
import { seedAgency } from '../../cli/seed.ts';
import { addDays, dayAt, instantOf, type Day } from '../../domain/day.ts';
import { startSandbox, type Sandbox } from '../../sandbox/index.ts';
import { moveClock } from '../../store/movable-clock.ts';
import { startTestRedis, type TestRedis } from './redis.ts';
import { silentLog } from './silent-log.ts';

const zone = 'Europe/Paris';
export const staffBot = 'regie_staff_bot';
/** The option of Gribitch that the absence touches. */
export const touchedHold = 'gribitch-2027-03-14-la-vapeur';

/** The platforms, a Redis and the demo agency, ready for processes of the product. */
export interface FaultWorld {
  readonly sandbox: Sandbox;
  readonly redis: TestRedis;
  /** The test's own look into the store; it serves nothing. */
  readonly runtime: Runtime;
  /** For sockets and data directories. */
  readonly folder: string;
  /** Ids of the absences that the demo agency comes with. */
  readonly seededAbsences: ReadonlySet<string>;
  /** The day of the option that is touched. */
  readonly touched: Day;
  /** What a process of the product is told, by the names of the outside contract. */
  readonly environment: (redisUrl?: string) => Record<string, string>;
  /** Moves the agency's clock and the platforms' together. */
  readonly advance: (ms: number) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/**
 * Sets the world up at ten in the morning of tomorrow, agency time: nobody has quiet hours then, at whatever hour tests run.
 */
export async function setFaultWorld(settings: Readonly<Record<string, string>> = {}): Promise<FaultWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'regie-faults-'));
  const redis = await startTestRedis();
  const start = instantOf(addDays(dayAt(systemClock.now(), zone), 1), '10:00', zone);
  const sandbox = await startSandbox({ clockOffsetMs: start - systemClock.now() });
  const { token } = sandbox.telegram.control.createBot({ username: staffBot, firstName: 'Régie' });
  const environment = (redisUrl = redis.url): Record<string, string> => ({
    TELEGRAM_API_ROOT: sandbox.telegram.apiRoot,
    TELEGRAM_STAFF_TOKEN: token,
    SIGNAL_API_URL: sandbox.signal.apiUrl,
    SIGNAL_NUMBER: sandbox.signal.control.number,
    REDIS_URL: redisUrl,
    DATA_DIR: folder,
    ENCRYPTION_KEY: '0123456789abcdef'.repeat(4),
    CLOCK: 'movable',
    WEB_PORT: 'off',
    LOG_LEVEL: 'warn',
    LOCK_MS: '2000',
    STALLED_MS: '500',
    ...settings,
  });
  const runtime = await openRuntime(configOf(environment()), silentLog, 'test');
  await moveClock(runtime.connection, systemClock, start);
  await eventually('the clock has been moved', () => runtime.clock.now() >= start);
  const seeded = await seedAgency(runtime, 'demo');
  if (!seeded.ok) throw new Error(seeded.problems.join('\n'));
  const hold = await runtime.store.get(holds, touchedHold);
  if (hold === null) throw new Error(`the demo agency has no option ${touchedHold}`);
  return {
    sandbox,
    redis,
    runtime,
    folder,
    seededAbsences: new Set((await runtime.store.all(absences)).map(({ value }) => value.id)),
    touched: hold.value.day,
    environment,
    advance: async (ms) => {
      const target = runtime.clock.now() + ms;
      sandbox.clock.advance(ms);
      await moveClock(runtime.connection, systemClock, target);
      await eventually('the clock has been moved', () => runtime.clock.now() >= target);
    },
    stop: async () => {
      await runtime.close();
      await sandbox.stop();
      await redis.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function configOf(environment: Readonly<Record<string, string>>): Config {
  const read = readConfig(environment);
  if (!read.ok) throw new Error(read.problems.map(({ variable, problem }) => `${variable} ${problem}`).join('; '));
  return read.config;
}

/** Waits until a condition holds, in real time; fails with what was expected. Patient, because machines under load are slow. */
export async function eventually(
  what: string | (() => string | Promise<string>),
  holds: () => boolean | Promise<boolean>,
  patienceMs = 20_000,
): Promise<void> {
  const end = systemClock.now() + patienceMs;
  while (!(await holds())) {
    if (systemClock.now() > end)
      throw new Error(`did not happen within ${patienceMs} ms: ${typeof what === 'string' ? what : await what()}`);
    await wait(15);
  }
}

/** Links a Telegram account to a person, as that person does it: by the deep link. The product must be at work. */
export async function joinOnTelegram(world: FaultWorld, person: string): Promise<number> {
  const { control } = world.sandbox.telegram;
  const user = control.createUser({ firstName: person, languageCode: 'fr' });
  control.user(user.id).start(staffBot, await codeFor(world, person));
  await isLinked(world, person);
  await eventually(`${person} is greeted`, () => control.user(user.id).view(staffBot).messages.length >= 3);
  return user.id;
}

/** Links a Signal account to a person: they send the code. */
export async function joinOnSignal(world: FaultWorld, person: string): Promise<string> {
  const handle = world.sandbox.signal.control.addPerson({ name: person });
  handle.write(await codeFor(world, person));
  await isLinked(world, person);
  await eventually(`${person} is greeted`, () => handle.see().messages.length >= 3);
  return handle.aci;
}

async function codeFor(world: FaultWorld, person: string): Promise<string> {
  const invited = await invitePerson(world.runtime, person);
  if (invited === null) throw new Error(`nobody has the id ${person}`);
  return invited.code;
}

async function isLinked(world: FaultWorld, person: string): Promise<void> {
  await eventually(`${person} is linked`, async () =>
    (await world.runtime.store.all(accounts)).some(({ value }) => value.person === person),
  );
}
