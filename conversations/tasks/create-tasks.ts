import { z } from 'zod';
import { undoMs } from '../../core/approval.ts';
import { auditLine } from '../../core/audit.ts';
import { absent, put, type Draft, type DueRow } from '../../core/commit.ts';
import { type Offer } from '../../core/conversation.ts';
import { people } from '../../core/records/agency.ts';
import { tasks } from '../../core/records/booking.ts';
import { type Text } from '../../core/text.ts';
import { type Texts } from '../../core/texts.ts';
import { type Step, type Turn } from '../../core/turn.ts';
import { dayAt } from '../../domain/day.ts';
import { idSchema } from '../../domain/ids.ts';
import { firstName } from '../../domain/person.ts';
import { daySchema, timeSchema } from '../../domain/schemas.ts';
import { longestTaskTitle, newTask, type Task } from '../../domain/task.ts';
import { recipients } from '../../agency/recipients.ts';
import { taskFor, taskLine, taskNames } from '../../agency/tasks.ts';
import { stacked } from '../../agency/wording.ts';

/** What is to be written down, once everything about it is clear. */
export const orderSchema = z.strictObject({
  /** Ids; the task is everybody's own, once each. */
  people: z.array(idSchema).min(1),
  title: z.string().min(1),
  due: daySchema.nullable(),
  dueTime: timeSchema.nullable(),
  dueBefore: z.boolean(),
  priority: z.enum(['normal', 'high']),
  artist: idSchema.nullable(),
  show: idSchema.nullable(),
  lead: idSchema.nullable(),
});

/** What is to be written down. */
export type Order = z.infer<typeof orderSchema>;

/** The tasks of an order, one for each person. */
export function createTasks(turn: Turn, order: Order): { tasks: Task[]; draft: Draft } {
  const { people: doers, title, ...rest } = order;
  const made = doers.map((person) =>
    newTask({
      ...rest,
      id: `task-${turn.random.token()}`,
      title: title.slice(0, longestTaskTitle).toWellFormed(),
      person,
      createdBy: turn.person.id,
      createdAt: turn.now,
    }),
  );
  return {
    tasks: made,
    draft: {
      guards: made.map((task) => absent(tasks, task.id)),
      writes: [
        ...made.map((task) => put(tasks, task)),
        ...made.map((task) => auditLine(turn, 'task.created', task.id, task.person ?? 'nobody')),
      ],
    },
  };
}

/** What tells new tasks to whom they fall, once nobody can take them back; `card` loses its button then. */
export function announceRow(made: readonly Task[], card: string | null, now: number): DueRow {
  const ids = made.map((task) => task.id);
  return {
    id: `task-new:${ids[0] ?? ''}`,
    kind: 'task.announce',
    at: now + undoMs,
    payload: { tasks: ids, card },
  };
}

/** [Annuler] under tasks that nobody heard of yet. */
export function cancelOffer(texts: Texts, made: readonly Task[]): Offer {
  const ids = made.map((task) => task.id).join(',');
  return { key: `task.cancel:${ids}`, label: texts.label('undo'), means: 'undo' };
}

/** « C'est noté : Léa, envoyer la fiche tech, avant ven. 27 nov. », and who will not hear of it. */
export async function notedText(step: Step, texts: Texts, made: readonly Task[]): Promise<Text> {
  const [first] = made;
  if (first === undefined) return [];
  const asker = first.createdBy;
  const ids = made.flatMap((task) => task.person ?? []);
  const found = (await step.store.getMany(people, ids)).flatMap((record) => record?.value ?? []);
  const names = await taskNames(step.store, [first]);
  const about = taskFor(step, texts, first, names);
  const line: Text = [...taskLine(step, texts, first, names), ...(about === null ? [] : [{ text: ` · ${about}` }])];
  const others = found.filter((person) => person.id !== asker);
  const mine = others.length < found.length ? [texts.label('task-noted-you')] : [];
  const listed = new Intl.ListFormat(texts.locale).format([...others.map(firstName), ...mine]);
  const unheard = await unreachable(
    step,
    others.map((person) => person.id),
  );
  return stacked([
    others.length === 0
      ? texts.say('task-noted-own', { task: line })
      : texts.say('task-noted', { names: listed, task: line }),
    unheard.length === 0
      ? null
      : texts.say('task-unheard', { names: new Intl.ListFormat(texts.locale).format(unheard), count: unheard.length }),
  ]);
}

/** First names of those who have no open way to Régie. */
async function unreachable(step: Step, ids: readonly string[]): Promise<string[]> {
  const present = await recipients(step.store, ids, dayAt(step.now, step.agency.timezone));
  return present
    .filter(({ accounts }) => !accounts.some((one) => one.revokedAt === null && one.reach.some((way) => way.open)))
    .map(({ person }) => firstName(person));
}
