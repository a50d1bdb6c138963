import { z } from 'zod';
import { idSchema } from './ids.ts';

/** A place or organisation that programmes shows. Coordinates are WGS 84 degrees. */
export const venueSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1).max(120),
  town: z.string().min(1).max(120),
  region: z.string().max(120),
  capacity: z.number().int().positive().nullable(),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});

/** A place or organisation that programmes shows. */
export type Venue = z.infer<typeof venueSchema>;
