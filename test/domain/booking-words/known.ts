import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { DaysFound, Match, VenueMatch } from '../../../domain/booking-words/index.ts';
import type { Context, Locale } from '../../../domain/spoken-days/index.ts';
import { holidayCalendar } from '../../../integrations/holidays/index.ts';
import { day } from '../spoken-days/corpus.ts';

const AGENCY = join(import.meta.dirname, '../../../demo/agency');
const artistSchema = z.object({ id: z.string(), name: z.string() });
const venueSchema = artistSchema.extend({ town: z.string(), region: z.string() });

function load<T>(file: string, schema: z.ZodType<T>): T[] {
  return z.array(schema).parse(JSON.parse(readFileSync(join(AGENCY, file), 'utf8')));
}

/** The acts and places of the demonstration agency. */
export const known = { artists: load('artists.json', artistSchema), venues: load('venues.json', venueSchema) };

const holidays = holidayCalendar({ from: 2023, to: 2036 });

/** Sunday 22 November 2026, the day every table is read on. */
export function contextOf(locale: Locale): Context {
  return { today: day('2026-11-22'), locale, holidays };
}

/** A match as tables write it: an id, ids with `|`, `-` for none, `new:name@town` with the known namesakes after `~`. */
export function saidMatch(match: Match | VenueMatch | null): string {
  if (match === null) return 'null';
  switch (match.type) {
    case 'one':
      return match.id;
    case 'several':
      return `?${[...match.ids].sort().join('|')}`;
    case 'none':
      return '-';
    case 'new':
      return `new:${match.name}@${match.town ?? ''}${match.like.length === 0 ? '' : `~${match.like.join('|')}`}`;
  }
}

/** Days as tables write them: `13/03` of the year to come, `2026-12-13`, ranges with `..`, `ask:why`, empty for none. */
export function saidDays(found: DaysFound | null): string {
  if (found === null || found.type === 'none') return '';
  if (found.type === 'ask') return `ask:${found.ask.why}`;
  const { days } = found;
  return days.length > 4 ? `${days[0] ?? ''}..${days.at(-1) ?? ''}` : days.join(' ');
}
