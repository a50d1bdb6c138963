import type { Locale } from './types.ts';
import { VOCABULARY } from './vocabulary/index.ts';
import type { Entry } from './vocabulary/index.ts';
import { ORDINARY_WORDS } from './vocabulary/ordinary-words.ts';

const CORRECTED = new Set(['weekday', 'month', 'free', 'busy']);
const DATED = new Set(['weekday', 'month']);
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
  fr: correctedIn('fr'),
  en: correctedIn('en'),
};

function isCorrected({ words, role }: Entry): boolean {
  return words.length === 1 && (words[0]?.length ?? 0) >= SHORTEST && CORRECTED.has(role);
}

/** « vendr » is short for « vendredi »: a slip in what is already short is another word (« vendre », « vendu »). */
function isShortened({ words: [word = ''], role, value }: Entry, among: readonly Entry[]): boolean {
  return among.some(({ words: [full = ''], ...other }) => {
    const same = other.role === role && other.value === value;
    return same && full.length >= word.length + 2 && full.startsWith(word);
  });
}

function correctedIn(language: Locale): readonly Entry[] {
  const entries = [...VOCABULARY[language].values()].flat().filter(isCorrected);
  return entries.filter((entry) => (DATED.has(entry.role) ? !isShortened(entry, entries) : true));
}

/**
 * The weekday, month or word of availability an unknown word misspells by one slip; null when none, or when two different
 * things are as near. An ordinary word misspells nothing.
 */
export function nearest(word: string, language: Locale): Entry | null {
  if (word.length < SHORTEST || word.length > 16 || ORDINARY_WORDS.has(word)) return null;
  const near = CANDIDATES[language].filter(({ words }) => oneSlip(word, words[0] ?? ''));
  const [first] = near;
  if (first === undefined) return null;
  return near.every(({ role, value }) => role === first.role && value === first.value) ? first : null;
}
