import { boundAt } from './bounds.ts';
import { datesAt } from './dates.ts';
import { is, skip, textAt, valueAt } from './syntax.ts';
import type { Core, Match, Shift, Source } from './syntax.ts';
import { timesAt } from './hours.ts';
import type { Times } from './syntax.ts';

/** A core with the hours read inside it (« tous les mercredis aprem jusqu'au 16 »). */
export interface Timed {
  readonly core: Core;
  readonly times: Times | null;
}

function afterShift(source: Source, at: number): Match<Shift> {
  if (is(source, at, 'next') && !is(source, at + 1, 'week', 'weekend', 'monthword'))
    return { value: 'next', next: at + 1 };
  if (is(source, at, 'past', 'last')) return { value: 'past', next: at + 1 };
  if (is(source, at, 'eight')) return { value: 'eight', next: at + 1 };
  if (is(source, at, 'fifteen')) return { value: 'fifteen', next: at + 1 };
  if (is(source, at, 'week') && textAt(source, at) === 'week' && !is(source, at + 1, 'number'))
    return { value: 'eight', next: at + 1 };
  return { value: 'none', next: at };
}

/** How the weekday is introduced: « tous les », « ce », « le », "next". */
interface Opening {
  readonly each: boolean;
  readonly shift: Shift;
  readonly article: boolean;
}

function openingAt(source: Source, at: number): Match<Opening> {
  if (is(source, at, 'each', 'plural')) return { value: { each: true, shift: 'none', article: false }, next: at + 1 };
  if (is(source, at, 'this')) return { value: { each: false, shift: 'this', article: false }, next: at + 1 };
  if (is(source, at, 'next')) return { value: { each: false, shift: 'next', article: false }, next: at + 1 };
  if (is(source, at, 'past', 'last')) return { value: { each: false, shift: 'past', article: false }, next: at + 1 };
  if (is(source, at, 'the', 'from', 'to'))
    return { value: { each: false, shift: 'none', article: true }, next: at + 1 };
  return { value: { each: false, shift: 'none', article: false }, next: at };
}

/** A weekday without a date: coming, shifted, or all of them within a bound. */
export function weekdayAt(source: Source, at: number): Match<Timed> | null {
  const opening = openingAt(source, at);
  if (!is(source, opening.next, 'weekday', 'weekdays')) return null;
  // « du samedi 13 mars » without an end is that one date.
  if (is(source, at, 'from', 'to') && datesAt(source, opening.next, true) !== null) return null;
  const weekday = valueAt(source, opening.next);
  const each = opening.value.each || is(source, opening.next, 'weekdays');
  const times = timesAt(source, opening.next + 1);
  const late = times?.next ?? opening.next + 1;
  const shift = opening.value.shift === 'none' ? afterShift(source, late) : { value: opening.value.shift, next: late };
  const moreTimes = times === null && shift.next > late ? timesAt(source, shift.next) : null;
  const rest = moreTimes?.next ?? shift.next;
  const bound = shift.value === 'none' ? boundAt(source, rest) : null;
  const article = opening.value.article && is(source, at, 'the');
  const habit = article && bound === null && shift.value === 'none';
  const plural =
    each ||
    (textAt(source, late - 1).endsWith('s') && source.language === 'en' && is(source, late - 1, 'part', 'night'));
  const core: Core = {
    type: 'weekday',
    weekday,
    shift: shift.value,
    each: plural || (article && bound !== null),
    habit,
    weeks: 0,
    bound: bound?.value.phrase ?? null,
  };
  return {
    value: { core, times: times?.value ?? moreTimes?.value ?? bound?.value.times ?? null },
    next: bound?.next ?? rest,
  };
}

/** « tous les jours de », « tous les soirs du 3 au 7 », "every evening next week". */
export function everydayAt(source: Source, at: number): Match<Timed> | null {
  if (!is(source, at, 'each', 'plural')) return null;
  const [day, part] = [is(source, at + 1, 'dayword'), is(source, at + 1, 'part', 'night')];
  if (!day && !part) return null;
  if (is(source, at, 'plural') && day) return null;
  const times = part ? timesAt(source, at + 1) : timesAt(source, at + 2);
  const rest = times?.next ?? at + 2;
  const bound = boundAt(source, rest);
  const core: Core = { type: 'everyday', weekdaysOnly: false, bound: bound?.value.phrase ?? null };
  return { value: { core, times: times?.value ?? bound?.value.times ?? null }, next: bound?.next ?? rest };
}

function countAt(source: Source, at: number): Match<number> | null {
  if (is(source, at, 'number')) return { value: valueAt(source, at), next: at + 1 };
  const single = ['un', 'une', 'a', 'an', 'one'].includes(textAt(source, at));
  return single ? { value: 1, next: at + 1 } : null;
}

/** « demain », « dans quinze jours », "in a week", "a week from Tuesday", "two weeks from Monday". */
export function relativeAt(source: Source, at: number): Match<Core> | null {
  if (is(source, at, 'relday')) return { value: { type: 'relative', offset: valueAt(source, at) }, next: at + 1 };
  if (is(source, at, 'in') && ['dans', 'in'].includes(textAt(source, at))) return inAt(source, at + 1);
  const lasts = is(source, at - 1, 'reason', 'in');
  const count = lasts ? null : countAt(source, at);
  if (
    count === null ||
    !is(source, count.next, 'week', 'fortnight') ||
    !is(source, count.next + 1, 'from') ||
    source.language !== 'en'
  )
    return null;
  const weeks = is(source, count.next, 'fortnight') ? 2 * count.value : count.value;
  if (is(source, count.next + 2, 'relday')) {
    return { value: { type: 'relative', offset: valueAt(source, count.next + 2) + 7 * weeks }, next: count.next + 3 };
  }
  if (!is(source, count.next + 2, 'weekday')) return null;
  const core: Core = {
    type: 'weekday',
    weekday: valueAt(source, count.next + 2),
    shift: 'none',
    each: false,
    habit: false,
    weeks,
    bound: null,
  };
  return { value: core, next: count.next + 3 };
}

/** In French « huit jours » is a week and « quinze jours » two. */
function inAt(source: Source, at: number): Match<Core> | null {
  const count = countAt(source, skip(source, at, 'the'));
  if (count === null || count.value > 400) return null;
  if (is(source, count.next, 'monthword')) return { value: { type: 'trouble', why: 'vague' }, next: count.next + 1 };
  const idiom = count.value === 8 ? 7 : count.value === 15 ? 14 : count.value;
  const days = is(source, count.next, 'dayword') ? (source.language === 'fr' ? idiom : count.value) : null;
  const offset =
    days ??
    (is(source, count.next, 'week') ? 7 * count.value : is(source, count.next, 'fortnight') ? 14 * count.value : null);
  if (offset === null || is(source, count.next + 1, 'of', 'in', 'month', 'from')) return null;
  return { value: { type: 'relative', offset }, next: count.next + 1 };
}
