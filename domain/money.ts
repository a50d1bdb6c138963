import { z } from 'zod';

/** An amount: whole cents and the currency. Never a float, never negative. */
export const moneySchema = z.strictObject({ cents: z.number().int().min(0), currency: z.literal('EUR') });

/** An amount: whole cents and the currency. */
export type Money = z.infer<typeof moneySchema>;

/** A *prix de cession* or fee before tax, with the VAT rate that applies to it, in hundredths of a percent (550 is 5.5 %). */
export const priceSchema = z.strictObject({ ...moneySchema.shape, vat: z.number().int().min(0).max(10_000) });

/** A price before tax with its VAT rate. */
export type Price = z.infer<typeof priceSchema>;

/** The price with tax, rounded to the cent the way invoices are (half up). */
export function withTax(price: Price): Money {
  return { cents: price.cents + share(price.cents, price.vat), currency: price.currency };
}

/** `rate` hundredths of a percent of an amount, in cents, half up. */
export function share(cents: number, rate: number): number {
  return Math.round((cents * rate) / 10_000);
}

/** « 1 800 € », « 1 899,50 € »: cents only when there are any; spaces that do not break a line. */
export function formatMoney(money: Money, locale: 'fr' | 'en'): string {
  const digits = money.cents % 100 === 0 ? 0 : 2;
  return new Intl.NumberFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    style: 'currency',
    currency: money.currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(money.cents / 100);
}

/** « 5,5 % » for 550. */
export function formatRate(rate: number, locale: 'fr' | 'en'): string {
  return new Intl.NumberFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    style: 'percent',
    maximumFractionDigits: 2,
  }).format(rate / 10_000);
}
