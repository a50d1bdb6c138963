import { z } from 'zod';
import { idSchema } from '../../domain/ids.ts';
import { defineCollection } from '../collection.ts';

const feedbackSchema = z.strictObject({
  /** `<show>:<person>` */
  id: z.string(),
  show: idSchema,
  artist: idSchema,
  person: idSchema,
  /** 1 (bad) to 5 (very good). */
  score: z.number().int().min(1).max(5),
  words: z.string().max(1000).nullable(),
  at: z.number().int(),
});

/** How somebody on the road found a date. */
export type Feedback = z.infer<typeof feedbackSchema>;

/** What people said of dates, by show and, for its managers, by act. */
export const feedbacks = defineCollection<Feedback>({
  name: 'feedbacks',
  schema: feedbackSchema,
  indexes: (feedback) => [
    { name: 'show', value: feedback.show },
    { name: 'artist', value: feedback.artist, score: feedback.at },
    { name: 'person', value: feedback.person, score: feedback.at },
  ],
});
