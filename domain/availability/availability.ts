import { type Artist } from '../artist.ts';
import { type Hold } from '../date-booking.ts';
import { type Day } from '../day.ts';
import { type Agenda, type DateAvailability, type DateState, type Reason, type Wish } from './agenda.ts';
import { askedDate, datesOf, showsMeeting, type AskedDate } from './asked-date.ts';
import { compiled, neededOf, noDates, type ActDates, type CompiledAgenda } from './compiled-agenda.ts';
import { addDay, allDays, hasDay, indexesOf, keep, takeOut, union, type DayBits } from './day-bits.ts';
import { castOf, type Cast } from './findings.ts';
import { warningsOf } from './warnings.ts';

/** Any place, the whole day, no clause. */
export const anything: Wish = { venue: null, times: null, exclusivity: null };

const nothing: readonly never[] = [];

/**
 * Whether an act can play on each of `days`, and why or why not. Asking much of one agenda, make it ready first
 * ({@link compileAgenda}). The wish, if any, is of every day alike.
 */
export function availabilityOf(
  artist: Artist,
  days: readonly Day[],
  agenda: Agenda | CompiledAgenda,
  wish: Wish = anything,
): DateAvailability[] {
  const ready = compiled(agenda);
  if (wish.venue !== null || wish.times !== null) return days.map((day) => dateOf(artist, day, ready, wish));
  const clear = clearDays(artist, ready);
  const lineUp = neededOf(artist);
  return days.map((day) =>
    hasDay(clear, ready.times.point(day).number - ready.start)
      ? { day, state: 'free', ranks: nothing, reasons: nothing, warnings: nothing, lineUp }
      : dateOf(artist, day, ready, wish),
  );
}

/**
 * The days of the window on which there is nothing to say but "free": everybody has spoken, nothing touches them, and the act
 * has neither show nor option. A day that is not among them may still be free, with reasons.
 */
export function clearDays(artist: Artist, agenda: CompiledAgenda): DayBits {
  const clear = allDays();
  for (const { person, needed } of artist.members) if (needed) keep(clear, datesOf(person, agenda).clear);
  takeOut(clear, (agenda.acts.get(artist.id) ?? noDates).busy);
  return clear;
}

/**
 * The days of the window, a month back and two years ahead, on which the act is free, whatever was found: for asking many
 * acts at once. A needed member about whom something is said leaves a day free only when a substitute may stand in; only
 * such days are worked out one by one.
 */
export function freeDays(artist: Artist, agenda: CompiledAgenda): DayBits {
  const free = clearDays(artist, agenda);
  if (!artist.members.some(({ needed, substitutes }) => needed && substitutes.length > 0)) return free;
  const open = allDays();
  for (const { person, needed, substitutes } of artist.members) {
    if (!needed) continue;
    const { clear, busy } = datesOf(person, agenda);
    keep(open, substitutes.length === 0 ? clear : union(clear, busy));
  }
  takeOut(open, free);
  takeOut(open, (agenda.acts.get(artist.id) ?? noDates).busy);
  for (const index of indexesOf(open)) {
    if (dateOf(artist, agenda.dayAt(index), agenda, anything).state === 'free') addDay(free, index);
  }
  return free;
}

function dateOf(artist: Artist, day: Day, agenda: CompiledAgenda, wish: Wish): DateAvailability {
  const date = askedDate(day, wish, agenda);
  const act = agenda.acts.get(artist.id) ?? noDates;
  const own = showsMeeting(act.shows, date);
  const holds = holdsOn(act, date);
  const cast = castOf(artist, date, agenda);
  const lineUp = own.length === 0 ? cast.lineUp : null;
  const first = holds[0]?.rank;
  const reasons: Reason[] = [];
  for (const { show } of own) reasons.push({ type: 'show', show });
  reasons.push(...cast.elsewhere, ...cast.away);
  for (const hold of holds) reasons.push({ type: 'hold', hold, first: hold.rank === first });
  reasons.push(...cast.flexible, ...cast.silent);
  return {
    day,
    state: own.length > 0 ? 'taken' : stateOf(cast, holds),
    ranks: holds.length === 0 ? nothing : holds.map((hold) => hold.rank),
    reasons,
    warnings: warningsOf({ artist, act, date, wish, lineUp: lineUp ?? nothing, agenda }),
    lineUp,
  };
}

function holdsOn(act: ActDates, date: AskedDate): readonly Hold[] {
  const holds = act.holds.get(date.point.number) ?? nothing;
  return date.except === null ? holds : holds.filter((hold) => hold.id !== date.except);
}

/** The gravest of what was found. */
function stateOf(cast: Cast, holds: readonly Hold[]): DateState {
  const { lineUp } = cast;
  if (lineUp === null) return cast.elsewhere.some(({ substitute }) => substitute === null) ? 'elsewhere' : 'away';
  if (holds.length > 0) return 'option';
  if (cast.flexible.some(({ person }) => lineUp.includes(person))) return 'flexible';
  return cast.silent.length > 0 ? 'silent' : 'free';
}
