import { z } from 'zod';
import { type JobSpec } from '../../core/job.ts';
import { daySchema } from '../../domain/schemas.ts';

const payload = z.strictObject({ day: daySchema });

/** OBJECTIF no access after the last day · INPUT a day · OUTPUT accounts revoked · LOGIQUE presses are refused by date already. */
export const revokeLeavers = {
  name: 'platform.revoke-leavers' as const,
  payload,
  dedupeKey: ({ day }) => day,
  attempts: 8,
  sheet: {
    workflow: 'WF-HR-Onboarding',
    purpose: 'Unlinks the accounts of people whose last day is over.',
    input: 'The agency day.',
    output: 'Revoked accounts, a line of the audit trail for each.',
  },
} satisfies JobSpec<z.infer<typeof payload>>;
