import { z } from 'zod';

/** Identifiers are short readable slugs (`lea-moreau`, `gribitch`) or generated tokens; never user text, never empty. */
export const idSchema = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,79}$/i);

/** A person of the agency. */
export type PersonId = string;

/** A managed act. */
export type ArtistId = string;
