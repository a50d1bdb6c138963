import { type Absence } from '../absence.ts';
import { showSchema } from '../date-booking.ts';
import { type Day } from '../day.ts';
import { type PersonId } from '../ids.ts';
import { overlaps, type Interval } from '../occupancy.ts';
import { type Wish } from './agenda.ts';
import {
  unheard,
  type AbsenceSpan,
  type ByDay,
  type CompiledAgenda,
  type PersonDates,
  type ShowSpan,
} from './compiled-agenda.ts';
import { hasDay } from './day-bits.ts';
import { type DayPoint } from './time-table.ts';

/** One date as it is asked about: the span wished for, and the days whose things can reach into it. */
export interface AskedDate {
  readonly day: Day;
  readonly point: DayPoint;
  readonly span: Interval;
  /** Whether the times are known, which gaps on the road need. */
  readonly timed: boolean;
  /** The show or option that does not count. */
  readonly except: string | null;
}

/** A show of which only the times are of interest. */
const blank = showSchema.parse({
  id: 'wish',
  artist: 'wish',
  venue: 'wish',
  day: '2000-01-01',
  arrival: null,
  set: null,
  end: null,
  state: 'confirmed',
  cast: null,
});

/** The date a wish makes of a day; it takes of its players what a show with the same times would. */
export function askedDate(day: Day, wish: Wish, { times }: CompiledAgenda): AskedDate {
  const point = times.point(day);
  const except = wish.except ?? null;
  if (wish.times === null) return { day, point, span: point, timed: false, except };
  const show = { ...blank, day, ...wish.times };
  return { day, point, span: times.ofShow(show), timed: times.played(show) !== null, except };
}

/** The confirmed shows that overlap the date. */
export function showsMeeting(shows: ByDay<ShowSpan>, date: AskedDate): readonly ShowSpan[] {
  const found = meeting(shows, date);
  return found.length === 0 ? found : found.filter(({ show }) => show.id !== date.except);
}

/** The absences of this firmness that overlap the date, each once. */
export function absencesMeeting(
  absences: ByDay<AbsenceSpan>,
  date: AskedDate,
  firmness: Absence['firmness'],
): readonly Absence[] {
  const met = meeting(absences, date);
  if (met.length === 0) return nothing;
  return [...new Set(met.map(({ absence }) => absence))].filter((absence) => absence.firmness === firmness);
}

/** Those of the shows on that agency day that leave the date room. */
export function showsBeside(shows: ByDay<ShowSpan>, date: AskedDate): readonly ShowSpan[] {
  return showsOn(shows, date.point.number, date.except).filter((span) => !overlaps(span, date.span));
}

/** The shows whose own day is the one with this number. */
export function showsOn(shows: ByDay<ShowSpan>, number: number, except: string | null): readonly ShowSpan[] {
  const found = shows.get(number);
  return found === undefined ? nothing : found.filter((span) => span.number === number && span.show.id !== except);
}

/** Whether it is known beforehand that nothing is to be said of a person on the date. */
export function isClear(person: PersonDates, date: AskedDate, agenda: CompiledAgenda): boolean {
  return date.span.to <= date.point.to && hasDay(person.clear, date.point.number - agenda.start);
}

/** What is known of a person's dates. */
export function datesOf(person: PersonId, agenda: CompiledAgenda): PersonDates {
  return agenda.people.get(person) ?? unheard;
}

function meeting<Span extends Interval>(things: ByDay<Span>, date: AskedDate): readonly Span[] {
  const today = things.get(date.point.number) ?? nothing;
  const late = date.span.to > date.point.to ? (things.get(date.point.number + 1) ?? nothing) : nothing;
  if (today.length === 0 && late.length === 0) return nothing;
  const found = today.filter((thing) => overlaps(thing, date.span));
  // A show that reaches into the next morning is listed under both days.
  const more = late.filter((thing) => overlaps(thing, date.span) && !found.includes(thing));
  return more.length === 0 ? found : [...found, ...more];
}

const nothing: readonly never[] = [];
