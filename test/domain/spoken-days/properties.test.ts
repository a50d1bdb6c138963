import { assert, constant, constantFrom, integer, pre, property, tuple } from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { addDays } from '../../../domain/day.ts';
import { readAnswer, readDays, recapDays } from '../../../domain/spoken-days/index.ts';
import {
  canonical,
  holidays,
  leastTime,
  partsFrom,
  partsOf,
  reread,
  texts,
  todays,
  weekdayName,
} from './properties.ts';

vi.setConfig({ testTimeout: 180_000 });

const LIMIT_MS = 5;
/** Longer texts are not read at all. */
const LONGEST = 750;
const locales = constantFrom('fr' as const, 'en' as const);

describe('readings and their recaps', () => {
  it('when a recap is read back as an answer, gives the same parts', () => {
    const cases = todays.chain((today) => tuple(constant(today), partsFrom(today), locales));
    assert(
      property(cases, ([today, parts, locale]) => {
        const recap = recapDays(parts, { today, locale });
        pre(recap.length < LONGEST);
        expect({ recap, parts: partsOf(reread(parts, today, locale)) }).toStrictEqual({
          recap,
          parts: canonical(parts),
        });
      }),
      { numRuns: 3000 },
    );
  });

  it('when a reading of any text gives days, their recap reads back to them', () => {
    assert(
      property(texts, todays, locales, (text, today, locale) => {
        const parts = partsOf(readDays(text, { today, locale, holidays }));
        pre(parts !== null && recapDays(parts, { today, locale }).length < LONGEST);
        expect({ text, parts: partsOf(reread(parts ?? [], today, locale)) }).toStrictEqual({ text, parts });
      }),
      { numRuns: 3000 },
    );
  });
});

describe('days that are read', () => {
  it('when a weekday stands with a date, reads it only if they agree', () => {
    assert(
      property(todays, integer({ min: 1, max: 300 }), integer({ min: 0, max: 6 }), (today, ahead, shift) => {
        const on = addDays(today, ahead);
        const [year, month, date] = on.split('-').map(Number);
        const text = `pas dispo le ${weekdayName(addDays(on, shift))} ${date}/${month}/${year}`;
        const agreed = { type: 'days', parts: [{ day: on, part: 'day' }] };
        const disagreed = { type: 'ask', why: 'weekday-disagrees' };
        expect(readDays(text, { today, locale: 'fr', holidays })).toMatchObject(shift === 0 ? agreed : disagreed);
      }),
      { numRuns: 1000 },
    );
  });

  it('when any text is read on any day, never gives a day that is over', () => {
    assert(
      property(texts, todays, locales, (text, today, locale) => {
        const context = { today, locale, holidays };
        const parts = [readDays(text, context), readAnswer(text, 'absence', context)].flatMap(
          (reading) => partsOf(reading) ?? [],
        );
        expect(parts.filter(({ day }) => day < today)).toStrictEqual([]);
      }),
      { numRuns: 8000 },
    );
  });

  it('when a number nobody explains is put into a sentence, asks', () => {
    const places = constantFrom(
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
    assert(
      property(places, todays, integer({ min: 60, max: 99 }), (text, today, number) => {
        const reading = readDays(text.replaceAll('77', String(number)), { today, locale: 'fr', holidays });
        expect({ text, type: reading.type }).not.toStrictEqual({ text, type: 'days' });
      }),
      { numRuns: 500 },
    );
  });
});

describe('the cost of reading', () => {
  it(`when any text is read, neither throws nor takes more than ${LIMIT_MS} ms`, () => {
    assert(
      property(texts, todays, (text, today) => {
        const once = leastTime(text, today, 1);
        expect(once > LIMIT_MS ? leastTime(text, today, 10) : once).toBeLessThan(LIMIT_MS);
      }),
      { numRuns: 8000 },
    );
  });
});
