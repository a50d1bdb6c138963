import { join } from 'node:path';
import { type Hold, type Show } from '../../../domain/date-booking.ts';
import { readSeed } from '../../../store/seed/seed.ts';
import { type Seed } from '../../../store/seed/seed-shape.ts';

/** Where the made-up agency lives. */
export const demoFolder = join(import.meta.dirname, '../../../demo/agency');

/** The made-up agency as the reader gives it; every problem at once when it does not hold together. */
export async function demoSeed(): Promise<Seed> {
  const result = await readSeed(demoFolder);
  if (!result.ok) throw new Error(result.problems.join('\n'));
  return result.seed;
}

/** The row with that id; a test that names one which is gone fails there. */
export function one<T extends { id: string }>(list: readonly T[], id: string): T {
  const found = list.find((row) => row.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

/** Everybody on the road with a date, needed or not. */
export function onTheRoad(seed: Seed, date: Show | Hold): readonly string[] {
  return date.cast ?? one(seed.artists, date.artist).members.map((member) => member.person);
}
