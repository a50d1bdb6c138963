import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { approvals, audit } from '../../core/records/oversight.ts';
import { castOf, forget, newAbsences, sentence, type Cast } from '../support/absence-flow.ts';
import { eventually, setFaultWorld, staffBot, type FaultWorld } from '../support/fault-world.ts';
import { untilIdle } from '../support/idle.ts';
import { startProduct, type ProductProcess } from '../support/product-process.ts';

vi.setConfig({ testTimeout: 90_000 });
let world: FaultWorld;
let product: ProductProcess;
let cast: Cast;

beforeAll(async () => {
  world = await setFaultWorld({ LEASE_MS: '4000' });
  product = startProduct(['bot', 'worker'], world.environment());
  await product.ready;
  cast = await castOf(world);
});

afterAll(async () => {
  await product.kill();
  await world.stop();
});

beforeEach(() => forget(world));

/** Every update that an answer of the platform carried since, each as often as it was carried. */
function handedOver(since: number): Record<string, unknown>[] {
  return world.sandbox.ledger.entries({ since, method: 'getUpdates' }).flatMap((entry) => updatesOf(entry.result));
}

const answerSchema = z.object({ result: z.array(z.record(z.string(), z.unknown())) });

function updatesOf(answer: unknown): Record<string, unknown>[] {
  return answerSchema.safeParse(answer).data?.result ?? [];
}

const asked = (): number =>
  world.sandbox.telegram.control
    .user(cast.tom)
    .view(staffBot)
    .messages.filter(({ text }) => text.includes('C’est ferme ?')).length;

it('when one update of Telegram comes three times, before and after a restart, it is heard once', async () => {
  const { control } = world.sandbox.telegram;
  const before = asked();
  const since = world.sandbox.ledger.lastSeq();
  world.sandbox.faults.add({ on: 'event', match: { method: 'message' }, action: { type: 'duplicate' } });
  control.user(cast.tom).write(staffBot, sentence(world));
  await eventually('Tom is asked', () => asked() === before + 1);
  await eventually('the update was handed over twice', () => handedOver(since).length === 2);
  await product.kill();
  control.inject(staffBot, handedOver(since)[0] ?? {});
  product = startProduct(['bot', 'worker'], world.environment());
  await product.ready;
  const shown = control.user(cast.tom).view(staffBot).messages.length;
  control.user(cast.tom).write(staffBot, '/aide');
  await eventually('what came after is answered', () => control.user(cast.tom).view(staffBot).messages.length > shown);
  await untilIdle(world);
  expect(asked()).toBe(before + 1);
});

it('when one press comes three times, one of them after a restart, one absence is noted and each manager is asked once', async () => {
  const { control } = world.sandbox.telegram;
  const tom = control.user(cast.tom);
  const before = asked();
  tom.write(staffBot, sentence(world));
  await eventually('Tom is asked', () => asked() === before + 1);
  const since = world.sandbox.ledger.lastSeq();
  world.sandbox.faults.add({ on: 'event', match: { method: 'callback_query' }, action: { type: 'duplicate' } });
  tom.press(staffBot, { label: 'C’est ferme' });
  const presses = (): Record<string, unknown>[] => handedOver(since).filter((update) => 'callback_query' in update);
  await eventually('the press was handed over twice', () => presses().length === 2);
  await eventually('the absence is noted', async () => (await newAbsences(world)).length > 0);
  await untilIdle(world);
  await product.kill();
  const [first = {}] = presses();
  control.inject(staffBot, first);
  // A second press of the same person is another update, and no more than that.
  control.inject(staffBot, { ...first, update_id: Number(first['update_id']) + 1 });
  product = startProduct(['bot', 'worker'], world.environment());
  await product.ready;
  await eventually(
    'the last press is answered',
    () => world.sandbox.ledger.entries({ since, method: 'answerCallbackQuery' }).length >= 2,
  );
  await untilIdle(world);
  const sends = world.sandbox.ledger.entries({ since, method: 'sendMessage' }).filter(({ applied }) => applied);
  expect(sends.map(({ chat }) => chat)).toEqual([String(cast.marc)]);
  expect(await newAbsences(world)).toHaveLength(1);
  expect(await world.runtime.store.all(approvals)).toHaveLength(1);
  expect((await world.runtime.store.all(audit)).filter(({ value }) => value.what === 'approval.decided')).toEqual([]);
});
