import { expect } from 'vitest';
import { systemClock, wait } from '../../core/clock.ts';
import { queueOf } from '../../cli/roles.ts';
import { absences, artists, people, shows } from '../../core/records/agency.ts';
import { declarations, tasks } from '../../core/records/booking.ts';
import { incidents, notifications, type Notification } from '../../core/records/oversight.ts';
import { digestMemories, type DigestMemory } from '../../core/records/reminders.ts';
import { charactersOf } from '../../core/text.ts';
import { addDays, dayAt, daysFromTo, instantOf, type Day } from '../../domain/day.ts';
import { quietEnd } from '../../domain/quiet-hours.ts';
import { digestInstant } from '../../domain/reminders/digest-time.ts';
import { type JobQueue } from '../../jobs/queue.ts';
import { unfinished } from '../../store/idle.ts';
import { clockOffset, everyProcessFollowed } from '../../store/movable-clock.ts';
import { isWithUs, type Person } from '../../domain/person.ts';
import { eventually, joinOnSignal, joinOnTelegram, staffBot, type FaultWorld } from './fault-world.ts';
import { expectedKeys, type Facts } from './reminder-oracle.ts';
import { type Runner } from './reminder-runners.ts';
import { cast, chanceOf, furnish, happenings } from './reminder-season.ts';

const hour = 3_600_000;
const zone = 'Europe/Paris';
const days = 30;
/** Where something of reminders could be given up. */
const ourSources = new Set(['digest', 'daily', 'musicians.digest', 'musicians.plan-digests']);

/** What a month came to. */
export interface MonthReport {
  readonly digests: number;
  readonly told: number;
  readonly runs: number;
}

interface Month {
  readonly world: FaultWorld;
  readonly queue: JobQueue;
  readonly memories: Map<string, DigestMemory>;
  readonly screens: ReadonlyMap<string, () => readonly string[]>;
  /** Local days on which a person's digest ran. */
  readonly ran: Map<string, Day[]>;
  told: number;
  runs: number;
}

/**
 * Plays thirty days and holds every digest against the oracle the moment it was made: exactly what was due and not told, in one
 * message, outside of quiet hours, to nobody who has left or is away.
 */
export async function playMonth(world: FaultWorld, runner: Runner, seed: number): Promise<MonthReport> {
  const chance = chanceOf(seed);
  let stop: (() => Promise<void>) | null = await runner.start();
  const first = dayAt(world.runtime.clock.now(), zone);
  await furnish(world, first);
  const month: Month = {
    world,
    queue: queueOf(world.runtime),
    memories: new Map(),
    screens: await everybodyJoins(world),
    ran: new Map(),
    told: 0,
    runs: 0,
  };
  const end = instantOf(first, '12:00', zone) + days * 24 * hour;
  const pending = happenings(world, first, chance).filter(({ at }) => at < end);
  const stops = pending.filter(({ what }) => what !== 'change').map(({ at }) => at);
  const instants = [...(await slotsOf(world, first)), ...stops].toSorted((a, b) => a - b).filter((at) => at < end);
  for (const instant of instants) {
    await passTo(month, instant, stop !== null);
    for (const happening of pending.splice(
      0,
      pending.findIndex(({ at }) => at > instant),
    )) {
      if (happening.what === 'stop') {
        await stop?.();
        stop = null;
      } else if (happening.what === 'start') {
        stop ??= await runner.start();
        await calm(month);
        await look(month, await factsOf(world));
      } else await happening.run();
    }
  }
  stop ??= await runner.start();
  await passTo(month, end, true);
  await check(month);
  await stop();
  await month.queue.stop(1000);
  return { digests: (await digestsOf(world)).length, told: month.told, runs: month.runs };
}

