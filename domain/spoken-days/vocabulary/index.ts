import type { Locale } from '../types.ts';
import { wordsIn } from './contractions.ts';
import { ENGLISH_DATES, ENGLISH_NUMBERS, ENGLISH_ORDINALS } from './english-dates.ts';
import { ENGLISH_STANCE } from './english-stance.ts';
import { FRENCH_DATES, FRENCH_NUMBERS } from './french-dates.ts';
import { FRENCH_STANCE } from './french-stance.ts';
import type { Phrases, Role } from './roles.ts';

/** A phrase the vocabulary knows. */
export interface Entry {
  readonly words: readonly string[];
  readonly role: Role;
  readonly value: number;
}

/** Entries by first word, longest first. */
export type Vocabulary = ReadonlyMap<string, readonly Entry[]>;

function entriesOf(role: Role, phrases: string): readonly Entry[] {
  return phrases.split(' | ').map((phrase) => {
    const [text = '', value] = phrase.split('=');
    return { words: text.split(' ').flatMap(wordsIn), role, value: Number(value ?? 0) };
  });
}

function build(...sources: readonly Phrases[]): Vocabulary {
  const table = new Map<string, Entry[]>();
  const add = (entry: Entry): void => {
    const key = entry.words[0] ?? '';
    table.set(key, [...(table.get(key) ?? []), entry]);
  };
  for (const source of sources) {
    for (const [role, phrases] of Object.entries(source)) {
      if (isRole(role, source)) for (const entry of entriesOf(role, phrases)) add(entry);
    }
  }
  for (const entries of table.values()) entries.sort((a, b) => b.words.length - a.words.length);
  return table;
}

function isRole(name: string, source: Phrases): name is Role {
  return Object.hasOwn(source, name);
}

/** What each language knows. Within one language the dates win over the rest, in the order given here. */
export const VOCABULARY: Readonly<Record<Locale, Vocabulary>> = {
  fr: build(FRENCH_DATES, { number: FRENCH_NUMBERS }, FRENCH_STANCE),
  en: build(ENGLISH_DATES, { number: ENGLISH_NUMBERS, ordinal: ENGLISH_ORDINALS }, ENGLISH_STANCE),
};
