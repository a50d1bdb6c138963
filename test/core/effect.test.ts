import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Clock } from '../../core/clock.ts';
import { createEffects, type Effect, type EffectRunner } from '../../core/effect.ts';
import { createEffectLedger } from '../../store/effects.ts';
import { connect, type Connection } from '../../store/redis.ts';
import { startTestRedis, type TestRedis } from '../support/redis.ts';
import { silentLog } from '../support/silent-log.ts';

let redis: TestRedis;
let connection: Connection;
let now = 0;
const clock: Clock = { now: () => now, sleep: async () => undefined };

beforeAll(async () => {
  redis = await startTestRedis();
  connection = connect({ address: redis.url, prefix: 'effects', log: silentLog });
});
beforeEach(async () => {
  await redis.flush();
  now = 1_000_000;
});
afterAll(async () => {
  await connection.close();
  await redis.stop();
});

function runner(owner: string): EffectRunner {
  return createEffects(createEffectLedger(connection), clock, owner);
}

/** An effect that counts how often it was brought about, at a provider that remembers. */
function counted(params: unknown = { day: '2027-03-13' }): { effect: Effect; done: () => number } {
  let done = 0;
  const effect: Effect = {
    key: 'deal:1:calendar',
    params,
    deadlineMs: 60_000,
    run: async () => {
      done += 1;
      return { event: 'e1' };
    },
    reconcile: async () => (done === 0 ? null : { result: { event: 'e1' } }),
  };
  return { effect, done: () => done };
}

describe('an effect', () => {
  it('when it was done before, is not done again and gives the same result', async () => {
    const { effect, done } = counted();
    expect(await runner('a')(effect)).toEqual({ event: 'e1' });
    expect(await runner('b')(effect)).toEqual({ event: 'e1' });
    expect(done()).toBe(1);
  });

  it('when its key was used with other parameters, is refused', async () => {
    await runner('a')(counted().effect);
    await expect(runner('a')(counted({ day: '2027-03-14' }).effect)).rejects.toMatchObject({ code: 'effect.mismatch' });
  });

  it('when somebody else is at it, waits for them to finish or to run out of time', async () => {
    const { effect, done } = counted();
    const never: Effect = { ...effect, run: () => new Promise(() => undefined) };
    void runner('a')(never);
    await expect.poll(() => connection.redis.exists('effects:effect:deal:1:calendar')).toBe(1);
    await expect(runner('b')(effect)).rejects.toMatchObject({
      code: 'effect.busy',
      nature: { temporary: true, retryAfterMs: 60_000 },
    });
    expect(done()).toBe(0);
    now += 60_001;
    expect(await runner('b')(effect)).toEqual({ event: 'e1' });
    expect(done()).toBe(1);
  });

  it('when it was done and the runner died before saying so, asks the provider and does not repeat it', async () => {
    const { effect, done } = counted();
    const ledger = createEffectLedger(connection);
    const dies: EffectRunner = createEffects(
      { ...ledger, finish: async () => Promise.reject(new Error('killed')) },
      clock,
      'a',
    );
    await expect(dies(effect)).rejects.toThrow('killed');
    now += 60_001;
    expect(await runner('b')(effect)).toEqual({ event: 'e1' });
    expect(done()).toBe(1);
  });

  it('when many ask for it at once, is done once', async () => {
    const { effect, done } = counted();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, (_, index) => runner(`owner-${index}`)(effect)),
    );
    expect(done()).toBe(1);
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled').length).toBeGreaterThanOrEqual(1);
  });
});
