import { chatLabel, findMessage, writableChat } from '../access.ts';
import { badRequest } from '../errors.ts';
import { characters } from '../entities.ts';
import { flag, isRecord, json } from '../params.ts';
import { post } from '../messages.ts';
import type { WireReaction } from '../wire.ts';
import { isAdmin, touched } from '../world.ts';
import type { Chat, PendingCallback, World } from '../world.ts';
import { messageId } from './method.ts';
import type { Call, Method } from './method.ts';

/** The emojis anybody may react with (Bot API 10.1, ReactionTypeEmoji): exactly these, without variation selectors of one's own. */
export const REACTION_EMOJIS: ReadonlySet<string> = new Set(
  (
    '❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 ' +
    '👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡'
  ).split(' '),
);

/** How long a press can be answered. The platform gives no figure; people report 5 to 20 seconds. */
const CALLBACK_MS = 15_000;
const MAX_ANSWER = 200;

function setMessageReaction(call: Call): unknown {
  const value = json(call.params, 'reaction', 'reaction') ?? [];
  if (!Array.isArray(value)) throw badRequest('expected an Array of ReactionType');
  const reactions = value.map((item) => readReaction(item));
  const chat = writableChat(call.world, call.bot, call.params);
  const message = findMessage(chat, messageId(call));
  if (message === undefined) throw badRequest('message to react not found');
  if (reactions.length > 1) throw badRequest('REACTIONS_TOO_MANY');
  if (reactions.length === 0) message.reactions.delete(call.bot.user.id);
  else message.reactions.set(call.bot.user.id, reactions);
  touched(call.world);
  return true;
}

function readReaction(value: unknown): WireReaction {
  const emoji = isRecord(value) && value['type'] === 'emoji' ? value['emoji'] : undefined;
  if (typeof emoji !== 'string' || !REACTION_EMOJIS.has(emoji)) throw badRequest('REACTION_INVALID');
  return { type: 'emoji', emoji };
}

function answerCallbackQuery(call: Call): unknown {
  const { world, bot, params } = call;
  const text = params.values.get('text') ?? '';
  const query = world.callbacks.get(params.values.get('callback_query_id') ?? '');
  if (query === undefined || query.botId !== bot.user.id || query.answered || isStale(world, query)) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  if (characters(text) > MAX_ANSWER) throw badRequest('MESSAGE_TOO_LONG');
  query.answered = true;
  if (text !== '') {
    const at = world.kit.clock.now();
    world.toasts.push({
      userId: query.userId,
      botId: bot.user.id,
      callbackId: query.id,
      text,
      alert: flag(params, 'show_alert'),
      at,
    });
  }
  touched(world);
  return true;
}

function isStale(world: World, query: PendingCallback): boolean {
  return world.kit.clock.now() - query.at > CALLBACK_MS;
}

function mayPin(call: Call, chat: Chat): boolean {
  return chat.kind === 'private' || isAdmin(chat, call.bot.user.id);
}

function pinChatMessage(call: Call): unknown {
  const chat = writableChat(call.world, call.bot, call.params);
  if (!mayPin(call, chat)) throw badRequest('not enough rights to manage pinned messages in the chat');
  const message = findMessage(chat, messageId(call));
  if (message === undefined) throw badRequest('message to pin not found');
  if (message.pinned) return true;
  message.pinned = true;
  const { reply_to_message: _, ...pinned } = message.wire;
  post(call.world, chat, { from: call.bot.user, content: { pinned_message: pinned } });
  call.world.kit.ledger.append({
    platform: 'telegram',
    kind: 'effect',
    method: 'pin',
    chat: chatLabel(chat),
    params: { message_id: pinned.message_id },
    applied: true,
  });
  return true;
}

function unpinChatMessage(call: Call): unknown {
  const chat = writableChat(call.world, call.bot, call.params);
  if (!mayPin(call, chat)) throw badRequest('not enough rights to manage pinned messages in the chat');
  const named = call.params.values.has('message_id');
  const message = named ? findMessage(chat, messageId(call)) : chat.messages.findLast((each) => each.pinned);
  if (message === undefined || !message.pinned) throw badRequest('message to unpin not found');
  message.pinned = false;
  touched(call.world);
  return true;
}

function unpinAllChatMessages(call: Call): unknown {
  const chat = writableChat(call.world, call.bot, call.params);
  if (!mayPin(call, chat)) throw badRequest('not enough rights to manage pinned messages in the chat');
  for (const message of chat.messages) message.pinned = false;
  touched(call.world);
  return true;
}

/** Small gestures on messages: reactions, pins, and the answer to a press. */
export const reactMethods: Readonly<Record<string, Method>> = {
  setMessageReaction,
  answerCallbackQuery,
  pinChatMessage,
  unpinChatMessage,
  unpinAllChatMessages,
};
