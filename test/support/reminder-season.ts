import { commitOf, put, type Write } from '../../core/commit.ts';
import { draftNotice } from '../../core/notification.ts';
import { absences, artists, people, shows, venues } from '../../core/records/agency.ts';
import { declarations, tasks } from '../../core/records/booking.ts';
import { accounts } from '../../core/records/identity.ts';
import { systemRandom } from '../../core/random.ts';
import { absenceSchema } from '../../domain/absence.ts';
import { artistSchema } from '../../domain/artist.ts';
import { showSchema } from '../../domain/date-booking.ts';
import { addDays, dayAt, instantOf, type Day } from '../../domain/day.ts';
import { type Person } from '../../domain/person.ts';
import { newTask } from '../../domain/task.ts';
import { type FaultRule } from '../../sandbox/kit/faults.ts';
import { type FaultWorld } from './fault-world.ts';
import { textsOf } from './turn.ts';

const hour = 3_600_000;
const zone = 'Europe/Paris';

/** Something that happens at an instant of the month. */
export interface Happening {
  readonly at: number;
  readonly what: 'stop' | 'start' | 'change';
  readonly run: () => Promise<void>;
}

/** Who lives through the month: zones, quiet hours, channels, a leaver and somebody away all differ. */
export const cast: Readonly<Record<string, Partial<Person> & { readonly on: 'telegram' | 'signal' }>> = {
  'tom-garnier': { on: 'telegram', timezone: zone, quiet: { from: '21:00', to: '09:00' } },
  'lea-moreau': { on: 'signal', timezone: 'Asia/Tokyo', quiet: { from: '22:00', to: '08:00' } },
  'ben-hartley': { on: 'telegram', timezone: 'America/New_York', quiet: null },
  'malo-guivarch': { on: 'signal', timezone: zone, quiet: { from: '20:00', to: '11:00' } },
  'clara-fontaine': { on: 'telegram', timezone: 'America/New_York', quiet: { from: '23:00', to: '07:00' } },
  'solene-le-bihan': { on: 'telegram', timezone: zone, quiet: { from: '21:00', to: '09:00' } },
  'marc-delaunay': { on: 'telegram', timezone: zone, quiet: { from: '21:00', to: '09:00' } },
  'anna-kervella': { on: 'signal', timezone: zone, quiet: { from: '22:00', to: '11:00' } },
  'nadia-benali': { on: 'signal', timezone: zone, quiet: null },
};

const players = ['tom-garnier', 'lea-moreau', 'ben-hartley', 'malo-guivarch', 'clara-fontaine', 'solene-le-bihan'];

