import { absences } from '../../core/records/agency.ts';
import { conversations, deliveries, questions } from '../../core/records/dialogue.ts';
import { approvals, audit, incidents, notifications } from '../../core/records/oversight.ts';
import { commitOf, remove, type Write } from '../../core/commit.ts';
import { type Collection } from '../../core/collection.ts';
import { type Absence } from '../../domain/absence.ts';
import { addDays, type Day } from '../../domain/day.ts';
import { eventually, joinOnSignal, joinOnTelegram, staffBot, type FaultWorld } from './fault-world.ts';
import { untilIdle } from './idle.ts';

/** The people of the story, with their accounts on the emulated platforms. */
export interface Cast {
  readonly tom: number;
  readonly marc: number;
  readonly nadia: number;
  /** Signal identities. */
  readonly anna: string;
  readonly lea: string;
}

/** Links everybody of the story; the product must be at work. */
export async function castOf(world: FaultWorld): Promise<Cast> {
  const [tom, marc, nadia, anna, lea] = await Promise.all([
    joinOnTelegram(world, 'tom-garnier'),
    joinOnTelegram(world, 'marc-delaunay'),
    joinOnTelegram(world, 'nadia-benali'),
    joinOnSignal(world, 'anna-kervella'),
    joinOnSignal(world, 'lea-moreau'),
  ]);
  await untilIdle(world);
  return { tom, marc, nadia, anna, lea };
}

/** Who says that they are not available. */
export type Musician = 'tom' | 'lea';

/** « pas dispo du 12 au 15 mars », around the option that is touched. */
export function sentence(world: FaultWorld): string {
  const [first, last] = [addDays(world.touched, -2), addDays(world.touched, 1)];
  const month = (day: Day): string =>
    new Intl.DateTimeFormat('fr', { month: 'long', timeZone: 'UTC' }).format(new Date(day));
  const from = month(first) === month(last) ? '' : ` ${month(first)}`;
  return `pas dispo du ${Number(first.slice(8))}${from} au ${Number(last.slice(8))} ${month(last)}`;
}

/**
 * Plays the story to its end: a musician says it, confirms, one of two managers decides, and when the minute for taking it
 * back is over the booker and the musician are told. Where a card stands twice, the older copy is pressed.
 */
export async function playAbsence(world: FaultWorld, cast: Cast, musician: Musician): Promise<void> {
  const { runtime } = world;
  const since = world.sandbox.ledger.lastSeq();
  await (musician === 'tom' ? tomSpeaks(world, cast) : leaSpeaks(world, cast));
  await eventually('the absence is noted', async () => (await newAbsences(world)).length > 0);
  await pressOldest(world, cast.marc, 'Bien noté', since);
  await eventually('the approval is decided', async () =>
    (await runtime.store.all(approvals)).some(({ value }) => value.state === 'decided'),
  );
  await untilIdle(world);
  await world.advance(90_000);
  await eventually('the decision is announced', async () =>
    (await runtime.store.all(approvals)).some(({ value }) => value.announced),
  );
  await untilIdle(world);
}

/** Absences that people noted; those of the demo agency's own season are left out. */
export async function newAbsences(world: FaultWorld): Promise<Absence[]> {
  const all = await world.runtime.store.all(absences);
  return all.map(({ value }) => value).filter(({ id }) => !world.seededAbsences.has(id));
}

async function tomSpeaks(world: FaultWorld, cast: Cast): Promise<void> {
  const since = world.sandbox.ledger.lastSeq();
  world.sandbox.telegram.control.user(cast.tom).write(staffBot, sentence(world));
  await pressOldest(world, cast.tom, 'C’est ferme', since);
}

async function leaSpeaks(world: FaultWorld, cast: Cast): Promise<void> {
  const lea = world.sandbox.signal.control.person(cast.lea);
  const before = lea.see().messages.length;
  lea.write(sentence(world));
  await eventually('Léa is asked to confirm', () =>
    lea
      .see()
      .messages.slice(before)
      .some(({ text }) => text.includes('C’est ferme ?')),
  );
  lea.write('1');
}

/** Presses the oldest of the buttons of that name on messages that were sent after this place in the ledger. */
export async function pressOldest(world: FaultWorld, user: number, label: string, since: number): Promise<void> {
  const person = world.sandbox.telegram.control.user(user);
  const shown = new Set(
    world.sandbox.ledger
      .entries({ platform: 'telegram', method: 'sendMessage', since: 0 })
      .filter((entry) => entry.seq <= since)
      .map((entry) => messageIdOf(entry.result)),
  );
  const find = (): number | undefined =>
    person
      .view(staffBot)
      .messages.find(({ id, keyboard }) => !shown.has(id) && keyboard.flat().some((button) => button.text === label))
      ?.id;
  await eventually(`a button « ${label} » for ${user}`, () => find() !== undefined);
  person.press(staffBot, { label, messageId: find() });
}

/** The platform's number of a message that was sent, from its answer. */
export function messageIdOf(result: unknown): number | null {
  if (typeof result !== 'object' || result === null || !('result' in result)) return null;
  const { result: message } = result;
  if (typeof message !== 'object' || message === null || !('message_id' in message)) return null;
  return typeof message.message_id === 'number' ? message.message_id : null;
}

/** Takes everything the story left out of the store, so that it can be played again by the same people. */
export async function forget(world: FaultWorld): Promise<void> {
  const { store } = world.runtime;
  const gone = async <T extends { readonly id: string }>(collection: Collection<T>): Promise<Write[]> =>
    (await store.all(collection))
      .filter(({ value }) => !world.seededAbsences.has(value.id))
      .map(({ value }) => remove(collection, value.id));
  const writes = await Promise.all([
    gone(absences),
    gone(approvals),
    gone(notifications),
    gone(questions),
    gone(conversations),
    gone(deliveries),
    gone(incidents),
    gone(audit),
  ]);
  const due = await world.runtime.connection.redis.zrangebyscore(world.runtime.connection.key('due'), '-inf', '+inf');
  const cancel = due.filter((id) => !id.startsWith('daily'));
  await store.commit({ ...commitOf(`forget:${world.sandbox.ledger.lastSeq()}`, { writes: writes.flat() }), cancel });
}
