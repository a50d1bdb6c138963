import { z } from 'zod';
import { type Day } from './day.ts';
import { idSchema } from './ids.ts';
import { daySchema, localeSchema, timeSchema, timezoneSchema } from './schemas.ts';

/** What somebody does for the agency. `admin` looks after Régie itself; `guest` has one errand and sees nothing else. */
export const roleSchema = z.enum([
  'musician',
  'technician',
  'tour-manager',
  'booker',
  'manager',
  'communication',
  'production',
  'hr',
  'legal',
  'employee',
  'admin',
  'guest',
]);

/** One role; permissions are granted to roles, never to people. */
export type Role = z.infer<typeof roleSchema>;

/** Everybody with a place of their own in the agency: all roles but the guest's. */
export const workers: readonly Role[] = roleSchema.options.filter((role) => role !== 'guest');

/** The ways of reaching somebody, in the order they prefer. */
export const reachSchema = z.enum(['telegram', 'signal', 'email']);

/** Hours in which Régie stays silent, in the person's own time zone; `from` after `to` spans midnight. */
export const quietHoursSchema = z.strictObject({ from: timeSchema, to: timeSchema });

/** Quiet hours of a person. */
export type QuietHours = z.infer<typeof quietHoursSchema>;

/** Somebody who may talk to Régie. Private coordinates are not here: they are encrypted fields of the staff file. */
export const personSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1).max(120),
  roles: z.array(roleSchema).min(1),
  locale: localeSchema,
  timezone: timezoneSchema,
  quiet: quietHoursSchema.nullable(),
  channels: z.array(reachSchema).min(1),
  /** First and last day with the agency; after `leaves` every access is refused. */
  joined: daySchema.nullable(),
  leaves: daySchema.nullable(),
  town: z.string().max(120).nullable(),
  diet: z.string().max(200).nullable(),
  /** T-shirt size, for merchandise and crew clothes. */
  size: z.string().max(40).nullable().default(null),
  /** How they like to travel and sleep: « fenêtre, chambre seule ». */
  seat: z.string().max(200).nullable().default(null),
  /** What they bring and need on stage: « basse 5 cordes, ampli sur place ». */
  instruments: z.string().max(200).nullable().default(null),
  /** While they are away somebody else decides in their place, from the first day to the last. */
  delegation: z.strictObject({ to: idSchema, from: daySchema, until: daySchema }).nullable().default(null),
});

/** Somebody who may talk to Régie. */
export type Person = z.infer<typeof personSchema>;

/** True from the first to the last day with the agency, both included: a leaver loses access on the day after. */
export function isWithUs(person: Person, today: Day): boolean {
  if (person.joined !== null && today < person.joined) return false;
  return person.leaves === null || today <= person.leaves;
}

/** The name a colleague would use: the first word of the full name. */
export function firstName(person: Person): string {
  return person.name.split(' ')[0] ?? person.name;
}
