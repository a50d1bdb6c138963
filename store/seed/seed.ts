import { readdir } from 'node:fs/promises';
import { type z } from 'zod';
import { absenceSchema } from '../../domain/absence.ts';
import { artistSchema } from '../../domain/artist.ts';
import { holdSchema, showSchema } from '../../domain/date-booking.ts';
import { addDays, daysBetween, type Day } from '../../domain/day.ts';
import { personSchema } from '../../domain/person.ts';
import { venueSchema } from '../../domain/venue.ts';
import { doubleBookings, lostReferences, sharedNumbers, sharedRanks } from './seed-coherence.ts';
import { readObject, readRows } from './seed-file.ts';
import { declarationRowSchema, leadRowSchema, movedDeclaration, movedLead } from './seed-lead.ts';
import { agencySchema, type Seed } from './seed-shape.ts';

/** A seed that fits together, or every problem found, one line each: file, row, field, what is wrong. */
export type SeedResult =
  | { readonly ok: true; readonly seed: Seed }
  | { readonly ok: false; readonly problems: readonly string[] };

const names = ['agency', 'people', 'artists', 'venues', 'shows', 'holds', 'absences', 'leads', 'declarations'];
const files = names.map((name) => `${name}.json`);

/**
 * Reads an agency from a folder of JSON files. Only `agency.json`, `people.json` and `artists.json` must be there; another
 * `.json` file is a problem, because a misspelt name would otherwise be a season silently left out. Nothing is thrown.
 */
export async function readSeed(folder: string): Promise<SeedResult> {
  const names = await readdir(folder).catch(() => null);
  if (names === null) return { ok: false, problems: [`${folder}: is not a folder that can be read`] };
  const strangers = names.filter((name) => name.endsWith('.json') && !files.includes(name)).sort();
  const list = <T extends { id: string }>(name: string, schema: z.ZodType<T>, required = false) =>
    readRows(folder, `${name}.json`, schema, required);
  const agency = await readObject(folder, 'agency.json', agencySchema);
  const people = await list('people', personSchema, true);
  const artists = await list('artists', artistSchema, true);
  const venues = await list('venues', venueSchema);
  const shows = await list('shows', showSchema);
  const holds = await list('holds', holdSchema);
  const absences = await list('absences', absenceSchema);
  const leads = await list('leads', leadRowSchema);
  const declarations = await list('declarations', declarationRowSchema);
  const rows = {
    people: people.value,
    artists: artists.value,
    venues: venues.value,
    shows: shows.value,
    holds: holds.value,
    absences: absences.value,
    leads: leads.value,
    declarations: declarations.value,
  };
  const problems = [
    ...strangers.map((name) => `${name}: is not a file of a seed (${files.join(', ')})`),
    ...[agency, people, artists, venues, shows, holds, absences, leads, declarations].flatMap((file) => file.problems),
    ...lostReferences(rows),
    ...doubleBookings(rows, agency.value?.timezone ?? 'UTC'),
    ...sharedRanks(rows),
    ...sharedNumbers(rows),
  ];
  if (agency.value === null || problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    seed: {
      agency: agency.value,
      people: people.value.rows,
      artists: artists.value.rows,
      venues: venues.value.rows,
      shows: shows.value.rows,
      holds: holds.value.rows,
      absences: absences.value.rows,
      leads: leads.value.rows,
      declarations: declarations.value.rows,
    },
  };
}

/** A year that keeps weekdays: a Saturday show stays on a Saturday. */
const yearOfWeeks = 364;
/** How long after its anchor a season still lies ahead as written. */
const freshDays = 56;

/**
 * The same agency with its season ahead of `today` again: what comes after the anchor moves by the smallest whole multiple
 * of 364 days that leaves `today` at most 8 weeks after the moved anchor. What lay before the anchor is history and stays,
 * so nobody joins, leaves or speaks in the future; ids stay too, so that a second seeding writes over the first.
 */
export function shiftSeed(seed: Seed, today: Day): Seed {
  const { anchor } = seed.agency;
  const by = Math.max(0, Math.ceil((daysBetween(anchor, today) - freshDays) / yearOfWeeks)) * yearOfWeeks;
  if (by === 0) return seed;
  const moved = (day: Day): Day => (day > anchor ? addDays(day, by) : day);
  const movedIfAny = (day: Day | null): Day | null => (day === null ? null : moved(day));
  return {
    agency: { ...seed.agency, anchor: addDays(anchor, by) },
    people: seed.people.map((person) => ({
      ...person,
      joined: movedIfAny(person.joined),
      leaves: movedIfAny(person.leaves),
    })),
    artists: seed.artists,
    venues: seed.venues,
    shows: seed.shows.map((show) => ({ ...show, day: moved(show.day) })),
    holds: seed.holds.map((hold) => ({ ...hold, day: moved(hold.day), validUntil: moved(hold.validUntil) })),
    absences: seed.absences.map((absence) => ({
      ...absence,
      parts: absence.parts.map((part) => ({ ...part, day: moved(part.day) })),
    })),
    leads: seed.leads.map((row) => movedLead(row, by)),
    declarations: seed.declarations.map((row) => movedDeclaration(row, by)),
  };
}
