import { findChat, writableChat } from '../access.ts';
import { badRequest, forbidden } from '../errors.ts';
import { setStatus, userById, wireMember } from '../members.ts';
import { integer } from '../params.ts';
import { isAdmin, isMember, wireChat } from '../world.ts';
import type { Chat, GroupChat } from '../world.ts';
import { REACTION_EMOJIS } from './react.ts';
import type { Call, Method } from './method.ts';

const NO_GIFTS = {
  unlimited_gifts: false,
  limited_gifts: false,
  unique_gifts: false,
  premium_subscription: false,
  gifts_from_channels: false,
};

/** The chat a call asks about; in a group the bot has left, the platform says nothing about it. */
function readableChat(call: Call): Chat {
  const chat = findChat(call.world, call.bot, call.params);
  if (chat.kind === 'private') return chat;
  const kind = `${chat.kind} chat`;
  if (chat.members.get(call.bot.user.id) === 'kicked') throw forbidden(`bot was kicked from the ${kind}`);
  if (!isMember(chat, call.bot.user.id)) throw forbidden(`bot is not a member of the ${kind}`);
  return chat;
}

function readableGroup(call: Call): GroupChat {
  const chat = readableChat(call);
  if (chat.kind === 'private') throw badRequest('there are no administrators in the private chat');
  return chat;
}

function getChat(call: Call): unknown {
  const chat = readableChat(call);
  const pinned = chat.messages.findLast((message) => message.pinned && !message.deleted)?.wire;
  return {
    ...wireChat(chat),
    accent_color_id: 0,
    max_reaction_count: 11,
    accepted_gift_types: NO_GIFTS,
    available_reactions: Array.from(REACTION_EMOJIS, (emoji) => ({ type: 'emoji', emoji })),
    ...(chat.kind === 'private' && chat.person.username !== undefined
      ? { active_usernames: [chat.person.username] }
      : {}),
    ...(chat.kind === 'private' ? {} : { permissions: { can_send_messages: true, can_pin_messages: false } }),
    ...(pinned === undefined ? {} : { pinned_message: pinned }),
  };
}

function getChatMember(call: Call): unknown {
  const chat = readableChat(call);
  const user = userById(call.world, integer(call.params, 'user_id') ?? 0);
  if (user === undefined) throw badRequest('invalid user_id specified');
  if (chat.kind === 'private') {
    if (user.id !== chat.person.id && user.id !== call.bot.user.id) throw badRequest('member not found');
    return wireMember(user, 'member');
  }
  const status = chat.members.get(user.id);
  if (status === undefined) throw badRequest('member not found');
  return wireMember(user, status);
}

function getChatAdministrators(call: Call): unknown {
  const group = readableGroup(call);
  return [...group.members].flatMap(([id, status]) => {
    const user = userById(call.world, id);
    // The platform leaves out the other bots.
    return user !== undefined && isAdmin(group, id) && (!user.is_bot || id === call.bot.user.id)
      ? [wireMember(user, status)]
      : [];
  });
}

function getChatMemberCount(call: Call): unknown {
  const chat = readableChat(call);
  return chat.kind === 'private' ? 2 : [...chat.members.keys()].filter((id) => isMember(chat, id)).length;
}

function leaveChat(call: Call): unknown {
  const chat = writableChat(call.world, call.bot, call.params);
  if (chat.kind === 'private') throw badRequest("chat member status can't be changed in private chats");
  setStatus(call.world, chat, call.bot.user, call.bot.user, 'left');
  return true;
}

/** What a bot can learn about its chats. */
export const chatMethods: Readonly<Record<string, Method>> = {
  getChat,
  getChatMember,
  getChatAdministrators,
  getChatMemberCount,
  leaveChat,
};
