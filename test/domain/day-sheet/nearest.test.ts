import { describe, expect, it } from 'vitest';
import { nearestDate } from '../../../domain/day-sheet/nearest.ts';
import { aSheet, aShow, day } from './makers.ts';

const date = (id: string, on: string, set: string | null, departs: string | null = null) => ({
  show: aShow({ id, day: day(on), arrival: null, soundcheck: null, doors: null, end: null, set }),
  sheet: aSheet({ id, departs: departs === null ? null : day(departs) }),
});
const meant = (dates: readonly ReturnType<typeof date>[], now: string, today = '2027-03-13'): string | null =>
  nearestDate(dates, day(today), now)?.show.id ?? null;

describe('which date is meant', () => {
  it('when there was one yesterday and there is one today, today’s', () => {
    expect(meant([date('yesterday', '2027-03-12', '21:00'), date('today', '2027-03-13', '21:00')], '10:00')).toBe(
      'today',
    );
  });

  it('when there are two today, the one whose next hour comes first', () => {
    const two = [date('late', '2027-03-13', '21:00'), date('early', '2027-03-13', '16:00')];
    expect(meant(two, '10:00')).toBe('early');
    expect(meant(two, '16:30')).toBe('late');
    expect(meant(two, '23:30')).toBe('late');
  });

  it('when a set begins after midnight, it comes after the evening’s', () => {
    const two = [date('night', '2027-03-13', '00:30'), date('evening', '2027-03-13', '20:00')];
    expect(meant(two, '18:00')).toBe('evening');
    expect(meant(two, '22:00')).toBe('night');
    expect(meant(two, '00:10')).toBe('night');
  });

  it('when nobody knows the hours of one, it is meant once the other is over', () => {
    const two = [date('open', '2027-03-13', null), date('early', '2027-03-13', '16:00')];
    expect(meant(two, '12:00')).toBe('early');
    expect(meant(two, '18:00')).toBe('open');
  });

  it('when they leave today, that date rather than last night’s', () => {
    const two = [date('last', '2027-03-12', '21:00'), date('next', '2027-03-14', '21:00', '2027-03-13')];
    expect(meant(two, '10:00')).toBe('next');
    expect(meant(two.slice(0, 1), '10:00')).toBe('last');
    expect(meant([], '10:00')).toBeNull();
  });
});
