import { afterEach, describe, expect, it } from 'vitest';
import { request } from 'node:http';
import { answerCall } from '../../../sandbox/kit/faulty-answer.ts';
import { mountKitControl } from '../../../sandbox/kit/control.ts';
import { createKit } from '../../../sandbox/kit/kit.ts';
import type { Kit } from '../../../sandbox/kit/kit.ts';
import { createApp, listen } from '../../../sandbox/kit/server.ts';
import type { RunningServer } from '../../../sandbox/kit/server.ts';

let running: RunningServer | undefined;
afterEach(async () => {
  await running?.stop();
  running = undefined;
});

/** A service with one route that counts how often it was applied. */
async function counterService(): Promise<{ kit: Kit; origin: string; port: number; applied: () => number }> {
  const kit = createKit();
  const app = createApp();
  let count = 0;
  mountKitControl(app, kit);
  app.post('/count', async (context) => {
    const text = await context.req.text();
    return answerCall(
      kit,
      context,
      { platform: 'telegram', method: 'count', chat: '7', text, params: { text } },
      () => {
        count += 1;
        return { status: 200, body: { ok: true, count }, applied: true };
      },
    );
  });
  running = await listen(app);
  return { kit, origin: running.origin, port: running.port, applied: () => count };
}

const count = (origin: string, body = 'x'): Promise<Response> => fetch(`${origin}/count`, { method: 'POST', body });

describe('the fault script', () => {
  it('when a status fault is due, answers it and applies nothing', async () => {
    const { kit, origin, applied } = await counterService();
    kit.faults.add({ match: { method: 'count' }, action: { type: 'status', code: 503, body: { ok: false } } });
    expect((await count(origin)).status).toBe(503);
    expect((await count(origin)).status).toBe(200);
    expect(applied()).toBe(1);
    expect(kit.ledger.entries({ kind: 'request' }).map((entry) => [entry.applied, entry.fault])).toEqual([
      [false, 'status'],
      [true, undefined],
    ]);
  });

  it('when the connection is cut before, nothing is applied; when cut after, the effect stands and the ledger says so', async () => {
    const { kit, origin, applied } = await counterService();
    kit.faults.add({ action: { type: 'reset-before' } }, { action: { type: 'reset-after-apply' } });
    await expect(count(origin)).rejects.toThrow('fetch failed');
    expect(applied()).toBe(0);
    await expect(count(origin)).rejects.toThrow('fetch failed');
    expect(applied()).toBe(1);
    expect(kit.ledger.entries({ kind: 'request' })).toMatchObject([
      { applied: false, fault: 'reset-before' },
      { applied: true, fault: 'reset-after-apply', result: { count: 1 } },
    ]);
    expect(kit.ledger.entries({ kind: 'request' }).every((entry) => entry.status === undefined)).toBe(true);
  });

  it('when the answer is truncated, the reader sees a broken body and the effect stands', async () => {
    const { kit, origin, applied } = await counterService();
    kit.faults.add({ action: { type: 'truncate' } });
    const answer = await count(origin);
    await expect(answer.text()).rejects.toThrow('terminated');
    expect(applied()).toBe(1);
  });

  it('when the answer is garbage, it is a 200 that is not JSON', async () => {
    const { kit, origin } = await counterService();
    kit.faults.add({ action: { type: 'garbage' } });
    const answer = await count(origin);
    expect(answer.status).toBe(200);
    await expect(answer.json()).rejects.toThrow('JSON');
  });

  it('when the call hangs, nothing is answered until the caller gives up', async () => {
    const { kit, origin, applied } = await counterService();
    kit.faults.add({ action: { type: 'hang' } });
    await expect(fetch(`${origin}/count`, { method: 'POST', signal: AbortSignal.timeout(50) })).rejects.toThrow(
      'timeout',
    );
    expect(applied()).toBe(0);
  });

  it('when told nth and times, lets the first calls pass and then acts that often', async () => {
    const { kit, origin } = await counterService();
    kit.faults.add({
      match: { textIncludes: 'a', chat: '7' },
      nth: 2,
      times: 2,
      action: { type: 'status', code: 500 },
    });
    const statuses: number[] = [];
    for (const body of ['a', 'b', 'a', 'a', 'a']) statuses.push((await count(origin, body)).status);
    expect(statuses).toEqual([200, 200, 500, 500, 200]);
  });
});

