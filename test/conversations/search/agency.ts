import { put, type Write } from '../../../core/commit.ts';
import { absences, artists, holds, shows, venues } from '../../../core/records/agency.ts';
import { leads, tasks } from '../../../core/records/booking.ts';
import { day, noon, person } from '../../support/builders.ts';
import { openRoom, type Room } from '../../support/room.ts';
import { type Bench } from '../../support/store.ts';
import { lead } from '../pipeline/office.ts';

const cast = [
  person({ id: 'lea', name: 'Léa Moreau' }),
  person({ id: 'tom', name: 'Tom Garnier' }),
  person({ id: 'ines', name: 'Inès Azéma' }),
  person({ id: 'nadia', name: 'Nadia Benali', roles: ['booker'] }),
  person({ id: 'anna', name: 'Anna Kervella', roles: ['manager'] }),
  person({ id: 'boris', name: 'Boris Zzcanari', roles: ['booker'], locale: 'en' }),
  person({ id: 'zoe', name: 'Zoé Zzcanari' }),
  person({ id: 'rh', name: 'Christelle Vasseur', roles: ['hr'] }),
  person({ id: 'com', name: 'Paule Marchand', roles: ['communication'] }),
  person({ id: 'guest', name: 'Un Invité', roles: ['guest'] }),
];

/** An act of these people. */
export const act = (
  id: string,
  name: string,
  members: readonly string[],
  managers: readonly string[],
  bookers: readonly string[],
): Write =>
  put(
    artists,
    artists.schema.parse({
      id,
      name,
      status: 'active',
      town: 'Tours',
      style: 'chanson',
      members: members.map((one) => ({ person: one, part: 'chant', needed: true, substitutes: [] })),
      managers,
      bookers,
    }),
  );
/** A place in Burgundy for 500. */
export const place = (id: string, name: string, town: string, contact: string | null = null): Write =>
  put(venues, {
    id,
    name,
    town,
    region: 'Bourgogne',
    capacity: 500,
    latitude: null,
    longitude: null,
    contact: contact === null ? null : { name: contact, email: null },
  });
/** A confirmed date; `cast` null: the usual line-up. */
export const show = (id: string, artist: string, venue: string, on: string, cast: string[] | null = null): Write =>
  put(
    shows,
    shows.schema.parse({
      id,
      artist,
      venue,
      day: on,
      arrival: null,
      set: '21:30',
      end: null,
      state: 'confirmed',
      cast,
    }),
  );
const option = (id: string, artist: string, venue: string, on: string): Write =>
  put(
    holds,
    holds.schema.parse({ id, artist, venue, day: on, rank: 1, validUntil: '2027-04-01', state: 'held', cast: null }),
  );
const todo = (id: string, title: string, who: string): Write =>
  put(
    tasks,
    tasks.schema.parse({
      id,
      title,
      person: who,
      artist: null,
      lead: null,
      show: null,
      due: '2027-03-20',
      state: 'todo',
      priority: 'normal',
      template: null,
      createdBy: who,
      createdAt: noon,
      doneBy: null,
      doneAt: null,
    }),
  );
const away = (id: string, who: string, on: string): Write =>
  put(
    absences,
    absences.schema.parse({
      id,
      person: who,
      parts: [{ day: on, part: 'day' }],
      firmness: 'firm',
      condition: null,
      state: 'noted',
      notedAt: noon,
      acknowledgedBy: null,
    }),
  );

/** Gribitch and another act whose every name says Zzcanari, each with people, places, dates, options and deals. */
const records = [
  act('gribitch', 'Gribitch', ['lea', 'tom'], ['anna'], ['nadia']),
  act('canari', 'Les Zzcanaris', ['zoe'], ['boris'], ['boris']),
  place('la-vapeur', 'La Vapeur', 'Dijon', 'Camille Roux'),
  place('le-fil', 'Le Fil', 'Saint-Étienne'),
  place('le-zz', 'Le Zzcanari', 'Vesoul', 'Zita Zzcanari'),
  show('show-1', 'gribitch', 'la-vapeur', '2027-03-27'),
  show('show-0', 'gribitch', 'la-vapeur', '2027-01-15'),
  show('show-z', 'canari', 'le-zz', '2027-03-27'),
  show('show-zv', 'canari', 'la-vapeur', '2027-05-01'),
  option('hold-1', 'gribitch', 'le-fil', '2027-04-10'),
  option('hold-z', 'canari', 'le-zz', '2027-04-10'),
  put(leads, lead(42, { venue: 'la-vapeur', day: day('2027-09-18') })),
  put(leads, lead(43, { venue: 'le-zz', artist: 'canari', booker: 'boris' })),
  todo('task-1', 'Envoyer la fiche technique à la Vapeur', 'lea'),
  todo('task-z', 'Rappeler le Zzcanari', 'zoe'),
  away('away-1', 'lea', '2027-03-13'),
  away('away-z', 'zoe', '2027-03-13'),
];

/** Everybody above in private with Régie. */
export function openAgency(bench: Bench): Promise<Room> {
  return openRoom(bench, cast, records);
}
