import type { Kind } from '../types.ts';
import type { Role } from '../vocabulary/roles.ts';
import { wordAt } from './items.ts';
import type { Clause } from './items.ts';

/** Whom a clause speaks of. */
export type Subject = 'me' | 'nobody' | 'you' | 'other' | 'we' | 'unclear';

/** Free or not, said at one place of a clause. */
export interface Stance {
  readonly at: number;
  readonly kind: Kind;
  readonly subject: Subject;
  /** « dispo », « indispo », « pas là »: says something even without days; « ok » and « je peux » do not. */
  readonly strong: boolean;
  readonly only: boolean;
  readonly nomore: boolean;
  /** Places of the clause this stance explains. */
  readonly explains: readonly number[];
  /** « pas que », « pas seulement »: the negation is of the restriction. */
  readonly twisted: boolean;
  /** « pas le 12 »: a negation without a verb. */
  readonly bare: boolean;
}

const THROUGH: ReadonlySet<Role> = new Set<Role>([
  'soft',
  'ne',
  'am',
  'is',
  'me',
  'verb',
  'impersonal',
  'here',
  'you',
  'of',
  'the',
  'correction',
  'at',
  'and',
  'we',
  'they',
  'can',
]);
const NO_WORDS = new Set(['non', 'nan', 'no', 'nope']);
const YES_WORDS = new Set(['oui', 'ouais', 'yes', 'yep', 'yeah', 'ouep', 'yup']);

function isNot(clause: Clause, at: number): boolean {
  const word = wordAt(clause, at);
  return (
    word !== null &&
    ['not', 'nomore', 'never'].includes(word.role) &&
    !(NO_WORDS.has(word.text) && wordAt(clause, at + 1)?.role !== 'free')
  );
}

/** The place of the negation a head stands under: before it through words that carry no meaning, or right after a verb. */
function negationOf(clause: Clause, head: number): number | null {
  const role = wordAt(clause, head)?.role;
  if (role === 'can') {
    for (const at of [head + 1, head + 2])
      if (isNot(clause, at) && (at === head + 1 || wordAt(clause, head + 1)?.role === 'soft')) return at;
  }
  for (let at = head - 1; at >= 0; at -= 1) {
    if (isNot(clause, at)) return at;
    const word = wordAt(clause, at);
    if (word === null || !THROUGH.has(word.role)) return null;
  }
  return null;
}

function isHead(clause: Clause, at: number): boolean {
  const word = wordAt(clause, at);
  if (word === null) return false;
  const { role, text } = word;
  if (role === 'free' || role === 'busy' || role === 'noproblem') return true;
  if (role === 'can') return !followedByHead(clause, at);
  if (role === 'here') return isPlaced(clause, at);
  if (role === 'fine') return isFine(clause, at);
  const answers = (role === 'soft' && YES_WORDS.has(text)) || (role === 'not' && NO_WORDS.has(text));
  return answers && clause.items[at - 1]?.type === 'days' && at === clause.items.length - 1;
}

/** « je peux être dispo », "can be free": the verb leans on the word that follows. */
function followedByHead(clause: Clause, at: number): boolean {
  return [at + 1, at + 2, at + 3].some((next) => {
    const role = wordAt(clause, next)?.role;
    const between = clause.items
      .slice(at + 1, next)
      .every((item) => item.type === 'word' && ['not', 'am', 'soft', 'verb', 'ne'].includes(item.lexeme.role));
    return (role === 'free' || role === 'here' || role === 'busy' || role === 'can') && between;
  });
}

/** « je suis là », « pas là », "won't be there"; « là » alone says nothing. */
function isPlaced(clause: Clause, at: number): boolean {
  const [one, two] = [wordAt(clause, at - 1)?.role, wordAt(clause, at - 2)?.role];
  const carried = one === 'soft' ? two : one;
  return ['am', 'is', 'not', 'nomore', 'can', 'verb'].includes(carried ?? '') && carried !== undefined;
}

