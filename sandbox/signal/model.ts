import type { TextStyle } from './text-styles.ts';

/** A private chat is named by the person's ACI, a group by its internal id (base64 of 32 bytes). */
export type ChatId = string;

/** What we hold of somebody's key. A changed key is `UNTRUSTED` until it is trusted through the API; a first one is trusted at once. */
interface Identity {
  fingerprint: string;
  safetyNumber: string;
  trust: 'TRUSTED_UNVERIFIED' | 'TRUSTED_VERIFIED' | 'UNTRUSTED';
  /** Epoch milliseconds. */
  added: number;
}

/** Somebody on Signal who may talk to the account. */
export interface Person {
  readonly aci: string;
  readonly number: string | null;
  name: string;
  /** False: `sourceNumber` is null in everything we receive, although the number works for sending. */
  sharesNumber: boolean;
  /** Phones that are off receive when they come back, and only then send a delivery receipt. */
  online: boolean;
  registered: boolean;
  /** They blocked the account: sends to them succeed and are never seen, as on the real network. */
  blocksUs: boolean;
  /** Whether they ever wrote to the account; before that a send is a first contact. */
  hasWritten: boolean;
  /** Whether their phone sends read receipts. */
  readReceipts: boolean;
  identity: Identity;
  /** The name the account gave them (`PUT /v1/contacts`), null when it never did. */
  contactName: string | null;
  /** Disappearing-message timer of the private chat, in seconds; 0 is off. */
  expiresInSeconds: number;
  /** Timestamps received by the phone while it was off: their receipts are still to come. */
  readonly waitingReceipts: number[];
  /** Frames signal-cli could not decrypt because the key changed: they come out when it is trusted. */
  readonly heldFrames: (() => void)[];
}

/** A Signal group, version 2. */
export interface Group {
  readonly internalId: string;
  name: string;
  description: string;
  /** ACIs, the account's own included while it is a member. */
  readonly members: Set<string>;
  readonly admins: Set<string>;
  /** Grows by one with each change, as on the wire. */
  revision: number;
  expiresInSeconds: number;
  link: 'disabled' | 'enabled' | 'enabled-with-approval';
  permissions: {
    add_members: 'only-admins' | 'every-member';
    edit_group: 'only-admins' | 'every-member';
    send_messages: 'only-admins' | 'every-member';
  };
  blocked: boolean;
}

/** A file as stored in the wrapper's volume or sent by the account. */
export interface StoredFile {
  readonly id: string;
  readonly contentType: string;
  readonly filename: string | null;
  readonly bytes: Uint8Array;
  /** Recorded in the app and sent as such. The frames do not say it: signal-cli drops the flag. */
  readonly voiceNote: boolean;
}

/** A name inside a text; `author` is an ACI. Offsets count UTF-16 units. */
export interface Mention {
  readonly start: number;
  readonly length: number;
  readonly author: string;
}

/** The message answered to. Its text is what the answering side claims. */
export interface Quote {
  readonly author: string;
  readonly timestamp: number;
  readonly text: string;
}

/** A poll and the last vote of each voter (`count` is Signal's voteCount: the highest wins). */
export interface Poll {
  readonly question: string;
  readonly options: readonly string[];
  readonly multiple: boolean;
  closed: boolean;
  readonly votes: Map<string, { readonly options: readonly number[]; readonly count: number }>;
}

/** What a message can carry; absent parts are empty, null or 0. */
export interface Content {
  readonly text: string;
  readonly styles: readonly TextStyle[];
  readonly mentions: readonly Mention[];
  readonly quote: Quote | null;
  readonly files: readonly StoredFile[];
  readonly sticker: { readonly packId: string; readonly stickerId: number } | null;
  readonly contact: { readonly name: string; readonly number: string } | null;
  readonly poll: Poll | null;
  readonly preview: { readonly url: string; readonly title: string; readonly description: string } | null;
  readonly viewOnce: boolean;
}

/** One message of a chat. Its identity is (author, timestamp). */
export interface Entry {
  readonly chat: ChatId;
  readonly author: string;
  readonly timestamp: number;
  content: Content;
  readonly expiresInSeconds: number;
  /** Timestamps of its later versions, oldest first. */
  readonly edits: number[];
  deleted: boolean;
  pinned: boolean;
  /** Emoji by reacting ACI: one each, the last counts. */
  readonly reactions: Map<string, string>;
  /** ACIs of the people on whose phones it is, or will be when they are switched on. */
  readonly reached: Set<string>;
}

/** A message with nothing in it, to be spread into. */
export const EMPTY_CONTENT: Content = {
  text: '',
  styles: [],
  mentions: [],
  quote: null,
  files: [],
  sticker: null,
  contact: null,
  poll: null,
  preview: null,
  viewOnce: false,
};
