import type { Line, Stretch } from './line.ts';
import { allowedSlips, coreOf, isDateish, isDistinctive, isOrdinary, isSmall, slips, wordsOf } from './name-forms.ts';
import type { NameForms, Word } from './name-forms.ts';

/** Words that name something known: one id, or several that fit as well. */
export interface Hit extends Stretch {
  readonly ids: readonly string[];
  readonly score: number;
}

interface Window {
  readonly words: readonly Word[];
  readonly next: Word | undefined;
  readonly line: Line;
}

const LONGEST_WINDOW = 7;
/** Beyond so many words names are not looked for; what lies there stays unread. */
const MOST_WORDS = 40;
/** Scores this near are not told apart. */
const AS_GOOD = 6;
const MONEY_OR_CLOCK = /^\s?(?:€|e\b|eur|ht|ttc|k\b|h\b|h\d|%|place|pax|balles|km|jour|sem)/;
const OTHER_DATE = /\d{1,2}[/.]\d|\d \p{L}*(?:janv|fevr|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec)/u;

function* windowsOf(line: Line, longest: number): Generator<Window> {
  const words = wordsOf(line.flat).slice(0, MOST_WORDS);
  for (const [start] of words.entries()) {
    for (let count = 1; count <= longest; count += 1) {
      const last = words[start + count - 1];
      if (last === undefined || (count > 1 && !last.joined)) break;
      yield { words: words.slice(start, start + count), next: words[start + count], line };
    }
  }
}

function stretchOf({ words }: Window): Stretch {
  return { from: words[0]?.from ?? 0, to: words.at(-1)?.to ?? 0 };
}

/** A name that is a word of dates or deals, or a number, needs its article and nothing beside that makes it one of those. */
function isNameHere(window: Window, core: string): boolean {
  const { words, next, line } = window;
  const after = line.flat.slice(words.at(-1)?.to ?? 0);
  const led = words.length > 1 && isSmall(words[0]?.text ?? '');
  if (/^\d+$/.test(core)) {
    if (MONEY_OR_CLOCK.test(after) || /^[/.:,]?\d|^[/.:-]\s?\d/.test(after)) return false;
    if (core.length > 2) return true;
    const rest = line.flat.replace(line.flat.slice(words[0]?.from, words.at(-1)?.to), ' | ');
    return (
      led &&
      !(next !== undefined && next.joined && (isDateish(next.text) || /^\d/.test(next.text))) &&
      OTHER_DATE.test(rest)
    );
  }
  return led || !isOrdinary(core);
}

/** Names written in full, whatever their accents, case, hyphens and small words. */
export function exactHits(line: Line, forms: readonly NameForms[]): readonly Hit[] {
  const table = new Map<string, Set<string>>();
  for (const { id, whole, core } of forms)
    for (const form of [whole, core]) table.set(form, (table.get(form) ?? new Set()).add(id));
  const hits: Hit[] = [];
  for (const window of windowsOf(line, LONGEST_WINDOW)) {
    const texts = window.words.map(({ text }) => text);
    const [whole, core] = [texts.join(''), coreOf(texts).join('')];
    const endsSmall = isSmall(texts.at(-1) ?? '');
    const ids = table.get(whole) ?? (endsSmall ? undefined : table.get(core));
    if (ids === undefined || !isNameHere(window, core)) continue;
    hits.push({ ...stretchOf(window), ids: [...ids], score: 100 });
  }
  return hits;
}

function wordFits(word: string, name: string): boolean {
  if (word === name) return true;
  if (!isDistinctive(word)) return false;
  if (word.length >= 4 && name.startsWith(word)) return true;
  return slips(word, name, allowedSlips(Math.min(word.length, name.length))) !== null;
}

