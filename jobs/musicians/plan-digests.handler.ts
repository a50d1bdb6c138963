import { absent, joinDrafts, put, unchanged, type Draft } from '../../core/commit.ts';
import { defineHandler, type JobStep } from '../../core/job.ts';
import { people } from '../../core/records/agency.ts';
import { accounts } from '../../core/records/identity.ts';
import { digestMemories, type DigestMemory } from '../../core/records/reminders.ts';
import { type Versioned } from '../../core/store.ts';
import { dayAt } from '../../domain/day.ts';
import { isWithUs, type Person } from '../../domain/person.ts';
import { nextDigest } from '../../domain/reminders/digest-time.ts';
import { digestRow } from '../../agency/digest/digest.ts';
import { planDigests } from './plan-digests.job.ts';

/** A row this long overdue was given up or never made. */
const lostMs = 3_600_000;

/**
 * Gives everybody who can be reached a row for their next digest. Whoever has one keeps it; one that was lost is made again for
 * now, which is what it would have come to.
 */
export const planDigestsHandler = defineHandler(planDigests, async (step) => {
  const linked = await step.store.all(accounts);
  const ids = [...new Set(linked.filter(({ value }) => value.revokedAt === null).map(({ value }) => value.person))];
  const [found, memories] = await Promise.all([
    step.store.getMany(people, ids),
    step.store.getMany(digestMemories, ids),
  ]);
  return joinDrafts(
    ...ids.map((_, index) => {
      const person = found[index]?.value;
      const present = person !== undefined && isWithUs(person, dayAt(step.now, person.timezone));
      return present ? planFor(step, person, memories[index] ?? null) : {};
    }),
  );
});

function planFor(step: JobStep, person: Person, memory: Versioned<DigestMemory> | null): Draft {
  if (memory !== null && memory.value.planned > step.now - lostMs) return {};
  const at = memory === null ? nextDigest(person, step.now, null) : step.now;
  const known: DigestMemory = memory?.value ?? {
    id: person.id,
    planned: at,
    handed: null,
    covered: null,
    since: null,
    told: [],
    snoozed: [],
  };
  return {
    guards: [memory === null ? absent(digestMemories, person.id) : unchanged(digestMemories, memory)],
    writes: [put(digestMemories, { ...known, planned: at })],
    due: [{ id: digestRow(person.id), kind: 'digest', at, payload: { person: person.id } }],
  };
}
