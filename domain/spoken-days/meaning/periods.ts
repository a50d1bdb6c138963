import { civilOf, isoWeekMonday, mondayOf, monthLength, numberOf, weekdayOf } from '../calendar.ts';
import type { DayNumber } from '../calendar.ts';
import { filterDays, span } from '../day-set.ts';
import type { Core, Slice, Unit } from '../grammar/syntax.ts';
import { days, doubtful, trouble } from './environment.ts';
import type { Environment, Meaning } from './environment.ts';

type Of<T extends Core['type']> = Extract<Core, { readonly type: T }>;

const SATURDAY = 6;

/** Days from `first` to `last` that are not over; past ones are dropped, which is said when `strict`. */
function stillAhead(first: DayNumber, last: DayNumber, today: DayNumber, strict: boolean): Meaning {
  if (last < today) return trouble('past');
  const set = span(Math.max(first, today), last);
  return strict && first < today ? doubtful(set, 'past') : days(set);
}

/** « cette semaine » at the weekend means the one that ends or the one that begins: asked. */
export function weekMeaning({ shift }: Of<'week'>, { today }: Environment): Meaning {
  const monday = mondayOf(today);
  if (shift === 'past') return trouble('past');
  if (shift === 'next') return days(span(monday + 7, monday + 13));
  return weekdayOf(today) >= SATURDAY ? trouble('which-one') : days(span(today, monday + 6));
}

/** The ISO week of that number that is not over, this year's or next year's. */
export function weekNumberMeaning({ week, year }: Of<'week-number'>, { today }: Environment): Meaning {
  const current = civilOf(mondayOf(today) + 3).year;
  const years = year === null ? [current, current + 1] : [year];
  const mondays = years.flatMap((candidate) => isoWeekMonday(candidate, week) ?? []);
  const monday = mondays.find((candidate) => candidate + 6 >= today);
  if (monday === undefined) return trouble(mondays.length > 0 ? 'past' : 'no-such-day');
  return stillAhead(monday, monday + 6, today, true);
}

/** « la semaine du 7 »: the week around that day, or the days themselves when several of one week are named. */
export function weekOfMeaning({ unit }: Of<'week-of'>, environment: Environment): Meaning {
  const named = environment.units([unit], environment);
  const numbers = [...named.set.keys()];
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  if (numbers.length === 0) return named;
  if (numbers.length > 1)
    return mondayOf(first) === mondayOf(last)
      ? named
      : { ...named, troubles: [...named.troubles, 'weekday-disagrees'] };
  const week = stillAhead(mondayOf(first), mondayOf(first) + 6, environment.today, true);
  return { ...week, troubles: [...named.troubles, ...week.troubles] };
}

/** Weekends. « le week-end prochain » said before Friday night may be either of two: asked. */
export function weekendMeaning({ shift, each, bound }: Of<'weekend'>, environment: Environment): Meaning {
  const { today, base } = environment;
  const saturday = mondayOf(today) + 5;
  const isWeekend = (day: DayNumber): boolean => weekdayOf(day) >= SATURDAY;
  if (shift === 'past') return trouble('past');
  if (shift === 'this')
    return weekdayOf(today) === 7 ? trouble('which-one') : days(span(Math.max(saturday, today), saturday + 1));
  if (shift === 'next')
    return weekdayOf(today) < SATURDAY ? trouble('which-one') : days(span(saturday + 7, saturday + 8));
  if (bound !== null) {
    const within = environment.phrase(bound, environment);
    return { ...within, set: filterDays(within.set, isWeekend) };
  }
  if (base !== null) {
    const inside = filterDays(base, isWeekend);
    return !each && inside.size > 2 ? trouble('which-one') : days(inside);
  }
  return trouble(each ? 'open-bound' : 'which-one');
}

const LONG_WEEKENDS: ReadonlyMap<number, readonly [number, number]> = new Map([
  [1, [-2, 0]],
  [2, [-3, 0]],
  [4, [0, 3]],
  [5, [0, 2]],
  [6, [0, 1]],
  [7, [-1, 0]],
]);

