import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { availabilityOf } from '../../../domain/availability/availability.ts';
import { compileAgenda } from '../../../domain/availability/compiled-agenda.ts';
import { availabilityOracle } from '../../support/oracle/availability-oracle.ts';
import { inPlain, sorted } from './season.ts';
import { randomSeason } from './random-seasons.ts';

const grave = ['show', 'elsewhere', 'away', 'hold', 'flexible', 'silent'];

describe('whatever the season', () => {
  it('every date is answered as it is the long way, reason by reason', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(randomSeason, ({ agenda, days, wish }) => {
        const oracle = availabilityOracle(agenda);
        const ready = compileAgenda(agenda);
        for (const artist of agenda.artists) {
          const answers = availabilityOf(artist, days, ready, wish);
          expect(answers.map(inPlain)).toEqual(days.map((day) => sorted(oracle(artist, day, wish))));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('reasons come gravest first, and asking a plain agenda is the same as asking one made ready', () => {
    fc.assert(
      fc.property(randomSeason, ({ agenda, days, wish }) => {
        for (const artist of agenda.artists) {
          const answers = availabilityOf(artist, days, agenda, wish);
          expect(answers).toEqual(availabilityOf(artist, days, compileAgenda(agenda), wish));
          for (const { reasons } of answers) {
            const order = reasons.map(({ type }) => grave.indexOf(type));
            expect(order).toEqual(order.toSorted((a, b) => a - b));
          }
        }
      }),
    );
  });
});
