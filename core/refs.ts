import { z } from 'zod';

/** A bot or number through which we speak: `telegram:staff`, `telegram:<artist>`, `signal:<number>`. */
export type BotRef = string & { readonly __bot: true };

/** A conversation on a platform: `telegram:<bot>:<chat id>`, `signal:<number>:<group or aci>`. Opaque outside its adapter. */
export type ChatRef = string & { readonly __chat: true };

/** Somebody's presence on a platform: `telegram:<user id>`, `signal:<aci>`. */
export type AccountRef = string & { readonly __account: true };

/** A message on a platform, unique within its chat. */
export type MessageRef = string & { readonly __message: true };

/** The platforms there are adapters for. */
export type ChannelName = 'telegram' | 'signal';

const prefixed = z.string().regex(/^(telegram|signal):.+$/s);

/** Parser of stored bot references. */
export const botRefSchema = prefixed.transform((text) => text as BotRef);

/** Parser of stored chat references. */
export const chatRefSchema = prefixed.transform((text) => text as ChatRef);

/** Parser of stored account references. */
export const accountRefSchema = prefixed.transform((text) => text as AccountRef);

/** Parser of stored message references. */
export const messageRefSchema = z
  .string()
  .min(1)
  .transform((text) => text as MessageRef);

/** The platform a reference belongs to. */
export function channelOf(ref: BotRef | ChatRef | AccountRef): ChannelName {
  return ref.startsWith('telegram:') ? 'telegram' : 'signal';
}
