import { z } from 'zod';
import { commitOf, joinDrafts, type JobEntry } from '../core/commit.ts';
import { type DueHandler } from '../core/due-runner.ts';
import { describeError } from '../core/errors.ts';
import { draftIncident } from '../core/incident.ts';
import { type RunnableJob } from '../core/job.ts';
import { type Log } from '../core/log.ts';
import { type Store } from '../core/store.ts';
import { type Reader } from '../core/streams.ts';
import { type Services, type Step } from '../core/turn.ts';
import { wait } from '../core/clock.ts';
import { type JobQueue } from './queue.ts';

/** What working jobs needs. */
export interface WorkerOptions {
  readonly store: Store;
  readonly queue: JobQueue;
  readonly jobs: ReadonlyMap<string, RunnableJob>;
  readonly services: () => Promise<Services>;
  readonly log: Log;
}

/** Longer waits than this are the due table's, not the queue's. */
const longestBackoffMs = 60_000;

/** Carries job entries from the outbox of commits to the queue. Adding one twice is harmless: jobs are named. */
export async function runRelay(options: WorkerOptions, reader: Reader<JobEntry>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    for (const entry of await reader.take(100, 500)) {
      const job = entry.value === null ? undefined : options.jobs.get(entry.value.name);
      while (entry.value !== null && !signal.aborted) {
        try {
          await options.queue.add(entry.value, job?.attempts ?? 1);
          break;
        } catch (error) {
          options.log.warn({ code: describeError(error).code }, 'a job could not be queued, trying again');
          await wait(500, signal);
        }
      }
      if (!signal.aborted) await reader.drop(entry);
    }
  }
}

/** Does one job and commits what it leads to, once. A temporary failure goes back to the queue, or to the due table when its wait is long. */
export async function workJob(options: WorkerOptions, entry: JobEntry, lastAttempt: boolean): Promise<void> {
  const name = `job:${entry.id}`;
  let count = 0;
  const stepOf = async (): Promise<Step> => ({ ...(await options.services()), nextId: () => `${name}:${count++}` });
  try {
    const job = options.jobs.get(entry.name);
    for (;;) {
      count = 0;
      const step = await stepOf();
      const draft =
        job === undefined
          ? await draftIncident(step, incidentOf(entry, 'job.unknown'))
          : await job.run(step, entry.payload);
      const result = await options.store.commit(commitOf(name, draft));
      if (result.type !== 'conflict') return;
    }
  } catch (error) {
    const { code, nature } = describeError(error);
    options.log.error({ code, job: entry.name, lastAttempt }, 'a job failed');
    const longWait =
      nature.temporary && (nature.retryAfterMs ?? 0) > longestBackoffMs ? (nature.retryAfterMs ?? 0) : null;
    const step = await stepOf();
    if (longWait !== null) {
      const row = { id: `job:${entry.id}`, kind: 'job.retry', at: step.now + longWait, payload: entry };
      await options.store.commit(commitOf(`${name}:later:${step.now}`, { due: [row] }));
      return;
    }
    if (nature.temporary && !lastAttempt) throw error;
    await options.store.commit(
      commitOf(`${name}:failed`, joinDrafts(await draftIncident(step, incidentOf(entry, code)))),
    );
  }
}

function incidentOf(entry: JobEntry, code: string): Parameters<typeof draftIncident>[1] {
  return { id: `job:${entry.id}`, severity: 'critical', code, source: entry.name, detail: entry.id };
}

const entrySchema = z.strictObject({ id: z.string(), name: z.string(), payload: z.unknown() });

/** A job that had to wait longer than the queue should hold it comes back as a new attempt. */
export const jobRetry: DueHandler = async (step, row) => {
  const entry = entrySchema.parse(row.payload);
  return { jobs: [{ ...entry, id: `${entry.id}~${step.now}` }] };
};
