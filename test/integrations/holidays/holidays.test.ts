import { describe, expect, it } from 'vitest';
import { holidayCalendar } from '../../../integrations/holidays/index.ts';

const calendar = holidayCalendar({ from: 2026, to: 2030 });

describe('French holidays', () => {
  it('when they move with Easter, follow it', () => {
    expect(calendar.dayOf('easter', 2027)).toBe('2027-03-28');
    expect(calendar.dayOf('easter-monday', 2027)).toBe('2027-03-29');
    expect(calendar.dayOf('ascension', 2027)).toBe('2027-05-06');
    expect(calendar.dayOf('pentecost', 2027)).toBe('2027-05-16');
    expect(calendar.dayOf('whit-monday', 2027)).toBe('2027-05-17');
  });

  it('when they are fixed, are the same date every year', () => {
    expect(calendar.dayOf('christmas', 2026)).toBe('2026-12-25');
    expect(calendar.dayOf('new-year', 2027)).toBe('2027-01-01');
    expect(calendar.dayOf('bastille-day', 2028)).toBe('2028-07-14');
    expect(calendar.dayOf('all-saints', 2029)).toBe('2029-11-01');
  });

  it('when the year is outside the range, is not known', () => {
    expect(calendar.dayOf('christmas', 2031)).toBeNull();
  });
});
