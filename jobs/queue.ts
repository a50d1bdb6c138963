import { Queue, Worker } from 'bullmq';
import { type Redis } from 'ioredis';
import { type JobEntry } from '../core/commit.ts';
import { type Log } from '../core/log.ts';

/** A worker pool with retries. Delays, schedules and deduplication are not asked of it: the due table and commits do those. */
export interface JobQueue {
  /** Adds a job; one of the same id that still waits or runs, or was given up and not forgotten, is not added again. */
  readonly add: (job: JobEntry, attempts: number) => Promise<void>;
  /** Jobs waiting, running or backing off. */
  readonly pending: () => Promise<number>;
  /** Jobs that will not run again although `work` never ended them: each time the process died under them. At most 100. */
  readonly givenUp: () => Promise<readonly JobEntry[]>;
  /** Removes a job that was given up; its id may then be added again. */
  readonly forget: (id: string) => Promise<void>;
  /** Runs jobs until stopped; `work` resolving ends a job, rejecting retries it. */
  readonly start: (work: (job: JobEntry, lastAttempt: boolean) => Promise<void>) => void;
  /** Lets running jobs finish, for at most `graceMs`. */
  readonly stop: (graceMs: number) => Promise<void>;
}

/** Connections are opened by the store; locks and stall checks come from the configuration. */
export interface QueueOptions {
  readonly open: () => Redis;
  readonly prefix: string;
  readonly lockMs: number;
  readonly stalledMs: number;
  readonly log: Log;
}

const name = 'jobs';
const concurrency = 10;
const firstBackoffMs = 1000;
const longestBackoffMs = 60_000;
/** A job whose process died is taken up again this often; the default of one would drop it after the second crash. */
const crashesForgiven = 10;

/** The queue in Redis (docs.bullmq.io); the only place that knows which library it is. */
export function createQueue(options: QueueOptions): JobQueue {
  const connection = options.open();
  const queue = new Queue<JobEntry>(name, { connection, prefix: options.prefix });
  queue.on('error', (error) =>
    options.log.warn({ code: 'queue.error', error: error.name }, 'the job queue is unreachable'),
  );
  let worker: Worker | null = null;
  return {
    add: async (job, attempts) => {
      await queue.add(job.name, job, {
        jobId: queued(job.id),
        attempts,
        backoff: { type: 'capped' },
        removeOnComplete: true,
        // Kept until somebody was told; an event alone would be lost when nobody listens at that moment.
        removeOnFail: false,
      });
    },
    pending: async () => {
      const counts = await queue.getJobCounts('wait', 'active', 'delayed', 'prioritized');
      return Object.values(counts).reduce((sum, count) => sum + count, 0);
    },
    givenUp: async () => (await queue.getFailed(0, 99)).map((job) => job.data),
    forget: async (id) => {
      await queue.remove(queued(id));
    },
    start: (work) => {
      worker = new Worker<JobEntry>(name, (job) => work(job.data, job.attemptsMade + 1 >= (job.opts.attempts ?? 1)), {
        connection: options.open(),
        prefix: options.prefix,
        concurrency,
        lockDuration: options.lockMs,
        stalledInterval: options.stalledMs,
        maxStalledCount: crashesForgiven,
        settings: { backoffStrategy: (attempt) => Math.min(firstBackoffMs * 2 ** (attempt - 1), longestBackoffMs) },
      });
      worker.on('error', (error) =>
        options.log.warn({ code: 'queue.error', error: error.name }, 'the job worker has a problem'),
      );
    },
    stop: async (graceMs) => {
      const closing = Promise.all([worker?.close(), queue.close()]);
      await Promise.race([closing, new Promise((resolve) => setTimeout(resolve, graceMs).unref())]);
      connection.disconnect();
    },
  };
}

/** A colon would be read as part of the library's own keys. */
function queued(id: string): string {
  return id.replaceAll(':', '|');
}
