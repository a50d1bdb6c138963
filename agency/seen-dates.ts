import { artists, people } from '../core/records/agency.ts';
import { type Versioned } from '../core/store.ts';
import { type Services } from '../core/turn.ts';
import { isMember, type Artist } from '../domain/artist.ts';
import { type DateAvailability, type DateState, type Warning, type Wish } from '../domain/availability/agenda.ts';
import { anything, availabilityOf } from '../domain/availability/availability.ts';
import { compileAgenda, type CompiledAgenda } from '../domain/availability/compiled-agenda.ts';
import {
  visibleReasons,
  visibleState,
  visibleWarnings,
  type Viewer,
  type VisibleReason,
} from '../domain/availability/visible.ts';
import { type Hold, type Show } from '../domain/date-booking.ts';
import { dayAt, daysBetween, type Day } from '../domain/day.ts';
import { type Person } from '../domain/person.ts';
import { type Venue } from '../domain/venue.ts';
import { readAgenda } from './agenda.ts';
import { negotiates } from './deciders.ts';

/** A date of an act as one person may read it; `lineUp` is null when the act cannot play or people are not theirs to see. */
export interface SeenDate {
  readonly day: Day;
  readonly state: DateState;
  /** Ranks of the live options, ascending; empty for who does not negotiate. */
  readonly ranks: readonly number[];
  readonly reasons: readonly VisibleReason[];
  readonly warnings: readonly Warning[];
  readonly lineUp: readonly string[] | null;
}

/** Dates of an act as one person may read them: no name of a person, place or other act is in here that is not theirs to know. */
export interface SeenAct {
  readonly artist: Artist;
  /** Books or manages the act: sees who and why. Somebody who plays in it sees states alone. */
  readonly negotiates: boolean;
  /** On what condition an absence is open to discussion is told to the act's managers only. */
  readonly manages: boolean;
  readonly days: readonly SeenDate[];
  /** Confirmed dates of the act whose radius clause reaches into these days; none for who does not negotiate. */
  readonly clauses: readonly Show[];
  readonly names: ReadonlyMap<string, Person>;
  readonly venues: ReadonlyMap<string, Venue>;
  /** The other acts they negotiate for, whose dates may be named. */
  readonly acts: ReadonlyMap<string, Artist>;
}

/** Which dates of which act are looked at, and where they would be played, if that is known. */
export interface Look {
  readonly artist: string;
  readonly days: readonly Day[];
  readonly venue: Venue | null;
}

/** The acts whose dates somebody may look at, by name: those they negotiate for and those they play in. */
export async function actsSeenBy(services: Services, person: Person): Promise<Artist[]> {
  const found = await services.store.find(artists, { name: 'person', value: person.id });
  return found
    .map((record) => record.value)
    .filter((artist) => maySee(person, artist))
    .sort((a, b) => a.name.localeCompare(b.name));
}

function maySee(person: Person, artist: Artist): boolean {
  return artist.status !== 'archived' && (negotiates(person, artist) || isMember(artist, person.id));
}

/** Looks dates of an act up for somebody; null when there is no such act or it is none of theirs. */
export async function seenDates(services: Services, person: Person, look: Look): Promise<SeenAct | null> {
  const [first, last] = [look.days[0], look.days.at(-1)];
  const found = await services.store.get(artists, look.artist);
  if (found === null || first === undefined || last === undefined || !maySee(person, found.value)) return null;
  const artist = found.value;
  const zone = services.agency.timezone;
  const span = { artists: [artist.id], from: first, to: last, zone, today: dayAt(services.now, zone) };
  const isDealer = negotiates(person, artist);
  const [{ agenda }, names] = await Promise.all([
    readAgenda(services.store, span),
    isDealer ? peopleOf(services, artist) : [],
  ]);
  const ready = compileAgenda(agenda);
  const others = agenda.artists.filter((other) => other.id !== artist.id && negotiates(person, other));
  const acts = new Map(others.map((other) => [other.id, other]));
  const wish: Wish = { ...anything, venue: isDealer ? look.venue : null };
  const dates = availabilityOf(artist, look.days, ready, wish);
  return {
    artist,
    negotiates: isDealer,
    manages: isDealer && artist.managers.includes(person.id) && person.roles.includes('manager'),
    days: dates.map((date) => (isDealer ? forDealer(artist, date, ready, acts) : forMember(date))),
    clauses: isDealer ? agenda.shows.filter((show) => isClause(show, artist, look.days)) : [],
    names: new Map(names.map((one) => [one.id, one])),
    venues: isDealer ? new Map([...agenda.venues, ...placeOf(look)].map((venue) => [venue.id, venue])) : new Map(),
    acts,
  };
}

