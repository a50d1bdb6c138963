import { chatLabel } from './access.ts';
import { spans } from './detect.ts';
import type { UpdateInput } from './updates.ts';
import type { WireContent, WireMessage, WireUser } from './wire.ts';
import { botsIn, isAdmin, touched, unixNow, wireChat } from './world.ts';
import type { BotAccount, Chat, GroupChat, StoredMessage, World } from './world.ts';

/** A message about to appear. */
export interface NewMessage {
  readonly from: WireUser;
  readonly content: WireContent;
  readonly replyTo?: StoredMessage | undefined;
  /** Written by an administrator who hides behind the group: no `from` on the wire, `sender_chat` instead. */
  readonly anonymous?: boolean;
}

/** Puts a message into a chat and hands it to the bots that may see it (never to its author). */
export function post(world: World, chat: Chat, message: NewMessage): StoredMessage {
  const wire = compose(world, chat, message);
  const stored: StoredMessage = { wire, deleted: false, pinned: false, reactions: new Map(), votes: new Map() };
  chat.messages.push(stored);
  chat.typing = undefined;
  for (const bot of readers(world, chat, wire)) {
    if (bot.user.id !== message.from.id) bot.queue.push(update(chat, 'message', wire));
  }
  touched(world);
  return stored;
}

function compose(world: World, chat: Chat, message: NewMessage): WireMessage {
  const base = { message_id: nextMessageId(chat), date: unixNow(world), chat: wireChat(chat) };
  const author =
    message.anonymous === true
      ? // The platform's own stand-in for an anonymous administrator.
        {
          from: { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' },
          sender_chat: wireChat(chat),
        }
      : { from: message.from };
  const reply = message.replyTo === undefined ? {} : { reply_to_message: withoutReply(message.replyTo.wire) };
  return { ...base, ...author, ...message.content, ...reply };
}

/** Only one level of reply is ever on the wire. */
function withoutReply(wire: WireMessage): WireMessage {
  const { reply_to_message: _, ...rest } = wire;
  return rest;
}

/** Message numbers: one series for all private chats of a bot, one for each group. */
function nextMessageId(chat: Chat): number {
  const holder = chat.kind === 'private' ? chat.bot : chat;
  holder.lastMessageId += 1;
  return holder.lastMessageId;
}

/** Hands the new state of a person's message to the bots that may see it. */
export function announceEdit(world: World, chat: Chat, message: StoredMessage): void {
  for (const bot of readers(world, chat, message.wire)) {
    if (bot.user.id !== message.wire.from?.id) bot.queue.push(update(chat, 'edited_message', message.wire));
  }
  touched(world);
}

function update(chat: Chat, type: string, wire: WireMessage): UpdateInput {
  return { type, payload: wire, chat: chatLabel(chat), text: wire.text ?? wire.caption };
}

/** The bots that see a message: the private chat's own, and in groups those privacy mode lets see it. */
function readers(world: World, chat: Chat, wire: WireMessage): readonly BotAccount[] {
  if (chat.kind === 'private') return [chat.bot];
  // Bots do not see what other bots write.
  const fromBot = wire.from?.is_bot === true && wire.sender_chat === undefined;
  return botsIn(world, chat).filter((bot) => isService(wire) || (!fromBot && sees(bot, chat, wire)));
}

function isService(wire: WireMessage): boolean {
  return (
    wire.new_chat_members !== undefined ||
    wire.left_chat_member !== undefined ||
    wire.group_chat_created !== undefined ||
    wire.new_chat_title !== undefined ||
    wire.pinned_message !== undefined ||
    wire.migrate_to_chat_id !== undefined ||
    wire.migrate_from_chat_id !== undefined
  );
}

/** Privacy mode (core.telegram.org/bots/features#privacy-mode): commands not meant for another bot, replies to it, mentions of it. */
function sees(bot: BotAccount, group: GroupChat, wire: WireMessage): boolean {
  if (!bot.privacy || isAdmin(group, bot.user.id)) return true;
  if (wire.reply_to_message?.from?.id === bot.user.id) return true;
  const text = wire.text ?? wire.caption ?? '';
  const entities = wire.entities ?? wire.caption_entities;
  const name = `@${bot.user.username}`.toLowerCase();
  const commands = spans(text, entities, 'bot_command').map((command) => command.toLowerCase());
  if (commands.some((command) => !command.includes('@') || command.endsWith(name))) return true;
  return spans(text, entities, 'mention').some((mention) => mention.toLowerCase() === name);
}
