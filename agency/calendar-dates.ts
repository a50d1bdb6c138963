import { absences, artists, holds, shows, venues } from '../core/records/agency.ts';
import { leads } from '../core/records/booking.ts';
import { sheets } from '../core/records/road.ts';
import { type Records, type Versioned } from '../core/store.ts';
import { type Services } from '../core/turn.ts';
import { type Absence } from '../domain/absence.ts';
import { type Artist } from '../domain/artist.ts';
import { type Hold, type Show } from '../domain/date-booking.ts';
import { addDays, dayAt, dayNumber, daysBetween, type Day } from '../domain/day.ts';
import { type Lead } from '../domain/lead.ts';
import { type Person } from '../domain/person.ts';
import { type Venue } from '../domain/venue.ts';
import { negotiates } from './deciders.ts';
import { isSettling } from './withdraw-approval.ts';

/**
 * Something in one person's calendar, as much of it as they may know: an option of which they may know neither place nor rank
 * has no `hold`.
 */
export type CalendarDate =
  | { readonly type: 'show'; readonly show: Show; readonly artist: Artist; readonly venue: Venue | null }
  | {
      readonly type: 'option';
      readonly day: Day;
      readonly artist: Artist;
      readonly hold: { readonly value: Hold; readonly version: number; readonly venue: Venue | null } | null;
    }
  | { readonly type: 'absence'; readonly absence: Absence; readonly version: number };

/** The first and the last day that are looked at. */
export interface CalendarSpan {
  readonly from: Day;
  readonly to: Day;
  readonly today: Day;
  /** The agency's, in which its days are counted. */
  readonly zone: string;
}

const daysBack = 60;
const daysAhead = 540;

/** What a calendar reaches over on this day: sixty days back, a year and a half ahead. */
export function calendarSpan(services: Services): CalendarSpan {
  const zone = services.agency.timezone;
  const today = dayAt(services.now, zone);
  return { from: addDays(today, -daysBack), to: addDays(today, daysAhead), today, zone };
}

/**
 * Everything in one person's calendar: the shows they play in, book, manage or are on the road for, those that fell through
 * lately among them; the options that are still held on their acts; their own absences and nobody else's. What an act's people
 * do elsewhere is in nobody's calendar but their own.
 */
export async function calendarDates(services: Services, person: Person, span: CalendarSpan): Promise<CalendarDate[]> {
  const { store } = services;
  const range = { from: dayNumber(span.from), to: dayNumber(span.to) };
  const [acts, written, away] = await Promise.all([
    store.find(artists, { name: 'person', value: person.id }),
    store.find(sheets, { name: 'person', value: person.id }),
    store.find(absences, { name: 'person', value: person.id, from: range.from }),
  ]);
  const own = acts.map((record) => record.value);
  const found = await Promise.all([
    ...own.map((act) => store.find(shows, { name: 'artist', value: act.id, ...range })),
    store.find(shows, { name: 'person', value: person.id, ...range }),
    store.getMany(
      shows,
      written.map((sheet) => sheet.value.id),
    ),
  ]);
  const road = new Set(written.map((sheet) => sheet.value.id));
  const [told, held] = await Promise.all([
    showsFor(store, { person, road, span }, found.flat()),
    optionsFor(store, person, span, own),
  ]);
  const gone = away.map(({ value, version }): CalendarDate => ({ type: 'absence', absence: value, version }));
  return [...told, ...held, ...gone];
}

/**
 * Whether somebody plays: the people named for the date, or else the usual line-up. Those named are in the places that must be
 * filled; members who are not needed come as always.
 */
function isCast(date: Show | Hold, act: Artist, person: Person): boolean {
  const member = act.members.find((one) => one.person === person.id);
  const isUsual = member !== undefined && (date.cast === null || !member.needed);
  return isUsual || (date.cast ?? []).includes(person.id);
}

