import { z } from 'zod';
import { type JobSpec } from '../../core/job.ts';

const payload = z.strictObject({ lead: z.string(), show: z.string(), version: z.number().int() });

/** OBJECTIF a deal becomes true everywhere · INPUT lead, show · OUTPUT tasks, prime, weaker options, announcements · LOGIQUE one commit. */
export const bookingDeal = {
  name: 'booking.deal' as const,
  payload,
  dedupeKey: ({ show, version }) => `${show}.v${version}`,
  attempts: 8,
  sheet: {
    workflow: 'WF-Booking-Deal-Processor',
    purpose:
      'After a manager approved a deal: tasks from the checklist, prime and margin, weaker options end, everybody concerned is told.',
    input: 'The opportunity, its show and the version of it that was approved, by id.',
    output:
      'Tasks, announcements in the groups of the act, messages to the booker and to the bookers of weaker options.',
  },
} satisfies JobSpec<z.infer<typeof payload>>;
