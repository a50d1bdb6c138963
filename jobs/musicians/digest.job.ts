import { z } from 'zod';
import { type JobSpec } from '../../core/job.ts';
import { idSchema } from '../../domain/ids.ts';

const payload = z.strictObject({ person: idSchema, at: z.number().int() });

/** OBJECTIF one message a morning · INPUT a person · OUTPUT one notification or none · LOGIQUE what is due and was not told, capped, grouped. */
export const digest = {
  name: 'musicians.digest' as const,
  payload,
  dedupeKey: ({ person, at }) => `${person}.${at}`,
  attempts: 8,
  sheet: {
    workflow: 'WF-Notification-Dispatcher',
    also: ['WF-Booking-Logistics-Reminder', 'WF-Musician-Availability-Reminder', 'WF-Task-Reminder'],
    purpose:
      'Writes the morning message of one person: decisions that wait for them, their tasks, on Mondays the months about which they said nothing, dates ten days ahead with what is missing, absences noted that touch no date, how yesterday’s date was.',
    input: 'The person, and the instant their digest came due.',
    output:
      'One notification with the most useful buttons, and what it said remembered, so that nothing is said twice; no message when nothing is new.',
  },
} satisfies JobSpec<z.infer<typeof payload>>;
