import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { daysFromTo, parseDay } from '../../../domain/day.ts';
import type { Day, DayPart } from '../../../domain/day.ts';

const phraseSchema = z.strictObject({
  text: z.string(),
  today: z.string().optional(),
  says: z.enum(['absence', 'presence', 'ask', 'none']),
  days: z.array(z.string()).optional(),
  only: z.boolean().optional(),
  why: z.string().optional(),
});

/** A phrase and what a person means by it. Days are `2027-03-12`, `2027-03-12..2027-03-15`, `2027-03-12 evening`, `2027-03-12 18:00-`. */
export type Phrase = z.infer<typeof phraseSchema>;

const FOLDER = join(import.meta.dirname, 'corpus');

/** The labelled phrases of each file of the corpus. */
export function corpus(): {
  readonly file: string;
  readonly locale: 'fr' | 'en';
  readonly phrases: readonly Phrase[];
}[] {
  return readdirSync(FOLDER).map((file) => ({
    file,
    locale: file.startsWith('english') ? 'en' : 'fr',
    phrases: z.array(phraseSchema).parse(JSON.parse(readFileSync(join(FOLDER, file), 'utf8'))),
  }));
}

/** A plain date of a test. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(`not a day: ${text}`);
  return parsed;
}

function partOf(text: string | undefined): DayPart['part'] {
  if (text === undefined) return 'day';
  if (text === 'morning' || text === 'afternoon' || text === 'evening') return text;
  const [from = '', to = ''] = text.split('-');
  return { from, to: to === '' ? null : to };
}

/** The day parts a label stands for. */
export function labelled(days: readonly string[]): DayPart[] {
  return days.flatMap((label) => {
    const [dates = '', part] = label.split(' ');
    const [first = '', last = first] = dates.split('..');
    return daysFromTo(day(first), day(last)).map((each) => ({ day: each, part: partOf(part) }));
  });
}
