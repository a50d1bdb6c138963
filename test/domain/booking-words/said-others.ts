import type { BookingSentence, PipelineFilter } from '../../../domain/booking-words/index.ts';
import { saidDays, saidMatch } from './known.ts';

function joined(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join('; ');
}

/** A sentence in one line: its type, then what it names; `null` when it is none. */
export function saidSentence(sentence: BookingSentence | null): string {
  if (sentence === null) return 'null';
  const { type, venue, artist, days, to, sameTerms } = sentence;
  return joined([
    type,
    venue === null ? null : `at ${saidMatch(venue)}`,
    artist === null ? null : `of ${saidMatch(artist)}`,
    days === null ? null : `on ${saidDays(days)}`,
    to === null ? null : `to ${saidDays(to)}`,
    sameTerms ? 'same' : null,
  ]);
}

/** A filter in one line: only what narrows. */
export function saidFilter(filter: PipelineFilter): string {
  const { lot, statuses, olderThanDays, youngerThanDays, booker, order } = filter;
  return joined([
    lot === null ? null : `lot=${String(lot)}`,
    statuses.join('|'),
    olderThanDays === null ? null : `>${String(olderThanDays)}d`,
    youngerThanDays === null ? null : `<${String(youngerThanDays)}d`,
    ...filter.regions.map((region) => `region=${region}`),
    ...filter.towns.map((town) => `town=${town}`),
    ...filter.venues.map((venue) => `venue=${venue}`),
    ...filter.artists.map((artist) => `artist=${artist}`),
    booker,
    saidDays(filter.days),
    order,
    ...filter.leftovers.map((left) => `left=${left}`),
  ]);
}
