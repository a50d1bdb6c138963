import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appendFileSync } from 'node:fs';
import { systemClock, wait } from '../../core/clock.ts';
import { type Log } from '../../core/log.ts';
import { type Person } from '../../domain/person.ts';
import { people } from '../../core/records/agency.ts';
import { commitOf, put } from '../../core/commit.ts';
import { systemRandom } from '../../core/random.ts';
import { addDays, dayAt, instantOf, type Day } from '../../domain/day.ts';
import { clockOffset, moveClock } from '../../store/movable-clock.ts';
import { unfinished } from '../../store/idle.ts';
import { codeFor, setStage, type Stage } from '../../demo/stage.ts';
import { type SandboxOptions } from '../../sandbox/index.ts';
import { signalPerson, telegramPerson, type SignalPerson, type TelegramPerson } from './cast.ts';
import { wrongRequests } from './requests.ts';
import { startTestRedis, type TestRedis } from './redis.ts';

/** The whole product at work in front of the emulated platforms, at ten in the morning of a day after the real one. */
export interface Company {
  readonly stage: Stage;
  readonly redis: TestRedis;
  readonly staff: string;
  /** The agency's day now. */
  readonly today: () => Day;
  /** The day so many days from now. */
  readonly day: (ahead: number) => Day;
  /** Somebody of the demo agency who has joined by Telegram with an invitation. */
  readonly telegram: (person: string, languageCode?: string) => Promise<TelegramPerson>;
  /** The same by Signal. */
  readonly signal: (person: string) => Promise<SignalPerson>;
  /** Somebody on Telegram nobody invited. */
  readonly stranger: (name?: string, languageCode?: string) => TelegramPerson;
  /** The same on Signal. */
  readonly signalStranger: (name?: string) => SignalPerson;
  /** Changes a person's record behind the product's back, as the hub or another manager would. */
  readonly change: (person: string, change: Partial<Person>) => Promise<void>;
  /** Resolves once everything the product was told is handled and everything it had to say is said. */
  readonly calm: () => Promise<void>;
  /** Moves time. */
  readonly later: (ms: number) => Promise<void>;
  /** Moves to an hour of the agency on the day so many days ahead. */
  readonly at: (ahead: number, time: string) => Promise<void>;
  /** Everything the product logged, one JSON text a line. */
  readonly logs: () => readonly string[];
  /** Ends the run; fails when any request of it broke a published description of the platforms. */
  readonly stop: () => Promise<void>;
}

const zone = 'Europe/Paris';
const patienceMs = 20_000;

/** Sets a stage on a Redis of its own. */
export async function openCompany(
  options: {
    readonly artistBots?: readonly string[];
    readonly sandbox?: SandboxOptions;
    /** With the calendars of the acts shared with the product. */
    readonly google?: boolean;
    readonly environment?: Readonly<Record<string, string>>;
  } = {},
): Promise<Company> {
  const redis = await startTestRedis();
  const dataDir = await mkdtemp(join(tmpdir(), 'regie-company-'));
  const lines: string[] = [];
  const stage = await setStage({
    dataDir,
    log: collecting(lines),
    artistBots: options.artistBots ?? [],
    redisUrl: redis.url,
    google: options.google ?? false,
    ...(options.sandbox === undefined ? {} : { sandbox: options.sandbox }),
    ...(options.environment === undefined ? {} : { environment: options.environment }),
  });
  const staff = stage.bots['staff'] ?? '';
  const today = (): Day => dayAt(stage.now(), zone);
  const at = async (ahead: number, time: string): Promise<void> =>
    stage.moveTo(instantOf(addDays(today(), ahead), time, zone));
  const calm = calmOf(stage, [staff, ...(options.artistBots ?? []).map((id) => stage.bots[id] ?? '')]);
  const stranger: Company['stranger'] = (name = 'Inconnu', languageCode = 'fr') =>
    telegramPerson(stage, stage.sandbox.telegram.control.createUser({ firstName: name, languageCode }).id, calm);
  const signalStranger: Company['signalStranger'] = (name = 'Inconnue') =>
    signalPerson(stage, stage.sandbox.signal.control.addPerson({ name }), calm);
  await at(1, '10:00');
  return {
    stage,
    redis,
    staff,
    today,
    day: (ahead) => addDays(today(), ahead),
    stranger,
    signalStranger,
    telegram: async (person, languageCode = 'fr') => {
      const someone = stranger(person, languageCode);
      someone.control.start(staff, await codeFor(stage, person));
      await calm();
      return someone;
    },
    signal: async (person) => {
      const someone = signalStranger(person);
      await someone.say(await codeFor(stage, person));
      return someone;
    },
    change: (person, change) => changePerson(stage, person, change),
    calm,
    later: (ms) => stage.moveTo(stage.now() + ms),
    at,
    logs: () => lines,
    stop: async () => {
      keepScreens(stage);
      const wrong = wrongRequests(stage.sandbox);
      await stage.stop();
      await redis.stop();
      await rm(dataDir, { recursive: true, force: true });
      if (wrong.length > 0) throw new Error(`requests against the published descriptions:\n${wrong.join('\n')}`);
    },
  };
}

