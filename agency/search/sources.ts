import { type Collection } from '../../core/collection.ts';
import { absences, artists, holds, people, shows, venues } from '../../core/records/agency.ts';
import { leads, tasks } from '../../core/records/booking.ts';
import { type SearchEntry } from '../../core/search.ts';
import { type Records } from '../../core/store.ts';
import { absenceDays } from '../../domain/absence.ts';
import { type Day } from '../../domain/day.ts';
import { type Venue } from '../../domain/venue.ts';

/** What acts and places are called, for the entries of what belongs to them. */
export interface Names {
  readonly artists: Map<string, string>;
  readonly venues: Map<string, Venue>;
}

/** A record as it was read, ready to be written into the index under the names of this moment. */
export interface Source {
  readonly collection: string;
  readonly id: string;
  readonly artist: string | null;
  readonly venue: string | null;
  /** Tells others what this one is called; null where nothing is named after it. */
  readonly name: ((names: Names) => void) | null;
  /** Null: it is not to be found. */
  readonly entry: (names: Names) => SearchEntry | null;
}

/** How the records of one collection are read for the index. */
export interface Reader {
  readonly collection: string;
  readonly all: (store: Records) => Promise<Source[]>;
  /** Null for those that are gone. */
  readonly some: (store: Records, ids: readonly string[]) => Promise<(Source | null)[]>;
}

type Body = Omit<Source, 'collection' | 'id'>;

function reader<T extends { readonly id: string }>(collection: Collection<T>, bodyOf: (record: T) => Body): Reader {
  const source = (value: T): Source => ({ collection: collection.name, id: value.id, ...bodyOf(value) });
  return {
    collection: collection.name,
    all: async (store) => (await store.all(collection)).map(({ value }) => source(value)),
    some: async (store, ids) =>
      (await store.getMany(collection, ids)).map((record) => (record === null ? null : source(record.value))),
  };
}

const nobody = { artist: null, venue: null, people: [], day: null } as const;
const unnamed = { artist: null, venue: null, name: null } as const;

/** Everything that can be looked for. What is private (coordinates, diets, prices, conditions) is in no entry. */
export const readers: readonly Reader[] = [
  reader(people, ({ id, name }) => ({
    ...unnamed,
    entry: () => ({ ...nobody, kind: 'person', id, title: name, more: '', people: [id] }),
  })),
  reader(artists, ({ id, name, status }) => ({
    ...unnamed,
    name: (names) => names.artists.set(id, name),
    entry: () => (status === 'archived' ? null : { ...nobody, kind: 'artist', id, title: name, more: '', artist: id }),
  })),
  reader(venues, (venue) => ({
    ...unnamed,
    name: (names) => names.venues.set(venue.id, venue),
    entry: () => ({
      ...nobody,
      kind: 'venue',
      id: venue.id,
      title: venue.name,
      more: `${venue.town} ${venue.region}`,
      venue: venue.id,
    }),
  })),
  reader(shows, (show) => ({
    artist: show.artist,
    venue: show.venue,
    name: null,
    entry: (names) => ({ kind: 'show', ...dated(show, names), people: show.cast ?? [] }),
  })),
  reader(holds, (hold) => ({
    artist: hold.artist,
    venue: hold.venue,
    name: null,
    entry: (names) => (hold.state === 'held' ? { kind: 'hold', ...dated(hold, names), people: [] } : null),
  })),
  reader(leads, (lead) => ({
    artist: lead.artist,
    venue: lead.venue,
    name: null,
    entry: (names) => {
      const { more, ...rest } = dated(lead, names);
      const contact = names.venues.get(lead.venue)?.contact?.name ?? '';
      return { kind: 'lead', ...rest, people: [lead.booker], more: `${more} deal ${lead.number} ${contact}` };
    },
  })),
  reader(tasks, ({ id, title, person, createdBy, artist, state, due }) => ({
    ...unnamed,
    entry: () =>
      state === 'done' || state === 'dropped'
        ? null
        : {
            ...nobody,
            kind: 'task',
            id,
            title,
            more: '',
            artist,
            people: [person, createdBy].filter((one) => one !== null),
            day: due,
          },
  })),
  reader(absences, ({ id, person, parts, state }) => ({
    ...unnamed,
    entry: () => {
      const days = absenceDays(parts);
      return state === 'cancelled'
        ? null
        : {
            ...nobody,
            kind: 'absence',
            id,
            title: 'indispo absence',
            more: [days[0], days.at(-1)].flatMap((day) => (day === undefined ? [] : dayWords(day))).join(' '),
            people: [person],
            day: days[0] ?? null,
          };
    },
  })),
];

function dated(
  date: { readonly id: string; readonly artist: string; readonly venue: string; readonly day: Day | null },
  names: Names,
): Pick<SearchEntry, 'id' | 'title' | 'more' | 'artist' | 'venue' | 'day'> {
  const { id, artist, venue, day } = date;
  const place = names.venues.get(venue);
  const words = day === null ? '' : dayWords(day).join(' ');
  const more = [place?.town ?? '', names.artists.get(artist) ?? '', words].join(' ');
  return { id, title: place?.name ?? '', more, artist, venue, day };
}

/** The ways a day is named in either language: « 13 mars 2027 », "Saturday 13 March", « 13/3 ». */
function dayWords(day: Day): string[] {
  const [year = '', month = '', date = ''] = day.split('-');
  const at = Date.UTC(Number(year), Number(month) - 1, Number(date));
  const named = (['fr', 'en'] as const).flatMap((locale) =>
    new Intl.DateTimeFormat(locale, { weekday: 'long', month: 'long', timeZone: 'UTC' }).format(at).split(/\s+/),
  );
  return [year, String(Number(month)), String(Number(date)), date, month, ...named];
}
