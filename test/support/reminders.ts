import { type DigestMemory } from '../../core/records/reminders.ts';

/** The memory of somebody whose first digest is still to come. */
export function freshMemory(id: string, changes: Partial<DigestMemory> = {}): DigestMemory {
  return { id, planned: 0, handed: null, covered: null, since: null, told: [], snoozed: [], ...changes };
}
