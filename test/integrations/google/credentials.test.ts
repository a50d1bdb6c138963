import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCredentials } from '../../../integrations/google/credentials.ts';
import { calendarFrom } from '../../../integrations/google/index.ts';
import { createAccount } from '../../../sandbox/google/accounts.ts';
import { silentLog } from '../../support/silent-log.ts';
import { startGoogleBench } from './google-bench.ts';

const text = createAccount('regie@example.com', () => 'http://127.0.0.1:1/token').credentials();
const file = (change: object): string => JSON.stringify({ ...JSON.parse(text), ...change });
const folder = mkdtempSync(join(tmpdir(), 'regie-google-'));

describe('a key file', () => {
  it('when it is as the console gives it, says who we are and where tokens come from', () => {
    expect(readCredentials(text)).toMatchObject({
      ok: true,
      credentials: { email: 'regie@example.com', tokenUri: 'http://127.0.0.1:1/token' },
    });
  });

  it('when it names no token endpoint, Google’s own is meant', () => {
    expect(readCredentials(file({ token_uri: undefined }))).toMatchObject({
      credentials: { tokenUri: 'https://oauth2.googleapis.com/token' },
    });
  });

  it.each([
    ['is no JSON', '{SECRET', 'is not a JSON object'],
    ['is a list', '["SECRET"]', 'is not a JSON object'],
    ['has no address', file({ client_email: undefined }), 'client_email is missing'],
    ['has no key', file({ private_key: undefined }), 'private_key is missing'],
    [
      'has neither',
      file({ client_email: undefined, private_key: undefined }),
      'client_email is missing, private_key is missing',
    ],
    ['has a broken key', file({ private_key: 'SECRET' }), 'private_key is not an RSA key'],
    ['has no proper address', file({ client_email: 'SECRET' }), 'client_email is not'],
    ['is of an OAuth client', file({ type: 'authorized_user' }), 'type is not'],
    ['is of another Google', file({ universe_domain: 'SECRET.example' }), 'universe_domain is not'],
    ['leads to no web address', file({ token_uri: 'file:///SECRET' }), 'token_uri is not'],
    ['has an unknown key', file({ SECRET: 'x' }), 'it has 1 key(s)'],
  ])('when it %s, names what is wrong and never a value', (_, given, problem) => {
    const read = readCredentials(given);
    expect(read).toEqual({ ok: false, problem: expect.stringContaining(problem) });
    expect(JSON.stringify(read)).not.toContain('SECRET');
  });
});

describe('the calendars of an installation', () => {
  const ours = { log: silentLog, clock: { now: () => Date.now(), sleep: async () => undefined } };

  it('when Google is not set, they are off', async () => {
    const { entry } = await startGoogleBench();
    expect(await (await calendarFrom(null, ours)).put(entry)).toEqual({ type: 'off' });
  });

  it('when the key file is there, entries are written', async () => {
    const { entry, google, url } = await startGoogleBench();
    const credentialsFile = join(folder, 'key.json');
    writeFileSync(credentialsFile, google.credentials());
    const calendar = await calendarFrom({ credentialsFile, apiRoot: url }, ours);
    expect(await calendar.put(entry)).toMatchObject({ type: 'written' });
  });

  it('when the key file is not there or is another file, says so by the name of the setting', async () => {
    const wrong = join(folder, 'wrong.json');
    writeFileSync(wrong, '{}');
    for (const [credentialsFile, problem] of [
      [join(folder, 'nothing.json'), 'GOOGLE_CREDENTIALS: the file cannot be read'],
      [wrong, 'GOOGLE_CREDENTIALS: client_email is missing, private_key is missing'],
    ] as const)
      await expect(calendarFrom({ credentialsFile, apiRoot: null }, ours)).rejects.toMatchObject({
        code: 'calendar.credentials',
        message: problem,
        nature: { temporary: false },
      });
  });
});