async function everybodyJoins(world: FaultWorld): Promise<Map<string, () => readonly string[]>> {
  const screens = new Map<string, () => readonly string[]>();
  for (const [person, { on }] of Object.entries(cast)) {
    if (on === 'telegram') {
      const user = world.sandbox.telegram.control.user(await joinOnTelegram(world, person));
      screens.set(person, () => user.view(staffBot).messages.map(({ text }) => text));
    } else {
      const aci = await joinOnSignal(world, person);
      const handle = world.sandbox.signal.control.people().find((one) => one.aci === aci);
      screens.set(person, () => handle?.see().messages.map(({ text }) => text) ?? []);
    }
  }
  return screens;
}

/** Every instant of the month at which somebody's digest may come, and a minute of grace after the last of a batch. */
async function slotsOf(world: FaultWorld, first: Day): Promise<number[]> {
  const found = await world.runtime.store.getMany(people, Object.keys(cast));
  const present = found.flatMap((record) => (record === null ? [] : [record.value]));
  const all = present.flatMap((person) =>
    daysFromTo(first, addDays(first, days)).map((day) => digestInstant(person, day)),
  );
  return [...new Set(all)].toSorted((a, b) => a - b).map((at) => at + 30_000);
}

/** Lets time pass up to an instant; what that brings about is waited for and looked at. */
async function passTo(month: Month, target: number, isUp: boolean): Promise<void> {
  const { world } = month;
  const { clock } = world.runtime;
  if (target <= clock.now()) return;
  const facts = await factsOf(world);
  await world.advance(target - clock.now());
  if (!isUp) return;
  await calm(month);
  await look(month, facts);
}

/** Nothing is on its way any more, twice in a row. */
async function calm({ world, queue }: Month): Promise<void> {
  const { connection, due, clock } = world.runtime;
  const offset = await clockOffset(connection);
  const waiting = async (): Promise<string[]> => [
    ...((await everyProcessFollowed(connection, systemClock, offset)) ? [] : ['a process']),
    ...(await unfinished(connection, due, clock)),
    ...((await queue.pending()) === 0 ? [] : ['jobs']),
  ];
  await eventually(
    async () => `calm, but there is ${(await waiting()).join(', ')}`,
    async () => {
      if ((await waiting()).length > 0) return false;
      await wait(15);
      return (await waiting()).length === 0;
    },
    60_000,
  );
}

async function factsOf({ runtime: { store } }: FaultWorld): Promise<Facts> {
  const [known, acts, todo, dates, noted, said] = await Promise.all([
    store.all(people),
    store.all(artists),
    store.all(tasks),
    store.all(shows),
    store.all(absences),
    store.all(declarations),
  ]);
  const values = <T>(records: readonly { readonly value: T }[]): T[] => records.map(({ value }) => value);
  return {
    people: values(known),
    acts: values(acts),
    tasks: values(todo),
    shows: values(dates),
    absences: values(noted),
    declared: new Set(said.map(({ value }) => value.id)),
  };
}

/** Every digest made since the last look is held against what was true then. */
async function look(month: Month, facts: Facts): Promise<void> {
  const found = (await month.world.runtime.store.all(digestMemories)).map(({ value }) => value);
  // A manager's digest looks at what members were told, so those that ran earlier are seen first.
  const ran = found
    .filter((memory) => memory.since !== null && memory.since !== (month.memories.get(memory.id)?.since ?? null))
    .toSorted((a, b) => (a.since ?? 0) - (b.since ?? 0));
  for (const memory of ran) await lookAt(month, facts, memory, found);
  for (const memory of found) month.memories.set(memory.id, memory);
}

