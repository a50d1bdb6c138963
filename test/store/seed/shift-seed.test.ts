import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, parseDay, weekday, type Day } from '../../../domain/day.ts';
import { shiftSeed } from '../../../store/seed/seed.ts';
import { type Seed } from '../../../store/seed/seed-shape.ts';
import { hold, person, seedResultOf, show } from './folders.ts';

const seed = await seedOf({
  people: [
    { ...person('anna'), joined: '2014-09-01' },
    { ...person('lea'), joined: '2027-02-01', leaves: '2027-08-31' },
    { ...person('tom'), leaves: '2026-08-31' },
  ],
  shows: [show('duo-1', 'duo', '2027-03-20'), show('duo-0', 'duo', '2026-10-10')],
  holds: [hold('duo-2', 'duo', '2027-04-02'), { ...hold('duo-3', 'duo', '2027-04-03'), validUntil: '2026-11-10' }],
});

async function seedOf(contents: Record<string, unknown>): Promise<Seed> {
  const result = await seedResultOf(contents);
  if (!result.ok) throw new Error(result.problems.join('\n'));
  return result.seed;
}

function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(text);
  return parsed;
}

const shift = (today: string): number => daysBetween(seed.agency.anchor, shiftSeed(seed, day(today)).agency.anchor);

describe('how far', () => {
  it('when today is before the anchor, moves nothing', () => {
    expect(shiftSeed(seed, day('2026-10-01'))).toEqual(seed);
  });

  it('when today is within eight weeks of the anchor, moves nothing', () => {
    expect(shiftSeed(seed, day('2026-11-22'))).toEqual(seed);
    expect(shiftSeed(seed, day('2027-01-17'))).toEqual(seed);
  });

  it('when eight weeks have gone by, moves by 364 days, and by 364 more a year of weeks later', () => {
    expect(shift('2027-01-18')).toBe(364);
    expect(shift('2028-01-16')).toBe(364);
    expect(shift('2028-01-17')).toBe(728);
  });

  it('when moved already, a second move on the same day changes nothing', () => {
    const once = shiftSeed(seed, day('2031-06-30'));
    expect(shiftSeed(once, day('2031-06-30'))).toEqual(once);
  });
});

describe('what moves', () => {
  it('when the season moves, shows, options, their validity and absences all move together', () => {
    const moved = shiftSeed(seed, day('2027-02-01'));
    expect(moved.shows[0]?.day).toBe('2028-03-18');
    expect(moved.holds[0]).toMatchObject({ day: '2028-03-31', validUntil: '2028-01-19' });
    expect(moved.absences[0]?.parts).toEqual([{ day: '2028-04-29', part: 'day' }]);
  });

  it('when somebody joins or leaves after the anchor, that moves; what was before stays', () => {
    const moved = shiftSeed(seed, day('2027-02-01'));
    expect(moved.people.map(({ joined, leaves }) => [joined, leaves])).toEqual([
      ['2014-09-01', null],
      ['2028-01-31', '2028-08-29'],
      [null, '2026-08-31'],
    ]);
  });

  it('when a show was played or an option ran out before the anchor, it is not brought back', () => {
    const moved = shiftSeed(seed, day('2027-02-01'));
    expect(moved.shows[1]?.day).toBe('2026-10-10');
    expect(moved.holds[1]?.validUntil).toBe('2026-11-10');
  });

  it('when the season moves, ids, times and the moment of an announcement stay', () => {
    const moved = shiftSeed(seed, day('2027-02-01'));
    expect(moved.shows[0]).toEqual({ ...seed.shows[0], day: '2028-03-18' });
    expect(moved.absences[0]?.notedAt).toBe(seed.absences[0]?.notedAt);
  });

  it('when the move crosses a leap day, weekdays are kept', () => {
    const moved = shiftSeed(seed, day('2028-02-29'));
    expect(moved.shows[0]?.day).toBe('2029-03-17');
    expect(weekday(day('2029-03-17'))).toBe(weekday(day('2027-03-20')));
  });
});

it('whatever the day within forty years, weekdays and distances are kept and the season lies ahead', () => {
  assert(
    property(integer({ min: -400, max: 14_600 }), (after) => {
      const today = addDays(seed.agency.anchor, after);
      const moved = shiftSeed(seed, today);
      const by = daysBetween(seed.agency.anchor, moved.agency.anchor);
      expect(by % 364).toBe(0);
      expect(daysBetween(moved.agency.anchor, today)).toBeLessThanOrEqual(56);
      expect(by === 0 || daysBetween(moved.agency.anchor, today) > 56 - 364).toBe(true);
      for (const [index, date] of moved.holds.entries()) {
        expect(weekday(date.day)).toBe(weekday(seed.holds[index]?.day ?? date.day));
        expect(date.day > today).toBe(true);
      }
    }),
  );
});
