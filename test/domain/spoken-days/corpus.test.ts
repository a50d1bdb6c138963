import { describe, expect, it } from 'vitest';
import { readDays } from '../../../domain/spoken-days/index.ts';
import { holidayCalendar } from '../../../integrations/holidays/index.ts';
import { corpus, day, labelled } from './corpus.ts';
import type { Phrase } from './corpus.ts';

const holidays = holidayCalendar({ from: 2025, to: 2033 });

function label(phrase: Phrase): object {
  const { says, days, only, why } = phrase;
  if (says === 'absence' || says === 'presence') {
    return { type: 'days', kind: says, parts: labelled(days ?? []), ...(only === true ? { only } : {}) };
  }
  return { type: says, ...(why === undefined ? {} : { why }) };
}

describe.each(corpus())('the corpus in $file', ({ phrases, locale }) => {
  it.each(phrases)('when somebody writes « $text », reads what they mean ($says)', (phrase) => {
    const today = day(phrase.today ?? '2026-11-22');
    expect(readDays(phrase.text, { today, locale, holidays })).toMatchObject(label(phrase));
  });
});