/** « le week-end du 12 »: the day must be in a weekend; with a holiday on a Monday or Friday it is the long one. */
export function weekendOfMeaning({ phrase }: Of<'weekend-of'>, environment: Environment): Meaning {
  const holiday = phrase.units[0]?.core.type === 'holiday' ? phrase.units[0].core.holiday : null;
  const named = environment.phrase(phrase, environment);
  const numbers = [...named.set.keys()];
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  if (numbers.length === 0 || named.troubles.length > 0) return named;
  if (holiday === 3 || holiday === 6) return stillAhead(first - 1, first + 1, environment.today, false);
  const around = holiday === null ? null : LONG_WEEKENDS.get(weekdayOf(first));
  if (holiday !== null) {
    const long = around === undefined || around === null || weekdayOf(first) === 2;
    return long ? trouble('which-one') : stillAhead(first + around[0], first + around[1], environment.today, false);
  }
  if (weekdayOf(first) < SATURDAY || last - first > 1 || mondayOf(first) !== mondayOf(last))
    return trouble('weekday-disagrees');
  const saturday = mondayOf(first) + 5;
  return stillAhead(saturday, saturday + 1, environment.today, true);
}

/** « le pont de l'Ascension »: the holiday and the days that tie it to its weekend; none when it falls on a Wednesday. */
export function bridgeMeaning({ unit }: Of<'bridge'>, environment: Environment): Meaning {
  const { today } = environment;
  const running = bridgeFrom(unit, { ...environment, today: today - LONGEST_BRIDGE });
  if (Array.isArray(running) && running[1] >= today)
    return stillAhead(running[0], running[1], today, running[2] < today);
  const next = bridgeFrom(unit, environment);
  return Array.isArray(next) ? stillAhead(next[0], next[1], today, false) : next;
}

/** Days from a Thursday holiday to its Sunday. */
const LONGEST_BRIDGE = 3;

/** First day, last day and holiday of the bridge that comes first from the environment's today. */
function bridgeFrom(unit: Unit, environment: Environment): [DayNumber, DayNumber, DayNumber] | Meaning {
  const named = environment.units([unit], { ...environment, ahead: true });
  const [day] = [...named.set.keys()];
  if (day === undefined || named.troubles.length > 0) return named;
  const around = weekdayOf(day) >= SATURDAY ? undefined : LONG_WEEKENDS.get(weekdayOf(day));
  return around === undefined ? trouble('vague') : [day + around[0], day + around[1], day];
}

function slicedMonth(year: number, month: number, slice: Slice | null): readonly [DayNumber, DayNumber] {
  const length = monthLength(year, month);
  const bounds: Readonly<Record<Slice, readonly [number, number]>> = {
    early: [1, 10],
    mid: [11, 20],
    late: [21, length],
    'first-half': [1, 15],
    'second-half': [16, length],
  };
  const [from, to] = slice === null ? [1, length] : bounds[slice];
  return [numberOf(year, month, from), numberOf(year, month, to)];
}

/** Months, thirds (1–10, 11–20, 21–end) and fortnights (1–15, 16–end); what is over of the running one is left out. */
export function monthMeaning(core: Of<'month'> | Of<'month-shift'>, { today }: Environment): Meaning {
  const now = civilOf(today);
  if (core.type === 'month-shift') {
    if (core.shift === 'past') return trouble('past');
    const month = core.shift === 'next' ? (now.month % 12) + 1 : now.month;
    const [first, last] = slicedMonth(month < now.month ? now.year + 1 : now.year, month, core.slice);
    return stillAhead(first, last, today, false);
  }
  const year = core.year ?? (core.month >= now.month ? now.year : now.year + 1);
  if (year > now.year + 5) return trouble('too-far');
  const [first, last] = slicedMonth(year, core.month, core.slice);
  return stillAhead(first, last, today, core.year !== null);
}

function ranked(matching: readonly DayNumber[], nth: number): DayNumber | null {
  return (nth === -1 ? matching.at(-1) : matching[nth - 1]) ?? null;
}

/** « le premier week-end de mars »: asked when the month cuts that weekend in two. */
export function nthMeaning(core: Of<'nth-weekend'> | Of<'nth-weekday'>, { today }: Environment): Meaning {
  const now = civilOf(today);
  const year = core.year ?? (core.month >= now.month ? now.year : now.year + 1);
  if (year > now.year + 5) return trouble('too-far');
  const first = numberOf(year, core.month, 1);
  const length = monthLength(year, core.month);
  const wanted = core.type === 'nth-weekend' ? SATURDAY : core.weekday;
  const matching = Array.from({ length }, (_, index) => first + index).filter((day) => weekdayOf(day) === wanted);
  const day = ranked(matching, core.nth);
  if (day === null) return trouble('no-such-day');
  if (core.type === 'nth-weekday') return stillAhead(day, day, today, true);
  const cut = (core.nth > 0 && weekdayOf(first) === 7) || day === first + length - 1;
  return cut ? trouble('which-one') : stillAhead(day, day + 1, today, true);
}
