import { z } from 'zod';
import { type JobSpec } from '../../core/job.ts';

const payload = z.strictObject({ lead: z.string(), show: z.string(), version: z.number().int() });

/** OBJECTIF a confirmed date moved or went · INPUT lead, old show · OUTPUT tasks moved or dropped, announcements · LOGIQUE one commit. */
export const bookingDateGone = {
  name: 'booking.date-gone' as const,
  payload,
  dedupeKey: ({ show, version }) => `${show}.v${version}`,
  attempts: 8,
  sheet: {
    workflow: 'WF-Booking-Manager',
    purpose:
      'After a manager agreed that a confirmed date moves or is cancelled: its tasks follow, everybody concerned is told.',
    input: 'The opportunity and the show that is no more, by id.',
    output: 'Tasks on the new date or dropped, announcements in the groups of the act, a message to the booker.',
  },
} satisfies JobSpec<z.infer<typeof payload>>;
