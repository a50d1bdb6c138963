import { env } from 'node:process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDealHouse, type DealHouse } from '../support/deal-house.ts';
import { playSeasons } from '../support/deal-model.ts';

const seed = Number(env['FAULT_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const runs = Number(env['FAULT_RUNS'] ?? 3000);

let house: DealHouse;

beforeAll(async () => {
  house = await openDealHouse();
});

afterAll(() => house.stop());

it('when options, decisions, absences and moves come in any order, thousands of times, the store holds what the oracle says', async () => {
  console.log(`FAULT_SEED=${seed} FAULT_RUNS=${runs}`);
  expect(await playSeasons(house, runs, 60, seed)).toBe(runs);
});
