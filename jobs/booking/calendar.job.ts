import { z } from 'zod';
import { type JobSpec } from '../../core/job.ts';
import { daySchema } from '../../domain/schemas.ts';

const payload = z.strictObject({
  lead: z.string(),
  /** The day whose entry is to show the truth: a date that moved has two. */
  day: daySchema,
  /** Which change of the lead asks for it. */
  change: z.number().int(),
});

/** OBJECTIF the act's outside calendar · INPUT a lead and a day · OUTPUT one event · LOGIQUE option tentative, show confirmed, else cancelled. */
export const bookingCalendar = {
  name: 'booking.calendar' as const,
  payload,
  dedupeKey: ({ lead, day, change }) => `${lead}.${day}.${change}`,
  attempts: 8,
  // An outage of the service may last; what is written in the end is what is true by then.
  againAfterMs: 10 * 60_000,
  sheet: {
    workflow: 'WF-Booking-Deal-Processor',
    purpose:
      'Makes the outside calendar of an act show an option as tentative, a show as confirmed, and neither when it is gone.',
    input: 'The opportunity and the day, by id.',
    output: 'One calendar event under an id of ours, however often it runs; its link on the opportunity.',
  },
} satisfies JobSpec<z.infer<typeof payload>>;
