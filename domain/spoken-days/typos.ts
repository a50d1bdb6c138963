import type { Locale } from './types.ts';
import { VOCABULARY } from './vocabulary/index.ts';
import type { Entry } from './vocabulary/index.ts';

const CORRECTED = new Set(['weekday', 'month', 'free', 'busy']);
const SHORTEST = 5;

/** One letter changed, added, dropped, or two neighbours swapped. */
function oneSlip(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const [left, right] = [one.slice(start), other.slice(start)];
  if (left.length === right.length) {
    const swapped = left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2);
    return left.slice(1) === right.slice(1) || swapped;
  }
  return left.length > right.length ? left.slice(1) === right : left === right.slice(1);
}

const CANDIDATES: Readonly<Record<Locale, readonly Entry[]>> = {
  fr: [...VOCABULARY.fr.values()].flat().filter(isCorrected),
  en: [...VOCABULARY.en.values()].flat().filter(isCorrected),
};

function isCorrected({ words, role }: Entry): boolean {
  return words.length === 1 && (words[0]?.length ?? 0) >= SHORTEST && CORRECTED.has(role);
}

/**
 * The weekday, month or word of availability an unknown word misspells by one slip; null when none, or when two different
 * things are as near.
 */
export function nearest(word: string, language: Locale): Entry | null {
  if (word.length < SHORTEST || word.length > 16) return null;
  const near = CANDIDATES[language].filter(({ words }) => oneSlip(word, words[0] ?? ''));
  const [first] = near;
  if (first === undefined) return null;
  return near.every(({ role, value }) => role === first.role && value === first.value) ? first : null;
}
