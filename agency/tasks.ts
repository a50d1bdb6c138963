import { type Offer } from '../core/conversation.ts';
import { artists, people, shows, venues } from '../core/records/agency.ts';
import { tasks } from '../core/records/booking.ts';
import { type Records, type Versioned } from '../core/store.ts';
import { type Text } from '../core/text.ts';
import { type Texts } from '../core/texts.ts';
import { type Services } from '../core/turn.ts';
import { type Artist } from '../domain/artist.ts';
import { checklist } from '../domain/checklist.ts';
import { type Day } from '../domain/day.ts';
import { firstName, type Person } from '../domain/person.ts';
import { byUrgency, isOpenTask, type Task } from '../domain/task.ts';
import { dayName, placeName, spokenTime } from './wording.ts';

/** Keys of what can be done with a task under any message; the id of the task follows. */
export const taskKeys = {
  done: 'task.done:',
  later: 'task.later:',
  pass: 'task.pass:',
  back: 'task.back:',
  take: 'task.take:',
  drop: 'task.drop:',
} as const;

/** More buttons than this no phone shows well. */
const mostRows = 8;
const longestLabel = 44;

/** What somebody still has to do, the most pressing first. */
export async function openTasksOf(store: Records, person: string): Promise<Versioned<Task>[]> {
  const found = await store.find(tasks, { name: 'person', value: person });
  return found.filter((task) => isOpenTask(task.value)).toSorted((a, b) => byUrgency(a.value, b.value));
}

/** What the lines of tasks speak of: acts, places with the day the show is on by now, and who asked. */
export interface TaskNames {
  readonly acts: ReadonlyMap<string, Artist>;
  readonly shows: ReadonlyMap<string, { readonly place: string; readonly day: Day }>;
  readonly people: ReadonlyMap<string, Person>;
}

/** Reads what the lines of these tasks speak of. */
export async function taskNames(store: Records, listed: readonly Task[]): Promise<TaskNames> {
  const ids = (pick: (task: Task) => string | null): string[] => [
    ...new Set(listed.flatMap((task) => pick(task) ?? [])),
  ];
  const [acts, dates, askers, doers] = await Promise.all([
    store.getMany(
      artists,
      ids((task) => task.artist),
    ),
    store.getMany(
      shows,
      ids((task) => task.show),
    ),
    store.getMany(
      people,
      ids((task) => task.createdBy),
    ),
    store.getMany(
      people,
      ids((task) => task.person),
    ),
  ]);
  const known = dates.flatMap((show) => show?.value ?? []);
  const places = await store.getMany(
    venues,
    known.map((show) => show.venue),
  );
  return {
    acts: new Map(acts.flatMap((act) => (act === null ? [] : [[act.value.id, act.value] as const]))),
    shows: new Map(
      known.map((show, index) => [show.id, { place: placeName(places[index]?.value), day: show.day }] as const),
    ),
    people: new Map(
      [...askers, ...doers].flatMap((person) => (person === null ? [] : [[person.value.id, person.value] as const])),
    ),
  };
}

/** What is to be done. A line of a checklist is said in the reader's language, with the day its show is on by now. */
export function taskTitle(services: Services, texts: Texts, task: Task, names?: TaskNames): string {
  const show = task.show === null ? undefined : names?.shows.get(task.show);
  if (show === undefined || !checklist.some((line) => line.key === task.template)) return task.title;
  return texts.label(`task-${task.template}`, { venue: show.place, day: dayName(services, texts, show.day) });
}

/** « avant ven. 27 nov. », « pour ven. 27 nov. à 18 h »; null without a due day. */
export function taskDue(
  services: Services,
  texts: Texts,
  task: Pick<Task, 'due' | 'dueTime' | 'dueBefore'>,
): string | null {
  if (task.due === null) return null;
  const day = dayName(services, texts, task.due);
  if (task.dueTime !== null) return texts.label('task-due-time', { day, time: spokenTime(task.dueTime, texts) });
  return texts.label(task.dueBefore ? 'task-due-before' : 'task-due', { day });
}

/**
 * One line about a task, without what is behind it in a list: « envoyer la fiche tech, avant ven. 27 nov. (urgent) ». With
 * `names` a checklist's line is said in the reader's language.
 */
export function taskLine(services: Services, texts: Texts, task: Task, names?: TaskNames): Text {
  const due = taskDue(services, texts, task);
  return [
    { text: taskTitle(services, texts, task, names) },
    ...(due === null ? [] : [{ text: `, ${due}` }]),
    ...(task.priority === 'high' ? [{ text: ` (${texts.label('task-urgent')})` }] : []),
  ];
}

/** « Gribitch, Le Fil, sam. 13 mars »: what a task somebody wrote is for; null when that is not said. */
export function taskFor(services: Services, texts: Texts, task: Task, names: TaskNames): string | null {
  const act = task.artist === null ? undefined : names.acts.get(task.artist);
  const show = task.show === null ? undefined : names.shows.get(task.show);
  const parts = [
    ...(act === undefined ? [] : [act.name]),
    ...(show === undefined || task.template !== null ? [] : [show.place, dayName(services, texts, show.day)]),
  ];
  return parts.length === 0 ? null : parts.join(', ');
}

/** The first name of whoever asked for it, unless that is its doer or nobody. */
export function askerName(task: Task, names: TaskNames): string | null {
  const asker =
    task.createdBy === null || task.createdBy === task.person ? undefined : names.people.get(task.createdBy);
  return asker === undefined ? null : firstName(asker);
}

/** The buttons under a task of one's own. In a reminder 👍 and « ok » mean that it is done; when it is new, that one is on it. */
export function taskRows(texts: Texts, task: Task, isNew = false): Offer[][] {
  const own = task.createdBy === task.person;
  const done: Offer = { key: `${taskKeys.done}${task.id}`, label: texts.label('task-do-done'), tone: 'primary' };
  const take: Offer = { key: `${taskKeys.take}${task.id}`, label: texts.label('task-do-take'), means: 'yes' };
  const last: Offer = own
    ? { key: `${taskKeys.drop}${task.id}`, label: texts.label('task-do-drop') }
    : { key: `${taskKeys.back}${task.id}`, label: texts.label('task-do-back') };
  return [
    isNew ? [take, done] : [{ ...done, means: 'yes' }],
    [
      { key: `${taskKeys.later}${task.id}`, label: texts.label('task-do-later') },
      { key: `${taskKeys.pass}${task.id}`, label: texts.label('task-do-pass') },
    ],
    [last],
  ];
}

/**
 * The buttons of a message that reminds of these tasks: all of them for a single one; for several, one to tick each, in the
 * order given, and the whole list.
 */
export function reminderRowsFor(
  services: Services,
  texts: Texts,
  listed: readonly Task[],
  names?: TaskNames,
): Offer[][] {
  const [only, second] = listed;
  if (only === undefined) return [];
  if (second === undefined) return taskRows(texts, only);
  return [
    ...listed
      .slice(0, mostRows)
      .map((task): Offer[] => [
        { key: `${taskKeys.done}${task.id}`, label: `✓ ${shortTitle(taskTitle(services, texts, task, names))}` },
      ]),
    [{ key: 'command:taches', label: texts.label('task-do-all') }],
  ];
}

/** A title that fits a button. */
export function shortTitle(title: string): string {
  if (title.length <= longestLabel) return title;
  // A character cut in half is left out.
  const cut = title.slice(0, longestLabel - 1).replace(/[\uD800-\uDBFF]$/u, '');
  return `${cut.trimEnd()}…`;
}