interface ShowReader {
  readonly person: Person;
  /** Shows on whose sheet they stand. */
  readonly road: ReadonlySet<string>;
  readonly span: CalendarSpan;
}

async function showsFor(
  store: Records,
  reader: ShowReader,
  found: readonly (Versioned<Show> | null)[],
): Promise<CalendarDate[]> {
  const { person, road, span } = reader;
  const all = new Map(found.flatMap((record) => (record === null ? [] : [[record.value.id, record.value] as const])));
  const near = [...all.values()].filter((show) => span.from <= show.day && show.day <= span.to);
  const idsOf = (part: 'artist' | 'venue' | 'lead'): string[] => [...new Set(near.flatMap((show) => show[part] ?? []))];
  const [acts, places, behind] = await Promise.all([
    known(store.getMany(artists, idsOf('artist'))),
    known(store.getMany(venues, idsOf('venue'))),
    known(store.getMany(leads, idsOf('lead'))),
  ]);
  const told = await Promise.all(
    near.map(async (show): Promise<CalendarDate | null> => {
      const artist = acts.get(show.artist);
      const lead = show.lead === null ? undefined : behind.get(show.lead);
      if (artist === undefined || !isTold(show, lead, span)) return null;
      const deals = negotiates(person, artist);
      if (!deals && !isCast(show, artist, person) && !road.has(show.id)) return null;
      if (!deals && lead !== undefined && (await isUnannounced(store, show, lead))) return null;
      return { type: 'show', show, artist, venue: places.get(show.venue) ?? null };
    }),
  );
  return told.filter((date) => date !== null);
}

/** A date that fell through is told as such for sixty days, from when it did or else from its day; then it goes. */
function isTold(show: Show, lead: Lead | undefined, { today, zone }: CalendarSpan): boolean {
  if (show.state === 'confirmed') return true;
  const event = lead?.history.findLast((one) =>
    show.state === 'postponed' ? one.what === 'moved' && one.from === show.day : one.what === 'cancelled',
  );
  const since = event === undefined ? show.day : dayAt(event.at, zone);
  return daysBetween(since, today) <= daysBack;
}

/** In the minute in which a decision can be taken back, a date it made is nobody's news; one that it moves or ends still stands. */
async function isUnannounced(store: Records, show: Show, lead: Lead): Promise<boolean> {
  const stands = lead.change !== null && lead.show === show.id;
  return show.state === 'confirmed' && !stands && (await isSettling({ store }, lead.id));
}

/** Options of today and later: each by itself for who negotiates, one a day without place or number for who plays. */
async function optionsFor(
  store: Records,
  person: Person,
  span: CalendarSpan,
  acts: readonly Artist[],
): Promise<CalendarDate[]> {
  const live = acts.filter((act) => act.status !== 'archived');
  const range = { from: dayNumber(span.today), to: dayNumber(span.to) };
  const found = await Promise.all(live.map((act) => store.find(holds, { name: 'artist', value: act.id, ...range })));
  const held = found.map((of) => of.filter(({ value }) => value.state === 'held' && value.validUntil >= span.today));
  const places = await known(
    store.getMany(
      venues,
      held.flat().map((hold) => hold.value.venue),
    ),
  );
  return live.flatMap((artist, index): CalendarDate[] => {
    const own = held[index] ?? [];
    if (negotiates(person, artist))
      return own.map(({ value, version }) => ({
        type: 'option',
        day: value.day,
        artist,
        hold: { value, version, venue: places.get(value.venue) ?? null },
      }));
    const days = own.filter((hold) => isCast(hold.value, artist, person)).map((hold) => hold.value.day);
    return [...new Set(days)].map((day) => ({ type: 'option', day, artist, hold: null }));
  });
}

async function known<T extends { readonly id: string }>(
  found: Promise<readonly (Versioned<T> | null)[]>,
): Promise<ReadonlyMap<string, T>> {
  return new Map(
    (await found).flatMap((record) => (record === null ? [] : [[record.value.id, record.value] as const])),
  );
}
