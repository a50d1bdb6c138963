import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readDays } from '../../../domain/spoken-days/index.ts';
import { holidays, leastTime, reread, texts, todays } from './properties.ts';

const INPUTS = Number(process.env['SPOKEN_DAYS_INPUTS'] ?? 1_000_000);
const LIMIT_MS = 5;

it(
  `when ${INPUTS} texts are read, none throws, none takes more than ${LIMIT_MS} ms, and every reading reads back`,
  { timeout: 3_600_000 },
  () => {
    const worst = { text: '', milliseconds: 0 };
    fc.assert(
      fc.property(texts, todays, (text, today) => {
        const start = performance.now();
        const reading = readDays(text, { today, locale: 'fr', holidays });
        const once = performance.now() - start;
        if (once > 1) {
          const least = leastTime(text, today, 20);
          if (least > worst.milliseconds) Object.assign(worst, { text, milliseconds: least });
          expect(least, text).toBeLessThan(LIMIT_MS);
        }
        if (reading.type === 'days')
          expect(reread(reading.parts, today, 'fr'), text).toMatchObject({ type: 'days', parts: reading.parts });
      }),
      { numRuns: INPUTS },
    );
    console.log(`worst: ${worst.milliseconds.toFixed(2)} ms on ${JSON.stringify(worst.text.slice(0, 200))}`);
  },
);
