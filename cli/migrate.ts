import { commitOf, put, unchanged } from '../core/commit.ts';
import { type Collection } from '../core/collection.ts';
import { systemRandom } from '../core/random.ts';
import { absences, artists, holds, people, shows, venues } from '../core/records/agency.ts';
import { declarations, leads, soundings, tasks } from '../core/records/booking.ts';
import { contactCards } from '../core/records/contacts.ts';
import { feedbacks } from '../core/records/feedback.ts';
import { accounts, groups, invitations } from '../core/records/identity.ts';
import { calendarFeeds } from '../core/records/feeds.ts';
import { approvals, notifications } from '../core/records/oversight.ts';
import { digestMemories } from '../core/records/reminders.ts';
import { type Runtime } from './runtime.ts';

/** Rewrites every lasting record in its present shape, one step each; a record somebody changes meanwhile is in shape already. */
export async function migrate(runtime: Runtime): Promise<number> {
  const counts = [
    await rewrite(runtime, people),
    await rewrite(runtime, contactCards),
    await rewrite(runtime, artists),
    await rewrite(runtime, venues),
    await rewrite(runtime, holds),
    await rewrite(runtime, shows),
    await rewrite(runtime, absences),
    await rewrite(runtime, leads),
    await rewrite(runtime, tasks),
    await rewrite(runtime, soundings),
    await rewrite(runtime, declarations),
    await rewrite(runtime, feedbacks),
    await rewrite(runtime, digestMemories),
    await rewrite(runtime, accounts),
    await rewrite(runtime, groups),
    await rewrite(runtime, invitations),
    await rewrite(runtime, calendarFeeds),
    await rewrite(runtime, approvals),
    await rewrite(runtime, notifications),
  ];
  return counts.reduce((sum, count) => sum + count, 0);
}

async function rewrite<T extends { readonly id: string }>(
  runtime: Runtime,
  collection: Collection<T>,
): Promise<number> {
  const records = await runtime.store.all(collection);
  let written = 0;
  for (const record of records) {
    const step = commitOf(`migrate:${systemRandom.token()}`, {
      guards: [unchanged(collection, record)],
      writes: [put(collection, record.value)],
    });
    if ((await runtime.store.commit(step)).type === 'done') written += 1;
  }
  return written;
}
