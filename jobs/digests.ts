import { z } from 'zod';
import { type DueHandler } from '../core/due-runner.ts';
import { put, unchanged } from '../core/commit.ts';
import { jobOf } from '../core/job.ts';
import { people } from '../core/records/agency.ts';
import { accounts } from '../core/records/identity.ts';
import { digestMemories } from '../core/records/reminders.ts';
import { dayAt } from '../domain/day.ts';
import { idSchema } from '../domain/ids.ts';
import { isWithUs } from '../domain/person.ts';
import { digestTurn } from '../domain/reminders/digest-time.ts';
import { digest } from './musicians/digest.job.ts';

const payloadSchema = z.strictObject({ person: idSchema });

/**
 * The hour of somebody's digest: the job that writes it, and the row of the next, from their zone and quiet hours of this moment.
 * One that came too early, or in the night, waits. Whoever has left or unlinked their accounts has no more rows; the nightly planner
 * makes one again if they come back.
 */
export const digestDue: DueHandler = async (step, row) => {
  const { person: id } = payloadSchema.parse(row.payload);
  const [person, memory, linked] = await Promise.all([
    step.store.get(people, id),
    step.store.get(digestMemories, id),
    step.store.find(accounts, { name: 'person', value: id }),
  ]);
  if (memory === null || person === null) return {};
  if (!isWithUs(person.value, dayAt(step.now, person.value.timezone)) || linked.length === 0) return {};
  const turn = digestTurn(person.value, step.now, memory.value.handed);
  const next = turn.type === 'send' ? turn.next : turn.until;
  const handed = turn.type === 'send' ? turn.day : memory.value.handed;
  return {
    guards: [unchanged(digestMemories, memory)],
    writes: [put(digestMemories, { ...memory.value, handed, planned: next })],
    jobs: turn.type === 'send' ? [jobOf(digest, { person: id, at: step.now })] : [],
    due: [{ ...row, failures: 0, at: next }],
  };
};
