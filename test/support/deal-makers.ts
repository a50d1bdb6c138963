import { put, type Draft } from '../../core/commit.ts';
import { type Inbound } from '../../core/inbound.ts';
import { artists, people, shows, venues } from '../../core/records/agency.ts';
import { declarations, leads } from '../../core/records/booking.ts';
import { questions, type Question } from '../../core/records/dialogue.ts';
import { approvals } from '../../core/records/oversight.ts';
import { charactersOf } from '../../core/text.ts';
import { type Artist } from '../../domain/artist.ts';
import { type Show } from '../../domain/date-booking.ts';
import { type Day } from '../../domain/day.ts';
import { noTimes, type Times } from '../../domain/deal-terms.ts';
import { type Lead } from '../../domain/lead.ts';
import { approvalIdOf, askDeciders } from '../../conversations/deals/ask-deciders.ts';
import { briefOf } from '../../agency/deal-brief.ts';
import { botRef, inbound, messageRef, noon } from './builders.ts';
import {
  existing,
  fresh,
  personOf,
  save,
  settle,
  stepAt,
  type Contender,
  type Desk,
  type DealHouse,
} from './deal-house.ts';

/** Three places of three towns. */
export const places = ['le-fil', 'la-vapeur', 'le-bikini'] as const;

/** Writes the places down. */
export async function makePlaces({ desks: [desk] }: DealHouse): Promise<void> {
  const towns = ['Saint-Étienne', 'Dijon', 'Toulouse'];
  const position = { latitude: 46, longitude: 3, region: 'France', capacity: 500, contact: null };
  await save(
    desk.store,
    places.map((id, index) => put(venues, { id, name: id, town: towns[index] ?? '?', ...position })),
  );
}

/** The acts of one race or run: each plays with the people named, and everybody has said that these months are free. */
export async function makeActs(
  { desks: [desk] }: DealHouse,
  acts: Readonly<Record<string, readonly string[]>>,
  months: readonly string[],
  managers: readonly string[] = ['marc', 'anna'],
): Promise<void> {
  const persons = [...new Set(Object.values(acts).flat())];
  await save(desk.store, [
    ...persons.map((id) => put(people, personOf(id, 'musician'))),
    ...persons.flatMap((person) =>
      months.map((month) => put(declarations, { id: `${person}.${month}`, person, month, at: noon })),
    ),
    ...Object.entries(acts).map(([id, members]) => put(artists, actOf(id, members, managers))),
  ]);
}

function actOf(id: string, members: readonly string[], managers: readonly string[]): Artist {
  return {
    id,
    name: id,
    status: 'active',
    members: members.map((person) => ({ person, part: 'chant', needed: true, substitutes: [] })),
    managers: [...managers],
    bookers: ['nadia'],
    town: 'Tours',
    style: 'chanson',
    floor: null,
    calendar: null,
    costs: null,
    prime: { rate: 500, base: 'margin' },
    commission: 1000,
  };
}

let numbers = 0;

/** An opportunity of Nadia's with a price, as it stands before it is put to the managers. */
export function leadOf(
  artist: string,
  venue: string,
  day: Day,
  times: Partial<Times> = {},
  changes: Partial<Lead> = {},
): Lead {
  numbers += 1;
  return {
    id: `lead${numbers}`,
    number: numbers,
    artist,
    venue,
    lot: null,
    day,
    status: 'negotiating',
    terms: {
      kind: 'cession',
      employer: 'agency',
      price: { cents: 180_000, currency: 'EUR', vat: 550 },
      entry: 'paid',
      vhr: null,
      times: { ...noTimes, ...times },
      conditions: null,
      embargo: null,
      exclusivity: null,
    },
    hold: null,
    show: null,
    booker: 'nadia',
    createdAt: noon,
    lastContactAt: null,
    followUp: null,
    history: [],
    changes: 0,
    change: null,
    link: null,
    revision: 1,
    ...changes,
  };
}

