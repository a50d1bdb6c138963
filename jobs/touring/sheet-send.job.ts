import { z } from 'zod';
import { type JobSpec } from '../../core/job.ts';
import { idSchema } from '../../domain/ids.ts';

const payload = z.strictObject({
  show: idSchema,
  /** What asked for it: a day, or a press. */
  cause: z.string().min(1),
});

/** OBJECTIF the sheet in everybody's hands · INPUT the show · OUTPUT private messages, the groups' pinned one · LOGIQUE what each may read, once. */
export const sheetSend = {
  name: 'touring.sheet-send' as const,
  payload,
  dedupeKey: ({ show, cause }) => `${show}.${cause}`,
  attempts: 8,
  sheet: {
    workflow: 'WF-Musician-Itinerary-Sender',
    purpose: 'Sends a day sheet to everybody on the road who has not got it, or what moved since to those who have.',
    input: 'The show, by id.',
    output:
      'A message to each in private, one in the groups of the act, pinned; names and links of those without an account to whoever is in charge.',
  },
} satisfies JobSpec<z.infer<typeof payload>>;
