import { addDays, dayAt, daysBetween, type Day } from '../day.ts';
import { byUrgency, isAwake, isOpenTask, lastDayOf, type Task } from '../task.ts';
import { type Reminder, type TaskStage } from './reminder.ts';

/** So many days before its day a task is announced, and so many after it its doer hears that it is late. */
const soonDays = 2;
const lateDays = 2;
/** So many days late, whoever asked for it hears, once. */
const escalateDays = 3;

/**
 * How far an open task is on a day, from the last day on which it is in time. A morning without Régie does not lose a stage: the
 * day after still says that it was due. Null: nothing to say yet.
 */
export function stageOf(last: Day, today: Day): TaskStage | null {
  const left = daysBetween(today, last);
  if (left > soonDays) return null;
  if (left > 0) return 'soon';
  return left > -lateDays ? 'today' : 'late';
}

/**
 * What somebody is to be reminded of among their own tasks, the most pressing first. A task given today is not repeated the same
 * day; one that got another day, or was put off, begins anew. One put off is said again on the day it was put off to, however far
 * it still is.
 */
export function taskReminders(tasks: readonly Task[], person: string, today: Day, zone: string): Reminder[] {
  return tasks
    .filter((task) => task.person === person && isAwake(task, today) && dayAt(task.createdAt, zone) < today)
    .toSorted(byUrgency)
    .flatMap((task): Reminder[] => {
      const last = lastDayOf(task);
      const stage = (last === null ? null : stageOf(last, today)) ?? (task.snoozedUntil === null ? null : 'soon');
      if (stage === null) return [];
      const object = `task:${task.id}.${task.due ?? ''}.${task.snoozedUntil ?? ''}`;
      return [{ section: 'tasks', task: task.id, stage, object, occurrence: stage }];
    });
}

/** Tasks that stay undone although their doer heard: told once to each who asked for them or answers for them. */
export function escalations(
  tasks: readonly Task[],
  askers: (task: Task) => readonly string[],
  person: string,
  today: Day,
): Reminder[] {
  return tasks
    .filter((task) => isOpenTask(task) && task.person !== null && task.person !== person)
    .filter((task) => {
      const last = lastDayOf(task);
      return last !== null && today >= addDays(last, escalateDays) && askers(task).includes(person);
    })
    .toSorted(byUrgency)
    .map((task) => ({
      section: 'tasks',
      task: task.id,
      stage: 'escalated',
      object: `escalated:${task.id}.${task.due ?? ''}`,
      occurrence: 'once',
    }));
}