async function lookAt(month: Month, facts: Facts, memory: DigestMemory, now: readonly DigestMemory[]): Promise<void> {
  const person = facts.people.find(({ id }) => id === memory.id);
  const at = memory.since;
  if (person === undefined || at === null) throw new Error(`nobody has the id ${memory.id}`);
  month.runs += 1;
  const before = month.memories.get(memory.id);
  const told = new Set(before?.told.map(({ key }) => key));
  const fresh = memory.told.map(({ key }) => key).filter((key) => !told.has(key));
  const othersAt = (instant: number): Map<string, Set<string>> =>
    new Map(now.map((one) => [one.id, new Set(one.told.filter((line) => line.at <= instant).map(({ key }) => key))]));
  const expected = (instant: number): Set<string> =>
    expectedKeys(
      facts,
      person,
      at,
      { told, covered: before?.covered ?? null, since: before?.since ?? null },
      othersAt(instant),
    );
  // Digests of one moment may read each other's memory before or after it was written.
  const [least, most] = [expected(at - 60_000), expected(at)];
  const where = `${person.id} at ${new Date(at).toISOString()}`;
  expect(
    [...least].filter((key) => !fresh.includes(key)),
    `${where} did not say`,
  ).toEqual([]);
  expect(
    fresh.filter((key) => !most.has(key)),
    `${where} said too much`,
  ).toEqual([]);
  expect(new Set(memory.told.map(({ key }) => key)).size).toBe(memory.told.length);
  checkMoment(month, person, at);
  await checkMessage(month, person, at, fresh, facts);
  month.told += fresh.length;
}

/** Not at night, not twice a day, not to whoever is not there. */
function checkMoment(month: Month, person: Person, at: number): void {
  const today = dayAt(at, person.timezone);
  expect(quietEnd(person.quiet, person.timezone, at), `${person.id} in quiet hours`).toBeNull();
  expect(isWithUs(person, today), `${person.id} has left`).toBe(true);
  const { delegation } = person;
  expect(delegation !== null && delegation.from <= today && today <= delegation.until, `${person.id} is away`).toBe(
    false,
  );
  const earlier = month.ran.get(person.id) ?? [];
  expect(earlier, `${person.id} twice on ${today}`).not.toContain(today);
  month.ran.set(person.id, [...earlier, today]);
}

async function digestsOf({ runtime: { store } }: FaultWorld): Promise<Notification[]> {
  return (await store.all(notifications)).map(({ value }) => value).filter(({ id }) => id.startsWith('digest.'));
}

async function checkMessage(
  month: Month,
  person: Person,
  at: number,
  fresh: readonly string[],
  facts: Facts,
): Promise<void> {
  const made = (await digestsOf(month.world)).filter((one) => one.person === person.id && one.at === at);
  expect(made).toHaveLength(fresh.length === 0 ? 0 : 1);
  const text = charactersOf(made[0]?.text ?? []);
  for (const key of fresh) {
    const task = /^(?:task|escalated):(?<id>task-\d+)\./.exec(key)?.groups?.['id'];
    const title = facts.tasks.find(({ id }) => id === task)?.title;
    if (title !== undefined) expect(text).toMatch(new RegExp(`${title}(?!\\d)`));
  }
}

/** At the end: everything said has arrived, urgent things at once, and every morning on which Régie was there had its digest. */
async function check(month: Month): Promise<void> {
  const { world, screens } = month;
  for (const digest of await digestsOf(world)) {
    expect([digest.id, digest.state]).toEqual([digest.id, 'sent']);
    const text = charactersOf(digest.text).split('\n')[0] ?? '';
    expect(
      screens
        .get(digest.person)?.()
        .some((one) => one.includes(text)),
      `${digest.id}: ${text}`,
    ).toBe(true);
  }
  await eventually('urgent things have arrived', () =>
    [3, 9, 17, 24].every((day) =>
      screens
        .get('tom-garnier')?.()
        .some((one) => one.includes(`Urgence du jour ${day}`)),
    ),
  );
  const critical = (await world.runtime.store.all(incidents)).filter(
    ({ value }) => value.severity === 'critical' && ourSources.has(value.source),
  );
  expect(critical.map(({ value }) => `${value.code} ${value.source}`)).toEqual([]);
  for (const [person, ran] of month.ran)
    expect([person, ran.length > (person === 'solene-le-bihan' ? 6 : 16)]).toEqual([person, true]);
}
