import { type Day } from '../domain/day.ts';

/** What can be looked for. */
export const searchKinds = ['person', 'artist', 'venue', 'show', 'hold', 'lead', 'task', 'absence'] as const;

/** What can be looked for. */
export type SearchKind = (typeof searchKinds)[number];

/** A record as the index knows it: what names it, and whose it is, so that nobody is shown what is not theirs to find. */
export interface SearchEntry {
  readonly kind: SearchKind;
  readonly id: string;
  /** The words it is mostly called by, and those that go with it. */
  readonly title: string;
  readonly more: string;
  /** The act it belongs to; null: none. */
  readonly artist: string | null;
  readonly venue: string | null;
  /** The people it is about or who play in it. */
  readonly people: readonly string[];
  readonly day: Day | null;
}

/** Something found; the higher the score, the better the words fit. */
export interface Found {
  readonly entry: SearchEntry;
  readonly score: number;
}

/** What words lead to. */
export interface Findings {
  readonly found: readonly Found[];
  /** Nothing bears all of the words; these come near. */
  readonly isGuess: boolean;
}

/** The index as it is once it has caught up with everything written. Only what `may` allows is looked at. */
export interface SearchView {
  /** Finds records by words as people type them, best first. */
  readonly find: (words: string, may: (entry: SearchEntry) => boolean) => Findings;
  readonly list: (may: (entry: SearchEntry) => boolean) => readonly SearchEntry[];
}

/** What can be looked for, kept in this process. */
export interface SearchIndex {
  readonly now: () => Promise<SearchView>;
}
