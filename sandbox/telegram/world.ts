import type { Kit } from '../kit/kit.ts';
import { createUpdateQueue } from './updates.ts';
import type { UpdateQueue } from './updates.ts';
import type { MemberStatus, WireChat, WireCommand, WireMessage, WireReaction, WireUser } from './wire.ts';

/** A bot: its identity, what it may see, its queue of updates and what it set about itself. */
export interface BotAccount {
  readonly user: WireUser & { readonly username: string };
  readonly token: string;
  /** Privacy mode: in groups the bot then sees commands, replies to it and mentions only. */
  privacy: boolean;
  readonly queue: UpdateQueue;
  webhook: Webhook | undefined;
  /** Commands by `scope|language`, see commands.ts. */
  readonly commands: Map<string, readonly WireCommand[]>;
  /** Name and descriptions by `field|language`. */
  readonly profile: Map<string, string>;
  lastMessageId: number;
}

/** Where a bot asked its updates to be pushed, and how that goes. */
export interface Webhook {
  readonly url: string;
  readonly secret: string | undefined;
  readonly maxConnections: number;
  lastError: { readonly date: number; readonly message: string } | undefined;
}

/** A message with what is not on the wire. */
export interface StoredMessage {
  wire: WireMessage;
  deleted: boolean;
  pinned: boolean;
  /** Emojis by the id of who put them. */
  readonly reactions: Map<number, readonly WireReaction[]>;
  /** Option numbers by voter, when the message is a poll. */
  readonly votes: Map<number, readonly number[]>;
}

interface ChatBase {
  /** How the control API names it: `<botId>:<userId>` or the group's id. */
  readonly key: string;
  readonly messages: StoredMessage[];
  /** What the bot is doing, until when (epoch ms), from sendChatAction. */
  typing: { readonly action: string; readonly until: number } | undefined;
  /** The reply keyboard shown to people, as the bot sent it. */
  replyKeyboard: unknown;
}

/** The conversation of one person with one bot. */
export interface PrivateChat extends ChatBase {
  readonly kind: 'private';
  readonly bot: BotAccount;
  readonly person: WireUser;
  started: boolean;
  blocked: boolean;
}

/** A group; when it has become a supergroup, `migratedTo` is that one's id and nothing can be written here any more. */
export interface GroupChat extends ChatBase {
  readonly kind: 'group' | 'supergroup';
  readonly id: number;
  title: string;
  readonly members: Map<number, MemberStatus>;
  migratedTo: number | undefined;
  lastMessageId: number;
}

/** A chat of either kind. */
export type Chat = PrivateChat | GroupChat;

/** A pressed button, waiting for the bot's answer. */
export interface PendingCallback {
  readonly id: string;
  readonly botId: number;
  readonly userId: number;
  readonly at: number;
  answered: boolean;
}

/** What a bot's answer to a press showed to the person: a toast, or an alert to be closed. */
export interface Toast {
  readonly userId: number;
  readonly botId: number;
  readonly callbackId: string;
  readonly text: string;
  readonly alert: boolean;
  readonly at: number;
}

