import { type Collection } from '../../core/collection.ts';
import { remove, unchanged, type Draft } from '../../core/commit.ts';
import { defineHandler, jobOf } from '../../core/job.ts';
import { bulkChanges } from '../../core/records/booking.ts';
import { conversations, deliveries, questions } from '../../core/records/dialogue.ts';
import { invitations } from '../../core/records/identity.ts';
import { audit, incidents, notifications } from '../../core/records/oversight.ts';
import { nudges } from '../../core/records/reminders.ts';
import { sheetChanges, sheetCopies, troubles } from '../../core/records/road.ts';
import { type Step } from '../../core/turn.ts';
import { prune } from './prune.job.ts';

const mostAtOnce = 500;

/** Deletes what has outlived its own expiry. A record written again meanwhile is left alone. */
export const pruneHandler = defineHandler(prune, async (step, { day, part }) => {
  const expired = await Promise.all([
    expiredOf(step, conversations),
    expiredOf(step, deliveries),
    expiredOf(step, questions),
    expiredOf(step, invitations),
    expiredOf(step, incidents),
    expiredOf(step, notifications),
    expiredOf(step, audit),
    expiredOf(step, bulkChanges),
    expiredOf(step, nudges),
    expiredOf(step, sheetCopies),
    expiredOf(step, sheetChanges),
    expiredOf(step, troubles),
  ]);
  const all = expired.flat();
  const now = all.slice(0, mostAtOnce);
  return {
    guards: now.flatMap((one) => one.guards ?? []),
    writes: now.flatMap((one) => one.writes ?? []),
    jobs: all.length > mostAtOnce ? [jobOf(prune, { day, part: part + 1 })] : [],
  };
});

async function expiredOf<T extends { readonly id: string }>(step: Step, collection: Collection<T>): Promise<Draft[]> {
  const found = await step.store.find(collection, { name: 'expires', value: 'all', to: step.now });
  return found.map((record) => ({
    guards: [unchanged(collection, record)],
    writes: [remove(collection, record.value.id)],
  }));
}
