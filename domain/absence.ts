import { z } from 'zod';
import { type Day, type DayPart } from './day.ts';
import { idSchema } from './ids.ts';
import { dayPartSchema } from './schemas.ts';

/** When somebody cannot play, in their own words turned into days. No reason is stored: none is asked. */
export const absenceSchema = z.strictObject({
  id: idSchema,
  person: idSchema,
  parts: z.array(dayPartSchema).min(1),
  firmness: z.enum(['firm', 'flexible']),
  /** « sauf si le cachet dépasse… »: shown only to who negotiates, decides nothing by itself. */
  condition: z.string().max(500).nullable(),
  /** Counts changes of the days; what was decided about an earlier revision no longer applies. */
  revision: z.number().int().min(1).default(1),
  state: z.enum(['noted', 'cancelled']),
  notedAt: z.number().int(),
  /** Who among the managers has taken note (the plan's « Validé Par Manager »); null until then or when nothing was touched. */
  acknowledgedBy: idSchema.nullable(),
});

/** When somebody cannot play. */
export type Absence = z.infer<typeof absenceSchema>;

/** The distinct days an absence reaches, in order. */
export function absenceDays(parts: readonly DayPart[]): Day[] {
  return [...new Set(parts.map((part) => part.day))].sort();
}

/** The parts left when `freed` days are given back; whole days only, so half a freed day stays taken. */
export function withoutDays(parts: readonly DayPart[], freed: readonly DayPart[]): DayPart[] {
  const whole = new Set(freed.filter((part) => part.part === 'day').map((part) => part.day));
  return parts.filter((part) => !whole.has(part.day));
}
