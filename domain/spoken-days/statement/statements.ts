import type { Phrase } from '../grammar/syntax.ts';
import type { Kind } from '../types.ts';
import { PERIODS } from './periods.ts';
import type { Clause, Item } from './items.ts';
import { remainsOf } from './leftovers.ts';
import type { Remains } from './leftovers.ts';
import { stancesOf } from './stances.ts';
import type { Stance, Subject } from './stances.ts';

/** Days that somebody is said to be free or not on. `kind` is null while only days are said. */
export interface Statement {
  readonly kind: Kind | null;
  readonly subject: Subject;
  readonly phrases: readonly Phrase[];
  readonly only: boolean;
  readonly nomore: boolean;
  readonly strong: boolean;
  readonly asks: boolean;
}

/** All a message states, and whether its days and its words could be tied together. */
export interface Statements {
  readonly list: readonly Statement[];
  readonly remains: readonly Remains[];
  /** Days whose stance is not sure: « le 12 je peux pas le 13 », « pas dispo le 12, je joue le 13 ». */
  readonly loose: boolean;
  readonly twisted: boolean;
}

interface Draft {
  stance: Stance | null;
  phrases: Phrase[];
  asks: boolean;
  /** Said in a reason: counts only when nothing else gives the days. */
  reasons: Phrase[];
}

type Part =
  | { readonly phrase: Phrase; readonly at: number; readonly reasoned: boolean }
  | { readonly stance: Stance; readonly at: number };

function partsOf(clause: Clause, stances: readonly Stance[], remains: Remains): readonly Part[] {
  const days = clause.items.flatMap((item, at): Part[] => {
    if (item.type !== 'days') return [];
    const reasoned = remains.reason !== null && at > remains.reason[0] && at < remains.reason[1];
    return [{ phrase: item.phrase, at, reasoned }];
  });
  return [...days, ...stances.map((stance) => ({ stance, at: stance.at }))].sort((a, b) => a.at - b.at);
}

function isPartOfDay({ units }: Phrase): boolean {
  return units.every(({ core }) => core.type === 'part');
}

/** « en mars je suis pas dispo le 12 » */
function isPeriod([head]: readonly Phrase[]): boolean {
  return head !== undefined && head.units.length === 1 && PERIODS.has(head.units[0]?.core.type ?? '');
}

const FOREIGN = new Set(['verb', 'you', 'they', 'we', 'me', 'is', 'am', 'impersonal', 'thing', 'unknown', 'was']);

/** Whether a clause without a stance merely goes on with days (« …, le 13 et aussi le 15 (anniv) »). */
function goesOn({ items }: Clause): boolean {
  const first = items.findIndex(({ type }) => type === 'days');
  return !items.some(
    (item: Item, at) =>
      item.type === 'word' && FOREIGN.has(item.lexeme.role) && (at < first || item.lexeme.role !== 'thing'),
  );
}

interface Builder {
  readonly drafts: Draft[];
  pending: Draft | null;
  loose: boolean;
}

function addReasoned(builder: Builder, phrase: Phrase, asks: boolean): void {
  const last = builder.drafts.at(-1);
  if (last !== undefined) last.reasons.push(phrase);
  else (builder.pending ??= { stance: null, phrases: [], asks, reasons: [] }).reasons.push(phrase);
}

function addDays(builder: Builder, phrase: Phrase, asks: boolean, follows: boolean): void {
  const last = builder.drafts.at(-1);
  if (last !== undefined && follows && last.stance?.bare !== true) {
    last.phrases.push(phrase);
    last.asks ||= asks;
  } else if (last === undefined) {
    builder.pending ??= { stance: null, phrases: [], asks, reasons: [] };
    builder.pending.phrases.push(phrase);
    builder.pending.asks ||= asks;
  } else builder.loose = true;
}

function addStance(builder: Builder, stance: Stance, before: readonly Phrase[], asks: boolean): Draft {
  const last = builder.drafts.at(-1);
  const repeats =
    last?.stance?.kind === stance.kind &&
    last.stance.subject === stance.subject &&
    before.length === 0 &&
    builder.pending === null;
  if (repeats && last.phrases.length === 0) {
    last.asks ||= asks;
    return last;
  }
  const draft: Draft = {
    stance,
    phrases: [...(builder.pending?.phrases ?? []), ...before],
    asks,
    reasons: builder.pending?.reasons ?? [],
  };
  builder.pending = null;
  builder.drafts.push(draft);
  return draft;
}

/** « À demain ! », « à samedi les gars » after what was said. */
function isFarewell({ items }: Clause): boolean {
  const at = items.findIndex(({ type }) => type === 'days');
  const days = items[at];
  const core = days?.type === 'days' && days.phrase.units.length === 1 ? days.phrase.units[0]?.core.type : undefined;
  if (days?.type !== 'days' || at > 1 || (core !== 'relative' && core !== 'weekday')) return false;
  const lead = items[0]?.type === 'word' && at === 1 ? items[0].lexeme : days.lexemes[0];
  return lead?.text === 'a' && items.slice(at + 1).every((item) => item.type === 'word' && item.lexeme.role === 'soft');
}

