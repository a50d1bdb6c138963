import { createRouter } from '../../../bot/router.ts';
import { catalogue, dueHandlers } from '../../../conversations/catalogue.ts';
import { commitOf, put, type CommitResult, type Draft, type DueRow, type Write } from '../../../core/commit.ts';
import { type InboundContent } from '../../../core/inbound.ts';
import { artists, people, venues } from '../../../core/records/agency.ts';
import { leads } from '../../../core/records/booking.ts';
import { accounts } from '../../../core/records/identity.ts';
import { notifications, type Notification } from '../../../core/records/oversight.ts';
import { charactersOf } from '../../../core/text.ts';
import { type Services } from '../../../core/turn.ts';
import { type Lead } from '../../../domain/lead.ts';
import { type Person } from '../../../domain/person.ts';
import { createDueTable } from '../../../store/due.ts';
import {
  accountRef,
  botRef,
  chatRef,
  day,
  hour,
  inbound,
  messageRef,
  noon,
  person,
  said,
} from '../../support/builders.ts';
import { type Bench } from '../../support/store.ts';
import { seededRandom, services } from '../../support/turn.ts';

/** What somebody got: the words of messages and cards, the toasts, and the draft itself. */
export interface Got {
  readonly text: string;
  readonly toasts: readonly string[];
  readonly buttons: readonly string[];
  readonly result: CommitResult['type'];
  readonly draft: Draft;
}

/** A small agency over a real store and the product's own router. Today is Wednesday 10 March 2027, 13:00 in Paris. */
export interface Office {
  readonly store: Bench['store'];
  readonly roundTrips: () => number;
  readonly time: { now: number };
  readonly save: (...writes: readonly Write[]) => Promise<void>;
  readonly says: (who: string, text: string) => Promise<Got>;
  /** Presses the latest button whose label contains this; `decidedOnly` leaves the step uncommitted. */
  readonly presses: (who: string, label: string) => Promise<Got>;
  /** Presses by nonce, as a second tap does. */
  readonly taps: (who: string, nonce: string) => Promise<Got>;
  /** The nonce of the latest button whose label contains this. */
  readonly button: (who: string, label: string) => string;
  readonly lead: (number: number) => Promise<Lead>;
  /** Handles whatever is due at the present instant, and what that makes due. */
  readonly dueNow: () => Promise<number>;
  readonly rows: (until: number) => Promise<readonly DueRow[]>;
  readonly told: (who: string) => Promise<readonly Notification[]>;
  /** Shows the buttons of a notification to whoever got it. */
  readonly sees: (who: string, draft: Draft) => void;
}

const bot = botRef('telegram:staff');

const cast: readonly (readonly [id: string, name: string, role: Person['roles'][number], locale?: 'en'])[] = [
  ['nadia', 'Nadia Benali', 'booker'],
  ['julien', 'Julien Carpentier', 'booker'],
  ['boris', 'Boris Booker', 'booker', 'en'],
  ['anna', 'Anna Kervella', 'manager'],
  ['lea', 'Léa Moreau', 'musician'],
];

const places = [
  ['le-fil', 'Le Fil', 'Saint-Étienne', 'Auvergne-Rhône-Alpes'],
  ['la-vapeur', 'La Vapeur', 'Dijon', 'Bourgogne-Franche-Comté'],
  ['la-carene', 'La Carène', 'Brest', 'Bretagne'],
  ['l-ubu', 'L’Ubu', 'Rennes', 'Bretagne'],
] as const;

/** Gribitch is booked by Nadia and Julien and managed by Anna, Barbeline by Boris. */
function acts(): Write[] {
  const act = (id: string, name: string, bookers: string[], managers: string[]): Write =>
    put(
      artists,
      artists.schema.parse({
        id,
        name,
        bookers,
        managers,
        status: 'active',
        town: 'Tours',
        style: 'chanson',
        members: [{ person: 'lea', part: 'chant', needed: true, substitutes: [] }],
      }),
    );
  return [
    act('gribitch', 'Gribitch', ['nadia', 'julien'], ['anna']),
    act('barbeline', 'Barbeline', ['boris'], ['anna2']),
  ];
}

/** An opportunity of Gribitch at Le Fil, sent 20 days ago by Nadia; days are counted back from today. */
export function lead(
  number: number,
  changes: Partial<Omit<Lead, 'number'>> & { price?: number; silent?: number } = {},
): Lead {
  const { price = 1800, silent = 20, ...rest } = changes;
  return leads.schema.parse({
    id: `lead-${number}`,
    number,
    artist: 'gribitch',
    venue: 'le-fil',
    lot: 1,
    day: day('2027-09-18'),
    status: 'sent',
    booker: 'nadia',
    terms: {
      kind: 'cession',
      employer: 'agency',
      price: { cents: price * 100, currency: 'EUR', vat: 550 },
      entry: null,
      vhr: null,
      conditions: null,
      embargo: null,
      exclusivity: null,
      times: { arrival: null, soundcheck: null, doors: null, set: null, end: null },
    },
    hold: null,
    show: null,
    followUp: null,
    change: null,
    link: null,
    revision: 1,
    changes: 1,
    createdAt: noon - 60 * 24 * hour,
    lastContactAt: noon - silent * 24 * hour,
    history: [{ at: noon - 60 * 24 * hour, by: 'nadia', what: 'created', from: null, to: null, note: null }],
    ...rest,
  });
}

