import { ControlError } from '../kit/control.ts';
import type { FaultRule } from '../kit/faults.ts';
import { GoogleError, namedRefusal, refusal } from './errors.ts';
import type { RefusalName } from './errors.ts';
import { readEventBody } from './event-input.ts';
import { deleteEvent, insertEvent, patchEvent } from './events.ts';
import { isZone } from './moments.ts';
import { showEvent } from './view.ts';
import type { Calendar, Role, World } from './world.ts';

/** A calendar to make. */
export interface NewCalendar {
  /** An address of the platform's kind unless given. */
  readonly id?: string | undefined;
  readonly summary: string;
  /** Europe/Paris unless given. */
  readonly timeZone?: string | undefined;
  /** What the product's own account may do there; writer unless given, and `none` does not share it. */
  readonly share?: Role | 'none' | undefined;
}

/** How the API refuses the calls that come. */
export interface Refusing {
  readonly reason: RefusalName;
  /** Which method (`events.insert`, `token`); any when absent. */
  readonly method?: string | undefined;
  readonly calendar?: string | undefined;
  /** Lets so many calls pass before; the first is refused unless given. */
  readonly nth?: number | undefined;
  readonly times?: number | undefined;
  readonly retryAfterSeconds?: number | undefined;
}

/** An event as the API shows it. */
export type ShownEvent = Readonly<Record<string, unknown>>;

/** Everything that happens around the API, as one calls it in process. The HTTP routes under `/control/google` do the same. */
export interface GoogleControl {
  /** The address of the product's own service account. */
  readonly account: string;
  /** The key file of an account (the product's own by default), as JSON. */
  credentials(account?: string): string;
  createAccount(email: string): { readonly email: string };
  /** Withdraws every key of an account: its key files are worth nothing from now on. */
  withdrawKeys(account?: string): void;
  /** Makes every token in use worthless. */
  revokeTokens(): void;
  createCalendar(calendar: NewCalendar): { readonly id: string };
  /** Changes what an account may do with a calendar; `none` takes it away. */
  share(calendar: string, role: Role | 'none', account?: string): void;
  deleteCalendar(calendar: string): void;
  /** The events of a calendar as the API shows them, cancelled ones only when asked. */
  events(calendar: string, cancelledToo?: boolean): readonly ShownEvent[];
  /** Somebody writes an event by hand; the fields are the API's. */
  write(calendar: string, event: Readonly<Record<string, unknown>>): ShownEvent;
  /** Somebody changes an event by hand. */
  edit(calendar: string, id: string, fields: Readonly<Record<string, unknown>>): ShownEvent;
  /** Somebody deletes an event by hand. */
  remove(calendar: string, id: string): void;
  /** Refuses calls to come; returns the rule's id in the script of faults. */
  refuse(refusing: Refusing): number;
}

const PERSON = 'somebody@example.com';

/** The people around one emulated Google. */
export function createControl(world: World, own: string): GoogleControl {
  return {
    account: own,
    credentials: (email = own) => accountOf(world, email).credentials(),
    createAccount: (email) => {
      if (world.accounts.has(email)) throw new ControlError(`there is an account ${email}`);
      return { email: world.addAccount(email).email };
    },
    withdrawKeys: (email = own) => accountOf(world, email).withdrawKeys(),
    revokeTokens: () => world.tokens.clear(),
    createCalendar: (calendar) => createCalendar(world, own, calendar),
    share: (id, role, email = own) => {
      const { roles } = calendarBy(world, id);
      if (role === 'none') roles.delete(email);
      else roles.set(email, role);
    },
    deleteCalendar: (id) => {
      world.calendars.delete(calendarBy(world, id).id);
    },
    events: (id, cancelledToo = false) => {
      const calendar = calendarBy(world, id);
      return [...calendar.events.values()]
        .filter(({ status }) => cancelledToo || status !== 'cancelled')
        .map((event) => showEvent(calendar, event));
    },
    ...handwriting(world),
    refuse: (refusing) => world.kit.faults.add(ruleOf(refusing))[0] ?? 0,
  };
}

function handwriting(world: World): Pick<GoogleControl, 'write' | 'edit' | 'remove'> {
  const desk = (calendar: Calendar) => ({ world, calendar, by: PERSON });
  return {
    write: (id, event) =>
      allowed(() => {
        const calendar = calendarBy(world, id);
        return showEvent(calendar, insertEvent(desk(calendar), readEventBody(JSON.stringify(event))));
      }),
    edit: (id, event, fields) =>
      allowed(() => {
        const calendar = calendarBy(world, id);
        const write = readEventBody(JSON.stringify(fields));
        return showEvent(calendar, patchEvent(desk(calendar), event, write, undefined));
      }),
    remove: (id, event) => allowed(() => deleteEvent(desk(calendarBy(world, id)), event, undefined)),
  };
}

function allowed<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof GoogleError) throw new ControlError(error.message);
    throw error;
  }
}

function accountOf(world: World, email: string) {
  const account = world.accounts.get(email);
  if (account === undefined) throw new ControlError(`there is no account ${email}`);
  return account;
}

function calendarBy(world: World, id: string): Calendar {
  const calendar = world.calendars.get(id);
  if (calendar === undefined) throw new ControlError(`there is no calendar ${id}`);
  return calendar;
}

function createCalendar(world: World, own: string, calendar: NewCalendar): { readonly id: string } {
  const { summary, timeZone = 'Europe/Paris', share = 'writer' } = calendar;
  const id = calendar.id ?? `sandbox${world.nextVersion()}@group.calendar.google.com`;
  if (world.calendars.has(id)) throw new ControlError(`there is a calendar ${id}`);
  if (!isZone(timeZone)) throw new ControlError(`there is no time zone ${timeZone}`);
  const roles = new Map<string, Role>(share === 'none' ? [] : [[own, share]]);
  world.calendars.set(id, { id, summary, timeZone, roles, events: new Map() });
  return { id };
}

function ruleOf({ reason, method, calendar, nth, times, retryAfterSeconds }: Refusing): FaultRule {
  const { status, body } = refusal(namedRefusal(reason));
  return {
    match: {
      platform: 'google',
      ...(method === undefined ? {} : { method }),
      ...(calendar === undefined ? {} : { chat: calendar }),
    },
    ...(nth === undefined ? {} : { nth }),
    ...(times === undefined ? {} : { times }),
    action: {
      type: 'status',
      code: status,
      body,
      headers: retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) },
    },
  };
}
