import { isZone, showMoment } from './moments.ts';
import { invalid } from './errors.ts';
import type { Calendar, StoredEvent } from './world.ts';

/** An event as the API shows it; instants in the calendar's zone, or in the one asked for. */
export function showEvent(calendar: Calendar, event: StoredEvent, zone = calendar.timeZone): Record<string, unknown> {
  if (!isZone(zone)) throw invalid('Invalid time zone.', 'timeZone');
  return {
    kind: 'calendar#event',
    etag: etagOf(event),
    id: event.id,
    status: event.status,
    htmlLink: `https://www.google.com/calendar/event?eid=${Buffer.from(`${event.id} ${calendar.id}`).toString('base64url')}`,
    created: new Date(event.created).toISOString(),
    updated: new Date(event.updated).toISOString(),
    ...event.fields,
    creator: { email: event.creator },
    organizer: { email: calendar.id, displayName: calendar.summary, self: true },
    start: showMoment(event.start, zone),
    end: showMoment(event.end, zone),
    iCalUID: `${event.id}@google.com`,
    sequence: event.sequence,
    reminders: event.fields.reminders ?? { useDefault: true },
    eventType: 'default',
  };
}

/** The version of an event, quoted as in an `ETag` header. */
export function etagOf(event: StoredEvent): string {
  return `"${event.updated}${String(event.version).padStart(6, '0')}"`;
}
