import { toNumber } from './calendar.ts';
import { toParts } from './day-set.ts';
import { sourceOf } from './grammar/lists.ts';
import type { Phrase } from './grammar/syntax.ts';
import { lexemesOf } from './lexemes.ts';
import { phraseMeaning, phrasesMeaning, unitsMeaning } from './meaning/phrase.ts';
import { normalise } from './normalise.ts';
import { refine } from './refine.ts';
import { itemsOf } from './statement/items.ts';
import type { AskReason, Context } from './types.ts';
import type { DayPart } from '../day.ts';

/** Days named somewhere in a text: `from` and `to` are places in its NFC form; `why` says what stands against taking them. */
export interface DaysSpan {
  readonly from: number;
  readonly to: number;
  readonly parts: readonly DayPart[];
  readonly why: AskReason | null;
}

const LONGEST_TEXT = 800;
const LONGEST_ROW = 280;

function isPartOnly({ units }: Phrase): boolean {
  return units.every(({ core }) => core.type === 'part');
}

/**
 * Every phrase of days in a text, in order, whoever they are said of: for lines that are not about the writer's own days.
 * Parts of the day alone (« le soir ») are left out; a text longer than one statement gives nothing.
 */
export function daysIn(text: string, context: Context): readonly DaysSpan[] {
  if (text.length > LONGEST_TEXT) return [];
  const { text: plain, origin } = normalise(text);
  const { lexemes, language } = lexemesOf(plain, context.locale);
  if (lexemes.length > LONGEST_ROW) return [];
  const found = itemsOf(sourceOf(refine(lexemes), language)).flatMap((item) =>
    item.type === 'days' && !isPartOnly(item.phrase) ? [item] : [],
  );
  const meanings = phrasesMeaning(
    found.map(({ phrase }) => phrase),
    {
      today: toNumber(context.today),
      holidays: context.holidays,
      base: null,
      ahead: false,
      phrase: phraseMeaning,
      units: unitsMeaning,
    },
  );
  const end = text.normalize('NFC').length;
  return found.map(({ lexemes: row }, index) => {
    const { set, troubles } = meanings[index] ?? { set: new Map(), troubles: [] };
    const last = Math.max(...row.map((lexeme) => lexeme.end));
    return {
      from: origin[row[0]?.at ?? 0] ?? 0,
      to: (origin[last - 1] ?? end - 1) + 1,
      parts: toParts(set),
      why: troubles[0] ?? (set.size === 0 ? 'no-day' : null),
    };
  });
}
