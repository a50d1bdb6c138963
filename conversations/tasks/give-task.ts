import { auditLine } from '../../core/audit.ts';
import { joinDrafts, type Draft } from '../../core/commit.ts';
import { artists, people } from '../../core/records/agency.ts';
import { type Turn } from '../../core/turn.ts';
import { isWithUs, firstName, type Person } from '../../domain/person.ts';
import { isMember, type Artist } from '../../domain/artist.ts';
import { mayGiveTask } from '../../domain/task-rights.ts';
import { type Task } from '../../domain/task.ts';
import { taskLine, taskRows } from '../../agency/tasks.ts';
import { stacked } from '../../agency/wording.ts';
import { announceOne } from './announce-tasks.ts';
import { changeTask, tellPerson, titleOf, type KnownTask } from './known-task.ts';

/** Everybody this person may give a task to at this moment, themselves included, by name. */
export async function takers(turn: Turn): Promise<{ readonly people: Person[]; readonly acts: readonly Artist[] }> {
  const [everybody, all] = await Promise.all([turn.store.all(people), turn.store.all(artists)]);
  const acts = all.map((record) => record.value);
  const may = everybody
    .map((record) => record.value)
    .filter((person) => mayGiveTask(turn.person, person, acts, turn.today))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  return { people: may, acts };
}

/** Who may take a task over: all whom this person may give one to but its doer, those of its act first. */
export async function takersOf(turn: Turn, task: Task): Promise<Person[]> {
  const { people: may, acts } = await takers(turn);
  const act = acts.find((one) => one.id === task.artist);
  const isNear = (person: Person): boolean =>
    act !== undefined &&
    (isMember(act, person.id) || act.managers.includes(person.id) || act.bookers.includes(person.id));
  const others = may.filter((person) => person.id !== task.person);
  return [...others.filter(isNear), ...others.filter((person) => !isNear(person))];
}

/** The task falls to somebody else from now on: they hear, and so do who asked for it and who had it, unless they did this. */
export async function handOver(turn: Turn, known: KnownTask, to: Person): Promise<Draft> {
  const { value } = known.task;
  const task: Task = { ...value, person: to.id, handedFrom: value.person, snoozedUntil: null, state: 'todo' };
  const id = `${value.id}.${to.id}.${turn.now}`;
  const concerned = [...new Set([value.createdBy, value.person])].filter(
    (one): one is string => one !== null && one !== turn.person.id && one !== to.id,
  );
  const told = await Promise.all(
    concerned.map((one) =>
      tellPerson(turn, one, (texts) => ({
        id: `task-handed.${id}.${one}`,
        severity: 'info',
        text: [
          ...texts.say('task-handed', {
            name: firstName(turn.person),
            to: firstName(to),
            title: titleOf(turn, texts, known),
          }),
        ],
      })),
    ),
  );
  return joinDrafts(
    changeTask(known, { person: to.id, handedFrom: value.person, snoozedUntil: null, state: 'todo' }),
    { writes: [auditLine(turn, 'task.handed', value.id, to.id)] },
    to.id === turn.person.id ? {} : await announceOne(turn, task, 'task-passed-to-you', `handed.${id}`, turn.person.id),
    ...told,
  );
}

/** To whom a task goes that its doer cannot do: who asked for it, else a manager of its act; null when there is nobody. */
export async function giverOf(turn: Turn, task: Task): Promise<Person | null> {
  const artist = task.artist === null ? null : await turn.store.get(artists, task.artist);
  const ids = [...(task.createdBy === null ? [] : [task.createdBy]), ...(artist?.value.managers ?? [])];
  const found = await turn.store.getMany(people, ids);
  const present = found.flatMap((record) => record?.value ?? []);
  return present.find((person) => person.id !== turn.person.id && isWithUs(person, turn.today)) ?? null;
}

/** The task goes back to whoever asked for it, with what its doer said about it. */
export async function giveBack(turn: Turn, known: KnownTask, to: Person, reason: string | null): Promise<Draft> {
  const { value } = known.task;
  const change = { person: to.id, handedFrom: value.person, snoozedUntil: null, state: 'todo' as const };
  const task: Task = { ...value, ...change };
  return joinDrafts(
    changeTask(known, change),
    { writes: [auditLine(turn, 'task.given-back', value.id, to.id)] },
    await tellPerson(turn, to.id, (texts) => ({
      id: `task-back.${value.id}.${turn.now}`,
      severity: 'action',
      purpose: 'action',
      subject: value.id,
      text: [
        ...stacked([
          texts.say('task-given-back', {
            name: firstName(turn.person),
            task: taskLine(turn, texts, task, known.names),
          }),
          reason === null ? null : texts.say('task-reason', { reason }),
        ]),
      ],
      rows: taskRows(texts, task),
    })),
  );
}
