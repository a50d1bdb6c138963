/** A word of a text or of a name, folded: no accents, no case, « st » written out. */
export interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Whether only spaces, hyphens and the like stand between it and the word before. */
  readonly joined: boolean;
}

/** The forms under which a name is recognised. */
export interface NameForms {
  readonly id: string;
  /** Everything run together, with and without the small words. */
  readonly whole: string;
  readonly core: string;
  readonly words: readonly string[];
}

/** Something with a name and an id. */
interface Named {
  readonly id: string;
  readonly name: string;
}

const SMALL = new Set('le la les l lo un une des du de d a au aux en et sur the of at in ar qui'.split(' '));

/** Words so common in names that alone they name nothing. */
const GENERIC = new Set(
  (
    'theatre salle festival espace centre center cafe grand grande petit petite nouvelle nouveau belle chapelle cave club ' +
    'quatuor trio fanfare fete saint sainte rock school big band new old bon bonne autre nuit nuits trois vieux ' +
    'madame monsieur port sans sous lune'
  ).split(' '),
);

const SAINT = /^sainte?s?$/;

/** Words of dates: part of a name only beside the rest of it. */
const DATEISH =
  /^(?:\d{1,2}|janv?(?:ier)?|fevr?(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|aout|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?|dec(?:embre)?|lun(?:di)?|mar(?:di)?|mer(?:credi)?|jeu(?:di)?|ven(?:dredi)?|sam(?:edi)?|dim(?:anche)?|january|february|march|april|may|june|july|august|october|november|december|mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thur?s?(?:day)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|nuit|midi|minuit|matin|soir|noel|paques)$/;

/** Words of deals: alone they mean what they say, a name needs its article or the rest of it. */
const RESERVED =
  /^(?:ferme|confirmee?s?|passages?|balances?|portes?|train|voyage|plan|option|opt|cession|engagement|fin|arrivee?|repas|hotel|transport|embargo|exclu|annonce|reserve|lot|oui|libre|gratuit|public|prix|set|show|concert|reste|demande|autres?|reporte|annule|quand|canal|marche)$/;

/** Whether the word is a date's or a deal's before it is a name's. */
export function isOrdinary(word: string): boolean {
  return DATEISH.test(word) || RESERVED.test(word);
}

/** Whether the word belongs to dates. */
export function isDateish(word: string): boolean {
  return DATEISH.test(word);
}

/** Whether it tells a name from others. */
export function isDistinctive(word: string): boolean {
  return (
    !GENERIC.has(word) && !SMALL.has(word) && !DATEISH.test(word) && (word.length >= 4 || /\d\p{L}|\p{L}\d/u.test(word))
  );
}

/** Whether it is an article or a preposition. */
export function isSmall(word: string): boolean {
  return SMALL.has(word);
}

function folded(word: string): string {
  const plain = word
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');
  return plain === 'st' ? 'saint' : plain === 'ste' ? 'sainte' : plain;
}

/** The words of a text in order; taken stretches and strong marks break the joint between neighbours. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const before = words.at(-1);
    const gap = before === undefined ? '|' : text.slice(before.to, match.index);
    const joined = /^[ '’\-.&,_]{1,4}$/u.test(gap);
    words.push({ text: folded(match[0]), from: match.index, to: match.index + match[0].length, joined });
  }
  return words;
}

/** Words without the small ones, all of them when nothing else is left. */
export function coreOf(words: readonly string[]): readonly string[] {
  const core = words.filter((word) => !SMALL.has(word));
  return core.length === 0 ? words : core;
}

/** How each of the names may be written. */
export function formsOf(known: readonly Named[]): readonly NameForms[] {
  return known.flatMap(({ id, name }) => {
    const all = wordsOf(name).map(({ text }) => text);
    const core = coreOf(all);
    // « Saint-Lô » is told by its second word, small as it is: « saint » alone names nothing.
    const words = core.every((word) => SAINT.test(word)) ? all : core;
    return words.length === 0 ? [] : [{ id, whole: all.join(''), core: words.join(''), words }];
  });
}

/** Letters changed, added, dropped or swapped between two words, or null beyond `most` (0 to 2). */
export function slips(one: string, other: string, most: number): number | null {
  if (Math.abs(one.length - other.length) > most) return null;
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const same = one[at - 1] === other[to - 1];
      let cost = Math.min((row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1, (row[to - 1] ?? 0) + (same ? 0 : 1));
      const swapped = at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1];
      if (swapped) cost = Math.min(cost, (before[to - 2] ?? 0) + 1);
      next.push(cost);
    }
    if (Math.min(...next) > most) return null;
    [before, row] = [row, next];
  }
  const cost = row[other.length] ?? 0;
  return cost <= most ? cost : null;
}

/** How many slips a word of this length may have and still be told: none below five letters. */
export function allowedSlips(length: number): number {
  if (length < 5) return 0;
  return length < 9 ? 1 : 2;
}
