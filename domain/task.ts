import { z } from 'zod';
import { idSchema } from './ids.ts';
import { daySchema } from './schemas.ts';

/** Something somebody has to do, by a day. */
export const taskSchema = z.strictObject({
  id: idSchema,
  title: z.string().min(1).max(300),
  /** Who does it; null until somebody takes it. */
  person: idSchema.nullable(),
  artist: idSchema.nullable(),
  lead: idSchema.nullable(),
  show: idSchema.nullable(),
  due: daySchema.nullable(),
  state: z.enum(['todo', 'doing', 'done', 'dropped']),
  priority: z.enum(['normal', 'high']),
  /** Which line of which checklist it came from; null when somebody wrote it. */
  template: z.string().max(80).nullable(),
  createdBy: idSchema.nullable(),
  createdAt: z.number().int(),
  doneBy: idSchema.nullable(),
  doneAt: z.number().int().nullable(),
});

/** Something somebody has to do. */
export type Task = z.infer<typeof taskSchema>;
