import { z } from 'zod';
import { createDeadLetters } from '../../store/dead-letters.ts';
import { dueHandlers } from '../../conversations/catalogue.ts';
import { changeAbsence } from '../../conversations/absence/change-absence.ts';
import { noteAbsence } from '../../conversations/absence/note-absence.ts';
import { runDue } from '../../core/due-runner.ts';
import { absences, holds, shows } from '../../core/records/agency.ts';
import { leads } from '../../core/records/booking.ts';
import { questions } from '../../core/records/dialogue.ts';
import { approvals } from '../../core/records/oversight.ts';
import { calendarOff } from '../../integrations/google/off.ts';
import { mailOff } from '../../integrations/mail/off.ts';
import { handlers } from '../../jobs/handlers.ts';
import { workJob, type WorkerOptions } from '../../jobs/worker.ts';
import { addDays, dayNumber, type Day } from '../../domain/day.ts';
import { day, noon } from './builders.ts';
import { existing, personOf, settle, turnAt, type DealHouse, type Desk } from './deal-house.ts';
import { makeActs, makePlaces, pressButton, pressCard, presser } from './deal-makers.ts';
import { fieldsFor, placer } from './deal-races-more.ts';
import { DealOracle } from './deal-oracle.ts';
import { silentLog } from './silent-log.ts';

/** Two acts that share a person, on a store emptied for them, with the oracle that says what must be. */
export interface Season {
  readonly house: DealHouse;
  readonly desk: Desk;
  readonly oracle: DealOracle;
  /** How every option stood when it was last looked at. */
  readonly states: Map<string, string>;
}

/** The acts of the season. */
export const seasonActs = { one: ['ada', 'sam'], two: ['sam', 'bea'] } as const;

const entrySchema = z.strictObject({ id: z.string(), name: z.string(), payload: z.unknown() });
const first = day('2027-03-10');
const dayMs = 24 * 3_600_000;

/** The day so many days after the first. */
export function dayOfSeason(number: number): Day {
  return addDays(first, number);
}

/** Empties the house and begins anew at noon of the first day. */
export async function beginSeason(house: DealHouse): Promise<Season> {
  await house.redis.flush();
  house.time.now = noon;
  await house.restaff();
  await makePlaces(house);
  await makeActs(house, seasonActs, ['2027-03', '2027-04']);
  const oracle = new DealOracle(
    seasonActs,
    noon,
    // Noon in London is one in the afternoon in Paris: days there turn at 23:00 UTC, before the clocks change.
    (now) => Math.floor((now + 3_600_000 - Date.UTC(2027, 2, 10)) / dayMs),
    (number) => Date.UTC(2027, 2, 10, 17) + number * dayMs,
  );
  return { house, desk: house.desks[0], oracle, states: new Map() };
}

/** Moves time, handling what is due on the way at its instant, and does the jobs that follow. */
export async function passTime({ house, desk }: Season, target: number): Promise<void> {
  const { due } = house.runtime;
  for (let next = await due.next(); next !== null && next <= target; next = await due.next()) {
    house.time.now = Math.max(house.time.now, next);
    await handleDue(house, desk);
    await doJobs(house, desk);
  }
  house.time.now = target;
}

async function handleDue(house: DealHouse, desk: Desk): Promise<void> {
  const ending = new AbortController();
  const clock = { now: () => house.time.now, sleep: async () => ending.abort() };
  const { store, services } = desk;
  const options = { store, table: house.runtime.due, clock, log: silentLog, handlers: dueHandlers, services };
  await runDue(options, ending.signal);
}

/** Works every job that commits have asked for, in their order, with neither mail nor calendar connected. */
export async function doJobs({ runtime }: DealHouse, { store, services }: Desk): Promise<void> {
  const { redis, key } = runtime.connection;
  const options: WorkerOptions = {
    store,
    services,
    jobs: new Map(Object.values(handlers).map((handler) => [handler.name, handler])),
    queue: { add: noQueue, pending: noQueue, givenUp: noQueue, forget: noQueue, start: noQueue, stop: noQueue },
    outside: { effects: (effect) => effect.run(), mailer: mailOff, calendar: calendarOff },
    deadLetters: createDeadLetters(runtime.connection),
    log: silentLog,
  };
  for (const [entry, fields] of await redis.xrange(key('jobs'), '-', '+')) {
    await workJob(options, entrySchema.parse(JSON.parse(fields[1] ?? '{}')), true);
    await redis.xdel(key('jobs'), entry);
  }
}

