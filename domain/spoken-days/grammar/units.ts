import { datesAt } from './dates.ts';
import { timesAt } from './hours.ts';
import { monthAt, nthAtMonth, weekAt, weekendAt } from './periods.ts';
import { is, skip, textAt, unitOf, valueAt, yearAt } from './syntax.ts';
import type { AskReason } from '../types.ts';
import type { Core, Match, Source, Times, Unit } from './syntax.ts';
import { everydayAt, relativeAt, weekdayAt } from './weekdays.ts';

function holidayAt(source: Source, at: number): Match<Core> | null {
  const begin = skip(source, at, 'the', 'at', 'to', 'of', 'in', 'plural', 'this', 'weekday');
  const core = specialAt(
    source,
    is(source, begin, 'holiday') ? begin : skip(source, at, 'the', 'at', 'to', 'of', 'in', 'plural', 'this'),
  );
  return core;
}

/** « pendant Noël », "over Easter": longer than the day, nobody knows by how much. */
const LASTING = new Set(['over', 'during', 'pendant', 'pdt', 'durant']);

function specialAt(source: Source, at: number): Match<Core> | null {
  const year = yearAt(source, at + 1);
  const next = year?.next ?? at + 1;
  if (is(source, at, 'holiday') && LASTING.has(textAt(source, at - 1)))
    return { value: { type: 'trouble', why: 'vague' }, next };
  if (is(source, at, 'holiday'))
    return { value: { type: 'holiday', holiday: valueAt(source, at), year: year?.value ?? null }, next };
  if (is(source, at, 'eve'))
    return { value: { type: 'eve', eve: valueAt(source, at), year: year?.value ?? null }, next };
  if (is(source, at, 'newyear')) return { value: { type: 'trouble', why: 'which-one' }, next: at + 1 };
  if (is(source, at, 'school')) {
    const more = skip(source, at + 1, 'of', 'the', 'month', 'holiday', 'season');
    return { value: { type: 'trouble', why: 'school-holidays' }, next: more };
  }
  if (is(source, at, 'season')) return { value: { type: 'trouble', why: 'vague' }, next: at + 1 };
  return null;
}

function bridgeAt(source: Source, at: number): Match<Core> | null {
  if (!is(source, at, 'bridge')) return null;
  const begin = skip(source, at + 1, 'of', 'from', 'the');
  const unit = begin === at + 1 ? null : source.unit(begin, true);
  if (unit === null || !['dates', 'holiday'].includes(unit.value.core.type)) return null;
  return { value: { type: 'bridge', unit: unit.value }, next: unit.next };
}

/** « la nuit du 12 au 13 », which is the evening of the 12th. */
function nightAt(source: Source, at: number): Match<Core> | null {
  const begin = skip(source, at, 'in', 'the');
  if (!is(source, begin, 'night') || !is(source, begin + 1, 'from', 'of')) return null;
  const from = pointAt(source, begin + 2);
  if (from === null || !is(source, from.next, 'to', 'at')) return null;
  const to = pointAt(source, skip(source, from.next + 1, 'the'));
  return to === null ? null : { value: { type: 'night', from: from.value, to: to.value }, next: to.next };
}

/** One end of a range: a date, weekday, holiday, relative day or month, with its hours when they follow directly. */
function pointAt(source: Source, at: number): Match<Unit> | null {
  const begin = skip(source, at, 'the', 'this');
  const dates = datesAt(source, begin, true);
  const shifted =
    is(source, begin, 'weekday') && is(source, begin + 1, 'next', 'eight', 'fifteen') ? weekdayAt(source, begin) : null;
  const weekday =
    dates === null && shifted === null && is(source, begin, 'weekday')
      ? { value: bareWeekday(valueAt(source, begin)), next: begin + 1 }
      : null;
  const core: Match<Core> | null =
    (dates === null ? null : { value: { type: 'dates', specs: dates.value }, next: dates.next }) ??
    (shifted === null ? weekday : { value: shifted.value.core, next: shifted.next }) ??
    (is(source, begin, 'relday') ? relativeAt(source, begin) : null) ??
    holidayAt(source, begin) ??
    monthAt(source, begin);
  if (core === null) return null;
  const direct =
    is(source, core.next, 'part', 'noon', 'night', 'time') ||
    (is(source, core.next, 'at', 'to', 'in') &&
      is(source, core.next + 1, 'part', 'noon', 'time') &&
      isPointTime(source, core.next));
  const times = direct ? timesAt(source, core.next) : null;
  const unit = unitOf(core.value);
  return { value: { ...unit, times: times?.value ?? null }, next: times?.next ?? core.next };
}

