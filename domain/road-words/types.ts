import type { HourKey, InfoKey, Leg } from '../day-sheet/sheet.ts';
import type { DaysFound, Known, Match } from '../booking-words/types.ts';
import type { Context } from '../spoken-days/index.ts';

/** What a line changes on a day sheet. Hours are `HH:MM`; names of people are as typed. */
export type SheetChange =
  /** `to` null: « à confirmer ». `from`: what it was, where the line says so (« au lieu de 13h »). */
  | { readonly type: 'hour'; readonly key: HourKey; readonly to: string | null; readonly from: string | null }
  | { readonly type: 'duration'; readonly key: 'set'; readonly minutes: number }
  /** `text` null: it is no longer so (« plus de parking »). */
  | { readonly type: 'info'; readonly key: InfoKey; readonly text: string | null }
  /** Somebody of the place, on the day. */
  | { readonly type: 'contact'; readonly name: string; readonly role: string | null; readonly phone: string | null }
  | { readonly type: 'regisseur'; readonly name: string }
  | {
      readonly type: 'crew';
      readonly name: string;
      readonly role: string | null;
      readonly does: 'joins' | 'stays-home';
    }
  | {
      readonly type: 'leg';
      readonly means: Leg['means'];
      /** « TGV 6605 → Dijon » */
      readonly label: string | null;
      readonly from: string | null;
      readonly depart: string | null;
      readonly arrive: string | null;
      /** Empty: everybody. */
      readonly people: readonly string[];
    }
  | { readonly type: 'eve'; readonly leaves: true };

/** Which show a line is about, as far as it says. `several` and `ask` are put back to the writer by whoever reads this. */
export interface ShowNamed {
  readonly days: DaysFound;
  readonly artist: Match;
  readonly venue: Match;
}

/** Everything a line or a pasted sheet says. What was not understood is in `unread`, as typed. */
export interface SheetLine {
  readonly date: ShowNamed;
  readonly changes: readonly SheetChange[];
  readonly unread: readonly string[];
}

/** What a sheet line is read against. */
export interface SheetContext extends Context {
  readonly names: Known;
}

/** What somebody asks of their day. `next`: whatever comes next; `sheet`: all of it. */
export interface DayQuestion {
  readonly about: HourKey | InfoKey | 'contact' | 'travel' | 'people' | 'next' | 'sheet';
}

/** What went wrong on the road. */
export type TroubleType = 'cancelled' | 'late' | 'breakdown' | 'missed' | 'ill' | 'lost' | 'stuck';

/**
 * A trouble of the writer's own, or the news that it is over. `lost` is a thing forgotten, lost or stolen; `minutes` how late
 * they will be, where they say it.
 */
export type Trouble =
  | {
      readonly type: TroubleType;
      readonly minutes: number | null;
      readonly means: 'train' | 'van' | 'plane' | 'car' | null;
    }
  | { readonly type: 'cleared' };

/** How it was: a mark out of five where one was given, and the words, which may be empty. */
export interface Feedback {
  readonly score: 1 | 2 | 3 | 4 | 5 | null;
  readonly words: string;
}
