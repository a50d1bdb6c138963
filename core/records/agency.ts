import { z } from 'zod';
import { absenceDays, absenceSchema, type Absence } from '../../domain/absence.ts';
import { artistSchema, type Artist } from '../../domain/artist.ts';
import { holdSchema, showSchema, type Hold, type Show } from '../../domain/date-booking.ts';
import { dayNumber } from '../../domain/day.ts';
import { localeSchema, timezoneSchema } from '../../domain/schemas.ts';
import { personSchema, type Person } from '../../domain/person.ts';
import { venueSchema, type Venue } from '../../domain/venue.ts';
import { defineCollection, type CalendarId } from '../collection.ts';

const agencySchema = z.strictObject({
  id: z.literal('agency'),
  name: z.string(),
  contact: z.string(),
  timezone: timezoneSchema,
  locale: localeSchema,
});

/** The agency itself: one record. */
export type Agency = z.infer<typeof agencySchema>;

/** Holds the one record of the agency. */
export const agencies = defineCollection<Agency>({ name: 'agencies', schema: agencySchema });

/** Everybody who may talk to Régie. */
export const people = defineCollection<Person>({
  name: 'people',
  schema: personSchema,
  indexes: (person) => person.roles.map((role) => ({ name: 'role', value: role })),
});

/** Managed acts, found by anybody connected with them. */
export const artists = defineCollection<Artist>({
  name: 'artists',
  schema: artistSchema,
  indexes: (artist) =>
    [
      ...new Set([
        ...artist.members.flatMap((member) => [member.person, ...member.substitutes]),
        ...artist.managers,
        ...artist.bookers,
      ]),
    ].map((person) => ({ name: 'person', value: person })),
  // Who plays in an act decides whom its dates take, so a change of the line-up is a change of these calendars.
  occupies: (artist) => [
    `artist:${artist.id}`,
    ...artist.members.map((member): CalendarId => `person:${member.person}`),
  ],
});

/** Places that programme shows. */
export const venues = defineCollection<Venue>({ name: 'venues', schema: venueSchema });

/** Absences, by person and last day. */
export const absences = defineCollection<Absence>({
  name: 'absences',
  schema: absenceSchema,
  indexes: (absence) => [
    {
      name: absence.state === 'noted' ? 'person' : 'cancelled',
      value: absence.person,
      score: dayNumber(absenceDays(absence.parts).at(-1) ?? absence.parts[0]?.day ?? failNoDay()),
    },
    { name: 'noted', value: 'all', score: absence.notedAt },
  ],
  occupies: (absence) => [`person:${absence.person}`],
});

function failNoDay(): never {
  throw new RangeError('an absence has at least one day');
}

function occupied(date: Hold | Show): CalendarId[] {
  return [`artist:${date.artist}`, ...(date.cast ?? []).map((person): CalendarId => `person:${person}`)];
}

/** Options, by act and day. */
export const holds = defineCollection<Hold>({
  name: 'holds',
  schema: holdSchema,
  indexes: (hold) => [{ name: 'artist', value: hold.artist, score: dayNumber(hold.day) }],
  occupies: occupied,
});

/** Confirmed dates, by act and day. */
export const shows = defineCollection<Show>({
  name: 'shows',
  schema: showSchema,
  indexes: (show) => [
    { name: 'artist', value: show.artist, score: dayNumber(show.day) },
    ...(show.lead === null ? [] : [{ name: 'lead', value: show.lead }]),
    // Whoever plays there is found by it even when they are in the act no more.
    ...(show.cast ?? []).map((person) => ({ name: 'person', value: person, score: dayNumber(show.day) })),
  ],
  occupies: occupied,
});
