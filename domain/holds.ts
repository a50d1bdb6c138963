import { type Hold } from './date-booking.ts';
import { type Day } from './day.ts';

/** An option that moved up because one before it is gone; whoever holds it is told once. */
export interface Promotion {
  readonly hold: Hold;
  readonly from: number;
}

/** What a change of one option does to all options of that act and day: the records to write, and who moved up. */
export interface HoldChange {
  readonly changed: readonly Hold[];
  readonly promoted: readonly Promotion[];
}

/** The options of one act on one day that still hold something, first rank first. */
export function liveHolds(holds: readonly Hold[], day: Day, today: Day): Hold[] {
  return holds
    .filter((hold) => hold.day === day && hold.state === 'held' && hold.validUntil >= today)
    .sort((a, b) => a.rank - b.rank);
}

/** More options on one day would be a list nobody asks through. */
const mostRanks = 9;

/** The rank a new option gets: the one after the last, whatever was wanted; null when there is no room left. */
export function rankFor(
  live: readonly Hold[],
  wanted: number | null,
): { readonly rank: number; readonly asked: boolean } | null {
  // One that ran out a moment ago may still stand before the others; those behind move up when it is taken away.
  const next = Math.max(0, ...live.map((hold) => hold.rank)) + 1;
  return next > mostRanks ? null : { rank: next, asked: wanted === null || wanted === next };
}

/**
 * Takes an option out of the ranks, as released, expired or confirmed; those behind move up by one. An option that no longer
 * holds anything is left as it is.
 */
export function withdraw(live: readonly Hold[], id: string, as: 'released' | 'expired' | 'confirmed'): HoldChange {
  const gone = live.find((hold) => hold.id === id);
  if (gone === undefined) return { changed: [], promoted: [] };
  const rest = live.filter((hold) => hold.id !== id);
  const moved = rest.map((hold, index) => ({ hold: { ...hold, rank: index + 1 }, from: hold.rank }));
  const promoted = moved.filter(({ hold, from }) => hold.rank !== from);
  return {
    changed: [{ ...gone, state: as, challenge: null }, ...promoted.map(({ hold }) => hold)],
    promoted,
  };
}

/** The date is taken: every other option on it ends. */
export function endOthers(live: readonly Hold[], kept: string | null): Hold[] {
  return live.filter((hold) => hold.id !== kept).map((hold) => ({ ...hold, state: 'released', challenge: null }));
}
