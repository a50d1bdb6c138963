import { type Collection } from '../../core/collection.ts';
import { type FieldCipher } from '../../core/cipher.ts';
import { type Inbound } from '../../core/inbound.ts';
import { type JobStep, type Outside } from '../../core/job.ts';
import { type Random } from '../../core/random.ts';
import { type SearchIndex } from '../../core/search.ts';
import { type Records, type Versioned } from '../../core/store.ts';
import { type Services, type Step, type Turn } from '../../core/turn.ts';
import { webLinks } from '../../core/web-links.ts';
import { dayAt } from '../../domain/day.ts';
import { calendarOff } from '../../integrations/google/off.ts';
import { mailOff } from '../../integrations/mail/off.ts';
import { loadTexts } from '../../locales/texts.ts';
import { createCipher } from '../../store/cipher.ts';
import { account, inbound, noon, person, said } from './builders.ts';
import { silentLog } from './silent-log.ts';

/** A cipher of one fixed key. */
export const testCipher: FieldCipher = createCipher('0123456789abcdef'.repeat(4));

/** Both languages, read once. */
export const textsOf = loadTexts();

/** Tokens `t1`, `t2`… and numbers that repeat with the same seed. */
export function seededRandom(seed = 1): Random {
  let tokens = 0;
  let state = seed;
  return {
    token: () => `t${(tokens += 1)}`,
    integer: (below) => {
      state = (state * 48_271) % 2_147_483_647;
      return state % below;
    },
  };
}

/** A record for {@link memoryRecords}. */
export interface Held {
  readonly collection: string;
  readonly value: { readonly id: string };
  readonly version: number;
}

/** One record in its first version. */
export function held<T extends { readonly id: string }>(collection: Collection<T>, value: T, version = 1): Held {
  return { collection: collection.name, value, version };
}

/** Reads over a fixed set of records, by a scan; for decisions that are not about the store. */
export function memoryRecords(...records: readonly Held[]): Records {
  const allOf = <T extends { readonly id: string }>(collection: Collection<T>): Versioned<T>[] =>
    records
      .filter((record) => record.collection === collection.name)
      .map(({ value, version }) => ({ value: collection.schema.parse(value), version }));
  const get = async <T extends { readonly id: string }>(
    collection: Collection<T>,
    id: string,
  ): Promise<Versioned<T> | null> => allOf(collection).find((record) => record.value.id === id) ?? null;
  return {
    get,
    getMany: (collection, ids) => Promise.all(ids.map((id) => get(collection, id))),
    all: async (collection) => allOf(collection),
    find: async (collection, { name, value, from = -Infinity, to = Infinity }) =>
      allOf(collection)
        .flatMap((record) =>
          collection
            .indexes(record.value)
            .filter((entry) => entry.name === name && entry.value === value)
            .map((entry) => ({ record, score: entry.score ?? 0 })),
        )
        .filter(({ score }) => score >= from && score <= to)
        .sort((a, b) => a.score - b.score)
        .map(({ record }) => record),
    calendars: async (ids) => new Map(ids.map((id) => [id, 0])),
  };
}

/** An index that knows nothing. */
const nothingFound: SearchIndex = {
  now: async () => ({ find: () => ({ found: [], isGuess: true }), list: () => [] }),
};

/** What every decision may use, over no records at noon unless told otherwise. */
export function services(changes: Partial<Services> = {}): Services {
  return {
    store: memoryRecords(),
    now: noon,
    random: seededRandom(),
    log: silentLog,
    textsOf,
    agency: { id: 'agency', name: 'Agence', contact: 'rh@agence.test', timezone: 'Europe/Paris', locale: 'fr' },
    cipher: testCipher,
    holidays: { dayOf: () => null },
    commands: [],
    search: nothingFound,
    links: webLinks(null, '0123456789abcdef'.repeat(4)),
    ...changes,
  };
}

/** A step whose messages are named `<name>:0`, `<name>:1`… */
export function step(changes: Partial<Services> = {}, name = 'step'): Step {
  let count = 0;
  return { ...services(changes), nextId: () => `${name}:${count++}` };
}

/** A world outside in which nothing is connected, and each effect is run when it is asked for. */
export const nothingOutside: Outside = {
  effects: (effect) => effect.run(),
  mailer: mailOff,
  calendar: calendarOff,
};

/** The step of a job, with a world outside in which nothing is connected unless told otherwise. */
export function jobStep(changes: Partial<Services & Outside> = {}, name = 'job'): JobStep {
  const { effects, mailer, calendar, ...others } = { ...nothingOutside, ...changes };
  return { ...step(others, name), effects, mailer, calendar };
}

/** A turn of Léa's in private. */
export function turn(changes: Partial<Omit<Turn, 'nextId'>> = {}, name = 'step'): Turn {
  const who = changes.person ?? person();
  const base = step(changes, name);
  const message: Inbound = changes.inbound ?? inbound(said('bonjour'));
  return {
    ...base,
    inbound: message,
    person: who,
    account: changes.account ?? account(),
    today: dayAt(base.now, who.timezone),
    texts: textsOf(who.locale),
  };
}
