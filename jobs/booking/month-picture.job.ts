import { z } from 'zod';
import { type JobSpec } from '../../core/job.ts';
import { botRefSchema, chatRefSchema } from '../../core/refs.ts';
import { idSchema } from '../../domain/ids.ts';

const payload = z.strictObject({
  artist: idSchema,
  /** `2027-03`. */
  month: z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/),
  /** Who asked: what the picture shows is what they may see when it is drawn. */
  person: idSchema,
  bot: botRefSchema,
  chat: chatRefSchema,
  /** One press, one picture. */
  request: z.string().min(1),
});

/** OBJECTIF a month as a picture · INPUT act, month, who asked · OUTPUT one picture · LOGIQUE what the asker may see, drawn here. */
export const monthPicture = {
  name: 'booking.month-picture' as const,
  payload,
  dedupeKey: ({ artist, month, request }) => `${artist}.${month}.${request}`,
  attempts: 4,
  sheet: {
    workflow: 'WF-Disponibilites',
    purpose: 'Draws a month of an act as a picture for somebody who asked for it in chat.',
    input: 'The act, the month, the person and the chat, by id.',
    output: 'One picture in that chat, the free dates in words below it; one sentence when it cannot be drawn.',
  },
} satisfies JobSpec<z.infer<typeof payload>>;
