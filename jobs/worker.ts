import { z } from 'zod';
import { commitOf, joinDrafts, type JobEntry } from '../core/commit.ts';
import { type DueHandler } from '../core/due-runner.ts';
import { type DeadLetters } from '../core/dead-letters.ts';
import { describeError, type Nature } from '../core/errors.ts';
import { draftIncident } from '../core/incident.ts';
import { type JobStep, type Outside, type RunnableJob } from '../core/job.ts';
import { type Log } from '../core/log.ts';
import { type Store } from '../core/store.ts';
import { type Entry, type Reader } from '../core/streams.ts';
import { type Services } from '../core/turn.ts';
import { wait } from '../core/clock.ts';
import { type JobQueue } from './queue.ts';

/** What working jobs needs. */
export interface WorkerOptions {
  readonly store: Store;
  readonly queue: JobQueue;
  readonly jobs: ReadonlyMap<string, RunnableJob>;
  readonly services: () => Promise<Services>;
  readonly outside: Outside;
  /** Where job entries that cannot be read or done are kept. */
  readonly deadLetters: DeadLetters;
  readonly log: Log;
}

/** Longer waits than this are the due table's, not the queue's. */
const longestBackoffMs = 60_000;

/** How many takes of the relay lie between two looks at what the queue gave up; an idle take lasts half a second. */
const lookEvery = 20;

/**
 * Carries job entries from the outbox of commits to the queue, and jobs that the queue gave up to those on call. Adding
 * one twice is harmless: jobs are named. An entry that cannot be read is put aside and told, never dropped.
 */
export async function runRelay(options: WorkerOptions, reader: Reader<JobEntry>, signal: AbortSignal): Promise<void> {
  for (let turn = 0; !signal.aborted; turn += 1) {
    if (turn % lookEvery === 0) await reportGivenUp(options);
    for (const entry of await reader.take(100, 500)) {
      if (entry.value === null) await putAside(options, entry);
      else if (await queued(options, entry.value, signal)) await reader.drop(entry);
    }
  }
}

/** Adds until the queue takes it; false when stopped before. */
async function queued(options: WorkerOptions, entry: JobEntry, signal: AbortSignal): Promise<boolean> {
  while (!signal.aborted) {
    try {
      await options.queue.add(entry, options.jobs.get(entry.name)?.attempts ?? 1);
      return true;
    } catch (error) {
      options.log.warn({ code: describeError(error).code }, 'a job could not be queued, trying again');
      await wait(500, signal);
    }
  }
  return false;
}

/** A crash between incident and removal does both again, the incident under the same name. */
async function reportGivenUp(options: WorkerOptions): Promise<void> {
  try {
    for (const entry of await options.queue.givenUp()) {
      options.log.error({ code: 'job.given_up', job: entry.name }, 'the queue gave a job up');
      const step = { ...(await options.services()), nextId: () => `job:${entry.id}:given-up` };
      await options.store.commit(
        commitOf(`job:${entry.id}:failed`, await draftIncident(step, incidentOf(entry, 'job.given_up'))),
      );
      await options.deadLetters.keep({ stream: 'jobs', entry: entry.id, json: JSON.stringify(entry) });
      await options.queue.forget(entry.id);
    }
  } catch (error) {
    options.log.warn(
      { code: describeError(error).code },
      'what the queue gave up could not be told, trying again later',
    );
  }
}

/** Left where it stands when the incident could not be noted: it then comes again after a restart. */
async function putAside(options: WorkerOptions, { stream, entry }: Entry<JobEntry>): Promise<void> {
  const name = `unreadable:${stream}:${entry}`;
  const incident = { id: name, severity: 'critical' as const, code: 'job.unreadable', source: stream, detail: entry };
  options.log.error({ code: incident.code, entry }, 'a job entry cannot be read');
  try {
    const step = { ...(await options.services()), nextId: () => name };
    await options.store.commit(commitOf(name, await draftIncident(step, incident)));
    await options.deadLetters.bury({ stream, entry });
  } catch (error) {
    options.log.error({ code: describeError(error).code }, 'a job entry could not be put aside');
  }
}

/** Does one job and commits what it leads to, once. A temporary failure goes back to the queue, or to the due table when its wait is long. */
export async function workJob(options: WorkerOptions, entry: JobEntry, lastAttempt: boolean): Promise<void> {
  const name = `job:${entry.id}`;
  let count = 0;
  const stepOf = async (): Promise<JobStep> => ({
    ...(await options.services()),
    ...options.outside,
    nextId: () => `${name}:${count++}`,
  });
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
    // What is unexpected is a fault of ours, and waiting does not mend it.
    const again = lastAttempt && code !== 'unexpected.error' ? options.jobs.get(entry.name)?.againAfterMs : undefined;
    const longWait = waitBefore(nature, again ?? null);
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

/** A wait too long for the queue: one the other side named, or that of a job which is never given up for a passing reason. */
function waitBefore(nature: Nature, againAfterMs: number | null): number | null {
  if (!nature.temporary) return null;
  const { retryAfterMs = 0 } = nature;
  return retryAfterMs > longestBackoffMs ? retryAfterMs : againAfterMs;
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
