import { showSchema, type Show } from '../../../domain/date-booking.ts';
import { parseDay, type Day } from '../../../domain/day.ts';
import { blankSheet, type DaySheet } from '../../../domain/day-sheet/sheet.ts';

/** A day by its ISO form. */
export function day(text: string): Day {
  const read = parseDay(text);
  if (read === null) throw new Error(`${text} is no day`);
  return read;
}

/** A confirmed show on 13 March 2027. */
export function aShow(change: Partial<Show> = {}): Show {
  return {
    ...showSchema.parse({
      id: 'show',
      artist: 'gribitch',
      venue: 'le-fil',
      day: '2027-03-13',
      arrival: '15:00',
      soundcheck: '17:00',
      doors: '20:00',
      set: '21:30',
      end: '23:00',
      state: 'confirmed',
      cast: null,
    }),
    ...change,
  };
}

/** A sheet on which nothing stands but what is given. */
export function aSheet(change: Partial<DaySheet> = {}): DaySheet {
  return { ...blankSheet({ id: 'show', artist: 'gribitch' }, 0), ...change };
}
