import { describe, expect, it } from 'vitest';
import { noPages } from '../support/pages.ts';
import { type Pages } from '../../web/pages.ts';
import { webApp } from '../../web/server.ts';

const token = 'A1b2C3d4E5f6G7h8I9j0K-_';
const signed = `WyJzaG93Il0.${'s'.repeat(43)}`;
const file = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';

function serving(pages: Partial<Pages>) {
  const asked: string[] = [];
  const app = webApp({
    problems: async () => [],
    telegram: null,
    pages: {
      ...noPages,
      calendar: async (given) => {
        asked.push(given);
        return given === token ? { type: 'found', content: file } : { type: 'unknown' };
      },
      ...pages,
    },
  });
  const get = (path: string, init: RequestInit = {}) => app.request(path, init);
  return { get, asked };
}

describe('a calendar at its address', () => {
  it('when it is asked for, comes as a calendar that nobody else may keep', async () => {
    const answer = await serving({}).get(`/calendar/${token}.ics`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe(file);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-cache',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': expect.stringContaining('noindex'),
      'referrer-policy': 'no-referrer',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
  });

  it('when only its head is asked for, has the same headers and no body', async () => {
    const { get } = serving({});
    const [got, head] = [await get(`/calendar/${token}.ics`), await get(`/calendar/${token}.ics`, { method: 'HEAD' })];
    expect(head.status).toBe(200);
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(got.headers));
    expect(await head.text()).toBe('');
  });

  it.each(['TAG', 'W/TAG', '"x", TAG'])('when the reader has it already (%s), it is not sent again', async (form) => {
    const { get } = serving({});
    const tag = (await get(`/calendar/${token}.ics`)).headers.get('etag') ?? '';
    const headers = { 'if-none-match': form.replace('TAG', tag) };
    const again = await get(`/calendar/${token}.ics`, { headers });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
  });

  it('when it has changed, the tag has as well', async () => {
    const tag = async (content: string) =>
      (await serving({ calendar: async () => ({ type: 'found', content }) }).get(`/calendar/${token}.ics`)).headers.get(
        'etag',
      );
    expect(await tag('a')).not.toBe(await tag('b'));
  });

  it.each([
    ['gone', 410],
    ['unknown', 404],
  ] as const)('when it is %s, says %i and nothing else', async (type, status) => {
    const answer = await serving({ calendar: async () => ({ type }) }).get(`/calendar/${token}.ics`);
    expect([answer.status, await answer.text(), answer.headers.get('cache-control')]).toEqual([status, '', 'no-store']);
  });

  it.each([`/calendar/${token}`, '/calendar/.ics', '/calendar/short.ics', '/calendar/', `/calendar/${token}.ics/x`])(
    'when %s is asked for, nothing is looked up',
    async (path) => {
      const { get, asked } = serving({});
      expect((await get(path)).status).toBe(404);
      expect(asked).toEqual([]);
    },
  );

  it('when somebody posts to it, there is nothing', async () => {
    expect((await serving({}).get(`/calendar/${token}.ics`, { method: 'POST' })).status).toBe(404);
  });

  it('when the store does not answer, says so without a word of the address', async () => {
    const broken = serving({ calendar: (given) => Promise.reject(new Error(`no answer for ${given}`)) });
    const answer = await broken.get(`/calendar/${token}.ics`);
    expect([answer.status, await answer.text()]).toEqual([503, '']);
  });
});

describe('a day sheet at its link', () => {
  const bytes = new TextEncoder().encode('%PDF-1.7');

  it('when the link holds, comes as PDF that is kept nowhere', async () => {
    const answer = await serving({ sheet: async () => ({ type: 'found', content: bytes }) }).get(`/sheet/${signed}`);
    expect(answer.status).toBe(200);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': expect.stringContaining('noindex'),
      'x-frame-options': 'DENY',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    });
  });

  it.each([
    ['gone', 410],
    ['unknown', 404],
  ] as const)('when the link is %s, says %i and nothing else', async (type, status) => {
    const answer = await serving({ sheet: async () => ({ type }) }).get(`/sheet/${signed}`);
    expect([answer.status, await answer.text()]).toEqual([status, '']);
  });
});