/** « ok pour le 12 », « le 12 c'est bon »: assent counts only when said of something. */
function isFine(clause: Clause, at: number): boolean {
  const [before, after] = [clause.items[at - 1], clause.items[at + 1]];
  const said =
    ['impersonal', 'is', 'not'].includes(wordAt(clause, at - 1)?.role ?? '') && wordAt(clause, at - 1) !== null;
  const toDays =
    after?.type === 'days' ||
    (['reason', 'in'].includes(wordAt(clause, at + 1)?.role ?? '') && clause.items[at + 2]?.type === 'days');
  const phrased = (wordAt(clause, at)?.text ?? '').startsWith('ca ');
  return said || before?.type === 'days' || toDays || (phrased && clause.items.some(({ type }) => type === 'days'));
}

const PERSONS: Readonly<Partial<Record<Role, Subject>>> = { me: 'me', you: 'you', they: 'other', we: 'we' };

/** An object pronoun (« je vous préviens », "let you know") is nobody's subject. */
function isObject(clause: Clause, at: number): boolean {
  const [before, word, after] = [wordAt(clause, at - 1), wordAt(clause, at), wordAt(clause, at + 1)];
  if (word === null || (word.role !== 'you' && word.role !== 'we')) return false;
  return (
    before !== null && ['me', 'verb', 'reason', 'at', 'soft', 'of', 'can'].includes(before.role) && after?.role !== 'is'
  );
}

/** « la salle du 12 est pas dispo » speaks of the hall; « le concert du 12 est pas possible » does not. */
function isThingDated(clause: Clause, at: number, head: number): boolean {
  const role = wordAt(clause, head)?.role;
  const named = clause.items
    .slice(0, at)
    .some((item) => item.type === 'word' && ['thing', 'unknown'].includes(item.lexeme.role));
  return clause.items[at - 1]?.type === 'days' && named && (role === 'free' || role === 'here');
}

/** Whom the head at `head` is said of, looking back to the head before it. */
function subjectOf(clause: Clause, head: number, from: number): Subject {
  let pronoun: Subject | null = null;
  for (let at = head - 1; at >= from; at -= 1) {
    const word = wordAt(clause, at);
    const before = wordAt(clause, at - 1);
    if (word === null) continue;
    const carries = word.role === 'is' || ((word.role === 'am' || word.role === 'can') && at <= head);
    if (carries && before !== null && ['thing', 'unknown'].includes(before.role)) return 'other';
    if (word.role === 'is' && isThingDated(clause, at, head)) return 'unclear';
    if (word.role === 'impersonal') return 'nobody';
    pronoun = isObject(clause, at) ? null : (PERSONS[word.role] ?? null);
    if (pronoun !== null) return pronoun;
    if (word.role === 'is' && before === null && clause.items[at - 1]?.type !== 'days') return 'unclear';
  }
  return ellipticSubject(clause, head, from);
}

/** Said of days, never of somebody. */
const IMPERSONAL = new Set(['impossible', 'possible', 'mort']);

function ellipticSubject(clause: Clause, head: number, from: number): Subject {
  const word = wordAt(clause, head);
  if (word?.role === 'can' && word.value === 3) return 'other';
  if (word !== null && IMPERSONAL.has(word.text)) return 'nobody';
  let start = head;
  while (
    start > from &&
    ['not', 'ne', 'am', 'soft', 'nomore', 'verb', 'can'].includes(wordAt(clause, start - 1)?.role ?? '')
  )
    start -= 1;
  const before = start > from ? wordAt(clause, start - 1) : null;
  const reasoned = clause.items
    .slice(from, start)
    .some((item) => item.type === 'word' && item.lexeme.role === 'reason');
  if (before !== null && ['thing', 'unknown'].includes(before.role) && !reasoned)
    return word?.role === 'can' ? 'other' : 'unclear';
  return 'nobody';
}

function kindOf(clause: Clause, head: number, negated: boolean): Kind {
  const word = wordAt(clause, head);
  const taken = word?.role === 'busy' || (word?.role === 'not' && NO_WORDS.has(word.text));
  return taken === negated ? 'presence' : 'absence';
}

function strongOf(clause: Clause, head: number, negated: boolean): boolean {
  const word = wordAt(clause, head);
  if (word?.role === 'free') return true;
  if (word?.role === 'busy')
    return ![
      'mort',
      'impossible',
      'hs',
      'off',
      'out',
      'pris',
      'prise',
      'ko',
      'niet',
      'taken',
      'gone',
      'retenu',
      'bloque',
      'absence',
    ].includes(word.text);
  return word?.role === 'here' && negated;
}

