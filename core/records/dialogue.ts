import { z } from 'zod';
import { idSchema } from '../../domain/ids.ts';
import { defineCollection } from '../collection.ts';
import { accountRefSchema, botRefSchema, chatRefSchema, messageRefSchema } from '../refs.ts';

const keptMs = 30 * 24 * 3_600_000;

const questionSchema = z.strictObject({
  id: z.string(),
  bot: botRefSchema,
  chat: chatRefSchema,
  /** Who was asked; anybody else who presses is refused. */
  person: idSchema,
  account: accountRefSchema,
  /** What an answer does: resumes a conversation, decides an approval, runs a command, or performs one named action. */
  purpose: z.enum(['conversation', 'approval', 'menu', 'action']),
  /** The conversation, approval or record it is about. */
  subject: z.string(),
  /** In the order shown; the numbered ones can be answered by number or vote where there are no buttons. */
  choices: z.array(
    z.strictObject({
      key: z.string(),
      label: z.string(),
      nonce: z.string(),
      numbered: z.boolean(),
      means: z.enum(['yes', 'no', 'undo']).optional(),
    }),
  ),
  /** Nonces of earlier faces of the card: a press on one is answered with what became of it. */
  retired: z.array(z.string()),
  /** The choices that the open poll of the card offers, by key and in its order; null: there is none any more. */
  poll: z.array(z.string()).nullable(),
  acceptsText: z.boolean(),
  /** Decisions that count money or dates: a bare "ok" is not enough, the card itself must be answered. */
  careful: z.boolean(),
  state: z.enum(['open', 'closed']),
  openedAt: z.number().int(),
  until: z.number().int(),
  /** Our id of the message that shows it. */
  card: z.string(),
});

/** An outbound message that waits for an answer. */
export type Question = z.infer<typeof questionSchema>;

/** Questions; the open ones of a chat are found in the order in which they were asked. */
export const questions = defineCollection<Question>({
  name: 'questions',
  schema: questionSchema,
  indexes: (question) => [
    ...question.choices.map((choice) => ({ name: 'nonce', value: choice.nonce })),
    ...question.retired.map((nonce) => ({ name: 'nonce', value: nonce })),
    ...(question.state === 'open' ? [{ name: 'open', value: question.chat, score: question.openedAt }] : []),
    { name: 'card', value: question.card },
    { name: 'subject', value: question.subject },
    { name: 'expires', value: 'all', score: question.until + keptMs },
  ],
});

const conversationSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  version: z.number().int(),
  person: idSchema,
  account: accountRefSchema,
  bot: botRefSchema,
  chat: chatRefSchema,
  input: z.unknown(),
  /** What happened so far, in order; replaying it brings the function back to where it waits. */
  log: z.array(z.strictObject({ key: z.string(), value: z.unknown() })),
  state: z.enum(['open', 'done']),
  startedAt: z.number().int(),
  until: z.number().int(),
  /** Our id of its card, rewritten in place. */
  card: z.string().nullable(),
  /** When that message was sent: far up in the chat an edit of it is not seen. */
  cardAt: z.number().int().nullable().default(null),
  question: z.string().nullable(),
  /** Nonces of every face its card has had. */
  nonces: z.array(z.string()),
  /** Messages whose edit is a correction of what was said: `<chat> <message>`. */
  origins: z.array(z.string()),
});

/** The stored state of a conversation. */
export type ConversationState = z.infer<typeof conversationSchema>;

/** Conversations; open ones are found by chat, and by the messages that began them. */
export const conversations = defineCollection<ConversationState>({
  name: 'conversations',
  schema: conversationSchema,
  indexes: (conversation) => [
    ...(conversation.state === 'open'
      ? [
          { name: 'open', value: conversation.chat, score: conversation.startedAt },
          ...conversation.origins.map((origin) => ({ name: 'origin', value: origin })),
        ]
      : []),
    { name: 'expires', value: 'all', score: conversation.until + keptMs },
  ],
});

const deliverySchema = z.strictObject({
  id: z.string(),
  bot: botRefSchema,
  chat: chatRefSchema,
  status: z.enum(['sent', 'received', 'read', 'failed', 'unknown', 'expired']),
  /** The platform's messages that show it: the text first, then a poll. */
  messages: z.array(messageRefSchema),
  at: z.number().int(),
  /** When sending began: the platform's own time of the message lies between this and `at`. */
  since: z.number().int().optional(),
  /** It was sent more than once, so copies of it may stand in the chat under numbers we never learned. */
  resent: z.boolean().default(false),
  /** Dotted code of a failure. */
  reason: z.string().nullable(),
});

/** What became of an outbound message. */
export type Delivery = z.infer<typeof deliverySchema>;

/** Deliveries, by our message id and by the platform's. */
export const deliveries = defineCollection<Delivery>({
  name: 'deliveries',
  schema: deliverySchema,
  indexes: (delivery) => [
    ...delivery.messages.map((message) => ({ name: 'message', value: `${delivery.chat} ${message}` })),
    ...(delivery.status === 'unknown' ? [{ name: 'unknown', value: delivery.chat, score: delivery.at }] : []),
    { name: 'expires', value: 'all', score: delivery.at + keptMs },
  ],
});
