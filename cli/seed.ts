import { join } from 'node:path';
import { commitOf, put, type Write } from '../core/commit.ts';
import { absences, agencies, artists, holds, people, shows, venues } from '../core/records/agency.ts';
import { systemRandom } from '../core/random.ts';
import { type Person } from '../domain/person.ts';
import { dayAt } from '../domain/day.ts';
import { readSeed, shiftSeed } from '../store/seed/seed.ts';
import { type Runtime } from './runtime.ts';

const demoFolder = join(import.meta.dirname, '..', 'demo', 'agency');
const writesAtOnce = 100;

/** What a seed put into the store, or why nothing was. */
export type SeedOutcome =
  | { readonly ok: true; readonly records: number }
  | { readonly ok: false; readonly problems: readonly string[] };

/** What people set for themselves in chat, and the roles they were given there, outlive a second seeding. */
function keepOwnSettings(row: Person, known: Person | undefined): Person {
  if (known === undefined) return row;
  const { locale, channels, quiet, roles } = known;
  return { ...row, locale, channels, quiet, roles };
}

/** Writes an agency from a folder (`demo` is the one that comes along); records of the same id are replaced, but for people's own settings and roles. */
export async function seedAgency(runtime: Runtime, folder: string): Promise<SeedOutcome> {
  const result = await readSeed(folder === 'demo' ? demoFolder : folder);
  if (!result.ok) return result;
  const today = dayAt(runtime.clock.now(), result.seed.agency.timezone);
  // A real agency's dates are its own; the made-up season is kept ahead of whoever tries it.
  const seed = folder === 'demo' ? shiftSeed(result.seed, today) : result.seed;
  const known = new Map((await runtime.store.all(people)).map(({ value }) => [value.id, value]));
  const { name, contact, timezone, locale } = seed.agency;
  const writes: Write[] = [
    put(agencies, { id: 'agency', name, contact, timezone, locale }),
    ...seed.people.map((row) => put(people, keepOwnSettings(row, known.get(row.id)))),
    ...seed.artists.map((row) => put(artists, row)),
    ...seed.venues.map((row) => put(venues, row)),
    ...seed.shows.map((row) => put(shows, row)),
    ...seed.holds.map((row) => put(holds, row)),
    ...seed.absences.map((row) => put(absences, row)),
  ];
  const run = systemRandom.token();
  for (let start = 0; start < writes.length; start += writesAtOnce) {
    await runtime.store.commit(commitOf(`seed:${run}:${start}`, { writes: writes.slice(start, start + writesAtOnce) }));
  }
  return { ok: true, records: writes.length };
}
