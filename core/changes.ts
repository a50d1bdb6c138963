import { type RecordKey } from './commit.ts';

/** What was written since a mark of the change log. */
export interface News {
  /** Where to go on from next time. */
  readonly mark: string;
  /** The records written, each once. */
  readonly changed: readonly RecordKey[];
  /** The log no longer reaches back to the mark, or too much was written: what was known has to be read anew. */
  readonly lost: boolean;
}

/** The log of everything that was written, for what is kept in memory besides the store. */
export interface Changes {
  /** The present end of the log. */
  readonly mark: () => Promise<string>;
  readonly since: (mark: string) => Promise<News>;
}
