import { type Absence } from '../absence.ts';
import { type Artist } from '../artist.ts';
import { type Hold, type Show } from '../date-booking.ts';
import { addDays, parseDay, type Day } from '../day.ts';
import { type ArtistId, type PersonId } from '../ids.ts';
import { type Interval } from '../occupancy.ts';
import { type Venue } from '../venue.ts';
import { type Agenda } from './agenda.ts';
import { addAll, addDay, noDays, removeDay, takeOut, windowStart, type DayBits } from './day-bits.ts';
import { timeTable, type TimeTable } from './time-table.ts';

/** A confirmed show, the number of its day and what it takes of its players. */
export interface ShowSpan extends Interval {
  readonly show: Show;
  readonly number: number;
}

/** A part of an absence. */
export interface AbsenceSpan extends Interval {
  readonly absence: Absence;
}

/** Things under the number of every agency day they reach into: a night show is found on two. */
export type ByDay<Thing> = ReadonlyMap<number, readonly Thing[]>;

/** What occupies a person, whichever act it is for. */
export interface PersonDates {
  readonly shows: ByDay<ShowSpan>;
  readonly absences: ByDay<AbsenceSpan>;
  /** The months they have said anything about. */
  readonly heard: ReadonlySet<string>;
  /** The days of the window about which they have spoken and on which nothing touches them. */
  readonly clear: DayBits;
  /** The days of the window that a show or a firm absence reaches into: for a whole day they are not to be had. */
  readonly busy: DayBits;
}

/** The dates of an act: confirmed shows, and live options lowest rank first. */
export interface ActDates {
  readonly all: readonly ShowSpan[];
  readonly shows: ByDay<ShowSpan>;
  readonly holds: ByDay<Hold>;
  /** The days of the window that a show or option of its own reaches into. */
  readonly busy: DayBits;
}

/** An agenda made ready to be asked about many acts and days. It belongs to the agenda it was made of and is never brought up to date. */
export interface CompiledAgenda {
  readonly compiled: true;
  readonly zone: string;
  readonly today: Day;
  /** The number of the day that is the first bit of every set of days. */
  readonly start: number;
  /** The day that is the bit `index`. */
  readonly dayAt: (index: number) => Day;
  readonly times: TimeTable;
  readonly venues: ReadonlyMap<string, Venue>;
  readonly acts: ReadonlyMap<ArtistId, ActDates>;
  readonly people: ReadonlyMap<PersonId, PersonDates>;
}

/** Somebody of whom nothing is known. */
export const unheard: PersonDates = {
  shows: new Map(),
  absences: new Map(),
  heard: new Set(),
  clear: noDays(),
  busy: noDays(),
};

/** An act without dates. */
export const noDates: ActDates = { all: [], shows: new Map(), holds: new Map(), busy: noDays() };

/** Sorts an agenda by person, act and day, once for many questions. */
export function compileAgenda(agenda: Agenda): CompiledAgenda {
  const times = timeTable(agenda.zone);
  const start = windowStart(times.point(agenda.today).number);
  const shows = agenda.shows.filter((show) => show.state === 'confirmed').map((show) => spanOfShow(show, times));
  return {
    compiled: true,
    zone: agenda.zone,
    today: agenda.today,
    start,
    dayAt: daysFrom(addDays(agenda.today, start - times.point(agenda.today).number)),
    times,
    venues: new Map(agenda.venues.map((venue) => [venue.id, venue])),
    acts: actsOf(shows, agenda, times, start),
    people: peopleOf(shows, agenda, times, start),
  };
}

/** The agenda itself when it is ready, else made ready. */
export function compiled(agenda: Agenda | CompiledAgenda): CompiledAgenda {
  return 'compiled' in agenda ? agenda : compileAgenda(agenda);
}

/** The needed members of an act, in order, each once. */
export function neededOf(artist: Artist): PersonId[] {
  return [...new Set(artist.members.filter((member) => member.needed).map((member) => member.person))];
}

function daysFrom(first: Day): (index: number) => Day {
  const days = new Map<number, Day>();
  return (index) => entry(days, index, () => addDays(first, index));
}

function spanOfShow(show: Show, times: TimeTable): ShowSpan {
  const { from, to } = times.ofShow(show);
  return { show, number: times.point(show.day).number, from, to };
}

