import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask } from '../../../store/server/resp.ts';
import { startTestRedis, type TestRedis } from '../../support/redis.ts';

let redis: TestRedis;

beforeEach(async () => {
  redis = await startTestRedis();
});

afterEach(async () => {
  await redis.stop();
});

describe('the Redis of a test file', () => {
  it('when it is killed and started again, still holds what it acknowledged, at the same place', async () => {
    await ask(redis.url, ['SET', 'noted', 'yes']);
    await redis.kill();
    expect(await ask(redis.url, ['PING'])).toBeNull();
    await redis.restart();
    expect(await ask(redis.url, ['GET', 'noted'])).toEqual({ ok: true, text: 'yes' });
  });

  it('when it is flushed, is empty', async () => {
    await ask(redis.url, ['SET', 'noted', 'yes']);
    await redis.flush();
    expect(await ask(redis.url, ['EXISTS', 'noted'])).toEqual({ ok: true, text: '0' });
  });

  it('when it is stopped, leaves neither a server nor a file', async () => {
    await redis.stop();
    expect(await ask(redis.url, ['PING'])).toBeNull();
    expect(existsSync(redis.url)).toBe(false);
  });
});
