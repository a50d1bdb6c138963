import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startBench, timestampOf } from './support.ts';
import type { Bench } from './support.ts';

const answerSchema = z.looseObject({
  aci: z.string().default(''),
  id: z.string().default(''),
  timestamp: z.number().optional(),
  messages: z.array(z.unknown()).default([]),
  people: z.array(z.unknown()).default([]),
});

async function control(
  bench: Bench,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: z.output<typeof answerSchema> }> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(`${bench.url}/control/signal/${path}`, init);
  return { status: response.status, body: answerSchema.parse(await response.json()) };
}

describe('the control API over HTTP', () => {
  test('when a test drives a whole exchange, people, groups, acts and views are all there', async () => {
    const bench = await startBench();
    const lea = (await control(bench, 'people', { name: 'Léa', number: '+33600000001' })).body;
    const group = (await control(bench, 'groups', { name: 'Gribitch', members: [lea.aci] })).body;
    await control(bench, 'settings', { profileName: 'Régie' });
    const written = await control(bench, `people/${lea.aci}/write`, { chat: group.id, text: 'salut' });
    expect(written.body.timestamp).toEqual(expect.any(Number));
    const timestamp = timestampOf(await bench.send(group.id, 'bonjour'));
    await control(bench, `people/${lea.aci}/react`, { chat: group.id, timestamp, emoji: '❤️' });
    const waited = await control(bench, `people/${lea.aci}/wait-for`, {
      chat: group.id,
      textIncludes: 'bonj',
      since: written.body.timestamp,
    });
    expect(waited.body.messages[1]).toMatchObject({
      text: 'bonjour',
      author: { us: true },
      reactions: [{ emoji: '❤️' }],
    });
    expect((await control(bench, 'people')).body.people).toMatchObject([{ name: 'Léa' }]);
    expect(bench.kit.ledger.entries({ kind: 'act' }).map((entry) => entry.method)).toEqual([
      'people',
      'groups',
      'settings',
      'write',
      'react',
      'wait-for',
    ]);
  });

  test('when something does not parse or cannot be done, the answer is a 400 that says why', async () => {
    const bench = await startBench();
    const lea = bench.signal.addPerson({ name: 'Léa' });
    expect(await control(bench, `people/${lea.aci}/dance`, {})).toMatchObject({
      status: 400,
      body: { error: expect.stringMatching(/there is no act "dance"/) },
    });
    expect(await control(bench, `people/${lea.aci}/write`, { texte: 'x' })).toMatchObject({
      status: 400,
      body: { error: expect.stringMatching(/texte/) },
    });
    expect(await control(bench, 'people/nobody/write', { text: 'x' })).toMatchObject({
      status: 400,
      body: { error: 'nobody has the ACI nobody' },
    });
    const waiting = await control(bench, `people/${lea.aci}/wait-for`, { timeoutMs: 20 });
    expect(waiting).toMatchObject({
      status: 400,
      body: { error: expect.stringMatching(/^Léa did not see it within 20 ms/) },
    });
  });

  test('when a page of another origin asks, it is refused', async () => {
    const bench = await startBench();
    const response = await fetch(`${bench.url}/control/signal/people`, {
      headers: { origin: 'https://evil.example' },
    });
    expect(response.status).toBe(403);
  });

  test('when sockets, twists, frames and settings are driven, they take effect', async () => {
    const bench = await startBench();
    const lea = bench.signal.addPerson({ name: 'Léa' });
    const reader = await bench.read();
    await control(bench, 'inject', { frame: { account: bench.number, exception: { type: 'X', message: 'y' } } });
    expect(await reader.next()).toMatchObject({ exception: { type: 'X' } });
    await control(bench, 'own-device', { to: lea.aci, text: 'note' });
    expect((await reader.next()).envelope).toHaveProperty('syncMessage');
    await control(bench, 'next-send', { twist: '429-but-delivered' });
    expect((await bench.send(lea.aci, 'x')).status).toBe(429);
    await control(bench, 'settings', { sendAnswer: 'list' });
    expect((await bench.send(lea.aci, 'x')).body).toHaveLength(1);
    expect((await control(bench, 'sockets', { do: 'restart' })).body).toMatchObject({ open: 0 });
    await reader.closed;
    expect((await bench.call('GET', '/v1/health')).status).toBe(204);
  });

  test('when the test waits in process, it wakes at the message and not before', async () => {
    const bench = await startBench();
    const lea = bench.signal.addPerson({ name: 'Léa' });
    const waiting = lea.waitFor((chat) => chat.messages.some((message) => message.text === 'deux'));
    await bench.send(lea.aci, 'un');
    await bench.send(lea.aci, 'deux');
    expect((await waiting).messages).toHaveLength(2);
  });
});
