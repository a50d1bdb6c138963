import { parseDay } from '../domain/day.ts';
import { localeSchema } from '../domain/schemas.ts';
import { daysCommand } from '../domain/spoken-days/command.ts';
import { holidayCalendar } from '../integrations/holidays/index.ts';

/** One printed reading, or why nothing could be read. */
export type DaysLine = { readonly ok: true; readonly json: string } | { readonly ok: false; readonly problem: string };

/** Reads one text, or each line of `input` when the text is `-`. */
export async function* daysLines(
  text: string,
  options: { today: string; locale: string },
  input: AsyncIterable<string>,
): AsyncGenerator<DaysLine> {
  const today = parseDay(options.today);
  const locale = localeSchema.safeParse(options.locale);
  if (today === null)
    return yield { ok: false, problem: `regie: --today "${options.today}" is not a date (YYYY-MM-DD)` };
  if (!locale.success) return yield { ok: false, problem: `regie: --locale is fr or en, not "${options.locale}"` };
  const year = Number(today.slice(0, 4));
  const holidays = holidayCalendar({ from: year - 1, to: year + 4 });
  const read = (line: string): DaysLine => ({
    ok: true,
    json: JSON.stringify(daysCommand(line, { today, locale: locale.data, holidays })),
  });
  if (text !== '-') return yield read(text);
  for await (const line of input) yield read(line);
}
