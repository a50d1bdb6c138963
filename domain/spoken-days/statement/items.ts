import { is } from '../grammar/syntax.ts';
import type { Phrase, Source } from '../grammar/syntax.ts';
import type { Lexeme } from '../lexemes.ts';
import type { Role } from '../vocabulary/roles.ts';

/** A phrase of days, or a word that is none. */
export type Item =
  | { readonly type: 'days'; readonly phrase: Phrase; readonly lexemes: readonly Lexeme[] }
  | { readonly type: 'word'; readonly lexeme: Lexeme };

/** Items up to a mark or a « mais »; `asks` when a question mark ends the clause, `opens` what stood before it. */
export interface Clause {
  readonly items: readonly Item[];
  readonly asks: boolean;
  /** Number of the sentence the clause is in. */
  readonly sentence: number;
  readonly contrast: boolean;
}

const CUTS: ReadonlySet<Role> = new Set<Role>([
  'comma',
  'stop',
  'question',
  'break',
  'but',
  'so',
  'open',
  'close',
  'colon',
  'slash',
  'dash',
]);
const SENTENCE_ENDS: ReadonlySet<Role> = new Set<Role>(['stop', 'question', 'break']);

/** Days first wherever they can be read, the rest word by word. */
export function itemsOf(source: Source): readonly Item[] {
  const items: Item[] = [];
  for (let at = 0; at < source.lexemes.length;) {
    const lexeme = source.lexemes[at];
    if (lexeme === undefined) break;
    const phrase = is(source, at, 'and', 'comma') ? null : source.phrase(at);
    if (phrase !== null && phrase.next > at) {
      items.push({ type: 'days', phrase: phrase.value, lexemes: source.lexemes.slice(at, phrase.next) });
      at = phrase.next;
    } else {
      items.push({ type: 'word', lexeme });
      at += 1;
    }
  }
  return items;
}

/** Cuts items into clauses; « ok ? » and the like at the end are a tag, not a question about the days. */
export function clausesOf(items: readonly Item[]): readonly Clause[] {
  const clauses: Clause[] = [];
  let current: Item[] = [];
  let sentence = 0;
  let contrast = false;
  const close = (asks: boolean): void => {
    if (current.length > 0) clauses.push({ items: current, asks, sentence, contrast });
    current = [];
    contrast = false;
  };
  for (const item of items) {
    const role = item.type === 'word' ? item.lexeme.role : null;
    if (role === null || !CUTS.has(role)) {
      current.push(item);
      continue;
    }
    const tag = role === 'question' && endsWithTag(current);
    if (tag) current.pop();
    close(role === 'question' && !tag);
    contrast = role === 'but';
    if (SENTENCE_ENDS.has(role)) sentence += 1;
  }
  close(false);
  return clauses;
}

/** « je suis pas dispo le 12 ok ? » */
function endsWithTag(items: readonly Item[]): boolean {
  const last = items.at(-1);
  const stated = items.some(
    (item) => item.type === 'word' && ['free', 'busy', 'here', 'can'].includes(item.lexeme.role),
  );
  return stated && last?.type === 'word' && last.lexeme.role === 'fine';
}

/** The word at a place of a clause, or null when there is none or it is a phrase of days. */
export function wordAt(clause: Clause, at: number): Lexeme | null {
  const item = clause.items[at];
  return item?.type === 'word' ? item.lexeme : null;
}
