import type { DayNumber } from '../calendar.ts';
import { WHOLE, filterDays, overlaps, span, subtract, union } from '../day-set.ts';
import type { DaySet, Span } from '../day-set.ts';
import type { Core, Phrase, Times, Unit } from '../grammar/syntax.ts';
import type { AskReason } from '../types.ts';
import { findDates } from './dates.ts';
import type { Found, Written } from './dates.ts';
import { days, trouble } from './environment.ts';
import type { Environment, Meaning } from './environment.ts';
import { eveMeaning, holidayMeaning } from './holidays.ts';
import {
  bridgeMeaning,
  monthMeaning,
  nthMeaning,
  weekendMeaning,
  weekendOfMeaning,
  weekMeaning,
  weekNumberMeaning,
  weekOfMeaning,
} from './periods.ts';
import { nightMeaning, rangeMeaning, singleDate, untilMeaning } from './ranges.ts';
import { everydayMeaning, weekdayMeaning } from './weekdays.ts';

function writtenOf(unit: Unit): readonly Written[] {
  const { core } = unit;
  if (core.type === 'dates')
    return core.specs.map((spec, index) => ({ spec, opens: unit.opens && index === 0, link: 'member' as const }));
  if (core.type === 'until') {
    const spec = singleDate(core.to);
    return spec === null ? [] : [{ spec, opens: true, link: 'member' }];
  }
  if (core.type !== 'range') return [];
  const [from, to] = [singleDate(core.from), singleDate(core.to)];
  if (from === null || to === null) return [];
  return [
    { spec: from, opens: true, link: 'start' },
    { spec: to, opens: true, link: 'end' },
  ];
}

function datesMeaning(found: readonly Found[], environment: Environment): Meaning {
  const set = new Map<DayNumber, readonly Span[]>();
  const troubles: AskReason[] = [];
  for (const { day, why } of found) {
    if (why !== null) troubles.push(why);
    if (day !== null && day >= environment.today) set.set(day, [WHOLE]);
  }
  return { set, troubles, times: null };
}

function coreMeaning(core: Core, found: readonly Found[], environment: Environment): Meaning {
  switch (core.type) {
    case 'dates':
      return datesMeaning(found, environment);
    case 'range':
      return rangeMeaning(core, found.length === 2 ? found : null, environment);
    case 'until':
      return untilMeaning(core, found[0] ?? null, environment);
    case 'night':
      return nightMeaning(core, environment);
    case 'relative':
      return core.offset < 0
        ? trouble('past')
        : days(span(environment.today + core.offset, environment.today + core.offset));
    case 'weekday':
      return weekdayMeaning(core, environment);
    case 'everyday':
      return everydayMeaning(core, environment);
    case 'week':
      return weekMeaning(core, environment);
    case 'week-number':
      return weekNumberMeaning(core, environment);
    case 'week-of':
      return weekOfMeaning(core, environment);
    case 'weekend':
      return weekendMeaning(core, environment);
    case 'weekend-of':
      return weekendOfMeaning(core, environment);
    case 'nth-weekend':
    case 'nth-weekday':
      return nthMeaning(core, environment);
    case 'month':
    case 'month-shift':
      return monthMeaning(core, environment);
    case 'holiday':
      return holidayMeaning(core, environment);
    case 'eve':
      return eveMeaning(core, environment);
    case 'bridge':
      return bridgeMeaning(core, environment);
    case 'part':
      return environment.base === null ? { set: new Map(), troubles: [], times: null } : days(environment.base);
    case 'trouble':
      return trouble(core.why);
  }
}

function isStretch({ core }: Unit): boolean {
  return core.type === 'range' || core.type === 'until';
}

/** Open hours after a stretch (« du 12 au 15 à partir de 18 h ») may bound each day or its first: asked. */
function scopeOfStretch(unit: Unit, times: Times): readonly AskReason[] {
  if (!isStretch(unit) || times.style === 'bracket') return [];
  const open = times.spans.some(({ from, to }) => (to === WHOLE.to) !== (from === WHOLE.from));
  return times.style === 'at' || (open && times.clock) ? ['part-scope'] : [];
}

/** Reduces days to the hours said of them; hours of the small night belong to the evening before. */
export function applyTimes(set: DaySet, times: Times, core: Core | null): DaySet {
  const shift = times.early && core?.type !== 'night' ? -1 : 0;
  const [hours = []] = union(times.spans.map((one) => span(0, 0, one))).values();
  return new Map([...set.keys()].map((day) => [day + shift, hours]));
}

function unitMeaning(unit: Unit, found: readonly Found[], environment: Environment): Meaning {
  const meaning = coreMeaning(unit.core, found, environment);
  const { times } = unit;
  if (times === null) return meaning;
  const troubles = [...meaning.troubles, ...scopeOfStretch(unit, times), ...(times.why === null ? [] : [times.why])];
  if (unit.core.type === 'part' && environment.base === null) return { ...meaning, troubles, times };
  const timed = applyTimes(meaning.set, times, unit.core);
  const ahead = filterDays(timed, (day) => day >= environment.today);
  return { set: ahead, troubles: ahead.size < timed.size ? [...troubles, 'past'] : troubles, times: null };
}