describe('the control routes', () => {
  it('when a rule is posted, it plays; when deleted, it does not', async () => {
    const { origin } = await counterService();
    const rule = { action: { type: 'status', code: 500 }, times: 9 };
    await fetch(`${origin}/control/faults`, { method: 'POST', body: JSON.stringify(rule) });
    expect((await count(origin)).status).toBe(500);
    await fetch(`${origin}/control/faults`, { method: 'DELETE' });
    expect((await count(origin)).status).toBe(200);
  });

  it('when a rule does not parse, answers 400 and says where', async () => {
    const { origin } = await counterService();
    const answer = await fetch(`${origin}/control/faults`, { method: 'POST', body: '{"action":{"type":"explode"}}' });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('action');
  });

  it('when asked for the ledger since a number, gives only what came after', async () => {
    const { origin } = await counterService();
    await count(origin);
    await count(origin);
    const answer: unknown = await (
      await fetch(`${origin}/control/ledger?since=1&platform=telegram&method=count`)
    ).json();
    expect(answer).toMatchObject({
      last: 2,
      entries: [{ seq: 2, platform: 'telegram', method: 'count', applied: true }],
    });
  });

  it('when the clock is moved back, refuses', async () => {
    const { origin, kit } = await counterService();
    const before = kit.clock.offsetMs();
    const answer = await fetch(`${origin}/control/clock`, { method: 'POST', body: '{"to":"2001-01-01T00:00:00Z"}' });
    expect(answer.status).toBe(400);
    expect(kit.clock.offsetMs()).toBe(before);
    expect((await fetch(`${origin}/control/clock`, { method: 'POST', body: '{"advanceMs":5000}' })).status).toBe(200);
    expect(kit.clock.offsetMs()).toBe(before + 5000);
  });

  it('when the page asking has another origin, refuses', async () => {
    const { origin } = await counterService();
    expect((await fetch(`${origin}/control/faults`, { headers: { origin: 'http://evil.example' } })).status).toBe(403);
    expect((await fetch(`${origin}/control/faults`, { headers: { origin } })).status).toBe(200);
  });

  it('when the request was meant for another host, refuses every route', async () => {
    const { port } = await counterService();
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request({ port, host: '127.0.0.1', path: '/control/clock', headers: { host: 'evil.example' } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
  });
});

describe('the sandbox clock', () => {
  it('when moved past a sleep, wakes it at once', async () => {
    const { clock } = createKit();
    const slept = clock.sleep(3_600_000);
    clock.advance(3_600_000);
    await slept;
    expect(clock.offsetMs()).toBe(3_600_000);
  });

  it('when asked to go back, throws', () => {
    const { clock } = createKit();
    expect(() => clock.advance(-1)).toThrow(RangeError);
    expect(() => clock.moveTo(clock.now() - 10)).toThrow(RangeError);
  });
});

describe('the ledger', () => {
  it('when an entry is awaited, resolves on it and rejects when it does not come', async () => {
    const { ledger } = createKit();
    const waited = ledger.waitFor((entry) => entry.method === 'b', 1000);
    ledger.append({ platform: 'sandbox', kind: 'note', method: 'a', applied: false });
    ledger.append({ platform: 'sandbox', kind: 'note', method: 'b', applied: false });
    expect((await waited).seq).toBe(2);
    await expect(ledger.waitFor((entry) => entry.method === 'b', 20, 2)).rejects.toThrow('within 20 ms');
  });
});