/** Opens the office in a corner of Redis. */
export async function openOffice(bench: Bench, known: readonly Lead[] = []): Promise<Office> {
  const { store, connection } = bench;
  const table = createDueTable(connection);
  const time = { now: noon };
  const random = seededRandom(3);
  let step = 0;
  const made = (): Services => ({ ...services(), store, random, now: time.now, commands: catalogue.commands });
  const save: Office['save'] = async (...writes) => {
    for (let at = 0; at < writes.length; at += 100)
      await store.commit(commitOf(`save:${(step += 1)}`, { writes: writes.slice(at, at + 100) }));
  };
  await save(
    ...cast.flatMap(memberWrites),
    ...acts(),
    ...places.map(placeWrite),
    ...known.map((one) => put(leads, one)),
  );
  const clock = { now: () => time.now, sleep: async () => undefined };
  const router = createRouter({
    store,
    catalogue,
    clock,
    services: async () => made(),
    gate: { pass: async () => true },
  });
  const shown = new Map<string, Map<string, string>>();
  const sees: Office['sees'] = (who, draft) => {
    const labels = shown.get(who) ?? new Map<string, string>();
    for (const { operation } of draft.outbound ?? [])
      if ('rows' in operation) for (const choice of operation.rows.flat()) labels.set(choice.label, choice.nonce);
    shown.set(who, labels);
  };
  const send = async (who: string, content: InboundContent): Promise<Got> => {
    const name = `step:${(step += 1)}`;
    const seat = cast.findIndex(([id]) => id === who);
    const draft = await router.handle(messageOf(seat, content, step, time.now), name);
    const result = await store.commit(commitOf(name, draft));
    sees(who, draft);
    return gotFrom(draft, result.type);
  };
  const button: Office['button'] = (who, label) => {
    const found = [...(shown.get(who) ?? [])].toReversed().find(([name]) => name.includes(label));
    if (found === undefined) throw new Error(`${who} sees no button ${label}`);
    return found[1];
  };
  const taps: Office['taps'] = (who, nonce) =>
    send(who, { type: 'press', query: `q-${nonce}`, nonce, message: messageRef('77') });
  return {
    store,
    roundTrips: connection.roundTrips.count,
    time,
    save,
    says: (who, text) => send(who, said(text)),
    presses: (who, label) => taps(who, button(who, label)),
    taps,
    button,
    sees,
    lead: async (number) => {
      const [found] = await store.find(leads, { name: 'number', value: String(number) });
      if (found === undefined) throw new Error(`no lead ${number}`);
      return found.value;
    },
    rows: (until) => table.ready(until, 100),
    dueNow: async () => {
      let handled = 0;
      for (;;) {
        const [row] = await table.ready(time.now + 5, 1);
        if (row === undefined) return handled;
        handled += 1;
        const name = `due:${(step += 1)}`;
        let count = 0;
        const handler = dueHandlers.get(row.kind);
        const draft = (await handler?.({ ...made(), nextId: () => `${name}:${count++}` }, row)) ?? {};
        await store.commit(commitOf(name, draft, { settles: { id: row.id, at: row.at } }));
        for (const [who] of cast)
          sees(who, { outbound: (draft.outbound ?? []).filter(({ chat }) => chat === chatOf(who)) });
      }
    },
    told: async (who) =>
      (await store.find(notifications, { name: 'person', value: who })).map((record) => record.value),
  };
}

function chatOf(who: string): string {
  return `telegram:staff:${4001 + cast.findIndex(([id]) => id === who)}`;
}

function memberWrites([id, name, role, english]: (typeof cast)[number], index: number): Write[] {
  const number = 4001 + index;
  const reach = [{ bot, chat: chatRef(`telegram:staff:${number}`), open: true }];
  return [
    put(people, person({ id, name, roles: [role], locale: english ?? 'fr' })),
    put(accounts, { id: accountRef(`telegram:${number}`), person: id, linkedAt: noon, revokedAt: null, reach }),
  ];
}

function placeWrite([id, name, town, region]: (typeof places)[number]): Write {
  const at = { capacity: null, latitude: null, longitude: null, contact: null };
  return put(venues, { id, name, town, region, ...at });
}

function messageOf(seat: number, content: InboundContent, step: number, at: number): ReturnType<typeof inbound> {
  const number = 4001 + seat;
  return inbound(content, {
    dedupe: `telegram:staff:${step}`,
    chat: chatRef(`telegram:staff:${number}`),
    sender: accountRef(`telegram:${number}`),
    message: content.type === 'press' ? null : messageRef(String(step)),
    at,
  });
}

function gotFrom(draft: Draft, result: Got['result']): Got {
  const operations = (draft.outbound ?? []).map((message) => message.operation);
  return {
    draft,
    result,
    text: operations
      .flatMap((one) => (one.type === 'send' || one.type === 'edit' ? [charactersOf(one.text)] : []))
      .join('\n---\n'),
    toasts: operations.flatMap((one) => (one.type === 'answer' ? [one.text] : [])),
    buttons: operations.flatMap((one) => ('rows' in one ? one.rows.flat().map((choice) => choice.label) : [])),
  };
}
