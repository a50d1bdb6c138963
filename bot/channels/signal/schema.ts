import { z } from 'zod';

const text = z.string().nullish();
const number = z.number().int();

/** Who wrote the message that is quoted, voted on or reacted to; which of the three is filled varies with the contact. */
const author = { author: text, authorNumber: text, authorUuid: text };

const dataSchema = z.object({
  timestamp: number,
  message: text,
  groupInfo: z.object({ groupId: z.string(), groupName: text, type: text }).nullish(),
  quote: z.object({ id: number, ...author }).nullish(),
  mentions: z.array(z.object({ start: number, length: number, number: text, uuid: text })).nullish(),
  reaction: z
    .object({
      emoji: z.string(),
      isRemove: z.boolean().nullish(),
      targetAuthor: text,
      targetAuthorNumber: text,
      targetAuthorUuid: text,
      targetSentTimestamp: number,
    })
    .nullish(),
  pollVote: z
    .object({ targetSentTimestamp: number, optionIndexes: z.array(number), voteCount: number.nullish() })
    .nullish(),
  attachments: z.array(z.object({ id: text, contentType: text })).nullish(),
  sticker: z.object({}).nullish(),
  contacts: z.array(z.object({})).nullish(),
  remoteDelete: z.object({}).nullish(),
  viewOnce: z.boolean().nullish(),
});

/** What a message says. */
export type SignalData = z.infer<typeof dataSchema>;

/**
 * What we read of a frame of the gateway (its swagger, `data.Message`). Looser than our own schemas on purpose: fields
 * come and go with versions, and a frame we cannot read must not stop those behind it.
 */
export const frameSchema = z.object({
  account: text,
  envelope: z.object({
    sourceUuid: z.string().min(1),
    sourceNumber: text,
    sourceName: text,
    sourceDevice: number.nullish(),
    timestamp: number,
    dataMessage: dataSchema.nullish(),
    editMessage: z.object({ targetSentTimestamp: number, dataMessage: dataSchema }).nullish(),
    receiptMessage: z
      .object({ isDelivery: z.boolean().nullish(), isRead: z.boolean().nullish(), timestamps: z.array(number) })
      .nullish(),
    syncMessage: z.object({}).nullish(),
  }),
});

/** One envelope. */
export type SignalEnvelope = z.infer<typeof frameSchema>['envelope'];
