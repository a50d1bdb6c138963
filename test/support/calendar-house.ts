import { artistSchema, type Artist } from '../../domain/artist.ts';
import { holdSchema, type Hold } from '../../domain/date-booking.ts';
import { absenceSchema, type Absence } from '../../domain/absence.ts';
import { blankSheet, type DaySheet } from '../../domain/day-sheet/sheet.ts';
import { type Person, type Role } from '../../domain/person.ts';
import { venueSchema, type Venue } from '../../domain/venue.ts';
import { absences, artists, holds, people, shows, venues } from '../../core/records/agency.ts';
import { sheets } from '../../core/records/road.ts';
import { noon, person } from './builders.ts';
import { sampleShow } from './calendar-samples.ts';
import { feedOf } from '../../agency/calendar-feed.ts';
import { type FiledDate } from '../../domain/filed-date.ts';
import { held, memoryRecords, services, type Held } from './turn.ts';

/** Somebody of this house: « lea », who plays unless told otherwise. */
export function somebody(id: string, roles: Role[] = ['musician'], changes: Partial<Person> = {}): Person {
  return person({ id, name: `${id.slice(0, 1).toUpperCase()}${id.slice(1)} Nom`, roles, ...changes });
}

/** Everybody of the two acts, and some who are in neither. */
export const house = {
  lea: somebody('lea'),
  tom: somebody('tom'),
  ines: somebody('ines'),
  solene: somebody('solene', ['tour-manager']),
  anna: somebody('anna', ['manager']),
  nadia: somebody('nadia', ['booker']),
  marc: somebody('marc', ['manager']),
  julien: somebody('julien', ['booker']),
  karim: somebody('karim', ['technician']),
  hr: somebody('hr', ['hr', 'admin']),
} as const;

const member = (id: string, needed = true, substitutes: string[] = []) => ({
  person: id,
  part: 'chant',
  needed,
  substitutes,
});

/** Gribitch: Léa (Inès can stand in), Tom, and Solène who is not needed; Anna manages, Nadia books. */
export function gribitch(changes: Partial<Artist> = {}): Artist {
  return artistSchema.parse({
    id: 'gribitch',
    name: 'Gribitch',
    status: 'active',
    members: [member('lea', true, ['ines']), member('tom'), member('solene', false)],
    managers: ['anna'],
    bookers: ['nadia'],
    town: 'Tours',
    style: 'rock',
    ...changes,
  });
}

/** Nuit Ferrée: Léa plays there as well; Marc manages, Julien books. */
export const nuitFerree: Artist = gribitch({
  id: 'nuit-ferree',
  name: 'Nuit Ferrée',
  members: [member('lea')],
  managers: ['marc'],
  bookers: ['julien'],
});

/** A place of that name, in that town. */
export function venue(id: string, name: string, town: string): Venue {
  return venueSchema.parse({ id, name, town, region: 'R', capacity: null, latitude: null, longitude: null });
}

/** A first option of Gribitch at La Vapeur, held until the end of the month. */
export function option(changes: Partial<Hold> = {}): Hold {
  return holdSchema.parse({
    id: 'option-vapeur',
    artist: 'gribitch',
    venue: 'la-vapeur',
    day: '2027-04-02',
    rank: 1,
    validUntil: '2027-03-31',
    state: 'held',
    cast: null,
    ...changes,
  });
}

/** A firm absence of Léa's of three days and an evening. */
export function away(changes: Partial<Absence> = {}): Absence {
  return absenceSchema.parse({
    id: 'away-lea',
    person: 'lea',
    parts: ['2027-05-01', '2027-05-02', '2027-05-03'].map((day) => ({ day, part: 'day' as const })),
    firmness: 'firm',
    condition: null,
    state: 'noted',
    notedAt: 0,
    acknowledgedBy: null,
    ...changes,
  });
}

/** The sheet of a show with Karim as régisseur. */
export function sheet(changes: Partial<DaySheet> = {}): DaySheet {
  return { ...blankSheet(sampleShow(), 0), regisseur: 'karim', ...changes };
}

/** Everybody, both acts and three places. */
export const furniture: readonly Held[] = [
  ...Object.values(house).map((one) => held(people, one)),
  held(artists, gribitch()),
  held(artists, nuitFerree),
  held(venues, venue('le-fil', 'Le Fil', 'Saint-Étienne')),
  held(venues, venue('la-vapeur', 'La Vapeur', 'Dijon')),
  held(venues, venue('stereolux', 'Stereolux', 'Nantes')),
];

/** A show, an option, an absence and a sheet as records. */
export const recorded = {
  show: (changes: Parameters<typeof sampleShow>[0] = {}): Held => held(shows, sampleShow(changes)),
  option: (changes: Partial<Hold> = {}, version = 1): Held => held(holds, option(changes), version),
  away: (changes: Partial<Absence> = {}): Held => held(absences, away(changes)),
  sheet: (changes: Partial<DaySheet> = {}): Held => held(sheets, sheet(changes)),
} as const;

/** What stands in somebody's calendar, over the furniture and some records. */
export async function datesOf(reader: Person, records: readonly Held[], now = noon): Promise<readonly FiledDate[]> {
  const feed = await feedOf(services({ store: memoryRecords(...furniture, ...records), now }), reader);
  return feed.dates;
}
