/** A number as people write it: French, or with its country before it. What only looks like one is left to whoever seals it. */
const numbers = /(?<![\d\p{L}])(?:0[1-9](?:[ .\-/]?\d\d){4}|(?:\+|00)\d(?:[ .\-/()]{0,2}\d){7,13})(?![\d\p{L}])/gu;

/** Where a number stood: what is between the signs opens only while a message leaves. */
const mark = /⟦([A-Za-z0-9._-]+)⟧/gu;

/** A piece of words: as typed, or a number that is sealed. */
export type Piece = { readonly words: string } | { readonly sealed: string };

/**
 * The same words with every number of somebody's in them sealed, since numbers are kept in clear nowhere. Signs that would look
 * like a seal are taken out first: nobody can type one.
 */
export function sealNumbers(words: string, seal: (number: string) => string | null): string {
  return words.replaceAll(/[⟦⟧]/gu, '').replaceAll(numbers, (number) => {
    const sealed = seal(number);
    return sealed === null ? number : `⟦${sealed}⟧`;
  });
}

/** The words and the sealed numbers between them, in order. */
export function piecesOf(words: string): Piece[] {
  return words.split(mark).flatMap((part, index): Piece[] => {
    if (part === '') return [];
    return [index % 2 === 1 ? { sealed: part } : { words: part }];
  });
}

/** The seals that stand in some words. */
export function sealsIn(words: string): string[] {
  return [...words.matchAll(mark)].flatMap((match) => match[1] ?? []);
}

/** The words for where no number may stand: a group, a page that is printed. */
export function withoutNumbers(words: string): string {
  return words
    .replaceAll(/[\s,;:]*(?:\(\s*)?⟦[A-Za-z0-9._-]+⟧(?:\s*\))?/gu, '')
    .replace(/^[\s,;:]+/, '')
    .trim();
}
