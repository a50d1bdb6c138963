import { type Inbound } from './inbound.ts';
import { type JobEntry } from './commit.ts';
import { type Outbound } from './outbound.ts';
import { type BotRef } from './refs.ts';

/** An entry of a stream, with the place it is acknowledged at. */
export interface Entry<T> {
  readonly stream: string;
  readonly entry: string;
  /** Null when what is stored cannot be read any more (written by a later version, damaged). */
  readonly value: T | null;
}

/** Where adapters leave what people did. Returning means stored: only then may the platform hear "received". */
export interface Inbox {
  /** Appends each event unless one with its dedupe key came within 48 h; returns how many were new. */
  readonly append: (messages: readonly Inbound[]) => Promise<number>;
}

/** A stream read by one owner: first what an earlier owner left unfinished, then what comes. */
export interface Reader<T> {
  /**
   * Waits up to `waitMs` for entries and returns at most `limit`; empty when nothing came, or when so
   * much is in hand that the rest had better wait. Never returns an entry twice.
   */
  readonly take: (limit: number, waitMs: number) => Promise<readonly Entry<T>[]>;
  /** Forgets entries without a commit (bulk clean-up of what cannot be read). */
  readonly drop: (entry: Entry<T>) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens the streams; each reader has a connection of its own because it waits. */
export interface Streams {
  readonly inbox: Inbox;
  readonly readInbox: (bot: BotRef) => Promise<Reader<Inbound>>;
  readonly readOutbox: (bot: BotRef, lane: Outbound['lane']) => Promise<Reader<Outbound>>;
  readonly readJobs: () => Promise<Reader<JobEntry>>;
}
