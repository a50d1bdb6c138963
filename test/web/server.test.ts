import { afterEach, describe, expect, it } from 'vitest';
import { noPages } from '../support/pages.ts';
import { startWeb, webApp, type Web, type WebOptions } from '../../web/server.ts';

const secret = 'a-secret-of-some-length-0001';

function app(changes: Partial<WebOptions> = {}) {
  const accepted: [string, unknown][] = [];
  const web = webApp({
    problems: async () => [],
    pages: noPages,
    telegram: {
      secret,
      accept: async (bot, update) => {
        accepted.push([bot, update]);
        return true;
      },
    },
    ...changes,
  });
  const post = (
    body: string,
    headers: Record<string, string> = { 'x-telegram-bot-api-secret-token': secret },
    path = '/telegram/staff',
  ) => web.request(path, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
  return { web, accepted, post };
}

describe('an update by webhook', () => {
  it('when it comes with the secret, it is stored for its bot before the platform hears 200', async () => {
    const { post, accepted } = app();
    expect((await post('{"update_id":1}')).status).toBe(200);
    expect(accepted).toEqual([['staff', { update_id: 1 }]]);
  });

  it.each([
    ['none', {}],
    ['another', { 'x-telegram-bot-api-secret-token': 'a-secret-of-some-length-0002' }],
    ['its beginning', { 'x-telegram-bot-api-secret-token': 'a-secret' }],
    ['an empty one', { 'x-telegram-bot-api-secret-token': '' }],
    ['one in another header', { authorization: secret }],
  ])('when it comes with %s as secret, nothing of it is looked at', async (_case, headers) => {
    const { post, accepted } = app();
    expect((await post('{"update_id":1}', headers)).status).toBe(401);
    expect(accepted).toEqual([]);
  });

  it('when this installation polls, nobody gets in, not even with an empty secret', async () => {
    const { post } = app({ telegram: null });
    expect((await post('{}', { 'x-telegram-bot-api-secret-token': '' })).status).toBe(401);
  });

  it('when it is larger than a megabyte, it is refused unread', async () => {
    const { post, accepted } = app();
    expect((await post(JSON.stringify({ text: 'x'.repeat(1024 * 1024) }))).status).toBe(413);
    expect(accepted).toEqual([]);
  });

  it('when it is no JSON, it is a bad request and not to be sent again', async () => {
    expect((await app().post('{"half')).status).toBe(400);
  });

  it('when it could not be stored, the platform is told to send it again', async () => {
    const telegram = { secret, accept: () => Promise.reject(new Error('redis is down')) };
    expect((await app({ telegram }).post('{"update_id":1}')).status).toBe(503);
  });

  it('when there is no such bot, says so', async () => {
    const telegram = { secret, accept: async () => false };
    expect((await app({ telegram }).post('{"update_id":1}')).status).toBe(404);
  });
});

describe('health', () => {
  it('when the process lives, says so whatever it depends on', async () => {
    const { web } = app({ problems: () => Promise.reject(new Error('down')) });
    expect((await web.request('/healthz')).status).toBe(200);
  });

  it('when something keeps it from serving, it is not ready and says what', async () => {
    const { web } = app({ problems: async () => ['redis does not answer'] });
    const answer = await web.request('/readyz');
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({ ok: false, problems: ['redis does not answer'] });
    expect((await app().web.request('/readyz')).status).toBe(200);
  });

  it('when its own check fails, it is not ready either', async () => {
    const { web } = app({ problems: () => Promise.reject(new Error('down')) });
    expect((await web.request('/readyz')).status).toBeGreaterThanOrEqual(500);
  });

  it.each(['/', '/telegram', '/metrics', '/../config.ts'])('when %s is asked for, there is nothing', async (path) => {
    expect((await app().web.request(path)).status).toBe(404);
  });
});

describe('the port', () => {
  let web: Web | null = null;
  afterEach(async () => {
    await web?.stop();
    web = null;
  });

  const options = { problems: async () => [], pages: noPages, telegram: null };

  it('when any port will do, it says which one it took and answers there', async () => {
    web = await startWeb({ ...options, port: 0 });
    expect((await fetch(`http://127.0.0.1:${web.port}/healthz`)).status).toBe(200);
  });

  it('when the port is taken, starting fails instead of staying silent', async () => {
    web = await startWeb({ ...options, port: 0 });
    await expect(startWeb({ ...options, port: web.port })).rejects.toThrow('EADDRINUSE');
  });
});
