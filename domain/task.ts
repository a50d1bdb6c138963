import { z } from 'zod';
import { addDays, weekday, type Day } from './day.ts';
import { idSchema } from './ids.ts';
import { daySchema, timeSchema } from './schemas.ts';

/** How long a title may be. */
export const longestTaskTitle = 300;

/** Something somebody has to do, by a day. */
export const taskSchema = z.strictObject({
  id: idSchema,
  title: z.string().min(1).max(longestTaskTitle),
  /** Who does it; null until somebody takes it. */
  person: idSchema.nullable(),
  artist: idSchema.nullable(),
  lead: idSchema.nullable(),
  show: idSchema.nullable(),
  due: daySchema.nullable(),
  /** The clock hour by which it is wanted on that day, in the agency's zone; null: any. */
  dueTime: timeSchema.nullable().default(null),
  /** « avant vendredi »: the day named is one too late. */
  dueBefore: z.boolean().default(false),
  /** `doing`: whoever it falls to said that they are on it. */
  state: z.enum(['todo', 'doing', 'done', 'dropped']),
  priority: z.enum(['normal', 'high']),
  /** Which line of which checklist it came from; null when somebody wrote it. */
  template: z.string().max(80).nullable(),
  /** Who asked for it and hears that it is done; null: Régie did. */
  createdBy: idSchema.nullable(),
  createdAt: z.number().int(),
  doneBy: idSchema.nullable(),
  doneAt: z.number().int().nullable(),
  /** It is not brought up again before that day; null: as usual. */
  snoozedUntil: daySchema.nullable().default(null),
  /** Who had it before and passed it on or gave it back; null: nobody. */
  handedFrom: idSchema.nullable().default(null),
  /** When those who should know were told that it is late; null: not yet. */
  escalatedAt: z.number().int().nullable().default(null),
  /** When whoever asked was told that it is done; null: not yet. */
  toldAt: z.number().int().nullable().default(null),
});

/** Something somebody has to do. */
export type Task = z.infer<typeof taskSchema>;

/** What a task begins with; everything else is as for one that nobody touched. */
export type TaskStart = Pick<Task, 'id' | 'title' | 'person' | 'createdBy' | 'createdAt'> &
  Partial<Pick<Task, 'artist' | 'lead' | 'show' | 'due' | 'dueTime' | 'dueBefore' | 'priority' | 'template'>>;

/** A task nobody has begun. */
export function newTask(start: TaskStart): Task {
  return {
    artist: null,
    lead: null,
    show: null,
    due: null,
    dueTime: null,
    dueBefore: false,
    priority: 'normal',
    template: null,
    ...start,
    state: 'todo',
    doneBy: null,
    doneAt: null,
    snoozedUntil: null,
    handedFrom: null,
    escalatedAt: null,
    toldAt: null,
  };
}

/** Whether it is still to be done. */
export function isOpenTask(task: Task): boolean {
  return task.state === 'todo' || task.state === 'doing';
}

/** The last day on which it is in time; null without a due day. */
export function lastDayOf(task: Pick<Task, 'due' | 'dueBefore'>): Day | null {
  return task.due === null || !task.dueBefore ? task.due : addDays(task.due, -1);
}

/** How pressing an open task is. */
export type TaskGroup = 'late' | 'today' | 'week' | 'later';

/** Where it stands in a list: `week` runs to Sunday, without a due day it is for later. */
export function groupOf(task: Pick<Task, 'due' | 'dueBefore'>, today: Day): TaskGroup {
  const last = lastDayOf(task);
  if (last === null) return 'later';
  if (last < today) return 'late';
  if (last === today) return 'today';
  return last <= addDays(today, 7 - weekday(today)) ? 'week' : 'later';
}

/** Whether a reminder may speak of it on that day: open, and not put off beyond it. */
export function isAwake(task: Task, today: Day): boolean {
  return isOpenTask(task) && (task.snoozedUntil === null || task.snoozedUntil <= today);
}

/** The order of lists: the earliest due first, urgent ones first within a day, those without a day last. */
export function byUrgency(a: Task, b: Task): number {
  const [one, other] = [lastDayOf(a) ?? '9999', lastDayOf(b) ?? '9999'];
  if (one !== other) return one < other ? -1 : 1;
  if (a.priority !== b.priority) return a.priority === 'high' ? -1 : 1;
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
}
