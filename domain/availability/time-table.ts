import { type Show } from '../date-booking.ts';
import { dayNumber, type Day, type DayPart } from '../day.ts';
import { intervalOf, occupancyOf, type Interval } from '../occupancy.ts';

/** An agency day: its number since 1970, its month (`2027-03`) and the instants at which it begins and ends. */
export interface DayPoint extends Interval {
  readonly number: number;
  readonly month: string;
}

/** Instants of days, of dates and of parts of days in one zone. Each is worked out once: clocks are slow to ask. */
export interface TimeTable {
  readonly point: (day: Day) => DayPoint;
  readonly ofShow: (show: Show) => Interval;
  readonly ofPart: (part: DayPart) => Interval;
  /** From arrival to end without any margin; null when a time is unknown or they cannot be right. */
  readonly played: (show: Show) => Interval | null;
}

/** A table for `zone` that fills itself as it is asked. */
export function timeTable(zone: string): TimeTable {
  const points = new Map<Day, DayPoint>();
  const spans = new Map<string, Interval>();
  const once = (key: string, span: () => Interval): Interval => {
    const known = spans.get(key);
    if (known !== undefined) return known;
    const found = span();
    spans.set(key, found);
    return found;
  };
  const ofShow = (show: Show): Interval =>
    once(`show ${show.day} ${show.arrival} ${show.end}`, () => occupancyOf(show, zone));
  const ofPart = (part: DayPart): Interval => once(`part ${part.day} ${nameOf(part)}`, () => intervalOf(part, zone));
  return {
    ofShow,
    ofPart,
    played: (show) => {
      if (show.arrival === null || show.end === null) return null;
      const played = ofPart({ day: show.day, part: { from: show.arrival, to: show.end } });
      const taken = ofShow(show);
      // Times that were not believed take the whole day, and that does not end a margin after them.
      return taken.from === played.from && taken.to > played.to ? played : null;
    },
    point: (day) => {
      const known = points.get(day);
      if (known !== undefined) return known;
      const { from, to } = intervalOf({ day, part: 'day' }, zone);
      const point = { number: dayNumber(day), month: day.slice(0, 7), from, to };
      points.set(day, point);
      return point;
    },
  };
}

function nameOf({ part }: DayPart): string {
  return typeof part === 'string' ? part : `${part.from} ${part.to}`;
}
