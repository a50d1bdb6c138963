import { z } from 'zod';
import { type Absence } from '../../domain/absence.ts';
import { type Artist } from '../../domain/artist.ts';
import { type Hold, type Show } from '../../domain/date-booking.ts';
import { type Person } from '../../domain/person.ts';
import { daySchema, localeSchema, timezoneSchema } from '../../domain/schemas.ts';
import { type Venue } from '../../domain/venue.ts';
import { type DeclarationRow, type LeadRow } from './seed-lead.ts';

/** The agency itself, as `agency.json` says it. `anchor` is the day on which its season was written: what comes after is ahead. */
export const agencySchema = z.strictObject({
  name: z.string().min(1).max(120),
  contact: z.email(),
  timezone: timezoneSchema,
  locale: localeSchema,
  anchor: daySchema,
});

/** The agency itself: its name, the address strangers are sent to, its clock and its language. */
type Agency = z.infer<typeof agencySchema>;

/** Everything an agency starts with, ready to be written to the store. */
export interface Seed {
  readonly agency: Agency;
  readonly people: readonly Person[];
  readonly artists: readonly Artist[];
  readonly venues: readonly Venue[];
  readonly shows: readonly Show[];
  readonly holds: readonly Hold[];
  readonly absences: readonly Absence[];
  readonly leads: readonly LeadRow[];
  readonly declarations: readonly DeclarationRow[];
}
