import { type Found, type SearchEntry, type SearchView } from '../../core/search.ts';
import { type Services } from '../../core/turn.ts';
import { dayAt, type Day } from '../../domain/day.ts';
import { type Person } from '../../domain/person.ts';
import { mayFind, maySeeShow, scopeOf, type Scope } from './scope.ts';

/** What somebody's words lead to among what they may see. */
export interface LookedUp {
  /** Best first, the best of each kind among them. */
  readonly entries: readonly SearchEntry[];
  readonly count: number;
  /** Nothing bears all of the words; these come near. */
  readonly isGuess: boolean;
}

/** What a person may find at this moment, with the index to find it in. */
export interface Desk {
  readonly scope: Scope;
  readonly view: SearchView;
  readonly may: (entry: SearchEntry) => boolean;
}

/** Opens what a person may find: their rights as they are now, over an index that has caught up. */
export async function openDesk(services: Services, person: Person): Promise<Desk> {
  const [scope, view] = await Promise.all([scopeOf(services, person), services.search.now()]);
  const played = view.list((entry) => entry.kind === 'show' && maySeeShow(scope, entry));
  const places = new Set(played.flatMap(({ venue }) => venue ?? []));
  return { scope, view, may: (entry) => mayFind(scope, entry, places) };
}

/** Below this share of the best score, something only resembles what was asked for. */
const hardly = 0.15;

/** Looks words up for somebody; at most so many. */
export async function lookUp(services: Services, person: Person, words: string, most: number): Promise<LookedUp> {
  const { view, may } = await openDesk(services, person);
  const { found, isGuess } = view.find(words, may);
  const today = dayAt(services.now, services.agency.timezone);
  const ranked = found
    .map((one) => ({ ...one, score: weight(one, today) }))
    .sort((a, b) => b.score - a.score || soonest(a.entry, b.entry, today));
  return { entries: varied(ranked, most).map(({ entry }) => entry), count: found.length, isGuess };
}

/** A name itself comes before what bears it, and what is to come before what is over. */
function weight({ entry, score }: Found, today: Day): number {
  const named = entry.kind === 'person' || entry.kind === 'artist' || entry.kind === 'venue';
  const isOver = entry.day !== null && entry.day < today;
  return score * (named ? 1.5 : 1) * (isOver ? 0.6 : 1);
}

function soonest(a: SearchEntry, b: SearchEntry, today: Day): number {
  const far = ({ day }: SearchEntry): string => day ?? '9999';
  const isOver = (one: SearchEntry): boolean => far(one) < today;
  return isOver(a) && isOver(b) ? far(b).localeCompare(far(a)) : far(a).localeCompare(far(b));
}

/** The best of each kind, then the best of the rest, in the order of how well they fit; what hardly fits is noise. */
function varied(ranked: readonly Found[], most: number): Found[] {
  const best = ranked[0]?.score ?? 0;
  const fitting = ranked.filter(({ score }) => score >= best * hardly);
  const first = new Map<string, Found>();
  for (const one of fitting) if (!first.has(one.entry.kind)) first.set(one.entry.kind, one);
  const chosen = new Set([...new Set([...first.values(), ...fitting])].slice(0, most));
  return fitting.filter((one) => chosen.has(one));
}
