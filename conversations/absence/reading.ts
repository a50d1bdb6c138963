import {
  listDays,
  readAnswer,
  readDays,
  recapDays,
  type Context,
  type Reading,
} from '../../domain/spoken-days/index.ts';
import { restOfDay, withoutParts } from '../../domain/absence.ts';
import { addDays, type Day, type DayPart } from '../../domain/day.ts';
import { type Turn } from '../../core/turn.ts';

/** What a person's words are read against. */
export function contextOf(turn: Turn, today: Day = turn.today): Context {
  return { today, locale: turn.texts.locale, holidays: turn.holidays };
}

/** A further sentence about days already on the card: these days instead, these too, or not these. */
export type Amendment =
  | { readonly type: 'replace' | 'add'; readonly parts: readonly DayPart[] }
  | { readonly type: 'remove'; readonly parts: readonly DayPart[] }
  | { readonly type: 'unclear'; readonly reading: Reading };

const adds =
  /^\s*(et|aussi|plus|ajoute|\+|and|also|plus|add)\b|\b(aussi|également|non plus|as well|too|either|neither)\s*[.!]?\s*$/i;
const corrects =
  /^\s*(non|nan|plut[oô]t|en fait|enfin|pardon|oups|correction|d[ée]sol[ée]e?|no|rather|actually|sorry|oops|i mean)\b/i;
const removes = /^\s*(sauf|pas|hors|enl[eè]ve|retire|except|but not|not|remove|minus)\b/i;

/** Words that can stand around bare day numbers (« et le 16 aussi », « non, du 13 au 15 ») without naming a month or a weekday. */
const around =
  /^(\d{1,2}(er|st|nd|rd|th)?|le|les|l|du|au|de|à|a|et|ou|en|plus|aussi|également|sauf|pas|hors|non|plutôt|plutot|fait|finalement|enfin|ajoute|retire|enlève|enleve|je|suis|dispo|matin|soir|aprem|après|midi|the|to|from|and|also|too|as|well|except|but|not|no|rather|actually|add|remove|morning|evening|afternoon|i|am|m|free|available)$/i;

/** Reads a follow-up to a card that shows `parts`. Bare numbers mean days around those on the card, not the next such day. */
export function readAmendment(text: string, parts: readonly DayPart[], context: Context): Amendment {
  const [first] = parts;
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const isBare = first !== undefined && words.every((word) => around.test(word));
  return amendmentIn(text, isBare ? { ...context, today: nearest(first.day, context.today) } : context, parts);
}

/** A week before the card's first day, so that « le 5 » said about the 12th is found as well, but never the past. */
function nearest(day: Day, today: Day): Day {
  const before = addDays(day, -7);
  return before > today ? before : today;
}

/** « pas le 13 », « sauf le 13 » under a card: taken from it, where « pas dispo le 13 » would be a statement of its own. */
const statement = /dispo|libre|\blà\b|\bla\b|peux|pourrai|free|available|around|can/i;

function amendmentIn(text: string, context: Context, parts: readonly DayPart[]): Amendment {
  if (removes.test(text) && !statement.test(text)) {
    const rest = readAnswer(text.replace(removes, ''), 'absence', context);
    if (rest.type === 'days') return within({ type: 'remove', parts: rest.parts }, parts, rest);
  }
  const whole = readDays(text, context);
  if (whole.type === 'days' && whole.kind === 'presence')
    return within({ type: 'remove', parts: whole.parts }, parts, whole);
  const answer =
    whole.type === 'days'
      ? whole
      : readAnswer(adds.test(text) ? text.replace(adds, ' ').trim() : text, 'absence', context);
  if (answer.type !== 'days') return { type: 'unclear', reading: answer };
  // « pas là le 17 » after « pas là le 16 » is one more; « non, le 17 » and a bare « le 17 » say it anew.
  const onceMore = whole.type === 'days' && whole.correction !== true && !corrects.test(text);
  return { type: adds.test(text) || onceMore ? 'add' : 'replace', parts: answer.parts };
}

/** Days can only be taken from a card that shows them; anything else is a misunderstanding to clear up. */
function within(amendment: Amendment & { type: 'remove' }, parts: readonly DayPart[], reading: Reading): Amendment {
  const shown = new Set(parts.map((part) => part.day));
  return amendment.parts.every((part) => shown.has(part.day)) ? amendment : { type: 'unclear', reading };
}

/** Reads a follow-up to a card that shows days somebody is free again; null when it says nothing about them. */
export function readFreed(text: string, parts: readonly DayPart[], context: Context): DayPart[] | null {
  const whole = readDays(text, context);
  if (whole.type === 'days' && whole.kind === 'presence') return [...whole.parts];
  const amendment = readAmendment(text, parts, context);
  if (amendment.type === 'unclear') return null;
  if (amendment.type === 'add') return amend(parts, amendment);
  // « non, pas dispo le 13 » under « de nouveau dispo le 12 et le 13 » takes the 13th off the card.
  const isDenied = amendment.type === 'remove' || (whole.type === 'days' && whole.kind === 'absence');
  return isDenied ? withoutParts(parts, amendment.parts) : [...amendment.parts];
}

/** Applies an amendment to the days on the card. */
export function amend(parts: readonly DayPart[], amendment: Exclude<Amendment, { type: 'unclear' }>): DayPart[] {
  const named = new Set(amendment.parts.map((part) => part.day));
  switch (amendment.type) {
    case 'replace':
      return [...amendment.parts];
    case 'add':
      return [...parts.filter((part) => !named.has(part.day)), ...amendment.parts].sort(byDay);
    case 'remove':
      return withoutParts(parts, amendment.parts);
  }
}

function byDay(a: DayPart, b: DayPart): number {
  return a.day < b.day ? -1 : a.day > b.day ? 1 : 0;
}

/** « du ven. 12 au lun. 15 mars 2027, sauf le sam. 13 », in the language of the turn. */
export function recap(turn: Turn, parts: readonly DayPart[]): string {
  return recapDays(parts, { today: turn.today, locale: turn.texts.locale });
}

/** « ven. 12, dim. 14 et lun. 15 mars », in the language of the turn. */
export function list(turn: Turn, parts: readonly DayPart[]): string {
  return listDays(parts, { today: turn.today, locale: turn.texts.locale });
}

/** What is left of the days on which somebody is free for a part only (« dispo qu'à partir de 18 h »); nothing of whole days. */
export function restOfDays(parts: readonly DayPart[]): DayPart[] {
  return parts.flatMap(restOfDay);
}
