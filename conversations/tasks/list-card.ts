import { artists, people } from '../../core/records/agency.ts';
import { tasks } from '../../core/records/booking.ts';
import { type Offer } from '../../core/conversation.ts';
import { type Question } from '../../core/records/dialogue.ts';
import { type Versioned } from '../../core/store.ts';
import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { firstName } from '../../domain/person.ts';
import { partIn } from '../../domain/task-rights.ts';
import { byUrgency, groupOf, isOpenTask, type Task } from '../../domain/task.ts';
import { askerName, openTasksOf, taskFor, taskLine, taskNames, type TaskNames } from '../../agency/tasks.ts';
import { dayName } from '../../agency/wording.ts';
import { type Face } from './settle.ts';

/** Whose tasks: `me`, `given` (those somebody gave to others), `p.<person>`, `a.<act>`. */
export type View = 'me' | 'given' | `p.${string}` | `a.${string}`;

/** How many lines a page has; their numbers are what people answer with. */
export const pageLength = 8;

/** What a list shows: one page of a view. */
export interface Listing {
  readonly view: View;
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  /** The tasks of the page in the order shown, done ones among them once they were ticked here. */
  readonly tasks: readonly Task[];
}

/** A view by its name in a button; null for what is none. */
export function viewOf(name: string): View | null {
  if (name === 'me' || name === 'given') return name;
  if (name.startsWith('p.')) return `p.${name.slice(2)}`;
  return name.startsWith('a.') ? `a.${name.slice(2)}` : null;
}

/** Every open task of a view that this person may see at this moment, the most pressing first. */
async function tasksIn(turn: Turn, view: View): Promise<Task[]> {
  if (view === 'me') return (await openTasksOf(turn.store, turn.person.id)).map((record) => record.value);
  const found = await foundIn(turn, view);
  const acts = await turn.store.getMany(artists, [...new Set(found.flatMap(({ value }) => value.artist ?? []))]);
  const known = new Map(acts.flatMap((act) => (act === null ? [] : [[act.value.id, act.value] as const])));
  return found
    .map((record) => record.value)
    .filter((task) => isOpenTask(task) && partIn(task, turn.person, known.get(task.artist ?? '') ?? null, turn.today))
    .toSorted(byUrgency);
}

async function foundIn(turn: Turn, view: Exclude<View, 'me'>): Promise<readonly Versioned<Task>[]> {
  if (view === 'given') return turn.store.find(tasks, { name: 'asked', value: turn.person.id });
  const name = view.startsWith('p.') ? 'person' : 'artist';
  return turn.store.find(tasks, { name, value: view.slice(2) });
}

/** A page of a view; the last one when there are fewer by now. */
export async function listingOf(turn: Turn, view: View, wanted: number): Promise<Listing> {
  const all = await tasksIn(turn, view);
  const pages = Math.max(1, Math.ceil(all.length / pageLength));
  const page = Math.min(Math.max(0, wanted), pages - 1);
  return { view, page, pages, total: all.length, tasks: all.slice(page * pageLength, (page + 1) * pageLength) };
}

/** The ids of the tasks that a list shows, in the order of their numbers. */
export function shownOn(question: Question): string[] {
  return question.choices.flatMap(({ key }) => /^tasks\.(?:tick|untick):[^/]*\/\d+\/(.+)$/u.exec(key)?.[1] ?? []);
}

/** How a list looks. Numbers stay while it is ticked, so that whoever answers with numbers means the same ones all along. */
export async function listFace(turn: Turn, listing: Listing): Promise<Face> {
  const { texts } = turn;
  const names = await taskNames(turn.store, listing.tasks);
  const head = await headText(turn, listing);
  if (listing.tasks.length === 0) return { text: head, rows: otherRows(turn, listing) };
  const body = bodyText(turn, listing, names);
  const text: Text = [...head, ...body];
  const more = listing.pages > 1 ? ['task-list-words-more'] : [];
  const hints = [listing.view === 'me' ? 'task-list-words' : 'task-list-words-see', ...more];
  return {
    text,
    rows: [...tickRows(listing), ...otherRows(turn, listing)],
    withoutButtons: [...text, { text: '\n\n' }, { text: hints.map((key) => texts.label(key)).join(' ') }],
  };
}

