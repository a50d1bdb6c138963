import { ApiError, badRequest, forbidden } from './errors.ts';
import type { Params } from './params.ts';
import { chatId, findGroup, isMember, privateChat } from './world.ts';
import type { BotAccount, Chat, StoredMessage, World } from './world.ts';

/** The chat named by a parameter, whether or not the bot may write there. */
export function findChat(world: World, bot: BotAccount, params: Params, name = 'chat_id'): Chat {
  const text = params.values.get(name);
  if (text === undefined) throw badRequest('chat_id is empty');
  const chat = lookUp(world, bot, text);
  if (chat === undefined) throw badRequest('chat not found');
  return chat;
}

function lookUp(world: World, bot: BotAccount, text: string): Chat | undefined {
  if (text.startsWith('@')) return undefined;
  if (!/^-?\d+$/.test(text)) return undefined;
  const id = Number(text);
  const group = findGroup(world, id);
  // A bot only knows the groups it has been in.
  if (group !== undefined) return group.members.has(bot.user.id) ? group : undefined;
  const person = world.people.get(id) ?? world.bots.get(id)?.user;
  return person === undefined ? undefined : privateChat(world, bot, person);
}

/** The chat named by `chat_id`, in which the bot may write now; throws what the platform answers when it may not. */
export function writableChat(world: World, bot: BotAccount, params: Params): Chat {
  const chat = findChat(world, bot, params);
  if (chat.kind === 'private') {
    if (chat.person.is_bot) throw forbidden("bots can't send messages to bots");
    if (chat.blocked) throw forbidden('bot was blocked by the user');
    if (!chat.started) throw forbidden("bot can't initiate conversation with a user");
    return chat;
  }
  if (chat.migratedTo !== undefined) {
    throw new ApiError(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: chat.migratedTo,
    });
  }
  const kind = `${chat.kind} chat`;
  if (chat.members.get(bot.user.id) === 'kicked') throw forbidden(`bot was kicked from the ${kind}`);
  if (!isMember(chat, bot.user.id)) throw forbidden(`bot is not a member of the ${kind}`);
  return chat;
}

/** The message with this number in the chat, unless it was deleted. */
export function findMessage(chat: Chat, messageId: number | undefined): StoredMessage | undefined {
  return chat.messages.find((message) => message.wire.message_id === messageId && !message.deleted);
}

/** The chat as faults and the ledger name it. */
export function chatLabel(chat: Chat): string {
  return String(chatId(chat));
}
