import { setStall, type Stall } from './deal-races.ts';
import { type DealHouse } from './deal-house.ts';

/** How many races run side by side, and whether those who press have acts of their own. */
export interface RaceOptions {
  readonly atOnce?: number;
  /** A queue shows whatever waits for a manager, so whoever presses it has acts of their own. */
  readonly ownManagers?: boolean;
}

/** Runs so many races and returns what was wrong in each. */
export async function runRaces(
  house: DealHouse,
  count: number,
  run: (stall: Stall) => Promise<string[]>,
  { atOnce = 20, ownManagers = false }: RaceOptions = {},
): Promise<string[]> {
  const wrong: string[] = [];
  for (let done = 0; done < count; done += atOnce) {
    const batch = Array.from({ length: Math.min(atOnce, count - done) }, (_, index) => done + index);
    const found = await Promise.all(
      batch.map(async (index) => {
        const managers = ownManagers
          ? ([await house.hire('manager'), await house.hire('manager')] as const)
          : undefined;
        return (await run(await setStall(house, index, managers))).map((line) => `race ${index}: ${line}`);
      }),
    );
    wrong.push(...found.flat());
  }
  return wrong;
}
