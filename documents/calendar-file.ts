import { addDays, type Day } from '../domain/day.ts';
import { type FiledDate, type FiledTime } from '../domain/filed-date.ts';

/** What stands above the dates of a file. */
export interface CalendarHead {
  /** What the calendar is called where it is shown. */
  readonly name: string;
  /** How often those who subscribe look again, in whole hours. */
  readonly refreshHours: number;
}

/** A calendar file (RFC 5545) of one date; a cancelled one takes the date out of calendars that have it. */
export function calendarFile(date: FiledDate): string {
  return written(date.status === 'cancelled' ? 'CANCEL' : 'PUBLISH', [], [date]);
}

/**
 * A calendar file of many dates, to subscribe to or to open once. It is complete: what is not in it any more is gone. The
 * same dates make the same bytes, wherever and whenever the file is written.
 */
export function calendarOf(head: CalendarHead, dates: readonly FiledDate[]): string {
  const again = `PT${head.refreshHours}H`;
  const above = [
    `NAME:${escaped(head.name)}`,
    `X-WR-CALNAME:${escaped(head.name)}`,
    // RFC 7986 names the first; Outlook and older readers know the second alone.
    `REFRESH-INTERVAL;VALUE=DURATION:${again}`,
    `X-PUBLISHED-TTL:${again}`,
  ];
  return written('PUBLISH', above, dates);
}

function written(method: 'PUBLISH' | 'CANCEL', head: readonly string[], dates: readonly FiledDate[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Regie//Regie//FR',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    ...head,
    ...dates.flatMap(eventOf),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const statuses = { tentative: 'TENTATIVE', confirmed: 'CONFIRMED', cancelled: 'CANCELLED' } as const;

function eventOf(date: FiledDate): string[] {
  const optional = (name: string, value: string): string[] => (value === '' ? [] : [`${name}:${escaped(value)}`]);
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(date.uid)}`,
    `SEQUENCE:${date.sequence}`,
    `DTSTAMP:${utc(date.madeAt)}`,
    ...span(date.when),
    `STATUS:${statuses[date.status]}`,
    `SUMMARY:${escaped(date.title)}`,
    ...optional('LOCATION', date.location),
    ...optional('DESCRIPTION', date.description),
    'END:VEVENT',
  ];
}

/** Whole days end the day after (RFC 5545, 3.6.1); instants are written in UTC, so that no zone table is needed. */
function span(when: FiledTime): string[] {
  if (when.type === 'timed') return [`DTSTART:${utc(when.from)}`, `DTEND:${utc(when.to)}`];
  const [first, last] = when.type === 'day' ? [when.day, when.day] : [when.first, when.last];
  return [`DTSTART;VALUE=DATE:${digits(first)}`, `DTEND;VALUE=DATE:${digits(addDays(last, 1))}`];
}

function digits(day: Day): string {
  return day.replaceAll('-', '');
}

function utc(instant: number): string {
  return new Date(instant)
    .toISOString()
    .replace(/\.\d{3}Z$/, 'Z')
    .replaceAll(/[-:]/g, '');
}

/** Text as RFC 5545, 3.3.11 writes it; other control characters have no way of being written and go. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .replaceAll(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll('\n', String.raw`\n`);
}

const longestLine = 75;

/** A line has 75 octets at most, and goes on after a break and a space (RFC 5545, 3.1); no character is cut in two. */
function folded(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > longestLine) {
      pieces.push(piece);
      piece = ' ';
      octets = 1;
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join('\r\n');
}
