import { contains, filterDays, overlaps, subtract, union } from '../day-set.ts';
import type { DaySet } from '../day-set.ts';
import { applyTimes, phrasesMeaning } from '../meaning/phrase.ts';
import type { Environment, Meaning } from '../meaning/environment.ts';
import type { Phrase } from '../grammar/syntax.ts';
import { civilOf, weekdayOf } from '../calendar.ts';
import type { AskReason, Kind } from '../types.ts';
import { PERIODS } from './periods.ts';
import type { Statement } from './statements.ts';

/** The days of a whole message, its kind, and what is in the way. */
export interface Combined {
  readonly set: DaySet;
  readonly kind: Kind | null;
  readonly troubles: readonly AskReason[];
  readonly only: boolean;
  readonly nomore: boolean;
  /** Free days that lie apart were set aside, which is not enough when they take something back. */
  readonly aside: boolean;
  /** The free days had an exception (« dispo sauf le 13 »), which would be lost with them. */
  readonly holed: boolean;
}

/** Hours said apart from the day (« samedi, dispo qu'à partir de 18 h ») apply to it when it is one day or one stretch. */
function withLooseTimes(meanings: readonly Meaning[]): Meaning {
  const loose = meanings.flatMap(({ times }) => times ?? []);
  const dated = meanings.filter(({ set }) => set.size > 0);
  const set = union(dated.map((meaning) => meaning.set));
  const troubles = meanings.flatMap((meaning) => meaning.troubles);
  const [times] = loose;
  if (times === undefined) return { set, troubles, times: null };
  const whole = [...set.values()].every(
    (spans) => spans.length === 1 && spans[0]?.from === 360 && spans[0].to === 1800,
  );
  if (loose.length > 1 || dated.length > 1 || set.size > 1 || !whole)
    return { set, troubles: [...troubles, 'part-scope'], times: null };
  return {
    set: applyTimes(set, times, null),
    troubles: set.size === 0 ? [...troubles, 'no-day'] : troubles,
    times: null,
  };
}

/** « le 7, lundi »: a weekday alone after a date of that weekday names the same day again, or another one: asked. */
function repeatsWeekday(phrases: readonly Phrase[], environment: Environment): boolean {
  const units = phrases.flatMap((phrase) => phrase.units);
  return units.some((unit, index) => {
    const { core } = unit;
    if (core.type !== 'weekday' || core.shift !== 'none' || core.each || core.bound !== null) return false;
    const dated = units.slice(0, index).filter((before) => before.core.type === 'dates');
    const days = [...environment.units(dated, environment).set.keys()];
    return days.some((day) => weekdayOf(day) === core.weekday);
  });
}

/** « en mars, je suis pas dispo les 12 et 13 »: a period said first is what the days after it are taken from. */
function narrow(phrases: readonly Phrase[], environment: Environment): Meaning | null {
  const [head, ...rest] = phrases;
  const [unit, another] = head?.units ?? [];
  if (
    head === undefined ||
    rest.length === 0 ||
    unit === undefined ||
    another !== undefined ||
    !PERIODS.has(unit.core.type)
  )
    return null;
  const period = withLooseTimes(phrasesMeaning([head], environment));
  const within = withLooseTimes(phrasesMeaning(rest, { ...environment, base: period.set }));
  if (within.set.size === 0 && within.troubles.length === 0) return null;
  const fits = contains(period.set, within.set) && period.troubles.length + within.troubles.length === 0;
  return fits ? within : { ...within, troubles: [...period.troubles, ...within.troubles, 'which-one'] };
}

/** « le 25 (noël) » said in November: the 25th of which month? */
function repeatsHoliday(phrases: readonly Phrase[], environment: Environment): boolean {
  const units = phrases.flatMap((phrase) => phrase.units);
  const daysOf = (some: typeof units): readonly number[] => [...environment.units(some, environment).set.keys()];
  return units.some((unit, index) => {
    if (unit.core.type !== 'holiday') return false;
    const dated = daysOf(units.slice(0, index).filter((before) => before.core.type === 'dates'));
    return daysOf([unit]).some((holiday) =>
      dated.some((day) => day !== holiday && civilOf(day).day === civilOf(holiday).day),
    );
  });
}

