import { describe, expect, it } from 'vitest';
import { commitOf, put } from '../../core/commit.ts';
import { permanent, temporary } from '../../core/errors.ts';
import { agencies, people } from '../../core/records/agency.ts';
import { accounts } from '../../core/records/identity.ts';
import { incidents } from '../../core/records/oversight.ts';
import { type JobQueue } from '../../jobs/queue.ts';
import { jobRetry, runRelay, workJob } from '../../jobs/worker.ts';
import { createDueTable } from '../../store/due.ts';
import { createStreams } from '../../store/streams.ts';
import { account, accountRef, day, hour, noon, outbound, person } from '../support/builders.ts';
import { listQueue, workerOptions } from '../support/job-bench.ts';
import { benches, deadLetters, outbox, type Bench } from '../support/store.ts';
import { step } from '../support/turn.ts';

const bench = benches();
const entry = { id: 'mail:1', name: 'mail', payload: { to: 'x' } };
const told = (place: Bench) => outbox(place.connection, 'telegram:staff', 'reply');

function failing(place: Bench, error: Error) {
  return workerOptions(place, { mail: { attempts: 8, run: () => Promise.reject(error) } });
}

async function onCall(place: Bench): Promise<void> {
  const admin = person({ id: 'olivier', roles: ['admin'], quiet: { from: '00:00', to: '23:59' } });
  const gone = person({ id: 'gone', roles: ['admin'], leaves: day('2027-01-31') });
  await place.store.commit(
    commitOf('people', {
      writes: [
        put(people, admin),
        put(people, gone),
        put(accounts, account({ id: accountRef('telegram:6'), person: 'gone' })),
        put(people, person({ id: 'anna', roles: ['manager'] })),
        put(accounts, account({ person: 'olivier' })),
        put(accounts, account({ id: accountRef('telegram:7'), person: 'anna' })),
      ],
    }),
  );
}

describe('a job', () => {
  it('when it is worked, what it leads to is committed once, however often the queue runs it', async () => {
    const place = bench();
    let runs = 0;
    const options = workerOptions(place, {
      mail: { attempts: 8, run: async (made) => ({ outbound: [outbound({ id: `${made.nextId()} ${(runs += 1)}` })] }) },
    });
    await workJob(options, entry, false);
    await workJob(options, entry, false);
    expect(await told(place)).toEqual(['job:mail:1:0 1']);
  });

  it('when what it decided on changed meanwhile, it decides again', async () => {
    const place = bench();
    const agency = { id: 'agency' as const, name: 'A', contact: 'c', timezone: 'Europe/Paris', locale: 'fr' as const };
    let runs = 0;
    const options = workerOptions(place, {
      mail: {
        attempts: 8,
        run: async (made) => {
          const found = await made.store.get(agencies, 'agency');
          runs += 1;
          if (runs === 1) await place.store.commit(commitOf('other', { writes: [put(agencies, agency)] }));
          return {
            guards: [{ collection: 'agencies', id: 'agency', version: found?.version ?? 0 }],
            outbound: [outbound({ id: made.nextId() })],
          };
        },
      },
    });
    await workJob(options, entry, false);
    expect([runs, await told(place)]).toEqual([2, ['job:mail:1:0']]);
  });

  it('when it fails for now and attempts are left, the queue hears of it and nothing is noted', async () => {
    const place = bench();
    await expect(workJob(failing(place, temporary('mail.down', 'down', 5000)), entry, false)).rejects.toMatchObject({
      code: 'mail.down',
    });
    expect(await place.store.all(incidents)).toEqual([]);
  });

  it('when the other side names a wait longer than a minute, it comes back then as a new attempt, and not by the queue', async () => {
    const place = bench();
    await onCall(place);
    await workJob(failing(place, temporary('mail.limited', 'later', 3 * hour)), entry, true);
    const [row] = await createDueTable(place.connection).ready(noon + 3 * hour, 10);
    expect(row).toMatchObject({ kind: 'job.retry', at: noon + 3 * hour });
    expect(await place.store.all(incidents)).toEqual([]);
    const again = row === undefined ? {} : await jobRetry(step({ now: noon + 3 * hour }), row);
    expect(again.jobs).toEqual([expect.objectContaining({ name: 'mail', payload: { to: 'x' } })]);
    expect(again.jobs?.[0]?.id).not.toBe(entry.id);
  });

  it('when it can never work, one critical incident reaches those on call at once, and only them', async () => {
    const place = bench();
    await onCall(place);
    for (let runs = 0; runs < 3; runs += 1)
      await workJob(failing(place, permanent('mail.refused', 'no')), entry, false);
    const found = await place.store.all(incidents);
    expect(found.map((incident) => [incident.value.severity, incident.value.code])).toEqual([
      ['critical', 'mail.refused'],
    ]);
    expect(await told(place)).toHaveLength(1);
    expect(await place.connection.redis.xrange(place.connection.key('out:telegram:staff:reply'), '-', '+')).toEqual([
      [expect.any(String), ['d', expect.stringContaining('telegram:staff:1001')]],
    ]);
  });

  it('when it has failed for the last time, it is given up with an incident and the queue is at peace', async () => {
    const place = bench();
    await expect(workJob(failing(place, new TypeError('oops')), entry, true)).resolves.toBeUndefined();
    expect((await place.store.all(incidents)).map((incident) => incident.value.code)).toEqual(['unexpected.error']);
  });

  it('when nobody knows it, it ends with an incident instead of being tried for ever', async () => {
    const place = bench();
    await workJob(workerOptions(place, {}), entry, false);
    expect((await place.store.all(incidents)).map((incident) => incident.value.code)).toEqual(['job.unknown']);
  });
});

