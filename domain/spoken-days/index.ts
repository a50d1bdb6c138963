import { read } from './read.ts';
import type { Context, Kind, Reading } from './types.ts';

export type { AskReading, Context, HolidayCalendar, HolidayName, Kind, Locale, Reading } from './types.ts';
export { explainAsk } from './explain.ts';
export { isRemark } from './remark.ts';
export { daysIn } from './spans.ts';
export type { DaysSpan } from './spans.ts';
export { countDays, listDays, recapDays } from './recap.ts';

/** What `text` says about its author's free days; asks whenever something that could matter stays unread. */
export function readDays(text: string, context: Context): Reading {
  return read(text, null, context);
}

/** Reads the answer to a question of ours (« le 12 », "from the 3rd to the 7th"): no verb is needed, `kind` is given. */
export function readAnswer(text: string, kind: Kind, context: Context): Reading {
  return read(text, kind, context);
}