/** A file kept by the platform. */
export interface StoredFile {
  readonly id: string;
  readonly uniqueId: string;
  readonly name: string;
  readonly mime: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Everything the emulated Telegram knows. */
export interface World {
  readonly kit: Kit;
  readonly bots: Map<number, BotAccount>;
  readonly people: Map<number, WireUser>;
  readonly chats: Map<string, Chat>;
  readonly callbacks: Map<string, PendingCallback>;
  readonly toasts: Toast[];
  readonly files: Map<string, StoredFile>;
  readonly drafts: Map<string, string>;
  /** Calls back whenever something people can see has changed. */
  readonly watchers: Set<() => void>;
  /** A number never given before: identifiers are derived from it, so that a run is the same every time. */
  nextNumber(): number;
}

/** A Telegram with nobody in it. */
export function createWorld(kit: Kit): World {
  let last = 0;
  return {
    kit,
    bots: new Map(),
    people: new Map(),
    chats: new Map(),
    callbacks: new Map(),
    toasts: [],
    files: new Map(),
    drafts: new Map(),
    watchers: new Set(),
    nextNumber: () => {
      last += 1;
      return last;
    },
  };
}

/** Adds a bot. Its update ids start far from 1, as the platform's do. */
export function addBot(world: World, user: BotAccount['user'], token: string, privacy: boolean): BotAccount {
  const bot: BotAccount = {
    user,
    token,
    privacy,
    queue: createUpdateQueue(world.kit, user.username, 700_000_000 + world.nextNumber() * 1000),
    webhook: undefined,
    commands: new Map(),
    profile: new Map(),
    lastMessageId: 0,
  };
  world.bots.set(user.id, bot);
  return bot;
}

/** The private chat of a person with a bot; made on first mention, not started yet. */
export function privateChat(world: World, bot: BotAccount, person: WireUser): PrivateChat {
  const key = `${bot.user.id}:${person.id}`;
  const known = world.chats.get(key);
  if (known?.kind === 'private') return known;
  const chat: PrivateChat = {
    key,
    kind: 'private',
    bot,
    person,
    started: false,
    blocked: false,
    messages: [],
    typing: undefined,
    replyKeyboard: undefined,
  };
  world.chats.set(key, chat);
  return chat;
}

/** Adds a group of either kind; ids are negative, supergroups' start with -100. */
export function addGroup(world: World, kind: GroupChat['kind'], title: string, id?: number): GroupChat {
  const number = world.nextNumber();
  const group: GroupChat = {
    key: '',
    kind,
    id: id ?? (kind === 'group' ? -(4_700_000_000 + number) : -(1_002_000_000_000 + number)),
    title,
    members: new Map(),
    migratedTo: undefined,
    lastMessageId: 0,
    messages: [],
    typing: undefined,
    replyKeyboard: undefined,
  };
  const keyed = { ...group, key: String(group.id) };
  world.chats.set(keyed.key, keyed);
  return keyed;
}

/** The group with this id, if there is one. */
export function findGroup(world: World, id: number): GroupChat | undefined {
  const chat = world.chats.get(String(id));
  return chat === undefined || chat.kind === 'private' ? undefined : chat;
}

/** The chat's id as the Bot API names it: for a private chat, the person's id. */
export function chatId(chat: Chat): number {
  return chat.kind === 'private' ? chat.person.id : chat.id;
}

/** The chat as it appears inside messages. */
export function wireChat(chat: Chat): WireChat {
  if (chat.kind !== 'private') return { id: chat.id, type: chat.kind, title: chat.title };
  const { id, first_name, last_name, username } = chat.person;
  return {
    id,
    type: 'private',
    first_name,
    ...(last_name === undefined ? {} : { last_name }),
    ...(username === undefined ? {} : { username }),
  };
}

/** Whether somebody is in the group now. */
export function isMember(group: GroupChat, userId: number): boolean {
  const status = group.members.get(userId);
  return status === 'creator' || status === 'administrator' || status === 'member';
}

/** Whether somebody administers the group. */
export function isAdmin(group: GroupChat, userId: number): boolean {
  const status = group.members.get(userId);
  return status === 'creator' || status === 'administrator';
}

/** The bots that are in the group now. */
export function botsIn(world: World, group: GroupChat): readonly BotAccount[] {
  return [...world.bots.values()].filter((bot) => isMember(group, bot.user.id));
}

/** The sandbox clock in Unix seconds, as messages are dated. */
export function unixNow(world: World): number {
  return Math.floor(world.kit.clock.now() / 1000);
}

/** Tells everybody waiting that something visible changed. */
export function touched(world: World): void {
  for (const watcher of world.watchers) watcher();
}
