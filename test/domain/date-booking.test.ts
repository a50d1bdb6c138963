import { describe, expect, it } from 'vitest';
import { becameOf, showSchema, type Show } from '../../domain/date-booking.ts';

const date = (id: string, replaces: string | null, state: Show['state']): Show =>
  showSchema.parse({
    id,
    artist: 'gribitch',
    venue: 'le-fil',
    day: '2027-03-13',
    arrival: null,
    set: null,
    end: null,
    state,
    cast: null,
    replaces,
  });

describe('what a date became', () => {
  it('when it moved twice, is the last', () => {
    const dates = [date('a', null, 'postponed'), date('b', 'a', 'postponed'), date('c', 'b', 'confirmed')];
    expect(becameOf('a', dates)?.id).toBe('c');
    expect(becameOf('b', dates)?.id).toBe('c');
  });

  it('when it was given up in the end, or nothing replaces it, is nothing', () => {
    const dates = [date('a', null, 'postponed'), date('b', 'a', 'cancelled'), date('c', null, 'confirmed')];
    expect(becameOf('a', dates)).toBeNull();
    expect(becameOf('c', dates)).toBeNull();
  });
});
