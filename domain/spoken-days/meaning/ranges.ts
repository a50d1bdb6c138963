import { weekdayOf } from '../calendar.ts';
import type { DayNumber } from '../calendar.ts';
import { span, WHOLE } from '../day-set.ts';
import type { DaySet, Span } from '../day-set.ts';
import type { Core, Times, Unit } from '../grammar/syntax.ts';
import type { AskReason } from '../types.ts';
import { findDates } from './dates.ts';
import type { Found, Written } from './dates.ts';
import { doubtful, trouble } from './environment.ts';
import type { Environment, Meaning } from './environment.ts';
import { weekdayAfter } from './weekdays.ts';

const LONGEST_DAYS = 370;
const SUSPICIOUS_DAYS = 300;

/** The first and last day a point of a range covers (a month covers many). */
interface Reach {
  readonly first: DayNumber;
  readonly last: DayNumber;
  readonly troubles: readonly AskReason[];
}

function reachOf(unit: Unit, environment: Environment): Reach | Meaning {
  const meaning = environment.units([{ ...unit, times: null }], environment);
  const numbers = [...meaning.set.keys()];
  if (numbers.length === 0) return meaning;
  return { first: Math.min(...numbers), last: Math.max(...numbers), troubles: meaning.troubles };
}

function fromFound(found: Found | undefined): Reach | Meaning {
  if (found === undefined || found.day === null) return trouble(found?.why ?? 'no-such-day');
  return { first: found.day, last: found.day, troubles: found.why === null ? [] : [found.why] };
}

/** The written date of a unit, when it is exactly one. */
export function singleDate(unit: Unit): Written['spec'] | null {
  return unit.core.type === 'dates' && unit.core.specs.length === 1 ? (unit.core.specs[0] ?? null) : null;
}

function endAfter(start: Reach, unit: Unit, environment: Environment): Reach | Meaning {
  const { core } = unit;
  if (core.type === 'weekday' && core.shift === 'none') {
    const day = weekdayAfter(start.last, core.weekday);
    return { first: day, last: day, troubles: [] };
  }
  if (core.type === 'holiday' || core.type === 'eve' || core.type === 'month')
    return reachOf(unit, { ...environment, today: start.first, ahead: true });
  const end = singleDate(unit);
  if (end !== null && end.month === null) {
    const after: Environment = { ...environment, today: start.last + 1, base: null };
    const near = reachOf(unit, after);
    return 'first' in near ? near : reachOf(unit, { ...after, today: start.last });
  }
  return reachOf(unit, end === null ? environment : { ...environment, today: start.first, ahead: true });
}

function lastSpan(times: Times | null): Span {
  if (times === null) return WHOLE;
  if (times.point !== null) return { from: WHOLE.from, to: times.early ? times.point + 1440 : times.point };
  return { from: WHOLE.from, to: Math.max(...times.spans.map(({ to }) => to)) };
}

function firstSpan(times: Times | null): Span {
  return times === null ? WHOLE : { from: Math.min(...times.spans.map(({ from }) => from)), to: WHOLE.to };
}

function stretch(first: DayNumber, last: DayNumber, from: Times | null, to: Times | null): DaySet | null {
  const start = from?.early === true ? first - 1 : first;
  const end = to?.early === true ? last - 1 : last;
  const [opening, closing] = [firstSpan(from), lastSpan(to)];
  const set = new Map(span(start, end));
  if (end < start) return null;
  if (start === end) {
    if (opening.from >= closing.to) return null;
    set.set(start, [{ from: opening.from, to: closing.to }]);
    return set;
  }
  set.set(start, [opening]);
  set.set(end, [closing]);
  return set;
}

function clipped(set: DaySet, today: DayNumber): Meaning {
  const ahead = new Map([...set].filter(([day]) => day >= today));
  return ahead.size === set.size ? doubtlessly(ahead) : doubtful(ahead, 'past');
}

function doubtlessly(set: DaySet): Meaning {
  return { set, troubles: [], times: null };
}

