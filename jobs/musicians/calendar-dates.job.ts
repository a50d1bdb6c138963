import { z } from 'zod';
import { type JobSpec } from '../../core/job.ts';
import { botRefSchema, chatRefSchema } from '../../core/refs.ts';
import { idSchema } from '../../domain/ids.ts';

const payload = z.strictObject({
  /** Who asked: what the file holds is what they may see when it is written. */
  person: idSchema,
  bot: botRefSchema,
  chat: chatRefSchema,
  /** One demand, one file. */
  request: z.string().min(1),
});

/** OBJECTIF one's dates in one's own calendar · INPUT who asked · OUTPUT one file · LOGIQUE as a subscription would hold, once. */
export const calendarDatesFile = {
  name: 'musicians.calendar-dates' as const,
  payload,
  dedupeKey: ({ person, request }) => `${person}.${request}`,
  attempts: 4,
  sheet: {
    workflow: 'WF-Musician-Itinerary-Sender',
    purpose: 'Writes all dates of somebody into a calendar file, where no public address is set to subscribe at.',
    input: 'The person and the chat, by id.',
    output: 'One calendar file in that chat; nothing when they have left.',
  },
} satisfies JobSpec<z.infer<typeof payload>>;
