import { toNumber } from './calendar.ts';
import { toParts } from './day-set.ts';
import { sourceOf } from './grammar/lists.ts';
import { lexemesOf } from './lexemes.ts';
import type { Lexeme } from './lexemes.ts';
import type { Environment } from './meaning/environment.ts';
import { phraseMeaning, unitsMeaning } from './meaning/phrase.ts';
import { normalise } from './normalise.ts';
import type { Normalised } from './normalise.ts';
import { refine } from './refine.ts';
import { combine } from './statement/combine.ts';
import type { Combined } from './statement/combine.ts';
import { clausesOf, itemsOf } from './statement/items.ts';
import { statementsOf } from './statement/statements.ts';
import type { Statement, Statements } from './statement/statements.ts';
import type { AskReason, Context, Kind, Reading } from './types.ts';

/** One statement about one's days is never longer; the rest of what people paste is not read. */
const LONGEST_TEXT = 800;
const LONGEST_ROW = 280;

interface Message {
  readonly statements: Statements;
  readonly normalised: Normalised;
  readonly original: string;
  readonly joke: boolean;
}

function environmentOf(context: Context): Environment {
  return {
    today: toNumber(context.today),
    holidays: context.holidays,
    base: null,
    ahead: false,
    phrase: phraseMeaning,
    units: unitsMeaning,
  };
}

function quote({ normalised, original }: Message, lexeme: Lexeme): string {
  const source = original.normalize('NFC');
  const [from, to] = [normalised.origin[lexeme.at] ?? 0, normalised.origin[lexeme.end - 1] ?? source.length];
  return source.slice(from, to + 1).slice(0, 60);
}

function ask(why: AskReason, combined: Combined, unread: string | null): Reading {
  return { type: 'ask', why, kind: combined.kind, understood: toParts(combined.set), unread };
}

/** What the words around the days say against taking them at their word. */
function doubtOf({ statements: { remains, loose, twisted } }: Message): AskReason | null {
  if (remains.some(({ past }) => past)) return 'past';
  if (remains.some(({ unsure, supposes }) => unsure || supposes)) return 'uncertain';
  if (remains.some(({ unread }) => unread !== null) || twisted) return 'unread';
  return loose ? 'both-kinds' : null;
}

/** Messages that concern somebody else, or only put a question. */
function elsewhere(list: readonly Statement[], supposes: boolean): Reading | null {
  const asked = list.filter(({ asks }) => asks);
  if (asked.length === list.length || (asked.length > 0 && supposes)) return { type: 'none', why: 'question' };
  const others = list.filter(({ subject }) => subject === 'you' || subject === 'other');
  return others.length === list.length ? { type: 'none', why: 'not-the-speaker' } : null;
}

function speakersOnly(list: readonly Statement[]): readonly Statement[] {
  return list.filter(({ subject, asks }) => !asks && subject !== 'you' && subject !== 'other');
}

/** Somebody is named besides, and a statement names nobody; or « on », whose members cannot be told. */
function isWhoUnclear(list: readonly Statement[]): boolean {
  const spoken = speakersOnly(list);
  const others = list.some(({ subject, asks }) => !asks && (subject === 'other' || subject === 'you'));
  return spoken.some(({ subject }) => subject === 'we' || subject === 'unclear' || (others && subject === 'nobody'));
}

function withoutDays(list: readonly Statement[]): boolean {
  return list.every(({ phrases }) => phrases.length === 0);
}

function verdict(message: Message, given: Kind | null, context: Context): Reading {
  const { list, remains } = message.statements;
  const nothing: Reading = { type: 'none', why: 'nothing-said' };
  if (message.joke) return nothing;
  const stray = remains.find(({ unread }) => unread !== null)?.unread ?? null;
  if (list.length === 0 && given !== null && stray !== null)
    return { type: 'ask', why: 'unread', kind: given, understood: [], unread: quote(message, stray) };
  if (list.length === 0) return nothing;
  const away = elsewhere(
    list,
    remains.some(({ supposes }) => supposes),
  );
  if (away !== null) return away;
  const spoken = speakersOnly(list);
  const combined = combine(spoken, environmentOf(context));
  if (isWhoUnclear(list)) return withoutDays(list) ? nothing : ask('who', { ...combined, kind: null }, null);
  if (withoutDays(spoken))
    return spoken.some(({ strong }) => strong)
      ? ask(doubtOf(message) === 'uncertain' ? 'uncertain' : 'no-day', combined, null)
      : nothing;
  return judged(message, combined, given);
}

function judged(message: Message, combined: Combined, given: Kind | null): Reading {
  const { remains } = message.statements;
  const unread = remains.find((rest) => rest.unread !== null)?.unread ?? null;
  const quoted = unread === null ? null : quote(message, unread);
  const kind = combined.kind ?? given;
  const [trouble] = combined.troubles;
  const doubt = doubtOf(message);
  if (kind === null) {
    const over = combined.set.size === 0 && (trouble === 'past' || trouble === 'no-day');
    return over || combined.set.size + combined.troubles.length === 0
      ? { type: 'none', why: 'nothing-said' }
      : ask('kind', combined, quoted);
  }
  if (doubt !== null) return ask(doubt, { ...combined, kind }, doubt === 'unread' ? quoted : null);
  if (trouble !== undefined) return ask(trouble, { ...combined, kind }, null);
  if (combined.set.size === 0) return ask('no-day', { ...combined, kind }, null);
  if (combined.aside && remains.some(({ corrects }) => corrects)) return ask('both-kinds', { ...combined, kind }, null);
  const correction = combined.nomore || remains.some(({ corrects }) => corrects);
  const flags = { ...(combined.only ? { only: true } : {}), ...(correction ? { correction: true } : {}) };
  return { type: 'days', kind, parts: toParts(combined.set), firstPerson: true, ...flags };
}

/** Reads a message; `given` is the kind a question of ours already settles. */
export function read(text: string, given: Kind | null, context: Context): Reading {
  const tooLong: Reading = { type: 'ask', why: 'too-long', kind: given, understood: [], unread: null };
  if (text.length > LONGEST_TEXT) return tooLong;
  const normalised = normalise(text);
  const { lexemes, language } = lexemesOf(normalised.text, context.locale);
  if (lexemes.length > LONGEST_ROW) return tooLong;
  const row = refine(lexemes);
  const clauses = clausesOf(itemsOf(sourceOf(row, language)));
  const joke = row.some(({ role }) => role === 'joke');
  return verdict({ statements: statementsOf(clauses, given), normalised, original: text, joke }, given, context);
}
