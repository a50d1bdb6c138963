import { type Turn } from '../../core/turn.ts';
import { readSheetLine, type SheetLine } from '../../domain/road-words/index.ts';
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
  const whole = readSheetLine(words, context);
  const breaks = [...words.matchAll(/\s+/gu)].slice(0, longestDate).map(({ index }) => index);
  const at = breaks.findLast((end) => {
    const head = readSheetLine(words.slice(0, end), context);
    return namesDate(head.date) && head.changes.length === 0 && head.unread.length === 0;
  });
  if (at === undefined || /^\s*\n/.test(words.slice(at))) return whole;
  const apart = readSheetLine(`${words.slice(0, at)}\n${words.slice(at)}`, context);
  const isBetter = apart.changes.length > whole.changes.length || weight(apart) < weight(whole);
  return isBetter && namesDate(apart.date) ? apart : whole;
}

function weight({ unread }: SheetLine): number {
  return unread.join('').length;
}
