import { z } from 'zod';

/**
 * What we read of an update (core.telegram.org/bots/api#update). Looser than our own schemas on purpose: the platform
 * adds fields at any time, and an update we cannot read must not stop those behind it.
 */
const userSchema = z.object({
  id: z.number().int(),
  is_bot: z.boolean(),
  first_name: z.string(),
  last_name: z.string().optional(),
  language_code: z.string().optional(),
});

const chatSchema = z.object({
  id: z.number().int(),
  type: z.enum(['private', 'group', 'supergroup', 'channel']),
  title: z.string().optional(),
});

const entitySchema = z.object({ type: z.string(), offset: z.number().int(), length: z.number().int() });

const fileSchema = z.object({ file_id: z.string() });

/** A message, as far as we look at it. */
export const messageSchema = z.object({
  message_id: z.number().int(),
  date: z.number().int(),
  chat: chatSchema,
  from: userSchema.optional(),
  sender_chat: z.object({ id: z.number().int() }).optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  entities: z.array(entitySchema).optional(),
  forward_origin: z.object({}).optional(),
  reply_to_message: z.object({ message_id: z.number().int(), from: userSchema.optional() }).optional(),
  migrate_to_chat_id: z.number().int().optional(),
  voice: fileSchema.optional(),
  audio: fileSchema.optional(),
  video_note: fileSchema.optional(),
  photo: z.array(fileSchema).optional(),
  document: fileSchema.optional(),
  video: fileSchema.optional(),
  sticker: fileSchema.optional(),
  location: z.object({}).optional(),
  contact: z.object({}).optional(),
  poll: z.object({}).optional(),
});

/** A message, as far as we look at it. */
export type TelegramMessage = z.infer<typeof messageSchema>;

/** One update; kinds we did not ask for come back with none of these fields. */
export const updateSchema = z.object({
  update_id: z.number().int(),
  message: messageSchema.optional(),
  edited_message: messageSchema.optional(),
  callback_query: z
    .object({
      id: z.string(),
      from: userSchema,
      data: z.string().optional(),
      inline_message_id: z.string().optional(),
      message: z.object({ message_id: z.number().int(), date: z.number().int(), chat: chatSchema }).optional(),
    })
    .optional(),
  message_reaction: z
    .object({
      chat: chatSchema,
      message_id: z.number().int(),
      user: userSchema.optional(),
      date: z.number().int(),
      old_reaction: z.array(z.object({ type: z.string(), emoji: z.string().optional() })),
      new_reaction: z.array(z.object({ type: z.string(), emoji: z.string().optional() })),
    })
    .optional(),
  my_chat_member: z
    .object({
      chat: chatSchema,
      from: userSchema,
      date: z.number().int(),
      new_chat_member: z.object({ status: z.string() }),
    })
    .optional(),
});

/** One update. */
export type TelegramUpdate = z.infer<typeof updateSchema>;
