import { ControlError } from '../kit/control.ts';
import { bare, record, seen, textContent } from './acts.ts';
import { contentFields, dataMessage, envelopeFrame, exceptionFrame, ownDeviceFrame, targetFields } from './frames.ts';
import type { FileInput } from './files.ts';
import { storeReceived } from './files.ts';
import { effect, receipt, timerOf } from './outgoing.ts';
import { arrive } from './people.ts';
import type { Sockets } from './sockets.ts';
import { chatName, chatOf, findGroup, person } from './world.ts';
import type { World } from './world.ts';

/** Somebody starts or stops typing. */
export function type(
  world: World,
  sockets: Sockets,
  aci: string,
  input: { chat?: string | undefined; stopped?: boolean | undefined },
): void {
  const author = person(world, aci);
  const chat = chatOf(world, aci, input.chat);
  const timestamp = world.stamp();
  const action = input.stopped === true ? 'STOPPED' : 'STARTED';
  const group = world.groups.get(chat);
  const typingMessage = { action, timestamp, ...(group === undefined ? {} : { groupId: group.internalId }) };
  arrive(world, sockets, author, chat, { method: 'typing', timestamp, body: { typingMessage } });
}

/** Somebody's phone reports that these messages of the account were read (or viewed). */
export function read(
  world: World,
  sockets: Sockets,
  aci: string,
  input: { timestamps: readonly number[]; viewed?: boolean | undefined },
): void {
  const reader = person(world, aci);
  receipt(world, sockets, reader, input.viewed === true ? 'isViewed' : 'isRead', input.timestamps);
}

/** Sets the timer of disappearing messages; 0 turns it off. In a private chat it arrives as an expiration update, in a group as an update. */
export function setTimer(
  world: World,
  sockets: Sockets,
  aci: string,
  input: { chat?: string | undefined; seconds: number },
): number {
  const author = person(world, aci);
  const chat = chatOf(world, aci, input.chat);
  const group = world.groups.get(chat);
  if (group === undefined) author.expiresInSeconds = input.seconds;
  else group.expiresInSeconds = input.seconds;
  const timestamp = world.stamp();
  const body = bare(world, chat, timestamp, { isExpirationUpdate: true });
  arrive(world, sockets, author, chat, { method: 'timer', timestamp, body });
  return timestamp;
}

/** Pins a message of the chat for everybody. */
export function pin(
  world: World,
  sockets: Sockets,
  aci: string,
  input: { chat?: string | undefined; timestamp: number; author?: string | undefined; seconds?: number | undefined },
): void {
  const author = person(world, aci);
  const chat = chatOf(world, aci, input.chat);
  const entry = seen(world, aci, chat, input);
  entry.pinned = true;
  const timestamp = world.stamp();
  const pinMessage = { ...targetFields(world, entry), pinDurationSeconds: input.seconds ?? -1 };
  arrive(world, sockets, author, chat, {
    method: 'pin',
    timestamp,
    body: bare(world, chat, timestamp, { pinMessage }),
  });
}

/** Posts a story: a text, or a file. Nothing to answer, but it comes down the same socket. */
export function story(
  world: World,
  sockets: Sockets,
  aci: string,
  input: { text?: string | undefined; file?: FileInput | undefined },
): void {
  const author = person(world, aci);
  const file = input.file === undefined ? null : storeReceived(world, input.file);
  const timestamp = world.stamp();
  const attachment = {
    contentType: file?.contentType,
    filename: file?.filename,
    id: file?.id,
    size: file?.bytes.length,
  };
  const storyMessage = {
    allowsReplies: true,
    ...(file === null ? { textAttachment: { text: input.text ?? '' } } : { fileAttachment: attachment }),
  };
  arrive(world, sockets, author, aci, { method: 'story', timestamp, body: { storyMessage } });
}

/** Somebody rings. */
export function call(world: World, sockets: Sockets, aci: string): void {
  const timestamp = world.stamp();
  const callMessage = { offerMessage: { id: timestamp, type: 'AUDIO_CALL', opaque: '' } };
  arrive(world, sockets, person(world, aci), aci, { method: 'call', timestamp, body: { callMessage } });
}

/**
 * The account's own other device (its phone) wrote: `to` is a person's ACI, a group's id, or the account itself for a note to self. It arrives
 * as `syncMessage.sentMessage` and must never be taken for somebody's command.
 */
export function ownDeviceWrites(world: World, sockets: Sockets, input: { to: string; text: string }): number {
  const group = findGroup(world, input.to);
  const chat = group?.internalId ?? input.to;
  if (group === null && input.to !== world.account.aci) person(world, input.to);
  const timestamp = world.stamp();
  const expiresInSeconds = timerOf(world, chat);
  const content = textContent(input.text);
  record(world, { chat, author: world.account.aci, timestamp, content, expiresInSeconds });
  const known = world.people.get(chat);
  const self = chat === world.account.aci;
  const number = self ? world.account.number : known?.sharesNumber === true ? known.number : null;
  const uuid = group === null ? chat : null;
  const sentMessage = {
    destination: number ?? uuid,
    destinationNumber: number,
    destinationUuid: uuid,
    ...dataMessage(world, chat, timestamp, contentFields(world, content), expiresInSeconds),
  };
  const note = { method: 'sync', chat: chatName(world, chat), text: input.text };
  sockets.emit(note, ownDeviceFrame(world, timestamp, { sentMessage }));
  effect(world, 'message', chat, { author: world.account.aci, timestamp, text: input.text });
  return timestamp;
}

/** A message signal-cli failed to read, with or without the envelope. */
export function unreadable(
  world: World,
  sockets: Sockets,
  aci: string,
  input: { type?: string | undefined; message?: string | undefined },
): void {
  const kind = input.type ?? 'ProtocolInvalidMessageException';
  const problem = input.message ?? 'org.signal.libsignal.protocol.InvalidMessageException: invalid message';
  const frame = exceptionFrame(world, person(world, aci), world.stamp(), kind, problem);
  sockets.emit({ method: 'exception', chat: aci }, frame);
}

/** A frame of the wrapper's own: `{error}` and nothing else. */
export function errorFrame(world: World, sockets: Sockets, message: string): void {
  sockets.emit({ method: 'error', chat: world.account.number }, { error: message });
}

/** Sends the same message of somebody a second time with its first timestamp, as a sender's phone does when it missed the receipt. */
export function resend(
  world: World,
  sockets: Sockets,
  aci: string,
  input: { chat?: string | undefined; timestamp: number },
): void {
  const author = person(world, aci);
  const chat = chatOf(world, aci, input.chat);
  const entry = seen(world, aci, chat, { timestamp: input.timestamp, author: aci });
  if (entry.edits.length > 0 || entry.deleted) throw new ControlError('only an unchanged message is sent again');
  const fields = contentFields(world, entry.content);
  const body = { dataMessage: dataMessage(world, chat, entry.timestamp, fields, entry.expiresInSeconds) };
  const note = { method: 'message', chat: chatName(world, chat), text: entry.content.text };
  sockets.emit(note, envelopeFrame(world, author, entry.timestamp, body));
}
