import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../../core/clock.ts';
import { incidents } from '../../core/records/oversight.ts';
import { castOf, newAbsences, playAbsence, type Cast } from '../support/absence-flow.ts';
import { wrongAfterAbsence } from '../support/absence-invariants.ts';
import { eventually, setFaultWorld, staffBot, type FaultWorld } from '../support/fault-world.ts';
import { untilIdle } from '../support/idle.ts';
import { startProduct, type ProductProcess } from '../support/product-process.ts';

let world: FaultWorld;
let product: ProductProcess;
let cast: Cast;
let ended = false;

beforeAll(async () => {
  // Longer than the restart takes: what is tested is that the same process goes on.
  world = await setFaultWorld({ LEASE_MS: '10000' });
  product = startProduct(['bot', 'worker'], world.environment());
  void product.ended.then(() => (ended = true));
  await product.ready;
  cast = await castOf(world);
});

afterAll(async () => {
  await product.kill();
  await world.stop();
});

/** How many of the bot's messages somebody has on their phone. */
function answersOf(who: 'tom' | 'marc' | 'nadia' | 'anna' | 'lea'): number {
  const { telegram, signal } = world.sandbox;
  if (who === 'anna' || who === 'lea')
    return signal.control
      .person(cast[who])
      .see()
      .messages.filter(({ author }) => author.us).length;
  return telegram.control
    .user(cast[who])
    .view(staffBot)
    .messages.filter(({ from }) => from.isBot).length;
}

it('when Redis is killed under load and started again, the same process goes on within 10 s and every message is answered once', async () => {
  const { telegram, signal } = world.sandbox;
  const everybody = ['tom', 'marc', 'nadia', 'anna', 'lea'] as const;
  const before = new Map(everybody.map((who) => [who, answersOf(who)]));
  const written = new Map(everybody.map((who) => [who, 0]));
  const write = (who: (typeof everybody)[number]): void => {
    if (who === 'anna' || who === 'lea') signal.control.person(cast[who]).write('/aide');
    else telegram.control.user(cast[who]).write(staffBot, '/aide');
    written.set(who, (written.get(who) ?? 0) + 1);
  };
  for (let round = 0; round < 3; round += 1) for (const who of everybody) write(who);
  await eventually('the first answers', () => answersOf('tom') > (before.get('tom') ?? 0));
  for (const who of everybody) write(who);
  await world.redis.kill();
  // On Telegram messages wait at the platform; on Signal the open socket takes them while the store is away.
  for (const who of everybody) write(who);
  await world.redis.restart();
  const back = systemClock.now();
  await eventually(
    'everything is answered',
    () => everybody.every((who) => answersOf(who) - (before.get(who) ?? 0) >= (written.get(who) ?? 0)),
    60_000,
  );
  await untilIdle(world, 60_000);
  for (const who of everybody)
    expect({ who, answers: answersOf(who) - (before.get(who) ?? 0) }).toEqual({ who, answers: written.get(who) });
  expect(ended).toBe(false);
  expect(systemClock.now() - back).toBeLessThan(60_000);
  expect((await world.runtime.store.all(incidents)).map(({ value }) => value.code)).toEqual([]);
}, 120_000);

it('when Redis has come back, the next message is answered within 10 s', async () => {
  await world.redis.kill();
  await world.redis.restart();
  const back = systemClock.now();
  const before = answersOf('nadia');
  world.sandbox.telegram.control.user(cast.nadia).write(staffBot, '/aide');
  await eventually('an answer', () => answersOf('nadia') > before);
  expect(systemClock.now() - back).toBeLessThan(10_000);
}, 60_000);

it('when Redis is killed in the middle of an absence, the story comes to the same end', async () => {
  const since = world.sandbox.ledger.lastSeq();
  const killing = (async (): Promise<void> => {
    await world.sandbox.ledger.waitFor((entry) => entry.method === 'sendMessage', 20_000, since);
    await world.redis.kill();
    await world.redis.restart();
  })();
  await playAbsence(world, cast, 'tom');
  await killing;
  expect(await newAbsences(world)).toHaveLength(1);
  expect(await wrongAfterAbsence(world, cast, 'tom', { since, mayRepeat: new Set(), mayBeGivenUp: new Set() })).toEqual(
    [],
  );
}, 120_000);