function noQueue(): never {
  throw new Error('jobs are worked by hand here');
}

/** Nadia places an option; returns the new lead's id, or null when nothing was placed. */
export async function placeHere(
  season: Season,
  act: string,
  venue: string,
  number: number,
  wish: { readonly rank: number | null; readonly until: number },
): Promise<string | null> {
  const { house, desk } = season;
  const before = new Set((await desk.store.all(leads)).map(({ value }) => value.id));
  const fields = {
    ...fieldsFor(act, venue, dayOfSeason(number)),
    rank: wish.rank,
    validUntil: dayOfSeason(wish.until),
  };
  await settle(placer({ house }, desk, fields));
  return (await desk.store.all(leads)).find(({ value }) => !before.has(value.id))?.value.id ?? null;
}

/** Somebody presses a button of this key. */
export async function press({ house, desk }: Season, who: string, key: string): Promise<void> {
  await settle(presser(desk, await pressButton(house, who, key)));
}

/** The approval that is open about a lead. */
async function openApproval({ desk }: Season, lead: string): Promise<string> {
  const { revision } = await existing(desk.store, leads, lead);
  return `${lead}.r${revision}`;
}

/** A manager presses [Valider] on their card. */
export async function approveHere(season: Season, lead: string, who: string): Promise<void> {
  const card = await pressCard(season.house, who, await openApproval(season, lead), 'approve');
  await settle(presser(season.desk, card));
}

/** A manager presses [Refuser] and gives a reason. */
export async function refuseHere(season: Season, lead: string, who: string): Promise<void> {
  const { house, desk } = season;
  await settle(presser(desk, await pressCard(house, who, await openApproval(season, lead), 'refuse')));
  const open = await desk.store.all(questions);
  const reason = open.find(
    ({ value }) => value.person === who && value.state === 'open' && value.choices.some(({ key }) => key === 'far'),
  );
  if (reason === undefined) throw new Error('nobody asked why');
  await settle(presser(desk, await pressCard(house, who, reason.value.subject, 'far')));
}

/** ↩ by whoever decided. */
export async function undoHere(season: Season, lead: string, who: string): Promise<void> {
  await press(season, who, `deal.undecide:${await openApproval(season, lead)}`);
}

/** Somebody says that they are away on a day, or that they are not after all. */
export async function sayAbsence(season: Season, person: string, number: number, away: boolean): Promise<void> {
  const { desk } = season;
  const who = personOf(person, 'musician');
  const when = dayOfSeason(number);
  const decide = async (name: string): ReturnType<Parameters<typeof settle>[0]['decide']> => {
    const turn = await turnAt(desk, who, name);
    if (away) return (await noteAbsence([{ day: when, part: 'day' }], 'firm', null)(turn)).draft;
    const noted = (await desk.store.all(absences)).find(
      ({ value }) => value.person === person && value.state === 'noted' && value.parts[0]?.day === when,
    );
    return noted === undefined ? {} : changeAbsence(turn, noted, [], noted.value.parts);
  };
  await settle({ desk, decide });
}

/** How everything stands in the store, in the oracle's words. */
export async function storeSays({ desk, oracle }: Season): Promise<string[]> {
  const number = (when: Day): number => dayNumber(when) - dayNumber(first);
  const options = (await desk.store.all(holds)).map(({ value }) => value);
  const dates = (await desk.store.all(shows)).map(({ value }) => value);
  const open = (await desk.store.all(approvals)).map(({ value }) => value);
  return [
    ...options
      .filter((one) => one.state === 'held' && number(one.validUntil) >= oracle.today)
      .map((one) => `${one.artist} day ${number(one.day)} option ${one.rank} of ${one.lead}`),
    ...dates
      .filter((one) => one.state === 'confirmed')
      .map((one) => `${one.artist} day ${number(one.day)} show of ${one.lead}`),
    ...open.filter((one) => one.kind === 'deal' && one.state === 'open').map((one) => `asked about ${one.subject.id}`),
  ].sort();
}

/** The same by the oracle. */
export function oracleSays({ oracle }: Season): string[] {
  return [
    ...oracle.options
      .filter((one) => oracle.isLive(one))
      .map((one) => `${one.act} day ${one.day} option ${one.rank} of ${one.lead.id}`),
    ...oracle.dates.map((one) => `${one.act} day ${one.day} show of ${one.lead.id}`),
    ...oracle.leads.filter(({ asked }) => asked?.state === 'open').map(({ id }) => `asked about ${id}`),
  ].sort();
}
