import { describe, expect, test } from 'vitest';
import { startBench } from './support.ts';
import type { Bench } from './support.ts';
import type { FaultRule } from '../../../sandbox/kit/faults.ts';

const SEND = { match: { platform: 'signal', method: 'POST /v2/send' } } as const;

async function bench(): Promise<{ bench: Bench; seen: () => string[]; send: () => Promise<Response> }> {
  const bench = await startBench();
  const lea = bench.signal.addPerson({ name: 'Léa' });
  const body = JSON.stringify({ number: bench.number, recipients: [lea.aci], message: 'bonjour' });
  return {
    bench,
    seen: () => lea.see().messages.map((message) => message.text),
    send: () => fetch(`${bench.url}/v2/send`, { method: 'POST', body, signal: AbortSignal.timeout(300) }),
  };
}

describe('faults on requests', () => {
  test.each([
    ['reset-before', []],
    ['reset-after-apply', ['bonjour']],
  ] as const)('when the connection is cut by %s, people saw %j', async (type, expected) => {
    const {
      bench: { kit },
      seen,
      send,
    } = await bench();
    kit.faults.add({ ...SEND, action: { type } });
    await expect(send()).rejects.toThrow('fetch failed');
    expect(seen()).toEqual(expected);
    expect(kit.ledger.entries({ method: 'POST /v2/send' })).toMatchObject([
      { fault: type, applied: expected.length > 0 },
    ]);
  });

  test.each([
    [false, []],
    [true, ['bonjour']],
  ])('when the call hangs (after applying: %s), people saw %j', async (afterApply, expected) => {
    const {
      bench: { kit },
      seen,
      send,
    } = await bench();
    kit.faults.add({ ...SEND, action: { type: 'hang', afterApply } });
    await expect(send()).rejects.toThrow(/timeout/);
    expect(seen()).toEqual(expected);
  });

  test('when the answer is cut or garbage, the message is out and the answer is unreadable', async () => {
    const {
      bench: { kit },
      seen,
      send,
    } = await bench();
    kit.faults.add({ ...SEND, action: { type: 'truncate' } }, { ...SEND, action: { type: 'garbage' } });
    await expect(send().then((response) => response.json())).rejects.toThrow(/terminated/);
    await expect(send().then((response) => response.json())).rejects.toThrow(/not valid JSON/);
    expect(seen()).toEqual(['bonjour', 'bonjour']);
  });

  test('when a status is scripted for the second call, the first goes through', async () => {
    const {
      bench: { kit },
      seen,
      send,
    } = await bench();
    kit.faults.add({ ...SEND, nth: 2, action: { type: 'status', code: 502 } });
    expect([(await send()).status, (await send()).status, (await send()).status]).toEqual([201, 502, 201]);
    expect(seen()).toHaveLength(2);
  });

  test.each(['reset-before', 'status'] as const)(
    'when the socket itself is refused by %s, a second try is let in',
    async (type) => {
      const { bench: started } = await bench();
      const action = type === 'status' ? { type, code: 503 } : { type };
      started.kit.faults.add({ match: { method: 'GET /v1/receive/{number}' }, action });
      await expect(started.read()).rejects.toThrow(/socket hang up|Unexpected server response: 503/);
      await started.read();
      expect(started.signal.sockets().open).toBe(1);
    },
  );
});

describe('faults on frames', () => {
  const texts = async (rule: FaultRule): Promise<unknown[]> => {
    const started = await startBench();
    started.kit.faults.add(rule);
    const reader = await started.read({ raw: true });
    const lea = started.signal.addPerson({ name: 'Léa' });
    for (const text of ['un', 'deux', 'trois']) lea.write(text);
    await reader.settle();
    return reader.frames.map((frame) => /"message":"(\w+)"/.exec(String(frame))?.[1] ?? 'unreadable');
  };

  test.each([
    ['duplicate', ['un', 'deux', 'deux', 'trois']],
    ['drop', ['un', 'trois']],
    ['reorder', ['un', 'trois', 'deux']],
    ['stall', ['un']],
    ['close', ['un']],
  ] as const)('when the second frame meets %s, the reader gets %j', async (type, expected) => {
    expect(await texts({ match: { method: 'message' }, nth: 2, action: { type } })).toEqual(expected);
  });

  test('when a frame is garbled, it is cut in the middle and the next is whole', async () => {
    const found = await texts({ on: 'event', match: { textIncludes: 'deux' }, action: { type: 'garbage' } });
    expect(found).toHaveLength(3);
    expect([found[0], found[2]]).toEqual(['un', 'trois']);
  });
});
