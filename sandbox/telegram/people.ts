import { ControlError } from '../kit/control.ts';
import { chatLabel, findMessage } from './access.ts';
import { withDetected } from './detect.ts';
import { characters } from './entities.ts';
import { announceBlock, setStatus } from './members.ts';
import { announceEdit, post } from './messages.ts';
import { vote } from './methods/polls.ts';
import { MAX_TEXT } from './texts.ts';
import type { WireContent, WireEntity, WireMessage, WireReaction, WireUser } from './wire.ts';
import { findGroup, isAdmin, isMember, privateChat, touched, unixNow, wireChat } from './world.ts';
import type { BotAccount, Chat, GroupChat, StoredMessage, World } from './world.ts';

/** Where a person acts: a bot (its `@username` or id) for the private chat with it, or a group's id. */
export type Place = number | string;

/** How a text is written. */
export interface WriteOptions {
  /** The number of the message it replies to. */
  readonly replyTo?: number | undefined;
  /** Formatting the person applied; commands, mentions and links are found anyway. */
  readonly entities?: readonly WireEntity[] | undefined;
  /** Written behind the group's name, as administrators may. */
  readonly anonymous?: boolean | undefined;
}

/** Finds a bot by `@username`, username or id. */
export function findBot(world: World, name: number | string): BotAccount {
  const wanted = String(name).replace(/^@/, '').toLowerCase();
  const bot = [...world.bots.values()].find(
    (each) => each.user.username.toLowerCase() === wanted || String(each.user.id) === wanted,
  );
  if (bot === undefined) throw new ControlError(`there is no bot ${name}`);
  return bot;
}

/** Finds a person by id. */
export function findPerson(world: World, id: number): WireUser {
  const person = world.people.get(id);
  if (person === undefined) throw new ControlError(`there is no person ${id}`);
  return person;
}

/** Finds a group by id. */
export function requireGroup(world: World, id: number): GroupChat {
  const group = findGroup(world, id);
  if (group === undefined) throw new ControlError(`there is no group ${id}`);
  return group;
}

/** The chat a person means; in a group they must be a member of it. */
export function chatAt(world: World, person: WireUser, place: Place): Chat {
  if (typeof place === 'number' && place < 0) {
    const group = requireGroup(world, place);
    if (!isMember(group, person.id)) throw new ControlError(`${person.first_name} is not in ${group.title}`);
    if (group.migratedTo !== undefined) throw new ControlError(`${group.title} is now ${group.migratedTo}`);
    return group;
  }
  if (typeof place === 'string' && /^-\d+$/.test(place)) return chatAt(world, person, Number(place));
  return privateChat(world, findBot(world, place), person);
}

/** The message a person points at. */
export function messageAt(chat: Chat, messageId: number): StoredMessage {
  const message = findMessage(chat, messageId);
  if (message === undefined) throw new ControlError(`there is no message ${messageId} in ${chat.key}`);
  return message;
}

/** Whether the person can write there now: not to a bot they blocked. */
function writable(world: World, person: WireUser, place: Place): Chat {
  const chat = chatAt(world, person, place);
  if (chat.kind === 'private') {
    if (chat.blocked) throw new ControlError(`${person.first_name} has blocked @${chat.bot.user.username}`);
    // Writing to a bot is what lets it answer.
    chat.started = true;
  }
  return chat;
}

/** Opens the private chat with a bot, through a link with a payload or not; unblocks it first when it was blocked. */
export function start(world: World, person: WireUser, bot: BotAccount, payload?: string): WireMessage {
  if (payload !== undefined && !/^[A-Za-z0-9_-]{1,64}$/.test(payload))
    throw new ControlError('a start payload is 1 to 64 of A-Z a-z 0-9 _ -');
  const chat = privateChat(world, bot, person);
  if (chat.blocked) setBlocked(world, person, bot, false);
  return write(world, person, bot.user.id, payload === undefined ? '/start' : `/start ${payload}`);
}

/** Writes a text; one that is too long for a message becomes several, as in the apps, and the first is returned. */
export function write(
  world: World,
  person: WireUser,
  place: Place,
  text: string,
  options: WriteOptions = {},
): WireMessage {
  const chat = writable(world, person, place);
  if (text.trim() === '') throw new ControlError('the apps send no empty message');
  if (options.anonymous === true && (chat.kind === 'private' || !isAdmin(chat, person.id)))
    throw new ControlError('only administrators of a group write behind its name');
  const replyTo = options.replyTo === undefined ? undefined : messageAt(chat, options.replyTo);
  const anonymous = options.anonymous === true;
  const [first = '', ...rest] = characters(text) <= MAX_TEXT ? [text] : split(text);
  const entities = withDetected(first, options.entities ?? []);
  const sent = post(world, chat, { from: person, content: textContent(first, entities), replyTo, anonymous });
  for (const part of rest)
    post(world, chat, { from: person, content: textContent(part, withDetected(part, [])), anonymous });
  return sent.wire;
}

