import { z } from 'zod';
import { idSchema } from '../../domain/ids.ts';
import { defineCollection } from '../collection.ts';

const feedSchema = z.strictObject({
  /** The person whose dates it shows: one address each. */
  id: idSchema,
  /** The secret of the address: its SHA-256 to find it by, and itself sealed, to be shown again. Null: cut, nobody gets in. */
  token: z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/), sealed: z.string() }).nullable(),
  madeAt: z.number().int(),
});

/** The address at which one person's dates can be subscribed to. */
export type CalendarFeed = z.infer<typeof feedSchema>;

/** Addresses of calendars, by person, found by the hash of their secret for as long as it holds. */
export const calendarFeeds = defineCollection<CalendarFeed>({
  name: 'calendar-feeds',
  schema: feedSchema,
  indexes: ({ token }) => (token === null ? [] : [{ name: 'token', value: token.hash }]),
});
