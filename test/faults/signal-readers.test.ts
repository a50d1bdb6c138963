import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { incidents } from '../../core/records/oversight.ts';
import { eventually, joinOnSignal, setFaultWorld, type FaultWorld } from '../support/fault-world.ts';
import { untilIdle } from '../support/idle.ts';
import { startProduct, type ProductProcess } from '../support/product-process.ts';

vi.setConfig({ testTimeout: 90_000 });
let world: FaultWorld;
let owner: ProductProcess;
let started: ProductProcess[] = [];
let lea: string;
let greeted = 0;

beforeEach(async () => {
  world = await setFaultWorld({ LEASE_MS: '4000' });
  owner = start(['bot', 'worker']);
  await owner.ready;
  await start(['signal-reader']).ready;
  await eventually('both listen', () => sockets() === 2);
  lea = await joinOnSignal(world, 'lea-moreau');
  await untilIdle(world);
  greeted = answers();
});

afterEach(async () => {
  await Promise.all(started.map((product) => product.kill()));
  started = [];
  await world.stop();
});

function start(roles: Parameters<typeof startProduct>[0]): ProductProcess {
  const product = startProduct(roles, world.environment());
  started.push(product);
  return product;
}

const sockets = (): number => world.sandbox.signal.control.sockets().open;
const answers = (): number =>
  world.sandbox.signal.control
    .person(lea)
    .see()
    .messages.filter(({ author }) => author.us).length;
const ask = (): number => world.sandbox.signal.control.person(lea).write('/aide');

it('when two readers hear everything, each message is answered once', async () => {
  for (let count = 0; count < 5; count += 1) ask();
  await eventually('five answers', () => answers() - greeted >= 5);
  await untilIdle(world);
  expect(answers() - greeted).toBe(5);
  expect(await world.runtime.store.all(incidents)).toEqual([]);
});

it('when the owner is killed, what people write until another takes over is heard by the reader that lives, and answered once', async () => {
  await owner.kill();
  await eventually('one listens', () => sockets() === 1);
  for (let count = 0; count < 3; count += 1) ask();
  await start(['bot', 'worker']).ready;
  await eventually('three answers', () => answers() - greeted >= 3);
  await untilIdle(world);
  expect(answers() - greeted).toBe(3);
});

it('when the second reader is killed, the owner hears everything', async () => {
  await started[1]?.kill();
  await eventually('one listens', () => sockets() === 1);
  for (let count = 0; count < 3; count += 1) ask();
  await eventually('three answers', () => answers() - greeted >= 3);
  await untilIdle(world);
  expect(answers() - greeted).toBe(3);
});

it('when every socket is dropped, both are open again within 5 s and nothing that came after is lost', async () => {
  world.sandbox.signal.control.dropSockets();
  await eventually('both listen again', () => sockets() === 2, 5_000);
  for (let count = 0; count < 3; count += 1) ask();
  await eventually('three answers', () => answers() - greeted >= 3);
  await untilIdle(world);
  expect(answers() - greeted).toBe(3);
});

it('when the sockets at work fall silent without closing, a reader that is started then hears what the others miss', async () => {
  world.sandbox.signal.control.stallSockets();
  await start(['signal-reader']).ready;
  await eventually('a third listens', () => sockets() === 3);
  ask();
  await eventually('an answer', () => answers() - greeted >= 1);
  await untilIdle(world);
  expect(answers() - greeted).toBe(1);
});

it('when a frame is no frame at all, it is passed over and what follows is heard', async () => {
  world.sandbox.signal.control.injectRaw('{"envelope":');
  world.sandbox.signal.control.inject({ envelope: { dataMessage: 7 }, account: 4 });
  ask();
  await eventually('an answer', () => answers() - greeted >= 1);
  await untilIdle(world);
  expect(answers() - greeted).toBe(1);
});
