import { z } from 'zod';
import { localeSchema } from '../domain/schemas.ts';
import { accountRefSchema, botRefSchema, chatRefSchema, messageRefSchema } from './refs.ts';

const contentSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    text: z.string(),
    /** Said to us: private, a command, a mention or a reply to one of our messages. */
    addressed: z.boolean(),
    replyTo: messageRefSchema.nullable(),
    forwarded: z.boolean(),
  }),
  z.strictObject({ type: z.literal('edit'), target: messageRefSchema, text: z.string(), addressed: z.boolean() }),
  /** `message` is null when the platform does not say where the button stood, which only forged or inline presses do. */
  z.strictObject({
    type: z.literal('press'),
    query: z.string(),
    nonce: z.string(),
    message: messageRefSchema.nullable(),
  }),
  z.strictObject({
    type: z.literal('vote'),
    target: messageRefSchema,
    options: z.array(z.number().int()),
    count: z.number().int(),
  }),
  z.strictObject({ type: z.literal('reaction'), target: messageRefSchema, emoji: z.string(), removed: z.boolean() }),
  z.strictObject({
    type: z.literal('file'),
    kind: z.enum(['voice', 'photo', 'document', 'other']),
    sealed: z.string().nullable(),
  }),
  /** The bot itself came to a chat or lost it (blocked, kicked, left). */
  z.strictObject({ type: z.literal('presence'), present: z.boolean(), title: z.string().nullable() }),
  z.strictObject({ type: z.literal('migration'), to: chatRefSchema }),
  z.strictObject({
    type: z.literal('receipt'),
    kind: z.enum(['delivered', 'read']),
    messages: z.array(messageRefSchema),
  }),
  /** IBAN, social security number: the text is masked, the original sealed before it was stored anywhere. */
  z.strictObject({
    type: z.literal('sensitive'),
    what: z.enum(['iban', 'social-security', 'token', 'file']),
    sealed: z.string(),
  }),
  z.strictObject({ type: z.literal('unsupported'), what: z.string() }),
]);

/** What a person did on a platform, in our words. */
export type InboundContent = z.infer<typeof contentSchema>;

/** An inbound message. `dedupe` names the platform's own event, so that a repeated delivery is recognised. */
export const inboundSchema = z.strictObject({
  dedupe: z.string().min(1),
  bot: botRefSchema,
  chat: chatRefSchema,
  chatKind: z.enum(['private', 'group']),
  chatTitle: z.string().nullable(),
  sender: accountRefSchema.nullable(),
  senderName: z.string(),
  senderLocale: localeSchema.nullable(),
  senderIsBot: z.boolean(),
  message: messageRefSchema.nullable(),
  at: z.number().int(),
  content: contentSchema,
});

/** An inbound message. */
export type Inbound = z.infer<typeof inboundSchema>;
