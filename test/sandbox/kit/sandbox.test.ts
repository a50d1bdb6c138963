import { afterEach, describe, expect, it } from 'vitest';
import { startSandbox } from '../../../sandbox/index.ts';
import type { Sandbox } from '../../../sandbox/index.ts';

let sandbox: Sandbox | undefined;
afterEach(async () => {
  await sandbox?.stop();
  sandbox = undefined;
});

describe('the whole sandbox', () => {
  it('when started, Telegram and Signal answer on this machine and share ledger, faults and clock', async () => {
    sandbox = await startSandbox({
      clockOffsetMs: 1000,
      telegram: { bots: [{ username: 'regie_bot', token: '7000000001:AAsecret' }] },
    });
    const { telegram, signal } = sandbox;
    for (const url of [telegram.apiRoot, signal.apiUrl]) expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    await fetch(`${signal.apiUrl}/control/clock`, { method: 'POST', body: '{"advanceMs":2000}' });
    expect(sandbox.clock.offsetMs()).toBe(3000);
    await fetch(`${telegram.apiRoot}/control/faults`, {
      method: 'POST',
      body: '{"match":{"method":"getMe"},"action":{"type":"status","code":502}}',
    });
    expect((await fetch(`${telegram.apiRoot}/bot7000000001:AAsecret/getMe`)).status).toBe(502);
    expect((await fetch(`${telegram.apiRoot}/bot7000000001:AAsecret/getMe`)).status).toBe(200);
    const seen: unknown = await (await fetch(`${signal.apiUrl}/control/ledger?platform=telegram`)).json();
    expect(seen).toMatchObject({
      entries: [
        { method: 'getMe', status: 502 },
        { method: 'getMe', status: 200 },
      ],
    });
  });

  it('when stopped, nothing listens any more, hung requests included', async () => {
    sandbox = await startSandbox({ telegram: { bots: [{ username: 'regie_bot', token: '7000000001:AAsecret' }] } });
    const { apiRoot } = sandbox.telegram;
    const poll = fetch(`${apiRoot}/bot7000000001:AAsecret/getUpdates?timeout=50`);
    const ended = poll.then(
      () => 'answered',
      () => 'cut',
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    await sandbox.stop();
    sandbox = undefined;
    expect(await ended).toBe('cut');
    await expect(fetch(apiRoot)).rejects.toThrow('fetch failed');
  });
});
