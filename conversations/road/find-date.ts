import { type Draft } from '../../core/commit.ts';
import { reply } from '../../core/replies.ts';
import { type Turn } from '../../core/turn.ts';
import { type Known, type Match } from '../../domain/booking-words/types.ts';
import { addDays } from '../../domain/day.ts';
import { type ShowNamed } from '../../domain/road-words/types.ts';
import { explainAsk } from '../../domain/spoken-days/index.ts';
import { roadDay, sheetsSeenBy, type KnownSheet } from '../../agency/road/known-sheet.ts';
import { dayName, placeName } from '../../agency/wording.ts';
import { contextOf } from '../absence/reading.ts';
import { menuCard } from '../menu-card.ts';

const daysAhead = 200;
const mostOffered = 8;

/** The dates whose sheet somebody may read: those of last night, and what comes. */
export function comingSheets(turn: Turn, days = daysAhead): Promise<KnownSheet[]> {
  const today = roadDay(turn);
  return sheetsSeenBy(turn, turn.person, { from: addDays(today, -1), to: addDays(today, days) });
}

/** The names a line about a sheet is read against: the acts and places of these dates, and no others. */
export function namesIn(known: readonly KnownSheet[]): Known {
  const acts = new Map(known.map(({ artist: { id, name } }) => [id, { id, name }]));
  const places = new Map(known.map(({ venue: { id, name, town } }) => [id, { id, name, town }]));
  return { artists: [...acts.values()], venues: [...places.values()] };
}

/** The dates that fit what was named, the nearest first; all of them when nothing was. */
export function fitting(known: readonly KnownSheet[], named: ShowNamed): KnownSheet[] {
  const days = named.days.type === 'days' ? new Set<string>(named.days.days) : null;
  return known.filter(
    ({ show }) =>
      (days === null || days.has(show.day)) && fits(named.artist, show.artist) && fits(named.venue, show.venue),
  );
}

function fits(match: Match, id: string): boolean {
  if (match.type === 'none') return true;
  return match.type === 'one' ? match.id === id : match.ids.includes(id);
}

/** Whether a line named any date at all. */
export function namesDate({ days, artist, venue }: ShowNamed): boolean {
  return days.type !== 'none' || artist.type !== 'none' || venue.type !== 'none';
}

/** Days nobody can be sure of are asked about; null when they are clear. */
export function askDays(turn: Turn, { days }: ShowNamed): Draft | null {
  return days.type === 'ask' ? { outbound: [reply(turn, [{ text: explainAsk(days.ask, contextOf(turn)) }])] } : null;
}

/** Several dates fit: each is a button. */
export async function whichDate(turn: Turn, found: readonly KnownSheet[], action: string): Promise<Draft> {
  const rows = found
    .slice(0, mostOffered)
    .map((known) => [{ key: `${action}:${known.show.id}`, label: dateLabel(turn, known) }]);
  return menuCard(turn, turn.texts.say('sheet-which'), rows);
}

/** « sam. 13 mars : Gribitch, Le Fil (Saint-Étienne) ». */
export function dateLabel(turn: Turn, { show, artist, venue }: KnownSheet): string {
  return turn.texts.label('sheet-list-line', {
    day: dayName(turn, turn.texts, show.day),
    artist: artist.name,
    venue: placeName(venue),
  });
}
