import { ControlError } from '../kit/control.ts';
import { attachmentContent } from './attachments.ts';
import type { Attachment } from './attachments.ts';
import { migrate, setStatus, userById } from './members.ts';
import { post } from './messages.ts';
import { menuFor } from './methods/commands.ts';
import * as people from './people.ts';
import type { Place, WriteOptions } from './people.ts';
import { forgePress, press } from './presses.ts';
import type { ButtonChoice, ForgedPress, Press } from './presses.ts';
import { PUBLISHED_LIMITS } from './rate-limits.ts';
import type { RateCounter, RateLimits } from './rate-limits.ts';
import type { Update } from './updates.ts';
import { viewChat } from './view.ts';
import type { ChatView } from './view.ts';
import { waitForView } from './waiting.ts';
import type { WireCommand, WireMessage, WireUser } from './wire.ts';
import { addBot, addGroup, isAdmin, touched } from './world.ts';
import type { BotAccount, Chat, Toast, World } from './world.ts';

/** A bot to be made: the token's first part is its id; privacy mode is on by default, as with BotFather. */
export interface NewBot {
  readonly username: string;
  readonly token?: string | undefined;
  readonly firstName?: string | undefined;
  readonly privacy?: boolean | undefined;
}

/** A person to be made. */
interface NewUser {
  readonly firstName: string;
  readonly id?: number | undefined;
  readonly lastName?: string | undefined;
  readonly username?: string | undefined;
  /** `fr`, `en`, `pt-br`: what their app is set to. */
  readonly languageCode?: string | undefined;
}

/** A group to be made: the first member creates it. Bots are named by username or id; `admins` are among both. */
interface NewGroup {
  readonly title: string;
  readonly members: readonly number[];
  readonly bots?: readonly (number | string)[] | undefined;
  readonly admins?: readonly (number | string)[] | undefined;
  readonly supergroup?: boolean | undefined;
}

/** What one person can do. */
export interface PersonControl {
  readonly user: WireUser;
  /** Opens the private chat with a bot, with the payload of a deep link if there is one. */
  start(bot: number | string, payload?: string): WireMessage;
  write(to: Place, text: string, options?: WriteOptions): WireMessage;
  send(to: Place, attachment: Attachment, replyTo?: number): WireMessage;
  edit(to: Place, messageId: number, text: string): WireMessage;
  forward(from: Place, messageId: number, to: Place): WireMessage;
  press(to: Place, choice: ButtonChoice): Press;
  forgePress(forged: ForgedPress): string;
  vote(to: Place, messageId: number, options: readonly number[]): void;
  react(to: Place, messageId: number, emojis: readonly string[]): void;
  block(bot: number | string): void;
  unblock(bot: number | string): void;
  join(group: number): void;
  leave(group: number): void;
  /** What bots showed when this person pressed, oldest first. */
  toasts(): readonly Toast[];
  /** The private chat with a bot, as this person sees it. */
  view(bot: number | string): ChatView;
  /** Waits (real time) until the chat looks as wanted; throws with what it looks like when it does not come to that. */
  waitFor(to: Place, predicate: (view: ChatView) => boolean, timeoutMs?: number): Promise<ChatView>;
  /** The commands shown when typing "/", in the private chat with the bot or in a group. */
  menu(bot: number | string, group?: number): readonly WireCommand[];
}

/** Everything that happens around the bots, as one calls it in process. The HTTP routes under `/control/telegram` do the same. */
export interface TelegramControl {
  createBot(bot: NewBot): { readonly id: number; readonly username: string; readonly token: string };
  createUser(user: NewUser): WireUser;
  createGroup(group: NewGroup): { readonly id: number };
  user(id: number): PersonControl;
  /** Changes what a person or bot is in a group; `by` is who does it (the group's creator by default). */
  setMember(
    group: number,
    member: number | string,
    status: 'member' | 'administrator' | 'left' | 'kicked',
    by?: number,
  ): void;
  /** Makes a supergroup of a group and returns its new id. */
  migrate(group: number): { readonly id: number };
  setPrivacy(bot: number | string, on: boolean): void;
  /** The published limits (true), others, or none (false). */
  setRateLimits(limits: boolean | Partial<RateLimits>): void;
  chats(): readonly ChatView[];
  /** A chat by its key: `<botId>:<userId>` or the group's id. */
  chat(key: string | number): ChatView;
  waitFor(key: string | number, predicate: (view: ChatView) => boolean, timeoutMs?: number): Promise<ChatView>;
  /** What is in a file somebody sent, by the id a view shows. */
  file(id: string): { readonly name: string; readonly mime: string; readonly bytes: Uint8Array };
  /** Hands a bot an update exactly as given: hostile input. */
  inject(bot: number | string, raw: Readonly<Record<string, unknown>>): Update;
}

