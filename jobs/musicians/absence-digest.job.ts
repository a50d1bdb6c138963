import { z } from 'zod';
import { type JobSpec } from '../../core/job.ts';
import { daySchema } from '../../domain/schemas.ts';

const payload = z.strictObject({ day: daySchema, since: z.number().int() });

/** OBJECTIF the morning digest · INPUT a day · OUTPUT one notification a manager · LOGIQUE only absences that touched nothing. */
export const absenceDigest = {
  name: 'musicians.absence-digest' as const,
  payload,
  dedupeKey: ({ day, since }) => `${day}.${since}`,
  attempts: 8,
  sheet: {
    workflow: 'WF-Notification-Dispatcher',
    purpose: 'Tells managers and bookers in the morning about absences noted since yesterday that touch no date.',
    input: 'The agency day, and since when absences count.',
    output: 'One notification for each manager and booker of an act concerned; none when there is nothing to tell.',
  },
} satisfies JobSpec<z.infer<typeof payload>>;
