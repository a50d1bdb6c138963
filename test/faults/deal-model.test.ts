import { env } from 'node:process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDealHouse, type DealHouse } from '../support/deal-house.ts';
import { playSeasons } from '../support/deal-model.ts';

const seed = Number(env['FAULT_SEED'] ?? 20_270_310);

let house: DealHouse;

beforeAll(async () => {
  house = await openDealHouse();
});

afterAll(() => house.stop());

it('when options, decisions, absences and moves come in any order, 100 times, the store holds what the oracle says', async () => {
  console.log(`FAULT_SEED=${seed}`);
  expect(await playSeasons(house, 100, 30, seed)).toBe(100);
}, 300_000);
