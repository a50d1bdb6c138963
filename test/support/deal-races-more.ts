import { type Draft } from '../../core/commit.ts';
import { absences, holds } from '../../core/records/agency.ts';
import { leads } from '../../core/records/booking.ts';
import { approvals } from '../../core/records/oversight.ts';
import { addDays, type Day } from '../../domain/day.ts';
import { emptyFields, type DealFields } from '../../conversations/deals/fields.ts';
import { placeOption } from '../../conversations/deals/finish-deal.ts';
import { existing, personOf, race, settle, turnAt, type Contender, type Desk } from './deal-house.ts';
import { askAbout, confirmedShows, leadOf, pressButton, pressCard, presser, saidBy, standing } from './deal-makers.ts';
import { absentee, bookedDate, loserHears, onlyOneOf, twoManagers, wrongUnless, type Stall } from './deal-races.ts';
import { doubleBookings } from './double-bookings.ts';

/** A needed member says that they are away at the instant a manager approves: the date stands and managers are asked, or it does not stand. */
export async function raceAbsence(stall: Stall): Promise<string[]> {
  const { house, acts, shared } = stall;
  const [[who, desk], [, other]] = twoManagers(stall);
  const asked = await askAbout(house, leadOf(acts[0], 'le-fil', stall.day));
  const approve = presser(desk, await pressCard(house, who, asked, 'approve'));
  const [pressed] = await race([approve, absentee(stall, other)], stall.together);
  const taken = await confirmedShows(desk, acts);
  const noted = await desk.store.find(absences, { name: 'person', value: shared });
  const open = await desk.store.find(approvals, { name: 'open', value: acts[0] });
  const touched = open.filter(({ value }) => value.kind === 'absence').length;
  const said = pressed === undefined ? '' : saidBy(pressed.draft);
  return [
    ...wrongUnless(noted.length === 1, `${noted.length} absences`),
    ...(taken.length === 0
      ? [
          ...wrongUnless(said.includes('n’est pas dispo et personne ne remplace'), `no reason in: ${said}`),
          ...wrongUnless((await standing(desk, asked)) === 'open', 'no show and the approval is not open'),
        ]
      : wrongUnless(touched === 1, `a show, an absence on it, and ${touched} questions about that`)),
  ];
}

/** Two managers approve the same deal: one decides, the other is told who. */
export async function raceSameDeal(stall: Stall): Promise<string[]> {
  const { house, acts } = stall;
  const asked = await askAbout(house, leadOf(acts[0], 'le-fil', stall.day));
  const contenders = await Promise.all(
    twoManagers(stall).map(async ([who, desk]) => presser(desk, await pressCard(house, who, asked, 'approve'))),
  );
  const settled = await race(contenders, stall.together);
  const told = settled.filter(({ draft }) => saidBy(draft).includes('a déjà répondu à'));
  return [...(await onlyOneOf(stall, [asked])), ...wrongUnless(told.length === 1, `${told.length} were told who`)];
}

/** Whoever decided takes it back while the other manager approves from the queue: there is a show exactly when it is decided. */
export async function raceTakingBack(stall: Stall): Promise<string[]> {
  const { house, acts, members } = stall;
  const [[who, desk], [other, second]] = twoManagers(stall);
  const asked = await askAbout(house, leadOf(acts[0], 'le-fil', stall.day));
  await settle(presser(desk, await pressCard(house, who, asked, 'approve')));
  const settled = await race(
    [
      presser(desk, await pressButton(house, who, `deal.undecide:${asked}`)),
      presser(second, await pressButton(house, other, `queue.approve:${asked}`)),
    ],
    stall.together,
  );
  const taken = await confirmedShows(desk, acts);
  const state = await standing(desk, asked);
  const announced = await house.runtime.due.has(`announce:${asked}`);
  const lead = await existing(desk.store, leads, asked.slice(0, asked.lastIndexOf('.')));
  return [
    ...doubleBookings(taken, members),
    ...wrongUnless(settled.length === 2, 'not both were settled'),
    ...(state === 'open'
      ? wrongUnless(
          taken.length === 0 && !announced && lead.status === 'to-approve' && lead.show === null,
          `taken back, and ${taken.length} shows, announced ${announced}, lead ${lead.status}`,
        )
      : wrongUnless(
          state === `decided approve ${other}` && taken.length === 1 && announced && lead.show === taken[0]?.id,
          `${state} with ${taken.length} shows, announced ${announced}`,
        )),
  ];
}

