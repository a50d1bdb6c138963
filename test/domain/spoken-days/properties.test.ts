import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../domain/day.ts';
import { readAnswer, readDays, recapDays } from '../../../domain/spoken-days/index.ts';
import { holidays, leastTime, partsFrom, reread, texts, todays, weekdayName } from './properties.ts';

const LIMIT_MS = 5;
const locales = fc.constantFrom('fr' as const, 'en' as const);

describe('readings and their recaps', () => {
  it('when a recap is read back as an answer, gives the same parts', () => {
    const cases = todays.chain((today) => fc.tuple(fc.constant(today), partsFrom(today), locales));
    fc.assert(
      fc.property(cases, ([today, parts, locale]) => {
        const first = recapDays(parts, { today, locale });
        fc.pre(first.length < 1900);
        const reading = reread(parts, today, locale);
        expect(reading, first).toMatchObject({ type: 'days', kind: 'absence' });
        expect(recapDays(reading.type === 'days' ? reading.parts : [], { today, locale })).toBe(first);
        const whole = parts.every(({ part }) => typeof part === 'string');
        if (whole && reading.type === 'days') expect(reading.parts).toStrictEqual(parts);
      }),
      { numRuns: 3000 },
    );
  });

  it('when a reading of any text gives days, their recap reads back to them', () => {
    fc.assert(
      fc.property(texts, todays, locales, (text, today, locale) => {
        const reading = readDays(text, { today, locale, holidays });
        if (reading.type !== 'days') return;
        expect(
          reread(reading.parts, today, locale),
          `${text} → ${recapDays(reading.parts, { today, locale })}`,
        ).toMatchObject({ type: 'days', parts: reading.parts });
      }),
      { numRuns: 6000 },
    );
  });
});

describe('days that are read', () => {
  it('when a weekday stands with a date, reads it only if they agree', () => {
    fc.assert(
      fc.property(todays, fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 6 }), (today, ahead, shift) => {
        const on = addDays(today, ahead);
        const [year, month, date] = on.split('-').map(Number);
        const text = `pas dispo le ${weekdayName(addDays(on, shift))} ${date}/${month}/${year}`;
        const reading = readDays(text, { today, locale: 'fr', holidays });
        if (shift === 0) expect(reading).toMatchObject({ type: 'days', parts: [{ day: on, part: 'day' }] });
        else expect(reading).toMatchObject({ type: 'ask', why: 'weekday-disagrees' });
      }),
      { numRuns: 1000 },
    );
  });

  it('when any text is read on any day, never gives a day that is over', () => {
    fc.assert(
      fc.property(texts, todays, locales, (text, today, locale) => {
        for (const reading of [
          readDays(text, { today, locale, holidays }),
          readAnswer(text, 'absence', { today, locale, holidays }),
        ]) {
          const parts = reading.type === 'days' ? reading.parts : [];
          const yesterday = addDays(today, -1);
          // The small hours of today belong to yesterday's evening, which is where they are kept.
          for (const { day, part } of parts)
            expect(day >= today || (day === yesterday && typeof part !== 'string'), text).toBe(true);
        }
      }),
      { numRuns: 10_000 },
    );
  });

  it('when a number nobody explains is put into a sentence, asks', () => {
    const places = fc.constantFrom(
      'pas dispo le 12 mars 77',
      '77 pas dispo le 12 mars',
      'pas dispo 77 le 12 mars',
      'pas dispo du 12 au 15 mars (77)',
      'salut 77, pas dispo le 12 mars',
      'pas dispo le 12 mars, 77',
      'not free March 12, 77',
      'pas dispo le 12 mars x77',
      'pas dispo le 12 mars ٧٧',
      'pas dispo le 12 mars car 77',
    );
    fc.assert(
      fc.property(places, todays, fc.integer({ min: 60, max: 99 }), (text, today, number) => {
        const reading = readDays(text.replaceAll('77', String(number)), { today, locale: 'fr', holidays });
        expect(reading.type, text).not.toBe('days');
      }),
      { numRuns: 500 },
    );
  });
});

describe('the cost of reading', () => {
  it(`when any text is read, neither throws nor takes more than ${LIMIT_MS} ms`, () => {
    fc.assert(
      fc.property(texts, todays, (text, today) => {
        const once = leastTime(text, today, 1);
        if (once > LIMIT_MS) expect(leastTime(text, today, 10), text).toBeLessThan(LIMIT_MS);
      }),
      { numRuns: 8000 },
    );
  });
});
