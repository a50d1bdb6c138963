import ICAL from 'ical.js';
import ical from 'node-ical';
import { dayAt } from '../../domain/day.ts';

/** An event as a reader understood it; days as `2027-03-13`, the end exclusive, and instants in milliseconds. */
export interface ReadEvent {
  readonly uid: string;
  readonly start: number | string;
  readonly end: number | string;
  readonly status: string;
  readonly sequence: number;
  readonly title: string;
  readonly location: string;
  readonly description: string;
}

/** A calendar as a reader understood it. */
export interface ReadCalendar {
  readonly name: string | null;
  readonly method: string | null;
  readonly refresh: string | null;
  readonly events: ReadonlyMap<string, ReadEvent>;
}

/** Read by ical.js, which calendars of Mozilla use. */
export function readByIcalJs(file: string): ReadCalendar {
  const calendar = new ICAL.Component(ICAL.parse(file));
  const value = (of: ICAL.Component, name: string): string | null => {
    const found = of.getFirstPropertyValue(name);
    return found === null ? null : String(found);
  };
  const time = (of: ICAL.Component, name: string): number | string => {
    const found = of.getFirstPropertyValue(name);
    if (!(found instanceof ICAL.Time)) throw new Error(`no ${name}`);
    return found.isDate ? found.toString() : found.toUnixTime() * 1000;
  };
  const events = calendar.getAllSubcomponents('vevent').map((event): ReadEvent => ({
    uid: value(event, 'uid') ?? '',
    start: time(event, 'dtstart'),
    end: time(event, 'dtend'),
    status: value(event, 'status') ?? '',
    sequence: Number(value(event, 'sequence')),
    title: value(event, 'summary') ?? '',
    location: value(event, 'location') ?? '',
    description: value(event, 'description') ?? '',
  }));
  return {
    name: value(calendar, 'x-wr-calname'),
    method: value(calendar, 'method'),
    refresh: value(calendar, 'refresh-interval'),
    events: byUid(events),
  };
}

/** Read by node-ical, which shares no code with the other. */
export function readByNodeIcal(file: string): ReadCalendar {
  const read = ical.sync.parseICS(file);
  const events = Object.values(read).flatMap((one): ReadEvent[] => {
    if (one?.type !== 'VEVENT') return [];
    const time = (at: Date): number | string =>
      one.datetype === 'date' ? dayAt(at.getTime(), Intl.DateTimeFormat().resolvedOptions().timeZone) : at.getTime();
    return [
      {
        uid: one.uid,
        start: time(one.start),
        end: one.end === undefined ? '' : time(one.end),
        status: one.status ?? '',
        sequence: Number(one.sequence),
        title: textOf(one.summary),
        location: textOf(one.location),
        description: textOf(one.description),
      },
    ];
  });
  const { vcalendar } = read;
  const head = vcalendar?.type === 'VCALENDAR' ? vcalendar : null;
  return {
    name: /^X-WR-CALNAME:(.*)$/m.exec(file)?.[1]?.replaceAll('\\,', ',').trim() ?? null,
    method: head?.method ?? null,
    refresh: /^REFRESH-INTERVAL;VALUE=DURATION:(.*)$/m.exec(file)?.[1]?.trim() ?? null,
    events: byUid(events),
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function byUid(events: readonly ReadEvent[]): ReadonlyMap<string, ReadEvent> {
  return new Map(events.map((event) => [event.uid, event]));
}
