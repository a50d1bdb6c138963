import * as fc from 'fast-check';
import { happenings } from './deal-commands.ts';
import { type DealHouse } from './deal-house.ts';
import { beginSeason } from './deal-season.ts';

/** Plays so many random seasons against the oracle and returns how many were played; fast-check prints the seed and the shortest season that goes wrong. */
export async function playSeasons(house: DealHouse, runs: number, length: number, seed: number): Promise<number> {
  let played = 0;
  await fc.assert(
    fc.asyncProperty(fc.commands(happenings, { maxCommands: length, size: 'max' }), async (commands) => {
      const season = await beginSeason(house);
      await fc.asyncModelRun(() => ({ model: {}, real: season }), commands);
      played += 1;
    }),
    { numRuns: runs, seed, endOnFailure: false, interruptAfterTimeLimit: 5 * 3_600_000 },
  );
  return played;
}
