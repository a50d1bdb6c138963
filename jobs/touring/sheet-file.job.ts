import { z } from 'zod';
import { type JobSpec } from '../../core/job.ts';
import { botRefSchema, chatRefSchema } from '../../core/refs.ts';
import { idSchema } from '../../domain/ids.ts';

const payload = z.strictObject({
  show: idSchema,
  format: z.enum(['pdf', 'image', 'ics']),
  /** Who asked: what the file shows is what they may see when it is drawn. */
  person: idSchema,
  bot: botRefSchema,
  chat: chatRefSchema,
  /** One press, one file. */
  request: z.string().min(1),
});

/** OBJECTIF a sheet to keep or print · INPUT show, form, who asked · OUTPUT one file · LOGIQUE what the asker may see, drawn here. */
export const sheetFile = {
  name: 'touring.sheet-file' as const,
  payload,
  dedupeKey: ({ show, format, request }) => `${show}.${format}.${request}`,
  attempts: 4,
  sheet: {
    workflow: 'WF-Musician-Itinerary-Sender',
    purpose: 'Draws a day sheet as a page, a picture or a calendar file for somebody who asked for it in chat.',
    input: 'The show, the form, the person and the chat, by id.',
    output: 'One file in that chat; one sentence when it cannot be drawn.',
  },
} satisfies JobSpec<z.infer<typeof payload>>;