const SINGLES = new Set<Core['type']>(['dates', 'weekday', 'relative', 'holiday', 'eve']);

/** Hours after a list: of all of it when it has one plural article, of the last alone when the others have theirs, else asked. */
function spreadTimes(units: readonly Unit[]): {
  readonly units: readonly Unit[];
  readonly troubles: readonly AskReason[];
} {
  const spread = [...units];
  const troubles: AskReason[] = [];
  for (let index = spread.length - 1; index > 0; index -= 1) {
    const [before, unit] = [spread[index - 1], spread[index]];
    if (before === undefined || unit === undefined) continue;
    if (before.times?.style === 'first' && unit.times === null) troubles.push('part-scope');
    if (unit.times === null || before.times !== null) continue;
    if (
      unit.times.style === 'bracket' ||
      unit.times.style === 'first' ||
      !SINGLES.has(before.core.type) ||
      !SINGLES.has(unit.core.type)
    )
      continue;
    if (!unit.opens && spread.slice(0, index).some(({ plural }) => plural))
      spread[index - 1] = { ...before, times: unit.times };
    else troubles.push('part-scope');
  }
  return { units: spread, troubles };
}

/** Plain weekdays said in the order of the week but coming in another (« samedi et dimanche » on a Saturday). */
function disordered(units: readonly Unit[], meanings: readonly Meaning[]): boolean {
  return units.some((unit, index) => {
    const after = units[index + 1];
    if (unit.core.type !== 'weekday' || after?.core.type !== 'weekday') return false;
    const [one, other] = [[...(meanings[index]?.set.keys() ?? [])], [...(meanings[index + 1]?.set.keys() ?? [])]];
    const single = one.length === 1 && other.length === 1 && unit.core.shift === 'none' && after.core.shift === 'none';
    return single && unit.core.weekday < after.core.weekday && (one[0] ?? 0) > (other[0] ?? 0);
  });
}

/** « en mars, le 12 »: a day of that month, or one more? */
function monthThenDay(units: readonly Unit[]): boolean {
  return units.some((unit, index) => {
    const after = units.slice(index + 1).flatMap(writtenOf);
    const isMonth = unit.core.type === 'month' || unit.core.type === 'month-shift';
    return isMonth && after.length > 0 && after.every(({ spec }) => spec.month === null);
  });
}

function joined(units: readonly Unit[], found: readonly Found[], environment: Environment): Meaning {
  let at = 0;
  const meanings = units.map((unit) => {
    const count = writtenOf(unit).length;
    const mine = found.slice(at, at + count);
    at += count;
    return unitMeaning(unit, mine, environment);
  });
  const order: readonly AskReason[] = disordered(units, meanings) || monthThenDay(units) ? ['which-one'] : [];
  return {
    set: union(meanings.map(({ set }) => set)),
    troubles: [...order, ...meanings.flatMap((meaning) => meaning.troubles)],
    times: meanings.find(({ times }) => times !== null)?.times ?? null,
  };
}

/** What a list of units means together: dates lend each other months and years. */
export function unitsMeaning(list: readonly Unit[], environment: Environment): Meaning {
  const { units, troubles } = spreadTimes(list);
  const meaning = joined(units, findDates(units.flatMap(writtenOf), environment), environment);
  return { ...meaning, troubles: [...troubles, ...meaning.troubles] };
}

/** The days of a phrase, its exception taken out; an exception that touches none of them is doubtful. */
export function phraseMeaning(phrase: Phrase, environment: Environment): Meaning {
  return excepted(phrase, unitsMeaning(phrase.units, environment), environment);
}

function excepted(phrase: Phrase, base: Meaning, environment: Environment): Meaning {
  const alternatives: readonly AskReason[] = phrase.alternatives ? ['alternatives'] : [];
  if (phrase.except === null) return { ...base, troubles: [...alternatives, ...base.troubles] };
  const except = phraseMeaning(phrase.except, { ...environment, base: base.set });
  const outside: readonly AskReason[] =
    except.troubles.length === 0 && !overlaps(base.set, except.set) ? ['exception-outside'] : [];
  return {
    set: subtract(base.set, except.set),
    troubles: [...alternatives, ...base.troubles, ...except.troubles, ...outside],
    times: base.times,
  };
}

/** The days of several phrases of one message, in order: a month said in one counts for its neighbours. */
export function phrasesMeaning(phrases: readonly Phrase[], environment: Environment): readonly Meaning[] {
  const spread = phrases.map(({ units }) => spreadTimes(units));
  const found = findDates(
    spread.flatMap(({ units }) => units.flatMap(writtenOf)),
    environment,
  );
  let at = 0;
  return phrases.map((phrase, index) => {
    const { units, troubles } = spread[index] ?? { units: [], troubles: [] };
    const count = units.flatMap(writtenOf).length;
    const meaning = joined(units, found.slice(at, at + count), environment);
    at += count;
    return excepted(phrase, { ...meaning, troubles: [...troubles, ...meaning.troubles] }, environment);
  });
}
