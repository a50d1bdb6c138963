import { join } from 'node:path';
import { commitOf, put, type DueRow, type Write } from '../core/commit.ts';
import { absences, agencies, artists, holds, people, shows, venues } from '../core/records/agency.ts';
import { counters, declarations, leads } from '../core/records/booking.ts';
import { systemRandom } from '../core/random.ts';
import { type Person } from '../domain/person.ts';
import { deadlinesOf } from '../agency/holds.ts';
import { dayAt } from '../domain/day.ts';
import { declarationsOf, leadOf } from '../store/seed/seed-lead.ts';
import { type Seed } from '../store/seed/seed-shape.ts';
import { readSeed, shiftSeed } from '../store/seed/seed.ts';
import { followUpRow } from '../conversations/pipeline/change-lead.ts';
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
  const { locale, channels, quiet, roles, delegation } = known;
  return { ...row, locale, channels, quiet, roles, delegation };
}

/** What became of dates and absences in chat outlives a second seeding; only those nobody has touched since are written again. */
async function untouched(runtime: Runtime, seed: Seed): Promise<Pick<Seed, 'shows' | 'holds' | 'absences'>> {
  const [shown, held, away] = await Promise.all([
    runtime.store.getMany(
      shows,
      seed.shows.map((row) => row.id),
    ),
    runtime.store.getMany(
      holds,
      seed.holds.map((row) => row.id),
    ),
    runtime.store.getMany(
      absences,
      seed.absences.map((row) => row.id),
    ),
  ]);
  return {
    shows: seed.shows.filter((row, at) => {
      const stored = shown[at]?.value;
      return stored === undefined || JSON.stringify(stored) === JSON.stringify(row);
    }),
    holds: seed.holds.filter((row, at) => {
      const stored = held[at]?.value;
      return stored === undefined || JSON.stringify(stored) === JSON.stringify(row);
    }),
    absences: seed.absences.filter((row, at) => {
      const stored = away[at]?.value;
      return stored === undefined || JSON.stringify(stored) === JSON.stringify(row);
    }),
  };
}

/**
 * Writes an agency from a folder (`demo` is the one that comes along); records of the same id are replaced, but for
 * people's own settings and roles, and what was agreed in chat since.
 */
export async function seedAgency(runtime: Runtime, folder: string): Promise<SeedOutcome> {
  const result = await readSeed(folder === 'demo' ? demoFolder : folder);
  if (!result.ok) return result;
  const today = dayAt(runtime.clock.now(), result.seed.agency.timezone);
  // A real agency's dates are its own; the made-up season is kept ahead of whoever tries it.
  const seed = folder === 'demo' ? shiftSeed(result.seed, today) : result.seed;
  const known = new Map((await runtime.store.all(people)).map(({ value }) => [value.id, value]));
  const { name, contact, timezone, locale } = seed.agency;
  const pipeline = await seedLeads(runtime, seed);
  if (pipeline.taken.length > 0) return { ok: false, problems: pipeline.taken };
  const dates = await untouched(runtime, seed);
  const live = dates.holds.filter((row) => row.state === 'held' && row.validUntil >= today);
  const deadlines = live.flatMap((row) => deadlinesOf(row, { now: runtime.clock.now(), agency: { timezone } }));
  const writes: Write[] = [
    put(agencies, { id: 'agency', name, contact, timezone, locale }),
    ...seed.people.map((row) => put(people, keepOwnSettings(row, known.get(row.id)))),
    ...seed.artists.map((row) => put(artists, row)),
    ...seed.venues.map((row) => put(venues, row)),
    ...dates.shows.map((row) => put(shows, row)),
    ...dates.holds.map((row) => put(holds, row)),
    ...dates.absences.map((row) => put(absences, row)),
    ...seed.declarations.flatMap((row) => declarationsOf(row, timezone).map((one) => put(declarations, one))),
    ...pipeline.writes,
  ];
  const run = systemRandom.token();
  for (let start = 0; start < writes.length; start += writesAtOnce) {
    await runtime.store.commit(commitOf(`seed:${run}:${start}`, { writes: writes.slice(start, start + writesAtOnce) }));
  }
  await runtime.store.commit(commitOf(`seed:${run}:due`, { due: [...pipeline.due, ...deadlines] }));
  return { ok: true, records: writes.length };
}

/**
 * The opportunities nobody has yet, the counter after the highest number, and the reminders still to come. One that is there
 * already goes on as it is: a second seeding must not undo what was agreed since.
 */
async function seedLeads(
  runtime: Runtime,
  seed: Seed,
): Promise<{ readonly writes: Write[]; readonly due: DueRow[]; readonly taken: string[] }> {
  const now = runtime.clock.now();
  const [stored, counter] = await Promise.all([runtime.store.all(leads), runtime.store.get(counters, 'leads')]);
  const ids = new Set(stored.map(({ value }) => value.id));
  const numbers = new Map(stored.map(({ value }) => [value.number, value.id]));
  const fresh = seed.leads.filter((row) => !ids.has(row.id)).map((row) => leadOf(row, seed.agency.timezone));
  const last = Math.max(counter?.value.last ?? 0, ...fresh.map((lead) => lead.number));
  return {
    writes: fresh.length === 0 ? [] : [...fresh.map((lead) => put(leads, lead)), put(counters, { id: 'leads', last })],
    due: fresh.flatMap((lead) => followUpRow(lead) ?? []).filter((row) => row.at > now),
    taken: fresh
      .filter((lead) => numbers.has(lead.number))
      .map((lead) => `leads.json: ${lead.id}: number: ${lead.number} is already ${numbers.get(lead.number) ?? ''}`),
  };
}
