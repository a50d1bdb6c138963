import { z } from 'zod';
import { undoMs } from '../../core/approval.ts';
import { joinDrafts, put, unchanged } from '../../core/commit.ts';
import { type DueHandler } from '../../core/due-runner.ts';
import { people } from '../../core/records/agency.ts';
import { tasks } from '../../core/records/booking.ts';
import { type Text } from '../../core/text.ts';
import { type Texts } from '../../core/texts.ts';
import { type Step } from '../../core/turn.ts';
import { idSchema } from '../../domain/ids.ts';
import { firstName, type Person } from '../../domain/person.ts';
import { isOpenTask, type Task } from '../../domain/task.ts';
import { taskNames, taskTitle, type TaskNames } from '../../agency/tasks.ts';
import { stacked } from '../../agency/wording.ts';
import { tellPerson } from './known-task.ts';

const personSchema = z.strictObject({ person: idSchema });
const taskSchema = z.strictObject({ task: idSchema });

/** Whoever asked hears in one message which of their tasks were done, once nobody can take it back any more. */
export const tellAsker: DueHandler = async (step, row) => {
  const { person } = personSchema.parse(row.payload);
  const found = await step.store.find(tasks, { name: 'untold', value: person });
  const ready = found.filter(({ value }) => (value.doneAt ?? 0) + undoMs <= step.now);
  if (ready.length === 0) return {};
  const listed = ready.map((record) => record.value);
  const [names, doers] = await Promise.all([taskNames(step.store, listed), doersOf(step, listed)]);
  return joinDrafts(
    {
      guards: ready.map((record) => unchanged(tasks, record)),
      writes: ready.map(({ value }) => put(tasks, { ...value, toldAt: step.now })),
    },
    await tellPerson(step, person, (texts) => ({
      id: `tasks-told.${person}.${row.at}`,
      severity: 'info',
      text: [...toldText(step, texts, listed, names, doers)],
    })),
  );
};

async function doersOf(step: Step, listed: readonly Task[]): Promise<ReadonlyMap<string, Person>> {
  const found = await step.store.getMany(people, [...new Set(listed.flatMap((task) => task.doneBy ?? []))]);
  return new Map(found.flatMap((record) => (record === null ? [] : [[record.value.id, record.value] as const])));
}

function toldText(
  step: Step,
  texts: Texts,
  listed: readonly Task[],
  names: TaskNames,
  doers: ReadonlyMap<string, Person>,
): Text {
  return stacked(
    listed.map((task) => {
      const doer = doers.get(task.doneBy ?? '');
      return texts.say(task.state === 'dropped' ? 'task-told-dropped' : 'task-told', {
        name: doer === undefined ? '?' : firstName(doer),
        title: taskTitle(step, texts, task, names),
      });
    }),
  );
}

/** Somebody else did it, or let it go: whoever it fell to hears that there is nothing left to do. */
export const tellDoer: DueHandler = async (step, row) => {
  const task = await step.store.get(tasks, taskSchema.parse(row.payload).task);
  if (task === null || isOpenTask(task.value) || task.value.person === null) return {};
  const { value } = task;
  const [names, doers] = await Promise.all([taskNames(step.store, [value]), doersOf(step, [value])]);
  return tellPerson(step, value.person ?? '', (texts) => ({
    id: `task-ticked.${value.id}.${row.at}`,
    severity: 'info',
    text: [...toldText(step, texts, [value], names, doers)],
  }));
};
