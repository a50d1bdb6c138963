import { is, skip, textAt, valueAt, yearAt } from './syntax.ts';
import type { DateSpec, Match, Source } from './syntax.ts';

const NOT_A_DAY = [
  'week',
  'weekend',
  'monthword',
  'dayword',
  'half',
  'fortnight',
  'hourword',
  'first',
  'last',
  'next',
  'thing',
  'weekdays',
  'unknown',
] as const;

function spec(day: number, more: Partial<DateSpec> = {}): DateSpec {
  return { weekday: null, day, month: null, year: null, monthFirst: false, eitherOrder: false, ...more };
}

function dayNumberAt(source: Source, at: number): number | null {
  if (is(source, at, 'number', 'ordinal'))
    return textAt(source, at).length <= 2 || !/^\d/.test(textAt(source, at)) || is(source, at, 'ordinal')
      ? valueAt(source, at)
      : null;
  const ranked = is(source, at, 'first')
    ? 1
    : is(source, at, 'second')
      ? 2
      : is(source, at, 'third')
        ? valueAt(source, at) || 3
        : null;
  return is(source, at + 1, ...NOT_A_DAY, 'weekday') ? null : ranked;
}

function withYear(source: Source, found: DateSpec, next: number): Match<readonly DateSpec[]> {
  const year = found.month === null ? null : yearAt(source, next);
  return { value: [{ ...found, year: year?.value ?? null }], next: year?.next ?? next };
}

/** Which of the two numbers of 3/4 is the day: the first in French, told by size or unknown in English. */
function ordered(source: Source, first: number, second: number, year: number | null): DateSpec {
  if (source.language === 'en' && second > 12 && first <= 12) return spec(second, { month: first, year });
  const eitherOrder = source.language === 'en' && first <= 12 && second <= 12 && first !== second;
  return spec(first, { month: second, year, eitherOrder });
}

function composedAt(source: Source, at: number): Match<readonly DateSpec[]> | null {
  const [first = 0, second = 0, third = 0] = source.lexemes[at]?.numbers ?? [];
  if (is(source, at, 'iso')) return { value: [spec(third, { month: second, year: first })], next: at + 1 };
  const listed = is(source, at + 1, 'month') && textAt(source, at).includes('/');
  if (is(source, at, 'dm')) {
    if (!listed) return { value: [ordered(source, first, second, null)], next: at + 1 };
    return monthOfAll(source, [first, second], at + 1);
  }
  if (!is(source, at, 'dmy')) return null;
  if (listed) return monthOfAll(source, [first, second, third], at + 1);
  return { value: [ordered(source, first, second, third < 100 ? 2000 + third : third)], next: at + 1 };
}

function monthOfAll(source: Source, days: readonly number[], at: number): Match<readonly DateSpec[]> {
  const year = yearAt(source, at + 1);
  const value = days.map((day) => spec(day, { month: valueAt(source, at), year: year?.value ?? null }));
  return { value, next: year?.next ?? at + 2 - 1 };
}

function monthFirstAt(source: Source, at: number): Match<readonly DateSpec[]> | null {
  if (!is(source, at, 'month')) return null;
  const begin = skip(source, at + 1, 'the', 'colon', 'plural');
  const day = dayNumberAt(source, begin);
  if (
    day === null ||
    day > 31 ||
    is(
      source,
      begin + 1,
      'thing',
      'dayword',
      'week',
      'unknown',
      'hourword',
      ...(source.language === 'fr' ? (['month'] as const) : []),
    )
  )
    return null;
  return withYear(source, spec(day, { month: valueAt(source, at), monthFirst: true }), begin + 1);
}

function dayFirstAt(source: Source, at: number, bare: boolean): Match<readonly DateSpec[]> | null {
  const day = dayNumberAt(source, at);
  if (day === null) return null;
  const joint = is(source, at + 1, 'of') ? at + 2 : at + 1;
  if (is(source, joint, 'month')) return withYear(source, spec(day, { month: valueAt(source, joint) }), joint + 1);
  const article = is(source, at - 1, 'the');
  const counted =
    is(source, at + 1, ...NOT_A_DAY) &&
    !(article && is(source, at + 1, 'thing', 'unknown')) &&
    !is(source, at, 'ordinal');
  return (bare || is(source, at, 'ordinal')) && !counted ? { value: [spec(day)], next: at + 1 } : null;
}

/**
 * A date at `at`, articles already read. `bare` allows a number alone, as after « le ». « 12/13 mars » gives two.
 */
export function datesAt(source: Source, at: number, bare: boolean): Match<readonly DateSpec[]> | null {
  const plural = is(source, at, 'weekdays') && is(source, at + 1, 'number', 'ordinal');
  if (!is(source, at, 'weekday') && !plural)
    return composedAt(source, at) ?? monthFirstAt(source, at) ?? dayFirstAt(source, at, bare);
  const begin = skip(source, at + 1, 'the', 'comma', 'stop');
  const found =
    composedAt(source, begin) ?? monthFirstAt(source, begin) ?? dayFirstAt(source, begin, !is(source, at + 1, 'comma'));
  if (found === null) return null;
  const [first, ...others] = found.value;
  return first === undefined
    ? null
    : { value: [{ ...first, weekday: valueAt(source, at) }, ...others], next: found.next };
}
