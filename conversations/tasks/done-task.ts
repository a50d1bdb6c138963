import { auditLine } from '../../core/audit.ts';
import { undoMs } from '../../core/approval.ts';
import { type Action } from '../../core/command.ts';
import { joinDrafts, type Draft, type DueRow } from '../../core/commit.ts';
import { type Offer } from '../../core/conversation.ts';
import { type Question } from '../../core/records/dialogue.ts';
import { tell } from '../../core/replies.ts';
import { type Turn } from '../../core/turn.ts';
import { workers } from '../../domain/person.ts';
import { isOpenTask, type Task } from '../../domain/task.ts';
import { shortTitle, taskRows } from '../../agency/tasks.ts';
import { changeTask, openTask, readTask, titleOf, type KnownTask } from './known-task.ts';
import { settle } from './settle.ts';

const ownPermission = { roles: workers, chats: ['private'] } as const;

/** [C'est fait] beside a task: by whoever it falls to, who asked for it, or who looks after the act. Pressed twice, it says so. */
export const doneTask: Action = {
  permission: ownPermission,
  run: async (turn, subject, question) => finishTask(turn, subject, question.value),
};

/** The task is done, said on a card or in words; whoever asked hears once the minute for taking it back is over. */
export async function finishTask(turn: Turn, id: string, question: Question | null): Promise<Draft> {
  const known = await openTask(turn, id);
  if (typeof known === 'string') return { outbound: tell(turn, known, true) };
  const title = titleOf(turn, turn.texts, known);
  return joinDrafts(
    markDone(turn, known),
    await settle(turn, question, {
      task: id,
      line: turn.texts.say('task-done', { title }),
      label: `✅ ${shortTitle(title)}`,
      rows: [[undoOffer(turn, id)]],
    }),
  );
}

/** ↩ on a task that was just done. */
export function undoOffer(turn: Turn, id: string): Offer {
  return { key: `task.undo:${id}`, label: turn.texts.label('undo'), means: 'undo' };
}

/** The task as done by the person of this turn, and who hears of it in a minute. */
export function markDone(turn: Turn, known: KnownTask): Draft {
  const { value } = known.task;
  const { id } = turn.person;
  return joinDrafts(changeTask(known, { state: 'done', doneBy: id, doneAt: turn.now }), {
    writes: [auditLine(turn, 'task.done', value.id, 'done')],
    due: tellingRows(value.createdBy, value.person, id, value.id, turn.now + undoMs),
  });
}

/** Several tasks done within a minute are told together, so there is one row for each who asked. */
function tellingRows(asker: string | null, doer: string | null, by: string, task: string, at: number): DueRow[] {
  return [
    ...(asker === null || asker === by
      ? []
      : [{ id: `tasks-told:${asker}`, kind: 'task.told', at, payload: { person: asker } }]),
    ...(doer === null || doer === by || doer === asker
      ? []
      : [{ id: `task-ticked:${task}`, kind: 'task.ticked', at, payload: { task } }]),
  ];
}

/** ↩: what was said to be done is to be done again; for a minute, and for whoever said it. */
export const undoTask: Action = {
  permission: ownPermission,
  run: async (turn, subject, question) => {
    const undone = await takeBack(turn, subject);
    if (typeof undone === 'string') return { outbound: tell(turn, undone, true) };
    const line = turn.texts.say('task-undone', { title: undone.title });
    const label = `✓ ${shortTitle(undone.title)}`;
    const isOwn = question.value.subject === subject || question.value.choices.length === 1;
    const rows = isOwn ? taskRows(turn.texts, undone.task) : [];
    return joinDrafts(undone.draft, await settle(turn, question.value, { task: subject, line, label, rows }));
  },
};

/** The task as it was before; a sentence when that is not possible any more. */
export async function takeBack(turn: Turn, id: string): Promise<{ title: string; task: Task; draft: Draft } | string> {
  const known = await readTask(turn, id);
  if (known === 'none') return turn.texts.label('task-gone');
  if (known === 'not-yours') return turn.texts.label('answer-not-yours');
  const { value } = known.task;
  const isTheirs = !isOpenTask(value) && value.doneBy === turn.person.id;
  if (!isTheirs || value.toldAt !== null || turn.now > (value.doneAt ?? 0) + undoMs)
    return turn.texts.label('task-undo-late');
  return {
    title: titleOf(turn, turn.texts, known),
    task: value,
    draft: joinDrafts(changeTask(known, { state: 'todo', doneBy: null, doneAt: null }), {
      writes: [auditLine(turn, 'task.undone', id, 'done')],
      cancel: [`task-ticked:${id}`],
    }),
  };
}
