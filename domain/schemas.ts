import { z } from 'zod';
import { parseDay, type Day, type DayPart } from './day.ts';

/** A plain date in ISO form that exists in the calendar. */
export const daySchema = z.string().transform((text, context): Day => {
  const day = parseDay(text);
  if (day !== null) return day;
  context.addIssue({ code: 'custom', message: 'not a calendar day (YYYY-MM-DD)' });
  return z.NEVER;
});

/** A clock time `HH:MM`, 00:00 to 23:59. */
export const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** A day or a part of it. */
export const dayPartSchema: z.ZodType<DayPart> = z.strictObject({
  day: daySchema,
  part: z.union([
    z.enum(['day', 'morning', 'afternoon', 'evening']),
    z.strictObject({ from: timeSchema, to: timeSchema.nullable() }),
  ]),
});

/** The languages Régie speaks. */
export const localeSchema = z.enum(['fr', 'en']);

/** A language Régie speaks: French by default, English as complete. */
export type Locale = z.infer<typeof localeSchema>;

/** An IANA time zone known to this runtime. */
export const timezoneSchema = z.string().refine((zone) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}, 'unknown time zone');
