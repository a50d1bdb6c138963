import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Collection } from '../../core/collection.ts';
import { commitOf, put, remove, type Write } from '../../core/commit.ts';
import { artists, holds, shows } from '../../core/records/agency.ts';
import { leads, tasks } from '../../core/records/booking.ts';
import { conversations, deliveries, questions } from '../../core/records/dialogue.ts';
import { groups } from '../../core/records/identity.ts';
import { approvals, audit, incidents, notifications, type Approval } from '../../core/records/oversight.ts';
import { chatRefSchema } from '../../core/refs.ts';
import { pressOldest } from './absence-flow.ts';
import { botRef } from './builders.ts';
import { eventually, joinOnSignal, joinOnTelegram, staffBot, type FaultWorld } from './fault-world.ts';
import { unfinished } from '../../store/idle.ts';
import { untilIdle } from './idle.ts';

/** The people of the story on the emulated platforms, the bound group and the act's calendar. */
export interface DealCast {
  readonly nadia: number;
  readonly marc: number;
  readonly anna: string;
  readonly group: number;
  readonly calendar: string;
}

/** The world with a calendar service in it: what processes are told names it. */
export async function withCalendar(world: FaultWorld): Promise<FaultWorld> {
  const file = join(world.folder, 'google.json');
  await writeFile(file, world.sandbox.google.credentials);
  return {
    ...world,
    environment: (redisUrl) => ({
      ...world.environment(redisUrl),
      GOOGLE_CREDENTIALS: file,
      GOOGLE_API_ROOT: world.sandbox.google.url,
    }),
  };
}

/** Links the booker and both managers, binds a group and gives Gribitch a calendar; the product must be at work. */
export async function dealCastOf(world: FaultWorld): Promise<DealCast> {
  const [nadia, marc, anna] = await Promise.all([
    joinOnTelegram(world, 'nadia-benali'),
    joinOnTelegram(world, 'marc-delaunay'),
    joinOnSignal(world, 'anna-kervella'),
  ]);
  const { control } = world.sandbox.telegram;
  const group = control.createGroup({ title: 'Gribitch', members: [marc], bots: [staffBot] }).id;
  const calendar = world.sandbox.google.control.createCalendar({ summary: 'Gribitch' }).id;
  const { store, clock } = world.runtime;
  const gribitch = await store.get(artists, 'gribitch');
  if (gribitch === null) throw new Error('the demo agency has no Gribitch');
  const bound = {
    id: chatRefSchema.parse(`telegram:staff:${group}`),
    bot: botRef('telegram:staff'),
    title: 'Gribitch',
    artist: 'gribitch',
    boundBy: 'marc-delaunay',
    boundAt: clock.now(),
  };
  await store.commit(
    commitOf('deal-cast', { writes: [put(groups, bound), put(artists, { ...gribitch.value, calendar })] }),
  );
  await untilIdle(world);
  return { nadia, marc, anna, group, calendar };
}

/**
 * Plays the story to its end: Nadia writes a deal down, Marc approves it and after a minute others hear of it; then she moves
 * it, he approves that, and they hear again. Where a card stands twice, the older copy is pressed.
 */
export async function playDeal(world: FaultWorld, cast: DealCast): Promise<void> {
  await half(world, cast, '/deal gribitch le fil 18 juin 2027 1800ht payante', 1);
  await half(world, cast, 'reporte le fil au 25 juin 2027', 2);
}

/** What Nadia writes goes to the managers and is approved; `nth` counts the decisions of the story. */
async function half(world: FaultWorld, cast: DealCast, words: string, nth: number): Promise<void> {
  const { store } = world.runtime;
  const since = world.sandbox.ledger.lastSeq();
  const count = async (is: (approval: Approval) => boolean): Promise<boolean> =>
    (await store.all(approvals)).filter(({ value }) => is(value)).length === nth;
  world.sandbox.telegram.control.user(cast.nadia).write(staffBot, words);
  await pressOldest(world, cast.nadia, 'Envoyer à valider', since);
  await eventually(`${nth} put before the managers`, () => count(() => true));
  await pressOldest(world, cast.marc, 'Valider', since);
  const seen = (): string => {
    const { messages } = world.sandbox.telegram.control.user(cast.marc).view(staffBot);
    return `${nth} decided; Marc sees ${messages
      .slice(-2)
      .map(({ text }) => text)
      .join(' | ')}`;
  };
  await eventually(seen, () => count(({ state }) => state === 'decided'));
  await quiet(world);
  await world.advance(61_000);
  await eventually(`${nth} announced`, () => count(({ announced }) => announced));
  await quiet(world);
}

/** Nothing is on its way any more: no message, no due row, no job. An effect that somebody began and never ended is waited out for 30 s. */
export async function quiet(world: FaultWorld, patienceMs = 90_000): Promise<void> {
  await eventually(
    'no job is left',
    async () => {
      await untilIdle(world, patienceMs);
      if ((await jobsLeft(world)) > 0) return false;
      // A job that ended between the two looks has left its messages behind.
      const { connection, due, clock } = world.runtime;
      return (await unfinished(connection, due, clock)).length === 0;
    },
    patienceMs,
  );
}

/** Jobs that wait, run or back off. */
export async function jobsLeft(world: FaultWorld): Promise<number> {
  const { redis, key } = world.runtime.connection;
  const of = (what: string): string => key(`bull:jobs:${what}`);
  const [waiting, running, backing] = await Promise.all([
    redis.llen(of('wait')),
    redis.llen(of('active')),
    redis.zcard(of('delayed')),
  ]);
  return waiting + running + backing;
}

/** Takes everything the story left out of the store, so that it can be played again by the same people. */
export async function forgetDeal(world: FaultWorld, kept: ReadonlySet<string>): Promise<void> {
  const { store, connection } = world.runtime;
  const gone = async <T extends { readonly id: string }>(collection: Collection<T>): Promise<Write[]> =>
    (await store.all(collection))
      .filter(({ value }) => !kept.has(`${collection.name} ${value.id}`))
      .map(({ value }) => remove(collection, value.id));
  const writes = await Promise.all([
    gone(leads),
    gone(holds),
    gone(shows),
    gone(tasks),
    gone(approvals),
    gone(notifications),
    gone(questions),
    gone(conversations),
    gone(deliveries),
    gone(incidents),
    gone(audit),
  ]);
  const due = await connection.redis.zrangebyscore(connection.key('due'), '-inf', '+inf');
  const cancel = due.filter((id) => !id.startsWith('daily'));
  await store.commit({ ...commitOf(`forget:${world.sandbox.ledger.lastSeq()}`, { writes: writes.flat() }), cancel });
}

/** What the demo agency comes with: `<collection> <id>` of each. */
export async function seededDates(world: FaultWorld): Promise<ReadonlySet<string>> {
  const { store } = world.runtime;
  const [held, shown, known] = await Promise.all([store.all(holds), store.all(shows), store.all(leads)]);
  return new Set([
    ...held.map(({ value }) => `${holds.name} ${value.id}`),
    ...shown.map(({ value }) => `${shows.name} ${value.id}`),
    ...known.map(({ value }) => `${leads.name} ${value.id}`),
  ]);
}
