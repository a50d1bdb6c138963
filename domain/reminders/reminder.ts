import { type Day } from '../day.ts';

/** The parts of a morning digest, in the order in which they are read: first what waits for this person, then what is next. */
export const sections = ['approvals', 'tasks', 'months', 'logistics', 'absences', 'feedback'] as const;

/** How far a task is: two days before its day, its day, or two days after it. */
export type TaskStage = 'soon' | 'today' | 'late';

/** What a reminder is about; everything in it is a record's id, a month (`2027-03`) or a day. */
export type Matter =
  | { readonly section: 'approvals'; readonly approval: string }
  | { readonly section: 'tasks'; readonly task: string; readonly stage: TaskStage | 'escalated' }
  | { readonly section: 'months'; readonly month: string }
  /** Somebody who was reminded often enough and still said nothing: told to those who look after their act. */
  | { readonly section: 'months'; readonly month: string; readonly silent: string }
  | { readonly section: 'logistics'; readonly show: string }
  | { readonly section: 'absences'; readonly absence: string }
  | { readonly section: 'feedback'; readonly show: string };

/**
 * One thing to remind one person of. `object` is what it is about and `occurrence` which time: the two together are never
 * told twice to the same person.
 */
export type Reminder = Matter & { readonly object: string; readonly occurrence: string };

/** What somebody was told already: `<object>|<occurrence>` and when. */
export interface Told {
  readonly key: string;
  readonly at: number;
}

/** Something a person put off: nothing of it is said before `until`. */
export interface Snoozed {
  readonly object: string;
  readonly until: number;
}

/** More often than this nobody is reminded of one thing; then somebody else hears of it, where there is somebody to tell. */
export const mostTimes = 3;

const keptMs = 90 * 24 * 3_600_000;

/** The name under which a reminder is remembered as told. */
export function keyOf({ object, occurrence }: Pick<Reminder, 'object' | 'occurrence'>): string {
  return `${object}|${occurrence}`;
}

/** How often somebody was told of an object. */
export function timesTold(told: readonly Told[], object: string): number {
  return told.filter(({ key }) => key.startsWith(`${object}|`)).length;
}

/** The reminders that are to be told now, in the order of their sections: not told before, not put off, not too often. */
export function freshOf(
  reminders: readonly Reminder[],
  memory: { readonly told: readonly Told[]; readonly snoozed: readonly Snoozed[] },
  now: number,
): Reminder[] {
  const known = new Set(memory.told.map(({ key }) => key));
  const resting = new Set(memory.snoozed.filter(({ until }) => until > now).map(({ object }) => object));
  const counts = new Map<string, number>();
  const fresh: Reminder[] = [];
  for (const reminder of reminders) {
    const key = keyOf(reminder);
    const count = counts.get(reminder.object) ?? timesTold(memory.told, reminder.object);
    if (known.has(key) || resting.has(reminder.object) || count >= mostTimes) continue;
    known.add(key);
    counts.set(reminder.object, count + 1);
    fresh.push(reminder);
  }
  return fresh.toSorted((a, b) => sections.indexOf(a.section) - sections.indexOf(b.section));
}

/** The memory after these were told at `now`; what is older than 90 days is forgotten. */
export function withTold(told: readonly Told[], fresh: readonly Reminder[], now: number): Told[] {
  return [
    ...told.filter(({ at }) => at > now - keptMs),
    ...fresh.map((reminder) => ({ key: keyOf(reminder), at: now })),
  ];
}

/** A stretch of days that a digest looks at: `today`, and the day of the digest before it (null: there was none). */
export interface Morning {
  readonly today: Day;
  readonly last: Day | null;
}
