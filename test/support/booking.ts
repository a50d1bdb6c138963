import { commitOf, put } from '../../core/commit.ts';
import { systemRandom } from '../../core/random.ts';
import { artists, holds, shows } from '../../core/records/agency.ts';
import { leads, tasks } from '../../core/records/booking.ts';
import { approvals, audit, type Approval, type AuditLine } from '../../core/records/oversight.ts';
import { type Artist } from '../../domain/artist.ts';
import { type Hold, type Show } from '../../domain/date-booking.ts';
import { type Day } from '../../domain/day.ts';
import { type Lead } from '../../domain/lead.ts';
import { type Task } from '../../domain/task.ts';
import { type SignalPerson, type TelegramPerson } from './cast.ts';
import { openCompany, type Company } from './company.ts';
import { freeDays, spoken } from './season.ts';

/** A company in which Gribitch's booker and both of its managers are at their phones: Nadia and Anna on Telegram, Marc on Signal. */
export interface BookingOffice {
  readonly company: Company;
  readonly nadia: TelegramPerson;
  readonly anna: TelegramPerson;
  readonly marc: SignalPerson;
  /** A day on which nobody of the agency has anything, and with nothing on either side; another one at each call. */
  readonly freshDay: () => Promise<Day>;
  /** Says a deal in one line and places the option: the opportunity it became. */
  readonly option: (line: string) => Promise<Lead>;
  /** Says a deal in one line and sends it to those who decide. */
  readonly submitted: (line: string) => Promise<Lead>;
  /** Lets the minute pass in which a decision can be taken back, and a little more. */
  readonly announced: () => Promise<void>;
  readonly newestLead: () => Promise<Lead>;
  readonly lead: (id: string) => Promise<Lead>;
  readonly hold: (id: string | null) => Promise<Hold>;
  readonly show: (id: string | null) => Promise<Show>;
  /** Everything dated of an act on a day. */
  readonly holdsOn: (day: Day, artist?: string) => Promise<Hold[]>;
  readonly showsOn: (day: Day, artist?: string) => Promise<Show[]>;
  /** The last decision that was asked for about an opportunity. */
  readonly approval: (lead: string) => Promise<Approval>;
  readonly tasksOf: (lead: string) => Promise<Task[]>;
  /** The audit trail, oldest first. */
  readonly trail: () => Promise<AuditLine[]>;
  /** Everything booked, as one text: equal before and after when nothing changed. */
  readonly books: () => Promise<string>;
  /** Changes an act's record behind the product's back. */
  readonly changeAct: (artist: string, change: Partial<Artist>) => Promise<void>;
  /** Time for a private chat to take more messages. */
  readonly breathe: () => Promise<void>;
}

/** Opens the office; people who join later come from `company`. */
export async function openOffice(options: Parameters<typeof openCompany>[0] = {}): Promise<BookingOffice> {
  const company = await openCompany(options);
  const nadia = await company.telegram('nadia-benali');
  const anna = await company.telegram('anna-kervella');
  const marc = await company.signal('marc-delaunay');
  const records = recordsOf(company);
  let used = 150;
  const say = async (line: string, button: string): Promise<Lead> => {
    await company.later(10_000);
    await nadia.say(`/deal ${line}`);
    await nadia.press(button);
    return records.newestLead();
  };
  return {
    company,
    nadia,
    anna,
    marc,
    ...records,
    freshDay: async () => {
      const day = await freeDays(company, used, 3);
      while (company.day(used) < day) used += 1;
      used += 3;
      return company.day(used - 2);
    },
    option: (line) => say(line, 'Poser l’option'),
    submitted: (line) => say(line, 'Envoyer à valider'),
    announced: () => company.later(62_000),
    breathe: () => company.later(10_000),
  };
}

type Read = Pick<
  BookingOffice,
  | 'newestLead'
  | 'lead'
  | 'hold'
  | 'show'
  | 'holdsOn'
  | 'showsOn'
  | 'approval'
  | 'tasksOf'
  | 'trail'
  | 'books'
  | 'changeAct'
>;

function recordsOf(company: Company): Read {
  const { store } = company.stage.product.runtime;
  const all = async <T>(read: Promise<readonly { readonly value: T }[]>): Promise<T[]> =>
    (await read).map((record) => record.value);
  const found = <T>(what: string, value: T | undefined): T => {
    if (value === undefined) throw new Error(`there is no ${what}`);
    return value;
  };
  return {
    newestLead: async () => found('deal', (await all(store.all(leads))).sort((a, b) => a.number - b.number).at(-1)),
    lead: async (id) => found(`deal ${id}`, (await store.get(leads, id))?.value),
    hold: async (id) => found(`option ${id}`, (await store.get(holds, id ?? '-'))?.value),
    show: async (id) => found(`show ${id}`, (await store.get(shows, id ?? '-'))?.value),
    holdsOn: async (day, artist = 'gribitch') =>
      (await all(store.all(holds)))
        .filter((one) => one.day === day && one.artist === artist)
        .sort((a, b) => a.rank - b.rank),
    showsOn: async (day, artist = 'gribitch') =>
      (await all(store.all(shows))).filter((one) => one.day === day && one.artist === artist),
    approval: async (lead) =>
      found(
        `decision about ${lead}`,
        (await all(store.all(approvals)))
          .filter((one) => one.subject.id === lead)
          .sort((a, b) => a.subject.version - b.subject.version)
          .at(-1),
      ),
    tasksOf: async (lead) => (await all(store.all(tasks))).filter((task) => task.lead === lead),
    trail: async () => (await all(store.all(audit))).sort((a, b) => a.at - b.at),
    books: async () =>
      JSON.stringify(
        await Promise.all([
          store.all(leads),
          store.all(holds),
          store.all(shows),
          store.all(approvals),
          store.all(tasks),
        ]),
      ),
    changeAct: async (artist, change) => {
      const known = found(artist, (await store.get(artists, artist)) ?? undefined);
      const writes = [put(artists, { ...known.value, ...change })];
      await store.commit(commitOf(`test:${systemRandom.token()}`, { writes }));
    },
  };
}

/** « gribitch le fil 12 juin 2027 1800 ht payante »: a line in which nothing is missing. */
export function dealLine(venue: string, day: Day, more = '1800 ht payante', artist = 'gribitch'): string {
  return `${artist} ${venue} ${spoken(day)} ${more}`;
}
