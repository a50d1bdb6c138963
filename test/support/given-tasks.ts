import { commitOf, put } from '../../core/commit.ts';
import { systemRandom } from '../../core/random.ts';
import { tasks } from '../../core/records/booking.ts';
import { newTask, type Task } from '../../domain/task.ts';
import { type Company } from './company.ts';

/** Tasks that are there already, and what became of them. */
export interface GivenTasks {
  /** A task as a job or somebody would have written it days ago; Nadia's to Léa unless said otherwise. */
  readonly given: (title: string, changes?: Partial<Task>) => Promise<string>;
  readonly task: (id: string) => Promise<Task>;
}

/** Writes tasks behind the product's back, as days before would have. */
export function givenTasks(company: () => Company): GivenTasks {
  let number = 0;
  return {
    given: async (title, changes = {}) => {
      number += 1;
      const { stage } = company();
      const task = {
        ...newTask({
          id: `given-${number}`,
          title,
          person: 'lea-moreau',
          createdBy: 'nadia-benali',
          createdAt: stage.now() + number,
        }),
        ...changes,
      };
      const written = commitOf(`test:${systemRandom.token()}`, { writes: [put(tasks, task)] });
      await stage.product.runtime.store.commit(written);
      return task.id;
    },
    task: async (id) => {
      const found = await company().stage.product.runtime.store.get(tasks, id);
      if (found === null) throw new Error(`no task ${id}`);
      return found.value;
    },
  };
}
