import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAt, instantOf, timeAt, weekday } from '../../domain/day.ts';
import { afterWorkingHours } from '../../domain/working-hours.ts';
import { holidayCalendar } from '../../integrations/holidays/index.ts';
import { day, hour } from '../support/builders.ts';

const paris = 'Europe/Paris';
const french = holidayCalendar({ from: 2026, to: 2029 });
const none = { dayOf: () => null };
const at = (moment: string) => instantOf(day(moment.slice(0, 10)), moment.slice(11), paris);
const after = (moment: string, hours: number, holidays = french) => {
  const end = afterWorkingHours(at(moment), hours, paris, holidays);
  return `${dayAt(end, paris)} ${timeAt(end, paris)}`;
};

describe('a deadline in working hours', () => {
  it.each([
    ['within the same day', '2027-03-10 10:00', 3, '2027-03-10 13:00'],
    ['at the closing hour, and not at the next opening', '2027-03-10 09:00', 9, '2027-03-10 18:00'],
    ['over the night', '2027-03-10 17:00', 2, '2027-03-11 10:00'],
    ['two working days later', '2027-03-10 10:00', 18, '2027-03-12 10:00'],
    ['from before the day begins', '2027-03-10 06:30', 1, '2027-03-10 10:00'],
    ['from after it has ended', '2027-03-10 19:00', 1, '2027-03-11 10:00'],
    ['from the closing hour itself', '2027-03-10 18:00', 1, '2027-03-11 10:00'],
    ['with minutes', '2027-03-10 17:45', 1, '2027-03-11 09:45'],
  ])('when it falls %s, is %s plus %i h: %s', (_case, from, hours, end) => {
    expect(after(from, hours)).toBe(end);
  });

  it.each([
    ['Friday afternoon', '2027-03-12 16:00', 4, '2027-03-15 11:00'],
    ['Friday evening', '2027-03-12 20:00', 18, '2027-03-16 18:00'],
    ['Saturday', '2027-03-13 11:00', 1, '2027-03-15 10:00'],
    ['Sunday night', '2027-03-14 23:59', 9, '2027-03-15 18:00'],
  ])('when it is asked on %s, the weekend does not count', (_case, from, hours, end) => {
    expect(after(from, hours)).toBe(end);
  });

  it.each([
    ['Easter Monday', '2027-03-26 17:00', 2, '2027-03-30 10:00'],
    ['Ascension Thursday', '2027-05-05 17:00', 2, '2027-05-07 10:00'],
    ['Whit Monday', '2027-05-14 17:00', 2, '2027-05-18 10:00'],
    ['Bastille Day', '2027-07-13 17:00', 2, '2027-07-15 10:00'],
    ['All Saints', '2027-10-29 17:00', 2, '2027-11-02 10:00'],
    ['Armistice', '2027-11-10 17:00', 2, '2027-11-12 10:00'],
    ['New Year', '2026-12-31 17:00', 2, '2027-01-04 10:00'],
  ])('when %s lies between, it does not count', (_case, from, hours, end) => {
    expect(after(from, hours)).toBe(end);
    expect(after(from, hours, none)).not.toBe(end);
  });

  it.each([
    ['forward', '2027-03-26 17:00', 2, '2027-03-29 10:00'],
    ['back', '2027-10-29 17:00', 2, '2027-11-01 10:00'],
  ])('when clocks go %s over the weekend, the hours on the clock count', (_case, from, hours, end) => {
    expect(after(from, hours, none)).toBe(end);
  });

  it('whenever it is asked, ends on a working day within the hours, later, and later still for more hours', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: at('2026-11-24 00:00'), max: at('2028-12-31 00:00') }),
        fc.integer({ min: 1, max: 60 }),
        (now, hours) => {
          const end = afterWorkingHours(now, hours, paris, french);
          expect(end).toBeGreaterThan(now);
          expect(weekday(dayAt(end, paris))).toBeLessThanOrEqual(5);
          const time = timeAt(end, paris);
          expect(time > '09:00' && time <= '18:00').toBe(true);
          // Minutes already begun are not counted again: at most one minute is lost.
          expect(end - now).toBeGreaterThan(hours * hour - 60_000);
          expect(afterWorkingHours(now, hours + 1, paris, french)).toBeGreaterThan(end);
        },
      ),
      { numRuns: 300 },
    );
  });
});
