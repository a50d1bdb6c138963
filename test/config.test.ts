import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { execPath } from 'node:process';
import { parseEnv } from 'node:util';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderEnvExample } from '../config/render.ts';
import { about, settings } from '../config/settings.ts';
import { whatIsOff } from '../config/what-is-off.ts';
import { readConfig, type Config, type Environment, type Problem } from '../config.ts';
import { generatedFiles } from '../docs/generate.ts';

const root = join(import.meta.dirname, '..');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'regie-config-'));
  writeFileSync(join(folder, 'google.json'), '{}');
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function configOf(given: Environment): Config {
  const read = readConfig(given);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.config;
}

function problemsOf(given: Environment): Problem[] {
  const read = readConfig(given);
  return read.ok ? [] : read.problems;
}

/** Everything a large agency would set. */
function everything(): Environment {
  return {
    TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/',
    TELEGRAM_STAFF_TOKEN: '100:staff-TOKEN_1',
    TELEGRAM_ARTIST_TOKENS: 'gribitch=101:aa, les-mauvais-garcons=102:bb',
    TELEGRAM_WEBHOOK_URL: 'https://regie.example.org/telegram',
    TELEGRAM_WEBHOOK_SECRET: 'abcdefghijklmnopqrstuvwx',
    SIGNAL_API_URL: 'http://signal:8080',
    SIGNAL_NUMBER: '+33612345678',
    NOTION_TOKEN: 'ntn_secret',
    NOTION_API_URL: 'http://127.0.0.1:8082',
    NOTION_ROOT_PAGE: 'https://www.notion.so/agence/Regie-0123456789abcdef0123456789ABCDEF?pvs=4',
    GOOGLE_CREDENTIALS: join(folder, 'google.json'),
    GOOGLE_API_ROOT: 'http://127.0.0.1:8083',
    OPENROUTER_BASE_URL: 'http://127.0.0.1:8084/api/v1',
    OPENROUTER_KEYS: 'booking/main=mistralai/mistral-large:free:sk-or-1,booking/spare=openai/gpt-5:sk-or-2',
    REDIS_URL: 'rediss://user:secret@redis:6380/1',
    REDIS_BIN: '/opt/redis-server',
    DATA_DIR: '/var/lib/regie',
    AGENCY_TIMEZONE: 'America/Montreal',
    AGENCY_LOCALE: 'en',
    CONTACT_EMAIL: 'contact@example.org',
    ENCRYPTION_KEY: 'AB'.repeat(32),
    WEB_PORT: '0',
    WEB_URL: 'https://regie.example.org/',
    ADMIN_TOKEN: 'let-me-in',
    CLOCK: 'movable',
    LOG_LEVEL: 'debug',
    LOCK_MS: '2000',
    STALLED_MS: '500',
    LEASE_MS: '3000',
  };
}

