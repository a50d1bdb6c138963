import { leads } from '../../core/records/booking.ts';
import { type Versioned } from '../../core/store.ts';
import { type Turn } from '../../core/turn.ts';
import { closedStatuses, guardedStatuses, type Lead } from '../../domain/lead.ts';
import { type DealFields } from './fields.ts';

/**
 * The opportunity these words are about, where one is already written down for the act and the place, on that day or on none
 * yet: it goes on with its history instead of standing twice. Null where there is none, or more than one.
 */
export async function sameLead(turn: Turn, fields: DealFields): Promise<Versioned<Lead> | null> {
  if (fields.lead !== null) return turn.store.get(leads, fields.lead);
  if (fields.venue === null || fields.artist === null || fields.day === null) return null;
  const known = await turn.store.find(leads, { name: 'venue', value: fields.venue });
  const fits = known.filter(
    ({ value }) =>
      value.artist === fields.artist &&
      value.show === null &&
      (value.day === null || value.day === fields.day) &&
      !closedStatuses.has(value.status) &&
      !guardedStatuses.has(value.status),
  );
  const [only, second] = fits;
  return second === undefined ? (only ?? null) : null;
}
