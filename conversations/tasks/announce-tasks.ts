import { z } from 'zod';
import { joinDrafts, put, unchanged, type Draft } from '../../core/commit.ts';
import { type DueHandler } from '../../core/due-runner.ts';
import { type Action } from '../../core/command.ts';
import { auditLine } from '../../core/audit.ts';
import { undoMs } from '../../core/approval.ts';
import { type Notice } from '../../core/notification.ts';
import { people } from '../../core/records/agency.ts';
import { tasks } from '../../core/records/booking.ts';
import { questions } from '../../core/records/dialogue.ts';
import { answerPress, tell } from '../../core/replies.ts';
import { type Versioned } from '../../core/store.ts';
import { type Text } from '../../core/text.ts';
import { type Texts } from '../../core/texts.ts';
import { type Step } from '../../core/turn.ts';
import { idSchema } from '../../domain/ids.ts';
import { firstName, workers } from '../../domain/person.ts';
import { isOpenTask, type Task } from '../../domain/task.ts';
import { taskFor, taskLine, taskNames, taskRows, type TaskNames } from '../../agency/tasks.ts';
import { stacked } from '../../agency/wording.ts';
import { notedText } from './create-tasks.ts';
import { tellPerson } from './known-task.ts';
import { redrawKeeping } from './settle.ts';

const payloadSchema = z.strictObject({ tasks: z.array(idSchema), card: z.string().nullable() });

/** A minute after tasks were written down: everybody hears of theirs, and the card of whoever asked loses its button. */
export const announceTasks: DueHandler = async (step, row) => {
  const payload = payloadSchema.parse(row.payload);
  const found = (await step.store.getMany(tasks, payload.tasks)).flatMap((record) => record ?? []);
  const open = found.map((record) => record.value).filter(isOpenTask);
  // Whoever has it from somebody else by now was told then.
  const fresh = open.filter((task) => task.handedFrom === null && task.person !== task.createdBy);
  const told = await Promise.all(fresh.map((task) => announceOne(step, task, 'task-new', `new.${task.id}`)));
  const question = payload.card === null ? null : await step.store.get(questions, payload.card);
  const asker = open[0]?.createdBy ?? null;
  if (question === null || question.value.state === 'closed' || open.length === 0 || asker === null)
    return joinDrafts(...told);
  const texts = step.textsOf(await localeOf(step, asker));
  const face = { text: await notedText(step, texts, open), rows: [] };
  return joinDrafts(...told, { guards: [unchanged(questions, question)] }, redrawKeeping(step, question.value, face));
};

async function localeOf(step: Step, person: string): Promise<Texts['locale']> {
  const found = await step.store.get(people, person);
  return found?.value.locale ?? step.agency.locale;
}

/** Tells whoever a task falls to, under a name of its own; `key` says how they came by it, `by` who brought it to them. */
export async function announceOne(
  step: Step,
  task: Task,
  key: 'task-new' | 'task-passed-to-you',
  id: string,
  by: string | null = task.createdBy,
): Promise<Draft> {
  if (task.person === null) return {};
  const names = await taskNames(step.store, [task]);
  const giver = by === null ? null : await step.store.get(people, by);
  const name = giver === null ? step.agency.name : firstName(giver.value);
  return tellPerson(step, task.person, (texts): Notice => ({
    id: `task-${id}`,
    severity: 'action',
    purpose: 'action',
    subject: task.id,
    text: [...aboutText(step, texts, task, names, texts.say(key, { name }))],
    rows: taskRows(texts, task, true),
  }));
}

/** How somebody came by it, what it is, and what it is for. */
export function aboutText(step: Step, texts: Texts, task: Task, names: TaskNames, opening: Text): Text {
  const about = taskFor(step, texts, task, names);
  return stacked([
    [
      ...opening,
      { text: ' ' },
      ...taskLine(step, texts, task, names).map((span, index) =>
        index === 0 ? { ...span, style: 'bold' as const } : span,
      ),
    ],
    about === null ? null : [{ text: about }],
  ]);
}

/** [Annuler] under what was just written down: nobody heard of it yet, and nobody will. */
export const cancelTasks: Action = {
  permission: { roles: workers, chats: ['private'] },
  run: async (turn, subject, question) => {
    const found = (await turn.store.getMany(tasks, subject.split(','))).flatMap((record) => record ?? []);
    const own = found.filter(({ value }) => value.createdBy === turn.person.id && isOpenTask(value));
    const [first] = own;
    if (first === undefined) return { outbound: tell(turn, turn.texts.label('task-dropped-already'), true) };
    if (turn.now > first.value.createdAt + undoMs)
      return { outbound: tell(turn, turn.texts.label('task-cancel-late'), true) };
    const text = turn.texts.say('task-cancelled', { title: first.value.title });
    return joinDrafts(
      {
        outbound: answerPress(turn, turn.texts.label('task-cancelled-short')),
        cancel: [`task-new:${found[0]?.value.id ?? ''}`],
      },
      dropped(own),
      { writes: [auditLine(turn, 'task.cancelled', first.value.id, 'done')] },
      redrawKeeping(turn, question.value, { text, rows: [] }),
    );
  },
};

function dropped(own: readonly Versioned<Task>[]): Draft {
  return {
    guards: own.map((record) => unchanged(tasks, record)),
    writes: own.map(({ value }) => put(tasks, { ...value, state: 'dropped' })),
  };
}
