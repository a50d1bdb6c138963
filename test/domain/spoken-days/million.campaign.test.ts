import { assert, property } from 'fast-check';
import { expect, it } from 'vitest';
import { readDays, recapDays } from '../../../domain/spoken-days/index.ts';
import { holidays, leastTime, partsOf, reread, texts, todays } from './properties.ts';

const INPUTS = Number(process.env['SPOKEN_DAYS_INPUTS'] ?? 1_000_000);
const LIMIT_MS = 5;
const LONGEST = 750;

it(
  `when ${INPUTS} texts are read, none throws, none takes more than ${LIMIT_MS} ms, and every reading reads back`,
  { timeout: 3_600_000 },
  () => {
    const worst = { text: '', milliseconds: 0 };
    assert(
      property(texts, todays, (text, today) => {
        const start = performance.now();
        const reading = readDays(text, { today, locale: 'fr', holidays });
        const once = performance.now() - start;
        const least = once > 1 ? leastTime(text, today, 20) : once;
        if (least > worst.milliseconds) Object.assign(worst, { text, milliseconds: least });
        expect(least).toBeLessThan(LIMIT_MS);
        const parts = partsOf(reading);
        const short = parts !== null && recapDays(parts, { today, locale: 'fr' }).length < LONGEST;
        expect({ text, parts: short ? partsOf(reread(parts, today, 'fr')) : parts }).toStrictEqual({ text, parts });
      }),
      { numRuns: INPUTS },
    );
    console.log(`worst: ${worst.milliseconds.toFixed(2)} ms on ${JSON.stringify(worst.text.slice(0, 200))}`);
  },
);
