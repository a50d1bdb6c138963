import { exactHits, looseHits, withoutOverlap } from './find-names.ts';
import type { Hit } from './find-names.ts';
import { groupsOf, quote, take } from './line.ts';
import type { Line, Stretch } from './line.ts';
import { formsOf, wordsOf } from './name-forms.ts';
import type { Known, KnownVenue, Match, VenueMatch } from './types.ts';

/** The score of a name written in full. */
const FULL = 100;

interface KindHit extends Hit {
  readonly kind: 'artist' | 'venue';
}

/** The acts and places named in a line, which is handed on without them. */
export interface Names {
  readonly line: Line;
  readonly artists: readonly Hit[];
  readonly venues: readonly Hit[];
}

/** A town written in a line, spelled as known. */
interface TownHit extends Stretch {
  readonly town: string;
}

function blot(line: Line, hits: readonly Stretch[]): Line {
  return hits.reduce((rest, hit) => take(rest, hit), line);
}

function ofKind(hits: readonly KindHit[], kind: KindHit['kind']): readonly Hit[] {
  return hits.filter((hit) => hit.kind === kind);
}

/** Where words fit an act and a place as well, the act or the place that is still missing gets them. */
function settle(hits: readonly KindHit[], found: ReadonlySet<KindHit['kind']>): readonly KindHit[] {
  const kept: KindHit[] = [];
  const open = new Set((['artist', 'venue'] as const).filter((kind) => !found.has(kind)));
  let rest = hits.filter(({ kind }) => open.has(kind));
  while (rest.length > 0 && open.size > 0) {
    const [best] = withoutOverlap([...rest].sort((a, b) => b.score - a.score).slice(0, 1));
    if (best === undefined) break;
    const same = rest.filter(
      ({ kind, score, from, to }) => kind === best.kind && score === best.score && (to <= best.from || from >= best.to),
    );
    kept.push(best, ...withoutOverlap(same));
    open.delete(best.kind);
    rest = rest.filter(({ kind, from, to }) => open.has(kind) && kept.every((one) => to <= one.from || from >= one.to));
  }
  return kept;
}

/** Finds the names of a line: those in full first, then what is misspelled or half said of the kind still missing. */
export function findNames(line: Line, known: Known): Names {
  const [artists, venues] = [formsOf(known.artists), formsOf(known.venues)];
  const tag = (hits: readonly Hit[], kind: KindHit['kind']): KindHit[] => hits.map((hit) => ({ ...hit, kind }));
  const exact = withoutOverlap([...tag(exactHits(line, artists), 'artist'), ...tag(exactHits(line, venues), 'venue')]);
  const first = blot(line, exact);
  const found = new Set(exact.map(({ kind }) => kind));
  const loose = settle(
    [
      ...(found.has('artist') ? [] : tag(looseHits(first, artists), 'artist')),
      ...(found.has('venue') ? [] : tag(looseHits(first, venues), 'venue')),
    ],
    found,
  );
  const all = [...exact, ...loose];
  return { line: blot(first, loose), artists: ofKind(all, 'artist'), venues: ofKind(all, 'venue') };
}

/** What the hits of one kind amount to. */
export function matchOf(hits: readonly Hit[]): Match {
  const ids = [...new Set(hits.flatMap((hit) => hit.ids))];
  const [id] = ids;
  if (id === undefined) return { type: 'none' };
  return ids.length === 1 ? { type: 'one', id } : { type: 'several', ids };
}

/** Known towns written in a line, in full or by a first part that tells them. */
export function findTowns(line: Line, venues: readonly KnownVenue[]): readonly TownHit[] {
  const towns = [...new Set(venues.map(({ town }) => town))].map((town) => ({ id: town, name: town }));
  const forms = formsOf(towns);
  const exact = exactHits(line, forms);
  const hits = withoutOverlap(exact.length > 0 ? exact : looseHits(line, forms).filter(({ score }) => score >= 58));
  return hits.flatMap(({ from, to, ids: [town] }) => (town === undefined ? [] : [{ from, to, town }]));
}

