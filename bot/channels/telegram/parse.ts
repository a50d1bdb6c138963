import { type z } from 'zod';
import { type Inbound, type InboundContent } from '../../../core/inbound.ts';
import { type BotRef } from '../../../core/refs.ts';
import { type Locale } from '../../../domain/schemas.ts';
import { encodeAccount, encodeChat, encodeMessage } from './refs.ts';
import { updateSchema, type TelegramMessage, type TelegramUpdate } from './schema.ts';

/** Who we are, for telling what is said to us. */
export interface TelegramSelf {
  readonly bot: BotRef;
  readonly id: number;
  readonly username: string;
}

type User = NonNullable<TelegramMessage['from']>;

/** The kinds of updates we ask for; reactions and memberships do not come by default. */
export const allowedUpdates = [
  'message',
  'edited_message',
  'callback_query',
  'message_reaction',
  'my_chat_member',
] as const;

/** Reads one update. Null: nothing for us (another bot's command, a channel post, an anonymous admin, a kind we do not use). */
export function parseUpdate(raw: unknown, self: TelegramSelf): Inbound | null {
  const update = updateSchema.safeParse(raw);
  if (!update.success) return null;
  const { data } = update;
  if (data.message !== undefined) return fromMessage(data.update_id, data.message, self);
  if (data.edited_message !== undefined) return fromEdit(data.update_id, data.edited_message, self);
  if (data.callback_query !== undefined) return fromPress(data.update_id, data.callback_query, self);
  if (data.message_reaction !== undefined) return fromReaction(data.update_id, data.message_reaction, self);
  if (data.my_chat_member !== undefined) return fromMembership(data.update_id, data.my_chat_member, self);
  return null;
}

function fromMessage(updateId: number, message: TelegramMessage, self: TelegramSelf): Inbound | null {
  if (message.migrate_to_chat_id !== undefined) {
    const to = encodeChat(self.bot, message.migrate_to_chat_id);
    return envelope(updateId, message, null, self, { type: 'migration', to });
  }
  if (message.from === undefined || message.sender_chat !== undefined || message.chat.type === 'channel') return null;
  const content = contentOf(message, self);
  return content === null ? null : envelope(updateId, message, message.from, self, content);
}

function contentOf(message: TelegramMessage, self: TelegramSelf): InboundContent | null {
  const words = wordsOf(message);
  if (words !== undefined) {
    const said = whatIsSaid(words, message, self);
    if (said === null) return null;
    const replyTo = message.reply_to_message === undefined ? null : encodeMessage(message.reply_to_message.message_id);
    return { type: 'text', ...said, replyTo, forwarded: message.forward_origin !== undefined };
  }
  const file = (kind: 'voice' | 'photo' | 'document' | 'other', id: string): InboundContent => ({
    type: 'file',
    kind,
    sealed: id,
  });
  const voice = message.voice ?? message.audio ?? message.video_note;
  if (voice !== undefined) return file('voice', voice.file_id);
  const photo = message.photo?.at(-1);
  if (photo !== undefined) return file('photo', photo.file_id);
  if (message.document !== undefined) return file('document', message.document.file_id);
  if (message.video !== undefined) return file('other', message.video.file_id);
  const known = (['sticker', 'location', 'contact', 'poll'] as const).find((kind) => message[kind] !== undefined);
  return known === undefined ? null : { type: 'unsupported', what: known };
}

/** What is written: a text, or the words under a picture, which then only illustrates them. Other files stay files. */
function wordsOf({ text, caption, photo, video }: TelegramMessage): string | undefined {
  const illustrated = caption !== undefined && caption.trim() !== '' && (photo !== undefined || video !== undefined);
  return illustrated ? caption : text;
}