/** « au soir » belongs to the point; a clock time after « à » does only when the range does not go on with it. */
function isPointTime(source: Source, at: number): boolean {
  return !is(source, at, 'at') || is(source, at + 1, 'time', 'noon');
}

function bareWeekday(weekday: number): Core {
  return { type: 'weekday', weekday, shift: 'none', each: false, habit: false, weeks: 0, bound: null };
}

function rangeAt(source: Source, at: number): Match<Core> | null {
  if (is(source, at, 'until', 'before')) return untilAt(source, at);
  const led = skip(source, at, 'from', 'of', 'between', 'starting');
  if (led - at > 2) return null;
  const from = pointAt(source, led > at ? led : skip(source, at, 'the', 'plural'));
  if (from === null) return null;
  const between = is(source, at, 'between');
  const joint = skip(
    source,
    from.next,
    'until',
    'to',
    'dash',
    ...(led > at ? (['at', 'comma'] as const) : []),
    ...(between ? (['and'] as const) : []),
  );
  if (joint === from.next || (is(source, from.next, 'comma') && joint === from.next + 1)) return null;
  const to = pointAt(source, skip(source, joint, 'the', 'in'));
  if (to === null || is(source, joint, 'part')) return null;
  const doubt = led === at ? doubtfulNumbers(source, at, from.next, to.next) : null;
  const range: Core = { type: 'range', from: from.value, to: to.value };
  return { value: doubt === null ? range : { type: 'trouble', why: doubt }, next: to.next };
}

/** « 03-12 » may be a date with its month, « 10-12 » hours: two bare numbers and a dash are days only with something beside. */
function doubtfulNumbers(source: Source, at: number, dash: number, end: number): AskReason | null {
  if (!is(source, at, 'number') || !is(source, dash, 'dash') || end !== at + 3) return null;
  if (textAt(source, at).startsWith('0') || textAt(source, at + 2).startsWith('0')) return 'day-or-month';
  if (is(source, at - 1, 'colon', 'the', 'plural', 'comma', 'and') || is(source, end, 'comma', 'and', 'slash'))
    return null;
  return valueAt(source, at + 2) <= 24 ? 'which-one' : null;
}

function untilAt(source: Source, at: number): Match<Core> | null {
  const before = is(source, at, 'before');
  const begin = skip(source, at + 1, 'the', 'at', 'to', 'in');
  const to = pointAt(source, begin);
  return to === null ? null : { value: { type: 'until', to: to.value, before }, next: to.next };
}

/** « à partir du 15 », « dès lundi », « après le 15 »: no end is said. */
function openAt(source: Source, at: number): Match<Core> | null {
  const dees = is(source, at, 'of') && textAt(source, at) === 'des' && is(source, at + 1, 'the');
  const from = source.language === 'en' && is(source, at, 'from');
  if (!is(source, at, 'starting', 'after', 'by') && !dees && !from) return null;
  const unit = pointAt(source, skip(source, at + 1, 'the', 'from', 'of'));
  if (unit === null) return null;
  return { value: { type: 'trouble', why: 'open-bound' }, next: skip(source, unit.next, 'starting') };
}

