import { z } from 'zod';
import { type JobSpec } from '../../core/job.ts';
import { daySchema } from '../../domain/schemas.ts';

const payload = z.strictObject({ day: daySchema });

/** OBJECTIF nobody leaves without the sheet · INPUT the agency day · OUTPUT one more word to those who said nothing, their names to whoever is in charge · LOGIQUE the day before they leave, once. */
export const unseenSheets = {
  name: 'touring.unseen-sheets' as const,
  payload,
  dedupeKey: ({ day }) => day,
  attempts: 8,
  sheet: {
    workflow: 'WF-Musician-Itinerary-Sender',
    purpose:
      'The day before they leave, asks those who have not said that they saw the sheet, and names them to whoever is in charge.',
    input: 'The agency day.',
    output: 'One message to each who was silent; one with their names and numbers to the régisseur or the managers.',
  },
} satisfies JobSpec<z.infer<typeof payload>>;