/** A named place in a named town: the known ones there, else all of that name, offered rather than taken. */
export function inTown(match: Match, line: Line, known: Known): { readonly match: Match; readonly line: Line } {
  const towns = findTowns(line, known.venues);
  const ids = match.type === 'one' ? [match.id] : match.type === 'several' ? match.ids : [];
  if (towns.length === 0 || ids.length === 0) return { match, line };
  const there = known.venues.filter(({ id, town }) => ids.includes(id) && towns.some((one) => one.town === town));
  const told = matchOf([{ from: 0, to: 0, ids: there.map(({ id }) => id), score: 0 }]);
  return { match: there.length === 0 ? { type: 'several', ids } : told, line: blot(line, towns) };
}

const NEAR = /^[\s,(\-\uE000]*(?:\b(?:a|au|aux|in|at|de|du|d'|sur)\b)?[\s('’]*$/u;

function isBeside(line: Line, hit: Stretch, town: Stretch): boolean {
  const between = town.from >= hit.to ? line.flat.slice(hit.to, town.from) : line.flat.slice(town.to, hit.from);
  return NEAR.test(between) && !between.includes('\uE000');
}

/** Whether the words are the first of a town's: « aix », « chalon ». */
function beginsTown(words: string, town: string): boolean {
  const [said, whole] = [wordsOf(words), wordsOf(town)];
  return said.length > 0 && said.every(({ text }, at) => whole[at]?.text === text);
}

/** A word right after a known name that no rule explains: « le fil guingamp », « le fil (à Guingamp) ». */
function strangeTown(line: Line, hit: Stretch): Stretch | null {
  const after = /^[\s,]*(?:\(\s*)?(?:(?:a|in|de)\s+)?(\p{L}[\p{L}'’ -]*\p{L})\s*\)?/u.exec(line.flat.slice(hit.to));
  const words = after?.[1]?.trim();
  if (after === null || words === undefined || words.split(/[ -]+/).length > 4) return null;
  const from = hit.to + after[0].indexOf(words);
  const group = groupsOf(line).find((one) => one.from >= hit.to && one.from <= from + words.length);
  return group === undefined || group.to > from + words.length ? null : group;
}

/** The place of a line and the line without it. Call it last: a name nobody knows is what everything else left over. */
export function placeOf(
  names: Names,
  known: Known,
  before: number,
): { readonly venue: VenueMatch; readonly line: Line } {
  const { line, venues: hits } = names;
  const match = matchOf(hits);
  const towns = findTowns(line, known.venues);
  if (match.type === 'none') return unknownPlace(names, known, towns, before);
  const ids = match.type === 'one' ? [match.id] : match.ids;
  const candidates = known.venues.filter(({ id }) => ids.includes(id));
  const [hit] = hits;
  const longer = hit === undefined ? null : longerName(line, hit);
  if (hit !== undefined && longer !== null && hits.length === 1) {
    const town = towns[0]?.town ?? null;
    const rest = take(blot(line, towns), longer);
    return townAfter({ type: 'new', name: quote(line, longer), town, like: ids }, rest, longer);
  }
  const near = towns.find((town) => hits.some((one) => isBeside(line, one, town)));
  const own = towns.filter(({ town }) => candidates.some((venue) => venue.town === town));
  if (own.length > 0) {
    const told = candidates.filter(({ town }) => own.some((one) => one.town === town)).map(({ id }) => id);
    return { venue: matchOf([{ from: 0, to: 0, ids: told, score: 0 }]), line: blot(line, own) };
  }
  const other = near ?? (hit !== undefined && hits.length === 1 ? strangeTown(line, hit) : null);
  if (hit === undefined || hits.length > 1 || other === null) return { venue: match, line };
  const begun = candidates.filter((venue) => beginsTown(quote(line, other), venue.town)).map(({ id }) => id);
  if (begun.length > 0) return { venue: matchOf([{ ...hit, ids: begun }]), line: take(line, other) };
  if (near === undefined && hit.score < FULL && line.flat.slice(hit.to, other.from).trim() === '') {
    // « la grange bleue » beside a known « La Grange aux Loups » is another place, not one in a town of Bleue.
    const name = { from: hit.from, to: other.to };
    return { venue: { type: 'new', name: quote(line, name), town: null, like: ids }, line: take(line, name) };
  }
  const town = 'town' in other && typeof other.town === 'string' ? other.town : quote(line, other);
  return { venue: { type: 'new', name: quote(line, hit), town, like: ids }, line: take(line, other) };
}

/** Words right before a half-known name make it another one: « la grange aux loups » is not « La Ferme aux loups ». */
function longerName(line: Line, hit: Hit): Stretch | null {
  if (hit.score >= FULL) return null;
  const before = groupsOf(line).find(
    (group) => group.to <= hit.from && line.flat.slice(group.to, hit.from).trim() === '',
  );
  if (before === undefined) return null;
  const lead = /(?:^|[\s,])((?:le|la|les|l'|the)\s*)$/.exec(line.flat.slice(0, before.from));
  return { from: before.from - (lead?.[1]?.length ?? 0), to: hit.to };
}

/** A town nobody knows, said right after a new name. */
function townAfter(
  venue: Extract<VenueMatch, { type: 'new' }>,
  line: Line,
  name: Stretch,
): { readonly venue: VenueMatch; readonly line: Line } {
  const strange = venue.town === null ? strangeTown(line, { ...name }) : null;
  if (strange === null) return { venue, line };
  return { venue: { ...venue, town: quote(line, strange) }, line: take(line, strange) };
}

/** The group with the article of its name back, and a town that stands at its end after « à » or in brackets. */
function nameIn(
  line: Line,
  group: Stretch,
): { readonly name: string; readonly town: string | null; readonly all: Stretch } {
  const lead = /(?:^|[\s,])((?:le|la|les|l'|the)\s*)$/.exec(line.flat.slice(0, group.from));
  const all = { from: group.from - (lead?.[1]?.length ?? 0), to: group.to };
  const text = quote(line, all);
  const [, name = text, town = null] = /^(.{2,}?)\s+(?:à|a|À|in|@)\s+(\p{Lu}?\p{L}[\p{L}'’ -]+)$/u.exec(text) ?? [];
  return { name, town, all };
}

/** Many words are a name only where an article leads them: « la grange aux belles et au grand jardin du château ». */
function isNameLong(line: Line, { from, to }: Stretch): boolean {
  const led = /(?:^|[\s,])(?:le|la|les|l'|the)\s*$/.test(line.flat.slice(0, from));
  return wordsOf(line.flat.slice(from, to)).length <= (led ? 16 : 6);
}

function unknownPlace(
  names: Names,
  known: Known,
  towns: readonly TownHit[],
  before: number,
): { readonly venue: VenueMatch; readonly line: Line } {
  const { line } = names;
  const [town] = towns;
  const rest = blot(line, towns);
  const group = groupsOf(rest).find(
    ({ from, to }) => from < before && /\p{L}{2}/u.test(rest.flat.slice(from, to)) && isNameLong(rest, { from, to }),
  );
  if (group === undefined || names.artists.length === 0) {
    if (town === undefined) return { venue: { type: 'none' }, line };
    const ids = known.venues.filter((venue) => towns.some((one) => one.town === venue.town)).map(({ id }) => id);
    return { venue: { type: 'several', ids }, line: rest };
  }
  const { name, town: said, all } = nameIn(rest, group);
  const bracket =
    said === null && town === undefined ? /^\s*\(\s*([\p{L}' -]+)\)/u.exec(rest.flat.slice(group.to)) : null;
  const inBracket = bracket?.[1] === undefined ? null : { from: group.to, to: group.to + bracket[0].length };
  const bracketed = inBracket === null ? null : quote(rest, inBracket).replaceAll(/[()]/g, '').trim();
  const left = take(inBracket === null ? rest : take(rest, inBracket), all);
  return { venue: { type: 'new', name, town: town?.town ?? said ?? bracketed, like: [] }, line: left };
}
