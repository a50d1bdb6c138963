import { daysIn } from '../spoken-days/index.ts';
import type { AskReading, Context, DaysSpan } from '../spoken-days/index.ts';
import type { Day, DayPart } from '../day.ts';
import { take, untaken } from './line.ts';
import type { Line, Stretch } from './line.ts';
import type { DaysFound, DaysNamed } from './types.ts';

/** The calendar days of parts, once each, in order. */
export function distinctDays(parts: readonly DayPart[]): readonly Day[] {
  return [...new Set(parts.map(({ day }) => day))].sort();
}

function askOf(why: AskReading['why'], parts: readonly DayPart[]): DaysNamed {
  return { type: 'ask', ask: { type: 'ask', why, kind: null, understood: parts, unread: null } };
}

/** What the phrases amount to; more than `most` days is a period rather than dates, so one of them is asked for. */
export function named(spans: readonly DaysSpan[], most: number): DaysFound {
  if (spans.length === 0) return { type: 'none' };
  const parts = spans.flatMap((span) => span.parts);
  const why = spans.find((span) => span.why !== null)?.why ?? null;
  if (why !== null) return askOf(why, parts);
  const days = distinctDays(parts);
  return days.length > most ? askOf('alternatives', []) : { type: 'days', days };
}

/** Phrases of days of what is left of a line, and the line without them. */
export function takeDays(line: Line, context: Context): { readonly line: Line; readonly spans: readonly DaysSpan[] } {
  // « Moëlan-sur-Mer » holds no Wednesday: what hangs on a name by a hyphen is part of it.
  const text = untaken(line).replaceAll(/(?<=\p{L}-)\p{L}{3}(?![\p{L}-])/gu, (end) => 'x'.repeat(end.length));
  const spans = daysIn(text, context);
  return { line: spans.reduce((rest, span) => take(rest, span), line), spans };
}

/** A day read right after a word like « jusqu'au »; `at` is where that word ends. */
export interface DayAfter extends Stretch {
  readonly day: Day | null;
  readonly named: DaysNamed;
}

function phraseAfter(rest: string, at: number, context: Context): DayAfter | null {
  const gap = /^\s*(?:(?:le|la|l'|the|au|a|on)\s+)?/i.exec(rest)?.[0].length ?? 0;
  const article = context.locale === 'fr' ? 'le ' : 'the ';
  const lead = /^\d/.test(rest.slice(gap)) ? article : '';
  const [span] = daysIn(lead + rest.slice(gap), context);
  if (span === undefined || span.from > lead.length) return null;
  const found = named([span], 7);
  if (found.type === 'none') return null;
  const [day, second] = found.type === 'days' ? found.days : [];
  return {
    from: at,
    to: at + gap + span.to - lead.length,
    day: second === undefined ? (day ?? null) : null,
    named: found,
  };
}

/**
 * The phrase of days that begins at `at`, as if an article stood before it; null when none begins there. It ends at a mark,
 * and before another article when it is no single day with it (« jusqu'au 15 janv le 13 mars »).
 */
export function dayAfter(line: Line, at: number, context: Context): DayAfter | null {
  const all = untaken(line).slice(at);
  const rest = all.slice(0, /[,;](?!\d)|\n/.exec(all)?.index);
  const found = phraseAfter(rest, at, context);
  if (found === null || found.day !== null) return found;
  const article = /\s(?:le|the)\s/i.exec(rest.slice(4));
  const shorter = article === null ? null : phraseAfter(rest.slice(0, article.index + 4), at, context);
  return shorter !== null &&
    shorter.day !== null &&
    !/(?:et|ou|and|or)\s*$/i.test(rest.slice(0, (article?.index ?? 0) + 4))
    ? shorter
    : found;
}
