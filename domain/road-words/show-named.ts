import { named } from '../booking-words/days.ts';
import { exactHits, looseHits, withoutOverlap } from '../booking-words/find-names.ts';
import type { Hit } from '../booking-words/find-names.ts';
import { groupsOf, take } from '../booking-words/line.ts';
import type { Line } from '../booking-words/line.ts';
import { formsOf } from '../booking-words/name-forms.ts';
import type { NameForms } from '../booking-words/name-forms.ts';
import { findTowns, matchOf } from '../booking-words/places.ts';
import type { Known } from '../booking-words/types.ts';
import type { DaysSpan } from '../spoken-days/index.ts';
import type { ShowNamed } from './types.ts';

/** More days than this are a period, of which one is meant. */
const MOST_DAYS = 3;
/** Names half said are looked for in so many clauses: a pasted mail is long, and the show stands at its head. */
const MOST_LOOSE = 6;

/** The names a text is searched for, made ready once. */
export interface Finder {
  readonly known: Known;
  readonly artists: readonly NameForms[];
  readonly venues: readonly NameForms[];
  found: { artists: readonly Hit[]; venues: readonly Hit[]; days: readonly DaysSpan[]; loose: number };
}

/** A finder that has found nothing yet. */
export function finderOf(known: Known): Finder {
  return {
    known,
    artists: formsOf(known.artists),
    venues: formsOf(known.venues),
    found: { artists: [], venues: [], days: [], loose: 0 },
  };
}

interface Kinded extends Hit {
  readonly kind: 'artists' | 'venues';
}

function keep(finder: Finder, line: Line, hits: readonly Kinded[]): Line {
  for (const { kind, ...hit } of hits) finder.found = { ...finder.found, [kind]: [...finder.found[kind], hit] };
  return hits.reduce<Line>(take, line);
}

function tagged(hits: readonly Hit[], kind: Kinded['kind']): readonly Kinded[] {
  return hits.map((hit) => ({ ...hit, kind }));
}

/** Takes the names written in full. */
export function takeNames(line: Line, finder: Finder): Line {
  const hits = withoutOverlap([
    ...tagged(exactHits(line, finder.artists), 'artists'),
    ...tagged(exactHits(line, finder.venues), 'venues'),
  ]);
  return keep(finder, line, hits);
}

const GREETING = /^(?:bonjour|bonsoir|salut|hello|coucou|merci)$/u;

/** Takes names misspelled or half said of a clause nothing else explains, and the town beside a place. */
export function takeLooseNames(given: Line, finder: Finder): Line {
  let line = given;
  if (groupsOf(line).length === 0 || finder.found.loose >= MOST_LOOSE) return line;
  finder.found = { ...finder.found, loose: finder.found.loose + 1 };
  const before = finder.found;
  const hits = withoutOverlap([
    ...(finder.found.artists.length > 0 ? [] : tagged(looseHits(line, finder.artists), 'artists')),
    ...(finder.found.venues.length > 0 ? [] : tagged(looseHits(line, finder.venues), 'venues')),
  ]);
  line = keep(
    finder,
    line,
    hits.filter(({ from, to }) => !GREETING.test(given.flat.slice(from, to))),
  );
  const towns = findTowns(line, finder.known.venues);
  // Half a name beside words nobody understands is one of those words: « sur place » is no « Brise-Glace ».
  if (groupsOf(towns.reduce<Line>(take, line)).length > 0) {
    finder.found = before;
    return given;
  }
  const there = new Set(towns.map(({ town }) => town));
  if (there.size === 0) return line;
  const ids = finder.known.venues.filter(({ town }) => there.has(town)).map(({ id }) => id);
  const told = finder.found.venues.flatMap((hit) => hit.ids.filter((id) => ids.includes(id)));
  // A known place in another town is another place: the town stays unread beside it.
  if (finder.found.venues.length > 0 && told.length === 0) return line;
  const venues = [{ from: 0, to: 0, ids: told.length > 0 ? told : ids, score: 0 }];
  finder.found = { ...finder.found, venues };
  return towns.reduce<Line>(take, line);
}

/** Which show was meant, of everything found. */
export function showOf({ found }: Finder): ShowNamed {
  return { days: named(found.days, MOST_DAYS), artist: matchOf(found.artists), venue: matchOf(found.venues) };
}