describe('the relay', () => {
  async function relayed(place: Bench, queue: JobQueue): Promise<void> {
    const stopping = new AbortController();
    const reader = await createStreams(place.connection, place.open).readJobs();
    const options = workerOptions(place, { mail: { attempts: 5, run: async () => ({}) } }, queue);
    const running = runRelay(options, reader, stopping.signal);
    const left = () => place.connection.redis.xlen(place.connection.key('jobs'));
    await expect.poll(left, { timeout: 10_000 }).toBe(0);
    stopping.abort();
    await running;
  }

  it('when a step adds jobs, each reaches the queue in order with its own number of attempts', async () => {
    const place = bench();
    await place.store.commit(commitOf('s', { jobs: [entry, { ...entry, id: 'other:1', name: 'other' }] }));
    const queue = listQueue();
    await relayed(place, queue);
    expect(queue.added.map(({ job, attempts }) => [job.id, attempts])).toEqual([
      ['mail:1', 5],
      ['other:1', 1],
    ]);
  });

  it('when the queue refuses at first, no job is lost and none overtakes', async () => {
    const place = bench();
    await place.store.commit(commitOf('s', { jobs: [entry, { ...entry, id: 'mail:2' }] }));
    const queue = listQueue(1);
    await relayed(place, queue);
    expect(queue.added.map(({ job }) => job.id)).toEqual(['mail:1', 'mail:2']);
  });

  it('when an entry cannot be read, it is kept with a critical incident and those behind it are relayed', async () => {
    const place = bench();
    await place.connection.redis.xadd(place.connection.key('jobs'), '*', 'd', '{"id":7}');
    await place.store.commit(commitOf('s', { jobs: [entry] }));
    const queue = listQueue();
    await relayed(place, queue);
    expect(queue.added.map(({ job }) => job.id)).toEqual(['mail:1']);
    expect((await place.store.all(incidents)).map(({ value }) => [value.severity, value.code])).toEqual([
      ['critical', 'job.unreadable'],
    ]);
    expect((await deadLetters(place.connection)).map((fields) => fields.at(-1))).toEqual(['{"id":7}']);
  });

  it('when the queue gave a job up, those on call are told once, its entry is kept and the queue forgets it', async () => {
    const place = bench();
    await onCall(place);
    const left = [entry];
    const queue: JobQueue = { ...listQueue(), givenUp: async () => left, forget: async () => void left.pop() };
    await relayed(place, queue);
    expect(left).toEqual([]);
    expect((await place.store.all(incidents)).map(({ value }) => [value.severity, value.code, value.detail])).toEqual([
      ['critical', 'job.given_up', 'mail:1'],
    ]);
    expect(await told(place)).toHaveLength(1);
    expect((await deadLetters(place.connection)).map((fields) => fields.at(-1))).toEqual([JSON.stringify(entry)]);
  });
});