interface ActDraft extends ActDates {
  readonly all: ShowSpan[];
  readonly shows: Map<number, ShowSpan[]>;
  readonly holds: Map<number, Hold[]>;
}

function actsOf(
  shows: readonly ShowSpan[],
  agenda: Agenda,
  times: TimeTable,
  start: number,
): ReadonlyMap<ArtistId, ActDates> {
  const acts = new Map<ArtistId, ActDraft>();
  const act = (id: ArtistId): ActDraft =>
    entry(acts, id, () => ({ all: [], shows: new Map(), holds: new Map(), busy: noDays() }));
  for (const span of shows) {
    const draft = act(span.show.artist);
    draft.all.push(span);
    for (const day of daysOf(span, times)) {
      entry(draft.shows, day, () => []).push(span);
      addDay(draft.busy, day - start);
    }
  }
  for (const hold of agenda.holds) {
    if (hold.state !== 'held' || hold.validUntil < agenda.today) continue;
    const draft = act(hold.artist);
    const day = times.point(hold.day).number;
    entry(draft.holds, day, () => []).push(hold);
    addDay(draft.busy, day - start);
  }
  for (const { holds } of acts.values()) for (const ranked of holds.values()) ranked.sort((a, b) => a.rank - b.rank);
  return acts;
}

interface PersonDraft extends PersonDates {
  readonly shows: Map<number, ShowSpan[]>;
  readonly absences: Map<number, AbsenceSpan[]>;
  readonly heard: Set<string>;
}

function peopleOf(
  shows: readonly ShowSpan[],
  agenda: Agenda,
  times: TimeTable,
  start: number,
): ReadonlyMap<PersonId, PersonDates> {
  const people = new Map<PersonId, PersonDraft>();
  const person = (id: PersonId): PersonDraft =>
    entry(people, id, () => ({
      shows: new Map(),
      absences: new Map(),
      heard: new Set(),
      clear: noDays(),
      busy: noDays(),
    }));
  const usual = new Map(agenda.artists.map((artist) => [artist.id, neededOf(artist)]));
  for (const span of shows) {
    const players = span.show.cast ?? usual.get(span.show.artist) ?? [];
    const days = daysOf(span, times);
    for (const player of new Set(players)) {
      const draft = person(player);
      for (const day of days) {
        entry(draft.shows, day, () => []).push(span);
        addDay(draft.busy, day - start);
      }
    }
  }
  for (const absence of agenda.absences)
    if (absence.state === 'noted') noteAbsence(absence, person(absence.person), times, start);
  for (const { person: id, month } of agenda.heard) person(id).heard.add(month);
  const months = new Map<string, DayBits>();
  for (const draft of people.values()) clearTheRest(draft, months, times, start);
  return people;
}

function noteAbsence(absence: Absence, draft: PersonDraft, times: TimeTable, start: number): void {
  for (const part of absence.parts) {
    const { from, to } = times.ofPart(part);
    const day = times.point(part.day).number;
    entry(draft.absences, day, () => []).push({ absence, from, to });
    if (absence.firmness === 'firm') addDay(draft.busy, day - start);
    draft.heard.add(times.point(part.day).month);
  }
}

/** Clear are the days of the months they spoke of, less those on which something touches them. */
function clearTheRest(draft: PersonDraft, months: Map<string, DayBits>, times: TimeTable, start: number): void {
  for (const month of draft.heard)
    addAll(
      draft.clear,
      entry(months, month, () => monthBits(month, times, start)),
    );
  takeOut(draft.clear, draft.busy);
  for (const day of draft.absences.keys()) removeDay(draft.clear, day - start);
}

function monthBits(month: string, times: TimeTable, start: number): DayBits {
  const bits = noDays();
  // An answer about one date speaks of that day alone.
  const single = parseDay(month);
  if (single !== null) addDay(bits, times.point(single).number - start);
  const first = parseDay(`${month}-01`);
  if (first === null) return bits;
  const from = times.point(first).number - start;
  for (let date = 1; date <= 31; date += 1) {
    if (parseDay(`${month}-${String(date).padStart(2, '0')}`) !== null) addDay(bits, from + date - 1);
  }
  return bits;
}

/** The numbers of the agency days a show reaches into: its own, and the next when it ends too late. */
function daysOf(span: ShowSpan, times: TimeTable): number[] {
  return span.to > times.point(span.show.day).to ? [span.number, span.number + 1] : [span.number];
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
