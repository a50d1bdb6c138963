import { put, unchanged, type Draft } from '../../core/commit.ts';
import { artists, people } from '../../core/records/agency.ts';
import { tasks } from '../../core/records/booking.ts';
import { draftNotice, type Notice } from '../../core/notification.ts';
import { type Versioned } from '../../core/store.ts';
import { type Texts } from '../../core/texts.ts';
import { type Step, type Turn } from '../../core/turn.ts';
import { dayAt } from '../../domain/day.ts';
import { firstName, type Person } from '../../domain/person.ts';
import { partIn, type TaskPart } from '../../domain/task-rights.ts';
import { isOpenTask, type Task } from '../../domain/task.ts';
import { clockTime } from '../../agency/clock-time.ts';
import { recipients } from '../../agency/recipients.ts';
import { taskNames, taskTitle, type TaskNames } from '../../agency/tasks.ts';

/** A task as somebody who has to do with it sees it at this moment. */
export interface KnownTask {
  readonly task: Versioned<Task>;
  readonly part: TaskPart;
  readonly names: TaskNames;
}

/** Reads a task; `none` when it does not exist, `not-yours` when this person has nothing to do with it. */
export async function readTask(turn: Turn, id: string): Promise<KnownTask | 'none' | 'not-yours'> {
  const task = await turn.store.get(tasks, id);
  if (task === null) return 'none';
  const artist = task.value.artist === null ? null : await turn.store.get(artists, task.value.artist);
  const part = partIn(task.value, turn.person, artist?.value ?? null, turn.today);
  return part === null ? 'not-yours' : { task, part, names: await taskNames(turn.store, [task.value]) };
}

/** The same, when it is still to be done; else why nothing can be done with it, in words. */
export async function openTask(turn: Turn, id: string): Promise<KnownTask | string> {
  const known = await readTask(turn, id);
  if (known === 'none') return turn.texts.label('task-gone');
  if (known === 'not-yours') return turn.texts.label('answer-not-yours');
  return isOpenTask(known.task.value) ? known : overText(turn, known.task.value);
}

/** « C'était déjà fait (Léa, 14 h 02). » */
export async function overText(turn: Turn, task: Task): Promise<string> {
  if (task.state === 'dropped') return turn.texts.label('task-dropped-already');
  const by = task.doneBy === null ? null : await turn.store.get(people, task.doneBy);
  if (by === null || task.doneAt === null) return turn.texts.label('task-done-already');
  const time = clockTime(task.doneAt, turn.person.timezone, turn.texts);
  if (by.value.id === turn.person.id) return turn.texts.label('task-done-already-you', { time });
  return turn.texts.label('task-done-already-by', { name: firstName(by.value), time });
}

/** The write of a change of a task, which holds only if nobody else changed it meanwhile. */
export function changeTask(known: Pick<KnownTask, 'task'>, change: Partial<Task>): Draft {
  return { guards: [unchanged(tasks, known.task)], writes: [put(tasks, { ...known.task.value, ...change })] };
}

/** What it is called, in the reader's words. */
export function titleOf(step: Step, texts: Texts, known: Pick<KnownTask, 'task' | 'names'>): string {
  return taskTitle(step, texts, known.task.value, known.names);
}

/** Tells one person something in private, in their language, on their channel and outside their quiet hours; nothing when they left. */
export async function tellPerson(
  step: Step,
  id: string,
  notice: (texts: Texts, person: Person) => Notice,
): Promise<Draft> {
  const [present] = await recipients(step.store, [id], dayAt(step.now, step.agency.timezone));
  if (present === undefined) return {};
  const texts = step.textsOf(present.person.locale);
  return draftNotice(notice(texts, present.person), present, { now: step.now, random: step.random, texts });
}
