import { type Turn } from '../../core/turn.ts';
import { addDays } from '../../domain/day.ts';
import { readSheetLine, type SheetLine } from '../../domain/road-words/index.ts';
import { type SheetContext } from '../../domain/road-words/types.ts';
import { type KnownSheet } from '../../agency/road/known-sheet.ts';
import { contextOf } from '../absence/reading.ts';
import { namesDate, namesIn } from './find-date.ts';

/** A date is named in so many words at most: « du samedi 12 décembre 2026 au Fil ». */
const longestDate = 8;

/**
 * A line of a sheet. The date it begins with stands apart from what is said of it, as if they were two lines: « 27 mars régie :
 * Solène » is one of « régie : Solène ».
 */
export function readLine(turn: Turn, words: string, known: readonly KnownSheet[]): SheetLine {
  const context = { ...contextOf(turn), names: namesIn(known) };
  const line = readApart(words, context);
  if (line.date.days.type !== 'ask') return line;
  // Last night's date is still of use on the way home, and at one in the morning it is tonight's.
  const asOfYesterday = readApart(words, { ...context, today: addDays(context.today, -1) });
  return asOfYesterday.date.days.type === 'days' ? asOfYesterday : line;
}

function readApart(words: string, context: SheetContext): SheetLine {
  const whole = readSheetLine(words, context);
  const breaks = [...words.matchAll(/\s+/gu)].slice(0, longestDate).map(({ index }) => index);
  const apart = breaks
    .filter((end) => {
      const head = readSheetLine(words.slice(0, end), context);
      return namesDate(head.date) && head.changes.length === 0 && head.unread.length === 0;
    })
    .map((end) => readSheetLine(`${words.slice(0, end)}\n${words.slice(end)}`, context))
    .filter((line) => namesDate(line.date));
  // The words as they were typed first, so that nothing changes where a break says no more.
  return [whole, ...apart].reduce((best, line) => (saysMore(line, best) ? line : best));
}

function saysMore(line: SheetLine, than: SheetLine): boolean {
  const less = weight(than) - weight(line);
  return less > 0 || (less === 0 && line.changes.length > than.changes.length);
}

/** How much of it was not understood. */
function weight({ unread }: SheetLine): number {
  return unread.join('').length;
}
