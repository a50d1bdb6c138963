import { z } from 'zod';
import { type JobSpec } from '../../core/job.ts';
import { daySchema } from '../../domain/schemas.ts';

const payload = z.strictObject({ day: daySchema });

/** OBJECTIF a digest for everybody who can be reached · INPUT a day · OUTPUT a due row for each new person · LOGIQUE who has one is left alone. */
export const planDigests = {
  name: 'musicians.plan-digests' as const,
  payload,
  dedupeKey: ({ day }) => day,
  attempts: 8,
  sheet: {
    workflow: 'WF-Notification-Dispatcher',
    purpose: 'Gives everybody who has joined since the night before a place in the mornings to come.',
    input: 'The agency day.',
    output: 'The row of the next digest for each person with an account who has none.',
  },
} satisfies JobSpec<z.infer<typeof payload>>;
