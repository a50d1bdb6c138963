import { type Absence } from '../../domain/absence.ts';
import { type Artist } from '../../domain/artist.ts';
import { type Hold, type Show } from '../../domain/date-booking.ts';
import { occupancyOf, overlaps, type Interval } from '../../domain/occupancy.ts';
import { type Rows } from './seed-file.ts';
import { type DeclarationRow, type LeadRow } from './seed-lead.ts';

/** The rows of a seed as read, before anybody knows whether they fit together. */
interface SeedRows {
  readonly people: { readonly ids: ReadonlySet<string> };
  readonly venues: { readonly ids: ReadonlySet<string> };
  readonly artists: Rows<Artist>;
  readonly shows: Rows<Show>;
  readonly holds: Rows<Hold>;
  readonly absences: Rows<Absence>;
  readonly leads: Rows<LeadRow>;
  readonly declarations: Rows<DeclarationRow>;
}

interface Reference {
  readonly field: string;
  readonly id: string;
  readonly among: ReadonlySet<string>;
  readonly kind: string;
}

/** Every id that names nothing, one line each: `shows.json: <row>: venue: no such venue: <id>`. */
export function lostReferences(rows: SeedRows): string[] {
  const of = (file: string, row: string, references: readonly Reference[]): string[] =>
    references
      .filter((reference) => !reference.among.has(reference.id))
      .map(({ field, kind, id }) => `${file}: ${row}: ${field}: no such ${kind}: ${id}`);
  return [
    ...rows.artists.rows.flatMap((artist) => of('artists.json', artist.id, artistReferences(artist, rows))),
    ...rows.shows.rows.flatMap((show) => of('shows.json', show.id, dateReferences(show, rows))),
    ...rows.holds.rows.flatMap((hold) => of('holds.json', hold.id, dateReferences(hold, rows))),
    ...rows.absences.rows.flatMap((absence) => of('absences.json', absence.id, absenceReferences(absence, rows))),
    ...rows.leads.rows.flatMap((lead) => of('leads.json', lead.id, leadReferences(lead, rows))),
    ...rows.declarations.rows.flatMap((row) => of('declarations.json', row.id, [person('id', row.id, rows)])),
  ];
}

function person(field: string, id: string, rows: SeedRows): Reference {
  return { field, id, among: rows.people.ids, kind: 'person' };
}

function artistReferences(artist: Artist, rows: SeedRows): Reference[] {
  return [
    ...artist.members.flatMap((member, index) => [
      person(`members.${index}.person`, member.person, rows),
      ...member.substitutes.map((id, at) => person(`members.${index}.substitutes.${at}`, id, rows)),
    ]),
    ...artist.managers.map((id, index) => person(`managers.${index}`, id, rows)),
    ...artist.bookers.map((id, index) => person(`bookers.${index}`, id, rows)),
  ];
}

function dateReferences(date: Hold | Show, rows: SeedRows): Reference[] {
  return [
    { field: 'artist', id: date.artist, among: rows.artists.ids, kind: 'artist' },
    { field: 'venue', id: date.venue, among: rows.venues.ids, kind: 'venue' },
    ...(date.cast ?? []).map((id, index) => person(`cast.${index}`, id, rows)),
  ];
}

function absenceReferences(absence: Absence, rows: SeedRows): Reference[] {
  const reader = absence.acknowledgedBy;
  return [person('person', absence.person, rows), ...(reader === null ? [] : [person('acknowledgedBy', reader, rows)])];
}

function leadReferences({ artist, venue, booker }: LeadRow, rows: SeedRows): Reference[] {
  return [
    { field: 'artist', id: artist, among: rows.artists.ids, kind: 'artist' },
    { field: 'venue', id: venue, among: rows.venues.ids, kind: 'venue' },
    person('booker', booker, rows),
  ];
}

/** Opportunities that share a number: « deal 42 » must be one of them. */
export function sharedNumbers(rows: SeedRows): string[] {
  const taken = new Map<number, string>();
  return rows.leads.rows.flatMap(({ id, number }) => {
    const first = taken.get(number);
    taken.set(number, first ?? id);
    return first === undefined ? [] : [`leads.json: ${id}: number: ${number} is already ${first}`];
  });
}

/** A subject (an act or a person) taken by a show for a time. */
interface Booking {
  readonly show: Show;
  readonly span: Interval;
}

/**
 * Confirmed shows that take an act, or a person it needs there, twice at once. Two shows on one day whose times do not
 * overlap are allowed, as an act may play an afternoon and an evening.
 */
export function doubleBookings(rows: SeedRows, zone: string): string[] {
  const acts = new Map<string, Booking[]>();
  const people = new Map<string, Booking[]>();
  for (const show of rows.shows.rows.filter((candidate) => candidate.state === 'confirmed')) {
    const booking = { show, span: occupancyOf(show, zone) };
    append(acts, show.artist, booking);
    for (const id of neededIn(show, rows.artists.rows)) append(people, id, booking);
  }
  const line =
    (field: string) =>
    ([id, first, second]: Clash): string =>
      `shows.json: ${second.id}: ${field}: ${id} already plays in ${first.id} at that time`;
  return [
    ...clashes(acts).map(line('artist')),
    ...clashes(people)
      .filter(([, first, second]) => first.artist !== second.artist)
      .map(line('cast')),
  ];
}

type Clash = readonly [id: string, first: Show, second: Show];

function clashes(bookings: ReadonlyMap<string, readonly Booking[]>): Clash[] {
  return [...bookings].flatMap(([id, list]) => {
    const sorted = list.toSorted((a, b) => a.span.from - b.span.from);
    return sorted.flatMap((second, index) =>
      sorted
        .slice(0, index)
        .filter((first) => overlaps(first.span, second.span))
        .map((first): Clash => [id, first.show, second.show]),
    );
  });
}

function append(map: Map<string, Booking[]>, key: string, booking: Booking): void {
  map.set(key, [...(map.get(key) ?? []), booking]);
}

function neededIn(show: Show, artists: readonly Artist[]): ReadonlySet<string> {
  const artist = artists.find((candidate) => candidate.id === show.artist);
  const usual = (artist?.members ?? []).filter((member) => member.needed).map((member) => member.person);
  return new Set(show.cast ?? usual);
}

/** Live options that share a rank on the same act and day: nobody could tell who is asked first. */
export function sharedRanks(rows: SeedRows): string[] {
  const taken = new Map<string, Hold>();
  return rows.holds.rows.flatMap((hold) => {
    if (hold.state !== 'held') return [];
    const key = `${hold.artist} ${hold.day} ${hold.rank}`;
    const first = taken.get(key);
    taken.set(key, first ?? hold);
    if (first === undefined) return [];
    return [`holds.json: ${hold.id}: rank: rank ${hold.rank} on ${hold.day} is already held by ${first.id}`];
  });
}
