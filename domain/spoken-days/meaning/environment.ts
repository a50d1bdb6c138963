import type { DayNumber } from '../calendar.ts';
import type { DaySet } from '../day-set.ts';
import type { Phrase, Times, Unit } from '../grammar/syntax.ts';
import type { AskReason, HolidayCalendar } from '../types.ts';

/** The days a phrase means and what stands against them. `times` holds hours said without any day. */
export interface Meaning {
  readonly set: DaySet;
  readonly troubles: readonly AskReason[];
  readonly times: Times | null;
}

/** What phrases are resolved against. `base` holds the days an exception is taken from. */
export interface Environment {
  readonly today: DayNumber;
  readonly holidays: HolidayCalendar;
  readonly base: DaySet | null;
  /** For bridges and the like, which are always ahead: a date of last month is next year's, not a past one. */
  readonly ahead: boolean;
  readonly phrase: (phrase: Phrase, environment: Environment) => Meaning;
  readonly units: (units: readonly Unit[], environment: Environment) => Meaning;
}

/** No days, for a reason. */
export function trouble(why: AskReason): Meaning {
  return { set: new Map(), troubles: [why], times: null };
}

/** Days without trouble. */
export function days(set: DaySet): Meaning {
  return { set, troubles: [], times: null };
}

/** Days, and a reason to ask all the same. */
export function doubtful(set: DaySet, why: AskReason): Meaning {
  return { set, troubles: [why], times: null };
}