/** What a booker has written down of a date that is to be placed as an option. */
export function fieldsFor(artist: string, venue: string, when: Day): DealFields {
  const { terms } = leadOf(artist, venue, when);
  return { ...emptyFields, artist, venue, day: when, terms };
}

/** Nadia places an option at a desk. */
export function placer({ house }: Pick<Stall, 'house'>, desk: Desk, fields: DealFields): Contender {
  return {
    desk,
    decide: async (name): Promise<Draft> => {
      const nadia = house.staff.get('nadia')?.person ?? personOf('nadia', 'booker');
      return (await placeOption(fields)(await turnAt(desk, nadia, name))).draft;
    },
  };
}

/** The options of an act on a day, by rank: `<rank> <state> <venue>`. */
async function ranksOn(desk: Desk, artist: string, when: Day): Promise<string[]> {
  const found = await desk.store.find(holds, { name: 'artist', value: artist });
  return found
    .filter(({ value }) => value.day === when && value.state === 'held')
    .map(({ value }) => `${value.rank}`)
    .sort();
}

/** Two options placed at once, and a third: ranks 1, 2, 3, and as many numbers of deals. */
export async function raceOptions(stall: Stall): Promise<string[]> {
  const { house, acts } = stall;
  const [first, second] = house.desks;
  const venues = ['le-fil', 'la-vapeur', 'le-bikini'];
  await race(
    venues.map((venue, index) => placer(stall, index === 1 ? second : first, fieldsFor(acts[0], venue, stall.day))),
    stall.together,
  );
  const ranks = await ranksOn(first, acts[0], stall.day);
  const numbers = (await first.store.find(leads, { name: 'artist', value: acts[0] })).map(({ value }) => value.number);
  return [
    ...wrongUnless(ranks.join() === '1,2,3', `ranks ${ranks.join()}`),
    ...wrongUnless(new Set(numbers).size === 3, `numbers ${numbers.join()}`),
  ];
}

async function placed(stall: Stall, venue: string): Promise<{ hold: string; lead: string }> {
  const { house, acts } = stall;
  await settle(placer(stall, house.desks[0], fieldsFor(acts[0], venue, stall.day)));
  const found = await house.desks[0].store.find(leads, { name: 'artist', value: acts[0] });
  const lead = found.find(({ value }) => value.venue === venue)?.value;
  if (lead === undefined || lead.hold === null) throw new Error(`no option was placed for ${venue}`);
  return { hold: lead.hold, lead: lead.id };
}

/** An option is let go while it is extended: it is gone, the one behind it is first, and nothing is left to happen to it. */
export async function raceRelease(stall: Stall): Promise<string[]> {
  const { house, acts } = stall;
  const [first, second] = house.desks;
  const one = await placed(stall, 'le-fil');
  const two = await placed(stall, 'la-vapeur');
  await race(
    [
      presser(first, await pressButton(house, 'nadia', `hold.release-now:${one.hold}`)),
      presser(second, await pressButton(house, 'nadia', `hold.extend:${one.hold}`)),
    ],
    stall.together,
  );
  const gone = await existing(first.store, holds, one.hold);
  const rows = await Promise.all(['expire', 'ending'].map((what) => house.runtime.due.has(`hold:${one.hold}:${what}`)));
  return [
    ...wrongUnless(gone.state === 'released', `the option is ${gone.state}`),
    ...wrongUnless((await ranksOn(first, acts[0], stall.day)).join() === '1', 'the other one is not first'),
    ...wrongUnless((await existing(first.store, holds, two.hold)).rank === 1, 'the other one is not first'),
    ...wrongUnless(!rows.includes(true), 'rows of the option that is gone are left'),
  ];
}

