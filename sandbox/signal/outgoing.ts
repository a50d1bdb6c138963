import type { Attempt } from './audience.ts';
import { envelopeFrame } from './frames.ts';
import type { Content, Entry, Person } from './model.ts';
import type { Sockets } from './sockets.ts';
import { addEntry, addVersion, chatName, findEntry } from './world.ts';
import type { World } from './world.ts';

/** Signal's phones take at most ten edits of a message. */
const MAX_EDITS = 10;

/** Puts a message of the account into the chats it reached, and lets the phones acknowledge it. Returns its timestamp. */
export function post(world: World, sockets: Sockets, attempt: Attempt, content: Content): number {
  const timestamp = world.stamp();
  for (const { chat, people } of attempt.delivered) {
    addEntry(world, {
      chat,
      author: world.account.aci,
      timestamp,
      content,
      expiresInSeconds: timerOf(world, chat),
      edits: [],
      deleted: false,
      pinned: false,
      reactions: new Map(),
      reached: new Set(people.map((reached) => reached.aci)),
    });
    world.typing.delete(chat);
    effect(world, content.poll === null ? 'message' : 'poll', chat, {
      timestamp,
      text: content.poll?.question ?? content.text,
    });
  }
  acknowledge(world, sockets, attempt, timestamp);
  return timestamp;
}

/**
 * Sends a new version of the account's own message. It always goes out; the phones ignore it when the first version is unknown, deleted, too
 * old or edited ten times. Returns the new version's timestamp.
 */
export function edit(world: World, sockets: Sockets, attempt: Attempt, target: number, content: Content): number {
  const timestamp = world.stamp();
  for (const { chat } of attempt.delivered) {
    const entry = findEntry(world, world.account.aci, target, chat);
    const honoured = entry !== null && !entry.deleted && entry.edits.length < MAX_EDITS && isFresh(world, entry);
    if (honoured) {
      entry.content = { ...content, files: content.files.length > 0 ? content.files : entry.content.files };
      addVersion(world, entry, timestamp);
    }
    effect(world, honoured ? 'edit' : 'edit ignored', chat, { timestamp, target, text: content.text });
  }
  acknowledge(world, sockets, attempt, timestamp);
  return timestamp;
}

/** Deletes one of the account's messages on the phones that still honour it. Returns the deletion's own timestamp. */
export function removeForAll(world: World, sockets: Sockets, attempt: Attempt, target: number): number {
  const timestamp = world.stamp();
  for (const { chat } of attempt.delivered) {
    const entry = findEntry(world, world.account.aci, target, chat);
    const honoured = entry !== null && isFresh(world, entry);
    if (honoured) erase(entry);
    effect(world, honoured ? 'delete' : 'delete ignored', chat, { timestamp, target });
  }
  acknowledge(world, sockets, attempt, timestamp);
  return timestamp;
}

/** Empties a message: what was in it is gone for everybody, its place in the chat stays. */
export function erase(entry: Entry): void {
  entry.deleted = true;
  entry.reactions.clear();
}

/** Writes what people would notice to the ledger, and wakes those who wait on a chat. */
export function effect(world: World, method: string, chat: string, params: Readonly<Record<string, unknown>>): void {
  world.kit.ledger.append({
    platform: 'signal',
    kind: 'effect',
    method,
    chat: chatName(world, chat),
    params,
    applied: true,
  });
  world.changed();
}

/**
 * Delivery receipts of the people a send reached: at once from phones that are on, otherwise when they are switched on. They are handed out
 * after the current call, so that they follow the answer as a rule; nothing guarantees it, on the real network neither.
 */
export function acknowledge(world: World, sockets: Sockets, attempt: Attempt, timestamp: number): void {
  const reached = new Set(attempt.delivered.flatMap(({ people }) => people));
  for (const someone of reached) {
    if (!someone.online) someone.waitingReceipts.push(timestamp);
    else setImmediate(() => receipts(world, sockets, someone, [timestamp]));
  }
}

/** What somebody's phone acknowledges of these messages, by the settings: delivery, and reading where it is shown. */
export function receipts(world: World, sockets: Sockets, from: Person, timestamps: readonly number[]): void {
  if (world.settings.deliveryReceipts) receipt(world, sockets, from, 'isDelivery', timestamps);
  if (world.settings.readReceipts && from.readReceipts) receipt(world, sockets, from, 'isRead', timestamps);
}

/** One receipt frame. */
export function receipt(
  world: World,
  sockets: Sockets,
  from: Person,
  kind: 'isDelivery' | 'isRead' | 'isViewed',
  timestamps: readonly number[],
): void {
  const when = world.stamp();
  const receiptMessage = { when, isDelivery: false, isRead: false, isViewed: false, [kind]: true, timestamps };
  sockets.emit({ method: 'receipt', chat: from.aci }, envelopeFrame(world, from, when, { receiptMessage }));
}

/** Whether the phones still honour an edit or a deletion of it. */
function isFresh(world: World, entry: Entry): boolean {
  return world.kit.clock.now() - entry.timestamp <= world.settings.editWindowMs;
}

/** The disappearing-message timer of a chat, in seconds; 0 is off. */
export function timerOf(world: World, chat: string): number {
  return world.groups.get(chat)?.expiresInSeconds ?? world.people.get(chat)?.expiresInSeconds ?? 0;
}