describe('reading the configuration', () => {
  it('when nothing is set, takes the defaults and leaves every service off', () => {
    expect(configOf({})).toEqual({
      telegram: { apiRoot: 'https://api.telegram.org', staffToken: null, artistTokens: {}, webhook: null },
      signal: null,
      notion: null,
      google: null,
      openrouter: null,
      agency: { timezone: 'Europe/Paris', locale: 'fr' },
      contactEmail: null,
      dataDir: resolve('.data'),
      redisUrl: null,
      redisBin: null,
      encryptionKey: null,
      webPort: 8080,
      webUrl: null,
      adminToken: null,
      logLevel: 'info',
      clock: 'system',
      lockMs: 30_000,
      stalledMs: 15_000,
      leaseMs: 10_000,
    });
  });

  it('when everything is set, hands every value over in its own form', () => {
    expect(configOf(everything())).toEqual({
      telegram: {
        apiRoot: 'http://127.0.0.1:8081',
        staffToken: '100:staff-TOKEN_1',
        artistTokens: { gribitch: '101:aa', 'les-mauvais-garcons': '102:bb' },
        webhook: { url: 'https://regie.example.org/telegram', secret: 'abcdefghijklmnopqrstuvwx' },
      },
      signal: { url: 'http://signal:8080', number: '+33612345678' },
      notion: { token: 'ntn_secret', apiUrl: 'http://127.0.0.1:8082', rootPage: '0123456789abcdef0123456789abcdef' },
      google: { credentialsFile: join(folder, 'google.json'), apiRoot: 'http://127.0.0.1:8083' },
      openrouter: {
        baseUrl: 'http://127.0.0.1:8084/api/v1',
        keys: [
          { team: 'booking', name: 'main', model: 'mistralai/mistral-large:free', key: 'sk-or-1' },
          { team: 'booking', name: 'spare', model: 'openai/gpt-5', key: 'sk-or-2' },
        ],
      },
      agency: { timezone: 'America/Montreal', locale: 'en' },
      contactEmail: 'contact@example.org',
      dataDir: '/var/lib/regie',
      redisUrl: 'rediss://user:secret@redis:6380/1',
      redisBin: '/opt/redis-server',
      encryptionKey: 'ab'.repeat(32),
      webPort: 0,
      webUrl: 'https://regie.example.org',
      adminToken: 'let-me-in',
      logLevel: 'debug',
      clock: 'movable',
      lockMs: 2000,
      stalledMs: 500,
      leaseMs: 3000,
    });
  });

  it('when every value is blank, reads as if nothing were set', () => {
    const blank = Object.fromEntries(Object.keys(settings.shape).map((name) => [name, '  ']));
    expect(configOf(blank)).toEqual(configOf({}));
  });

  it('when other variables are there, leaves them alone', () => {
    expect(configOf({ PATH: '/bin', REGIE_COLOUR: 'red' })).toEqual(configOf({}));
  });

  it.each([
    ['TELEGRAM_STAFF_TOKEN', 'SECRET-without-a-number'],
    ['TELEGRAM_API_ROOT', 'SECRET.example.org'],
    ['TELEGRAM_API_ROOT', 'ftp://SECRET'],
    ['TELEGRAM_ARTIST_TOKENS', 'gribitch=SECRET'],
    ['TELEGRAM_ARTIST_TOKENS', 'gribitch=1:SECRET,gribitch=2:SECRET'],
    ['TELEGRAM_ARTIST_TOKENS', 'gribitch=1:SECRET,autre=1:SECRET'],
    ['NOTION_TOKEN', 'SECRET token'],
    ['NOTION_ROOT_PAGE', 'SECRET-page'],
    ['GOOGLE_CREDENTIALS', '/SECRET/credentials.json'],
    ['OPENROUTER_KEYS', '/SECRET/keys.json'],
    ['OPENROUTER_KEYS', 'booking=model:SECRET'],
    ['OPENROUTER_KEYS', 'booking/a=model:SECRET,booking/a=model:SECRET2'],
    ['OPENROUTER_KEYS', 'booking/a=SECRET'],
    ['REDIS_URL', 'http://SECRET@redis'],
    ['AGENCY_TIMEZONE', 'Europe/SECRET'],
    ['AGENCY_LOCALE', 'SECRET'],
    ['CONTACT_EMAIL', 'SECRET'],
    ['ENCRYPTION_KEY', 'SECRET'],
    ['ENCRYPTION_KEY', 'ab'.repeat(31)],
    ['WEB_PORT', '65536'],
    ['WEB_PORT', 'SECRET'],
    ['WEB_PORT', '-1'],
    ['CLOCK', 'SECRET'],
    ['LOG_LEVEL', 'SECRET'],
    ['LOCK_MS', '30s'],
    ['STALLED_MS', '0'],
    ['LEASE_MS', '1e9'],
  ])('when %s is wrong (%s), names it and never its value', (variable, value) => {
    const problems = problemsOf({ [variable]: value });
    expect(problems).toEqual([{ variable, problem: expect.stringMatching(/^(is|does|holds|contains|reads) /) }]);
    expect(JSON.stringify(problems)).not.toContain('SECRET');
  });

  it('when several settings are wrong, names them all at once', () => {
    const problems = problemsOf({
      CLOCK: 'sundial',
      WEB_PORT: 'x',
      ENCRYPTION_KEY: 'x',
      SIGNAL_NUMBER: '+33612345678',
    });
    expect(problems.map(({ variable }) => variable).toSorted()).toEqual([
      'CLOCK',
      'ENCRYPTION_KEY',
      'SIGNAL_API_URL',
      'WEB_PORT',
    ]);
  });

  it.each([
    ['SIGNAL_API_URL', 'http://signal:8080', 'SIGNAL_NUMBER'],
    ['SIGNAL_NUMBER', '+33612345678', 'SIGNAL_API_URL'],
    ['TELEGRAM_WEBHOOK_URL', 'https://regie.example.org', 'TELEGRAM_WEBHOOK_SECRET'],
    ['TELEGRAM_WEBHOOK_SECRET', 'abcdefghijklmnopqrstuvwx', 'TELEGRAM_WEBHOOK_URL'],
  ])('when %s is set alone, names what is missing with it', (given, value, missing) => {
    expect(problemsOf({ [given]: value })).toEqual([{ variable: missing, problem: expect.stringContaining(given) }]);
  });

  it.each(['abcdefghijklmnopqrstuvw', 'abcdefghijklmnopqrstuvwx!', 'a'.repeat(257)])(
    'when the webhook secret is short, long or odd (%#), refuses it',
    (secret) => {
      expect(
        problemsOf({ TELEGRAM_WEBHOOK_URL: 'https://regie.example.org', TELEGRAM_WEBHOOK_SECRET: secret }),
      ).toHaveLength(1);
    },
  );

  it('when the keys of the AI teams are in a JSON file, reads them, and refuses unknown fields', () => {
    const file = join(folder, 'keys.json');
    const key = { team: 'booking', name: 'main', model: 'openai/gpt-5', key: 'sk-or-1' };
    writeFileSync(file, JSON.stringify([key]));
    expect(configOf({ OPENROUTER_KEYS: file }).openrouter?.keys).toEqual([key]);
    writeFileSync(file, JSON.stringify([{ ...key, colour: 'red' }]));
    expect(problemsOf({ OPENROUTER_KEYS: file })).toHaveLength(1);
  });

  it('when the port is off, listens on none', () => {
    expect(configOf({ WEB_PORT: 'off' }).webPort).toBeNull();
  });

  it('when anything at all is set, answers with a configuration or with problems, and never throws', () => {
    const names = fc.constantFrom(...Object.keys(settings.shape));
    fc.assert(
      fc.property(fc.dictionary(names, fc.oneof(fc.string(), fc.webUrl(), fc.string({ unit: 'binary' }))), (given) => {
        const read = readConfig(given);
        expect(read.ok || read.problems.length > 0).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("this process's environment", () => {
  it('when there is a .env file, stands before it, and the file fills in the rest', () => {
    const elsewhere = mkdtempSync(join(folder, 'cwd-'));
    writeFileSync(join(elsewhere, '.env'), 'CLOCK=system\nAGENCY_LOCALE=en\n');
    const script = `import { environment } from ${JSON.stringify(join(root, 'config.ts'))}; const { CLOCK, AGENCY_LOCALE } = environment(); console.log(CLOCK, AGENCY_LOCALE);`;
    const options = { cwd: elsewhere, env: { PATH: '', CLOCK: 'movable' }, encoding: 'utf8' } as const;
    const tsx = join(root, 'node_modules', 'tsx', 'dist', 'esm', 'index.mjs');
    expect(spawnSync(execPath, ['--import', tsx, '--input-type=module', '-e', script], options).stdout).toBe(
      'movable en\n',
    );
    rmSync(join(elsewhere, '.env'));
    expect(spawnSync(execPath, ['--import', tsx, '--input-type=module', '-e', script], options).stdout).toBe(
      'movable undefined\n',
    );
  });
});

describe('what is written from the settings', () => {
  it('when a setting is added, it has its heading and its words', () => {
    for (const [name, schema] of Object.entries(settings.shape))
      expect({ name, what: about.get(schema)?.what }).toEqual({ name, what: expect.stringMatching(/^.{20,}\.$/s) });
  });

  it('when .env.example is copied as it is, the product starts with the defaults', () => {
    const copied = parseEnv(renderEnvExample());
    expect(Object.keys(copied).toSorted()).toEqual(Object.keys(settings.shape).toSorted());
    expect(configOf(copied)).toEqual(configOf({}));
  });

  it.each(Object.entries(generatedFiles()))(
    'when the settings changed, %s was written again (npm run docs)',
    (path, text) => {
      expect(readFileSync(join(root, path), 'utf8')).toBe(text);
    },
  );
});

describe('what is off', () => {
  it('when nothing is set, names every service that is left out, with settings that exist and what it costs in both languages', () => {
    const off = whatIsOff(configOf({}));
    expect(off.map(({ service }) => service)).toEqual([
      'Telegram',
      'Signal',
      'Notion',
      'Google',
      'OpenRouter',
      'Address',
      'Admin',
      'Contact',
    ]);
    for (const { variables, costs } of off) {
      for (const variable of variables) expect(Object.keys(settings.shape)).toContain(variable);
      expect(costs.fr).not.toBe(costs.en);
    }
  });

  it('when everything is set, names nothing', () => {
    expect(whatIsOff(configOf(everything()))).toEqual([]);
  });

  it('when the port is off, says so', () => {
    expect(whatIsOff(configOf({ ...everything(), WEB_PORT: 'off' })).map(({ service }) => service)).toEqual(['Web']);
  });
});
