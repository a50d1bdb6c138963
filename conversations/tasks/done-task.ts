import { auditLine } from '../../core/audit.ts';
import { type Action } from '../../core/command.ts';
import { put, unchanged } from '../../core/commit.ts';
import { artists } from '../../core/records/agency.ts';
import { tasks } from '../../core/records/booking.ts';
import { tell } from '../../core/replies.ts';
import { type Turn } from '../../core/turn.ts';
import { workers } from '../../domain/person.ts';
import { type Task } from '../../domain/task.ts';
import { negotiates } from '../../agency/deciders.ts';

/** [✓] beside a task: done by whoever it falls to, or by those who look after the act. Pressed twice, it says so. */
export const doneTask: Action = {
  permission: { roles: workers, chats: ['private'] },
  run: async (turn, subject) => {
    const task = await turn.store.get(tasks, subject);
    if (task === null) return { outbound: tell(turn, turn.texts.label('task-gone'), true) };
    if (!(await mayTick(turn, task.value))) return { outbound: tell(turn, turn.texts.label('answer-not-yours'), true) };
    if (task.value.state === 'done' || task.value.state === 'dropped')
      return { outbound: tell(turn, turn.texts.label('task-done-already')) };
    return {
      guards: [unchanged(tasks, task)],
      writes: [
        put(tasks, { ...task.value, state: 'done', doneBy: turn.person.id, doneAt: turn.now }),
        auditLine(turn, 'task.done', subject, 'done'),
      ],
      outbound: tell(turn, turn.texts.label('task-done', { title: task.value.title }).slice(0, 190)),
    };
  },
};

async function mayTick(turn: Turn, task: Task): Promise<boolean> {
  if (task.person === turn.person.id) return true;
  const artist = task.artist === null ? null : await turn.store.get(artists, task.artist);
  return artist !== null && negotiates(turn.person, artist.value);
}
