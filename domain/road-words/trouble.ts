import { lineOf } from '../booking-words/line.ts';
import { delayIn } from './delays.ts';
import { CLEARED, ELSEWHERE, MEANS, TROUBLES } from './trouble-words.ts';
import type { Trouble, TroubleType } from './types.ts';

/** What is shorter than a breath is said in a hurry; what is longer is a story. */
const LONGEST = 240;

/** « je fais quoi ? » behind a comma: the question is of the rest, which stands. */
const WHAT_THEN =
  /,\s*(?:et )?(?:(?:je|on) (?:fais|fait|prends|prend|dois faire|doit faire) (?:quoi|lequel|comment)|que (?:faire|dois-je faire)|qu'est-ce (?:que je|qu'on) (?:fais|fait)|comment (?:je|on) (?:fais|fait)|quoi faire|what (?:do|should|can) (?:i|we) do|what now|now what|any ideas?|une idee)\s*\?+\s*$/u;

/** « c'est bon, je suis là »: said in one breath, whatever the mark between. */
const ALL_FINE =
  /(?<!\p{L})(c'est bon|ca y est|c'est ok|tout va bien|ok|ouf|all good|it's ok|it's fine|phew)\s*[,.!]+\s*(?=(?:je suis|j'suis|jsuis|chuis|on est|nous sommes|i'm|im|i am|we're|we are)\s)/gu;

/** The statements of a text; what ends in a question mark states nothing. */
function statementsOf(flat: string): readonly string[] {
  return [...flat.replaceAll(ALL_FINE, '$1 ').matchAll(/([^.!?;\n]+|\.(?=\S))+([.!?;\n]+|$)/gu)]
    .map(([said]) => said.replace(WHAT_THEN, ''))
    .filter((said) => !said.trimEnd().endsWith('?'))
    .flatMap((said) =>
      said.split(
        /,(?!\d)|[.!;\n]+(?=\s|$)|\s(?:et|and|mais|but|car|donc|because|parce que)\s(?=(?:je|j'|on|mon|le|la|i|we|my|the|du)[\s'])/u,
      ),
    )
    .map((said) => said.trim().replaceAll(/\s+/gu, ' '))
    .filter((said) => said !== '');
}

function troubleOf(statement: string): TroubleType | null {
  if (ELSEWHERE.test(statement)) return null;
  return TROUBLES.find(([, patterns]) => patterns.some((pattern) => pattern.test(statement)))?.[0] ?? null;
}

function isCleared(statement: string): boolean {
  return !ELSEWHERE.test(statement) && CLEARED.some((pattern) => pattern.test(statement));
}

function meansOf(statements: readonly string[]): 'train' | 'van' | 'plane' | 'car' | null {
  const found = MEANS.flatMap(([means, pattern]) => {
    const at = statements.join(' , ').search(pattern);
    return at < 0 ? [] : [{ means, at }];
  });
  return found.sort((a, b) => a.at - b.at)[0]?.means ?? null;
}

/**
 * « mon train est annulé », « coincé dans les bouchons, 1h de retard »: the writer's own trouble, the gravest of them, or that
 * it is over; null for questions, suppositions, other times and other people.
 */
export function readTrouble(text: string): Trouble | null {
  const { line, beyond } = lineOf(text);
  if (beyond !== null || line.flat.length > LONGEST) return null;
  const statements = statementsOf(
    line.flat.replaceAll(/[\p{Extended_Pictographic}\uFE0F]/gu, ' ').replaceAll('…', '.'),
  );
  const open = statements.filter((statement) => !isCleared(statement));
  const types = new Set(open.map(troubleOf));
  const type = TROUBLES.find(([one]) => types.has(one))?.[0];
  if (type === undefined) return open.length < statements.length ? { type: 'cleared' } : null;
  const told = open.filter((statement) => !ELSEWHERE.test(statement));
  return { type, minutes: delayIn(told.join(', ')), means: meansOf(told) };
}