/** « au soir » after a range of dates may be said of the last day or of each: asked. */
function scope(from: Unit, to: Unit): readonly AskReason[] {
  const named = to.times !== null && to.times.point === null;
  return named && from.times === null && to.core.type === 'dates' && from.core.type === 'dates' ? ['part-scope'] : [];
}

function between(from: Unit, to: Unit, start: Reach, end: Reach, environment: Environment): Meaning {
  const troubles = [
    ...start.troubles,
    ...end.troubles,
    ...scope(from, to),
    ...[from, to].flatMap(({ times }) => times?.why ?? []),
  ];
  const length = end.last - start.first + 1;
  const wrapped = singleDate(to)?.year === null && from.core.type === 'dates' && length > SUSPICIOUS_DAYS;
  if (length < 1 || wrapped) return trouble('backwards');
  if (length > LONGEST_DAYS) return trouble('too-far');
  const set = stretch(start.first, end.last, from.times, to.times);
  if (set === null) return trouble('backwards');
  const meaning = clipped(set, environment.today);
  return { ...meaning, troubles: [...new Set([...troubles, ...meaning.troubles])] };
}

/** The days from one point to another; `found` holds both when both are written dates, since they lend each other months. */
export function rangeMeaning(
  core: Extract<Core, { type: 'range' }>,
  found: readonly Found[] | null,
  environment: Environment,
): Meaning {
  const { from, to } = core;
  const monthly = from.core.type === 'month' || from.core.type === 'month-shift';
  if (monthly && singleDate(to)?.month === null) return trouble('which-one');
  const start = found === null ? reachOf(from, environment) : fromFound(found[0]);
  if (!('first' in start)) return start;
  if (from.core.type === 'weekday' && from.core.shift === 'none' && weekdayOf(environment.today) === from.core.weekday)
    return trouble('which-one');
  const end = found === null ? endAfter(start, to, environment) : fromFound(found[1]);
  return 'first' in end ? between(from, to, start, end, environment) : end;
}

/** « jusqu'au 20 »: from today; « avant le 15 » stops the day before, unless an hour is said. */
export function untilMeaning(
  core: Extract<Core, { type: 'until' }>,
  found: Found | null,
  environment: Environment,
): Meaning {
  const { to, before } = core;
  const loose =
    to.core.type === 'month' &&
    (to.core.slice === null || (to.core.slice !== 'late' && to.core.slice !== 'first-half'));
  if (loose && !before) return trouble('vague');
  const end = found === null ? reachOf(to, environment) : fromFound(found);
  if (!('first' in end)) return end;
  if (end.troubles.length > 0) return trouble(end.troubles[0] ?? 'past');
  const last = before && to.times === null ? end.first - 1 : end.last;
  const set =
    last < environment.today || last - environment.today > LONGEST_DAYS
      ? null
      : stretch(environment.today, last, null, to.times);
  return set === null
    ? trouble('past')
    : { set, troubles: to.times?.why === null || to.times === null ? [] : [to.times.why], times: null };
}

/** « la nuit du 12 au 13 » is the evening of the 12th. */
export function nightMeaning(core: Extract<Core, { type: 'night' }>, environment: Environment): Meaning {
  const both = [core.from, core.to].map(singleDate);
  const written = both.flatMap((spec, index): Written[] =>
    spec === null ? [] : [{ spec, opens: true, link: index === 0 ? 'start' : 'end' }],
  );
  const found = written.length === 2 ? findDates(written, environment) : null;
  const start = found === null ? reachOf(core.from, environment) : fromFound(found[0]);
  if (!('first' in start)) return start;
  const end = found === null ? endAfter(start, core.to, environment) : fromFound(found[1]);
  if (!('first' in end)) return end;
  const set = span(start.first, start.first, { from: 1080, to: WHOLE.to });
  const troubles = [...start.troubles, ...end.troubles];
  return end.first === start.first + 1 ? { set, troubles, times: null } : trouble(troubles[0] ?? 'backwards');
}