async function headText(turn: Turn, { view, total }: Listing): Promise<Text> {
  const { texts } = turn;
  if (view === 'me') return texts.say(total === 0 ? 'task-list-none' : 'task-list', { count: total });
  if (view === 'given') return texts.say(total === 0 ? 'task-list-given-none' : 'task-list-given', { count: total });
  const id = view.slice(2);
  const named = view.startsWith('p.') ? await turn.store.get(people, id) : await turn.store.get(artists, id);
  const name =
    named === null ? '?' : view.startsWith('p.') ? (named.value.name.split(' ')[0] ?? '?') : named.value.name;
  return texts.say(total === 0 ? 'task-list-of-none' : 'task-list-of', { name, count: total });
}

function bodyText(turn: Turn, listing: Listing, names: TaskNames): Text {
  let group: string | null = null;
  return listing.tasks.flatMap((task, index): Text => {
    const next = groupOf(task, turn.today);
    const heading: Text = next === group ? [] : [{ text: '\n\n' }, ...turn.texts.say(`task-group-${next}`)];
    group = next;
    return [...heading, { text: '\n' }, ...lineOf(turn, listing.view, task, index, names)];
  });
}

/** « 1. envoyer la fiche tech, avant ven. 27 nov. (Gribitch ; Nadia) » */
function lineOf(turn: Turn, view: View, task: Task, index: number, names: TaskNames): Text {
  const { texts } = turn;
  const line: Text = [
    { text: `${index + 1}. ` },
    ...(isOpenTask(task) ? [] : [{ text: '✅ ' }]),
    ...taskLine(turn, texts, task, names),
  ];
  const about = taskFor(turn, texts, task, names);
  const doer = task.person === null ? undefined : names.people.get(task.person);
  const asker = askerName(task, names);
  const resting =
    task.snoozedUntil !== null && task.snoozedUntil > turn.today ? dayName(turn, texts, task.snoozedUntil) : null;
  const asides = [
    ...(about === null ? [] : [about]),
    ...(view === 'me' || view.startsWith('p.')
      ? []
      : [doer === undefined ? texts.label('task-nobody') : firstName(doer)]),
    ...(view === 'me' && asker !== null ? [texts.label('task-asked-by', { name: asker })] : []),
    ...(view !== 'me' && task.state === 'doing' ? [texts.label('task-doing')] : []),
    ...(resting === null ? [] : [texts.label('task-resting', { day: resting })]),
  ];
  return asides.length === 0 ? line : [...line, { text: ` · ${asides.join(', ')}` }];
}

/** [✓ 1] [1 …] [✓ 2] [2 …]: pressed one after the other faster than the card is rewritten, each means the line it stands for. */
function tickRows({ view, page, tasks: shown }: Listing): Offer[][] {
  const cells = shown.map((task, index): Offer[] => {
    const number = String(index + 1);
    const subject = `${view}/${page}/${task.id}`;
    const cell = (key: string, label: string): Offer => ({ key: `${key}:${subject}`, label, kind: 'cell' });
    if (!isOpenTask(task)) return [cell('tasks.untick', `↩ ${number}`)];
    return [cell('tasks.tick', `✓ ${number}`), cell('tasks.more', `${number} …`)];
  });
  const half = Math.ceil(cells.length / 2);
  return Array.from({ length: half }, (_, row) => [...(cells[row * 2] ?? []), ...(cells[row * 2 + 1] ?? [])]);
}

function otherRows({ texts }: Turn, { view, page, pages }: Listing): Offer[][] {
  const go = (to: View, at: number, label: string): Offer => ({ key: `tasks.view:${to}/${at}`, label, kind: 'cell' });
  const turning = [
    ...(page > 0 ? [go(view, page - 1, '◀')] : []),
    ...(page < pages - 1 ? [go(view, page + 1, '▶')] : []),
  ];
  const other =
    view === 'me' ? go('given', 0, texts.label('task-list-do-given')) : go('me', 0, texts.label('task-list-do-own'));
  return [...(turning.length === 0 ? [] : [turning]), [other]];
}
