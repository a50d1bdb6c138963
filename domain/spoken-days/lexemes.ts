import { lex } from './lexer.ts';
import type { Token } from './lexer.ts';
import { nearest } from './typos.ts';
import type { Locale } from './types.ts';
import { wordsIn } from './vocabulary/contractions.ts';
import { VOCABULARY } from './vocabulary/index.ts';
import type { Entry } from './vocabulary/index.ts';
import type { Role } from './vocabulary/roles.ts';

/** A word, phrase, number or mark with its role. `at` and `end` are places in the normalised text. */
export interface Lexeme {
  readonly role: Role;
  /** What the role makes of it: weekday number, month, day of the month, days ahead, minutes since midnight. */
  readonly value: number;
  /** The further numbers of a composed date: [day, month, year] of `dmy`, [day, month] of `dm`, [year, month, day] of `iso`. */
  readonly numbers: readonly number[];
  readonly text: string;
  readonly at: number;
  readonly end: number;
  readonly glued: boolean;
}

interface Atom {
  readonly word: string | null;
  readonly token: Token;
}

const MARKS: ReadonlyMap<string, Role> = new Map<string, Role>([
  [',', 'comma'],
  ['.', 'stop'],
  ['!', 'stop'],
  [';', 'break'],
  ['?', 'question'],
  ['-', 'dash'],
  ['/', 'slash'],
  ['(', 'open'],
  [')', 'close'],
  ['[', 'open'],
  [']', 'close'],
  [':', 'colon'],
  ['&', 'and'],
  ['+', 'and'],
  ['>', 'to'],
  ['"', 'symbol'],
  ["'", 'symbol'],
  ['*', 'symbol'],
  ['_', 'symbol'],
  ['«', 'symbol'],
  ['»', 'symbol'],
  ['…', 'stop'],
  ['•', 'symbol'],
]);

const CODES: ReadonlyMap<string, readonly string[]> = new Map([
  ['2main', ['demain']],
  ['2m1', ['demain']],
  ['dem1', ['demain']],
  ['2nite', ['tonight']],
  ['a2main', ['a', 'demain']],
  ['2moro', ['tomorrow']],
]);

const BEFORE_NUMBER = new Set(['le', 'les', 'du', 'au', 'et', 'the', 'de']);

/** « le12 », « 12mars », « 3au »: a number stuck to the word beside it, when that word is one that stands beside days. */
function unglue(token: Token): readonly Atom[] | null {
  const [, before = '', digits = '', after = ''] = /^([a-z]*)(\d{1,2})([a-z]*)$/.exec(token.text) ?? [];
  const follows =
    ['au', 'et'].includes(after) ||
    [...(VOCABULARY.fr.get(after) ?? []), ...(VOCABULARY.en.get(after) ?? [])].some(
      ({ role, words }) => role === 'month' && words.length === 1 && after.length > 2,
    );
  if (
    digits === '' ||
    before + after === '' ||
    (before !== '' && !BEFORE_NUMBER.has(before)) ||
    (after !== '' && !follows)
  )
    return null;
  const number: Token = { ...token, kind: 'number', text: digits, numbers: [Number(digits)] };
  return [
    ...(before === '' ? [] : [{ word: before, token }]),
    { word: digits, token: number },
    ...(after === '' ? [] : [{ word: after, token }]),
  ];
}

function atomsOf(tokens: readonly Token[]): readonly Atom[] {
  return tokens.flatMap((token): readonly Atom[] => {
    if (token.kind === 'word') return wordsIn(token.text).map((word) => ({ word, token }));
    const code = token.kind === 'code' ? CODES.get(token.text) : undefined;
    if (code !== undefined) return code.map((word) => ({ word, token }));
    const glued = token.kind === 'code' ? unglue(token) : null;
    if (glued !== null) return glued;
    const numeric = token.kind === 'ordinal' || token.kind === 'number';
    return [{ word: numeric ? token.text : null, token }];
  });
}

/** Words known to one language only vote for it; on a tie the writer's own language decides. */
function languageOf(atoms: readonly Atom[], locale: Locale): Locale {
  let french = 0;
  for (const { word } of atoms) {
    if (word === null || /^\d/.test(word)) continue;
    const [fr, en] = [VOCABULARY.fr.has(word), VOCABULARY.en.has(word)];
    if (fr !== en) french += fr ? 1 : -1;
  }
  if (french === 0) return locale;
  return french > 0 ? 'fr' : 'en';
}

interface Found {
  readonly entry: Entry;
  readonly next: number;
}

/** Hyphens inside a set phrase (« week-end », « après-midi ») count as spaces. */
function follow(atoms: readonly Atom[], start: number, entry: Entry): number | null {
  let at = start;
  for (const [index, word] of entry.words.entries()) {
    if (index > 0 && atoms[at]?.token.text === '-' && atoms[at]?.token.glued === true) at += 1;
    if (atoms[at]?.word !== word) return null;
    at += 1;
  }
  return at;
}

function phraseAt(atoms: readonly Atom[], at: number, language: Locale): Found | null {
  const word = atoms[at]?.word;
  if (word === null || word === undefined) return null;
  let best: Found | null = null;
  for (const spoken of language === 'fr' ? (['fr', 'en'] as const) : (['en', 'fr'] as const)) {
    for (const entry of VOCABULARY[spoken].get(word) ?? []) {
      if (best !== null && entry.words.length <= best.entry.words.length) break;
      const next = follow(atoms, at, entry);
      if (next !== null) best = { entry, next };
    }
  }
  return best;
}

function single({ token, word }: Atom, language: Locale): Lexeme {
  const { text, numbers, at, end, glued } = token;
  const base = { numbers, text, at, end, glued, value: numbers[0] ?? 0 };
  switch (token.kind) {
    case 'mark':
      return { ...base, role: MARKS.get(text) ?? 'unknown' };
    case 'code': {
      const week = /^(?:s|w|wk|kw|sem)(\d{1,2})$/.exec(text);
      return week === null ? { ...base, role: 'unknown-number' } : { ...base, role: 'isoweek', value: Number(week[1]) };
    }
    case 'word': {
      const guess = nearest(word ?? text, language);
      return guess === null ? { ...base, role: 'unknown' } : { ...base, role: guess.role, value: guess.value };
    }
    case 'number':
    case 'ordinal':
    case 'iso':
    case 'dmy':
    case 'dm':
    case 'time':
    case 'break':
      return { ...base, role: token.kind };
  }
}

/** Reads normalised text into roles, in the language most of its words belong to. */
export function lexemesOf(
  text: string,
  locale: Locale,
): { readonly lexemes: readonly Lexeme[]; readonly language: Locale } {
  const atoms = atomsOf(lex(text));
  const language = languageOf(atoms, locale);
  const lexemes: Lexeme[] = [];
  for (let at = 0; at < atoms.length;) {
    const atom = atoms[at];
    if (atom === undefined) break;
    const found = phraseAt(atoms, at, language);
    const last = atoms[(found?.next ?? at + 1) - 1] ?? atom;
    if (found === null) lexemes.push(single(atom, language));
    else {
      const { token } = atom;
      const { role, value } = found.entry;
      const text = found.entry.words.join(' ');
      lexemes.push({ role, value, numbers: [value], text, at: token.at, end: last.token.end, glued: token.glued });
    }
    at = found?.next ?? at + 1;
  }
  return { lexemes, language };
}
