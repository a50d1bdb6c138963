import { expect, it } from 'vitest';
import { availabilityOf, freeDays } from '../../../domain/availability/availability.ts';
import { compileAgenda } from '../../../domain/availability/compiled-agenda.ts';
import { hasDay } from '../../../domain/availability/day-bits.ts';
import { type Agenda } from '../../../domain/availability/agenda.ts';
import { addDays, daysFromTo } from '../../../domain/day.ts';
import { day } from '../../support/builders.ts';
import { availabilityOracle } from '../../support/oracle/availability-oracle.ts';
import { absence, act, hold, inPlain, member, show, sorted } from './season.ts';

const acts = 1000;
const first = day('2027-01-01');
const days = daysFromTo(first, addDays(first, 364));

/** Numbers that are the same on every run (Park and Miller). */
function dice(): (sides: number) => number {
  let state = 20_270_101;
  return (sides) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % sides;
  };
}

/** Five people an act, some of them shared, some replaceable; thirty shows, two options, three absences a head. */
function bigAgenda(): Agenda {
  const roll = dice();
  const anybody = () => `p${roll(acts * 5)}`;
  const ends = [
    [null, null],
    ['16:00', '23:00'],
    ['15:30', '00:30'],
    ['20:00', '05:30'],
  ] as const;
  const artists = Array.from({ length: acts }, (_, index) =>
    act(
      `a${index}`,
      ...[0, 1, 2, 3, 4].map((place) =>
        member(
          roll(10) === 0 ? anybody() : `p${index * 5 + place}`,
          roll(4) === 0 ? [anybody(), anybody()] : [],
          roll(6) !== 0,
        ),
      ),
    ),
  );
  const on = () => addDays(first, roll(365));
  const shows = Array.from({ length: acts * 30 }, (_, index) => {
    const [arrival, end] = ends[roll(4)] ?? [null, null];
    const cast = roll(20) === 0 ? [anybody(), anybody()] : null;
    return show({ id: `s${index}`, artist: `a${index % acts}`, day: on(), arrival, end, cast });
  });
  return {
    artists,
    shows,
    holds: Array.from({ length: acts * 2 }, (_, index) =>
      hold({ id: `h${index}`, artist: `a${index % acts}`, day: on(), rank: 1 + roll(2), validUntil: on() }),
    ),
    absences: Array.from({ length: acts * 15 }, (_, index) => {
      const from = on();
      const parts = daysFromTo(from, addDays(from, roll(4))).map((one) => ({
        day: one,
        part: roll(5) === 0 ? ('evening' as const) : ('day' as const),
      }));
      return absence(`p${index % (acts * 5)}`, {
        id: `x${index}`,
        parts,
        firmness: roll(3) === 0 ? 'flexible' : 'firm',
      });
    }),
    venues: [],
    heard: Array.from({ length: acts * 5 * 11 }, (_, index) => ({
      person: `p${index % (acts * 5)}`,
      month: `2027-${String(1 + roll(12)).padStart(2, '0')}`,
    })),
    zone: 'Europe/Paris',
    today: day('2027-02-01'),
  };
}

it('a thousand acts of five on every day of a year are answered as they are the long way', { timeout: 240_000 }, () => {
  const agenda = bigAgenda();
  const oracle = availabilityOracle(agenda);
  const ready = compileAgenda(agenda);
  const wish = { venue: null, times: null, exclusivity: null };
  const start = ready.times.point(first).number - ready.start;
  const states = new Set<string>();
  const differing: unknown[] = [];
  for (const artist of agenda.artists) {
    const answers = availabilityOf(artist, days, ready);
    const plain = answers.map(inPlain);
    const expected = days.map((day) => sorted(oracle(artist, day, wish)));
    differing.push(...plain.filter((one, index) => JSON.stringify(one) !== JSON.stringify(expected[index])));
    for (const { state } of answers) states.add(state);
    const free = freeDays(artist, ready);
    expect(days.filter((_, index) => hasDay(free, start + index))).toEqual(
      answers.filter(({ state }) => state === 'free').map(({ day }) => day),
    );
  }
  expect(differing.slice(0, 5)).toEqual([]);
  expect([...states].sort()).toEqual(['away', 'elsewhere', 'flexible', 'free', 'option', 'silent', 'taken']);
});