/** The people around the bots of one emulated Telegram. */
export function createControl(world: World, rates: RateCounter): TelegramControl {
  const chatByKey = (key: string | number): Chat => {
    const chat = world.chats.get(String(key));
    if (chat === undefined) throw new ControlError(`there is no chat ${key}`);
    return chat;
  };
  return {
    createBot: (bot) => createBot(world, bot),
    createUser: (user) => createUser(world, user),
    createGroup: (group) => createGroup(world, group),
    user: (id) => personControl(world, people.findPerson(world, id)),
    setMember: (group, member, status, by) => {
      const chat = people.requireGroup(world, group);
      const creator = [...chat.members].find(([, each]) => each === 'creator')?.[0];
      people.setMember(world, group, anybody(world, member), anybody(world, by ?? creator ?? member), status);
    },
    migrate: (group) => ({ id: migrate(world, people.requireGroup(world, group)).id }),
    setPrivacy: (bot, on) => {
      people.findBot(world, bot).privacy = on;
    },
    setRateLimits: (limits) => {
      if (limits === false) rates.set(undefined);
      else rates.set({ ...PUBLISHED_LIMITS, ...(limits === true ? {} : limits) });
    },
    chats: () => [...world.chats.values()].map((chat) => viewChat(world, chat)),
    chat: (key) => viewChat(world, chatByKey(key)),
    waitFor: (key, predicate, timeoutMs) =>
      waitForView(world, () => viewChat(world, chatByKey(key)), predicate, timeoutMs),
    file: (id) => {
      const file = world.files.get(id);
      if (file === undefined) throw new ControlError(`there is no file ${id}`);
      return file;
    },
    inject: (bot, raw) => people.findBot(world, bot).queue.inject(raw),
  };
}

function personControl(world: World, user: WireUser): PersonControl {
  const view = (to: Place): ChatView => viewChat(world, people.chatAt(world, user, to));
  return {
    user,
    start: (bot, payload) => people.start(world, user, people.findBot(world, bot), payload),
    write: (to, text, options) => people.write(world, user, to, text, options),
    send: (to, attachment, replyTo) =>
      people.sendContent(world, user, to, attachmentContent(world, attachment), replyTo),
    edit: (to, messageId, text) => people.edit(world, user, to, messageId, text),
    forward: (from, messageId, to) => people.forward(world, user, from, messageId, to),
    press: (to, choice) => press(world, user, to, choice),
    forgePress: (forged) => forgePress(world, user, forged),
    vote: (to, messageId, options) => people.voteIn(world, user, to, messageId, options),
    react: (to, messageId, emojis) => people.react(world, user, to, messageId, emojis),
    block: (bot) => people.setBlocked(world, user, people.findBot(world, bot), true),
    unblock: (bot) => people.setBlocked(world, user, people.findBot(world, bot), false),
    join: (group) => people.setMember(world, group, user, user, 'member'),
    leave: (group) => people.setMember(world, group, user, user, 'left'),
    toasts: () => world.toasts.filter((toast) => toast.userId === user.id),
    view,
    waitFor: (to, predicate, timeoutMs) => waitForView(world, () => view(to), predicate, timeoutMs),
    menu: (bot, group) => menu(world, user, people.findBot(world, bot), group),
  };
}

function menu(world: World, user: WireUser, bot: BotAccount, groupId?: number): readonly WireCommand[] {
  const place = { userId: user.id, language: user.language_code };
  if (groupId === undefined) return menuFor(bot, place);
  const group = people.requireGroup(world, groupId);
  return menuFor(bot, { ...place, group: { id: group.id, isAdmin: isAdmin(group, user.id) } });
}

function anybody(world: World, name: number | string): WireUser {
  const user = typeof name === 'number' ? userById(world, name) : undefined;
  return user ?? people.findBot(world, name).user;
}

function createBot(world: World, bot: NewBot): { id: number; username: string; token: string } {
  const token =
    bot.token ??
    `${7_000_000_000 + world.nextNumber()}:AAsandboxSandboxSandboxSandbox${String(world.nextNumber()).padStart(5, '0')}`;
  const id = Number(/^(\d+):[\w-]+$/.exec(token)?.[1]);
  if (!Number.isSafeInteger(id)) throw new ControlError('a token is <id>:<secret>');
  if (world.bots.has(id)) throw new ControlError(`there is a bot ${id} already`);
  const user = { id, is_bot: true, first_name: bot.firstName ?? bot.username, username: bot.username };
  addBot(world, user, token, bot.privacy ?? true);
  return { id, username: bot.username, token };
}

function createUser(world: World, user: NewUser): WireUser {
  const id = user.id ?? 5_000_000_000 + world.nextNumber();
  if (world.people.has(id)) throw new ControlError(`there is a person ${id} already`);
  const person: WireUser = {
    id,
    is_bot: false,
    first_name: user.firstName,
    ...(user.lastName === undefined ? {} : { last_name: user.lastName }),
    ...(user.username === undefined ? {} : { username: user.username }),
    ...(user.languageCode === undefined ? {} : { language_code: user.languageCode }),
  };
  world.people.set(id, person);
  return person;
}

function createGroup(world: World, options: NewGroup): { id: number } {
  const [first, ...others] = options.members.map((id) => people.findPerson(world, id));
  if (first === undefined) throw new ControlError('somebody must create the group');
  const group = addGroup(world, options.supergroup === true ? 'supergroup' : 'group', options.title);
  group.members.set(first.id, 'creator');
  for (const member of others) group.members.set(member.id, 'member');
  const admins = (options.admins ?? []).map((name) => anybody(world, name).id);
  for (const id of admins) if (id !== first.id && group.members.has(id)) group.members.set(id, 'administrator');
  if (group.kind === 'group') post(world, group, { from: first, content: { group_chat_created: true } });
  for (const name of options.bots ?? []) {
    const bot = people.findBot(world, name);
    setStatus(world, group, bot.user, first, admins.includes(bot.user.id) ? 'administrator' : 'member');
  }
  touched(world);
  return { id: group.id };
}
