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
} from '../support/deal-races-more.ts';
import { runRaces } from '../support/run-races.ts';

let house: DealHouse;

beforeAll(async () => {
  house = await openDealHouse();
  await makePlaces(house);
});

afterAll(() => house.stop());

it('when two deals of one act on overlapping hours are approved at once, 300 times, one is a show and the other hears why', async () => {
  expect(await runRaces(house, 300, (stall) => raceTwoDeals(stall, true))).toEqual([]);
}, 120_000);

it('when two acts share a musician and both are approved at once, 300 times, one is a show and the other hears why', async () => {
  expect(await runRaces(house, 300, (stall) => raceTwoDeals(stall, false))).toEqual([]);
}, 120_000);

it('when a musician says that they are away while a manager approves, 80 times, it is no show, or one that is asked about', async () => {
  expect(await runRaces(house, 80, raceAbsence)).toEqual([]);
}, 120_000);

it('when two managers approve the same deal at once, 60 times, one decides and the other is told who', async () => {
  expect(await runRaces(house, 60, raceSameDeal)).toEqual([]);
}, 120_000);

it('when an option is let go while its deal is approved, 60 times, only one of the two happens', async () => {
  expect(await runRaces(house, 60, raceApproveAndRelease, { atOnce: 4 })).toEqual([]);
}, 120_000);

// Numbers of deals come from one counter, so a crowd that places at once waits for itself: a few at a time.
it('when three options are placed on one day at once, 40 times, their ranks are 1, 2 and 3', async () => {
  expect(await runRaces(house, 40, raceOptions, { atOnce: 2 })).toEqual([]);
}, 120_000);

it('when an option is let go while it is extended, 40 times, it is gone and nothing of it is left', async () => {
  expect(await runRaces(house, 40, raceRelease, { atOnce: 4 })).toEqual([]);
}, 120_000);

it('when a date is moved to a day on which another deal is approved, 50 times, one of them has the day', async () => {
  expect(await runRaces(house, 50, racePostponement)).toEqual([]);
}, 120_000);

it('when everything is approved at once while one deal of two in conflict is, 30 times, one of the two stays open', async () => {
  expect(await runRaces(house, 30, raceQueue, { ownManagers: true })).toEqual([]);
}, 120_000);