/** How much of a name its words in order cover, 0 when none of them tells it from others. */
function coverage(words: readonly string[], form: NameForms): number {
  let at = 0;
  let covered = 0;
  let distinct = false;
  for (const word of words) {
    while (at < form.words.length && !wordFits(word, form.words[at] ?? '')) at += 1;
    const name = form.words[at];
    if (name === undefined) return 0;
    covered += name.length;
    distinct ||= isDistinctive(name) && !isDateish(word) && word.length >= 3;
    at += 1;
  }
  const lonely = words.length === 1 && isOrdinary(words[0] ?? '');
  return distinct && !lonely ? covered / form.core.length : 0;
}

function scoreOf(words: readonly string[], whole: string, form: NameForms): number {
  const core = words.join('');
  const ordinary = words.length === 1 && isOrdinary(core);
  for (const [written, name] of [[core, form.core] as const, [whole, form.whole] as const]) {
    const least = Math.min(written.length, name.length);
    const cost = ordinary || least < 5 ? null : slips(written, name, allowedSlips(least));
    if (cost !== null) return 95 - 10 * cost;
  }
  const part = coverage(words, form);
  return part === 0 ? 0 : 25 + 35 * part + 10 * words.length;
}

function bestOf(scored: readonly { readonly id: string; readonly score: number }[], at: Stretch): Hit | null {
  const score = Math.max(...scored.map((one) => one.score));
  const ids = scored.filter((one) => one.score >= score - AS_GOOD).map(({ id }) => id);
  return scored.length === 0 ? null : { ...at, ids, score };
}

/** Which forms a word fits a word of, and which begin like it: looked up once a word, since windows repeat words. */
function candidatesOf(forms: readonly NameForms[]): (words: readonly string[]) => ReadonlySet<NameForms> {
  const fits = new Map<string, ReadonlySet<NameForms>>();
  const fitting = (word: string): ReadonlySet<NameForms> => {
    const known = fits.get(word) ?? new Set(forms.filter((form) => form.words.some((name) => wordFits(word, name))));
    fits.set(word, known);
    return known;
  };
  return (words) => {
    const [first = new Set<NameForms>(), ...others] = words.map(fitting);
    const shared = [...first].filter((form) => others.every((other) => other.has(form)));
    const { length } = words.join('');
    const near = forms.filter(({ core }) => Math.abs(core.length - length) <= 2 && core[0] === words[0]?.[0]);
    return new Set([...shared, ...near]);
  };
}

/** Names misspelled, shortened or half said: at least one word must tell them from others. */
export function looseHits(line: Line, forms: readonly NameForms[]): readonly Hit[] {
  const hits: Hit[] = [];
  const candidates = candidatesOf(forms);
  const seen = new Map<string, readonly { readonly id: string; readonly score: number }[]>();
  for (const window of windowsOf(line, LONGEST_WINDOW - 1)) {
    const texts = window.words.map(({ text }) => text);
    const words = coreOf(texts);
    const [first, last] = [texts[0] ?? '', texts.at(-1) ?? ''];
    if (isSmall(last) || words.length > 4 || texts.join('').length < 3 || /^\d+$/.test(words.join(''))) continue;
    if (isSmall(first) && (texts.length === 1 || isSmall(texts[1] ?? ''))) continue;
    const whole = texts.join('');
    const key = texts.join(' ');
    const scored =
      seen.get(key) ??
      [...candidates(words)]
        .map((form) => ({ id: form.id, score: scoreOf(words, whole, form) }))
        .filter(({ score }) => score > 0);
    seen.set(key, scored);
    const hit = bestOf(scored, stretchOf(window));
    if (hit !== null) hits.push(hit);
  }
  return hits;
}

/** The best hits that do not overlap: better first, then longer. */
export function withoutOverlap<T extends Hit>(hits: readonly T[]): readonly T[] {
  const kept: T[] = [];
  const order = [...hits].sort((a, b) => b.score - a.score || b.to - b.from - (a.to - a.from) || a.from - b.from);
  for (const hit of order) if (kept.every((other) => hit.to <= other.from || hit.from >= other.to)) kept.push(hit);
  return kept.sort((a, b) => a.from - b.from);
}
