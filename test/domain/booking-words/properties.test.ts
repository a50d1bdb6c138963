import { array, assert, constantFrom, oneof, property, sample, shuffledSubarray, string, tuple } from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  readAvailabilityQuestion,
  readBookingSentence,
  readDealLine,
  readNoteLine,
  readPipelineFilter,
} from '../../../domain/booking-words/index.ts';
import { texts as spokenTexts } from '../spoken-days/properties.ts';
import { contextOf, known } from './known.ts';

const READERS = [readDealLine, readPipelineFilter, readBookingSentence, readAvailabilityQuestion, readNoteLine];

const WORDS = constantFrom(
  ...'gribitch gribich le fil la vapeur dijon quai m 106 6par4 13/3 1800ht 1 800 € 2k5 +vhr pour 6 2e option 1H jusqu’au 20 janvier si exclu'.split(
    ' ',
  ),
  ...'100 km 4 semaines embargo passage 21h30 balance - : , ( ) ? \n lot1 >10j relancé à moi confirme annule reporte au prolonge \u0000 \uE000 🎸 €'.split(
    ' ',
  ),
);

const texts: Arbitrary<string> = oneof(
  { weight: 4, arbitrary: array(WORDS, { maxLength: 30 }).map((words) => words.join(' ')) },
  { weight: 1, arbitrary: array(WORDS, { maxLength: 12 }).map((words) => words.join('')) },
  { weight: 2, arbitrary: spokenTexts },
  { weight: 1, arbitrary: string({ unit: 'binary', maxLength: 400 }) },
  { weight: 1, arbitrary: tuple(WORDS, WORDS).map(([one, other]) => `${one} ${other} `.repeat(60)) },
);

/** Far above any reading (1 to 9 ms on a busy machine) and far below one that goes round in circles. */
const tooLong = 50;

/** Least processor time of a few readings: what else the machine does is not the reader's. */
function leastTime(read: () => unknown): number {
  let least = Infinity;
  for (let count = 0; count < 20 && least >= tooLong; count += 1) {
    const start = process.cpuUsage();
    read();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

describe('whatever the text', () => {
  test('no reader throws, and none goes round in circles', { timeout: 120_000 }, () => {
    for (const text of sample(texts, { numRuns: 400, seed: 7 }))
      for (const read of READERS) read(text, known, contextOf('fr'));
    assert(
      property(texts, constantFrom('fr' as const, 'en' as const), (text, locale) => {
        for (const read of READERS)
          expect(
            leastTime(() => read(text, known, contextOf(locale))),
            `${read.name} of ${JSON.stringify(text)}`,
          ).toBeLessThan(tooLong);
      }),
      { numRuns: 800 },
    );
  });
});

/** A part of a deal line and the field it must reach. */
const PARTS: readonly (readonly [string, RegExp])[] = [
  ['1800 € ht', /"price":\{"cents":180000,"basis":"ht"\}/],
  ['tva 5,5', /"vat":550/],
  ['+vhr pour 6', /"people":6/],
  ['2e option', /"rank":2/],
  ['passage 21h30', /"set":"21:30"/],
  ['balance 16h', /"soundcheck":"16:00"/],
  ['portes 20h', /"doors":"20:00"/],
  ['embargo jusqu’au 15 janv', /"embargo":\{"until":"2027-01-15"\}/],
  ['exclu 100 km 4 semaines', /"exclusivity":\{"km":100,"weeks":4\}/],
  ['valable 15 jours', /"validUntil":"2026-12-07"/],
  ['cession', /"kind":"cession"/],
  ['entrée payante', /"entry":"paid"/],
  ['guso', /"employer":"organiser"/],
  ['le 13 mars', /"2027-03-13"/],
  ['gribitch', /"artist":\{"type":"one","id":"gribitch"\}/],
  ['la vapeur dijon', /"venue":\{"type":"one","id":"la-vapeur-dijon"\}/],
  ['zorblux', /zorblux/],
  ['kwyjibo 77', /kwyjibo 77/],
  ['pas de mzingou', /pas de mzingou/],
];

describe('parts of a deal line in any order', () => {
  test.each([', ', ' '])('joined by « %s », every part reaches its field or the leftovers', (joint) => {
    assert(
      property(shuffledSubarray([...PARTS], { minLength: 1, maxLength: 12 }), (parts) => {
        const text = parts.map(([part]) => part).join(joint);
        const said = JSON.stringify(readDealLine(text, known, contextOf('fr')));
        const lost = parts.filter(
          ([part, field]) =>
            !field.test(said) &&
            !part
              .split(' ')
              .filter((word) => word.length > 2)
              .every((word) => said.includes(word)),
        );
        expect(
          lost.map(([part]) => part),
          `${text} => ${said}`,
        ).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });
});