function plainAt(source: Source, at: number, loose: boolean): Match<Core> | null {
  const begin = skip(source, at, 'the', 'plural', 'in', 'at', 'this');
  const article = is(source, begin - 1, 'the', 'plural', 'from', 'to', 'until') || loose;
  const dates = datesAt(source, begin, article);
  return dates === null ? null : { value: { type: 'dates', specs: dates.value }, next: dates.next };
}

function periodAt(source: Source, at: number): Match<Core> | null {
  const each = is(source, at, 'each');
  const begin = skip(source, at, 'each', 'all', 'the', 'plural', 'in', 'of', 'at');
  const nth = nthAtMonth(source, begin);
  return (
    nth ??
    weekendAt(source, begin, each || is(source, at, 'plural')) ??
    weekAt(source, begin) ??
    monthAt(source, begin) ??
    bridgeAt(source, begin)
  );
}

function coreAt(source: Source, at: number, loose: boolean): Match<{ core: Core; times: Times | null }> | null {
  const recurring = everydayAt(source, at);
  if (recurring !== null) return recurring;
  const ranged = nightAt(source, at) ?? rangeAt(source, at) ?? openAt(source, at) ?? plainAt(source, at, loose);
  const found = ranged ?? relativeAt(source, at) ?? holidayAt(source, at) ?? periodAt(source, at);
  if (found !== null) return { value: { core: found.value, times: null }, next: found.next };
  return weekdayAt(source, skip(source, at, 'in', 'at'));
}

/** Parts of today: « ce soir », "this morning", "tonight". */
function todayPartAt(source: Source, at: number): Match<Unit> | null {
  if (is(source, at, 'tonight')) {
    const times: Times = {
      spans: [{ from: 1080, to: 1800 }],
      early: false,
      style: 'bare',
      why: null,
      point: null,
      clock: false,
    };
    return { value: { ...unitOf({ type: 'relative', offset: 0 }), times }, next: at + 1 };
  }
  if (!is(source, at, 'this') || !is(source, at + 1, 'part', 'noon', 'night')) return null;
  const times = timesAt(source, at + 1);
  if (times === null) return null;
  return {
    value: { ...unitOf({ type: 'relative', offset: 0 }), times: { ...times.value, style: 'bare' } },
    next: times.next,
  };
}

/** « le soir du 12 mars », « à partir de 18 h le 12 », « toute la journée mardi ». */
function timesFirstAt(source: Source, at: number): Match<Unit> | null {
  const times = timesAt(source, at);
  if (times === null || times.value.style === 'bracket') return null;
  const joint = skip(source, times.next, 'of', 'from', 'in');
  const unit =
    coreAt(
      source,
      joint === times.next || is(source, joint, 'the', 'plural')
        ? joint
        : joint - (is(source, joint - 1, 'from') ? 1 : 0),
      true,
    ) ?? coreAt(source, joint, true);
  if (unit === null || unit.value.times !== null) {
    return { value: { ...unitOf({ type: 'part' }), times: times.value }, next: times.next };
  }
  return { value: { ...unitOf(unit.value.core), times: { ...times.value, style: 'first' } }, next: unit.next };
}

/** A member of a list of days at `at`; `loose` lets a bare number be a day, as between two members. */
export function unitAt(source: Source, at: number, loose: boolean): Match<Unit> | null {
  const today = todayPartAt(source, at);
  if (today !== null) return today;
  const core = coreAt(source, at, loose);
  if (core === null) return timesFirstAt(source, at);
  const times =
    core.value.times === null
      ? timesAt(
          source,
          skip(
            source,
            core.next,
            ...(is(source, core.next + 1, 'from', 'starting', 'until') ? (['comma'] as const) : []),
          ),
        )
      : null;
  const opens = is(
    source,
    at,
    'the',
    'plural',
    'from',
    'of',
    'between',
    'in',
    'at',
    'each',
    'weekday',
    'until',
    'this',
    'month',
  );
  const unit: Unit = {
    core: core.value.core,
    times: core.value.times ?? times?.value ?? null,
    opens,
    plural: is(source, at, 'plural'),
  };
  return { value: unit, next: times?.next ?? core.next };
}
