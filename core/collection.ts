import { type z } from 'zod';

/** A declared way to find records: all whose `name` has `value`, in the order of `score` (0 unless given). */
export interface IndexEntry {
  readonly name: string;
  readonly value: string;
  readonly score?: number;
}

/** A calendar whose version changes whenever what occupies it changes: `person:<id>` or `artist:<id>`. */
export type CalendarId = `person:${string}` | `artist:${string}`;

/** All records of one kind. */
export interface Collection<T extends { readonly id: string }> {
  readonly name: string;
  /** Parses what is stored and what is about to be stored. */
  readonly schema: z.ZodType<T>;
  /** Number of the present shape; records of earlier shapes pass `upcast` when read. */
  readonly shape: number;
  /** Turns a stored value of an earlier shape into the present one; pure. */
  readonly upcast: (value: unknown, shape: number) => unknown;
  readonly indexes: (record: T) => readonly IndexEntry[];
  /** Calendars this record takes time of; their versions change with every write of the record. */
  readonly occupies: (record: T) => readonly CalendarId[];
}

type Declaration<T extends { readonly id: string }> = Pick<Collection<T>, 'name' | 'schema'> & Partial<Collection<T>>;

/** Declares a collection; without more, records are found by id alone and occupy nobody. */
export function defineCollection<T extends { readonly id: string }>(declaration: Declaration<T>): Collection<T> {
  return { shape: 1, upcast: (value) => value, indexes: () => [], occupies: () => [], ...declaration };
}
