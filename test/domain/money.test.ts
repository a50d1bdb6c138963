import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoney, formatRate, moneySchema, share, withTax, type Price } from '../../domain/money.ts';

const euros = (amount: number, vat = 550): Price => ({ cents: Math.round(amount * 100), currency: 'EUR', vat });
const cents = (amount: number) => ({ cents: amount, currency: 'EUR' }) as const;

describe('a price with tax', () => {
  it.each([
    ['the example of the house', 1800, 550, 1899],
    ['a rate of zero', 900, 0, 900],
    ['the usual rate of goods', 100, 2000, 120],
    ['nothing', 0, 550, 0],
  ])('when it is %s, adds the rate', (_case, before, vat, after) => {
    expect(withTax(euros(before, vat))).toEqual({ cents: after * 100, currency: 'EUR' });
  });

  it.each([
    ['below half a cent', 9, 0],
    ['with half a cent', 10, 1],
    ['below one and a half', 29, 1],
    ['with one and a half', 30, 2],
  ])('when a share ends %s, rounds to the cent, half up', (_case, amount, part) => {
    expect(share(amount, 500)).toBe(part);
  });

  it('whatever the amount and the rate, stays in whole cents within half a cent of the exact sum', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), fc.integer({ min: 0, max: 10_000 }), (amount, vat) => {
        const total = withTax({ ...cents(amount), vat }).cents;
        expect(Number.isInteger(total)).toBe(true);
        expect(Math.abs(total - (amount * (10_000 + vat)) / 10_000)).toBeLessThanOrEqual(0.5 + 1e-6);
      }),
    );
  });

  it.each([-1, 1.5, Number.NaN])('when an amount is %s cents, it is no amount', (amount) => {
    expect(moneySchema.safeParse(cents(amount)).success).toBe(false);
  });
});

describe('an amount as people read it', () => {
  const wide = '\u00A0';
  const thin = '\u202F';

  it.each([
    [180_000, `1${thin}800${wide}€`],
    [189_950, `1${thin}899,50${wide}€`],
    [5, `0,05${wide}€`],
    [0, `0${wide}€`],
    [123_456_700, `1${thin}234${thin}567${wide}€`],
  ])('when it is %i cents, French says %s with spaces that do not break', (amount, text) => {
    expect(formatMoney(cents(amount), 'fr')).toBe(text);
    expect(formatMoney(cents(amount), 'fr')).not.toContain(' ');
  });

  it.each([
    [180_000, '€1,800'],
    [189_950, '€1,899.50'],
    [5, '€0.05'],
  ])('when it is %i cents, English says %s', (amount, text) => {
    expect(formatMoney(cents(amount), 'en')).toBe(text);
  });

  it.each([
    [550, `5,5${wide}%`, '5.5%'],
    [2000, `20${wide}%`, '20%'],
    [0, `0${wide}%`, '0%'],
    [210, `2,1${wide}%`, '2.1%'],
    [525, `5,25${wide}%`, '5.25%'],
  ])('when a rate is %i, French says %s and English %s', (rate, french, english) => {
    expect(formatRate(rate, 'fr').replaceAll(thin, wide)).toBe(french);
    expect(formatRate(rate, 'en')).toBe(english);
    expect(formatRate(rate, 'fr')).not.toContain(' ');
  });
});
