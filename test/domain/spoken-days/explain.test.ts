import { describe, expect, it } from 'vitest';
import { daysCommand } from '../../../domain/spoken-days/command.ts';
import { explainAsk, readDays } from '../../../domain/spoken-days/index.ts';
import { corpus, day } from './corpus.ts';
import { holidays } from './properties.ts';

const context = { today: day('2026-11-22'), locale: 'fr', holidays } as const;

function explained(text: string, locale: 'fr' | 'en' = 'fr'): string {
  const reading = readDays(text, { ...context, locale });
  return reading.type === 'ask' ? explainAsk(reading, { ...context, locale }) : reading.type;
}

describe('questions', () => {
  it('when a word is not read, keeps the days and quotes it as typed', () => {
    expect(explained('pas dispo le 12 mars Schtroumpf')).toBe(
      'J’ai compris : pas dispo le ven. 12 mars 2027, mais je n’ai pas compris « Schtroumpf » : peux-tu le redire plus simplement, avec les dates ?',
    );
  });

  it('when no stance is said, asks which of the two', () => {
    expect(explained('le 12 mars')).toBe('J’ai compris : le ven. 12 mars 2027, mais tu es dispo, ou pas dispo ?');
    expect(explained('March 12', 'en')).toBe('I understood: Fri 12 March 2027, but are you free or not?');
  });

  it('when no day could be kept, asks what is missing alone', () => {
    expect(explained('pas dispo le 30 février')).toBe('Une de ces dates n’existe pas : laquelle voulais-tu dire ?');
  });

  it('when any phrase of the corpus is asked about, the question is one line that ends as one', () => {
    const questions = corpus().flatMap(({ locale, phrases }) =>
      phrases.flatMap(({ text }) => {
        const reading = readDays(text, { ...context, locale });
        return reading.type === 'ask' ? [explainAsk(reading, { ...context, locale })] : [];
      }),
    );
    expect(questions.filter((question) => !/^[^\n]+[?.]$/.test(question))).toStrictEqual([]);
  });
});

describe('regie days', () => {
  it('when the text is read, prints days, parts, kind and the recap', () => {
    expect(daysCommand('pas dispo le 1er décembre au soir', context)).toStrictEqual({
      days: ['2026-12-01'],
      parts: [{ day: '2026-12-01', part: 'evening' }],
      kind: 'absence',
      recap: 'le mar. 1er déc. (soir)',
      count: 1,
    });
  });

  it('when it has to ask, prints why and what was understood', () => {
    expect(daysCommand('pas dispo le 12 ou le 13', context)).toMatchObject({
      ask: 'alternatives',
      understood: { kind: 'absence', days: ['2026-12-12', '2026-12-13'] },
    });
  });

  it('when nothing is said of the speaker, prints that as an ask', () => {
    expect(daysCommand('Léa est pas là le 20', context)).toMatchObject({ ask: 'not-the-speaker' });
    expect(daysCommand('', context)).toMatchObject({ ask: 'nothing-said' });
  });
});
