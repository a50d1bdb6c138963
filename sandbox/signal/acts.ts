import { ControlError } from '../kit/control.ts';
import type { FileInput } from './files.ts';
import { storeReceived } from './files.ts';
import { contentFields, dataMessage, targetFields, voteFields } from './frames.ts';
import type { Json } from './frames.ts';
import { EMPTY_CONTENT } from './model.ts';
import type { ChatId, Content, Entry, Mention, Person, Poll } from './model.ts';
import { effect, erase, timerOf } from './outgoing.ts';
import { arrive } from './people.ts';
import type { Sockets } from './sockets.ts';
import type { TextStyle } from './text-styles.ts';
import { addEntry, addVersion, chatOf, findEntry, person } from './world.ts';
import type { World } from './world.ts';

/** A message somebody refers to. The author is the account unless told otherwise. */
export interface Target {
  readonly timestamp: number;
  readonly author?: string | undefined;
}

/** What a person writes. `chat` is a group's id; without it they write to the account in private. */
export interface WriteInput {
  readonly chat?: string | undefined;
  readonly text?: string | undefined;
  readonly styles?: readonly TextStyle[] | undefined;
  readonly mentions?: readonly Mention[] | undefined;
  readonly quote?: (Target & { readonly text?: string | undefined }) | undefined;
  readonly files?: readonly FileInput[] | undefined;
  readonly sticker?: Content['sticker'] | undefined;
  readonly contact?: Content['contact'] | undefined;
  readonly preview?: Content['preview'] | undefined;
  readonly poll?:
    | { readonly question: string; readonly options: readonly string[]; readonly multiple?: boolean | undefined }
    | undefined;
  readonly viewOnce?: boolean | undefined;
}

/** Writes a message and returns its timestamp, with which the author names it from then on. */
export function write(world: World, sockets: Sockets, aci: string, input: WriteInput): number {
  const author = person(world, aci);
  const chat = chatOf(world, aci, input.chat);
  const content: Content = {
    text: input.text ?? '',
    styles: input.styles ?? [],
    mentions: input.mentions ?? [],
    quote: input.quote === undefined ? null : quoted(world, chat, input.quote),
    files: (input.files ?? []).map((file) => storeReceived(world, file)),
    sticker: input.sticker ?? null,
    contact: input.contact ?? null,
    preview: input.preview ?? null,
    poll: input.poll === undefined ? null : newPoll(input.poll),
    viewOnce: input.viewOnce ?? false,
  };
  const timestamp = world.stamp();
  const expiresInSeconds = timerOf(world, chat);
  record(world, { chat, author: aci, timestamp, content, expiresInSeconds });
  const body = { dataMessage: dataMessage(world, chat, timestamp, contentFields(world, content), expiresInSeconds) };
  arrive(world, sockets, author, chat, { method: 'message', timestamp, body, text: content.text });
  effect(world, 'message', chat, { author: aci, timestamp, text: content.text });
  return timestamp;
}

/** Changes one's own message. The frame names the first version, as Signal's apps do. */
export function editOwn(
  world: World,
  sockets: Sockets,
  aci: string,
  input: { chat?: string | undefined; timestamp: number; text: string },
): number {
  const { author, chat, entry } = ownEntry(world, aci, input);
  const timestamp = world.stamp();
  entry.content = { ...entry.content, text: input.text, styles: [], mentions: [] };
  addVersion(world, entry, timestamp);
  const message = dataMessage(world, chat, timestamp, contentFields(world, entry.content), entry.expiresInSeconds);
  const body = { editMessage: { targetSentTimestamp: entry.timestamp, dataMessage: message } };
  arrive(world, sockets, author, chat, { method: 'edit', timestamp, body, text: input.text });
  effect(world, 'edit', chat, { author: aci, timestamp, target: entry.timestamp, text: input.text });
  return timestamp;
}

/** Deletes one's own message for everybody. */
export function deleteOwn(
  world: World,
  sockets: Sockets,
  aci: string,
  input: { chat?: string | undefined; timestamp: number },
): number {
  const { author, chat, entry } = ownEntry(world, aci, input);
  const timestamp = world.stamp();
  erase(entry);
  const body = { dataMessage: dataMessage(world, chat, timestamp, { remoteDelete: { timestamp: entry.timestamp } }) };
  arrive(world, sockets, author, chat, { method: 'delete', timestamp, body });
  effect(world, 'delete', chat, { author: aci, target: entry.timestamp });
  return timestamp;
}

