import { addDays, type Day } from '../../domain/day.ts';
import { filedTime, type FiledDate } from '../../domain/filed-date.ts';
import { intervalOf } from '../../domain/occupancy.ts';
import { showSchema, type Show } from '../../domain/date-booking.ts';
import { day } from './builders.ts';

const zone = 'Europe/Paris';
const madeAt = Date.UTC(2027, 2, 1);

/** A show of Gribitch at Le Fil from three in the afternoon to half past one at night. */
export function sampleShow(changes: Partial<Show> = {}): Show {
  return showSchema.parse({
    id: 'gribitch-le-fil',
    artist: 'gribitch',
    venue: 'le-fil',
    day: '2027-03-13',
    arrival: '15:00',
    set: '00:30',
    end: '01:30',
    state: 'confirmed',
    cast: null,
    ...changes,
  });
}

const hours: readonly (readonly [string, string])[] = [
  ['15:00', '23:30'],
  ['18:00', '01:30'],
  ['22:45', '02:30'],
  ['23:59', '03:00'],
  ['09:15', '05:59'],
];

/** Shows with every kind of hours on the days around both changes of the clock of 2027, and some in between. */
export function sampleDates(): FiledDate[] {
  const around = ['2027-03-26', '2027-10-29'].flatMap((first) =>
    [0, 1, 2, 3].map((ahead): Day => addDays(day(first), ahead)),
  );
  const shows = around.flatMap((on) => hours.map(([arrival, end]) => sampleShow({ day: on, arrival, end })));
  const timed = shows.map((show, index) => ({
    ...blank,
    uid: `show-${index}@regie`,
    when: filedTime(show, zone),
  }));
  const whole = around.map((on, index) => ({
    ...blank,
    uid: `day-${index}@regie`,
    when: { type: 'day' as const, day: on },
  }));
  const nights = around.map((on, index) => ({
    ...blank,
    uid: `night-${index}@regie`,
    when: { type: 'timed' as const, ...intervalOf({ day: on, part: 'evening' }, zone) },
  }));
  const run = {
    ...blank,
    uid: 'run@regie',
    when: { type: 'days' as const, first: day('2027-03-27'), last: day('2027-03-30') },
  };
  return [...timed, ...whole, ...nights, run];
}

const blank = {
  sequence: 2,
  status: 'confirmed' as const,
  title: 'Gribitch, Le Fil ; « d’été », 100 % \\ été 🎷',
  location: 'Le Fil (Saint-Étienne)',
  description: `${'Arrivée 15 h, balance 16 h, ouverture des portes 20 h ; 🎸🥁🎺 '.repeat(4)}\nRempli par Régie, à l’heure d’été.`,
  madeAt,
};
