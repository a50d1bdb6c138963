import { read } from './read.ts';
import type { AskReading, Context, Kind, Reading, RecapOptions } from './types.ts';
import { recapDays } from './recap.ts';

export type {
  AskReading,
  AskReason,
  Context,
  DaysReading,
  HolidayCalendar,
  HolidayName,
  Kind,
  Locale,
  NoReading,
  Reading,
  RecapOptions,
} from './types.ts';
export { countDays, listDays, recapDays } from './recap.ts';

/** What `text` says about its author's free days; asks whenever something that could matter stays unread. */
export function readDays(text: string, context: Context): Reading {
  return read(text, null, context);
}

/** Reads the answer to a question of ours (« le 12 », "from the 3rd to the 7th"): no verb is needed, `kind` is given. */
export function readAnswer(text: string, kind: Kind, context: Context): Reading {
  return read(text, kind, context);
}

/** One sentence that says what was understood and what is missing. */
export function explainAsk(reading: AskReading, options: RecapOptions): string {
  const known = recapDays(reading.understood, options);
  if (options.locale === 'fr')
    return `${known === '' ? '' : `J’ai compris ${known}, mais `}il me manque des précisions : quels jours exactement ?`;
  return `${known === '' ? '' : `I understood ${known}, but `}I need more: which days exactly?`;
}
