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

/** The agency day begins when the night before it ends. */
const dayBegins = '06:00';

/** What is left of a day of which `part` is taken out: the other parts, or the hours around it; nothing of a whole day. */
export function restOfDay({ day, part }: DayPart): DayPart[] {
  if (part === 'day') return [];
  if (typeof part === 'string') {
    return (['morning', 'afternoon', 'evening'] as const)
      .filter((one) => one !== part)
      .map((one) => ({ day, part: one }));
  }
  const before = part.from > dayBegins ? [{ day, part: { from: dayBegins, to: part.from } }] : [];
  const after = part.to === null ? [] : [{ day, part: { from: part.to, to: null } }];
  return [...before, ...after];
}

/** The parts left when `freed` are given back: a whole day leaves the rest of it, an equal part nothing, another part stays. */
export function withoutParts(parts: readonly DayPart[], freed: readonly DayPart[]): DayPart[] {
  return freed.reduce<DayPart[]>(
    (left, free) => left.flatMap((part) => (part.day === free.day ? withoutPart(part, free) : [part])),
    [...parts],
  );
}

function withoutPart(part: DayPart, free: DayPart): DayPart[] {
  if (free.part === 'day' || JSON.stringify(free.part) === JSON.stringify(part.part)) return [];
  return part.part === 'day' ? restOfDay(free) : [part];
}
