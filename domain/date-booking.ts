import { z } from 'zod';
import { idSchema } from './ids.ts';
import { daySchema, timeSchema } from './schemas.ts';

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
});

/** A confirmed date in the agenda. */
export type Show = z.infer<typeof showSchema>;
