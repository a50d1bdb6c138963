import type { Lexeme } from '../lexemes.ts';
import type { Role } from '../vocabulary/roles.ts';
import { wordAt } from './items.ts';
import type { Clause } from './items.ts';
import type { Stance } from './stances.ts';

/** What a clause leaves unexplained, and the signs it carries beside its days. */
export interface Remains {
  /** The first word that could change the days and that no rule read. */
  readonly unread: Lexeme | null;
  /** Where the reason given begins and ends (places of the clause), null when none is. */
  readonly reason: readonly [number, number] | null;
  readonly unsure: boolean;
  readonly supposes: boolean;
  readonly corrects: boolean;
  readonly past: boolean;
}

const NUMERIC: readonly Role[] = ['number', 'ordinal', 'iso', 'dmy', 'dm', 'time', 'isoweek', 'unknown-number'];
const HARD: readonly Role[] = [
  ...NUMERIC,
  'weekday',
  'weekdays',
  'month',
  'relday',
  'tonight',
  'isoweek',
  'until',
  'starting',
  'except',
];
const CALENDAR: readonly Role[] = [
  ...HARD,
  'part',
  'night',
  'noon',
  'midnight',
  'eight',
  'fifteen',
  'holiday',
  'eve',
  'bridge',
  'school',
  'season',
  'newyear',
  'week',
  'weekend',
  'monthword',
  'dayword',
  'fortnight',
  'hourword',
  'early',
  'mid',
  'late',
  'first',
  'second',
  'third',
  'last',
  'next',
  'past',
  'half',
  'after',
  'before',
  'each',
  'between',
  'or',
  'nor',
  'by',
  'unknown',
  'not',
  'nomore',
  'never',
  'allday',
  'included',
];
const NO_WORDS = new Set(['non', 'nan', 'no', 'nope']);
const LEANS: ReadonlySet<Role> = new Set<Role>(['to', 'from', 'in', 'of']);
const LEANS_ON: ReadonlySet<Role> = new Set<Role>([
  'thing',
  'soft',
  'verb',
  'me',
  'the',
  'you',
  'fine',
  'reason',
  'unknown',
  'am',
  'they',
  'plural',
  'we',
  'is',
  'can',
  'here',
  'this',
  'not',
  'all',
  'impersonal',
  'free',
  'busy',
  'if',
  'at',
]);
const WEAK_DOUBTS = new Set([
  'trop',
  'tres',
  'encore',
  'vois',
  'espere',
  'chaud',
  'limite',
  'plutot',
  'demande',
  'hope',
  'sure',
  'suur',
  'sure',
  'hard',
  'would',
  'prefer',
  'moyen',
  'attends',
  'try',
  'mostly',
  'difficult',
  'complique',
  'galere',
  'surement',
  'tendu',
  'pas mal',
  'essaie',
  'essaye',
  'faudrait',
  'aimerais',
  'prefere',
  'sur de',
  'sur que',
  'sur d',
  'guess',
  'hopefully',
  'wish',
  'rather',
  'arrange',
  'depend',
  'almost',
  'should',
  'verifie',
  'quasi',
]);

function precedesDays(clause: Clause, at: number): boolean {
  return clause.items[at + 1]?.type === 'days';
}

/** A reason runs from the word that opens it to the end of the clause or to the next stance; « pour le 12 » opens none. */
function reasonOf(clause: Clause, stances: readonly Stance[]): readonly [number, number] | null {
  const start = clause.items.findIndex((item, at) => {
    if (item.type !== 'word') return false;
    if (item.lexeme.role === 'am')
      return (
        ['in', 'at', 'to'].includes(wordAt(clause, at + 1)?.role ?? '') &&
        !stances.some((stance) => stance.at > at && stance.at <= at + 3)
      );
    if (item.lexeme.role !== 'reason') return false;
    return !(['pour', 'pr', 'for', 'since', 'pour cause de'].includes(item.lexeme.text) && precedesDays(clause, at));
  });
  if (start < 0) return null;
  const head = stances.find(({ at }) => at > start)?.at ?? clause.items.length;
  return [start, head];
}

/** « 3 enfants », « 2 concerts », and « à 2 » of players: numbers that count something else than days. */
function counts(clause: Clause, at: number, inReason: boolean, bare: boolean): boolean {
  const [before, after] = [wordAt(clause, at - 1)?.role, wordAt(clause, at + 1)?.role];
  if (wordAt(clause, at)?.role !== 'number') return false;
  return after === 'thing' || (before === 'at' && (inReason || bare) && after !== 'hourword');
}

function matters(clause: Clause, at: number, word: Lexeme, decided: boolean): boolean {
  const [before, after] = [wordAt(clause, at - 1), wordAt(clause, at + 1)];
  if (word.role === 'not') return decided && !NO_WORDS.has(word.text);
  if (word.role === 'than') return precedesDays(clause, at);
  if ((word.role === 'from' || word.role === 'to') && precedesDays(clause, at)) {
    return decided && !(before !== null && ['thing', 'unknown', 'verb', 'reason', 'part'].includes(before.role));
  }
  if (LEANS.has(word.role))
    return decided && !(after !== null && LEANS_ON.has(after.role)) && !precedesDays(clause, at);
  if (word.role === 'all') return decided && (precedesDays(clause, at) || clause.items[at - 1]?.type === 'days');
  if (word.role === 'only') return decided && before?.role === 'not';
  return (decided ? CALENDAR : HARD).includes(word.role);
}

/** « …, ni celui d'après », « …, et le lendemain »: goes on with days that were not read. */
function goesOnUnread(clause: Clause, at: number): boolean {
  const [first, word] = [wordAt(clause, 0), wordAt(clause, at)];
  return (
    (at === 0 && (word?.role === 'nor' || word?.role === 'or')) || (first?.role === 'and' && word?.role === 'unknown')
  );
}

function unreadOf(clause: Clause, stances: readonly Stance[], reason: readonly [number, number] | null): Lexeme | null {
  const explained = new Set(stances.flatMap(({ explains }) => explains));
  const hasDays = clause.items.some(({ type }) => type === 'days');
  const decided = hasDays || stances.length > 0;
  for (const [at, item] of clause.items.entries()) {
    if (item.type === 'days' || explained.has(at)) continue;
    const inReason = reason !== null && at >= reason[0] && at < reason[1];
    if (counts(clause, at, inReason, !decided)) continue;
    if (matters(clause, at, item.lexeme, decided && !inReason)) return item.lexeme;
    if (!decided && goesOnUnread(clause, at)) return item.lexeme;
  }
  return null;
}

/** What remains of a clause once its days and stances are read. */
export function remainsOf(clause: Clause, stances: readonly Stance[]): Remains {
  const reason = reasonOf(clause, stances);
  const decided = stances.length > 0 || clause.items.some(({ type }) => type === 'days');
  const free = clause.items.flatMap((item, at) => {
    const inReason = reason !== null && at > reason[0] && at < reason[1];
    return item.type === 'word' && !inReason ? [item.lexeme] : [];
  });
  const has = (role: Role): boolean => free.some((lexeme) => lexeme.role === role);
  return {
    unread: unreadOf(clause, stances, reason),
    reason,
    unsure: free.some(({ role, text }) => role === 'unsure' && (decided || !WEAK_DOUBTS.has(text))),
    supposes: has('if'),
    corrects: has('correction'),
    past: decided && has('was'),
  };
}