function split(text: string): readonly string[] {
  const all = Array.from(text);
  return Array.from({ length: Math.ceil(all.length / MAX_TEXT) }, (_, index) =>
    all.slice(index * MAX_TEXT, (index + 1) * MAX_TEXT).join(''),
  );
}

function textContent(text: string, entities: readonly WireEntity[]): WireContent {
  return { text, ...(entities.length === 0 ? {} : { entities }) };
}

/** Puts something that is not a text into a chat: file, contact, place. */
export function sendContent(
  world: World,
  person: WireUser,
  place: Place,
  content: WireContent,
  replyTo?: number,
): WireMessage {
  const chat = writable(world, person, place);
  const reply = replyTo === undefined ? undefined : messageAt(chat, replyTo);
  return post(world, chat, { from: person, content, replyTo: reply }).wire;
}

/** Rewrites a text of one's own. */
export function edit(world: World, person: WireUser, place: Place, messageId: number, text: string): WireMessage {
  const chat = writable(world, person, place);
  const message = messageAt(chat, messageId);
  if (message.wire.from?.id !== person.id) throw new ControlError(`message ${messageId} is not ${person.first_name}'s`);
  if (message.wire.text === undefined) throw new ControlError(`message ${messageId} has no text`);
  const { entities: _, ...rest } = message.wire;
  message.wire = { ...rest, ...textContent(text, withDetected(text, [])), edit_date: unixNow(world) };
  announceEdit(world, chat, message);
  return message.wire;
}

/** Passes a message on to another chat; its buttons stay behind. */
export function forward(world: World, person: WireUser, from: Place, messageId: number, to: Place): WireMessage {
  const { wire } = messageAt(chatAt(world, person, from), messageId);
  const {
    message_id: _id,
    chat: _chat,
    date,
    from: author,
    reply_markup: _keys,
    reply_to_message: _reply,
    edit_date: _edit,
    ...content
  } = wire;
  const origin = { type: 'user' as const, date, sender_user: author ?? person };
  return sendContent(world, person, to, { ...content, forward_origin: content.forward_origin ?? origin });
}

/** Puts one or more emojis on a message, or takes them back (none). The bot hears of it when it asked to. */
export function react(
  world: World,
  person: WireUser,
  place: Place,
  messageId: number,
  emojis: readonly string[],
): void {
  const chat = writable(world, person, place);
  const message = messageAt(chat, messageId);
  const before = message.reactions.get(person.id) ?? [];
  const after = emojis.map((emoji): WireReaction => ({ type: 'emoji', emoji }));
  if (after.length === 0) message.reactions.delete(person.id);
  else message.reactions.set(person.id, after);
  const payload = {
    chat: wireChat(chat),
    message_id: messageId,
    user: person,
    date: unixNow(world),
    old_reaction: before,
    new_reaction: after,
  };
  for (const bot of world.bots.values()) {
    const hears = chat.kind === 'private' ? chat.bot === bot : isAdmin(chat, bot.user.id);
    if (hears) bot.queue.push({ type: 'message_reaction', payload, chat: chatLabel(chat) });
  }
  touched(world);
}

/** Votes in a poll with the numbers of the options (from 0), or takes the vote back (none). */
export function voteIn(
  world: World,
  person: WireUser,
  place: Place,
  messageId: number,
  options: readonly number[],
): void {
  const message = messageAt(chatAt(world, person, place), messageId);
  const { poll } = message.wire;
  if (poll === undefined) throw new ControlError(`message ${messageId} is no poll`);
  if (poll.is_closed) throw new ControlError('the poll is closed');
  if (options.length > 1 && !poll.allows_multiple_answers) throw new ControlError('the poll takes one answer');
  if (options.some((option) => poll.options[option] === undefined))
    throw new ControlError('the poll has no such option');
  vote(world, message, poll, person, options);
}

/** Blocks a bot, or lets it write again. */
export function setBlocked(world: World, person: WireUser, bot: BotAccount, blocked: boolean): void {
  const chat = privateChat(world, bot, person);
  if (chat.blocked === blocked) return;
  chat.blocked = blocked;
  announceBlock(world, chat, blocked);
  touched(world);
}

/** Makes somebody (a person or a bot) a member, an administrator, or no member of a group any more. */
export function setMember(
  world: World,
  groupId: number,
  user: WireUser,
  by: WireUser,
  status: 'member' | 'administrator' | 'left' | 'kicked',
): void {
  setStatus(world, requireGroup(world, groupId), user, by, status);
  touched(world);
}
