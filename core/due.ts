import { type Commit, type DueRow } from './commit.ts';

/** Reads the table of things that must happen at an instant. Rows are written and removed by commits only. */
export interface DueTable {
  /** Rows whose instant has come, oldest first. */
  readonly ready: (now: number, limit: number) => Promise<readonly DueRow[]>;
  /** The earliest instant of all rows; null when there are none. */
  readonly next: () => Promise<number | null>;
}

/** Turns a row into the step that handles it; the row disappears with that step. Null: nothing to do any more. */
export type DueHandler = (row: DueRow, now: number) => Promise<Omit<Commit, 'id' | 'settles'> | null>;
