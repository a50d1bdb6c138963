import { mondayOf, weekdayOf } from '../calendar.ts';
import type { DayNumber } from '../calendar.ts';
import { filterDays, span } from '../day-set.ts';
import type { Core } from '../grammar/syntax.ts';
import { days, trouble } from './environment.ts';
import type { Environment, Meaning } from './environment.ts';

type Weekday = Extract<Core, { type: 'weekday' }>;

/** The first such weekday after `day`. */
export function weekdayAfter(day: DayNumber, weekday: number): DayNumber {
  return day + (((weekday - weekdayOf(day) + 6) % 7) + 1);
}

function within(core: Weekday, environment: Environment): Meaning | null {
  const { base } = environment;
  const matching = (day: DayNumber): boolean => weekdayOf(day) === core.weekday;
  if (core.bound !== null) {
    const bound = environment.phrase(core.bound, environment);
    const set = filterDays(bound.set, matching);
    const doubt = set.size === 0 ? 'no-such-day' : !core.each && set.size > 1 ? 'which-one' : null;
    if (doubt !== null)
      return { ...bound, set: new Map(), troubles: bound.troubles.length > 0 ? bound.troubles : [doubt] };
    return { ...bound, set };
  }
  if (base === null) return core.each || core.habit ? trouble('open-bound') : null;
  const inside = filterDays(base, matching);
  if (core.each || core.habit || inside.size === 1)
    return inside.size === 0 ? trouble('exception-outside') : days(inside);
  return inside.size > 1 ? trouble('which-one') : null;
}

/**
 * A weekday: the coming one, today's own name meaning in a week. « prochain » is plain when that day is already in the
 * next week, and asked about when one is left in this week.
 */
export function weekdayMeaning(core: Weekday, environment: Environment): Meaning {
  const { today } = environment;
  const coming = weekdayAfter(today, core.weekday) + 7 * core.weeks;
  const on = (day: DayNumber): Meaning => days(span(day, day));
  switch (core.shift) {
    case 'none':
      return within(core, environment) ?? on(coming);
    case 'this':
      return weekdayOf(today) === core.weekday ? trouble('which-one') : on(coming);
    case 'next':
      return mondayOf(coming) > mondayOf(today) ? on(coming) : trouble('which-one');
    case 'past':
      return trouble('past');
    case 'eight':
      return on(coming + 7);
    case 'fifteen':
      return on(coming + 14);
  }
}

/** « tous les jours », within what bounds them. */
export function everydayMeaning(core: Extract<Core, { type: 'everyday' }>, environment: Environment): Meaning {
  if (core.bound !== null) return environment.phrase(core.bound, environment);
  return environment.base === null ? trouble('open-bound') : days(environment.base);
}
