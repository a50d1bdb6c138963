import { z } from 'zod';
import { idSchema } from './ids.ts';

/** A place or organisation that programmes shows. Coordinates are WGS 84 degrees. */
export const venueSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1).max(120),
  town: z.string().min(1).max(120),
  region: z.string().max(120),
  capacity: z.number().int().positive().nullable(),
  /** Null for a place named in chat whose position nobody has given yet: distances to it are unknown. */
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  /** Whom to write to about dates: a professional contact, by name and address of work. */
  contact: z
    .strictObject({ name: z.string().min(1).max(120), email: z.email().nullable() })
    .nullable()
    .default(null),
});

/** A place or organisation that programmes shows. */
export type Venue = z.infer<typeof venueSchema>;
