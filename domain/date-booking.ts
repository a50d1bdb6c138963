import { z } from 'zod';
import { embargoSchema, exclusivitySchema } from './deal-terms.ts';
import { idSchema } from './ids.ts';
import { daySchema, timeSchema } from './schemas.ts';

/** Another organiser wants the date: whoever holds it is asked to confirm or let go by then (demande de confirmation). */
const challengeSchema = z.strictObject({
  /** The lead on whose behalf it was asked; null when a booker asked for somebody not written down yet. */
  lead: idSchema.nullable(),
  askedAt: z.number().int(),
  deadline: z.number().int(),
  /** Whether the deadline has passed and the booker was asked what to do. */
  over: z.boolean(),
});

/** A dated option that an outside programmer holds on an act. Rank 1 is asked first; nothing holds after `validUntil`. */
export const holdSchema = z.strictObject({
  id: idSchema,
  artist: idSchema,
  venue: idSchema,
  day: daySchema,
  rank: z.number().int().min(1).max(9),
  validUntil: daySchema,
  state: z.enum(['held', 'released', 'confirmed', 'expired']),
  /** Who plays if not the usual line-up: substitutes already named for this date. */
  cast: z.array(idSchema).nullable(),
  lead: idSchema.nullable().default(null),
  placedAt: z.number().int().nullable().default(null),
  challenge: challengeSchema.nullable().default(null),
  /** Whether silence after a challenge lets the date go by itself; only where the deal says so. */
  releasesBySilence: z.boolean().default(false),
});

/** A dated option with a rank. */
export type Hold = z.infer<typeof holdSchema>;

/** A confirmed date in the agenda. Without times it takes the whole agency day. */
export const showSchema = z.strictObject({
  id: idSchema,
  artist: idSchema,
  venue: idSchema,
  day: daySchema,
  arrival: timeSchema.nullable(),
  set: timeSchema.nullable(),
  end: timeSchema.nullable(),
  state: z.enum(['confirmed', 'postponed', 'cancelled']),
  cast: z.array(idSchema).nullable(),
  /** Counts changes of the date, place and times; calendars and day sheets say which one they show. */
  version: z.number().int().min(1).default(1),
  lead: idSchema.nullable().default(null),
  soundcheck: timeSchema.nullable().default(null),
  doors: timeSchema.nullable().default(null),
  embargo: embargoSchema.nullable().default(null),
  exclusivity: exclusivitySchema.nullable().default(null),
  /** The show this one replaces after a postponement. */
  replaces: idSchema.nullable().default(null),
});

/** A confirmed date in the agenda. */
export type Show = z.infer<typeof showSchema>;

/** The confirmed date that a date became, however often it has moved since; null when there is none. */
export function becameOf(id: string, dates: readonly Show[]): Show | null {
  const seen = new Set<string>();
  let next = dates.find((one) => one.replaces === id);
  while (next !== undefined && next.state !== 'confirmed' && !seen.has(next.id)) {
    const { id: from } = next;
    seen.add(from);
    next = dates.find((one) => one.replaces === from);
  }
  return next?.state === 'confirmed' ? next : null;
}
