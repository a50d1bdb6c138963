import { lineOf } from '../booking-words/line.ts';
import type { InfoKey } from '../day-sheet/sheet.ts';
import { LONGEST_INFO } from './agreed.ts';
import type { Said } from './hours.ts';
import { isNothing, isUnknown } from './info-words.ts';

/** A thing of the day and its value, both as typed; `value` null: it is no longer so. */
export interface InfoClause {
  readonly type: 'info';
  readonly key: InfoKey;
  readonly value: string | null;
  readonly text: string;
}

/** « wifi : LaVapeur / guitare12 »; a value nobody knows yet, none at all or too long a one stays unread. */
export function readInfo({ key, value, text }: InfoClause): {
  readonly said: readonly Said[];
  readonly unread: readonly string[];
} {
  const said = (to: string | null): readonly Said[] => [
    { change: { type: 'info', key, text: to }, words: text.trim() },
  ];
  if (value === null) return { said: said(null), unread: [] };
  const trimmed = value.trim().replace(/[\s,;]+$/u, '');
  const { flat } = lineOf(trimmed).line;
  if (isNothing(flat)) return { said: said(null), unread: [] };
  const useless = trimmed === '' || trimmed.length > LONGEST_INFO || isUnknown(flat) || !/[\p{L}\p{N}]/u.test(trimmed);
  return useless ? { said: [], unread: [text.trim()] } : { said: said(trimmed), unread: [] };
}
