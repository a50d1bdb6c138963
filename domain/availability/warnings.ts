import { type Artist } from '../artist.ts';
import { type Show } from '../date-booking.ts';
import { type Exclusivity } from '../deal-terms.ts';
import { drivingHours, kilometresBetween, roadKilometres } from '../distance.ts';
import { type PersonId } from '../ids.ts';
import { type Venue } from '../venue.ts';
import { type Warning, type Wish } from './agenda.ts';
import { datesOf, showsBeside, showsOn, type AskedDate } from './asked-date.ts';
import { type ActDates, type ByDay, type CompiledAgenda, type ShowSpan } from './compiled-agenda.ts';

/** So many kilometres by road from one day to the next are told even when they can be driven. */
const longRoad = 400;

const hour = 3_600_000;

/** A date as it would be played. */
export interface Wished {
  readonly artist: Artist;
  readonly act: ActDates;
  readonly date: AskedDate;
  readonly wish: Wish;
  readonly lineUp: readonly PersonId[];
  readonly agenda: CompiledAgenda;
}

/** What is worth knowing before saying yes: other shows that day, the road from and to those around it, radius clauses. */
export function warningsOf(wished: Wished): Warning[] {
  const { date, wish } = wished;
  // Nothing of that day lies beside a date that takes all of it.
  const beside = date.span === date.point ? [] : among(wished, (shows) => showsBeside(shows, date));
  const sameDay = beside.map(({ show }) => ({ type: 'same-day' as const, show }));
  if (wish.venue === null) return sameDay;
  return [
    ...sameDay,
    ...travel(wished, wish.venue, true),
    ...travel(wished, wish.venue, false),
    ...exclusivity(wished, wish.venue),
  ];
}

/** What `pick` finds in the shows of the act and of each who would play, each show once. */
function among(wished: Wished, pick: (shows: ByDay<ShowSpan>) => readonly ShowSpan[]): readonly ShowSpan[] {
  const found = new Set(pick(wished.act.shows));
  for (const person of wished.lineUp) for (const span of pick(datesOf(person, wished.agenda).shows)) found.add(span);
  return [...found];
}

function travel(wished: Wished, venue: Venue, before: boolean): Warning[] {
  const { date, agenda } = wished;
  const number = date.point.number + (before ? -1 : 1);
  return among(wished, (shows) => showsOn(shows, number, date.except)).flatMap(({ show }) => {
    const place = agenda.venues.get(show.venue);
    const km = place === undefined ? null : roadKilometres(place, venue);
    if (km === null) return [];
    const gapHours = gapOf(show, wished, before);
    const hours = drivingHours(km);
    const tooFar = gapHours !== null && hours > gapHours;
    return tooFar || km >= longRoad ? [{ type: 'travel', before, show, km, hours, gapHours, tooFar }] : [];
  });
}

/** Hours between the end of the earlier and the arrival at the later; null when either is not known. */
function gapOf(show: Show, { date, wish, agenda: { times } }: Wished, before: boolean): number | null {
  const theirs = times.played(show);
  const ours = date.timed ? times.played({ ...show, ...wish.times, day: date.day }) : null;
  if (theirs === null || ours === null) return null;
  return (before ? ours.from - theirs.to : theirs.from - ours.to) / hour;
}

function exclusivity({ act, date, wish, agenda }: Wished, venue: Venue): Warning[] {
  return act.all.flatMap(({ show, number }) => {
    if ((show.exclusivity === null && wish.exclusivity === null) || show.id === date.except) return [];
    const place = agenda.venues.get(show.venue);
    if (place === undefined) return [];
    const apart = { days: Math.abs(number - date.point.number), km: kilometresBetween(place, venue) };
    return [...broken(show, show.exclusivity, 'theirs', apart), ...broken(show, wish.exclusivity, 'ours', apart)];
  });
}

function broken(
  show: Show,
  clause: Exclusivity | null,
  whose: 'theirs' | 'ours',
  apart: { readonly days: number; readonly km: number | null },
): Warning[] {
  const { days, km } = apart;
  if (clause === null || km === null || km > clause.km || days > clause.weeks * 7) return [];
  return [{ type: 'exclusivity', show, km: Math.round(km), weeks: Math.ceil(days / 7), clause: whose }];
}