/** Whether the clause of a show says something about a day. */
export function reaches({ day: played, exclusivity }: Show, day: Day): boolean {
  return exclusivity !== null && Math.abs(daysBetween(played, day)) <= exclusivity.weeks * 7;
}

function isClause(show: Show, artist: Artist, days: readonly Day[]): boolean {
  return show.artist === artist.id && show.state === 'confirmed' && days.some((day) => reaches(show, day));
}

function placeOf({ venue }: Look): Venue[] {
  return venue === null ? [] : [venue];
}

async function peopleOf(services: Services, artist: Artist): Promise<Person[]> {
  const ids = artist.members.flatMap((member) => [member.person, ...member.substitutes]);
  const found = await services.store.getMany(people, [...new Set(ids)]);
  return found.filter((one): one is Versioned<Person> => one !== null).map((one) => one.value);
}

const stranger: Viewer = { maySeePeople: false, maySeeWhere: false };

function forMember({ day, state, reasons }: DateAvailability): SeenDate {
  return {
    day,
    state: visibleState(state, stranger),
    ranks: [],
    reasons: visibleReasons(reasons, stranger),
    warnings: [],
    lineUp: null,
  };
}

/** Each reason and warning is judged by itself: one show may be of an act they book as well, the next of one they do not. */
function forDealer(
  artist: Artist,
  date: DateAvailability,
  agenda: CompiledAgenda,
  acts: ReadonlyMap<string, Artist>,
): SeenDate {
  const viewer = (act: string): Viewer => ({ maySeePeople: true, maySeeWhere: act === artist.id || acts.has(act) });
  const warnings = distinct([...date.warnings, ...plannedWarnings(artist, date, agenda)]);
  return {
    day: date.day,
    state: date.state,
    ranks: date.ranks,
    reasons: date.reasons.flatMap((reason) =>
      visibleReasons([reason], viewer(reason.type === 'elsewhere' ? reason.artist : artist.id)),
    ),
    warnings: warnings.flatMap((warning) => visibleWarnings([warning], artist.id, viewer(warning.show.artist))),
    lineUp: date.lineUp,
  };
}

/** What there is to mind about the options and shows that are on a date already, each where it would be played. */
function plannedWarnings(artist: Artist, date: DateAvailability, agenda: CompiledAgenda): readonly Warning[] {
  const planned = date.reasons.flatMap((reason): (Hold | Show)[] =>
    reason.type === 'show' ? [reason.show] : reason.type === 'hold' ? [reason.hold] : [],
  );
  return planned.flatMap((one) => {
    const wish: Wish = {
      venue: agenda.venues.get(one.venue) ?? null,
      times: 'rank' in one ? null : { arrival: one.arrival, end: one.end },
      exclusivity: 'rank' in one ? null : one.exclusivity,
      except: one.id,
    };
    return availabilityOf(artist, [one.day], agenda, wish).flatMap((found) => found.warnings);
  });
}

function distinct(warnings: readonly Warning[]): Warning[] {
  const keyOf = (warning: Warning): string =>
    `${warning.type} ${warning.show.id} ${warning.type === 'travel' ? warning.before : ''}`;
  return [...new Map(warnings.map((warning) => [keyOf(warning), warning])).values()];
}
