import { type CalendarId, type Collection } from './collection.ts';
import { type Outbound } from './outbound.ts';

/** Identifies a record; guards and conflicts speak of these. */
export interface RecordKey {
  readonly collection: string;
  readonly id: string;
}

/** "This record is still at that version"; version 0 means that it does not exist. */
export interface Guard extends RecordKey {
  readonly version: number;
}

/** The new value of a record, already parsed and indexed; null deletes it. */
export interface Write extends RecordKey {
  readonly value: {
    readonly json: string;
    readonly shape: number;
    readonly indexes: readonly string[];
    readonly calendars: readonly string[];
  } | null;
}

/** Work for the job queue. `id` is its dedupe key: the same id is never done twice. */
export interface JobEntry {
  readonly id: string;
  readonly name: string;
  readonly payload: unknown;
}

/** Something that must happen at an instant: scanned, handed to the handler of `kind`, and gone with that handler's commit. */
export interface DueRow {
  readonly id: string;
  readonly kind: string;
  readonly at: number;
  readonly payload: unknown;
  /** How often its handler has failed so far. */
  readonly failures?: number | undefined;
}

/** An inbox entry that this commit finishes. */
export interface Acknowledgement {
  readonly stream: string;
  readonly entry: string;
}

/** One atomic step: all of it happens or nothing does. */
export interface Commit {
  /** Names the step; a second commit under the same id changes nothing and says `already`. */
  readonly id: string;
  readonly guards: readonly Guard[];
  readonly writes: readonly Write[];
  readonly outbound: readonly Outbound[];
  readonly jobs: readonly JobEntry[];
  readonly due: readonly DueRow[];
  /** Due rows that disappear with this step, whether or not they still exist. */
  readonly cancel: readonly string[];
  /** A due row that must still stand for that instant: the step that handles it. */
  readonly settles: { readonly id: string; readonly at: number } | null;
  readonly acknowledge: Acknowledgement | null;
  /** Holds only while this lease has this fencing number. */
  readonly fence: { readonly lease: string; readonly number: number } | null;
}

/** What became of a commit. `conflict` names the guards that were lost; the caller reads again and decides again. */
export type CommitResult =
  | { readonly type: 'done' }
  | { readonly type: 'already' }
  | { readonly type: 'conflict'; readonly lost: readonly RecordKey[] }
  | { readonly type: 'fenced' };

/** The parts of a commit that decisions add to; everything optional, so that steps can be put together. */
export type Draft = Partial<Pick<Commit, 'guards' | 'writes' | 'outbound' | 'jobs' | 'due' | 'cancel'>>;

/** Puts drafts together, in order. */
export function joinDrafts(...drafts: readonly Draft[]): Required<Draft> {
  return {
    guards: drafts.flatMap((draft) => draft.guards ?? []),
    writes: drafts.flatMap((draft) => draft.writes ?? []),
    outbound: drafts.flatMap((draft) => draft.outbound ?? []),
    jobs: drafts.flatMap((draft) => draft.jobs ?? []),
    due: drafts.flatMap((draft) => draft.due ?? []),
    cancel: drafts.flatMap((draft) => draft.cancel ?? []),
  };
}

/** A whole commit from a draft. */
export function commitOf(
  id: string,
  draft: Draft,
  rest: Partial<Pick<Commit, 'settles' | 'acknowledge' | 'fence'>> = {},
): Commit {
  return { settles: null, acknowledge: null, fence: null, ...rest, id, ...joinDrafts(draft) };
}

/**
 * The write of one record, parsed against its schema.
 * @throws ZodError when the value is not a valid record: a fault of ours, never of the user
 */
export function put<T extends { readonly id: string }>(collection: Collection<T>, record: NoInfer<T>): Write {
  const value = collection.schema.parse(record);
  return {
    collection: collection.name,
    id: value.id,
    value: {
      json: JSON.stringify(value),
      shape: collection.shape,
      indexes: collection.indexes(value).map(indexKey),
      calendars: [...new Set(collection.occupies(value))],
    },
  };
}

/** The deletion of one record. */
export function remove<T extends { readonly id: string }>(collection: Collection<T>, id: string): Write {
  return { collection: collection.name, id, value: null };
}

/** Expects `record` unchanged since it was read. */
export function unchanged<T extends { readonly id: string }>(
  collection: Collection<T>,
  record: { readonly value: T; readonly version: number },
): Guard {
  return { collection: collection.name, id: record.value.id, version: record.version };
}

/** Expects that no record of that id exists. */
export function absent<T extends { readonly id: string }>(collection: Collection<T>, id: string): Guard {
  return { collection: collection.name, id, version: 0 };
}

/** Expects a calendar unchanged: a decision taken from availability holds only while nothing new occupies these people. */
export function calendarGuard(id: CalendarId, version: number): Guard {
  return { collection: 'calendars', id, version };
}

/** `score|name=value`: how an index entry is written for the store. */
function indexKey(entry: { name: string; value: string; score?: number }): string {
  return `${entry.score ?? 0}|${entry.name}=${entry.value}`;
}