/** Days stand before their stance throughout a clause, or after it; a mix of both is not guessed. */
function addClause(builder: Builder, clause: Clause, parts: readonly Part[]): void {
  const stated = parts.filter((part) => 'stance' in part);
  if (stated.length === 0) {
    if (builder.drafts.length > 0 && isFarewell(clause)) return;
    for (const part of parts) {
      if (!('phrase' in part)) continue;
      if (part.reasoned) addReasoned(builder, part.phrase, clause.asks);
      else addDays(builder, part.phrase, clause.asks, goesOn(clause) && !clause.contrast);
    }
    return;
  }
  let before: Phrase[] = [];
  let current: Draft | null = null;
  const leading = parts.find((part) => !('phrase' in part && part.reasoned));
  const daysFirst = leading !== undefined && 'phrase' in leading;
  for (const part of parts) {
    if ('stance' in part) {
      current = addStance(builder, part.stance, before, clause.asks);
      before = [];
    } else if (part.reasoned) {
      if (current === null) addReasoned(builder, part.phrase, clause.asks);
      else current.reasons.push(part.phrase);
    } else if (current !== null && (!daysFirst || isPartOfDay(part.phrase) || isPeriod(current.phrases)))
      current.phrases.push(part.phrase);
    else before.push(part.phrase);
  }
  const touching = parts.some((part, index) => {
    const next = parts[index + 1];
    return (
      next !== undefined && 'phrase' in part && 'phrase' in next && next.at === part.at + 1 && !isPartOfDay(next.phrase)
    );
  });
  builder.loose ||= before.length > 0 || touching;
}

function finished(draft: Draft, given: Kind | null): Statement {
  const { stance } = draft;
  const own = draft.phrases.filter((phrase) => !isPartOfDay(phrase));
  const phrases = own.length > 0 || draft.reasons.length === 0 ? draft.phrases : [...draft.reasons, ...draft.phrases];
  return {
    kind: stance?.kind ?? given,
    subject: stance?.subject ?? 'nobody',
    phrases,
    only: stance?.only ?? false,
    nomore: stance?.nomore ?? false,
    strong: stance?.strong ?? false,
    asks: draft.asks,
  };
}

/** A question mark at the end of a sentence reaches back over clauses that name nobody, except from a mere « ça va ? ». */
function reachBack(clauses: readonly Clause[]): readonly Clause[] {
  return clauses.map((clause, index) => {
    const asking = clauses.slice(index + 1).find((later) => later.sentence === clause.sentence && later.asks);
    const tag = asking?.items.every(
      (item) =>
        item.type === 'word' && ['soft', 'fine', 'impersonal', 'is', 'thing', 'verb'].includes(item.lexeme.role),
    );
    const named = clause.items.some((item) => item.type === 'word' && item.lexeme.role === 'me');
    return asking !== undefined && tag !== true && !named ? { ...clause, asks: true } : clause;
  });
}

function sameDays(one: Phrase, other: Phrase): boolean {
  return JSON.stringify(one.units.map(({ core }) => core)) === JSON.stringify(other.units.map(({ core }) => core));
}

/** A date inside a reason, beside other dates, may be one of the days or not. */
function hasStrayReason({ phrases, reasons }: Draft): boolean {
  const own = phrases.filter((phrase) => !isPartOfDay(phrase));
  return own.length > 0 && reasons.some((reason) => !own.some((phrase) => sameDays(phrase, reason)));
}

/** A stance without days of its own that contradicts the one before leaves the days to either. */
function isUnsettled(drafts: readonly Draft[]): boolean {
  return drafts.some((draft, index) => {
    const before = drafts[index - 1];
    if (before === undefined || draft.phrases.length + draft.reasons.length > 0) return false;
    return (
      before.stance?.kind !== draft.stance?.kind && draft.stance?.subject !== 'other' && draft.stance?.subject !== 'you'
    );
  });
}

/** « pas le 12, le 13 »: a bare negation that opens a message and is not all of it corrects something we do not know. */
function opensBare(drafts: readonly Draft[]): boolean {
  return drafts.length > 1 && drafts[0]?.stance?.bare === true;
}

const NOTHING: Remains = { unread: null, reason: null, unsure: false, supposes: false, corrects: false, past: false };

/** What a clause about somebody else leaves unread does not matter. */
function isElsewhere(stances: readonly Stance[]): boolean {
  return stances.length > 0 && stances.every(({ subject }) => subject === 'other' || subject === 'you');
}

/** Ties the days of a message to what is said of them. */
export function statementsOf(clauses: readonly Clause[], given: Kind | null): Statements {
  const builder: Builder = { drafts: [], pending: null, loose: false };
  const remains: Remains[] = [];
  let twisted = false;
  for (const clause of reachBack(clauses)) {
    const stances = stancesOf(clause);
    const rest = remainsOf(clause, stances);
    remains.push(isElsewhere(stances) ? NOTHING : rest);
    twisted ||= stances.some((stance) => stance.twisted);
    addClause(builder, clause, partsOf(clause, stances, rest));
  }
  if (builder.pending !== null) builder.drafts.push(builder.pending);
  const loose =
    builder.loose || builder.drafts.some(hasStrayReason) || isUnsettled(builder.drafts) || opensBare(builder.drafts);
  return { list: builder.drafts.map((draft) => finished(draft, given)), remains, loose, twisted };
}
