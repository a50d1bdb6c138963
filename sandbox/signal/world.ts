import { ControlError } from '../kit/control.ts';
import type { Kit } from '../kit/kit.ts';
import { createIds, groupSendId, internalGroupId, readRecipient } from './ids.ts';
import type { IdSource } from './ids.ts';
import type { ChatId, Entry, Group, Person, StoredFile } from './model.ts';
import { settingsSchema } from './settings.ts';
import type { SignalOptions, SignalSettings } from './settings.ts';

/** Everything the emulated Signal network and the account's container know. */
export interface World {
  readonly kit: Kit;
  readonly settings: SignalSettings;
  readonly ids: IdSource;
  /** The account the wrapper serves. Its profile name is in the settings, where tests set it. */
  readonly account: { readonly number: string; readonly aci: string; about: string };
  readonly people: Map<string, Person>;
  readonly groups: Map<string, Group>;
  /** The messages of each chat, oldest first; added by {@link addEntry} only. */
  readonly chats: Map<ChatId, Entry[]>;
  /** Messages by author and any of their timestamps; one per chat when a send went to several people. */
  readonly byStamp: Map<string, Entry[]>;
  /** ACIs by number. */
  readonly byNumber: Map<string, string>;
  /** Received files on the container's volume, by id; they stay until they are deleted. */
  readonly files: Map<string, StoredFile>;
  /** Chats in which the account is shown as typing. */
  readonly typing: Set<ChatId>;
  /** A message timestamp: this clock's milliseconds, moved on where needed so that none is given twice. */
  stamp(): number;
  /** Tells whoever waits on a chat that something changed. */
  changed(): void;
  onChange(listener: () => void): () => void;
}

/** An empty network around one account. Throws a ZodError on options that do not parse. */
export function createWorld(kit: Kit, options: SignalOptions = {}): World {
  const settings = settingsSchema.parse(options);
  const ids = createIds(settings.number);
  const listeners = new Set<() => void>();
  let last = 0;
  return {
    kit,
    settings,
    ids,
    account: { number: settings.number, aci: ids.aci(), about: '' },
    people: new Map(),
    groups: new Map(),
    chats: new Map(),
    byStamp: new Map(),
    byNumber: new Map(),
    files: new Map(),
    typing: new Set(),
    stamp: () => {
      last = Math.max(kit.clock.now(), last + 1);
      return last;
    },
    changed: () => {
      for (const listener of listeners) listener();
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The person of that ACI; throws a ControlError for a script that names nobody. */
export function person(world: World, aci: string): Person {
  const found = world.people.get(aci);
  if (found === undefined) throw new ControlError(`nobody has the ACI ${aci}`);
  return found;
}

/** Somebody by number or ACI, the way the API names people; null for a stranger to the network and for the account itself. */
export function findPerson(world: World, identifier: string): Person | null {
  const aci = world.byNumber.get(identifier) ?? identifier.toLowerCase();
  return world.people.get(aci) ?? null;
}

/** The ACI a number or ACI stands for, the account's own included; null when nobody has it. */
export function aciOf(world: World, identifier: string): string | null {
  if (identifier === world.account.number || identifier.toLowerCase() === world.account.aci) return world.account.aci;
  return findPerson(world, identifier)?.aci ?? null;
}

/** A group by sending id or internal id; null when there is none. */
export function findGroup(world: World, id: string): Group | null {
  const internal = id.startsWith('group.') ? (internalGroupId(id) ?? id) : id;
  return world.groups.get(internal) ?? null;
}

/**
 * The chat a person acts in: the private one with the account by default, else a group of theirs, named by either of its ids. Throws a
 * ControlError when there is no such group or they are not in it.
 */
export function chatOf(world: World, aci: string, chat: string | undefined): ChatId {
  if (chat === undefined || chat === aci) return aci;
  const group = findGroup(world, chat);
  if (group === null) throw new ControlError(`there is no group ${chat}`);
  if (!group.members.has(aci)) throw new ControlError(`${person(world, aci).name} is not in the group ${group.name}`);
  return group.internalId;
}

/** The chat as the ledger and fault scripts name it: the ACI, or the id a group is sent to. */
export function chatName(world: World, chat: ChatId): string {
  return world.groups.has(chat) ? groupSendId(chat) : chat;
}

/** As {@link chatName} for a recipient string of a request; the string itself when it names nobody. */
export function recipientName(world: World, recipient: string): string {
  const read = readRecipient(recipient);
  return read.kind === 'number' || read.kind === 'aci' ? (aciOf(world, read.value) ?? recipient) : recipient;
}

/** Puts a message at the end of its chat. */
export function addEntry(world: World, entry: Entry): void {
  const chat = world.chats.get(entry.chat) ?? [];
  chat.push(entry);
  world.chats.set(entry.chat, chat);
  index(world, entry, entry.timestamp);
}

/** Notes a new version of a message: from then on its timestamp names the message too. */
export function addVersion(world: World, entry: Entry, timestamp: number): void {
  entry.edits.push(timestamp);
  index(world, entry, timestamp);
}

/** A message by author and timestamp; any of its versions' timestamps finds it. */
export function findEntry(world: World, author: string, timestamp: number, chat?: ChatId): Entry | null {
  const found = world.byStamp.get(`${author}:${timestamp}`) ?? [];
  return found.find((entry) => chat === undefined || entry.chat === chat) ?? null;
}

function index(world: World, entry: Entry, timestamp: number): void {
  const key = `${entry.author}:${timestamp}`;
  world.byStamp.set(key, [...(world.byStamp.get(key) ?? []), entry]);
}
