import { type Day } from '../domain/day.ts';
import { type HolidayCalendar } from '../domain/spoken-days/index.ts';
import { type Person } from '../domain/person.ts';
import { type FieldCipher } from './cipher.ts';
import { type Inbound } from './inbound.ts';
import { type Log } from './log.ts';
import { type CommandInfo } from './permission.ts';
import { type Random } from './random.ts';
import { type Agency } from './records/agency.ts';
import { type Account } from './records/identity.ts';
import { type SearchIndex } from './search.ts';
import { type Records } from './store.ts';
import { type Texts, type TextsOf } from './texts.ts';
import { type WebLinks } from './web-links.ts';

/** What every decision may use: reads, the present moment, randomness and texts; nothing that acts on the outside. */
export interface Services {
  readonly store: Records;
  readonly now: number;
  readonly random: Random;
  readonly log: Log;
  readonly textsOf: TextsOf;
  readonly agency: Agency;
  readonly cipher: FieldCipher;
  readonly holidays: HolidayCalendar;
  /** Everything people can ask for by name, for help and menus. */
  readonly commands: readonly CommandInfo[];
  readonly search: SearchIndex;
  /** Addresses of our pages, for those who are given one. */
  readonly links: WebLinks;
}

/** A step being decided: services, and names for the messages it adds. */
export interface Step extends Services {
  /** Names the outbound messages of this step, in order, so that deciding it again names them alike. */
  readonly nextId: () => string;
}

/** One inbound message of somebody we know, on its way to an outcome. */
export interface Turn extends Step {
  readonly inbound: Inbound;
  readonly person: Person;
  readonly account: Account;
  /** Today in the person's own time zone. */
  readonly today: Day;
  readonly texts: Texts;
}
