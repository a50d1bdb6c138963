import { type Action } from '../../core/command.ts';
import { joinDrafts, type Draft } from '../../core/commit.ts';
import { tasks } from '../../core/records/booking.ts';
import { type Question } from '../../core/records/dialogue.ts';
import { answerPress, react, tell } from '../../core/replies.ts';
import { charactersOf, type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { workers } from '../../domain/person.ts';
import { type Task } from '../../domain/task.ts';
import { menuCard } from '../menu-card.ts';
import { markDone, takeBack, undoOffer } from './done-task.ts';
import { openTask, titleOf } from './known-task.ts';
import { listFace, listingOf, shownOn, viewOf, type Listing, type View } from './list-card.ts';
import { redrawKeeping } from './settle.ts';
import { taskCard } from './task-actions.ts';

const ownPermission = { roles: workers, chats: ['private'] } as const;
const longestToast = 190;

/** Where a button of a list stands: `<view>/<page>/<task>`. */
interface Spot {
  readonly view: View;
  readonly page: number;
  readonly task: string;
}

function spotOf(subject: string): Spot | null {
  const [name = '', page = '', ...task] = subject.split('/');
  const view = viewOf(name);
  return view === null || !/^\d{1,4}$/u.test(page) ? null : { view, page: Number(page), task: task.join('/') };
}

/** The list as it stands on its card, with one task as it is about to be. */
async function redrawn(turn: Turn, question: Question, spot: Spot, changed: Task | null): Promise<Draft> {
  const found = await turn.store.getMany(tasks, shownOn(question));
  const shown = found.flatMap((record) => (record === null ? [] : [record.value]));
  const fresh = await listingOf(turn, spot.view, spot.page);
  const listing: Listing = {
    ...fresh,
    page: spot.page,
    pages: Math.max(fresh.pages, spot.page + 1),
    total: Math.max(0, fresh.total + totalMoves(shown, changed)),
    tasks: shown.map((task) => (task.id === changed?.id ? changed : task)),
  };
  return redrawKeeping(turn, question, await listFace(turn, listing));
}

function totalMoves(shown: readonly Task[], changed: Task | null): number {
  const before = shown.find((task) => task.id === changed?.id);
  if (before === undefined || changed === null || before.state === changed.state) return 0;
  return changed.state === 'done' ? -1 : 1;
}

/** [✓ 1]: done, and its line says so; its number stays. */
export const tickTask: Action = {
  permission: ownPermission,
  run: async (turn, subject, question) => {
    const spot = spotOf(subject);
    if (spot === null) return { outbound: tell(turn, turn.texts.label('task-gone'), true) };
    const known = await openTask(turn, spot.task);
    if (typeof known === 'string')
      return joinDrafts({ outbound: tell(turn, known, true) }, await redrawn(turn, question.value, spot, null));
    const line = turn.texts.say('task-done', { title: titleOf(turn, turn.texts, known) });
    const done: Task = { ...known.task.value, state: 'done', doneBy: turn.person.id, doneAt: turn.now };
    return joinDrafts(
      markDone(turn, known),
      await redrawn(turn, question.value, spot, done),
      heard(turn, line, spot.task),
    );
  },
};

/** On the button where it was pressed; a number written gets an answer below, with a way back. */
function heard(turn: Turn, line: Text, task: string | null): Draft {
  if (turn.inbound.content.type === 'press')
    return { outbound: answerPress(turn, charactersOf(line).slice(0, longestToast).toWellFormed()) };
  const rows = task === null ? [] : [[undoOffer(turn, task)]];
  return joinDrafts({ outbound: react(turn, '👌') }, menuCard(turn, line, rows));
}

/** [↩ 1]: within its minute. */
const untickTask: Action = {
  permission: ownPermission,
  run: async (turn, subject, question) => {
    const spot = spotOf(subject);
    if (spot === null) return { outbound: tell(turn, turn.texts.label('task-gone'), true) };
    const undone = await takeBack(turn, spot.task);
    if (typeof undone === 'string') return { outbound: tell(turn, undone, true) };
    const again: Task = { ...undone.task, state: 'todo', doneBy: null, doneAt: null };
    const line = turn.texts.say('task-undone', { title: undone.title });
    return joinDrafts(undone.draft, await redrawn(turn, question.value, spot, again), heard(turn, line, null));
  },
};

/** [1 …]: the task on a card of its own, with everything else that can be done about it. */
export const moreOnTask: Action = {
  permission: ownPermission,
  run: async (turn, subject) => {
    const spot = spotOf(subject);
    const known = await openTask(turn, spot?.task ?? '');
    if (typeof known === 'string') return { outbound: tell(turn, known, true) };
    return joinDrafts({ outbound: answerPress(turn, '') }, taskCard(turn, known));
  },
};

/** [▶], [Tâches que j'ai données]: another page or view in the place of this one. */
const turnList: Action = {
  permission: ownPermission,
  run: async (turn, subject, question) => {
    const spot = spotOf(subject);
    if (spot === null) return { outbound: tell(turn, turn.texts.label('task-gone'), true) };
    const face = await listFace(turn, await listingOf(turn, spot.view, spot.page));
    return joinDrafts({ outbound: answerPress(turn, '') }, redrawKeeping(turn, question.value, face));
  },
};

/** What the buttons of a list do. */
export const taskListActions: readonly (readonly [string, Action])[] = [
  ['tasks.more', moreOnTask],
  ['tasks.tick', tickTask],
  ['tasks.untick', untickTask],
  ['tasks.view', turnList],
];
