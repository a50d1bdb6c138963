import { createRouter } from '../../../bot/router.ts';
import { catalogue } from '../../../conversations/catalogue.ts';
import { type Collection } from '../../../core/collection.ts';
import { commitOf, put, type Draft, type JobEntry, type Write } from '../../../core/commit.ts';
import { type Inbound, type InboundContent } from '../../../core/inbound.ts';
import { type Outbound } from '../../../core/outbound.ts';
import { absences, artists, holds, people, shows, venues } from '../../../core/records/agency.ts';
import { declarations } from '../../../core/records/booking.ts';
import { questions } from '../../../core/records/dialogue.ts';
import { accounts } from '../../../core/records/identity.ts';
import { accountRefSchema, botRefSchema, chatRefSchema, messageRefSchema, type BotRef } from '../../../core/refs.ts';
import { charactersOf } from '../../../core/text.ts';
import { personSchema, type Person } from '../../../domain/person.ts';
import { pressOf, words, type Subject } from '../../support/router.ts';
import { noon, question } from '../../support/builders.ts';
import { seededRandom, services } from '../../support/turn.ts';
import { type Bench } from '../../support/store.ts';
import { type Services } from '../../../core/turn.ts';

/** What somebody got for what they wrote or pressed. */
export interface Got {
  readonly draft: Draft;
  /** Texts of messages and cards, in order. */
  readonly texts: readonly string[];
  readonly toasts: readonly string[];
  readonly buttons: readonly string[];
  readonly jobs: readonly JobEntry[];
  readonly sends: readonly Outbound[];
}

/** A small agency over a real store, its router, and people who write and press. Today is Wednesday 10 March 2027. */
export interface Desk {
  readonly services: (now?: number) => Services;
  readonly save: (...writes: readonly Write[]) => Promise<void>;
  readonly says: (who: string, text: string, where?: 'private' | 'group') => Promise<Got>;
  /** Presses the button of that label on their latest card that has it. */
  readonly presses: (who: string, label: string) => Promise<Got>;
  /** Presses a button of that key, whether a card offered it or not. */
  readonly forges: (who: string, key: string) => Promise<Got>;
  readonly person: (id: string) => Person;
  readonly change: (person: Person) => Promise<void>;
  readonly now: (instant: number) => void;
}

const telegram = botRefSchema.parse('telegram:staff');
const signal = botRefSchema.parse('signal:+33600000000');

interface Seat {
  readonly person: Person | null;
  readonly subject: Subject;
  readonly bot: BotRef;
}

type Row = readonly [id: string, name: string, roles: Person['roles'], locale?: 'fr' | 'en', channel?: 'signal'];

const cast: readonly Row[] = [
  ['nadia', 'Nadia Benali', ['booker']],
  ['julien', 'Julien Carpentier', ['booker']],
  ['boris', 'Boris Booker', ['booker'], 'en', 'signal'],
  ['anna', 'Anna Kervella', ['manager']],
  ['lea', 'Léa Moreau', ['musician']],
  ['tom', 'Tom Garnier', ['musician']],
  ['malo', 'Malo Guivarch', ['musician']],
  ['ines', 'Inès Belkacem', ['musician']],
  ['camille', 'Camille Roussel', ['musician']],
  ['leonie', 'Léonie Caron', ['communication']],
];

/** Gribitch (Nadia, Boris, Anna), Nuit Ferrée (Nadia, Anna) and Barbeline (Julien); Malo plays in the first two, Camille in the last two. */
const acts: Readonly<Record<string, readonly [string, readonly string[], readonly string[]]>> = {
  gribitch: ['Gribitch', ['lea', 'tom', 'malo'], ['nadia', 'boris']],
  'nuit-ferree': ['Nuit Ferrée', ['camille', 'malo'], ['nadia']],
  barbeline: ['Barbeline', ['camille', 'tom'], ['julien']],
};

