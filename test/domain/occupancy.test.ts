import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absenceDays, withoutParts } from '../../domain/absence.ts';
import { holdSchema, showSchema, type Hold, type Show } from '../../domain/date-booking.ts';
import { addDays, instantOf, type DayPart } from '../../domain/day.ts';
import { daysTouched, intervalOf, occupancyOf, overlaps } from '../../domain/occupancy.ts';
import { day } from '../support/builders.ts';

const paris = 'Europe/Paris';
const hour = 3_600_000;
const at = (text: string, time: string) => instantOf(day(text), time, paris);
const part = (text: string, which: DayPart['part'] = 'day'): DayPart => ({ day: day(text), part: which });

function show(changes: Partial<Show> = {}): Show {
  return showSchema.parse({
    id: 'show-1',
    artist: 'gribitch',
    venue: 'la-nef',
    day: day('2027-03-12'),
    arrival: '16:00',
    set: '21:00',
    end: '23:00',
    state: 'confirmed',
    cast: null,
    ...changes,
  });
}

const hold: Hold = holdSchema.parse({
  id: 'hold-1',
  artist: 'gribitch',
  venue: 'la-nef',
  day: day('2027-03-12'),
  rank: 1,
  validUntil: day('2027-03-01'),
  state: 'held',
  cast: null,
});

describe('the parts of a day', () => {
  it.each<[DayPart['part'], [string, string], [string, string]]>([
    ['day', ['2027-03-12', '06:00'], ['2027-03-13', '06:00']],
    ['morning', ['2027-03-12', '06:00'], ['2027-03-12', '12:00']],
    ['afternoon', ['2027-03-12', '12:00'], ['2027-03-12', '18:00']],
    ['evening', ['2027-03-12', '18:00'], ['2027-03-13', '06:00']],
    [{ from: '14:00', to: '16:30' }, ['2027-03-12', '14:00'], ['2027-03-12', '16:30']],
    [{ from: '20:00', to: null }, ['2027-03-12', '20:00'], ['2027-03-13', '06:00']],
    [{ from: '22:00', to: '00:30' }, ['2027-03-12', '22:00'], ['2027-03-13', '00:30']],
    [{ from: '00:30', to: '02:00' }, ['2027-03-13', '00:30'], ['2027-03-13', '02:00']],
    [{ from: '05:59', to: null }, ['2027-03-13', '05:59'], ['2027-03-13', '06:00']],
    [{ from: '23:00', to: '06:00' }, ['2027-03-12', '23:00'], ['2027-03-13', '06:00']],
  ])('when it is %j, covers from %j to %j', (which, from, to) => {
    expect(intervalOf(part('2027-03-12', which), paris)).toEqual({ from: at(...from), to: at(...to) });
  });

  it('when clocks change that night, the evening is an hour shorter or longer', () => {
    const length = (text: string) => {
      const span = intervalOf(part(text, 'evening'), paris);
      return (span.to - span.from) / hour;
    };
    expect([length('2027-03-27'), length('2027-10-30'), length('2027-06-01')]).toEqual([11, 13, 12]);
  });

  it('whatever the day and the zone, its parts lie one after the other without gap, and days too', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 800 }),
        fc.constantFrom(paris, 'America/New_York', 'Pacific/Auckland'),
        (offset, zone) => {
          const today = addDays(day('2026-10-01'), offset);
          const [whole, morning, afternoon, evening] = (['day', 'morning', 'afternoon', 'evening'] as const).map(
            (which) => intervalOf({ day: today, part: which }, zone),
          );
          expect(whole?.from).toBe(morning?.from);
          expect(morning?.to).toBe(afternoon?.from);
          expect(afternoon?.to).toBe(evening?.from);
          expect(evening?.to).toBe(whole?.to);
          expect(intervalOf({ day: addDays(today, 1), part: 'day' }, zone).from).toBe(whole?.to);
        },
      ),
    );
  });
});

describe('what a date takes of its players', () => {
  it('when times are known, from the arrival to an hour after the end', () => {
    expect(occupancyOf(show(), paris)).toEqual({ from: at('2027-03-12', '16:00'), to: at('2027-03-13', '00:00') });
  });

  it('when the end is past midnight, it belongs to the evening before', () => {
    expect(occupancyOf(show({ end: '00:30' }), paris).to).toBe(at('2027-03-13', '01:30'));
  });

  it('when a time is missing or the date is a hold, the whole agency day', () => {
    const whole = { from: at('2027-03-12', '06:00'), to: at('2027-03-13', '06:00') };
    expect(occupancyOf(show({ arrival: null }), paris)).toEqual(whole);
    expect(occupancyOf(show({ end: null }), paris)).toEqual(whole);
    expect(occupancyOf(hold, paris)).toEqual(whole);
  });

  it('when the times run backwards, nothing is taken on trust: the whole day', () => {
    expect(occupancyOf(show({ arrival: '20:00', end: '18:00' }), paris)).toEqual(occupancyOf(hold, paris));
  });
});

describe('meeting', () => {
  it('when one ends as the other begins, they do not meet; a millisecond more and they do', () => {
    expect(overlaps({ from: 0, to: 10 }, { from: 10, to: 20 })).toBe(false);
    expect(overlaps({ from: 0, to: 11 }, { from: 10, to: 20 })).toBe(true);
  });

  it('when somebody is away on the day after, a show until 05:30 does not touch that day; one until 05:30 plus its margin does', () => {
    const dayAfter = [part('2027-03-13')];
    expect(daysTouched(dayAfter, occupancyOf(show({ end: '04:30' }), paris), paris)).toEqual([]);
    expect(daysTouched(dayAfter, occupancyOf(show({ end: '05:30' }), paris), paris)).toEqual(['2027-03-13']);
  });

  it('when somebody is away in the morning, an evening show does not touch it', () => {
    expect(daysTouched([part('2027-03-12', 'morning')], occupancyOf(show(), paris), paris)).toEqual([]);
    expect(daysTouched([part('2027-03-12', 'afternoon')], occupancyOf(show(), paris), paris)).toEqual(['2027-03-12']);
  });
});

describe('days of an absence', () => {
  it('when parts repeat a day or come in any order, each day counts once, in order', () => {
    const parts = [part('2027-03-14'), part('2027-03-12', 'morning'), part('2027-03-12', 'evening')];
    expect(absenceDays(parts)).toEqual(['2027-03-12', '2027-03-14']);
  });

  it('when whole days are given back, they go; when half a day is, the day stays taken', () => {
    const parts = [part('2027-03-12'), part('2027-03-13', 'evening'), part('2027-03-14')];
    expect(withoutParts(parts, [part('2027-03-12'), part('2027-03-13')])).toEqual([part('2027-03-14')]);
    expect(withoutParts(parts, [part('2027-03-14', 'morning')])).toContainEqual(part('2027-03-14', 'evening'));
    expect(withoutParts(parts, [part('2027-04-01')])).toEqual(parts);
  });
});
