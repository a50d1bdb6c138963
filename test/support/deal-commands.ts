import * as fc from 'fast-check';
import { holds, shows } from '../../core/records/agency.ts';
import { approvals, incidents } from '../../core/records/oversight.ts';
import { places } from './deal-makers.ts';
import { type OracleLead } from './deal-oracle.ts';
import {
  approveHere,
  dayOfSeason,
  doJobs,
  oracleSays,
  passTime,
  placeHere,
  press,
  refuseHere,
  sayAbsence,
  seasonActs,
  storeSays,
  undoHere,
  type Season,
} from './deal-season.ts';
import { doubleBookings } from './double-bookings.ts';
import { existing } from './deal-house.ts';
import { leads } from '../../core/records/booking.ts';

/** Something that happens in a season: the product and the oracle do it, and must agree afterwards. */
type Happening = fc.AsyncCommand<object, Season>;

function happening(name: string, run: (season: Season) => Promise<void>): Happening {
  return {
    check: () => true,
    run: async (_model, season) => {
      await run(season);
      await doJobs(season.house, season.desk);
      await agree(season);
    },
    toString: () => name,
  };
}

/** Which of a list is meant by any number; undefined where there is none. */
function nth<T>(list: readonly T[], index: number): T | undefined {
  return list[index % Math.max(1, list.length)];
}

const known = new WeakMap<Season, Set<string>>();

/** The acts and places between which a deal was begun this season. */
function spokenOf(season: Season): Set<string> {
  const spoken = known.get(season) ?? new Set<string>();
  known.set(season, spoken);
  return spoken;
}

const managers = ['marc', 'anna'] as const;
const index = fc.nat({ max: 11 });
const manager = fc.constantFrom(...managers);
const act = fc.constantFrom('one', 'two');
/** The season's dates lie a few days ahead, close to the ends of their options. */
const when = fc.integer({ min: 5, max: 7 });

/** Everything that can happen, as fast-check draws it. */
export const happenings: fc.Arbitrary<Happening>[] = [
  ...Array.from({ length: 3 }, () =>
    fc
      .record({
        act,
        venue: fc.constantFrom(...places),
        when,
        rank: fc.option(fc.integer({ min: 1, max: 4 })),
        last: fc.nat({ max: 3 }),
      })
      .map(({ act: of, venue, when: number, rank, last }) =>
        happening(`${of} optioned by ${venue} on ${number} as ${rank}, for ${last} days`, async (season) => {
          const { oracle } = season;
          const until = Math.min(oracle.today + last, number - 1);
          if (until < oracle.today) return;
          // A second line about the act and the place goes on with the same deal: that is another story than this one.
          const spoken = spokenOf(season);
          if (spoken.has(`${of} ${venue}`)) return;
          spoken.add(`${of} ${venue}`);
          const expected = oracle.rankOn(of, number);
          const id = await placeHere(season, of, venue, number, { rank, until });
          if (id !== null) oracle.place(id, of, number, expected ?? -1, until);
          else if (expected !== null) throw new Error('the option was not placed');
        }),
      ),
  ),
  index.map((at) =>
    onOption(`release ${at}`, at, async (season, hold, lead) => {
      const asked = await season.desk.store.find(approvals, { name: 'subject', value: `leads/${lead.id}` });
      // While a decision can be taken back, nothing else happens to its option.
      const settling = asked.some(({ value }) => value.state === 'decided' && !value.announced);
      await press(season, 'nadia', `hold.release-now:${hold}`);
      if (lead.option !== null && !settling) season.oracle.release(lead.option);
    }),
  ),
  index.map((at) =>
    onOption(`extend ${at}`, at, async (season, hold, lead) => {
      await press(season, 'nadia', `hold.extend:${hold}`);
      if (lead.option !== null) season.oracle.extend(lead.option, 7);
    }),
  ),
  ...Array.from({ length: 3 }, () =>
    index.map((at) =>
      onLead(`submit ${at}`, at, async (season, lead) => {
        await press(season, 'nadia', `deal.submit:${lead.id}`);
        season.oracle.ask(lead, null);
      }),
    ),
  ),
  ...Array.from({ length: 4 }, () =>
    fc.tuple(index, manager).map(([at, who]) =>
      onAsked(`${who} approves ${at}`, at, async (season, lead) => {
        await approveHere(season, lead.id, who);
        if (lead.asked !== null) season.oracle.approve(lead.asked, who);
      }),
    ),
  ),
  fc.tuple(index, manager).map(([at, who]) =>
    onAsked(`${who} refuses ${at}`, at, async (season, lead) => {
      await refuseHere(season, lead.id, who);
      if (lead.asked !== null) season.oracle.refuse(lead.asked, who);
    }),
  ),
  fc.tuple(index, manager).map(([at, who]) =>
    onLead(`${who} takes back ${at}`, at, async (season, lead) => {
      if (lead.asked === null || lead.asked.by === '') return;
      await undoHere(season, lead.id, who);
      season.oracle.undo(lead.asked, who);
    }),
  ),
  fc.tuple(fc.constantFrom('ada', 'sam', 'bea'), when, fc.boolean()).map(([person, number, away]) =>
    happening(`${person} is ${away ? 'away' : 'there'} on ${number}`, async (season) => {
      const { oracle } = season;
      await sayAbsence(season, person, number, away);
      oracle.absences = oracle.absences.filter((one) => one.person !== person || one.day !== number);
      if (away) oracle.absences.push({ person, day: number });
    }),
  ),
  fc.tuple(index, when).map(([at, to]) =>
    onDate(`postpone ${at} to ${to}`, at, async (season, lead, show) => {
      if (to === lead.day) return;
      await press(season, 'nadia', `deal.postpone:${show}/${dayOfSeason(to)}`);
      season.oracle.ask(lead, { to });
    }),
  ),
  index.map((at) =>
    onDate(`cancel ${at}`, at, async (season, lead, show) => {
      await press(season, 'nadia', `deal.cancel:${show}`);
      season.oracle.ask(lead, { to: null });
    }),
  ),
  ...Array.from({ length: 3 }, () => fc.constant(happening('a minute later', (season) => later(season, 61_000)))),
  fc.constant(happening('the next day', (season) => later(season, 24 * 3_600_000))),
];

