import { type Show } from '../date-booking.ts';
import { type ArtistId, type PersonId } from '../ids.ts';
import { type DateState, type Reason, type Warning } from './agenda.ts';

/** What somebody may know of why a date is not free. */
export interface Viewer {
  /** Who is concerned: for who negotiates, the act's bookers and managers. */
  readonly maySeePeople: boolean;
  /** Which other act and show: for bookers and managers of both. Counts only with `maySeePeople`. */
  readonly maySeeWhere: boolean;
}

/** A reason as a viewer reads it: what they may not know is null. */
export type VisibleReason =
  | Exclude<Reason, { type: 'elsewhere' }>
  | {
      readonly type: 'elsewhere';
      readonly person: PersonId | null;
      readonly show: Show | null;
      readonly artist: ArtistId | null;
      readonly substitute: PersonId | null;
    };

/** « Pris par ailleurs », and nothing more. */
const takenElsewhere: VisibleReason = { type: 'elsewhere', person: null, show: null, artist: null, substitute: null };

/**
 * The reasons a viewer may read. The act's own people see its shows and options, and one bare "taken elsewhere" whether
 * somebody plays in another act or is away; what a substitute settled, flexible absences and silences are not theirs to read.
 */
export function visibleReasons(reasons: readonly Reason[], viewer: Viewer): VisibleReason[] {
  if (viewer.maySeePeople) return reasons.map((reason) => (viewer.maySeeWhere ? reason : withoutWhere(reason)));
  const stopped = reasons.some(
    (reason) => (reason.type === 'elsewhere' || reason.type === 'away') && reason.substitute === null,
  );
  return [
    ...reasons.filter((reason) => reason.type === 'show'),
    ...(stopped ? [takenElsewhere] : []),
    ...reasons.filter((reason) => reason.type === 'hold'),
  ];
}

/** The state a viewer may read: to the act's people an absence looks like any other engagement, and who was silent is not said. */
export function visibleState(state: DateState, viewer: Viewer): DateState {
  if (viewer.maySeePeople) return state;
  if (state === 'away') return 'elsewhere';
  return state === 'flexible' || state === 'silent' ? 'free' : state;
}

/** The warnings a viewer may read: one about a show of another act only with the right to know of it. */
export function visibleWarnings(warnings: readonly Warning[], artist: ArtistId, viewer: Viewer): Warning[] {
  if (viewer.maySeePeople && viewer.maySeeWhere) return [...warnings];
  return warnings.filter(({ show }) => show.artist === artist);
}

function withoutWhere(reason: Reason): VisibleReason {
  return reason.type === 'elsewhere' ? { ...reason, show: null, artist: null } : reason;
}
