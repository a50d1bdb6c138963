import type { Day, DayPart } from '../day.ts';

/** The languages people write in; also decides how « 3/4 » is ordered (day first in French, unknown in English). */
export type Locale = 'fr' | 'en';

/** Holidays people name instead of a date. Eves are derived from them. */
export type HolidayName =
  | 'new-year'
  | 'easter'
  | 'easter-monday'
  | 'labour-day'
  | 'victory-day'
  | 'ascension'
  | 'pentecost'
  | 'whit-monday'
  | 'bastille-day'
  | 'assumption'
  | 'all-saints'
  | 'armistice'
  | 'christmas';

/**
 * Where named holidays fall, injected so that the grammar stays pure. School holidays are deliberately absent: they
 * depend on a zone nobody states, so the reader asks for dates instead.
 */
export interface HolidayCalendar {
  /** The day `name` falls on in `year`, or null when this calendar does not cover it. */
  readonly dayOf: (name: HolidayName, year: number) => Day | null;
}

/** What a sentence is read against: the agency's today, the writer's language, the country's holidays. */
export interface Context {
  readonly today: Day;
  readonly locale: Locale;
  readonly holidays: HolidayCalendar;
}

/** Not free, or free. */
export type Kind = 'absence' | 'presence';

/**
 * Why the reader asks instead of guessing:
 * - `kind` days are said, free or not is not; `no-day` the reverse; `unread` words or digits left that could matter
 * - `weekday-disagrees`, `no-such-day`, `backwards`, `past`, `too-far` the calendar contradicts what is written
 * - `alternatives` « le 12 ou le 13 »; `open-bound` « à partir du 15 juin », « tous les lundis »
 * - `which-one` two readings are equally likely (« vendredi prochain » on a Wednesday); `day-or-month` « 3/4 » in English
 * - `part-scope` « samedi et dimanche soir »: one evening or two
 * - `school-holidays` the zone is unknown; `vague` « pendant les fêtes »; `not-covered` no calendar for that holiday
 * - `uncertain` the speaker is not sure; `who` it is unclear who is meant; `both-kinds` free and not free do not separate
 * - `exception-outside` « sauf le 20 » on days that do not contain it; `too-long` more text than one statement
 */
export type AskReason =
  | 'kind'
  | 'no-day'
  | 'unread'
  | 'weekday-disagrees'
  | 'no-such-day'
  | 'backwards'
  | 'past'
  | 'too-far'
  | 'alternatives'
  | 'open-bound'
  | 'which-one'
  | 'day-or-month'
  | 'part-scope'
  | 'school-holidays'
  | 'vague'
  | 'not-covered'
  | 'uncertain'
  | 'who'
  | 'both-kinds'
  | 'exception-outside'
  | 'too-long';

/** Days the speaker is free or not: `only` « dispo seulement le 12 », `correction` « finalement », « en fait ». */
export interface DaysReading {
  readonly type: 'days';
  readonly kind: Kind;
  readonly parts: readonly DayPart[];
  /** True when the subject is « je » or left out (« pas dispo le 12 »). Others' days never become a reading. */
  readonly firstPerson: boolean;
  readonly only?: boolean;
  readonly correction?: boolean;
}

/** A question to put back: what was understood is kept, `unread` quotes what was not. */
export interface AskReading {
  readonly type: 'ask';
  readonly why: AskReason;
  readonly kind: Kind | null;
  readonly understood: readonly DayPart[];
  readonly unread: string | null;
}

/** Nothing about the speaker's availability: small talk, somebody else, a question. */
export interface NoReading {
  readonly type: 'none';
  readonly why: 'nothing-said' | 'not-the-speaker' | 'question';
}

/** What a message says about its author's days. */
export type Reading = DaysReading | AskReading | NoReading;

/** How readings are put into words: years are written when they are not the one of `today`. */
export interface RecapOptions {
  readonly today: Day;
  readonly locale: Locale;
}
