import { deepStrictEqual } from 'node:assert/strict';
import { absenceSchema } from '../domain/absence.ts';
import { artistSchema } from '../domain/artist.ts';
import { type Agenda } from '../domain/availability/agenda.ts';
import { availabilityOf, freeDays } from '../domain/availability/availability.ts';
import { compileAgenda } from '../domain/availability/compiled-agenda.ts';
import { hasDay } from '../domain/availability/day-bits.ts';
import { showSchema } from '../domain/date-booking.ts';
import { addDays, daysFromTo, type Day } from '../domain/day.ts';
import { daySchema } from '../domain/schemas.ts';
import { bitsetKernel, naiveScan, wordsOf, type FreeDays } from './availability-baselines.ts';
import { benchSeason, type BenchSeason } from './availability-season.ts';
import { interleaved, medianOf, ratioOf } from './measure.ts';

const acts = 1000;
const days = 365;
const rounds = 5;

/**
 * Which of 1,000 acts of five are free on which of 365 days: ours as sets of days and as answers with reasons, beside a bitset
 * kernel and a naive scan whose spans and bits are made ready beforehand, as our agenda is.
 * @returns what to print; ratios are what counts
 * @throws when the four do not find the same days
 */
export function availability(): object {
  const season = benchSeason(acts, days, 20_270_101);
  const first = daySchema.parse('2027-01-01');
  const span = daysFromTo(first, addDays(first, days - 1));
  const agenda = agendaOf(season, first);
  const ready = compileAgenda(agenda);
  const [kernel, naive] = [bitsetKernel(season), naiveScan(season)];
  const sets = () => agenda.artists.map((artist) => freeDays(artist, ready));
  const answers = () => agenda.artists.map((artist) => availabilityOf(artist, span, ready));

  const expected = freeIn(kernel(), season);
  const index = ready.times.point(first).number - ready.start;
  deepStrictEqual(freeIn(naive(), season), expected);
  deepStrictEqual(
    answers().flatMap((one) => one.map(({ state }) => state === 'free')),
    expected,
  );
  deepStrictEqual(
    sets().flatMap((bits) => span.map((_, day) => hasDay(bits, index + day))),
    expected,
  );

  const timings = interleaved(
    [
      { name: 'kernel', times: 200, run: kernel },
      { name: 'sets', times: 100, run: sets },
      { name: 'answers', times: 2, run: answers },
      { name: 'naive', times: 1, run: naive },
      { name: 'compile', times: 1, run: () => compileAgenda(agenda) },
    ],
    rounds,
  );
  return {
    season: `${acts} acts × 5 members × ${days} days, ${season.shows.length} shows, ${season.absences.length} absences`,
    free: `${((100 * expected.filter(Boolean).length) / (acts * days)).toFixed(1)} %, found alike by all four`,
    ratios: {
      'sets ÷ kernel': ratioOf(timings, 'sets', 'kernel'),
      'naive ÷ sets': ratioOf(timings, 'naive', 'sets'),
      'answers ÷ kernel': ratioOf(timings, 'answers', 'kernel'),
      'naive ÷ answers': ratioOf(timings, 'naive', 'answers'),
      'compile ÷ naive': ratioOf(timings, 'compile', 'naive'),
    },
    milliseconds: Object.fromEntries([...timings.keys()].map((name) => [name, medianOf(timings, name)])),
  };
}

function freeIn(bits: FreeDays, season: BenchSeason): boolean[] {
  const words = wordsOf(season);
  return season.acts.flatMap((_, act) =>
    Array.from({ length: season.days }, (_, day) => (((bits[act * words + (day >> 5)] ?? 0) >>> (day & 31)) & 1) === 1),
  );
}

/** The season as the product's own records; everybody has answered about every month. */
function agendaOf(season: BenchSeason, first: Day): Agenda {
  const names = daysFromTo(first, addDays(first, season.days + 10));
  const months = [...new Set(names.map((day) => day.slice(0, 7)))];
  const people = Array.from({ length: season.people }, (_, person) => `p${person}`);
  const clock = (minutes: number): string =>
    `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return {
    artists: season.acts.map((members, act) =>
      artistSchema.parse({
        id: `a${act}`,
        name: `a${act}`,
        status: 'active',
        members: members.map((person) => ({ person: `p${person}`, part: 'chant', needed: true, substitutes: [] })),
        managers: ['m'],
        bookers: ['b'],
        town: '',
        style: '',
      }),
    ),
    shows: season.shows.map(({ act, day, minutes }, index) =>
      showSchema.parse({
        id: `s${index}`,
        artist: `a${act}`,
        venue: 'v',
        day: names[day],
        arrival: minutes === null ? null : clock(minutes[0]),
        set: null,
        end: minutes === null ? null : clock(minutes[1]),
        state: 'confirmed',
        cast: null,
      }),
    ),
    holds: [],
    absences: season.absences.map(({ person, day, length }, index) =>
      absenceSchema.parse({
        id: `x${index}`,
        person: `p${person}`,
        parts: names.slice(day, day + length).map((one) => ({ day: one, part: 'day' })),
        firmness: 'firm',
        condition: null,
        state: 'noted',
        notedAt: 0,
        acknowledgedBy: null,
      }),
    ),
    venues: [],
    heard: people.flatMap((person) => months.map((month) => ({ person, month }))),
    zone: 'Europe/Paris',
    today: first,
  };
}
