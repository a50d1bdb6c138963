import type { z } from 'zod';
import { GoogleError, invalid } from './errors.ts';
import { instantOf } from './moments.ts';
import type { queries } from './query.ts';
import { showEvent } from './view.ts';
import type { Calendar, Role, StoredEvent } from './world.ts';

type ListQuery = z.output<typeof queries.list>;

/** The most events of one page, and how many when nothing is asked. */
const MOST = 2500;
const USUAL = 250;

/** One page of a calendar's events. Sync tokens are not emulated: none is given out, none is taken. */
export function listEvents(calendar: Calendar, role: Role, query: ListQuery): Record<string, unknown> {
  if (query.orderBy === 'startTime' && query.singleEvents !== true)
    throw invalid('The requested ordering is not available for the particular query.', 'orderBy');
  if (query.timeMin !== undefined && query.timeMax !== undefined && query.timeMax <= query.timeMin)
    throw new GoogleError(400, 'calendar', 'timeRangeEmpty', 'The specified time range is empty.', {
      locationType: 'parameter',
      location: 'timeMax',
    });
  const from = query.pageToken === undefined ? 0 : readPage(query.pageToken, query);
  const size = Math.min(query.maxResults ?? USUAL, MOST);
  const all = [...calendar.events.values()].filter((event) => isWanted(event, calendar, query));
  if (query.orderBy === 'startTime')
    all.sort((one, other) => instantOf(one.start, calendar.timeZone) - instantOf(other.start, calendar.timeZone));
  if (query.orderBy === 'updated') all.sort((one, other) => one.updated - other.updated);
  const page = all.slice(from, from + size);
  const zone = query.timeZone ?? calendar.timeZone;
  return {
    kind: 'calendar#events',
    etag: `"p${all.reduce((most, { version }) => Math.max(most, version), 0)}"`,
    summary: calendar.summary,
    description: '',
    updated: new Date(all.reduce((latest, { updated }) => Math.max(latest, updated), 0)).toISOString(),
    timeZone: zone,
    accessRole: role,
    defaultReminders: [],
    ...(from + size < all.length ? { nextPageToken: writePage(from + size, query) } : {}),
    items: page.map((event) => showEvent(calendar, event, zone)),
  };
}

function isWanted(event: StoredEvent, calendar: Calendar, query: ListQuery): boolean {
  const { timeMin, timeMax, updatedMin } = query;
  const isSeen = event.status !== 'cancelled' || query.showDeleted === true || updatedMin !== undefined;
  return (
    isSeen &&
    (timeMin === undefined || instantOf(event.end, calendar.timeZone) > timeMin) &&
    (timeMax === undefined || instantOf(event.start, calendar.timeZone) < timeMax) &&
    (updatedMin === undefined || event.updated >= updatedMin) &&
    (query.iCalUID === undefined || query.iCalUID === `${event.id}@google.com`) &&
    (query.q === undefined || texts(event).includes(query.q.toLowerCase())) &&
    hasAll(event.fields.extendedProperties?.private, query.privateExtendedProperty) &&
    hasAll(event.fields.extendedProperties?.shared, query.sharedExtendedProperty)
  );
}

function texts({ fields }: StoredEvent): string {
  return [fields.summary, fields.description, fields.location].join('\n').toLowerCase();
}

function hasAll(own: Readonly<Record<string, string>> = {}, wanted: readonly string[] = []): boolean {
  return wanted.every((pair) => {
    const at = pair.indexOf('=');
    if (at < 1) throw invalid('Invalid value for: privateExtendedProperty', 'privateExtendedProperty');
    return own[pair.slice(0, at)] === pair.slice(at + 1);
  });
}

/** A page belongs to its query: with other filters its token means nothing. */
function writePage(offset: number, query: ListQuery): string {
  return Buffer.from(JSON.stringify([offset, fingerprint(query)])).toString('base64url');
}

function readPage(token: string, query: ListQuery): number {
  const text = Buffer.from(token, 'base64url').toString('utf8');
  const offset = Number(/^\[(\d+),/.exec(text)?.[1]);
  if (!Number.isSafeInteger(offset) || writePage(offset, query) !== token)
    throw invalid('Invalid page token value.', 'pageToken');
  return offset;
}

function fingerprint(query: ListQuery): string {
  return JSON.stringify({ ...query, pageToken: undefined, maxResults: undefined });
}
