import { type Absence } from '../absence.ts';
import { type Artist } from '../artist.ts';
import { type Hold, type Show } from '../date-booking.ts';
import { type Day } from '../day.ts';
import { type Exclusivity } from '../deal-terms.ts';
import { type ArtistId, type PersonId } from '../ids.ts';
import { type Venue } from '../venue.ts';

/** What is known of a span of days, whoever it is about. */
export interface Agenda {
  readonly artists: readonly Artist[];
  readonly holds: readonly Hold[];
  readonly shows: readonly Show[];
  readonly absences: readonly Absence[];
  readonly venues: readonly Venue[];
  /**
   * Who has answered about which month (`2027-03`), be it that there is nothing to say, or about which day (`2027-03-13`);
   * `yes` when they were asked about that day and said yes.
   */
  readonly heard: readonly { readonly person: PersonId; readonly month: string; readonly yes?: boolean }[];
  readonly zone: string;
  /** An option whose validity ended before this day holds nothing any more. */
  readonly today: Day;
}

/**
 * What a date is to an act, the gravest thing found: `taken` by a show of its own, a needed member plays `elsewhere`, or is
 * `away`; an `option` is held; somebody's absence is `flexible` (ça se discute); somebody has stayed `silent` about the
 * month; or it is `free`. The first three cannot be played.
 */
export type DateState = 'free' | 'flexible' | 'option' | 'silent' | 'away' | 'elsewhere' | 'taken';

/** Something found on a date. A substitute that is named stands in, and then the reason stops nobody. */
export type Reason =
  | { readonly type: 'show'; readonly show: Show }
  | {
      readonly type: 'elsewhere';
      readonly person: PersonId;
      readonly show: Show;
      readonly artist: ArtistId;
      readonly substitute: PersonId | null;
    }
  | {
      readonly type: 'away';
      readonly person: PersonId;
      readonly absence: Absence;
      readonly substitute: PersonId | null;
      /** Named substitutes who would have come first and cannot. */
      readonly others: readonly PersonId[];
    }
  /** `first`: no other live option on that date is asked before this one. */
  | { readonly type: 'hold'; readonly hold: Hold; readonly first: boolean }
  | { readonly type: 'flexible'; readonly person: PersonId; readonly absence: Absence }
  | { readonly type: 'silent'; readonly person: PersonId };

/** What does not forbid a date and is worth knowing before saying yes. */
export type Warning =
  /**
   * The road from the show of the day before, or to that of the day after. `km` by road and `hours` are estimates;
   * `gapHours` lie between the end of one and the arrival at the other, null while a time is unknown.
   */
  | {
      readonly type: 'travel';
      readonly before: boolean;
      readonly show: Show;
      readonly km: number;
      readonly hours: number;
      readonly gapHours: number | null;
      readonly tooFar: boolean;
    }
  | { readonly type: 'same-day'; readonly show: Show }
  /** A radius clause is broken: `theirs`, that of the show, by the wished date; or `ours`, by the show. Measured `km` in a straight line and `weeks` begun between the two. */
  | {
      readonly type: 'exclusivity';
      readonly show: Show;
      readonly km: number;
      readonly weeks: number;
      readonly clause: 'theirs' | 'ours';
    };

/** Whether an act can play on a date, and everything that speaks for or against. */
export interface DateAvailability {
  readonly day: Day;
  readonly state: DateState;
  /** Ranks of the live options on the act that day, ascending. */
  readonly ranks: readonly number[];
  /** Everything found, gravest first. */
  readonly reasons: readonly Reason[];
  readonly warnings: readonly Warning[];
  /** Who would play: the needed members, substitutes in the place of those who cannot; null when the act cannot play. */
  readonly lineUp: readonly PersonId[] | null;
}

/** What is wished of a date; without times it takes the whole agency day. */
export interface Wish {
  readonly venue: Venue | null;
  readonly times: { readonly arrival: string | null; readonly end: string | null } | null;
  readonly exclusivity: Exclusivity | null;
  /** The show or option that is being moved: it does not stand in its own way. */
  readonly except?: string;
}
