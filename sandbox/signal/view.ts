import { ControlError } from '../kit/control.ts';
import type { ChatId, Entry, Quote } from './model.ts';
import type { TextStyle } from './text-styles.ts';
import { chatOf, findGroup, person } from './world.ts';
import type { World } from './world.ts';

/** Somebody in a chat; `us` is the account itself. */
interface SeenAuthor {
  readonly aci: string;
  readonly name: string;
  readonly us: boolean;
}

/** A message as a person sees it. What was deleted has nothing left but its place. */
interface SeenMessage {
  readonly timestamp: number;
  readonly author: SeenAuthor;
  readonly text: string;
  readonly styles: readonly TextStyle[];
  readonly mentions: readonly { readonly start: number; readonly length: number; readonly author: string }[];
  readonly quote: Quote | null;
  readonly files: readonly SeenFile[];
  readonly sticker: { readonly packId: string; readonly stickerId: number } | null;
  readonly preview: { readonly url: string; readonly title: string } | null;
  readonly poll: SeenPoll | null;
  readonly reactions: readonly { readonly author: SeenAuthor; readonly emoji: string }[];
  /** How many times it was edited. */
  readonly edits: number;
  readonly deleted: boolean;
  readonly pinned: boolean;
  readonly viewOnce: boolean;
}

/** A file in a message; bytes in base64. */
interface SeenFile {
  readonly contentType: string;
  readonly filename: string | null;
  readonly size: number;
  readonly base64: string;
  readonly voiceNote: boolean;
}

/** A poll; voters by ACI. */
interface SeenPoll {
  readonly question: string;
  readonly options: readonly { readonly text: string; readonly voters: readonly string[] }[];
  readonly multiple: boolean;
  readonly closed: boolean;
}

/** A chat on a person's phone, oldest message first. */
export interface SeenChat {
  /** Whether the account is shown as typing. */
  readonly typing: boolean;
  readonly expiresInSeconds: number;
  readonly messages: readonly SeenMessage[];
}

/**
 * The chat as that person sees it: the private one by default, else a group, which they may also have left (they keep what they had). A phone
 * that is off shows nothing new of others: what reaches it is there once it is on.
 */
export function viewChat(world: World, aci: string, chat?: string): SeenChat {
  const viewer = person(world, aci);
  const id = chatFor(world, aci, chat);
  const waiting = new Set(viewer.waitingReceipts);
  const messages = (world.chats.get(id) ?? []).filter(
    (entry) => entry.reached.has(aci) && (entry.author === aci || !waiting.has(entry.timestamp)),
  );
  return {
    typing: world.typing.has(id),
    expiresInSeconds: world.groups.get(id)?.expiresInSeconds ?? viewer.expiresInSeconds,
    messages: messages.map((entry) => seenMessage(world, entry)),
  };
}

/** Waits until the chat satisfies the predicate, for up to `timeoutMs` of real time; then it throws with the chat's last texts. */
export function waitForChat(
  world: World,
  aci: string,
  chat: string | undefined,
  predicate: (chat: SeenChat) => boolean,
  timeoutMs: number,
): Promise<SeenChat> {
  const first = viewChat(world, aci, chat);
  if (predicate(first)) return Promise.resolve(first);
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const now = viewChat(world, aci, chat);
      if (predicate(now)) finish(() => resolve(now));
    };
    const stop = world.onChange(look);
    const timer = setTimeout(() => {
      const last = viewChat(world, aci, chat).messages.slice(-3);
      const texts = last.map((message) => JSON.stringify(message.poll?.question ?? message.text)).join(', ');
      const problem = `${person(world, aci).name} did not see it within ${timeoutMs} ms; last: ${texts}`;
      finish(() => reject(new ControlError(problem)));
    }, timeoutMs);
    const finish = (then: () => void): void => {
      clearTimeout(timer);
      stop();
      then();
    };
  });
}

function chatFor(world: World, aci: string, chat: string | undefined): ChatId {
  const known = chat === undefined ? null : findGroup(world, chat);
  return known?.internalId ?? chatOf(world, aci, chat);
}

function seenMessage(world: World, entry: Entry): SeenMessage {
  const { content, deleted } = entry;
  const base = {
    timestamp: entry.timestamp,
    author: seenAuthor(world, entry.author),
    edits: entry.edits.length,
    deleted,
    pinned: entry.pinned,
    reactions: [...entry.reactions].map(([aci, emoji]) => ({ author: seenAuthor(world, aci), emoji })),
  };
  if (deleted) return { ...base, ...NOTHING };
  return {
    ...base,
    text: content.text,
    styles: content.styles,
    mentions: content.mentions,
    quote: content.quote,
    files: content.files.map(({ contentType, filename, bytes, voiceNote }) => ({
      contentType,
      filename,
      size: bytes.length,
      base64: Buffer.from(bytes).toString('base64'),
      voiceNote,
    })),
    sticker: content.sticker,
    preview: content.preview === null ? null : { url: content.preview.url, title: content.preview.title },
    poll: content.poll === null ? null : seenPoll(content.poll),
    viewOnce: content.viewOnce,
  };
}

const NOTHING = {
  text: '',
  styles: [],
  mentions: [],
  quote: null,
  files: [],
  sticker: null,
  preview: null,
  poll: null,
  viewOnce: false,
};

function seenPoll(poll: NonNullable<Entry['content']['poll']>): SeenPoll {
  return {
    question: poll.question,
    options: poll.options.map((text, index) => ({
      text,
      voters: [...poll.votes].flatMap(([aci, { options }]) => (options.includes(index) ? [aci] : [])),
    })),
    multiple: poll.multiple,
    closed: poll.closed,
  };
}

function seenAuthor(world: World, aci: string): SeenAuthor {
  const us = aci === world.account.aci;
  const name = us ? (world.settings.profileName ?? world.account.number) : person(world, aci).name;
  return { aci, name, us };
}
