import { describe, expect, it } from 'vitest';
import { readDays } from '../../../domain/spoken-days/index.ts';
import { holidayCalendar } from '../../../integrations/holidays/index.ts';
import { corpus, day, labelled } from './corpus.ts';
import type { Phrase } from './corpus.ts';

const holidays = holidayCalendar({ from: 2025, to: 2033 });

function check(phrase: Phrase, locale: 'fr' | 'en'): void {
  const reading = readDays(phrase.text, { today: day(phrase.today ?? '2026-11-22'), locale, holidays });
  if (phrase.says === 'ask' || phrase.says === 'none' || phrase.says === 'ask or none') {
    expect(phrase.says.split(' or '), JSON.stringify(reading)).toContain(reading.type);
    if (phrase.why !== undefined) expect(reading).toMatchObject({ why: phrase.why });
    return;
  }
  expect(reading).toMatchObject({ type: 'days', kind: phrase.says, parts: labelled(phrase.days ?? []) });
  if (phrase.only === true) expect(reading).toMatchObject({ only: true });
}

describe.each(corpus())('the corpus in $file', ({ phrases, locale }) => {
  it.each(phrases)('when somebody writes « $text », reads what they mean ($says)', (phrase) => {
    check(phrase, locale);
  });
});