async function changePerson(stage: Stage, id: string, change: Partial<Person>): Promise<void> {
  const { store } = stage.product.runtime;
  const found = await store.get(people, id);
  if (found === null) throw new Error(`nobody has the id ${id}`);
  await store.commit(
    commitOf(`test:${systemRandom.token()}`, { writes: [put(people, { ...found.value, ...change })] }),
  );
}

function collecting(lines: string[]): Log {
  const note =
    (level: string) =>
    (fields: object, message: string): void =>
      void lines.push(JSON.stringify({ level, ...fields, message }));
  return { debug: note('debug'), info: note('info'), warn: note('warn'), error: note('error') };
}

/**
 * A last event of a person nobody knows is sent after all others; once the inbox has seen it, it has seen those before, and
 * then the product is asked until nothing is left. Messages that wait for their turn in a chat are given the seconds they need.
 */
function calmOf(stage: Stage, bots: readonly string[]): () => Promise<void> {
  const { runtime } = stage.product;
  const { telegram, signal } = stage.sandbox;
  const seen = async (mark: string): Promise<boolean> =>
    (await runtime.connection.redis.exists(runtime.connection.key(`seen:${mark}`))) === 1;
  const sentinels = (): string[] => [
    ...bots.map((bot, index) => {
      const ref = index === 0 ? 'staff' : (Object.entries(stage.bots).find(([, name]) => name === bot)?.[0] ?? '');
      return `telegram:${ref}:${telegram.control.inject(bot, ghostReaction).update_id}`;
    }),
    signalSentinel(stage),
  ];
  return async () => {
    let marks = sentinels();
    const start = systemClock.now();
    let nudged = start;
    let again = start;
    for (let quiet = 0; quiet < 2;) {
      await wait(10);
      const now = systemClock.now();
      const arrived = (await Promise.all(marks.map(seen))).every(Boolean);
      const left = arrived ? await unfinished(runtime.connection, runtime.due, runtime.clock) : ['what was sent'];
      quiet = left.length === 0 ? quiet + 1 : 0;
      if (now - start > patienceMs) throw new Error(`still on its way: ${left.join(', ')}`);
      if (!arrived && signal.control.sockets().open > 0 && now - again > 2000) {
        // A socket that was just opening may have missed it.
        marks = sentinels();
        again = now;
      }
      if (left.some((stream) => stream.startsWith('out:')) && now - nudged > 300) {
        nudged = now;
        stage.sandbox.clock.advance(1000);
        await moveClock(runtime.connection, systemClock, now + (await clockOffset(runtime.connection)) + 1000);
      }
    }
  };
}

const ghost = { id: 4_999_999_999, is_bot: false, first_name: 'Personne' };
const ghostReaction = {
  message_reaction: {
    chat: { id: ghost.id, type: 'private', first_name: ghost.first_name },
    message_id: 1,
    user: ghost,
    date: 1_800_000_000,
    old_reaction: [],
    new_reaction: [{ type: 'emoji', emoji: '👍' }],
  },
};

function signalSentinel(stage: Stage): string {
  const { control } = stage.sandbox.signal;
  const timestamp = stage.sandbox.clock.now() + Math.floor(Math.random() * 1_000_000_000);
  const sourceUuid = '00000000-0000-4000-8000-000000000000';
  control.inject({
    account: control.number,
    envelope: {
      source: sourceUuid,
      sourceNumber: null,
      sourceUuid,
      sourceName: '',
      sourceDevice: 1,
      timestamp,
      serverReceivedTimestamp: timestamp,
      serverDeliveredTimestamp: timestamp,
      receiptMessage: { when: timestamp, isDelivery: true, isRead: false, isViewed: false, timestamps: [] },
    },
  });
  return `signal:${control.number}:${sourceUuid}:1:${timestamp}:receipt-delivered`;
}

/** For reading what people read: every chat of the run, appended to the file that SCREENS names. */
function keepScreens(stage: Stage): void {
  const file = process.env['SCREENS'];
  if (file === undefined) return;
  const { telegram, signal } = stage.sandbox;
  const lines = telegram.control
    .chats()
    .flatMap((chat) => [
      `=== ${chat.title}`,
      ...chat.messages.map((message) =>
        [
          `${message.from.isBot ? '🤖' : '  '} ${message.text}`,
          ...message.keyboard.map((row) => `      [${row.map((button) => button.text).join('] [')}]`),
        ].join('\n'),
      ),
      ...chat.toasts.map((toast) => `   toast: ${JSON.stringify(toast)}`),
    ]);
  const seen = signal.control
    .people()
    .flatMap((person) => [
      `=== signal ${person.name}`,
      ...person
        .see()
        .messages.map((message) => `${message.author.us ? '🤖' : '  '} ${message.poll?.question ?? message.text}`),
    ]);
  appendFileSync(file, `${[...lines, ...seen].join('\n')}\n`);
}
