import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { startBench } from './support.ts';

const received = (frames: readonly unknown[]): unknown[] =>
  frames.map((frame) => JSON.parse(JSON.stringify(frame)).envelope?.dataMessage?.message);

describe('the socket', () => {
  test('when nobody reads, what is written is lost for ever and counts as delivered', async () => {
    const bench = await startBench();
    const lea = bench.signal.addPerson({ name: 'Léa' });
    lea.write('perdu');
    const reader = await bench.read();
    lea.write('reçu');
    await reader.settle();
    expect(received(reader.frames)).toEqual(['reçu']);
    expect(bench.signal.sockets()).toEqual({ open: 1, stalled: 0, emitted: 2, lost: 1 });
    expect(bench.kit.ledger.entries({ kind: 'update' }).map((entry) => entry.applied)).toEqual([false, true]);
  });

  test('when two read, both get every frame; a socket of another number gets none', async () => {
    const bench = await startBench();
    const [one, two, stranger] = [await bench.read(), await bench.read(), await bench.read({ number: '+4900000000' })];
    bench.signal.addPerson({ name: 'Léa' }).write('salut');
    await one.settle();
    expect([received(one.frames), received(two.frames), stranger.frames]).toEqual([['salut'], ['salut'], []]);
    expect(bench.signal.sockets().open).toBe(2);
  });

  test('when it is left open, pings come at the set pace, without a pong being asked for', async () => {
    const bench = await startBench({ pingMs: 20 });
    const reader = await bench.read();
    await expect.poll(() => reader.pings()).toBeGreaterThan(2);
    bench.signal.stallSockets();
    await reader.settle();
    const silent = reader.pings();
    await reader.settle();
    expect(reader.pings()).toBe(silent);
  });

  test('when sockets stall, they stay open and hear nothing, while a new one does', async () => {
    const bench = await startBench();
    const lea = bench.signal.addPerson({ name: 'Léa' });
    const old = await bench.read();
    bench.signal.stallSockets();
    lea.write('dans le vide');
    const fresh = await bench.read();
    lea.write('entendu');
    await fresh.settle();
    expect([received(old.frames), received(fresh.frames)]).toEqual([[], ['entendu']]);
    expect([old.socket.readyState, bench.signal.sockets()]).toEqual([1, { open: 2, stalled: 1, emitted: 2, lost: 1 }]);
  });

  test('when sockets are dropped, readers see an abnormal close and may come back', async () => {
    const bench = await startBench();
    const reader = await bench.read();
    bench.signal.dropSockets();
    expect(await reader.closed).toBe(1006);
    expect(bench.signal.sockets().open).toBe(0);
    await bench.read();
    expect(bench.signal.sockets().open).toBe(1);
  });

  test('when the container is down, sockets and calls are refused until it is up; control still answers', async () => {
    const bench = await startBench();
    const reader = await bench.read();
    bench.signal.setDown(true);
    await reader.closed;
    await expect(bench.read()).rejects.toThrow('socket hang up');
    await expect(bench.call('GET', '/v1/health')).rejects.toThrow('fetch failed');
    const up = await fetch(`${bench.url}/control/signal/sockets`, {
      method: 'POST',
      body: JSON.stringify({ do: 'up' }),
    });
    expect(up.status).toBe(200);
    expect((await bench.call('GET', '/v1/health')).status).toBe(204);
    await bench.read();
  });

  test('when a page reaches for it under another host name, the socket is refused', async () => {
    const bench = await startBench();
    const path = `${bench.url.replace('http', 'ws')}/v1/receive/${encodeURIComponent(bench.number)}`;
    const socket = new WebSocket(path, { headers: { host: 'evil.example' } });
    await expect(new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject))).rejects.toThrow(
      'socket hang up',
    );
    expect(bench.signal.sockets().open).toBe(0);
  });

  test('when a frame is injected, it goes out as it is, even when it is no JSON', async () => {
    const bench = await startBench();
    const reader = await bench.read({ raw: true });
    bench.signal.inject({ account: bench.number, envelope: { strange: true } });
    bench.signal.injectRaw('{"account":');
    await reader.settle();
    expect(reader.frames).toEqual([`{"account":"${bench.number}","envelope":{"strange":true}}`, '{"account":']);
  });
});
