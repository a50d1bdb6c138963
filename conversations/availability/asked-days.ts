import { named } from '../../domain/booking-words/days.ts';
import { type DaysFound } from '../../domain/booking-words/index.ts';
import { weekday } from '../../domain/day.ts';
import { type DaysSpan } from '../../domain/spoken-days/index.ts';
import { mostDays } from './subject.ts';

/** Days of the week said in the plural, by their ISO number; a weekend of shows begins on Friday. */
const weekly: readonly (readonly [RegExp, readonly number[]])[] = [
  [/(?<!\p{L})(?:lundis|mondays)(?!\p{L})/u, [1]],
  [/(?<!\p{L})(?:mardis|tuesdays)(?!\p{L})/u, [2]],
  [/(?<!\p{L})(?:mercredis|wednesdays)(?!\p{L})/u, [3]],
  [/(?<!\p{L})(?:jeudis|thursdays)(?!\p{L})/u, [4]],
  [/(?<!\p{L})(?:vendredis|fridays)(?!\p{L})/u, [5]],
  [/(?<!\p{L})(?:samedis|saturdays)(?!\p{L})/u, [6]],
  [/(?<!\p{L})(?:dimanches|sundays)(?!\p{L})/u, [7]],
  [/(?<!\p{L})(?:week-?ends)(?!\p{L})/u, [5, 6, 7]],
];

/**
 * The days of a question. « quels samedis Gribitch est libre en avril » says the days of the week far from their month: they
 * are taken from it.
 * @param flat the folded words of the whole line
 */
export function askedDays(spans: readonly DaysSpan[], flat: string): DaysFound {
  const clear = spans.filter(({ why }) => why === null);
  const wanted = new Set(weekly.flatMap(([words, numbers]) => (words.test(flat) ? numbers : [])));
  if (clear.length === spans.length || clear.length === 0 || wanted.size === 0) return named(spans, mostDays);
  const kept = clear.map((span) => ({ ...span, parts: span.parts.filter(({ day }) => wanted.has(weekday(day))) }));
  return named(kept, mostDays);
}
