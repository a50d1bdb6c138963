import { jobs } from './catalogue.ts';
import { handlers } from './handlers.ts';
import { runnable, type RunnableJob } from './worker.ts';

/** Every job with its handler, by name. */
export const runnableJobs: ReadonlyMap<string, RunnableJob> = new Map([
  [
    jobs['musicians.absence-digest'].name,
    runnable(jobs['musicians.absence-digest'], handlers['musicians.absence-digest']),
  ],
  [jobs['platform.prune'].name, runnable(jobs['platform.prune'], handlers['platform.prune'])],
  [
    jobs['platform.revoke-leavers'].name,
    runnable(jobs['platform.revoke-leavers'], handlers['platform.revoke-leavers']),
  ],
]);
