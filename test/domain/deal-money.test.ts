import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commissionOf, marginOf, primeOf } from '../../domain/deal-money.ts';
import { dealKindSchema, employerOf, employerSchema, type DealKind, type DealTerms } from '../../domain/deal-terms.ts';
import { emptyFields } from '../../conversations/deals/fields.ts';

const euros = (amount: number) => ({ cents: amount * 100, currency: 'EUR' }) as const;
const act = {
  costs: { plateau: euros(1200), perKm: { cents: 45, currency: 'EUR' } },
  prime: { rate: 500, base: 'margin' },
  commission: 1000,
} as const;
const cession: DealTerms = { ...emptyFields.terms, price: { ...euros(1800), vat: 550 } };
const withKind = (kind: DealKind): DealTerms => ({ ...cession, kind, employer: employerOf[kind] });
const vhr = { travel: true, lodging: true, meals: true, people: 6 };

describe('the margin', () => {
  it('when everything is known, is the price before tax less the cast and the road there and back', () => {
    expect(marginOf(cession, act, 400)).toEqual({ cents: 24_000, plateau: 120_000, road: 36_000 });
  });

  it('when the organiser provides the travel, the road costs nothing; lodging alone changes nothing', () => {
    expect(marginOf({ ...cession, vhr }, act, 400)).toMatchObject({ cents: 60_000, road: 0 });
    expect(marginOf({ ...cession, vhr: { ...vhr, travel: false } }, act, 400)).toMatchObject({ road: 36_000 });
  });

  it('when the organiser employs the cast, its wages are not the agency’s', () => {
    expect(marginOf({ ...withKind('engagement') }, act, 400)).toMatchObject({ cents: 144_000, plateau: 0 });
  });

  it('when the price does not cover the costs, is below zero', () => {
    expect(marginOf({ ...cession, price: { ...euros(1000), vat: 550 } }, act, 0)?.cents).toBe(-20_000);
  });

  it('when the price or the costs are unknown, there is none to tell', () => {
    expect(marginOf({ ...cession, price: null }, act, 400)).toBeNull();
    expect(marginOf(cession, { costs: null }, 400)).toBeNull();
  });

  it('when the distance is unknown, the road is left out and not guessed', () => {
    expect(marginOf(cession, act, null)).toMatchObject({ cents: 60_000, road: 0 });
  });

  it('when a distance has decimals, whole cents come out', () => {
    expect(Number.isInteger(marginOf(cession, act, 123.456)?.cents)).toBe(true);
  });
});

describe('the booker’s prime', () => {
  const margin = { cents: 60_000, plateau: 120_000, road: 0 };

  it('when its base is the margin, is that share of it and says so', () => {
    expect(primeOf(cession, act, margin)).toEqual({ amount: euros(30), rate: 500, base: 'margin' });
  });

  it('when its base is the price, the margin does not matter', () => {
    const onPrice = { prime: { rate: 300, base: 'price' } } as const;
    expect(primeOf(cession, onPrice, null)).toEqual({ amount: euros(54), rate: 300, base: 'price' });
    expect(primeOf({ ...cession, price: null }, onPrice, margin)).toBeNull();
  });

  it('when the margin is unknown, there is none to tell; when it is below zero, it is zero', () => {
    expect(primeOf(cession, act, null)).toBeNull();
    expect(primeOf(cession, act, { ...margin, cents: -5000 })?.amount).toEqual(euros(0));
  });
});

describe('the agent’s commission', () => {
  it('when the organiser employs, is a share of the wages and says so', () => {
    expect(commissionOf({ ...withKind('engagement') }, act)).toEqual({ amount: euros(180), rate: 1000, base: 'wages' });
  });

  it.each([1001, 1500, 5000])('when somebody noted %i hundredths of a percent, takes ten percent at most', (rate) => {
    expect(commissionOf({ ...withKind('engagement') }, { commission: rate })).toMatchObject({
      rate: 1000,
      amount: euros(180),
    });
  });

  it('when the rate is lower than the cap, the rate counts', () => {
    expect(commissionOf({ ...withKind('engagement') }, { commission: 800 })).toMatchObject({
      rate: 800,
      amount: euros(144),
    });
  });

  it.each(dealKindSchema.options.filter((kind) => kind !== 'engagement'))(
    'when the kind is %s, whoever employs is not the organiser and nothing is taken',
    (kind) => {
      expect(employerOf[kind]).not.toBe('organiser');
      expect(commissionOf(withKind(kind), act)).toBeNull();
    },
  );

  it('when the price is unknown, there is none to tell', () => {
    expect(commissionOf({ ...withKind('engagement'), price: null }, act)).toBeNull();
  });

  it('whatever is agreed, never exceeds ten percent and is never taken by an agency that employs', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...employerSchema.options),
        fc.integer({ min: 0, max: 50_000_000 }),
        fc.integer({ min: 0, max: 10_000 }),
        (employer, cents, commission) => {
          const terms: DealTerms = { ...cession, employer, price: { cents, currency: 'EUR', vat: 0 } };
          const taken = commissionOf(terms, { commission });
          expect(taken !== null).toBe(employer === 'organiser');
          expect(taken?.amount.cents ?? 0).toBeLessThanOrEqual(Math.round(cents / 10));
        },
      ),
    );
  });
});
