import { tasks } from '../../core/records/booking.ts';
import { type Text } from '../../core/text.ts';
import { dayNumber } from '../../domain/day.ts';
import { firstName } from '../../domain/person.ts';
import { escalations, taskReminders } from '../../domain/reminders/task-reminders.ts';
import { type Reminder } from '../../domain/reminders/reminder.ts';
import { lastDayOf, type Task } from '../../domain/task.ts';
import { openTasksOf, reminderRowsFor, taskLine, taskNames, taskTitle, type TaskNames } from '../tasks.ts';
import { dayName } from '../wording.ts';
import { freshIn, titled, type Part, type Reader, type Shown } from './section.ts';

type Stage = Extract<Reminder, { section: 'tasks' }>['stage'];

/** What this person has to do, and what others were to do for them and have not. */
export async function tasksPart(reader: Reader): Promise<Part> {
  const { step, person, morning, texts } = reader;
  const [open, late] = await Promise.all([openTasksOf(step.store, person.id), lateForThem(reader)]);
  const own = open.map((record) => record.value);
  const known = new Map([...own, ...late.map(({ task }) => task)].map((task) => [task.id, task]));
  const askers = new Map(late.map(({ task, askers: who }) => [task.id, who]));
  const names = await taskNames(step.store, [...known.values()]);
  return {
    reminders: [
      ...taskReminders(own, person.id, morning.today, person.timezone),
      ...escalations(
        late.map(({ task }) => task),
        (task) => askers.get(task.id) ?? [],
        person.id,
        morning.today,
      ),
    ],
    show: (fresh) => {
      const told = freshIn(fresh, 'tasks').flatMap(({ task: id, stage }) => {
        const task = known.get(id);
        return task === undefined ? [] : [{ stage, task }];
      });
      const todo = told.flatMap(({ stage, task }) => (stage === 'escalated' ? [] : [task]));
      const rows = reminderRowsFor(step, texts, todo, names);
      return {
        text: titled(
          texts.say('digest-tasks'),
          told.map(({ stage, task }) => lineOf(reader, stage, task, names)),
        ),
        // « ok » to a message about several things says nothing of a task.
        first: rows.slice(0, 1).map((row) => row.map(({ means: _means, ...offer }) => offer)),
        more: rows.slice(1),
        ...(told.length === 1 ? { aloneRows: rows } : {}),
      } satisfies Shown;
    },
  };
}

/** Tasks of others that are late, and who is told of each: whoever asked for it, else those who manage the act. */
async function lateForThem({
  step,
  person,
  acts,
  morning,
}: Reader): Promise<{ readonly task: Task; readonly askers: readonly string[] }[]> {
  const to = dayNumber(morning.today) - 1;
  const managed = acts.filter((act) => act.managers.includes(person.id) && person.roles.includes('manager'));
  const [asked, ofActs] = await Promise.all([
    step.store.find(tasks, { name: 'asked', value: person.id, to }),
    Promise.all(managed.map((act) => step.store.find(tasks, { name: 'artist', value: act.id, to }))),
  ]);
  const ours = ofActs.flat().filter(({ value }) => value.createdBy === null);
  return [...asked, ...ours].map(({ value }) => ({ task: value, askers: [person.id] }));
}

function lineOf(reader: Reader, stage: Stage, task: Task, names: TaskNames): Text {
  const { step, texts, morning } = reader;
  const last = lastDayOf(task);
  const title = taskTitle(step, texts, task, names);
  const day = last === null ? '?' : dayName(step, texts, last);
  if (stage === 'escalated') {
    const doer = names.people.get(task.person ?? '');
    return texts.say('digest-task-escalated', { title, day, name: doer === undefined ? '?' : firstName(doer) });
  }
  if (last !== null && last < morning.today) return texts.say('digest-task-late', { title, day });
  return last === morning.today ? texts.say('digest-task-today', { title }) : taskLine(step, texts, task, names);
}
