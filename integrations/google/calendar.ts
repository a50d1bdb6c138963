import { calendar as calendarApi, type calendar_v3 } from '@googleapis/calendar';
import { z } from 'zod';
import { type Clock } from '../../core/clock.ts';
import { type Log } from '../../core/log.ts';
import { type CalendarEntry, type CalendarOutcome, type OutsideCalendar } from '../../core/outside-calendar.ts';
import { createAccess, type Access } from './access.ts';
import { type Credentials } from './credentials.ts';
import { entryHash, eventOf, hashProperty } from './entry.ts';
import { refused, unreached } from './failures.ts';

/** What the adapter needs. `root` is null for Google's own hosts. */
export interface GoogleCalendarOptions {
  readonly credentials: Credentials;
  readonly root: string | null;
  readonly log: Log;
  /** Dates assertions and tokens: Google compares them with its own clock. */
  readonly clock: Clock;
  /** An answer that takes longer counts as none; 10 s unless given. */
  readonly patienceMs?: number;
}

/** What we read of an event. Of a cancelled one, only the id and the status are sure. */
const eventSchema = z.object({
  id: z.string(),
  status: z.enum(['confirmed', 'tentative', 'cancelled']),
  etag: z.string().optional(),
  sequence: z.number().int().optional(),
  htmlLink: z.url({ protocol: /^https?$/ }).optional(),
  extendedProperties: z.object({ private: z.record(z.string(), z.string()).optional() }).optional(),
});
type Event = z.output<typeof eventSchema>;

/** An answer that came, of whatever status. */
interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfter: string | null;
}

/** How one call is made: the library takes the headers and this patience, and its own retries are off. */
interface CallOptions {
  readonly headers: Record<string, string>;
  readonly timeout: number;
  readonly retry: false;
  readonly validateStatus: () => true;
}
type Call = (send: (options: CallOptions) => Promise<Reply>) => Promise<Answer>;
interface Reply {
  readonly status: number;
  readonly data: unknown;
  readonly headers: object;
}

interface Desk {
  readonly events: calendar_v3.Resource$Events;
  readonly call: Call;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Google Calendar behind our port, as a service account with which people have shared their calendars. Nobody is invited and no mail is sent.
 * A write whose answer was lost is made again with the same id and finds itself done.
 */
export function googleCalendar(options: GoogleCalendarOptions): OutsideCalendar {
  const { credentials, root, log, clock, patienceMs = 10_000 } = options;
  const api = calendarApi({ version: 'v3', ...(root === null ? {} : { rootUrl: root }) });
  const desk = {
    events: api.events,
    call: caller(createAccess(credentials, clock, patienceMs), log, patienceMs),
    clock,
    log,
  };
  return {
    connected: true,
    put: (entry) => (entry.status === 'cancelled' ? cancel(desk, entry) : write(desk, entry)),
    look: async (calendar, id) => {
      const event = await read(desk, calendar, id);
      return event === null ? { type: 'absent' } : { type: 'present', status: event.status, link: linkOf(event) };
    },
  };
}

async function write(desk: Desk, entry: CalendarEntry): Promise<CalendarOutcome> {
  const { calendar: calendarId, id } = entry;
  const requestBody = eventOf(entry);
  const made = await desk.call((options) =>
    desk.events.insert({ calendarId, sendUpdates: 'none', requestBody }, options),
  );
  if (made.status !== 409) return written(desk, id, 'created', parsed(desk, made));
  const before = await read(desk, calendarId, id);
  // Google says that the id is taken and that it is not: its copies do not agree yet.
  if (before === null) throw unreached('calendar', 'its answers contradict each other');
  const same = before.extendedProperties?.private?.[hashProperty] === entryHash(entry);
  if (same && before.status === entry.status) return written(desk, id, 'kept', before);
  const changed = await desk.call((options) =>
    desk.events.update(
      {
        calendarId,
        eventId: id,
        sendUpdates: 'none',
        // A sequence left out counts as 0, which Google refuses once the event has been moved.
        requestBody: { ...requestBody, sequence: before.sequence ?? 0 },
      },
      before.etag === undefined ? options : { ...options, headers: { ...options.headers, 'If-Match': before.etag } },
    ),
  );
  return written(desk, id, before.status === 'cancelled' ? 'restored' : 'changed', parsed(desk, changed));
}

async function cancel(desk: Desk, entry: CalendarEntry): Promise<CalendarOutcome> {
  const { calendar: calendarId, id: eventId } = entry;
  const answer = await desk.call((options) =>
    desk.events.delete({ calendarId, eventId, sendUpdates: 'none' }, options),
  );
  // Gone already, or never there: nothing is shown, which is what was asked for.
  if (answer.status >= 300 && answer.status !== 404 && answer.status !== 410) throw refused(answer, desk.clock.now());
  desk.log.info({ entry: eventId, did: 'cancelled' }, 'calendar entry written');
  return { type: 'written', link: null };
}

async function read(desk: Desk, calendarId: string, eventId: string): Promise<Event | null> {
  const answer = await desk.call((options) => desk.events.get({ calendarId, eventId }, options));
  return answer.status === 404 || answer.status === 410 ? null : parsed(desk, answer);
}

function parsed(desk: Desk, answer: Answer): Event {
  if (answer.status >= 300) throw refused(answer, desk.clock.now());
  const event = eventSchema.safeParse(answer.body);
  if (!event.success) throw unreached('calendar', 'its answer is no event');
  return event.data;
}

function written({ log }: Desk, entry: string, did: string, event: Event): CalendarOutcome {
  log.info({ entry, did }, 'calendar entry written');
  return { type: 'written', link: linkOf(event) };
}

function linkOf({ htmlLink, status }: Event): string | null {
  return status === 'cancelled' ? null : (htmlLink ?? null);
}

/** Makes calls with a token at hand. One that Google no longer knows is replaced once; the second refusal counts. */
function caller(access: Access, log: Log, timeout: number): Call {
  return async (send) => {
    const token = await access.token();
    const first = await attempt(send, token, timeout);
    if (first.status !== 401) return first;
    access.forget(token);
    log.warn({ code: 'calendar.token_renewed' }, 'Google no longer takes the token at hand: asking for another');
    return attempt(send, await access.token(), timeout);
  };
}

async function attempt(send: Parameters<Call>[0], token: string, timeout: number): Promise<Answer> {
  try {
    const { status, data, headers } = await send({
      headers: { authorization: `Bearer ${token}` },
      timeout,
      retry: false,
      validateStatus: () => true,
    });
    return { status, body: data, retryAfter: retryAfterOf(headers) };
  } catch (error) {
    throw unreached('calendar', error);
  }
}

/** The library's types speak of a plain object; what arrives is a `Headers` of its own make. */
function retryAfterOf(headers: object): string | null {
  const shown = 'get' in headers && typeof headers.get === 'function' ? headers.get('retry-after') : headers;
  const value: unknown = typeof shown === 'object' && shown !== null ? Reflect.get(shown, 'retry-after') : shown;
  return typeof value === 'string' ? value : null;
}
