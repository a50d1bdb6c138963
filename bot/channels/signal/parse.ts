import { type Inbound, type InboundContent } from '../../../core/inbound.ts';
import { type BotRef, type MessageRef } from '../../../core/refs.ts';
import { encodeAccount, encodeForeign, encodeGroup, encodeOwn, encodePoll, encodePrivate } from './refs.ts';
import { frameSchema, type SignalData, type SignalEnvelope } from './schema.ts';

/** Who we are, for telling what is said to us. */
export interface SignalSelf {
  readonly bot: BotRef;
  readonly number: string;
}

/** A mention takes the place of one character in the text. */
const mentionMark = '\uFFFC';

/** Reads one frame. Null: nothing for us (typing, stories, our own other devices, errors of the gateway). */
export function parseFrame(raw: unknown, self: SignalSelf): Inbound | null {
  const frame = frameSchema.safeParse(raw);
  if (!frame.success) return null;
  const { envelope } = frame.data;
  if (envelope.syncMessage !== undefined && envelope.syncMessage !== null) return null;
  if (envelope.sourceNumber === self.number) return null;
  if (envelope.receiptMessage) return fromReceipt(envelope, envelope.receiptMessage, self);
  if (envelope.editMessage) return fromEdit(envelope, envelope.editMessage, self);
  return envelope.dataMessage ? fromData(envelope, envelope.dataMessage, self) : null;
}

function fromReceipt(
  envelope: SignalEnvelope,
  receipt: NonNullable<SignalEnvelope['receiptMessage']>,
  self: SignalSelf,
): Inbound {
  const kind = receipt.isRead === true ? 'read' : 'delivered';
  const content: InboundContent = { type: 'receipt', kind, messages: receipt.timestamps.map(encodeOwn) };
  return envelopeOf(envelope, null, self, content, `receipt-${kind}`);
}

function fromEdit(
  envelope: SignalEnvelope,
  edit: NonNullable<SignalEnvelope['editMessage']>,
  self: SignalSelf,
): Inbound | null {
  const data = edit.dataMessage;
  if (!data.message) return null;
  const content: InboundContent = {
    type: 'edit',
    target: encodeForeign(edit.targetSentTimestamp, envelope.sourceUuid),
    text: data.message.replaceAll(mentionMark, '').trim(),
    addressed: isAddressed(data, self),
  };
  return envelopeOf(envelope, data, self, content, 'edit');
}

function fromData(envelope: SignalEnvelope, data: SignalData, self: SignalSelf): Inbound | null {
  const content = contentOf(data, self);
  return content === null ? null : envelopeOf(envelope, data, self, content, content.type);
}

function contentOf(data: SignalData, self: SignalSelf): InboundContent | null {
  if (data.remoteDelete) return null;
  if (data.reaction) {
    const { reaction } = data;
    const target = targetOf(
      reaction.targetSentTimestamp,
      [reaction.targetAuthor, reaction.targetAuthorNumber, reaction.targetAuthorUuid],
      self,
    );
    return { type: 'reaction', target, emoji: reaction.emoji, removed: reaction.isRemove === true };
  }
  if (data.pollVote) {
    const { targetSentTimestamp, optionIndexes, voteCount } = data.pollVote;
    return { type: 'vote', target: encodePoll(targetSentTimestamp), options: optionIndexes, count: voteCount ?? 1 };
  }
  const attachment = data.attachments?.[0];
  if (attachment !== undefined && !illustrates(attachment.contentType ?? '', data.message))
    return { type: 'file', kind: kindOf(attachment.contentType ?? ''), sealed: attachment.id ?? null };
  if (data.sticker) return { type: 'unsupported', what: 'sticker' };
  if (data.contacts && data.contacts.length > 0) return { type: 'unsupported', what: 'contact' };
  if (!data.message) return null;
  const replyTo = data.quote
    ? targetOf(data.quote.id, [data.quote.author, data.quote.authorNumber, data.quote.authorUuid], self)
    : null;
  const said = data.message.replaceAll(mentionMark, '').trim();
  return { type: 'text', text: said, addressed: isAddressed(data, self), replyTo, forwarded: false };
}

/** Ours when any of the author's names is our number; the gateway always knows it for its own account. */
function targetOf(timestamp: number, authors: readonly (string | null | undefined)[], self: SignalSelf): MessageRef {
  const named = authors.filter((name): name is string => typeof name === 'string' && name !== '');
  if (named.length === 0 || named.includes(self.number)) return encodeOwn(timestamp);
  return encodeForeign(timestamp, named.at(-1) ?? '');
}

function isAddressed(data: SignalData, self: SignalSelf): boolean {
  if (!data.groupInfo) return true;
  const mentioned = (data.mentions ?? []).some((mention) => mention.number === self.number);
  const quoted = data.quote ? [data.quote.author, data.quote.authorNumber].includes(self.number) : false;
  return mentioned || quoted || (data.message ?? '').trimStart().startsWith('/');
}

/** A picture beside words only illustrates them; any other file, and a picture alone, is what was sent. */
function illustrates(contentType: string, words: string | null | undefined): boolean {
  return /^(image|video)\//.test(contentType) && (words ?? '').trim() !== '';
}

function kindOf(contentType: string): 'voice' | 'photo' | 'document' | 'other' {
  if (contentType.startsWith('audio/')) return 'voice';
  if (contentType.startsWith('image/')) return 'photo';
  return contentType.startsWith('video/') ? 'other' : 'document';
}

function envelopeOf(
  envelope: SignalEnvelope,
  data: SignalData | null,
  self: SignalSelf,
  content: InboundContent,
  kind: string,
): Inbound {
  const group = data?.groupInfo ?? null;
  const at = data?.timestamp ?? envelope.timestamp;
  return {
    dedupe: `${self.bot}:${envelope.sourceUuid}:${envelope.sourceDevice ?? 0}:${envelope.timestamp}:${kind}`,
    bot: self.bot,
    chat: group === null ? encodePrivate(self.bot, envelope.sourceUuid) : encodeGroup(self.bot, group.groupId),
    chatKind: group === null ? 'private' : 'group',
    chatTitle: group?.groupName ?? null,
    sender: encodeAccount(envelope.sourceUuid),
    senderName: envelope.sourceName ?? '',
    senderLocale: null,
    senderIsBot: false,
    message: encodeForeign(at, envelope.sourceUuid),
    at,
    content,
  };
}
