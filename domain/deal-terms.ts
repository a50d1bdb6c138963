import { z } from 'zod';
import { priceSchema } from './money.ts';
import { daySchema, timeSchema } from './schemas.ts';

/** The contracts under which a show is sold in France; who employs the cast follows from it. */
export const dealKindSchema = z.enum([
  'cession',
  'engagement',
  'co-realisation',
  'co-production',
  'own-production',
  'showcase',
]);

/** A kind of contract. */
export type DealKind = z.infer<typeof dealKindSchema>;

/** Who pays the cast's wages and their charges. */
export const employerSchema = z.enum(['agency', 'organiser', 'nobody']);

/** Who pays the cast's wages. */
export type Employer = z.infer<typeof employerSchema>;

/** Voyage, hébergement, repas: what the organiser provides, and for how many. */
export const vhrSchema = z.strictObject({
  travel: z.boolean(),
  lodging: z.boolean(),
  meals: z.boolean(),
  people: z.number().int().min(1).max(99).nullable(),
});

/** What the organiser provides. */
export type Vhr = z.infer<typeof vhrSchema>;

/** Clock times of the day, as agreed so far; null is still unknown. A set at 00:30 belongs to the evening before. */
export const timesSchema = z.strictObject({
  arrival: timeSchema.nullable(),
  soundcheck: timeSchema.nullable(),
  doors: timeSchema.nullable(),
  set: timeSchema.nullable(),
  end: timeSchema.nullable(),
});

/** Clock times of the day. */
export type Times = z.infer<typeof timesSchema>;

/** No public word of the date: until a day, or until the organiser gives the green light. */
export const embargoSchema = z.strictObject({ until: daySchema.nullable() });

/** Not within `km` of the venue for `weeks` before and after. */
export const exclusivitySchema = z.strictObject({
  km: z.number().int().min(1).max(2000),
  weeks: z.number().int().min(1).max(104),
});

/** A radius clause. */
export type Exclusivity = z.infer<typeof exclusivitySchema>;

/** Everything that is negotiated about a date; null is still open. */
export const dealTermsSchema = z.strictObject({
  kind: dealKindSchema,
  employer: employerSchema,
  price: priceSchema.nullable(),
  /** Whether the public pays: decides who owes which tax (droits d'auteur, taxe fiscale sur les spectacles). */
  entry: z.enum(['free', 'paid']).nullable(),
  vhr: vhrSchema.nullable(),
  times: timesSchema,
  conditions: z.string().max(1000).nullable(),
  embargo: embargoSchema.nullable(),
  exclusivity: exclusivitySchema.nullable(),
});

/** Everything that is negotiated about a date. */
export type DealTerms = z.infer<typeof dealTermsSchema>;

/** Nothing agreed yet. */
export const noTimes: Times = { arrival: null, soundcheck: null, doors: null, set: null, end: null };

/** Who employs under each kind of contract, unless agreed otherwise (Code du travail L7121-3, L7122-1; code de commerce for the cession). */
export const employerOf: Readonly<Record<DealKind, Employer>> = {
  cession: 'agency',
  engagement: 'organiser',
  'co-realisation': 'agency',
  'co-production': 'agency',
  'own-production': 'agency',
  showcase: 'nobody',
};

/**
 * The usual VAT rate by kind, in hundredths of a percent, indicatif: 5.5 % for the sale of a live show (CGI art. 278-0 bis F),
 * none on a wage or a free showcase.
 */
export const vatOf: Readonly<Record<DealKind, number>> = {
  cession: 550,
  engagement: 0,
  'co-realisation': 550,
  'co-production': 550,
  'own-production': 550,
  showcase: 0,
};
