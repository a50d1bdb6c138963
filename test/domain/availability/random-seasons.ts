import * as fc from 'fast-check';
import { type Agenda, type Wish } from '../../../domain/availability/agenda.ts';
import { addDays, type Day } from '../../../domain/day.ts';
import { type Venue } from '../../../domain/venue.ts';
import { day } from '../../support/builders.ts';
import { absence, act, hold, member, show, venue } from './season.ts';

const crew = ['ada', 'bea', 'cleo', 'dan', 'eve', 'flo', 'gil'];
const acts = ['one', 'two', 'three'];

/** Clock changes in three zones, ends of months and of years, a leap day, and an ordinary week. */
const starts = ['2027-03-24', '2027-10-28', '2027-03-11', '2027-01-28', '2026-12-28', '2028-02-25', '2027-09-23'];
const zones = ['Europe/Paris', 'America/New_York', 'Pacific/Auckland', 'UTC'];
const places = [
  venue('tours', 47.39, 0.68),
  venue('brest', 48.39, -4.49),
  venue('nice', 43.7, 7.27),
  venue('orleans', 47.9, 1.9),
  venue('nowhere', null, null),
];

const times = ['16:00', '10:00', '14:30', '20:00', '23:00', '00:30', '05:30', '05:59', '06:00', '12:00', '18:00'];
const time = fc.option(fc.constantFrom(...times), { freq: 6 });
const some = fc.subarray(crew, { maxLength: 3 });
const clause = fc.option(fc.record({ km: fc.integer({ min: 1, max: 900 }), weeks: fc.integer({ min: 1, max: 2 }) }));

const members = fc.shuffledSubarray(crew, { minLength: 0, maxLength: 4 }).chain((people) =>
  fc.tuple(
    ...people.map((person) =>
      fc
        .record({
          substitutes: fc.shuffledSubarray(
            crew.filter((other) => other !== person),
            { maxLength: 3 },
          ),
          needed: fc.boolean(),
          surely: fc.boolean(),
        })
        .map(({ substitutes, needed, surely }) => member(person, substitutes, needed || surely)),
    ),
  ),
);

const days = (start: Day): fc.Arbitrary<Day> => fc.integer({ min: 0, max: 9 }).map((count) => addDays(start, count));

const shows = (start: Day) =>
  fc.array(
    fc.record({
      artist: fc.constantFrom(...acts, 'unknown'),
      venue: fc.constantFrom(...places.map(({ id }) => id), 'unknown'),
      day: days(start),
      arrival: time,
      end: time,
      state: fc.constantFrom('confirmed' as const, 'confirmed' as const, 'confirmed' as const, 'cancelled' as const),
      cast: fc.option(some, { freq: 3 }),
      exclusivity: clause,
    }),
    { maxLength: 7 },
  );

const part = fc.oneof(
  fc.constantFrom('day' as const, 'morning' as const, 'afternoon' as const, 'evening' as const),
  fc.record({ from: fc.constantFrom(...times), to: time }),
);

const absences = (start: Day) =>
  fc.array(
    fc.record({
      person: fc.constantFrom(...crew),
      parts: fc.array(fc.record({ day: days(start), part }), { minLength: 1, maxLength: 3 }),
      firmness: fc.constantFrom('firm' as const, 'flexible' as const),
      state: fc.constantFrom('noted' as const, 'noted' as const, 'noted' as const, 'cancelled' as const),
    }),
    { maxLength: 6 },
  );

const holds = (start: Day) =>
  fc.array(
    fc.record({
      artist: fc.constantFrom(...acts),
      day: days(start),
      rank: fc.integer({ min: 1, max: 3 }),
      validUntil: days(start),
      state: fc.constantFrom('held' as const, 'held' as const, 'held' as const, 'released' as const),
    }),
    { maxLength: 4 },
  );

const wish: fc.Arbitrary<Wish> = fc
  .record({
    venue: fc.option<Venue>(fc.constantFrom(...places)),
    times: fc.option(fc.record({ arrival: time, end: time })),
    exclusivity: clause,
    except: fc.option(fc.constantFrom('s0', 's1', 'h0'), { freq: 2 }),
  })
  .map(({ except, ...rest }) => (except === null ? rest : { ...rest, except }));

/** A few acts that share their people, for a week and a half around a day on which something is odd. */
export interface RandomSeason {
  readonly agenda: Agenda;
  readonly days: readonly Day[];
  readonly wish: Wish;
}

/** Random seasons; today lies within, before, or so long ago that the days are beyond every window. */
export const randomSeason: fc.Arbitrary<RandomSeason> = fc
  .record({ start: fc.constantFrom(...starts.map(day)), zone: fc.constantFrom(...zones) })
  .chain(({ start, zone }) =>
    fc.record({
      zone: fc.constant(zone),
      today: fc.constantFrom(addDays(start, 3), addDays(start, -60), addDays(start, -2000), addDays(start, 500)),
      days: fc.constant(Array.from({ length: 12 }, (_, count) => addDays(start, count - 1))),
      artists: fc
        .tuple(members, members, members)
        .map((casts) => casts.map((cast, index) => act(acts[index] ?? '', ...cast))),
      shows: shows(start).map((rows) => rows.map((row, index) => show({ id: `s${index}`, ...row }))),
      holds: holds(start).map((rows) => rows.map((row, index) => hold({ id: `h${index}`, ...row }))),
      absences: absences(start).map((rows) =>
        rows.map((row, index) => absence(row.person, { id: `a${index}`, ...row })),
      ),
      heard: fc.array(
        fc.record({
          person: fc.constantFrom(...crew),
          month: fc.constantFrom(start, addDays(start, 9)).map((one) => one.slice(0, 7)),
        }),
        { maxLength: 10 },
      ),
      wish: fc.oneof(fc.constant({ venue: null, times: null, exclusivity: null }), wish),
    }),
  )
  .map(({ days, wish, ...agenda }) => ({ agenda: { ...agenda, venues: places }, days, wish }));
