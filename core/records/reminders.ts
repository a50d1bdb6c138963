import { z } from 'zod';
import { idSchema } from '../../domain/ids.ts';
import { daySchema } from '../../domain/schemas.ts';
import { defineCollection } from '../collection.ts';

/** More is never told in 90 days; the oldest are forgotten first. */
const mostTold = 5000;

const digestSchema = z.strictObject({
  /** The person. */
  id: idSchema,
  /** The instant their next digest waits for. */
  planned: z.number().int(),
  /** The day of the last digest handed to the job that writes it. */
  handed: daySchema.nullable(),
  /** The day of the last digest looked through, whether or not there was anything to say. */
  covered: daySchema.nullable(),
  /** Up to when what was noted has been looked at; null before the first digest. */
  since: z.number().int().nullable(),
  /** What they were told in the last 90 days, `<object>|<occurrence>`: nothing is said twice. */
  told: z.array(z.strictObject({ key: z.string().max(200), at: z.number().int() })).max(mostTold),
  /** What they put off. */
  snoozed: z.array(z.strictObject({ object: z.string().max(200), until: z.number().int() })).max(200),
});

/** What Régie remembers of the morning digests of one person. */
export type DigestMemory = z.infer<typeof digestSchema>;

/** Memories of digests, by person. */
export const digestMemories = defineCollection<DigestMemory>({ name: 'digest-memories', schema: digestSchema });

const nudgeKeptMs = 30 * 24 * 3_600_000;

const nudgeSchema = z.strictObject({
  /** `<show>.<person>`: what is missing for a date and falls to somebody. */
  id: z.string(),
  by: idSchema,
  at: z.number().int(),
});

/** Somebody was asked to see to what is missing; once a day for each line. */
export type Nudge = z.infer<typeof nudgeSchema>;

/** The last time of each line, kept for 30 days. */
export const nudges = defineCollection<Nudge>({
  name: 'nudges',
  schema: nudgeSchema,
  indexes: (nudge) => [{ name: 'expires', value: 'all', score: nudge.at + nudgeKeptMs }],
});
