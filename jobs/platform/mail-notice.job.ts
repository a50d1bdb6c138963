import { z } from 'zod';
import { type JobSpec } from '../../core/job.ts';

const payload = z.strictObject({ notification: z.string() });

/** OBJECTIF reach somebody by e-mail · INPUT a notification · OUTPUT a letter, or an incident · LOGIQUE only after every chat failed. */
export const mailNotice = {
  name: 'platform.mail-notice' as const,
  payload,
  dedupeKey: ({ notification }) => notification,
  attempts: 8,
  sheet: {
    workflow: 'WF-Notification-Dispatcher',
    purpose: 'Sends a notification by e-mail when no chat leads to the person.',
    input: 'The notification.',
    output: 'One letter; while e-mail is off, an incident that names who could not be reached by id.',
  },
} satisfies JobSpec<z.infer<typeof payload>>;
