import { generateIcsCalendar, type IcsDateObject } from 'ts-ics';
import { addDays, instantOf, type Day } from '../domain/day.ts';

/** A date as a calendar file carries it. */
export interface FiledDate {
  /** The same for as long as it is the same date, whatever becomes of it. */
  readonly uid: string;
  /** Counts its changes: a file with a lower number never replaces one with a higher (RFC 5546, 2.1.4). */
  readonly sequence: number;
  readonly status: 'tentative' | 'confirmed' | 'cancelled';
  /** Whole days end the day after (RFC 5545, 3.6.1); instants are written in UTC, so that no zone table is needed. */
  readonly when:
    | { readonly type: 'day'; readonly day: Day }
    | { readonly type: 'timed'; readonly from: number; readonly to: number };
  readonly title: string;
  readonly location: string;
  readonly description: string;
  /** When the file was made, in milliseconds. */
  readonly madeAt: number;
}

const statuses = { tentative: 'TENTATIVE', confirmed: 'CONFIRMED', cancelled: 'CANCELLED' } as const;

/** A calendar file (RFC 5545) of one date; a cancelled one takes the date out of calendars that have it. */
export function calendarFile(date: FiledDate): string {
  const { start, end } = spanOf(date.when);
  return generateIcsCalendar({
    version: '2.0',
    prodId: '-//Regie//Regie//FR',
    method: date.status === 'cancelled' ? 'CANCEL' : 'PUBLISH',
    events: [
      {
        uid: date.uid,
        sequence: date.sequence,
        stamp: { date: new Date(date.madeAt), type: 'DATE-TIME' },
        start,
        end,
        summary: date.title,
        location: date.location,
        description: date.description,
        status: statuses[date.status],
      },
    ],
  });
}

function spanOf(when: FiledDate['when']): { start: IcsDateObject; end: IcsDateObject } {
  if (when.type === 'timed')
    return {
      start: { date: new Date(when.from), type: 'DATE-TIME' },
      end: { date: new Date(when.to), type: 'DATE-TIME' },
    };
  const midnight = (day: Day): Date => new Date(instantOf(day, '00:00', 'UTC'));
  return {
    start: { date: midnight(when.day), type: 'DATE' },
    end: { date: midnight(addDays(when.day, 1)), type: 'DATE' },
  };
}
