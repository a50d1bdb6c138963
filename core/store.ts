import { type CalendarId, type Collection } from './collection.ts';
import { type Commit, type CommitResult } from './commit.ts';

/** A record as it was read, with the version to guard it by. */
export interface Versioned<T> {
  readonly value: T;
  readonly version: number;
}

/** Which records of a collection: all under `name` = `value`, within the scores given. */
export interface Query {
  readonly name: string;
  readonly value: string;
  readonly from?: number;
  readonly to?: number;
}

/** Reads of records. Methods called in the same turn of the event loop share a round trip. */
export interface Records {
  readonly get: <T extends { readonly id: string }>(
    collection: Collection<T>,
    id: string,
  ) => Promise<Versioned<T> | null>;
  readonly getMany: <T extends { readonly id: string }>(
    collection: Collection<T>,
    ids: readonly string[],
  ) => Promise<readonly (Versioned<T> | null)[]>;
  /** Records under an index, by score; at most 1,000. */
  readonly find: <T extends { readonly id: string }>(
    collection: Collection<T>,
    query: Query,
  ) => Promise<readonly Versioned<T>[]>;
  /** Every record of a collection, in no order. */
  readonly all: <T extends { readonly id: string }>(collection: Collection<T>) => Promise<readonly Versioned<T>[]>;
  /** Present versions of calendars, 0 for those nothing ever occupied. */
  readonly calendars: (ids: readonly CalendarId[]) => Promise<ReadonlyMap<CalendarId, number>>;
}

/** The one way to change anything. */
export interface Committer {
  readonly commit: (commit: Commit) => Promise<CommitResult>;
}

/** The agency's working copy. */
export type Store = Records & Committer;