/** Reacts to a message, or takes the reaction back (`remove`; the frame then carries the emoji that was there). */
export function react(
  world: World,
  sockets: Sockets,
  aci: string,
  input: Target & { chat?: string | undefined; emoji: string; remove?: boolean | undefined },
): number {
  const author = person(world, aci);
  const chat = chatOf(world, aci, input.chat);
  const entry = seen(world, aci, chat, input);
  const remove = input.remove ?? false;
  const timestamp = world.stamp();
  if (remove) entry.reactions.delete(aci);
  else entry.reactions.set(aci, input.emoji);
  const reaction = { emoji: input.emoji, ...targetFields(world, entry, input.timestamp), isRemove: remove };
  const body = { dataMessage: dataMessage(world, chat, timestamp, { reaction }) };
  arrive(world, sockets, author, chat, { method: 'reaction', timestamp, body, text: input.emoji });
  effect(world, 'reaction', chat, { author: aci, target: input.timestamp, emoji: remove ? null : input.emoji });
  return timestamp;
}

/** Votes in a poll, or changes the vote: options count from 0, none takes it back, and voteCount grows each time. */
export function vote(
  world: World,
  sockets: Sockets,
  aci: string,
  input: Target & { chat?: string | undefined; options: readonly number[] },
): number {
  const author = person(world, aci);
  const chat = chatOf(world, aci, input.chat);
  const entry = seen(world, aci, chat, input);
  const poll = entry.content.poll;
  if (poll === null || entry.deleted) throw new ControlError('that message is no poll');
  if (poll.closed) throw new ControlError('the poll is closed');
  if (!poll.multiple && input.options.length > 1) throw new ControlError('this poll takes one answer');
  if (input.options.some((option) => poll.options[option] === undefined)) throw new ControlError('no such option');
  const count = (poll.votes.get(aci)?.count ?? 0) + 1;
  poll.votes.set(aci, { options: input.options, count });
  const timestamp = world.stamp();
  const body = {
    dataMessage: dataMessage(world, chat, timestamp, { pollVote: voteFields(world, entry, input.options, count) }),
  };
  arrive(world, sockets, author, chat, { method: 'vote', timestamp, body });
  effect(world, 'vote', chat, { author: aci, target: entry.timestamp, options: input.options });
  return timestamp;
}

/** Puts a message of somebody's into the log: everybody in the chat sees it. */
export function record(
  world: World,
  message: Pick<Entry, 'chat' | 'author' | 'timestamp' | 'content' | 'expiresInSeconds'>,
): void {
  const members = world.groups.get(message.chat)?.members ?? new Set([message.chat]);
  const reached = new Set([...members].filter((aci) => aci !== world.account.aci));
  addEntry(world, { ...message, edits: [], deleted: false, pinned: false, reactions: new Map(), reached });
}

/** A message the person has on their phone. */
export function seen(world: World, aci: string, chat: ChatId, target: Target): Entry {
  const entry = findEntry(world, target.author ?? world.account.aci, target.timestamp, chat);
  if (entry === null || !entry.reached.has(aci)) throw new ControlError('no such message on this phone');
  return entry;
}

/** The frame of an empty message, for what carries its meaning elsewhere (a timer). */
export function bare(world: World, chat: ChatId, timestamp: number, extra: Json): Json {
  return { dataMessage: dataMessage(world, chat, timestamp, extra, timerOf(world, chat)) };
}

function ownEntry(
  world: World,
  aci: string,
  input: { chat?: string | undefined; timestamp: number },
): { author: Person; chat: ChatId; entry: Entry } {
  const author = person(world, aci);
  const chat = chatOf(world, aci, input.chat);
  const entry = seen(world, aci, chat, { timestamp: input.timestamp, author: aci });
  if (entry.deleted) throw new ControlError('that message was deleted');
  return { author, chat, entry };
}

/** The text is what was there, unless the test claims another: a quote proves nothing. */
function quoted(world: World, chat: ChatId, quote: Target & { text?: string | undefined }): Content['quote'] {
  const author = quote.author ?? world.account.aci;
  const entry = findEntry(world, author, quote.timestamp, chat);
  const text = quote.text ?? entry?.content.poll?.question ?? entry?.content.text;
  if (text === undefined) throw new ControlError('no such message to quote; give its text to quote it all the same');
  return { author, timestamp: quote.timestamp, text };
}

function newPoll(poll: { question: string; options: readonly string[]; multiple?: boolean | undefined }): Poll {
  return {
    question: poll.question,
    options: poll.options,
    multiple: poll.multiple ?? false,
    closed: false,
    votes: new Map(),
  };
}

/** A content that is text only, for the account's own device. */
export function textContent(text: string): Content {
  return { ...EMPTY_CONTENT, text };
}
