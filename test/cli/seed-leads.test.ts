import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRuntime, type Runtime } from '../../cli/runtime.ts';
import { seedAgency } from '../../cli/seed.ts';
import { readConfig } from '../../config.ts';
import { commitOf, put } from '../../core/commit.ts';
import { counters, declarations, leads } from '../../core/records/booking.ts';
import { startTestRedis, type TestRedis } from '../support/redis.ts';
import { silentLog } from '../support/silent-log.ts';

let redis: TestRedis;
let folder: string;
let runtime: Runtime;

beforeAll(async () => {
  redis = await startTestRedis();
  folder = await mkdtemp(join(tmpdir(), 'regie-seeding-'));
  const environment = {
    REDIS_URL: redis.url,
    DATA_DIR: folder,
    ENCRYPTION_KEY: '0123456789abcdef'.repeat(4),
    WEB_PORT: 'off',
  };
  const read = readConfig(environment);
  if (!read.ok) throw new Error(read.problems.map(({ problem }) => problem).join('; '));
  runtime = await openRuntime(read.config, silentLog, 'seeding');
});
afterAll(async () => {
  await runtime.close();
  await redis.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('seeding opportunities', () => {
  it('when an agency is seeded, its opportunities, its declarations and the next number are there', async () => {
    expect(await seedAgency(runtime, 'demo')).toMatchObject({ ok: true });
    expect(await runtime.store.all(leads)).toHaveLength(60);
    expect((await runtime.store.get(counters, 'leads'))?.value.last).toBe(60);
    expect(await runtime.store.get(declarations, 'lea-moreau.2027-02')).not.toBeNull();
    expect(await runtime.store.get(declarations, 'lea-moreau.2027-03')).toBeNull();
  });

  it('when seeded again, what became of an opportunity and the numbers given since stay', async () => {
    const known = await runtime.store.get(leads, 'lead-01');
    if (known === null) throw new Error('not seeded');
    const writes = [put(leads, { ...known.value, status: 'refused' }), put(counters, { id: 'leads', last: 73 })];
    await runtime.store.commit(commitOf('test:since', { writes }));
    expect(await seedAgency(runtime, 'demo')).toMatchObject({ ok: true });
    expect((await runtime.store.get(leads, 'lead-01'))?.value.status).toBe('refused');
    expect((await runtime.store.get(counters, 'leads'))?.value.last).toBe(73);
  });

  it('when a number was given in chat to another one, nothing is seeded and it is named', async () => {
    const known = await runtime.store.get(leads, 'lead-02');
    if (known === null) throw new Error('not seeded');
    const taken = { ...known.value, id: 'deal-taken', number: 61 };
    await runtime.store.commit(commitOf('test:taken', { writes: [put(leads, taken)] }));
    expect(await seedAgency(runtime, 'demo')).toMatchObject({ ok: true });
    const moved = { ...taken, number: 2 };
    const gone = { collection: leads.name, id: 'lead-02', value: null };
    await runtime.store.commit(commitOf('test:moved', { writes: [gone, put(leads, moved)] }));
    expect(await seedAgency(runtime, 'demo')).toEqual({
      ok: false,
      problems: ['leads.json: lead-02: number: 2 is already deal-taken'],
    });
  });
});
