import { z } from 'zod';
import { type JobSpec } from '../../core/job.ts';
import { daySchema } from '../../domain/schemas.ts';

const payload = z.strictObject({ day: daySchema });

/** OBJECTIF feuilles de route à temps · INPUT the agency day · OUTPUT a sending for each sheet that is due · LOGIQUE three days before they leave, what was missed included. */
export const itinerary = {
  name: 'touring.itinerary' as const,
  payload,
  dedupeKey: ({ day }) => day,
  attempts: 8,
  sheet: {
    workflow: 'WF-Musician-Itinerary-Sender',
    purpose:
      'Three days before they leave, has the day sheet of each date of a run sent; later, whatever moved and was not told.',
    input: 'The agency day.',
    output: 'One sending for each sheet that is due and has not gone out.',
  },
} satisfies JobSpec<z.infer<typeof payload>>;