/** Writes a lead down and puts it before the managers; returns the id of the approval. */
export async function askAbout({ desks: [desk] }: DealHouse, lead: Lead): Promise<string> {
  await save(desk.store, [put(leads, lead)]);
  const decide = async (name: string): Promise<Draft> => {
    const step = await stepAt(desk, name);
    const brief = await briefOf(step, await existing(desk.store, leads, lead.id));
    if (brief === null) throw new Error('the lead has no day');
    return (await askDeciders(step, brief, brief.lead.booker)).draft;
  };
  await settle({ desk, decide });
  return approvalIdOf(await existing(desk.store, leads, lead.id));
}

/** A press of somebody on the card of an approval that they have. */
export async function pressCard(
  { desks, staff }: DealHouse,
  who: string,
  approval: string,
  key: string,
): Promise<Inbound> {
  const found = await desks[0].store.find(questions, { name: 'subject', value: approval });
  const choice = found
    .filter(({ value }) => value.person === who)
    .flatMap(({ value }) => value.choices)
    .find((one) => one.key === key);
  if (choice === undefined) throw new Error(`${who} has no button ${key} about ${approval}`);
  return pressOf(staff, who, choice.nonce);
}

/** Puts a card with one button before somebody, and presses it. */
export async function pressButton({ desks: [desk], staff }: DealHouse, who: string, key: string): Promise<Inbound> {
  const account = staff.get(who)?.account;
  const [reach] = account?.reach ?? [];
  if (account === undefined || reach === undefined) throw new Error(`${who} has no account`);
  const id = fresh('card');
  const question: Question = {
    id,
    bot: reach.bot,
    chat: reach.chat,
    person: who,
    account: account.id,
    purpose: 'action',
    subject: id,
    choices: [{ key, label: 'Bouton', nonce: `nonce-${id}`, numbered: true }],
    retired: [],
    poll: null,
    acceptsText: false,
    careful: false,
    state: 'open',
    openedAt: noon,
    until: noon + 300 * 24 * 3_600_000,
    card: `${id}:0`,
  };
  await save(desk.store, [put(questions, question)]);
  return pressOf(staff, who, `nonce-${id}`);
}

function pressOf(staff: DealHouse['staff'], who: string, nonce: string): Inbound {
  const account = staff.get(who)?.account;
  const chat = account?.reach[0]?.chat;
  if (account === undefined || chat === undefined) throw new Error(`${who} has no account`);
  const content = { type: 'press' as const, query: fresh('q'), nonce, message: messageRef('77') };
  return inbound(content, {
    dedupe: fresh('press:'),
    bot: botRef('telegram:staff'),
    chat,
    sender: account.id,
    senderName: who,
    message: null,
  });
}

/** Somebody whose press arrives at a desk. */
export function presser(desk: Desk, press: Inbound): Contender {
  return { desk, decide: (name) => desk.handler.handle(press, name) };
}

/** What a step says to people: texts and toasts, in order. */
export function saidBy(draft: Draft): string {
  return (draft.outbound ?? [])
    .map(({ operation }) => {
      if (operation.type === 'send' || operation.type === 'edit') return charactersOf(operation.text);
      return operation.type === 'answer' ? operation.text : '';
    })
    .join('\n');
}

/** The confirmed shows of some acts. */
export async function confirmedShows(desk: Desk, acts: readonly string[]): Promise<Show[]> {
  const found = await Promise.all(acts.map((value) => desk.store.find(shows, { name: 'artist', value })));
  return found.flat().flatMap(({ value }) => (value.state === 'confirmed' ? [value] : []));
}

/** How an approval stands. */
export async function standing(desk: Desk, id: string): Promise<string> {
  const { state, decision } = await existing(desk.store, approvals, id);
  return decision === null ? state : `${state} ${decision.choice} ${decision.by}`;
}