async function later(season: Season, ms: number): Promise<void> {
  const target = season.oracle.now + ms;
  await passTime(season, target);
  season.oracle.moveTo(target);
}

function onLead(name: string, at: number, run: (season: Season, lead: OracleLead) => Promise<void>): Happening {
  return happening(name, async (season) => {
    const lead = nth(season.oracle.leads, at);
    if (lead !== undefined) await run(season, lead);
  });
}

function onAsked(name: string, at: number, run: (season: Season, lead: OracleLead) => Promise<void>): Happening {
  return happening(name, async (season) => {
    const lead = nth(
      season.oracle.leads.filter(({ asked }) => asked?.state === 'open'),
      at,
    );
    if (lead !== undefined) await run(season, lead);
  });
}

function onOption(
  name: string,
  at: number,
  run: (season: Season, hold: string, lead: OracleLead) => Promise<void>,
): Happening {
  return onLead(name, at, async (season, lead) => {
    const { hold } = await existing(season.desk.store, leads, lead.id);
    if (hold !== null) await run(season, hold, lead);
  });
}

function onDate(
  name: string,
  at: number,
  run: (season: Season, lead: OracleLead, show: string) => Promise<void>,
): Happening {
  return happening(name, async (season) => {
    const lead = nth(
      season.oracle.leads.filter(({ date }) => date !== null),
      at,
    );
    if (lead === undefined) return;
    const { show } = await existing(season.desk.store, leads, lead.id);
    if (show !== null) await run(season, lead, show);
  });
}

/** The store and the oracle agree, nobody is taken twice, and options only change as options may. */
async function agree(season: Season): Promise<void> {
  const { desk, states } = season;
  const [found, wanted] = [await storeSays(season), oracleSays(season)];
  const wrong =
    JSON.stringify(found) === JSON.stringify(wanted)
      ? []
      : [`the store says\n  ${found.join('\n  ')}\nand should say\n  ${wanted.join('\n  ')}`];
  const dates = (await desk.store.all(shows)).map(({ value }) => value);
  wrong.push(...doubleBookings(dates, seasonActs));
  // Nobody but the booker and the managers has an account, so others cannot be reached.
  const troubles = (await desk.store.all(incidents)).filter(({ value }) => value.code !== 'notification.unreachable');
  wrong.push(...troubles.map(({ value }) => `${value.code} ${value.detail}`));
  const open = new Map<string, number>();
  for (const { value } of await desk.store.all(approvals)) {
    if (value.kind === 'deal' && value.state === 'open')
      open.set(value.subject.id, (open.get(value.subject.id) ?? 0) + 1);
  }
  wrong.push(...[...open].flatMap(([lead, count]) => (count > 1 ? [`${count} open approvals of ${lead}`] : [])));
  for (const { value } of await desk.store.all(holds)) {
    const before = states.get(value.id) ?? 'held';
    if (before !== 'held' && before !== value.state) wrong.push(`${value.id} went from ${before} to ${value.state}`);
    states.set(value.id, value.state);
  }
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
}
