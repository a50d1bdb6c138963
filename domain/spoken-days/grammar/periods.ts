import { boundAt } from './bounds.ts';
import { datesAt } from './dates.ts';
import { is, skip, textAt, unitOf, valueAt, yearAt } from './syntax.ts';
import type { Core, Match, Shift, Slice, Source, Unit } from './syntax.ts';

/** « ce », « prochain », « dernier » around a word of period, before or after it. */
function shiftAt(source: Source, at: number): Shift {
  if (is(source, at, 'this')) return 'this';
  if (is(source, at, 'next')) return 'next';
  return is(source, at, 'past', 'last') ? 'past' : 'none';
}

function shiftedAt(source: Source, at: number, role: 'week' | 'weekend' | 'monthword'): Match<Shift> | null {
  const before = shiftAt(source, at);
  const noun = before === 'none' ? at : at + 1;
  if (!is(source, noun, role)) return null;
  const after = is(source, noun + 1, 'weekday', 'number') ? 'none' : shiftAt(source, noun + 1);
  if (after === 'this') return { value: before, next: noun + 1 };
  return { value: after === 'none' ? before : after, next: after === 'none' ? noun + 1 : noun + 2 };
}

/** « du 7 au 13 » with its « du », else the day alone. */
function namedAt(source: Source, begin: number): Match<Unit> | null {
  const ranged = is(source, begin - 1, 'from') ? source.unit(begin - 1, true) : null;
  return ranged?.value.core.type === 'range' ? ranged : source.unit(begin, true);
}

/** Weeks: this, next, by number, by one of their days. */
export function weekAt(source: Source, at: number): Match<Core> | null {
  if (is(source, at, 'isoweek')) {
    const year = yearAt(source, at + 1);
    return {
      value: { type: 'week-number', week: valueAt(source, at), year: year?.value ?? null },
      next: year?.next ?? at + 1,
    };
  }
  if (is(source, at, 'week') && is(source, at + 1, 'number') && !is(source, at + 2, 'month')) {
    const year = yearAt(source, at + 2);
    return {
      value: { type: 'week-number', week: valueAt(source, at + 1), year: year?.value ?? null },
      next: year?.next ?? at + 2,
    };
  }
  const shifted = shiftedAt(source, at, 'week');
  if (shifted === null) return null;
  if (shifted.value !== 'none') return { value: { type: 'week', shift: shifted.value }, next: shifted.next };
  const begin = skip(source, shifted.next, 'of', 'from', 'the');
  if (begin === shifted.next) return null;
  const unit = namedAt(source, begin);
  if (unit === null || !['dates', 'range', 'holiday'].includes(unit.value.core.type)) return null;
  return { value: { type: 'week-of', unit: unit.value }, next: unit.next };
}

function nthAt(source: Source, at: number): number | null {
  if (is(source, at, 'first')) return 1;
  if (is(source, at, 'second')) return 2;
  if (is(source, at, 'third')) return valueAt(source, at) || 3;
  if (is(source, at, 'last')) return -1;
  return is(source, at, 'ordinal') && valueAt(source, at) <= 5 ? valueAt(source, at) : null;
}

/** « le premier week-end de décembre », "the last Friday of March". */
export function nthAtMonth(source: Source, at: number): Match<Core> | null {
  const nth = nthAt(source, at);
  if (nth === null || !is(source, at + 1, 'weekend', 'weekday')) return null;
  const joint = skip(source, at + 2, 'of', 'in');
  if (!is(source, joint, 'month') || joint === at + 2) return null;
  const year = yearAt(source, joint + 1);
  const where = { nth, month: valueAt(source, joint), year: year?.value ?? null };
  const value: Core = is(source, at + 1, 'weekend')
    ? { type: 'nth-weekend', ...where }
    : { type: 'nth-weekday', weekday: valueAt(source, at + 1), ...where };
  return { value, next: year?.next ?? joint + 1 };
}

/** Weekends: this, next, all of a span, that of a date or holiday. `each` when the words before say all of them. */
export function weekendAt(source: Source, at: number, each: boolean): Match<Core> | null {
  const shifted = shiftedAt(source, at, 'weekend');
  if (shifted === null) return null;
  const plural = each || textAt(source, shifted.next - 1).endsWith('s');
  if (shifted.value !== 'none')
    return { value: { type: 'weekend', shift: shifted.value, each: false, bound: null }, next: shifted.next };
  const joint = skip(source, shifted.next, 'of', 'from');
  const dated = !plural && joint > shifted.next ? weekendDatesAt(source, joint) : null;
  if (dated !== null) return dated;
  const found = plural ? boundAt(source, shifted.next) : null;
  const bound = found?.value.times === null ? found : null;
  return {
    value: { type: 'weekend', shift: 'none', each: plural, bound: bound?.value.phrase ?? null },
    next: bound?.next ?? shifted.next,
  };
}

function weekendDatesAt(source: Source, joint: number): Match<Core> | null {
  const begin = skip(source, joint, 'the', 'plural');
  const days = datesAt(source, begin, true);
  const isHoliday = is(source, begin, 'holiday');
  const pair =
    days !== null && is(source, days.next, 'and', 'dash', 'slash')
      ? datesAt(source, skip(source, days.next + 1, 'the'), true)
      : null;
  if (days !== null && pair !== null) {
    const units = [
      unitOf({ type: 'dates', specs: days.value }, true, true),
      unitOf({ type: 'dates', specs: pair.value }, false),
    ];
    return { value: { type: 'weekend-of', phrase: { units, alternatives: false, except: null } }, next: pair.next };
  }
  if (days === null && !isHoliday) return null;
  const unit = namedAt(source, begin);
  if (unit === null) return null;
  return {
    value: { type: 'weekend-of', phrase: { units: [unit.value], alternatives: false, except: null } },
    next: unit.next,
  };
}

function sliceAt(source: Source, at: number): Match<Slice> | null {
  if (is(source, at, 'early', 'mid', 'late')) {
    const slice = is(source, at, 'early') ? 'early' : is(source, at, 'mid') ? 'mid' : 'late';
    return { value: slice, next: skip(source, at + 1, 'dash') };
  }
  const nth = nthAt(source, at);
  if (nth === null || !is(source, at + 1, 'fortnight', 'half') || (nth !== 1 && nth !== 2 && nth !== -1)) return null;
  return { value: nth === 1 ? 'first-half' : 'second-half', next: at + 2 };
}

/** Months, their thirds and halves; « ce mois-ci », « le mois prochain ». */
export function monthAt(source: Source, at: number): Match<Core> | null {
  const slice = sliceAt(source, skip(source, at, 'in', 'the'));
  const begin = slice === null ? skip(source, at, 'in') : skip(source, slice.next, 'of', 'the', 'in');
  const shifted = shiftedAt(source, begin, 'monthword');
  if (shifted !== null && shifted.value !== 'none') {
    return { value: { type: 'month-shift', shift: shifted.value, slice: slice?.value ?? null }, next: shifted.next };
  }
  if (!is(source, begin, 'month')) return null;
  const year = yearAt(source, begin + 1);
  const value: Core = {
    type: 'month',
    month: valueAt(source, begin),
    year: year?.value ?? null,
    slice: slice?.value ?? null,
  };
  return { value, next: year?.next ?? begin + 1 };
}