const places: readonly (readonly [id: string, name: string, town: string, at: readonly [number, number] | null])[] = [
  ['le-fil', 'Le Fil', 'Saint-Étienne', [45.44, 4.39]],
  ['la-vapeur', 'La Vapeur', 'Dijon', [47.32, 5.04]],
  ['la-carene', 'La Carène', 'Brest', [48.38, -4.49]],
  ['l-aeronef', 'L’Aéronef', 'Lille', [50.63, 3.07]],
];

/** Sets the agency up in a corner of Redis. */
export async function openDesk({ store }: Pick<Bench, 'store'>): Promise<Desk> {
  const random = seededRandom(7);
  let instant = noon;
  let step = 0;
  const base = services();
  const made = (now = instant): Services => ({ ...base, store, now, random, commands: catalogue.commands });
  const save = async (...writes: readonly Write[]): Promise<void> => {
    step += 1;
    await store.commit(commitOf(`save:${step}`, { writes }));
  };
  const seats = new Map(cast.map((row, index) => [row[0], seatOf(row, index)]));
  await save(...[...seats.values()].flatMap(writesOf), ...actWrites(), ...placeWrites());
  const router = createRouter({
    store,
    catalogue,
    gate: { pass: async () => true },
    clock: { now: () => instant, sleep: async () => undefined },
    services: async () => made(),
  });
  const shown = new Map<string, Map<string, string>>();
  const sendIn = async (who: string, where: 'private' | 'group', content: InboundContent): Promise<Got> => {
    step += 1;
    const seat = seats.get(who) ?? strangerSeat(who);
    const draft = await router.handle(inboundOf(seat, where, content, step), `step:${step}`);
    const result = await store.commit(commitOf(`step:${step}`, draft));
    if (result.type !== 'done') throw new Error(`the step was not done: ${JSON.stringify(result)}`);
    const labels = shown.get(who) ?? new Map<string, string>();
    for (const { operation } of draft.outbound ?? [])
      if ('rows' in operation) for (const choice of operation.rows.flat()) labels.set(choice.label, choice.nonce);
    shown.set(who, labels);
    return gotFrom(draft);
  };
  return {
    services: made,
    save,
    says: (who, text, where = 'private') => sendIn(who, where, words(text)),
    presses: (who, label) => {
      const nonce = shown.get(who)?.get(label);
      if (nonce === undefined) throw new Error(`${who} sees no button ${label}`);
      return sendIn(who, 'private', pressOf(nonce));
    },
    forges: async (who, key) => {
      const seat = seats.get(who);
      if (seat === undefined) throw new Error(`nobody is called ${who}`);
      step += 1;
      const choice = { key, label: 'Bouton', nonce: `forged-${step}`, numbered: true };
      const { bot, subject } = seat;
      const base = question({
        id: `forged-${step}`,
        bot,
        chat: subject.privateChat,
        person: who,
        account: subject.account,
      });
      await save(put(questions, { ...base, purpose: 'menu', choices: [choice], poll: null, card: `forged-${step}:0` }));
      return sendIn(who, 'private', pressOf(choice.nonce));
    },
    change: (person) => save(put(people, person)),
    person: (id) => {
      const person = seats.get(id)?.person ?? null;
      if (person === null) throw new Error(`nobody is called ${id}`);
      return person;
    },
    now: (to) => void (instant = to),
  };
}

function seatOf([id, name, roles, locale = 'fr', channel]: Row, index: number): Seat {
  const person = personSchema.parse({
    id,
    name,
    roles,
    locale,
    timezone: 'Europe/Paris',
    quiet: null,
    channels: ['telegram'],
    joined: null,
    leaves: null,
    town: null,
    diet: null,
  });
  const key = channel === 'signal' ? `00000000-0000-4000-8000-00000000000${index}` : `${8000 + index}`;
  const bot = channel === 'signal' ? signal : telegram;
  return {
    person,
    bot,
    subject: {
      name: id,
      person,
      account: accountRefSchema.parse(`${channel ?? 'telegram'}:${key}`),
      privateChat: chatRefSchema.parse(`${bot}:${key}`),
    },
  };
}

