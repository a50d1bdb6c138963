import {
  listDays,
  readAnswer,
  readDays,
  recapDays,
  type Context,
  type Reading,
} from '../../domain/spoken-days/index.ts';
import { type Day, type DayPart } from '../../domain/day.ts';
import { type Turn } from '../../core/turn.ts';

/** What a person's words are read against. */
export function contextOf(turn: Turn, today: Day = turn.today): Context {
  return { today, locale: turn.texts.locale, holidays: turn.holidays };
}

/** A further sentence about days already on the card: these days instead, these too, or not these. */
export type Amendment =
  | { readonly type: 'replace' | 'add' | 'remove'; readonly parts: readonly DayPart[] }
  | { readonly type: 'unclear'; readonly reading: Reading };

const adds = /^\s*(et|aussi|plus|ajoute|\+|and|also|plus|add)\b|\b(aussi|également|as well|too)\s*[.!]?\s*$/i;
const removes = /^\s*(sauf|pas|hors|enl[eè]ve|retire|except|but not|not|remove|minus)\b/i;

/** Reads a follow-up to a card that shows days off. Days one is free again are taken from it. */
export function readAmendment(text: string, context: Context): Amendment {
  const whole = readDays(text, context);
  if (whole.type === 'days' && whole.kind === 'presence') return { type: 'remove', parts: whole.parts };
  if (removes.test(text)) {
    const rest = readAnswer(text.replace(removes, ''), 'absence', context);
    if (rest.type === 'days' && whole.type !== 'days') return { type: 'remove', parts: rest.parts };
  }
  const stripped = adds.test(text) ? text.replace(adds, ' ').trim() : text;
  const answer = whole.type === 'days' ? whole : readAnswer(stripped, 'absence', context);
  if (answer.type !== 'days') return { type: 'unclear', reading: answer };
  return { type: adds.test(text) ? 'add' : 'replace', parts: answer.parts };
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
      return parts.filter((part) => !named.has(part.day));
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