/** The text without the mention that addressed us; null for a command to another bot. */
function whatIsSaid(
  text: string,
  message: TelegramMessage,
  self: TelegramSelf,
): { text: string; addressed: boolean } | null {
  const inPrivate = message.chat.type === 'private';
  const command = /^\/[a-z0-9_]{1,32}(?:@([a-z0-9_]+))?(?=\s|$)/i.exec(text);
  if (command !== null) {
    const [whole, to] = command;
    if (to !== undefined && to.toLowerCase() !== self.username.toLowerCase()) return null;
    return { text: whole.replace(/@.*$/, '') + text.slice(whole.length), addressed: true };
  }
  const name = escapeRegExp(self.username);
  const mention = new RegExp(String.raw`^\s*@${name}\b[\s,:]*|\s+@${name}\b`, 'i');
  const mentioned = mention.test(text);
  const answersUs = message.reply_to_message?.from?.id === self.id;
  return { text: mentioned ? text.replace(mention, '') : text, addressed: inPrivate || mentioned || answersUs };
}

function escapeRegExp(text: string): string {
  return text.replaceAll(/[^\w]/g, String.raw`\$&`);
}

function fromEdit(updateId: number, message: TelegramMessage, self: TelegramSelf): Inbound | null {
  const words = wordsOf(message);
  if (message.from === undefined || message.sender_chat !== undefined || words === undefined) return null;
  const said = whatIsSaid(words, message, self);
  if (said === null) return null;
  return envelope(updateId, message, message.from, self, {
    type: 'edit',
    target: encodeMessage(message.message_id),
    ...said,
  });
}

function fromPress(
  updateId: number,
  query: NonNullable<TelegramUpdate['callback_query']>,
  self: TelegramSelf,
): Inbound {
  const message = query.inline_message_id === undefined ? query.message : undefined;
  const where = message ?? { message_id: 0, date: 0, chat: { id: query.from.id, type: 'private' as const } };
  const content: InboundContent = {
    type: 'press',
    query: query.id,
    nonce: query.data ?? '',
    message: message === undefined ? null : encodeMessage(message.message_id),
  };
  return { ...envelope(updateId, where, query.from, self, content), message: null };
}

function fromReaction(
  updateId: number,
  event: NonNullable<TelegramUpdate['message_reaction']>,
  self: TelegramSelf,
): Inbound | null {
  if (event.user === undefined) return null;
  const emojis = (list: readonly { emoji?: string | undefined }[]): string[] =>
    list.flatMap((reaction) => reaction.emoji ?? []);
  const added = emojis(event.new_reaction).find((emoji) => !emojis(event.old_reaction).includes(emoji));
  const emoji = added ?? emojis(event.old_reaction)[0];
  if (emoji === undefined) return null;
  const content: InboundContent = {
    type: 'reaction',
    target: encodeMessage(event.message_id),
    emoji,
    removed: added === undefined,
  };
  return { ...envelope(updateId, event, event.user, self, content), message: null };
}

function fromMembership(
  updateId: number,
  event: NonNullable<TelegramUpdate['my_chat_member']>,
  self: TelegramSelf,
): Inbound {
  const present = ['member', 'administrator', 'creator', 'restricted'].includes(event.new_chat_member.status);
  const content: InboundContent = { type: 'presence', present, title: event.chat.title ?? null };
  return { ...envelope(updateId, { ...event, message_id: 0 }, event.from, self, content), message: null };
}

function envelope(
  updateId: number,
  where: Pick<z.infer<typeof updateSchema>['message'] & {}, 'message_id' | 'date' | 'chat'>,
  from: User | null,
  self: TelegramSelf,
  content: InboundContent,
): Inbound {
  return {
    dedupe: `${self.bot}:${updateId}`,
    bot: self.bot,
    chat: encodeChat(self.bot, where.chat.id),
    chatKind: where.chat.type === 'private' ? 'private' : 'group',
    chatTitle: where.chat.title ?? null,
    sender: from === null ? null : encodeAccount(from.id),
    senderName: from === null ? '' : [from.first_name, from.last_name].filter(Boolean).join(' '),
    senderLocale: localeOf(from?.language_code),
    senderIsBot: from?.is_bot ?? false,
    message: encodeMessage(where.message_id),
    at: where.date * 1000,
    content,
  };
}

function localeOf(code: string | undefined): Locale | null {
  if (code === undefined) return null;
  return code.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}
