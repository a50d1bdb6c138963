import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { afterEach, expect, it } from 'vitest';
import { createQueue, type JobQueue } from '../../jobs/queue.ts';
import { silentLog } from '../support/silent-log.ts';
import { benches, type Bench } from '../support/store.ts';

const bench = benches();
const job = { id: 'mail:1', name: 'mail', payload: { to: 'x' } };
const running: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((stop) => stop()));
});

function queueOf(place: Bench): { readonly queue: JobQueue; readonly open: () => Redis; readonly prefix: string } {
  const opened: Redis[] = [];
  const open = () => {
    const redis = new Redis(place.redis.url, { maxRetriesPerRequest: null });
    opened.push(redis);
    return redis;
  };
  const prefix = place.connection.key('bull');
  const queue = createQueue({ open, prefix, lockMs: 1000, stalledMs: 100, log: silentLog });
  running.push(async () => {
    await queue.stop(2000);
    for (const redis of opened) redis.disconnect();
  });
  return { queue, open, prefix };
}

it('when a job was given up, it is listed until it is forgotten, and may then be added again', async () => {
  const { queue } = queueOf(bench());
  let runs = 0;
  queue.start(async () => {
    runs += 1;
    if (runs === 1) throw new Error('down');
  });
  await queue.add(job, 1);
  await expect.poll(() => queue.givenUp(), { timeout: 5000 }).toEqual([job]);
  await queue.add(job, 1);
  expect(await queue.pending()).toBe(0);
  await queue.forget(job.id);
  expect(await queue.givenUp()).toEqual([]);
  await queue.add(job, 1);
  await expect.poll(() => runs, { timeout: 5000 }).toBe(2);
  expect(await queue.givenUp()).toEqual([]);
});

it('when the process died under a job once too often, it is not run again but given up', async () => {
  const place = bench();
  const { queue, open, prefix } = queueOf(place);
  await queue.add(job, 8);
  // A process that takes the job and dies: its lock runs out and nobody renews it. Ten such deaths are behind it.
  const dying = new Worker('jobs', null, { connection: open(), prefix, lockDuration: 50, autorun: false });
  await dying.getNextJob('token', { block: false });
  const raw = new Queue('jobs', { connection: open(), prefix });
  await place.connection.redis.hset(raw.toKey('mail|1'), 'stc', 10);
  running.push(async () => {
    await Promise.all([dying.close(true), raw.close()]);
  });
  let runs = 0;
  queue.start(async () => {
    runs += 1;
  });
  await expect.poll(() => queue.givenUp(), { timeout: 10_000 }).toEqual([job]);
  expect(runs).toBe(0);
});
