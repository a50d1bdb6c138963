import { put, type Write } from '../../../core/commit.ts';
import { artists, shows, venues } from '../../../core/records/agency.ts';
import { sheets } from '../../../core/records/road.ts';
import { blankSheet, type DaySheet } from '../../../domain/day-sheet/sheet.ts';
import { noon, person } from '../../support/builders.ts';
import { openRoom, type Room } from '../../support/room.ts';
import { type Bench } from '../../support/store.ts';

const cast = [
  person({ id: 'lea', name: 'Léa Moreau' }),
  person({ id: 'tom', name: 'Tom Garnier' }),
  person({ id: 'ben', name: 'Ben Hartley', locale: 'en' }),
  person({ id: 'zoe', name: 'Zoé Marchand' }),
  person({ id: 'solene', name: 'Solène Le Bihan', roles: ['tour-manager'] }),
  person({ id: 'camille-a', name: 'Camille Abadie', roles: ['technician'] }),
  person({ id: 'camille-b', name: 'Camille Bernard', roles: ['technician'] }),
  person({ id: 'nadia', name: 'Nadia Benali', roles: ['booker'] }),
  person({ id: 'anna', name: 'Anna Kervella', roles: ['manager'] }),
];

const act = (id: string, name: string, members: readonly string[], bookers: readonly string[]): Write =>
  put(
    artists,
    artists.schema.parse({
      id,
      name,
      status: 'active',
      town: 'Tours',
      style: 'chanson',
      members: members.map((one) => ({ person: one, part: 'chant', needed: one !== 'solene', substitutes: [] })),
      managers: ['anna'],
      bookers,
    }),
  );

/** A confirmed date at Le Fil. */
export const aDate = (on: string, artist = 'gribitch'): Write =>
  put(
    shows,
    shows.schema.parse({
      id: on,
      artist,
      venue: 'le-fil',
      day: on,
      arrival: '15:00',
      set: '21:00',
      end: '23:00',
      state: 'confirmed',
      cast: null,
    }),
  );

/** What stands on the sheet of a date. */
export const aSheetOf = (on: string, changes: Partial<DaySheet>): Write =>
  put(sheets, { ...blankSheet({ id: on, artist: 'gribitch' }, noon), ...changes });

/** Léa, Tom and Ben play in Gribitch, with Solène; Zoé plays elsewhere. It is Wednesday 10 March 2027, 13:00. */
export function openTroupe(bench: Bench, ...writes: readonly Write[]): Promise<Room> {
  const place = { id: 'le-fil', name: 'Le Fil', town: 'Saint-Étienne', region: 'Loire', capacity: 500 };
  return openRoom(bench, cast, [
    act('gribitch', 'Gribitch', ['lea', 'tom', 'ben', 'solene'], ['nadia']),
    act('barbeline', 'Barbeline', ['zoe'], ['nadia']),
    put(venues, { ...place, latitude: null, longitude: null, contact: null }),
    ...writes,
  ]);
}
