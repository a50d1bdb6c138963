import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayAt,
  dayNumber,
  daysBetween,
  daysFromTo,
  instantOf,
  parseDay,
  timeAt,
  weekday,
} from '../../domain/day.ts';
import { day } from '../support/builders.ts';

const paris = 'Europe/Paris';
const hour = 3_600_000;
const anyDay = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays(day('1970-01-01'), count));

describe('reading a day', () => {
  it.each(['2027-03-12', '2028-02-29', '1970-01-01'])('when %s is given, is that day', (text) => {
    expect(parseDay(text)).toBe(text);
  });

  it.each([
    '2027-02-29',
    '2027-13-01',
    '2027-00-10',
    '2027-3-12',
    '12/03/2027',
    '2027-03-12T10:00',
    '',
    '2027-03-32',
    ' 2027-03-12',
  ])('when %j is given, is no day', (text) => {
    expect(parseDay(text)).toBeNull();
  });
});

describe('counting', () => {
  it('whatever two days, going from one by their distance leads to the other, and their numbers differ by it', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(addDays(a, daysBetween(a, b))).toBe(b);
        expect(dayNumber(b) - dayNumber(a)).toBe(daysBetween(a, b));
        expect(daysFromTo(a, addDays(a, 3))).toEqual([a, addDays(a, 1), addDays(a, 2), addDays(a, 3)]);
      }),
    );
  });

  it('when the last day is before the first, there are none', () => {
    expect(daysFromTo(day('2027-03-12'), day('2027-03-11'))).toEqual([]);
    expect(daysFromTo(day('2027-03-12'), day('2027-03-12'))).toEqual(['2027-03-12']);
  });

  it('when it is the 10th of March 2027, it is a Wednesday', () => {
    expect(weekday(day('2027-03-10'))).toBe(3);
    expect(weekday(day('2027-03-14'))).toBe(7);
  });
});

describe('clocks', () => {
  it('when clocks jump forward, 02:30 is 03:30; when they go back, the first of the two is meant', () => {
    expect(timeAt(instantOf(day('2027-03-28'), '02:30', paris), paris)).toBe('03:30');
    const first = instantOf(day('2027-10-31'), '02:30', paris);
    expect(timeAt(first, paris)).toBe('02:30');
    expect(timeAt(first + hour, paris)).toBe('02:30');
  });

  it('when a day has 23 or 25 hours, so much lies between its midnights', () => {
    const length = (text: string) =>
      (instantOf(addDays(day(text), 1), '00:00', paris) - instantOf(day(text), '00:00', paris)) / hour;
    expect([length('2027-03-28'), length('2027-10-31'), length('2027-06-01')]).toEqual([23, 25, 24]);
  });

  it('when it is just before midnight in Paris, it is that day there and another in Auckland', () => {
    const late = instantOf(day('2027-03-10'), '23:59', paris);
    expect(dayAt(late, paris)).toBe('2027-03-10');
    expect(dayAt(late + 60_000, paris)).toBe('2027-03-11');
    expect(dayAt(late, 'Pacific/Auckland')).toBe('2027-03-11');
  });
});
