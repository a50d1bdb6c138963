import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readDayQuestion, readFeedback, readSheetLine, readTrouble } from '../../../domain/road-words/index.ts';
import { contextOf, known } from '../booking-words/known.ts';
import { saidFeedback, saidSheet, saidTrouble } from './said.ts';

const rowSchema = z.strictObject({ text: z.string(), locale: z.enum(['fr', 'en']).default('fr'), says: z.string() });

function rows(file: string): z.infer<typeof rowSchema>[] {
  return z.array(rowSchema).parse(JSON.parse(readFileSync(join(import.meta.dirname, 'corpus', file), 'utf8')));
}

describe('lines of a day sheet', () => {
  test.each(rows('sheet-lines.json'))('« $text » says « $says »', ({ text, locale, says }) => {
    expect(saidSheet(readSheetLine(text, { ...contextOf(locale), names: known }))).toBe(says);
  });
});

describe('questions of the day', () => {
  test.each(rows('questions.json'))('« $text » asks for $says', ({ text, says }) => {
    expect(readDayQuestion(text)?.about ?? 'null').toBe(says);
  });
});

describe('troubles on the road', () => {
  test.each(rows('troubles.json'))('« $text » is $says', ({ text, says }) => {
    expect(saidTrouble(readTrouble(text))).toBe(says);
  });
});

describe('how it was', () => {
  test.each(rows('feedbacks.json'))('« $text » says « $says »', ({ text, says }) => {
    expect(saidFeedback(readFeedback(text))).toBe(says);
  });
});