/** Numbers that follow from a seed. */
export function chanceOf(seed: number): (below: number) => number {
  let state = (seed % 2_147_483_646) + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** Writes records of the test's own, whatever else is going on. */
export async function write(world: FaultWorld, ...writes: Write[]): Promise<void> {
  await world.runtime.store.commit(commitOf(`month:${systemRandom.token()}`, { writes }));
}

/** Leaves one act, `road`, and nothing else that anybody could be reminded of; the cast live where they live. */
export async function furnish(world: FaultWorld, first: Day): Promise<void> {
  const { store } = world.runtime;
  const acts = await store.all(artists);
  const dates = await store.all(shows);
  const noted = await store.all(absences);
  const said = await store.all(declarations);
  const known = await store.all(people);
  const road = artistSchema.parse({
    id: 'road',
    name: 'Road',
    status: 'active',
    members: players.map((person) => ({ person, part: 'chant', needed: true, substitutes: [] })),
    managers: ['marc-delaunay', 'anna-kervella'],
    bookers: ['nadia-benali'],
    town: 'Brest',
    style: '',
  });
  await write(
    world,
    ...acts.map(({ value }) =>
      put(artists, {
        ...value,
        status: 'archived',
        members: [],
        managers: ['olivier-teixeira'],
        bookers: ['olivier-teixeira'],
      }),
    ),
    put(artists, road),
    ...dates.map(({ value }) => put(shows, { ...value, state: 'cancelled' as const })),
    ...noted.map(({ value }) => put(absences, { ...value, state: 'cancelled' as const })),
    ...said.map(({ value }) => put(declarations, { ...value, id: `x-${value.id}`, person: 'olivier-teixeira' })),
    ...said.map(({ value }) => ({ collection: declarations.name, id: value.id, value: null })),
    ...known.flatMap(({ value }) => {
      const role = cast[value.id];
      if (role === undefined) return [];
      const { on, ...changes } = role;
      const leaves = value.id === 'solene-le-bihan' ? addDays(first, 12) : null;
      const delegation =
        value.id === 'anna-kervella'
          ? { to: 'marc-delaunay', from: addDays(first, 8), until: addDays(first, 14) }
          : null;
      return [put(people, { ...value, ...changes, channels: [on], leaves, delegation })];
    }),
  );
}

/** What happens in thirty days: tasks come and are done, dates are confirmed, months are spoken of, Régie is down at times. */
export function happenings(world: FaultWorld, first: Day, chance: (below: number) => number): Happening[] {
  const someTime = (): number => instantOf(first, '10:30', zone) + chance(29 * 24 * 60) * 60_000;
  const change = (at: number, run: () => Promise<void>): Happening => ({ at, what: 'change', run });
  return [
    ...Array.from({ length: 26 }, (_, index) => taskStory(world, first, index, chance, change)).flat(),
    ...Array.from({ length: 6 }, (_, index) => showStory(world, first, index, chance, change)),
    ...Array.from({ length: 8 }, (_, index) => absenceStory(world, someTime(), index, chance, change)),
    ...Array.from({ length: 5 }, () => declarationStory(world, someTime(), chance, change)),
    ...Array.from({ length: 7 }, () => change(someTime(), async () => void world.sandbox.faults.add(faultOf(chance)))),
    ...[3, 9, 17, 24].map((day) => change(instantOf(addDays(first, day), '23:30', zone), () => urgent(world, day))),
    ...downtimes(first, chance),
  ].toSorted((a, b) => a.at - b.at);
}

type Change = (at: number, run: () => Promise<void>) => Happening;

function taskStory(
  world: FaultWorld,
  first: Day,
  index: number,
  chance: (below: number) => number,
  change: Change,
): Happening[] {
  const createdAt = instantOf(addDays(first, chance(20)), `${10 + chance(10)}:15`, zone);
  const doers = Object.keys(cast);
  const task = newTask({
    id: `task-${index}`,
    title: `Affaire numéro ${index}`,
    person: doers[chance(doers.length)] ?? null,
    createdBy: chance(2) === 0 ? null : (['nadia-benali', 'marc-delaunay'][chance(2)] ?? null),
    createdAt,
    artist: 'road',
    due: addDays(dayAt(createdAt, zone), chance(14) - 2),
  });
  const made = change(createdAt, () => write(world, put(tasks, task)));
  if (chance(3) === 0) return [made];
  const doneAt = createdAt + (1 + chance(15 * 24)) * hour;
  const done = { ...task, state: 'done' as const, doneBy: task.person, doneAt, toldAt: doneAt };
  return [made, change(doneAt, () => write(world, put(tasks, done)))];
}

function showStory(
  world: FaultWorld,
  first: Day,
  index: number,
  chance: (below: number) => number,
  change: Change,
): Happening {
  const confirmedOn = chance(14);
  const day = addDays(first, confirmedOn + 1 + chance(16));
  const confirmed = instantOf(addDays(first, confirmedOn), `1${chance(9)}:40`, zone);
  return change(confirmed, async () => {
    const [venue] = await world.runtime.store.all(venues);
    const show = showSchema.parse({
      id: `road-${index}`,
      artist: 'road',
      venue: venue?.value.id,
      day,
      arrival: null,
      set: '21:30',
      end: null,
      state: 'confirmed',
      cast: players.filter((_, at) => at !== index),
    });
    await write(world, put(shows, show));
  });
}

function absenceStory(
  world: FaultWorld,
  at: number,
  index: number,
  chance: (below: number) => number,
  change: Change,
): Happening {
  const person = players[chance(players.length)] ?? '';
  const day = addDays(dayAt(at, zone), 20 + chance(60));
  return change(at, () =>
    write(
      world,
      put(
        absences,
        absenceSchema.parse({
          id: `absence-${index}`,
          person,
          parts: [{ day, part: 'day' }],
          firmness: 'firm',
          condition: null,
          state: 'noted',
          notedAt: at,
          acknowledgedBy: null,
        }),
      ),
    ),
  );
}

function declarationStory(world: FaultWorld, at: number, chance: (below: number) => number, change: Change): Happening {
  const person = players[chance(players.length)] ?? '';
  const month = addDays(dayAt(at, zone), 31 * (1 + chance(3))).slice(0, 7);
  return change(at, () => write(world, put(declarations, { id: `${person}.${month}`, person, month, at })));
}

/** Something goes wrong with the next message to somebody. */
function faultOf(chance: (below: number) => number): FaultRule {
  const method = chance(2) === 0 ? 'sendMessage' : '/v2/send';
  const actions: FaultRule['action'][] = [
    { type: 'status', code: 500, body: {} },
    { type: 'reset-before' },
    { type: 'reset-after-apply' },
    { type: 'truncate' },
  ];
  return {
    match: { method },
    on: 'request',
    times: 1 + chance(2),
    action: actions[chance(actions.length)] ?? { type: 'reset-before' },
  };
}

/** Four times Régie is down: for hours in the day, over a morning, over a Monday's, and for a day and a half. */
function downtimes(first: Day, chance: (below: number) => number): Happening[] {
  const spans: [number, number][] = [
    [instantOf(addDays(first, 2), '12:00', zone), (1 + chance(4)) * hour],
    [instantOf(addDays(first, 5), '06:00', zone), (2 + chance(14)) * hour],
    [instantOf(addDays(first, 12 + chance(4)), '07:30', zone), (24 + chance(20)) * hour],
    [instantOf(addDays(first, 21), '03:00', zone), (5 + chance(12)) * hour],
  ];
  const nothing = async (): Promise<void> => undefined;
  return spans.flatMap(([at, length]): Happening[] => [
    { at, what: 'stop', run: nothing },
    { at: at + length, what: 'start', run: nothing },
  ]);
}

/** Something urgent at half past eleven at night, for Tom. */
async function urgent(world: FaultWorld, day: number): Promise<void> {
  const { store, clock } = world.runtime;
  const [person, linked] = await Promise.all([
    store.get(people, 'tom-garnier'),
    store.find(accounts, { name: 'person', value: 'tom-garnier' }),
  ]);
  if (person === null) throw new Error('Tom is gone');
  const notice = { id: `urgent-${day}`, severity: 'urgent' as const, text: [{ text: `Urgence du jour ${day}` }] };
  const recipient = { person: person.value, accounts: linked.map((record) => record.value) };
  const planning = { now: clock.now(), random: systemRandom, texts: textsOf('fr') };
  await store.commit(commitOf(`urgent:${day}`, draftNotice(notice, recipient, planning)));
}
