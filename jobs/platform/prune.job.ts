import { z } from 'zod';
import { type JobSpec } from '../../core/job.ts';
import { daySchema } from '../../domain/schemas.ts';

const payload = z.strictObject({ day: daySchema, part: z.number().int().min(0) });

/** OBJECTIF retention · INPUT a night · OUTPUT records gone · LOGIQUE a record goes once its own expiry has passed. */
export const prune = {
  name: 'platform.prune' as const,
  payload,
  dedupeKey: ({ day, part }) => `${day}.${part}`,
  attempts: 8,
  sheet: {
    workflow: 'WF-Data-Quality-Checker',
    purpose:
      'Deletes what is kept for a time only: closed cards, deliveries, notifications after 30 days, invitations, old incidents, the audit trail after three years.',
    input: 'The night, and which part of it when there is much to delete.',
    output: 'At most 500 deletions a step; another part follows while more is left.',
  },
} satisfies JobSpec<z.infer<typeof payload>>;
