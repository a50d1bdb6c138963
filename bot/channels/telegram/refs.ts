import { type AccountRef, type BotRef, type ChatRef, type MessageRef } from '../../../core/refs.ts';

/** `telegram:<name>`: the staff bot is `staff`, an act's own bot has the act's id. */
export function telegramBot(name: string): BotRef {
  return `telegram:${name}` as BotRef;
}

/** `telegram:<bot>:<chat id>`; ids exceed 32 bits and are kept as text. */
export function encodeChat(bot: BotRef, chatId: number): ChatRef {
  return `${bot}:${chatId}` as ChatRef;
}

/** The platform's chat id; null when the reference is not one of ours. */
export function decodeChat(chat: ChatRef): number | null {
  const match = /^telegram:[^:]+:(-?\d{1,16})$/.exec(chat);
  return match?.[1] === undefined ? null : Number(match[1]);
}

/** `telegram:<user id>`: the number is the identity; usernames change hands. */
export function encodeAccount(userId: number): AccountRef {
  return `telegram:${userId}` as AccountRef;
}

/** A message id, unique within its chat. */
export function encodeMessage(messageId: number): MessageRef {
  return String(messageId) as MessageRef;
}

/** The platform's message id. */
export function decodeMessage(message: MessageRef): number {
  return Number(message);
}
