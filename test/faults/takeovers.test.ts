import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { systemClock } from '../../core/clock.ts';
import { conversations } from '../../core/records/dialogue.ts';
import { castOf, sentence } from '../support/absence-flow.ts';
import { eventually, joinOnTelegram, setFaultWorld, staffBot, type FaultWorld } from '../support/fault-world.ts';
import { untilIdle } from '../support/idle.ts';
import { startProduct, type ProductProcess } from '../support/product-process.ts';

vi.setConfig({ testTimeout: 90_000 });
const leaseMs = 4_000;
let world: FaultWorld;
let started: ProductProcess[] = [];

beforeEach(async () => {
  world = await setFaultWorld({ LEASE_MS: String(leaseMs) });
});

afterEach(async () => {
  await Promise.all(started.map((product) => product.kill()));
  started = [];
  await world.stop();
});

function start(roles: Parameters<typeof startProduct>[0] = ['bot', 'worker']): ProductProcess {
  const product = startProduct(roles, world.environment());
  started.push(product);
  return product;
}

/** Which fencing number the staff bot has now; a new owner has a higher one. */
async function fencing(): Promise<number> {
  const { redis, key } = world.runtime.connection;
  return Number(await redis.hget(key('lease:bot:telegram:staff'), 'number'));
}

async function standsBy(): Promise<void> {
  const { redis, key } = world.runtime.connection;
  const present = async (): Promise<number> => Object.keys(await redis.hgetall(key('clock:seen'))).length;
  // The test's own look into the store, the owner and the one that stands by each report that they follow the clock.
  await eventually('a second process is up', async () => (await present()) >= 3);
}

it('when the owner is killed, the process standing by takes over within one lease and answers what was written meanwhile', async () => {
  const owner = start();
  await owner.ready;
  const tom = world.sandbox.telegram.control.user(await joinOnTelegram(world, 'tom-garnier'));
  await untilIdle(world);
  const standby = start();
  await standsBy();
  const before = await fencing();
  await owner.kill();
  const killedAt = systemClock.now();
  tom.write(staffBot, sentence(world));
  await eventually('another owner', async () => (await fencing()) > before, leaseMs * 3);
  // A lease is asked for five times in its length; the rest is what a loaded machine takes.
  expect(systemClock.now() - killedAt).toBeLessThan(leaseMs + leaseMs / 5 + 1_000);
  await eventually('Tom is asked', () =>
    tom.view(staffBot).messages.some(({ text }) => text.includes('C’est ferme ?')),
  );
  await standby.ready;
  await untilIdle(world);
  expect(await world.runtime.store.all(conversations)).toHaveLength(1);
});

it('when an owner that was stopped wakes up after another took over, it ends and what it does is void', async () => {
  const owner = start();
  await owner.ready;
  const tom = world.sandbox.telegram.control.user(await joinOnTelegram(world, 'tom-garnier'));
  await untilIdle(world);
  const before = await fencing();
  const standby = start();
  await standsBy();
  owner.child.kill('SIGSTOP');
  tom.write(staffBot, sentence(world));
  await eventually('another owner', async () => (await fencing()) > before);
  owner.child.kill('SIGCONT');
  const end = await owner.ended;
  expect({ code: end.code, line: owner.errors().trim().split('\n').at(-1) }).toEqual({
    code: 1,
    line: expect.stringMatching(/^regie: .*lease|^regie: telegram\.other_poller/),
  });
  await standby.ready;
  await untilIdle(world);
  await eventually('Tom is asked', () =>
    tom.view(staffBot).messages.some(({ text }) => text.includes('C’est ferme ?')),
  );
  expect(tom.view(staffBot).messages.filter(({ text }) => text.includes('C’est ferme ?'))).toHaveLength(1);
  expect(await world.runtime.store.all(conversations)).toHaveLength(1);
});

it('when SIGTERM comes during work, the process finishes what is in hand, ends with 0 within 25 s, and nothing is lost', async () => {
  const first = start();
  await first.ready;
  const { tom, marc, nadia } = await castOf(world);
  const writers = [tom, marc, nadia].map((id) => world.sandbox.telegram.control.user(id));
  const answers = (): number =>
    writers.reduce((sum, writer) => sum + writer.view(staffBot).messages.filter(({ from }) => from.isBot).length, 0);
  const before = answers();
  for (let round = 0; round < 4; round += 1) for (const writer of writers) writer.write(staffBot, '/aide');
  await eventually('the first answers', () => answers() > before);
  const asked = systemClock.now();
  const end = await first.terminate();
  expect(end).toEqual({ code: 0, signal: null });
  expect(systemClock.now() - asked).toBeLessThan(25_000);
  await start().ready;
  await untilIdle(world);
  await eventually('every question is answered', () => answers() >= before + 12);
  await untilIdle(world);
  expect(answers()).toBe(before + 12);
});

it.each([
  {
    status: 409,
    description: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  },
  { status: 401, description: 'Unauthorized' },
])(
  'when Telegram answers $status to the poller, the process ends with an error and one line that says why',
  async ({ status, description }) => {
    world.sandbox.faults.add({
      match: { platform: 'telegram', method: 'getUpdates' },
      times: 1000,
      action: { type: 'status', code: status, body: { ok: false, error_code: status, description } },
    });
    const product = start();
    const { code } = await product.ended;
    const lines = product.errors().trim().split('\n');
    expect(code).not.toBe(0);
    expect(code).not.toBeNull();
    expect(lines.filter((line) => !line.startsWith('{'))).toEqual([expect.stringContaining(description)]);
    expect(product.errors()).not.toContain(world.environment()['TELEGRAM_STAFF_TOKEN']);
  },
);

it('when Telegram refuses the token at the start, the process ends with an error and one line that says why', async () => {
  const token = `${'1'.repeat(10)}:${'A'.repeat(35)}`;
  const product = startProduct(['bot'], { ...world.environment(), TELEGRAM_STAFF_TOKEN: token });
  started.push(product);
  const { code } = await product.ended;
  expect(code).not.toBe(0);
  expect(
    product
      .errors()
      .trim()
      .split('\n')
      .filter((line) => !line.startsWith('{')),
  ).toEqual([expect.stringMatching(/unauthorized/i)]);
  expect(product.errors()).not.toContain(token);
});
