import type { Day } from '../day.ts';
import type { DealKind, Employer, Exclusivity, Times, Vhr } from '../deal-terms.ts';
import type { LeadStatus } from '../lead.ts';
import type { AskReading } from '../spoken-days/index.ts';

/** An act people may name. */
export interface KnownArtist {
  readonly id: string;
  readonly name: string;
}

/** A place people may name; `region` is needed by the pipeline filter only. */
export interface KnownVenue {
  readonly id: string;
  readonly name: string;
  readonly town: string;
  readonly region?: string;
}

/** The names a line is read against. */
export interface Known {
  readonly artists: readonly KnownArtist[];
  readonly venues: readonly KnownVenue[];
}

/** Who a name means. `several` are offered, not decided: it may hold a single id when the words only point towards it. */
export type Match =
  | { readonly type: 'one'; readonly id: string }
  | { readonly type: 'several'; readonly ids: readonly string[] }
  | { readonly type: 'none' };

/**
 * Which place is meant. `new` is a name nobody knows, as typed; `like` holds the known places of that name in other towns,
 * to be offered beside it.
 */
export type VenueMatch =
  | Match
  | { readonly type: 'new'; readonly name: string; readonly town: string | null; readonly like: readonly string[] };

/** Days that were named, or the question to put back (`explainAsk` says it). */
export type DaysNamed =
  | { readonly type: 'days'; readonly days: readonly Day[] }
  | { readonly type: 'ask'; readonly ask: AskReading };

/** The days of a line, if any. */
export type DaysFound = DaysNamed | { readonly type: 'none' };

/** An amount as said: null when nobody said whether tax is in it. */
export interface PriceSaid {
  readonly cents: number;
  readonly basis: 'ht' | 'ttc' | null;
}

/** Everything one line says of a deal. What was not said is null; what was not understood is in `leftovers`, as typed. */
export interface DealLine {
  readonly artist: Match;
  readonly venue: VenueMatch;
  readonly days: DaysFound;
  readonly price: PriceSaid | null;
  /** Hundredths of a percent. */
  readonly vat: number | null;
  readonly kind: DealKind | null;
  readonly employer: Employer | null;
  readonly entry: 'free' | 'paid' | null;
  readonly vhr: Vhr | null;
  readonly times: Times;
  readonly rank: number | null;
  /** The last day on which the option holds. */
  readonly validUntil: Day | null;
  readonly embargo: { readonly until: Day | null } | null;
  readonly exclusivity: Exclusivity | null;
  readonly conditions: string | null;
  /** They want it confirmed, not an option. */
  readonly firm: boolean;
  readonly leftovers: readonly string[];
}

/** Which leads to list. Empty lists and nulls do not narrow. `regions` and `towns` are spelled as in the known venues. */
export interface PipelineFilter {
  readonly lot: number | null;
  readonly statuses: readonly LeadStatus[];
  readonly olderThanDays: number | null;
  readonly youngerThanDays: number | null;
  readonly regions: readonly string[];
  readonly towns: readonly string[];
  /** Ids; a name that could be several places lists them all, since a filter only shows. */
  readonly venues: readonly string[];
  readonly artists: readonly string[];
  readonly booker: 'me' | null;
  readonly days: DaysFound;
  readonly order: 'oldest' | 'value' | null;
  readonly leftovers: readonly string[];
}

/** What a booker reports or orders about a date in plain words. */
export interface BookingSentence {
  /** `lift`: « lever l'option » is said for confirming and for letting go; ask which. */
  readonly type: 'release' | 'confirm' | 'lift' | 'postpone' | 'cancel' | 'challenge' | 'extend';
  /** Null: « ils », or nobody was named. */
  readonly venue: Match | null;
  readonly artist: Match | null;
  readonly days: DaysNamed | null;
  /** The new date of a postponement, the new last day of an extended option. */
  readonly to: DaysNamed | null;
  readonly sameTerms: boolean;
}

/** « Gribitch est libre quand en mars ? » */
export interface AvailabilityQuestion {
  readonly artist: Match;
  readonly days: DaysFound;
}

/** A note about a lead: by its number, its place, its act. */
export interface NoteLine {
  readonly venue: Match;
  readonly artist: Match | null;
  readonly number: number | null;
  readonly note: string;
  /** When it is to be done, when a single day is named. */
  readonly due: Day | null;
}
