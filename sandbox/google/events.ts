import { conditionNotMet, deleted, duplicate, invalid, namedRefusal, notFound } from './errors.ts';
import { fieldsOf } from './event-input.ts';
import type { EventWrite } from './event-input.ts';
import { checkRange, readMoment } from './moments.ts';
import type { Moment } from './moments.ts';
import { etagOf } from './view.ts';
import type { Calendar, Role, StoredEvent, World } from './world.ts';

/** Where a write happens and who does it. */
export interface Desk {
  readonly world: World;
  readonly calendar: Calendar;
  /** The address of whoever writes. */
  readonly by: string;
}

/** A calendar that was shared with somebody, and what they may do there: for the others it does not exist. */
export function calendarOf(
  world: World,
  id: string,
  email: string,
): { readonly calendar: Calendar; readonly role: Role } {
  const calendar = world.calendars.get(id);
  const role = calendar?.roles.get(email);
  if (calendar === undefined || role === undefined) throw notFound();
  return { calendar, role };
}

/** Refuses whoever may only read. */
export function mayWrite(role: Role): void {
  if (role === 'reader') throw namedRefusal('requiredAccessLevel');
}

/** An event that was ever made here, cancelled ones included. */
export function eventOf(calendar: Calendar, id: string): StoredEvent {
  const event = calendar.events.get(id);
  if (event === undefined) throw notFound();
  return event;
}

/** Makes an event, under the caller's id when there is one. An id is used up for good, by cancelled events too. */
export function insertEvent(desk: Desk, write: EventWrite): StoredEvent {
  const { calendar, world } = desk;
  const { id = `made${String(world.nextVersion()).padStart(6, '0')}`, status = 'confirmed', sequence = 0 } = write.body;
  if (!/^[a-v0-9]{5,1024}$/.test(id)) throw invalid('Invalid resource id value.');
  if (status === 'cancelled') throw invalid('Invalid value for: status');
  const { start, end } = rangeOf(write);
  if (calendar.events.has(id)) throw duplicate();
  const now = world.kit.clock.now();
  return keep(desk, 'event created', {
    id,
    status,
    start,
    end,
    fields: fieldsOf(write),
    sequence,
    created: now,
    updated: now,
    version: world.nextVersion(),
    creator: desk.by,
  });
}

/**
 * Replaces an event (PUT). What is left out is gone, and a sequence left out counts as 0, which is refused once the event has moved. A cancelled
 * event comes back when another status is named.
 */
export function updateEvent(desk: Desk, id: string, write: EventWrite, ifMatch: string | undefined): StoredEvent {
  const before = eventOf(desk.calendar, id);
  checkCondition(before, ifMatch);
  checkIdentity(write, id);
  const status = write.body.status ?? (before.status === 'cancelled' ? 'cancelled' : 'confirmed');
  const { start, end } = rangeOf(write);
  return change(desk, before, { status, start, end, fields: fieldsOf(write), sequence: write.body.sequence ?? 0 });
}

/** Changes what is named (PATCH); null takes a field away. */
export function patchEvent(desk: Desk, id: string, write: EventWrite, ifMatch: string | undefined): StoredEvent {
  const before = eventOf(desk.calendar, id);
  checkCondition(before, ifMatch);
  checkIdentity(write, id);
  const { body, cleared } = write;
  if (cleared.has('start') || cleared.has('end')) throw invalid('Missing end time.');
  const start = body.start === undefined ? before.start : readMoment(body.start, 'start');
  const end = body.end === undefined ? before.end : readMoment(body.end, 'end');
  checkRange(start, end);
  return change(desk, before, {
    status: body.status ?? before.status,
    start,
    end,
    fields: fieldsOf(write, before.fields),
    sequence: body.sequence ?? before.sequence,
  });
}

/** Cancels an event; whoever comes second hears that it is gone. */
export function deleteEvent(desk: Desk, id: string, ifMatch: string | undefined): void {
  const before = eventOf(desk.calendar, id);
  checkCondition(before, ifMatch);
  if (before.status === 'cancelled') throw deleted();
  change(desk, before, { ...before, status: 'cancelled' });
}

function rangeOf({ body }: EventWrite): { readonly start: Moment; readonly end: Moment } {
  const start = readMoment(body.start ?? {}, 'start');
  const end = readMoment(body.end ?? {}, 'end');
  checkRange(start, end);
  return { start, end };
}

function checkCondition(event: StoredEvent, ifMatch: string | undefined): void {
  if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== etagOf(event)) throw conditionNotMet();
}

function checkIdentity({ body }: EventWrite, id: string): void {
  if (body.id !== undefined && body.id !== id) throw invalid('Invalid resource id value.');
}

type Change = Pick<StoredEvent, 'status' | 'start' | 'end' | 'fields' | 'sequence'>;

function change(desk: Desk, before: StoredEvent, after: Change): StoredEvent {
  if (after.sequence < before.sequence)
    throw invalid(
      'Invalid sequence value. The specified sequence number is below the current sequence number of the resource. Re-fetch the resource and use its sequence number on the following request.',
    );
  const moved = JSON.stringify([before.start, before.end]) !== JSON.stringify([after.start, after.end]);
  const turned = (before.status === 'cancelled') !== (after.status === 'cancelled');
  const { status, start, end, fields } = after;
  return keep(desk, named(before.status, status), {
    ...before,
    status,
    start,
    end,
    fields,
    sequence: moved || turned ? after.sequence + 1 : after.sequence,
    updated: desk.world.kit.clock.now(),
    version: desk.world.nextVersion(),
  });
}

function named(before: StoredEvent['status'], after: StoredEvent['status']): string {
  if (before !== 'cancelled' && after === 'cancelled') return 'event cancelled';
  return before === 'cancelled' && after !== 'cancelled' ? 'event restored' : 'event changed';
}

function keep({ world, calendar, by }: Desk, method: string, event: StoredEvent): StoredEvent {
  calendar.events.set(event.id, event);
  world.kit.ledger.append({
    platform: 'google',
    kind: 'effect',
    method,
    account: by,
    chat: calendar.id,
    params: { id: event.id, status: event.status, sequence: event.sequence },
    applied: true,
  });
  return event;
}
