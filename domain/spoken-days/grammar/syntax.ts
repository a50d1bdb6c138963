import type { Span } from '../day-set.ts';
import type { Lexeme } from '../lexemes.ts';
import type { AskReason } from '../types.ts';
import type { Role } from '../vocabulary/roles.ts';

/** A day of the month as written; what is missing is taken from its neighbours or from today. */
export interface DateSpec {
  readonly weekday: number | null;
  readonly day: number;
  readonly month: number | null;
  readonly year: number | null;
  /** « March 12 »: the days that follow in the list belong to that month. */
  readonly monthFirst: boolean;
  /** Written 3/4 where day and month could be either. */
  readonly eitherOrder: boolean;
}

/** Which third or half of a month. */
export type Slice = 'early' | 'mid' | 'late' | 'first-half' | 'second-half';

/** « ce », « prochain », « dernier »; `eight` and `fifteen` are « en huit » and « en quinze ». */
export type Shift = 'none' | 'this' | 'next' | 'past' | 'eight' | 'fifteen';

/** What a unit names, before the calendar is consulted. */
export type Core =
  | { readonly type: 'dates'; readonly specs: readonly DateSpec[] }
  | { readonly type: 'relative'; readonly offset: number }
  | {
      readonly type: 'weekday';
      readonly weekday: number;
      readonly shift: Shift;
      readonly each: boolean;
      readonly habit: boolean;
      readonly weeks: number;
      readonly bound: Phrase | null;
    }
  | { readonly type: 'everyday'; readonly weekdaysOnly: boolean; readonly bound: Phrase | null }
  | { readonly type: 'week'; readonly shift: Shift }
  | { readonly type: 'week-number'; readonly week: number; readonly year: number | null }
  | { readonly type: 'week-of'; readonly unit: Unit }
  | { readonly type: 'weekend'; readonly shift: Shift; readonly each: boolean; readonly bound: Phrase | null }
  | { readonly type: 'weekend-of'; readonly phrase: Phrase }
  | { readonly type: 'nth-weekend'; readonly nth: number; readonly month: number; readonly year: number | null }
  | {
      readonly type: 'nth-weekday';
      readonly nth: number;
      readonly weekday: number;
      readonly month: number;
      readonly year: number | null;
    }
  | { readonly type: 'month'; readonly month: number; readonly year: number | null; readonly slice: Slice | null }
  | { readonly type: 'month-shift'; readonly shift: Shift; readonly slice: Slice | null }
  | { readonly type: 'holiday'; readonly holiday: number; readonly year: number | null }
  | { readonly type: 'eve'; readonly eve: number; readonly year: number | null }
  | { readonly type: 'bridge'; readonly unit: Unit }
  | { readonly type: 'night'; readonly from: Unit; readonly to: Unit }
  | { readonly type: 'range'; readonly from: Unit; readonly to: Unit }
  | { readonly type: 'until'; readonly to: Unit; readonly before: boolean }
  | { readonly type: 'part' }
  | { readonly type: 'trouble'; readonly why: AskReason };

/** Hours said of a day. `early` marks hours of the small night, which belong to the day before. */
export interface Times {
  readonly spans: readonly Span[];
  readonly early: boolean;
  /** How it was attached: « (soir) », « le soir », « au soir », « soir ». */
  readonly style: 'bracket' | 'article' | 'at' | 'bare' | 'first';
  /** Said by the clock rather than as a part of the day. */
  readonly clock: boolean;
  /** The clock time, in minutes, when one time was said and neither end nor part of the day. */
  readonly point: number | null;
  readonly why: AskReason | null;
}

/** One member of a list of days. */
export interface Unit {
  readonly core: Core;
  readonly times: Times | null;
  /** Begins with an article or preposition of its own, so that a month further on is not shared with it. */
  readonly opens: boolean;
  /** « les 12 et 13 »: what follows the list is said of all of it. */
  readonly plural: boolean;
}

/** A list of days with its exception. */
export interface Phrase {
  readonly units: readonly Unit[];
  readonly alternatives: boolean;
  readonly except: Phrase | null;
}

/** What a rule read, and where it stopped. */
export interface Match<T> {
  readonly value: T;
  readonly next: number;
}

/** What the rules read from; `phrase` and `unit` close the recursion between rules of different files. */
export interface Source {
  readonly lexemes: readonly Lexeme[];
  readonly language: 'fr' | 'en';
  readonly phrase: (at: number) => Match<Phrase> | null;
  readonly unit: (at: number, loose: boolean) => Match<Unit> | null;
}

/** Whether the lexeme at `at` has one of the roles. */
export function is(source: Source, at: number, ...roles: readonly Role[]): boolean {
  const role = source.lexemes[at]?.role;
  return role !== undefined && roles.includes(role);
}

/** Its value, 0 past the end. */
export function valueAt(source: Source, at: number): number {
  return source.lexemes[at]?.value ?? 0;
}

/** Its text, empty past the end. */
export function textAt(source: Source, at: number): string {
  return source.lexemes[at]?.text ?? '';
}

/** The first place from `at` on whose role is none of those. */
export function skip(source: Source, at: number, ...roles: readonly Role[]): number {
  let next = at;
  while (is(source, next, ...roles)) next += 1;
  return next;
}

/** A year written after a month, or null. */
export function yearAt(source: Source, at: number): Match<number> | null {
  const start = is(source, at, 'comma') ? at + 1 : at;
  const lexeme = source.lexemes[start];
  const written = lexeme?.role === 'number' && lexeme.text.length === 4 && lexeme.value >= 1900 && lexeme.value <= 2199;
  return written ? { value: lexeme.value, next: start + 1 } : null;
}

/** A unit without hours of its own. */
export function unitOf(core: Core, opens = true, plural = false): Unit {
  return { core, times: null, opens, plural };
}
