import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stage } from './harness.ts';
import type { Stage } from './harness.ts';

let on: Stage;
/** What the webhook answers beside its status. */
let reply: () => string = () => '';
const closing: (() => void)[] = [];
beforeEach(async () => {
  reply = () => '';
  on = await stage();
});
afterEach(async () => {
  for (const close of closing.splice(0)) close();
  await on.stop();
});

describe('getUpdates', () => {
  it('when nothing was confirmed, hands the same updates again; when confirmed, forgets them', async () => {
    on.lea.write('regie_bot', 'un');
    on.lea.write('regie_bot', 'deux');
    const first = await on.call('getUpdates', { offset: 0 });
    expect(await on.call('getUpdates', { offset: 0 })).toEqual(first);
    const [one, two] = await on.updates();
    expect([one, two]).toMatchObject([{ message: { text: 'un' } }, { message: { text: 'deux' } }]);
    expect(await on.updates()).toEqual([]);
    expect(await on.call('getUpdates', { offset: 0 })).toMatchObject({ result: [] });
  });

  it('when nothing is there, waits for what comes', async () => {
    const poll = on.call('getUpdates', { timeout: 20 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    on.lea.write('regie_bot', 'enfin');
    expect(await poll).toMatchObject({ result: [{ message: { text: 'enfin' } }] });
  });

  it('when a second poller comes, the one that waited gets the 409', async () => {
    const first = on.call('getUpdates', { timeout: 20 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const second = on.call('getUpdates', { timeout: 1 });
    expect(await first).toMatchObject({
      error_code: 409,
      description: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    });
    expect(await second).toMatchObject({ ok: true, result: [] });
  });

  it('when the limit is 1, hands one at a time', async () => {
    on.lea.write('regie_bot', 'un');
    on.lea.write('regie_bot', 'deux');
    expect(await on.call('getUpdates', { limit: 1 })).toMatchObject({ result: [{ message: { text: 'un' } }] });
  });

  it('when types are named, hands only those, and remembers the choice', async () => {
    await on.call('getUpdates', { allowed_updates: ['message_reaction'] });
    const { message_id: id } = on.lea.write('regie_bot', 'un');
    on.lea.react('regie_bot', id, ['👍']);
    expect(await on.updates()).toMatchObject([
      { message_reaction: { message_id: id, new_reaction: [{ emoji: '👍' }] } },
    ]);
  });

  it('when nothing is named, leaves reactions out', async () => {
    const { message_id: id } = on.lea.write('regie_bot', 'un');
    await on.updates();
    on.lea.react('regie_bot', id, ['👍']);
    expect(await on.updates()).toEqual([]);
  });

  it('when a duplicate is scripted, hands the update again although it was confirmed', async () => {
    on.kit.faults.add({ match: { textIncludes: 'un' }, action: { type: 'duplicate' } });
    on.lea.write('regie_bot', 'un');
    const first = await on.updates();
    const again = await on.updates();
    expect(again).toEqual(first);
    expect(await on.updates()).toEqual([]);
  });

  it('when a swap is scripted, the second message arrives first', async () => {
    on.kit.faults.add({ match: { textIncludes: 'un' }, action: { type: 'reorder' } });
    on.lea.write('regie_bot', 'un');
    on.lea.write('regie_bot', 'deux');
    expect(await on.updates()).toMatchObject([{ message: { text: 'deux' } }, { message: { text: 'un' } }]);
  });

  it('when a drop is scripted, the update never comes; when a delay, it comes late', async () => {
    on.kit.faults.add(
      { match: { textIncludes: 'un' }, action: { type: 'drop' } },
      { on: 'event', match: { textIncludes: 'deux' }, action: { type: 'delay', ms: 60 } },
    );
    for (const text of ['un', 'deux', 'trois']) on.lea.write('regie_bot', text);
    expect(await on.updates()).toMatchObject([{ message: { text: 'trois' } }]);
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(await on.updates()).toMatchObject([{ message: { text: 'deux' } }]);
  });

  it('when an update is injected, hands it exactly as given', async () => {
    on.telegram.inject('regie_bot', { message: { message_id: 'seven', ['__proto__x']: 1 } });
    expect(await on.updates()).toMatchObject([{ message: { message_id: 'seven', ['__proto__x']: 1 } }]);
  });
});

/** A webhook that answers with the given statuses in turn, then 200, and keeps what it got. */
async function hook(
  ...statuses: number[]
): Promise<{ url: string; got: { secret: string | undefined; body: string }[] }> {
  const got: { secret: string | undefined; body: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += String(part)));
    request.on('end', () => {
      const secret = request.headers['x-telegram-bot-api-secret-token'];
      got.push({ secret: Array.isArray(secret) ? secret[0] : secret, body });
      response.writeHead(statuses.shift() ?? 200).end(reply());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  const address: AddressInfo | string | null = server.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/tg`, got };
}

const until = async (predicate: () => boolean): Promise<void> => {
  for (let turn = 0; turn < 200 && !predicate(); turn += 1) await new Promise((resolve) => setTimeout(resolve, 10));
};

describe('webhooks', () => {
  it('when set, pushes updates with the secret, and polling is refused', async () => {
    const { url, got } = await hook();
    await on.call('setWebhook', { url, secret_token: 'shh_1' });
    on.lea.write('regie_bot', 'salut');
    await until(() => got.length === 1);
    expect(got[0]?.secret).toBe('shh_1');
    expect(got[0]?.body).toContain('salut');
    expect(await on.refused('getUpdates')).toBe(
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
  });

  it('when it answers 500, says so and repeats the same update before the next', async () => {
    const { url, got } = await hook(500);
    await on.call('setWebhook', { url });
    on.lea.write('regie_bot', 'un');
    on.lea.write('regie_bot', 'deux');
    await until(() => got.length === 1);
    await until(() => on.kit.ledger.entries({ method: 'webhook' }).length === 1);
    expect(await on.call('getWebhookInfo')).toMatchObject({
      result: {
        pending_update_count: 2,
        last_error_message: 'Wrong response from the webhook: 500 Internal Server Error',
      },
    });
    on.kit.clock.advance(1000);
    await until(() => got.length === 3);
    expect(got.map(({ body }) => /"text":"(\w+)"/.exec(body)?.[1])).toEqual(['un', 'un', 'deux']);
  });

  it('when it answers with a method, runs it', async () => {
    reply = () => JSON.stringify({ method: 'sendMessage', chat_id: on.lea.user.id, text: 'bien reçu' });
    await on.call('setWebhook', { url: (await hook()).url });
    on.lea.write('regie_bot', 'salut');
    const view = await on.lea.waitFor('regie_bot', ({ messages }) => messages.at(-1)?.text === 'bien reçu');
    expect(view.messages.at(-1)?.from.isBot).toBe(true);
  });

  it('when it is elsewhere or without TLS, refuses', async () => {
    expect(await on.refused('setWebhook', { url: 'http://example.com/x' })).toBe(
      'Bad Request: bad webhook: An HTTPS URL must be provided for webhook',
    );
    expect(await on.refused('setWebhook', { url: 'https://example.com/x' })).toContain('Failed to resolve host');
    expect(await on.refused('setWebhook', { url: 'http://127.0.0.1:1/', secret_token: 'a b' })).toBe(
      'Bad Request: secret token contains unallowed characters',
    );
  });
});
