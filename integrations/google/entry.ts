import { createHash } from 'node:crypto';
import { type calendar_v3 } from '@googleapis/calendar';
import { addDays } from '../../domain/day.ts';
import { type CalendarEntry } from '../../core/outside-calendar.ts';

/** Google does not publish how long texts may be; these are short of all that is reported. */
const longestTitle = 1000;
const longestDescription = 8000;

/** What an event carries of ours, seen by nobody in the calendar: its id, and a hash of all it shows. */
const idProperty = 'regieId';
/** The name of the property with the hash. */
export const hashProperty = 'regieHash';

/** The event that shows an entry, with our id and the hash of all it shows. */
export function eventOf(entry: CalendarEntry): calendar_v3.Schema$Event {
  const shown = shownBy(entry);
  return {
    id: entry.id,
    ...shown,
    extendedProperties: { private: { [idProperty]: entry.id, [hashProperty]: hashOf(shown) } },
  };
}

/** The hash an event carries when it shows this entry. */
export function entryHash(entry: CalendarEntry): string {
  return hashOf(shownBy(entry));
}

function shownBy(entry: CalendarEntry): calendar_v3.Schema$Event {
  const { when } = entry;
  return {
    summary: cut(clean(entry.title), longestTitle),
    description: cut(plain(clean(entry.description)), longestDescription),
    location: cut(clean(entry.location), longestTitle),
    status: entry.status,
    ...(when.type === 'day'
      ? { start: { date: when.day }, end: { date: addDays(when.day, 1) } }
      : {
          start: { dateTime: new Date(when.from).toISOString(), timeZone: when.zone },
          end: { dateTime: new Date(when.to).toISOString(), timeZone: when.zone },
        }),
  };
}

function hashOf(shown: calendar_v3.Schema$Event): string {
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex');
}

/** None of the characters that JSON or a calendar cannot show. */
function clean(text: string): string {
  return text.toWellFormed().replaceAll(/[^\P{Cc}\n\t]/gu, '');
}

/** Whole characters only. */
function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Google shows descriptions as HTML: what people wrote must not become a link or a picture, and « Duo & Co » must stay as it is. */
function plain(text: string): string {
  return text.replaceAll(/&(?=#?\w{1,32};)/g, '&amp;').replaceAll('<', '&lt;');
}