function strangerSeat(name: string): Seat {
  const account = accountRefSchema.parse('telegram:9999');
  const privateChat = chatRefSchema.parse('telegram:staff:9999');
  return { person: null, bot: telegram, subject: { name, person: null, account, privateChat } };
}

function writesOf({ person, bot, subject }: Seat): Write[] {
  if (person === null) return [];
  const reach = [{ bot, chat: subject.privateChat, open: true }];
  return [
    put(people, person),
    put(accounts, { id: subject.account, person: person.id, linkedAt: 1, revokedAt: null, reach }),
  ];
}

function actWrites(): Write[] {
  return Object.entries(acts).map(([id, [name, members, bookers]]) =>
    one(artists, {
      id,
      name,
      status: 'active',
      members: members.map((person) => ({
        person,
        part: 'chant',
        needed: true,
        substitutes: person === 'lea' ? ['ines'] : [],
      })),
      managers: [id === 'barbeline' ? 'julien' : 'anna'],
      bookers,
      town: 'Tours',
      style: '',
      floor: { cents: 150_000, currency: 'EUR' },
    }),
  );
}

function placeWrites(): Write[] {
  return places.map(([id, name, town, at]) =>
    one(venues, { id, name, town, region: '', capacity: 300, latitude: at?.[0] ?? null, longitude: at?.[1] ?? null }),
  );
}

/** A record written as a seed would write it: what it leaves out takes its default. */
function one<T extends { readonly id: string }>(collection: Collection<T>, value: unknown): Write {
  return put(collection, collection.schema.parse(value));
}

/** A confirmed date. */
export function show(artist: string, venue: string, day: string, more: object = {}): Write {
  const times = { arrival: '15:00', set: '21:00', end: '23:00' };
  const id = `show-${artist}-${day}-${venue}`;
  return one(shows, { id, artist, venue, day, ...times, state: 'confirmed', cast: null, ...more });
}

/** An option. */
export function hold(artist: string, venue: string, day: string, rank = 1, validUntil = '2027-04-20'): Write {
  return one(holds, {
    id: `hold-${artist}-${day}-${rank}`,
    artist,
    venue,
    day,
    rank,
    validUntil,
    state: 'held',
    cast: null,
  });
}

/** Somebody is away for whole days. */
export function away(person: string, days: readonly string[], condition?: string | null): Write {
  return one(absences, {
    id: `absence-${person}-${days[0] ?? ''}`,
    person,
    parts: days.map((day) => ({ day, part: 'day' })),
    firmness: condition === undefined ? 'firm' : 'flexible',
    condition: condition ?? null,
    state: 'noted',
    notedAt: 1,
    acknowledgedBy: null,
  });
}

/** Nothing to report in these months. */
export function spoke(who: readonly string[], ...months: readonly string[]): Write[] {
  return who.flatMap((person) =>
    months.map((month) => one(declarations, { id: `${person}.${month}`, person, month, at: 1 })),
  );
}

function inboundOf(seat: Seat, where: 'private' | 'group', content: InboundContent, step: number): Inbound {
  return {
    dedupe: `desk:${step}`,
    bot: seat.bot,
    chat: where === 'private' ? seat.subject.privateChat : chatRefSchema.parse('telegram:staff:-100500'),
    chatKind: where,
    chatTitle: null,
    sender: seat.subject.account,
    senderName: seat.subject.name,
    senderLocale: 'fr' as const,
    senderIsBot: false,
    message: content.type === 'press' ? null : messageRefSchema.parse(`${1000 + step}`),
    at: noon,
    content,
  };
}

function gotFrom(draft: Draft): Got {
  const sends = draft.outbound ?? [];
  const cards = sends.map(({ operation }) => operation).filter((one) => one.type === 'send' || one.type === 'edit');
  return {
    draft,
    sends,
    texts: cards.map((card) => charactersOf(card.text)),
    toasts: sends.flatMap(({ operation }) => (operation.type === 'answer' ? [operation.text] : [])),
    buttons: cards.flatMap((card) => card.rows.flat().map(({ label }) => label)),
    jobs: draft.jobs ?? [],
  };
}
