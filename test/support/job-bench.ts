import { type JobEntry } from '../../core/commit.ts';
import { type RunnableJob } from '../../core/job.ts';
import { type JobQueue } from '../../jobs/queue.ts';
import { type WorkerOptions } from '../../jobs/worker.ts';
import { type Bench } from './store.ts';
import { createDeadLetters } from '../../store/dead-letters.ts';
import { silentLog } from './silent-log.ts';
import { noon } from './builders.ts';
import { nothingOutside, services } from './turn.ts';

/** A queue that remembers what it was given and runs nothing; it fails as often as told first. */
export function listQueue(failures = 0): JobQueue & { readonly added: { job: JobEntry; attempts: number }[] } {
  const added: { job: JobEntry; attempts: number }[] = [];
  let left = failures;
  return {
    added,
    add: async (job, attempts) => {
      left -= 1;
      if (left >= 0) throw new Error('redis is loading');
      added.push({ job, attempts });
    },
    pending: async () => added.length,
    givenUp: async () => [],
    forget: async () => undefined,
    start: () => undefined,
    stop: async () => undefined,
  };
}

/** What working jobs needs, over a bench; `now` may be moved. */
export function workerOptions(
  place: Bench,
  jobs: Readonly<Record<string, Omit<RunnableJob, 'name'>>>,
  queue: JobQueue = listQueue(),
  time: { now: number } = { now: noon },
): WorkerOptions {
  return {
    store: place.store,
    queue,
    jobs: new Map(Object.entries(jobs).map(([name, job]) => [name, { ...job, name }])),
    services: async () => services({ store: place.store, now: time.now }),
    outside: nothingOutside,
    log: silentLog,
    deadLetters: createDeadLetters(place.connection),
  };
}