/** A manager approves while the booker lets the option go: the date is a show and its option stays, or it is free and nobody decides. */
export async function raceApproveAndRelease(stall: Stall): Promise<string[]> {
  const { house, acts } = stall;
  const [[who, desk], [, other]] = twoManagers(stall);
  const { hold, lead } = await placed(stall, 'le-fil');
  await settle(presser(desk, await pressButton(house, 'nadia', `deal.submit:${lead}`)));
  const asked = `${lead}.r${(await existing(desk.store, leads, lead)).revision}`;
  await race(
    [
      presser(desk, await pressCard(house, who, asked, 'approve')),
      presser(other, await pressButton(house, 'nadia', `hold.release-now:${hold}`)),
    ],
    stall.together,
  );
  const taken = await confirmedShows(desk, acts);
  const found = [
    `${taken.length} shows`,
    await standing(desk, asked),
    (await existing(desk.store, holds, hold)).state,
    (await existing(desk.store, leads, lead)).status,
  ].join(', ');
  const either = [`1 shows, decided approve ${who}, held, deal`, '0 shows, withdrawn, released, negotiating'];
  return wrongUnless(either.includes(found), found);
}

/** A confirmed date moves to a day on which another deal is approved at the same instant. */
export async function racePostponement(stall: Stall): Promise<string[]> {
  const { house, acts, members, index } = stall;
  const [desk] = house.desks;
  const target = addDays(stall.day, 9);
  const { lead, show } = await bookedDate(stall, stall.day);
  await settle(presser(desk, await pressButton(house, 'nadia', `deal.postpone:${show}/${target}`)));
  const moving = `${lead}.r2`;
  const asked = await askAbout(house, leadOf(acts[index % 2 === 0 ? 0 : 1], 'la-vapeur', target));
  const contenders = await Promise.all(
    twoManagers(stall).map(async ([who, at], turn) =>
      presser(at, await pressCard(house, who, turn === 0 ? moving : asked, 'approve')),
    ),
  );
  const settled = await race(contenders, stall.together);
  const taken = await confirmedShows(desk, acts);
  const states = await Promise.all([moving, asked].map((id) => standing(desk, id)));
  return [
    ...doubleBookings(taken, members),
    ...wrongUnless(taken.filter((one) => one.day === target).length === 1, `${taken.length - 1} shows on the day`),
    ...wrongUnless(states.filter((state) => state === 'open').length === 1, states.join(' / ')),
    ...loserHears(settled, index % 2 === 0 ? 'une date est déjà calée' : 'joue ailleurs et personne ne remplace'),
  ];
}

/** « Tout valider » with two deals in conflict and one that is not, while the other manager approves one of the two. */
export async function raceQueue(stall: Stall): Promise<string[]> {
  const { house, acts, members } = stall;
  const [[who, desk], [other, second]] = twoManagers(stall);
  const first = await askAbout(house, leadOf(acts[0], 'le-fil', stall.day));
  const clashing = await askAbout(house, leadOf(acts[1], 'la-vapeur', stall.day));
  const apart = await askAbout(house, leadOf(acts[0], 'le-bikini', addDays(stall.day, 3)));
  await race(
    [
      presser(desk, await pressButton(house, who, `queue.all-now:${[first, clashing, apart].join('/')}`)),
      presser(second, await pressCard(house, other, clashing, 'approve')),
    ],
    stall.together,
  );
  const taken = await confirmedShows(desk, acts);
  const states = await Promise.all([first, clashing].map((id) => standing(desk, id)));
  return [
    ...doubleBookings(taken, members),
    ...wrongUnless(taken.length === 2, `${taken.length} shows`),
    ...wrongUnless((await standing(desk, apart)) === `decided approve ${who}`, 'the third was not decided'),
    ...wrongUnless(states.filter((state) => state === 'open').length === 1, states.join(' / ')),
  ];
}
