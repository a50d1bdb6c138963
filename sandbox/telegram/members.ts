import { chatLabel } from './access.ts';
import { post } from './messages.ts';
import type { MemberStatus, WireChat, WireUser } from './wire.ts';
import { addGroup, botsIn, isAdmin, isMember, unixNow, wireChat } from './world.ts';
import type { Chat, GroupChat, World } from './world.ts';

/** A person or a bot by id. */
export function userById(world: World, id: number): WireUser | undefined {
  return world.people.get(id) ?? world.bots.get(id)?.user;
}

/** The `ChatMember` object for a status, with every field the published type requires. */
export function wireMember(user: WireUser, status: MemberStatus): Readonly<Record<string, unknown>> {
  switch (status) {
    case 'creator':
      return { status, user, is_anonymous: false };
    case 'administrator':
      return { status, user, can_be_edited: false, is_anonymous: false, ...ADMIN_RIGHTS };
    case 'kicked':
      return { status, user, until_date: 0 };
    case 'member':
    case 'left':
    default:
      return { status, user };
  }
}

const ADMIN_RIGHTS = {
  can_manage_chat: true,
  can_delete_messages: true,
  can_manage_video_chats: true,
  can_restrict_members: true,
  can_promote_members: false,
  can_change_info: true,
  can_invite_users: true,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
  can_pin_messages: true,
};

/** Changes somebody's status in a group, with the service message and the updates the platform sends about it. */
export function setStatus(world: World, group: GroupChat, user: WireUser, by: WireUser, status: MemberStatus): void {
  const before = group.members.get(user.id) ?? 'left';
  if (before === status) return;
  const wasIn = isMember(group, user.id);
  group.members.set(user.id, status);
  announce(world, { chat: wireChat(group), label: chatLabel(group), user, by, before, after: status }, group);
  if (!wasIn && isMember(group, user.id)) post(world, group, { from: by, content: { new_chat_members: [user] } });
  if (wasIn && !isMember(group, user.id)) post(world, group, { from: by, content: { left_chat_member: user } });
}

/** Tells a bot that a person blocked it or let it write again. */
export function announceBlock(world: World, chat: Extract<Chat, { kind: 'private' }>, blocked: boolean): void {
  const change = { chat: wireChat(chat), label: chatLabel(chat), user: chat.bot.user, by: chat.person };
  announce(world, { ...change, before: blocked ? 'member' : 'kicked', after: blocked ? 'kicked' : 'member' });
}

interface Change {
  readonly chat: WireChat;
  readonly label: string;
  readonly user: WireUser;
  readonly by: WireUser;
  readonly before: MemberStatus;
  readonly after: MemberStatus;
}

/** The bot concerned gets `my_chat_member`; bots that administer the group and asked for it get `chat_member` about the others. */
function announce(world: World, change: Change, group?: GroupChat): void {
  const payload = {
    chat: change.chat,
    from: change.by,
    date: unixNow(world),
    old_chat_member: wireMember(change.user, change.before),
    new_chat_member: wireMember(change.user, change.after),
  };
  world.bots.get(change.user.id)?.queue.push({ type: 'my_chat_member', payload, chat: change.label });
  if (group === undefined) return;
  for (const bot of botsIn(world, group)) {
    if (bot.user.id !== change.user.id && isAdmin(group, bot.user.id))
      bot.queue.push({ type: 'chat_member', payload, chat: change.label });
  }
}

/** Turns a group into a supergroup: another id, the same people, and a service message on both sides. */
export function migrate(world: World, group: GroupChat): GroupChat {
  const next = addGroup(world, 'supergroup', group.title);
  for (const [id, status] of group.members) next.members.set(id, status);
  const creator = [...group.members].find(([, status]) => status === 'creator')?.[0];
  const from = userById(world, creator ?? 0) ?? { id: 777000, is_bot: false, first_name: 'Telegram' };
  post(world, group, { from, content: { migrate_to_chat_id: next.id } });
  group.migratedTo = next.id;
  post(world, next, { from, content: { migrate_from_chat_id: group.id } });
  return next;
}