/** « le 12 (anniv) et le 20 (mariage) mars »: the month may be that of the days before it, or all of it besides. */
function trailsMonth(phrases: readonly Phrase[]): boolean {
  const units = phrases.flatMap((phrase) => phrase.units);
  return units.some((unit, index) => {
    const bare = unit.core.type === 'dates' && unit.core.specs.every(({ month }) => month === null);
    return bare && units.slice(index + 1).some(({ core }) => core.type === 'month' && core.slice === null);
  });
}

/** A later statement names days of the earlier ones first (« pas dispo du 12 au 15 mars mais dispo le 13 »). */
function resolved(statements: readonly Statement[], environment: Environment): readonly Meaning[] {
  const joint = phrasesMeaning(
    statements.flatMap(({ phrases }) => phrases),
    environment,
  );
  const meanings: Meaning[] = [];
  let at = 0;
  for (const { phrases } of statements) {
    const mine = withLooseTimes(joint.slice(at, at + phrases.length));
    at += phrases.length;
    const base = union(meanings.map(({ set }) => set));
    const narrowed = narrow(phrases, environment);
    if (narrowed !== null) {
      meanings.push(narrowed);
      continue;
    }
    const inside =
      base.size === 0 || phrases.length === 0
        ? null
        : withLooseTimes(phrasesMeaning(phrases, { ...environment, base }));
    const fits = inside !== null && inside.troubles.length === 0 && inside.set.size > 0 && contains(base, inside.set);
    meanings.push(fits ? inside : mine);
  }
  return meanings;
}

function together(one: Combined, statement: Statement, meaning: Meaning): Combined {
  const troubles = [...one.troubles, ...meaning.troubles];
  const flags = {
    only: one.only || statement.only,
    nomore: one.nomore || statement.nomore,
    aside: one.aside,
    holed: one.holed || statement.phrases.some(({ except }) => except !== null),
  };
  const same = one.kind === null || statement.kind === null || one.kind === statement.kind;
  const kind = one.kind ?? statement.kind;
  if (same) return { ...flags, kind, troubles, set: union([one.set, meaning.set]) };
  if (meaning.set.size === 0) return { ...flags, kind, troubles, set: one.set };
  if (contains(one.set, meaning.set) && !contains(meaning.set, one.set)) {
    return {
      only: one.only,
      nomore: one.nomore,
      aside: one.aside,
      holed: one.holed,
      kind,
      troubles,
      set: subtract(one.set, meaning.set),
    };
  }
  const holed = statement.kind === 'presence' ? statement.phrases.some(({ except }) => except !== null) : one.holed;
  const mixed = holed || overlaps(one.set, meaning.set) || flags.only || flags.nomore;
  const absent = one.kind === 'absence' ? one.set : meaning.set;
  return {
    ...flags,
    aside: true,
    kind: 'absence',
    troubles: mixed ? [...troubles, 'both-kinds'] : troubles,
    set: absent,
  };
}

/**
 * One kind of days for a message. Days of the other kind are exceptions when they lie within; when they lie apart the
 * absences are what is noted, since being free is what is assumed otherwise; anything else is asked.
 */
export function combine(statements: readonly Statement[], environment: Environment): Combined {
  const meanings = resolved(statements, environment);
  const none: Combined = {
    set: new Map(),
    kind: null,
    troubles: [],
    only: false,
    nomore: false,
    aside: false,
    holed: false,
  };
  const said = statements.flatMap(({ phrases }) => phrases);
  const repeated = repeatsWeekday(said, environment) || repeatsHoliday(said, environment) || trailsMonth(said);
  const combined = statements.reduce<Combined>((all, statement, index) => {
    const meaning = meanings[index];
    return meaning === undefined ? all : together(all, statement, meaning);
  }, none);
  const ahead = filterDays(combined.set, (day) => day >= environment.today);
  const over: readonly AskReason[] = ahead.size < combined.set.size ? ['past'] : [];
  const doubt: readonly AskReason[] = repeated ? ['which-one'] : [];
  return { ...combined, set: ahead, troubles: [...combined.troubles, ...over, ...doubt] };
}
