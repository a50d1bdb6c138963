import { env } from 'node:process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDealHouse, type DealHouse } from '../support/deal-house.ts';
import { makePlaces } from '../support/deal-makers.ts';
import { raceTwoDeals } from '../support/deal-races.ts';
import {
  raceAbsence,
  raceApproveAndRelease,
  raceOptions,
  racePostponement,
  raceQueue,
  raceRelease,
  raceSameDeal,
  raceTakingBack,
} from '../support/deal-races-more.ts';
import { runRaces } from '../support/run-races.ts';

/** How many times as many races as with every change. */
const factor = Number(env['FAULT_RUNS'] ?? 20);

let house: DealHouse;

beforeAll(async () => {
  house = await openDealHouse();
  await makePlaces(house);
});

afterAll(() => house.stop());

it('when two deals of one act on overlapping hours are approved at once, again and again, one is a show and the other hears why', async () => {
  expect(await runRaces(house, 300 * factor, (stall) => raceTwoDeals(stall, true))).toEqual([]);
});

it('when two acts share a musician and both are approved at once, again and again, one is a show and the other hears why', async () => {
  expect(await runRaces(house, 300 * factor, (stall) => raceTwoDeals(stall, false))).toEqual([]);
});

it('when a musician says that they are away while a manager approves, again and again, it is no show, or one that is asked about', async () => {
  expect(await runRaces(house, 80 * factor, raceAbsence)).toEqual([]);
});

it('when two managers approve the same deal at once, again and again, one decides and the other is told who', async () => {
  expect(await runRaces(house, 60 * factor, raceSameDeal)).toEqual([]);
});

it('when one takes a decision back while the other approves, again and again, there is a show exactly when it is decided', async () => {
  expect(await runRaces(house, 40 * factor, raceTakingBack)).toEqual([]);
});

it('when an option is let go while its deal is approved, again and again, only one of the two happens', async () => {
  expect(await runRaces(house, 60 * factor, raceApproveAndRelease, { atOnce: 4 })).toEqual([]);
});

// Numbers of deals come from one counter, so a crowd that places at once waits for itself: a few at a time.
it('when three options are placed on one day at once, again and again, their ranks are 1, 2 and 3', async () => {
  expect(await runRaces(house, 40 * factor, raceOptions, { atOnce: 2 })).toEqual([]);
});

it('when an option is let go while it is extended, again and again, it is gone and nothing of it is left', async () => {
  expect(await runRaces(house, 40 * factor, raceRelease, { atOnce: 4 })).toEqual([]);
});

it('when a date is moved to a day on which another deal is approved, again and again, one of them has the day', async () => {
  expect(await runRaces(house, 50 * factor, racePostponement)).toEqual([]);
});

it('when everything is approved at once while one deal of two in conflict is, again and again, one of the two stays open', async () => {
  expect(await runRaces(house, 30 * factor, raceQueue, { ownManagers: true })).toEqual([]);
});
