import type { Hono } from 'hono';
import { answerCall, respond } from '../kit/faulty-answer.ts';
import type { PlatformAnswer } from '../kit/faulty-answer.ts';
import type { SandboxContext, SandboxEnv } from '../kit/server.ts';
import { badToken, errorBody, GoogleError, notFound, refusal } from './errors.ts';
import { readEventBody } from './event-input.ts';
import { calendarOf, deleteEvent, eventOf, insertEvent, mayWrite, patchEvent, updateEvent } from './events.ts';
import type { Desk } from './events.ts';
import { listEvents } from './listing.ts';
import { queries, readQuery } from './query.ts';
import { showEvent } from './view.ts';
import type { Role, World } from './world.ts';

/** A request whose caller is known and whose calendar was shared with them. */
interface Call extends Desk {
  readonly role: Role;
  /** Empty where the method has no event. */
  readonly eventId: string;
  readonly query: Readonly<Record<string, readonly string[]>>;
  readonly body: string;
  readonly ifMatch: string | undefined;
}

interface Method {
  readonly verb: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly of: 'calendar' | 'event';
  /** Changes something: needs a writer, and a scope that allows it. */
  readonly writes: boolean;
  /** What is answered as JSON; undefined answers 204. */
  readonly run: (call: Call) => unknown;
}

const METHODS: Readonly<Record<string, Method>> = {
  'events.list': {
    verb: 'GET',
    of: 'calendar',
    writes: false,
    run: ({ calendar, role, query }) => listEvents(calendar, role, readQuery(queries.list, query)),
  },
  'events.insert': {
    verb: 'POST',
    of: 'calendar',
    writes: true,
    run: (call) => {
      readQuery(queries.insert, call.query);
      return showEvent(call.calendar, insertEvent(call, readEventBody(call.body)));
    },
  },
  'events.get': {
    verb: 'GET',
    of: 'event',
    writes: false,
    run: ({ calendar, eventId, query }) => {
      const { timeZone } = readQuery(queries.get, query);
      return showEvent(calendar, eventOf(calendar, eventId), timeZone);
    },
  },
  'events.update': {
    verb: 'PUT',
    of: 'event',
    writes: true,
    run: (call) => {
      readQuery(queries.update, call.query);
      return showEvent(call.calendar, updateEvent(call, call.eventId, readEventBody(call.body), call.ifMatch));
    },
  },
  'events.patch': {
    verb: 'PATCH',
    of: 'event',
    writes: true,
    run: (call) => {
      readQuery(queries.update, call.query);
      return showEvent(call.calendar, patchEvent(call, call.eventId, readEventBody(call.body), call.ifMatch));
    },
  },
  'events.delete': {
    verb: 'DELETE',
    of: 'event',
    writes: true,
    run: (call) => {
      readQuery(queries.delete, call.query);
      return deleteEvent(call, call.eventId, call.ifMatch);
    },
  },
};

const READS = ['calendar', 'calendar.readonly', 'calendar.events', 'calendar.events.readonly'];
const WRITES = ['calendar', 'calendar.events'];

/** The Calendar API's own routes, under `/calendar/v3`. */
export function mountCalendar(app: Hono<SandboxEnv>, world: World): void {
  for (const [name, method] of Object.entries(METHODS)) {
    const path = `/calendar/v3/calendars/:calendar/events${method.of === 'event' ? '/:event' : ''}`;
    app.on(method.verb, path, (context) => serve(world, context, name, method));
  }
  app.notFound((context) => {
    const method = `${context.req.method} ${context.req.path}`;
    world.kit.ledger.append({ platform: 'google', kind: 'request', method, status: 404, applied: false });
    return respond(refusal(notFound()));
  });
}

async function serve(world: World, context: SandboxContext, name: string, method: Method): Promise<Response> {
  const id = context.req.param('calendar') ?? '';
  const eventId = context.req.param('event') ?? '';
  const body = await context.req.text();
  const authorization = context.req.header('authorization');
  const account = world.tokens.get(bearer(authorization))?.email;
  const request = { query: context.req.queries(), body, ifMatch: context.req.header('if-match') };
  const call = {
    platform: 'google' as const,
    method: name,
    chat: id,
    text: body,
    params: { ...request, ...(method.of === 'event' ? { eventId } : {}), body: plain(body) },
    errorBody,
    ...(account === undefined ? {} : { account }),
  };
  return answerCall(world.kit, context, call, () =>
    answer(method.writes, () => {
      const by = authorized(world, authorization, method.writes ? WRITES : READS);
      const { calendar, role } = calendarOf(world, id, by);
      if (method.writes) mayWrite(role);
      return method.run({ world, calendar, role, by, eventId, ...request });
    }),
  );
}

function answer(writes: boolean, run: () => unknown): PlatformAnswer {
  try {
    const body = run();
    return { status: body === undefined ? 204 : 200, body, applied: writes };
  } catch (error) {
    if (error instanceof GoogleError) return refusal(error);
    throw error;
  }
}

function bearer(authorization = ''): string {
  return /^Bearer (\S+)$/i.exec(authorization)?.[1] ?? '';
}

function authorized(world: World, authorization: string | undefined, scopes: readonly string[]): string {
  if (authorization === undefined)
    throw new GoogleError(401, 'global', 'required', 'Login Required.', {
      locationType: 'header',
      location: 'Authorization',
    });
  const token = world.tokens.get(bearer(authorization));
  if (token === undefined || token.expiresAt <= world.kit.clock.now()) throw badToken();
  if (!token.scopes.some((scope) => scopes.includes(scope.replace('https://www.googleapis.com/auth/', ''))))
    throw new GoogleError(403, 'global', 'insufficientPermissions', 'Insufficient Permission');
  return token.email;
}

/** A body as the ledger keeps it: JSON when it is. */
function plain(body: string): unknown {
  if (body === '') return undefined;
  try {
    const value: unknown = JSON.parse(body);
    return value;
  } catch {
    return body;
  }
}
