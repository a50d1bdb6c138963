import { type DueRow } from './commit.ts';

/** Reads the table of things that must happen at an instant. Rows are written and removed by commits only. */
export interface DueTable {
  /** Rows whose instant has come, oldest first. */
  readonly ready: (now: number, limit: number) => Promise<readonly DueRow[]>;
  /** Whether a row of that id waits. */
  readonly has: (id: string) => Promise<boolean>;
  /** The earliest instant of all rows; null when there are none. */
  readonly next: () => Promise<number | null>;
}
