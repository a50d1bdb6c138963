import { expect, it } from 'vitest';
import { createAttempts } from '../../store/attempts.ts';
import { createGate } from '../../store/gate.ts';
import { benches } from '../support/store.ts';

const bench = benches();

it('when something is begun again by another process, it is the next attempt', async () => {
  const place = bench();
  expect(await createAttempts(place.connection).begin('a')).toBe(1);
  expect(await createAttempts(place.open()).begin('a')).toBe(2);
  expect(await createAttempts(place.open()).begin('b')).toBe(1);
});

it('when a broken connection sends the same beginning again, it is still one attempt', async () => {
  const attempts = createAttempts(bench().connection, { token: () => 'same', integer: () => 0 });
  await attempts.begin('a');
  expect(await attempts.begin('a')).toBe(1);
});

it('when an attempt certainly did nothing, it does not count', async () => {
  const attempts = createAttempts(bench().connection);
  await attempts.begin('a');
  await attempts.begin('a');
  await attempts.forget('a');
  expect(await attempts.begin('a')).toBe(2);
});

it('when nobody asks for an attempt any more, the store forgets it by itself', async () => {
  const { connection } = bench();
  await createAttempts(connection).begin('a');
  expect(await connection.redis.ttl(connection.key('attempts:a'))).toBeGreaterThan(24 * 3600);
});

it('when a gate was used as often as it may, it is closed in every process, for that key alone', async () => {
  const place = bench();
  const [here, there] = [createGate(place.connection), createGate(place.open())];
  const minute = 60_000;
  expect(await here.pass('lea', 2, minute)).toBe(true);
  expect(await there.pass('lea', 2, minute)).toBe(true);
  expect(await here.pass('lea', 2, minute)).toBe(false);
  expect(await there.pass('lea', 2, minute)).toBe(false);
  expect(await there.pass('tom', 2, minute)).toBe(true);
});

it('when many pass at the same moment, no more than the limit do', async () => {
  const gate = createGate(bench().connection);
  const passed = await Promise.all(Array.from({ length: 30 }, () => gate.pass('lea', 3, 60_000)));
  expect(passed.filter(Boolean)).toHaveLength(3);
});

it('when the window is over, the gate opens again', async () => {
  const gate = createGate(bench().connection);
  expect(await gate.pass('lea', 1, 1000)).toBe(true);
  expect(await gate.pass('lea', 1, 1000)).toBe(false);
  await expect.poll(() => gate.pass('lea', 1, 1000), { timeout: 10_000 }).toBe(true);
});
