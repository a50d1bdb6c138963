import { holds } from '../../core/records/agency.ts';
import { type Turn } from '../../core/turn.ts';
import { addDays } from '../../domain/day.ts';
import { closedStatuses, type Lead } from '../../domain/lead.ts';
import { agencyDay } from '../../agency/agency-day.ts';
import { isDue } from './change-lead.ts';

/** An option that ends within these days wants a word with its organiser. */
const endsSoon = 5;

/**
 * The opportunities that need somebody now, each with its place in that order: answers that came, options that end, soonest
 * first, and what was to be done by today.
 */
export async function needingSomebody(turn: Turn, found: readonly Lead[]): Promise<ReadonlyMap<string, number>> {
  const today = agencyDay(turn);
  const open = found.filter((lead) => !closedStatuses.has(lead.status));
  const optioned = open.filter((lead) => lead.status === 'option' && lead.hold !== null);
  const held = await turn.store.getMany(
    holds,
    optioned.map((lead) => lead.hold ?? '-'),
  );
  const ends = new Map(
    held.flatMap((record, index) => {
      const lead = optioned[index];
      const isNear =
        record !== null &&
        record.value.state === 'held' &&
        record.value.validUntil >= today &&
        record.value.validUntil <= addDays(today, endsSoon);
      return lead === undefined || record === null || !isNear ? [] : [[lead.id, record.value.validUntil] as const];
    }),
  );
  const answered = open.filter((lead) => lead.status === 'replied');
  const ending = optioned
    .filter((lead) => ends.has(lead.id))
    .toSorted((a, b) => (ends.get(a.id) ?? '').localeCompare(ends.get(b.id) ?? ''));
  const due = open
    .filter((lead) => isDue(lead, { at: turn.now, zone: turn.agency.timezone }))
    .toSorted((a, b) => (a.followUp?.at ?? 0) - (b.followUp?.at ?? 0));
  const ids = [...new Set([...answered, ...ending, ...due].map((lead) => lead.id))];
  return new Map(ids.map((id, index) => [id, index]));
}
