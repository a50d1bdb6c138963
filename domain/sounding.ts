import { z } from 'zod';
import { addDays, dayAt, daysBetween, instantOf, type Day } from './day.ts';
import { idSchema } from './ids.ts';
import { daySchema } from './schemas.ts';

const answerSchema = z.strictObject({
  /** `later`: they will say on that day. */
  says: z.enum(['yes', 'no', 'condition', 'later']),
  condition: z.string().max(500).nullable(),
  at: z.number().int(),
  /** It came after the deadline; it counts all the same. */
  late: z.boolean(),
  /** The absence that was noted for a « non » or « à une condition », so that a change of mind takes it back. */
  absence: idSchema.nullable(),
  /** The instant until which `later` is an answer; null for any other. */
  until: z.number().int().nullable().default(null),
});

/** One member's answer. */
export type SoundingAnswer = z.infer<typeof answerSchema>;

const askedSchema = z.strictObject({
  person: idSchema,
  /** The notification that asked them last: its card is the one to rewrite. */
  notification: z.string(),
  answer: answerSchema.nullable(),
  chased: z.number().int(),
  /** They had put it off and were asked once more; that is offered once. */
  again: z.boolean().default(false),
});

/** One member who was asked. */
export type Asked = z.infer<typeof askedSchema>;

/** A date asked of the members of an act, in private: who was asked, who answered what. */
export const soundingSchema = z.strictObject({
  id: idSchema,
  artist: idSchema,
  day: daySchema,
  venue: idSchema.nullable(),
  /** A place named that nobody has met yet. */
  place: z.string().max(120).nullable().default(null),
  lead: idSchema.nullable(),
  askedBy: idSchema,
  askedAt: z.number().int(),
  deadline: z.number().int(),
  asked: z.array(askedSchema),
  /** `over`: everybody has answered or the deadline has passed; `closed`: nobody is to answer any more. */
  state: z.enum(['open', 'over', 'closed']),
  /**
   * What closed it, where it was not whoever asked: the act plays somewhere else that day, this very date is confirmed, or its
   * opportunity ended or went to another day.
   */
  closedBy: z.enum(['taken', 'confirmed', 'gone']).nullable().default(null),
});

/** A date asked of the members of an act. */
export type Sounding = z.infer<typeof soundingSchema>;

/** Those who have said nothing yet; « je réponds jeudi » is an answer until that day. */
export function silentIn(sounding: Sounding): string[] {
  return sounding.asked.filter((one) => one.answer === null).map((one) => one.person);
}

/** Whether everybody has said yes, no or on what condition. */
export function isAnswered(sounding: Pick<Sounding, 'asked'>): boolean {
  return sounding.asked.every((one) => one.answer !== null && one.answer.says !== 'later');
}

/** The sounding with one person's entry changed. */
export function withAsked(sounding: Sounding, person: string, change: Partial<Asked>): Sounding {
  return { ...sounding, asked: sounding.asked.map((one) => (one.person === person ? { ...one, ...change } : one)) };
}

/** When the silent are asked again: at half time, and when the last third begins. */
export function chaseTimes({ askedAt, deadline }: Pick<Sounding, 'askedAt' | 'deadline'>): readonly [number, number] {
  const span = deadline - askedAt;
  return [askedAt + Math.round(span / 2), askedAt + Math.round((span * 2) / 3)];
}

/** The hour at which somebody who put it off is asked again. */
const mornings = '09:00';

/** The instant at which somebody who put it off to `day` is asked again, on their own clock. */
export function askedAgainAt(day: Day, zone: string): number {
  return instantOf(day, mornings, zone);
}

/**
 * The day to which somebody may put their answer off: that of the deadline, or the day after tomorrow when it is far away;
 * tomorrow when the deadline itself is too early in its day. Null when no morning is left before the deadline.
 */
export function laterDay(now: number, deadline: number, zone: string): Day | null {
  const today = dayAt(now, zone);
  const last = dayAt(deadline, zone);
  const wished = daysBetween(today, last) > 6 ? addDays(today, 2) : last;
  const fits = (day: Day): boolean => day > today && askedAgainAt(day, zone) < deadline;
  return [wished, addDays(today, 1)].find(fits) ?? null;
}

const deadlineHour = '18:00';
const hourMs = 3_600_000;

/**
 * Until when answers are wanted: as said, else 18 h two days later; in any case before noon of the date itself, and at least
 * an hour from now.
 */
export function soundingDeadline(said: number | null, day: Day, now: number, zone: string): number {
  const usual = instantOf(addDays(dayAt(now, zone), 2), deadlineHour, zone);
  const noon = instantOf(day, '12:00', zone);
  const eve = instantOf(addDays(day, -1), deadlineHour, zone);
  const soonest = now + hourMs;
  if (said !== null && said > now && said <= noon) return said;
  return [usual, eve, noon].find((instant) => instant <= noon && instant >= soonest) ?? soonest;
}
