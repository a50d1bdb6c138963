import { type AccountRef, type BotRef, type ChatRef, type MessageRef } from '../../../core/refs.ts';

/** `signal:<number>`. */
export function signalBot(number: string): BotRef {
  return `signal:${number}` as BotRef;
}

/** `signal:<aci>`: names and numbers change or are hidden, the ACI stays. */
export function encodeAccount(aci: string): AccountRef {
  return `signal:${aci}` as AccountRef;
}

/** A private chat, by the other person's ACI. */
export function encodePrivate(bot: BotRef, aci: string): ChatRef {
  return `${bot}:${aci}` as ChatRef;
}

/** A group, by the id it is written to: `group.` and the base64 of the id that arrives with its messages. */
export function encodeGroup(bot: BotRef, internalId: string): ChatRef {
  return `${bot}:group.${Buffer.from(internalId).toString('base64')}` as ChatRef;
}

/** Whom to write to; null when the reference is not one of ours. */
export function decodeChat(chat: ChatRef): { readonly recipient: string; readonly group: boolean } | null {
  const match = /^signal:[^:]+:(.+)$/s.exec(chat);
  const recipient = match?.[1];
  return recipient === undefined ? null : { recipient, group: recipient.startsWith('group.') };
}

/** One of our own messages: its send time. */
export function encodeOwn(timestamp: number): MessageRef {
  return String(timestamp) as MessageRef;
}

/** One of our polls. Votes name polls, everything else names texts. */
export function encodePoll(timestamp: number): MessageRef {
  return `poll.${timestamp}` as MessageRef;
}

/** Somebody else's message: send time and author, which together are its identity. */
export function encodeForeign(timestamp: number, aci: string): MessageRef {
  return `${timestamp}@${aci}` as MessageRef;
}

/** Author (null: ourselves) and send time of a message. */
export function decodeMessage(message: MessageRef): {
  readonly timestamp: number;
  readonly author: string | null;
  readonly poll: boolean;
} {
  const poll = message.startsWith('poll.');
  const [timestamp = '0', author = null] = (poll ? message.slice(5) : message).split('@');
  return { timestamp: Number(timestamp), author, poll };
}
