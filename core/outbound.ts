import { z } from 'zod';
import { botRefSchema, chatRefSchema, messageRefSchema } from './refs.ts';
import { textSchema } from './text.ts';

/**
 * One thing to choose. `nonce` is what the platform carries: 128 random bits that name a record of ours, never a meaning.
 * A `cell` (a day of a month) is drawn only where the platform has buttons; an `option` is offered everywhere.
 */
export const choiceSchema = z.strictObject({
  key: z.string().min(1),
  label: z.string().min(1),
  nonce: z.string().min(1),
  kind: z.enum(['option', 'cell']).default('option'),
  tone: z.enum(['primary', 'danger']).optional(),
  /** Which choice a bare "ok" or 👍, "non" or 👎 stands for; `undo` is never reached by a number, which people send twice. */
  means: z.enum(['yes', 'no', 'undo']).optional(),
  /** A choice that opens a page instead of answering. */
  link: z.string().optional(),
});

/** One thing to choose. */
export type Choice = z.infer<typeof choiceSchema>;

const bodySchema = {
  text: textSchema,
  /** What to write instead on a platform without buttons (how to answer in words). */
  withoutButtons: textSchema.nullable(),
  rows: z.array(z.array(choiceSchema)),
};

/** The largest file we send, in bytes: it waits in the outbox beside the messages, and a sheet or a picture is far smaller. */
export const mostFileBytes = 1_048_576;

/** What may stand in a file's name. Signal's gateway parts a name at `;` and opens it as a path, so none of these arrive. */
export const unfitInFileName = /[\\/:;,"*?<>|\p{Cc}\p{Surrogate}]/u;

const fileSchema = z
  .strictObject({
    type: z.literal('file'),
    name: z
      .string()
      .min(1)
      .max(100)
      .refine((name) => !unfitInFileName.test(name), 'holds a character that does not arrive'),
    mime: z.enum(['image/png', 'application/pdf', 'text/calendar']),
    /** The bytes in base64. */
    data: z
      .base64()
      .min(4)
      .refine((data) => decodedLength(data) <= mostFileBytes, 'is larger than a file may be'),
    caption: textSchema,
    /** A photo is shown in the chat, and the platform may compress it; a document is kept as it is. */
    as: z.enum(['photo', 'document']),
    silent: z.boolean(),
  })
  .refine((file) => file.as === 'document' || file.mime === 'image/png', 'only a picture is sent as a photo');

function decodedLength(base64: string): number {
  return (base64.length / 4) * 3 - (/=*$/.exec(base64.slice(-2))?.[0].length ?? 0);
}

const operationSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('send'),
    ...bodySchema,
    replyTo: messageRefSchema.nullable(),
    silent: z.boolean(),
    /** A short question for a native poll, where the platform has one and the options fit. */
    poll: z.string().nullable(),
  }),
  /** A file with a few words below it; it is a message of its own and never rewritten. */
  fileSchema,
  /** Rewrites our message `target`; when the platform lost or froze it, a new message takes its place. */
  z.strictObject({ type: z.literal('edit'), target: z.string(), ...bodySchema, poll: z.string().nullable() }),
  /** Takes the buttons away and closes the poll. */
  z.strictObject({ type: z.literal('close'), target: z.string() }),
  z.strictObject({ type: z.literal('react'), message: messageRefSchema, emoji: z.string() }),
  /** The platform's own short answer to a button press. */
  z.strictObject({ type: z.literal('answer'), query: z.string(), text: z.string(), alert: z.boolean() }),
  /** The commands this private chat is shown, where the platform has a menu. */
  z.strictObject({
    type: z.literal('menu'),
    commands: z.array(z.strictObject({ name: z.string(), description: z.string() })),
  }),
  /**
   * Keeps our message `target` in view at the top of its chat. A comfort: where the platform has no pins, or does not let us pin
   * there, nothing is done and nobody hears of it. It follows its target in the same chat and lane.
   */
  z.strictObject({ type: z.literal('pin'), target: z.string(), silent: z.boolean() }),
  z.strictObject({ type: z.literal('leave') }),
]);

/** What to do on a platform, in our words. */
export type Operation = z.infer<typeof operationSchema>;

/**
 * Whether an operation puts something new into a chat, which a second sending would repeat; any other can be carried out twice
 * with one result.
 */
export function saysItNew(operation: Operation): boolean {
  return operation.type === 'send' || operation.type === 'file';
}

/** An outbound message. `id` is ours: sending counts as done once per id, and edits name it. */
export const outboundSchema = z.strictObject({
  id: z.string().min(1),
  bot: botRefSchema,
  chat: chatRefSchema,
  lane: z.enum(['reply', 'bulk']),
  at: z.number().int(),
  /** After this instant it is not sent any more (null: always). */
  until: z.number().int().nullable(),
  /** The notification this is an attempt for, so that a failure can try the next channel. */
  notification: z.string().nullable(),
  /** Whether it may be sent again when the platform's answer was lost; the adapter applies its own rule within this. */
  important: z.boolean(),
  /** A second sending under the same id, after the first got no answer: its delivery stays the one that the card names. */
  copy: z.boolean().optional(),
  operation: operationSchema,
});

/** An outbound message. */
export type Outbound = z.infer<typeof outboundSchema>;
