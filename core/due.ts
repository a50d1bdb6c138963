import { type DueRow } from './commit.ts';

/** The kind under which a row that cannot be read is handed out; its payload is null and no handler may have that name. */
export const unreadableKind = 'due.unreadable';

/** Reads the table of things that must happen at an instant. Rows are written and removed by commits only. */
export interface DueTable {
  /** Rows whose instant has come, oldest first; one that cannot be read (of a later version, damaged) is of {@link unreadableKind}. */
  readonly ready: (now: number, limit: number) => Promise<readonly DueRow[]>;
  /** Copies a row as it is stored to the dead letters, before a commit removes it; nothing when it is gone. */
  readonly keep: (id: string) => Promise<void>;
  /** Whether a row of that id waits. */
  readonly has: (id: string) => Promise<boolean>;
  /** The earliest instant of all rows; null when there are none. */
  readonly next: () => Promise<number | null>;
}
