import { z } from 'zod';
import { type JobSpec } from '../../core/job.ts';
import { daySchema } from '../../domain/schemas.ts';

const payload = z.strictObject({ day: daySchema, since: z.number().int() });

/** OBJECTIF ten days before a date, what is still missing · INPUT a day · OUTPUT one card a person · LOGIQUE open tasks and unknown facts. */
export const logisticsReminder = {
  name: 'booking.logistics-reminder' as const,
  payload,
  dedupeKey: ({ day, since }) => `${day}.${since}`,
  attempts: 8,
  sheet: {
    workflow: 'WF-Booking-Logistics-Reminder',
    purpose: 'Ten days before a date, tells its booker and its managers what is still missing, each task to tick off.',
    input: 'The agency day, and since when dates were looked at, so that days without Régie are made up for once.',
    output: 'One card for each person, over all their dates; none when nothing comes up.',
  },
} satisfies JobSpec<z.infer<typeof payload>>;