/** « je ne peux ni le 12 ni le 13 », "I can do neither the 12th nor the 13th" */
function leadsToNeither(clause: Clause, head: number): boolean {
  const role = wordAt(clause, head)?.role;
  const near = clause.items.findIndex((item, at) => at > head && item.type === 'days');
  const next = clause.items[near];
  const led =
    next?.type === 'days' && next.lexemes[0]?.role === 'nor' && ['ni', 'neither'].includes(next.lexemes[0].text);
  return led && near <= head + 3 && role !== 'busy';
}

/** « ne » without « pas »: either a slip or the literary negation, which means the reverse. */
function hasNe(clause: Clause, head: number, from: number): boolean {
  return clause.items.slice(from, head).some((item) => item.type === 'word' && item.lexeme.role === 'ne');
}

function stanceAt(clause: Clause, head: number, from: number): Stance {
  const negation = negationOf(clause, head);
  const negated = (negation !== null && negation >= from) || leadsToNeither(clause, head);
  const next = wordAt(clause, head + 1)?.role === 'soft' ? head + 2 : head + 1;
  const limited = ['than', 'only'].includes(wordAt(clause, next)?.role ?? '');
  const onlyBefore = [head - 1, head - 2, head - 3].filter((at) => at >= from && wordAt(clause, at)?.role === 'only');
  const farOnly = clause.items.findIndex(
    (item, at) => at > head && item.type === 'word' && item.lexeme.role === 'only',
  );
  const restricted = limited || onlyBefore.length > 0 || farOnly >= 0;
  const kind = kindOf(clause, head, negated);
  const explains = [
    head,
    ...(negation !== null && negation >= from ? [negation] : []),
    ...(limited ? [next] : []),
    ...onlyBefore,
    ...(farOnly >= 0 ? [farOnly] : []),
  ];
  return {
    at: head,
    kind,
    subject: subjectOf(clause, head, from),
    strong: strongOf(clause, head, negated),
    only: restricted,
    nomore: negation !== null && negation >= from && wordAt(clause, negation)?.role === 'nomore',
    explains,
    twisted:
      (negated &&
        restricted &&
        (wordAt(clause, next)?.role === 'than' || isNot(clause, (onlyBefore[0] ?? farOnly) - 1))) ||
      (!negated && !restricted && hasNe(clause, head, from)),
    bare: false,
  };
}

/** « mais pas le 13 »: a negation of days with no verb of its own. */
function bareNegation(clause: Clause, at: number): Stance | null {
  const word = wordAt(clause, at);
  if (word === null || word.role !== 'not' || NO_WORDS.has(word.text)) return null;
  const skipped = ['reason', 'soft'].includes(wordAt(clause, at + 1)?.role ?? '') ? at + 2 : at + 1;
  const only = ['only', 'than'].includes(wordAt(clause, at + 1)?.role ?? '');
  if (clause.items[skipped]?.type !== 'days' && !only) return null;
  const first = clause.items[skipped];
  const enumerated =
    first?.type === 'days' &&
    first.lexemes.some(({ role }) => role === 'comma') &&
    !first.lexemes.some(({ role }) => role === 'and' || role === 'nor');
  const all = first?.type === 'days' && ['each', 'all'].includes(first.lexemes[0]?.role ?? '');
  return {
    at,
    kind: 'absence',
    subject: subjectOf(clause, at, 0),
    strong: false,
    only: false,
    nomore: false,
    explains: only ? [at, at + 1] : [at],
    twisted: only || all || enumerated,
    bare: true,
  };
}

/** Every stance of a clause, in order. */
export function stancesOf(clause: Clause): readonly Stance[] {
  const stances: Stance[] = [];
  let from = 0;
  for (let at = 0; at < clause.items.length; at += 1) {
    if (isHead(clause, at)) {
      stances.push(stanceAt(clause, at, from));
      from = at + 1;
    }
  }
  const explained = new Set(stances.flatMap(({ explains }) => explains));
  for (let at = 0; at < clause.items.length; at += 1) {
    const bare = explained.has(at) ? null : bareNegation(clause, at);
    if (bare !== null) stances.push(bare);
  }
  return stances.sort((a, b) => a.at - b.at);
}
