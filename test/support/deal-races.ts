import { put } from '../../core/commit.ts';
import { leads } from '../../core/records/booking.ts';
import { shows } from '../../core/records/agency.ts';
import { addDays, type Day } from '../../domain/day.ts';
import { noteAbsence } from '../../conversations/absence/note-absence.ts';
import { day } from './builders.ts';
import {
  fresh,
  personOf,
  race,
  save,
  turnAt,
  type Contender,
  type DealHouse,
  type Desk,
  type Settled,
} from './deal-house.ts';
import { askAbout, confirmedShows, leadOf, makeActs, presser, pressCard, saidBy, standing } from './deal-makers.ts';
import { doubleBookings } from './double-bookings.ts';

/** What one race is about: the first act shares one person with the second. */
export interface Stall {
  readonly house: DealHouse;
  readonly index: number;
  readonly acts: readonly [string, string];
  readonly shared: string;
  readonly members: Readonly<Record<string, readonly string[]>>;
  readonly day: Day;
  /** Who manages both acts. */
  readonly managers: readonly [string, string];
  /** Whether both decide before either commits. */
  readonly together: boolean;
}

const months = ['2027-04', '2027-05', '2027-06', '2027-07'];

/** Two acts and a day nobody else races on. Every other race is one in which both decide from the same state. */
export async function setStall(
  house: DealHouse,
  index: number,
  managers: Stall['managers'] = ['marc', 'anna'],
): Promise<Stall> {
  const [one, two] = [fresh('act'), fresh('act')];
  const shared = fresh('shared');
  const members = { [one]: [fresh('p'), shared], [two]: [shared, fresh('p')] };
  await makeActs(house, members, months, managers);
  const when = addDays(day('2027-05-03'), index % 40);
  return { house, index, acts: [one, two], shared, members, day: when, managers, together: index % 2 === 0 };
}

/** Who presses at which desk changes from race to race. */
export function twoManagers({
  house,
  index,
  managers,
}: Stall): readonly [readonly [string, Desk], readonly [string, Desk]] {
  const [[one, other], [first, second]] = [managers, house.desks];
  return index % 4 < 2
    ? [
        [one, first],
        [other, second],
      ]
    : [
        [other, second],
        [one, first],
      ];
}

/** Overlapping hours, in the ways in which two dates can overlap. */
const overlapping = [
  [{}, {}],
  [
    { arrival: '14:00', end: '23:00' },
    { arrival: '16:00', end: '22:00' },
  ],
  [
    { arrival: '10:00', end: '14:00' },
    { arrival: '14:30', end: '23:00' },
  ],
  [{ arrival: '17:00', end: '00:30' }, {}],
  [
    { arrival: '20:00', end: '02:00' },
    { arrival: '02:30', end: '04:00' },
  ],
] as const;

/** Two deals of overlapping hours, of one act or of two that share a person, each approved by another manager. */
export async function raceTwoDeals(stall: Stall, sameAct: boolean): Promise<string[]> {
  const { house, acts, index } = stall;
  const [one = {}, other = {}] = overlapping[index % overlapping.length] ?? [];
  const first = leadOf(acts[0], 'le-fil', stall.day, one);
  const second = leadOf(sameAct ? acts[0] : acts[1], 'la-vapeur', stall.day, other);
  const asked = [await askAbout(house, first), await askAbout(house, second)];
  const contenders = await Promise.all(
    twoManagers(stall).map(async ([who, desk], turn) =>
      presser(desk, await pressCard(house, who, asked[turn] ?? '', 'approve')),
    ),
  );
  const settled = await race(contenders, stall.together);
  return [
    ...(await onlyOneOf(stall, asked)),
    ...loserHears(settled, sameAct ? 'une date est déjà calée' : 'joue ailleurs et personne ne remplace'),
  ];
}

/** One of the approvals is decided, the other is open as before, and one show came of it. */
export async function onlyOneOf({ house, acts, members }: Stall, asked: readonly string[]): Promise<string[]> {
  const [desk] = house.desks;
  const taken = await confirmedShows(desk, acts);
  const states = await Promise.all(asked.map((id) => standing(desk, id)));
  return [
    ...doubleBookings(taken, members),
    ...wrongUnless(taken.length === 1, `${taken.length} shows`),
    ...wrongUnless(states.filter((state) => state.startsWith('decided approve')).length === 1, states.join(' / ')),
    ...wrongUnless(states.filter((state) => state === 'open').length === asked.length - 1, states.join(' / ')),
  ];
}

/** Exactly one of the presses was told that it cannot be, why, and what else could be. */
export function loserHears(settled: readonly Settled[], why: string): string[] {
  const said = settled.map(({ draft }) => saidBy(draft));
  const losers = said.filter((text) => text.includes('Impossible ce jour-là'));
  return [
    ...wrongUnless(losers.length === 1, `${losers.length} heard that it cannot be: ${said.join(' | ')}`),
    ...losers.flatMap((text) => [
      ...wrongUnless(text.includes(why), `no reason in: ${text}`),
      ...wrongUnless(text.includes('Jours libres les plus proches'), `no other days in: ${text}`),
    ]),
  ];
}

/** Somebody of the line-up who says at this instant that they cannot play that day. */
export function absentee({ shared, day: when }: Pick<Stall, 'shared' | 'day'>, desk: Desk): Contender {
  return {
    desk,
    decide: async (name) => {
      const turn = await turnAt(desk, personOf(shared, 'musician'), name);
      return (await noteAbsence([{ day: when, part: 'day' }], 'firm', null)(turn)).draft;
    },
  };
}

/** A confirmed date of the first act, with its deal. */
export async function bookedDate({ house, acts, members }: Stall, when: Day): Promise<{ lead: string; show: string }> {
  const id = fresh('show');
  const lead = leadOf(acts[0], 'le-fil', when, {}, { status: 'deal', show: id });
  const show = {
    id,
    artist: acts[0],
    venue: 'le-fil',
    day: when,
    arrival: null,
    set: null,
    end: null,
    state: 'confirmed' as const,
    cast: [...(members[acts[0]] ?? [])],
    version: 1,
    lead: lead.id,
    soundcheck: null,
    doors: null,
    embargo: null,
    exclusivity: null,
    replaces: null,
  };
  await save(house.desks[0].store, [put(leads, lead), put(shows, show)]);
  return { lead: lead.id, show: id };
}

/** The complaint, unless it holds. */
export function wrongUnless(holds: boolean, complaint: string): string[] {
  return holds ? [] : [complaint];
}
