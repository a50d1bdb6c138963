import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readTarget } from '../../cli/clock.ts';
import { runProgram } from '../../cli/program.ts';
import { instantOf } from '../../domain/day.ts';
import { startTestRedis, type TestRedis } from '../support/redis.ts';
import { day, hour, noon } from '../support/builders.ts';

let redis: TestRedis;
let folder: string;
beforeAll(async () => {
  redis = await startTestRedis();
  folder = await mkdtemp(join(tmpdir(), 'regie-cli-'));
});
afterAll(async () => {
  await redis.stop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => redis.flush());

async function* linesOf(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

async function regie(argv: readonly string[], environment: Record<string, string> = {}, lines: readonly string[] = []) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runProgram(
    argv,
    { REDIS_URL: redis.url, DATA_DIR: folder, LOG_LEVEL: 'silent', WEB_PORT: 'off', ...environment },
    { out: (line) => out.push(line), err: (line) => err.push(line), input: linesOf(lines) },
  );
  return { code, out, err };
}

/** Everybody as other tools read them, acts in the order of their ids. */
async function listed(): Promise<unknown[]> {
  const { out } = await regie(['people', '--json']);
  const rows = z.array(z.looseObject({ artists: z.array(z.string()) })).parse(JSON.parse(out.join('')));
  return rows.map((row) => ({ ...row, artists: row.artists.toSorted() }));
}

describe('people and invitations', () => {
  it('when the demo is seeded, everybody is listed with roles, acts and accounts, by name', async () => {
    expect((await regie(['seed', 'demo'])).code).toBe(0);
    const { code, out } = await regie(['people', '--json']);
    expect([code, out]).toHaveLength(2);
    const row = z.strictObject({
      id: z.string(),
      name: z.string(),
      roles: z.array(z.string()),
      artists: z.array(z.string()),
      locale: z.enum(['fr', 'en']),
      accounts: z.array(z.string()),
    });
    const rows = z.array(row).parse(JSON.parse(out.join('')));
    expect(rows.find((one) => one.id === 'anna-kervella')?.artists).toContain('gribitch');
    expect(rows.find((one) => one.id === 'ines-belkacem')?.artists).toContain('gribitch');
    expect(rows.map((one) => one.name)).toEqual(
      rows.map((one) => one.name).toSorted((a, b) => a.localeCompare(b, 'fr')),
    );
  });

  it('when somebody is invited, one line of JSON holds the code, and channels that are off are null', async () => {
    await regie(['seed', 'demo']);
    const { code, out } = await regie(['invite', 'lea-moreau', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out.join(''))).toEqual({
      code: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/),
      telegram: null,
      signal: null,
    });
  });

  it('when nobody has that id, says so in one line and ends with 1', async () => {
    const { code, out, err } = await regie(['invite', 'nobody']);
    expect([code, out, err]).toEqual([1, [], [expect.stringContaining('nobody')]]);
  });
});

describe('days', () => {
  it('when one text is given, prints one reading; with - one for each line', async () => {
    const { code, out } = await regie(['days', 'pas là le 12 mars', '--today', '2027-03-01']);
    expect([code, out.length]).toEqual([0, 1]);
    expect(out[0]).toContain('2027-03-12');
    const many = await regie(['days', '-', '--today', '2027-03-01'], {}, ['le 12 mars', '', 'bonjour']);
    expect([many.code, many.out.length]).toEqual([0, 3]);
  });

  it.each([
    [['days', 'x', '--today', 'demain'], '--today'],
    [['days', 'x', '--today', '2027-02-29'], '--today'],
    [['days', 'x', '--today', '2027-03-01', '--locale', 'de'], '--locale'],
  ])('when %j is asked, one line says what is wrong with it', async (argv, about) => {
    const { code, out, err } = await regie(argv);
    expect([code, out, err]).toEqual([1, [], [expect.stringContaining(about)]]);
  });
});

describe('the clock', () => {
  it.each<[string, number | null]>([
    ['+3d', noon + 72 * hour],
    ['+90m', noon + 1.5 * hour],
    ['+1w', noon + 168 * hour],
    ['+10s', noon + 10_000],
    ['2027-04-01T09:00', instantOf(day('2027-04-01'), '09:00', 'Europe/Paris')],
    ['2027-04-01', instantOf(day('2027-04-01'), '00:00', 'Europe/Paris')],
    ['+3', null],
    ['-3d', null],
    ['3d', null],
    ['+3y', null],
    ['2027-02-29T09:00', null],
    ['2027-04-01T25:00', null],
    ['2027-04-01T09:00Z', null],
    ['demain', null],
    ['', null],
  ])('when %j is given, it is %j', (text, expected) => {
    expect(readTarget(text, noon, 'Europe/Paris')).toBe(expected);
  });

  it('when it is not movable, it is not moved', async () => {
    const { code, err } = await regie(['clock', '+3d']);
    expect([code, err.join('')]).toEqual([1, expect.stringContaining('CLOCK=movable')]);
  });

  it('when it is moved, prints the time in the agency’s zone; back it does not go', async () => {
    const movable = { CLOCK: 'movable' };
    const moved = await regie(['clock', '2037-01-01T09:00'], movable);
    expect([moved.code, moved.out]).toEqual([0, ['2037-01-01 09:00']]);
    const back = await regie(['clock', '2036-12-31T09:00'], movable);
    expect([back.code, back.err]).toEqual([1, ['regie: the clock moves forward only']]);
  });
});

describe('what is wrong', () => {
  it('when a setting cannot be read, one line a setting names it, without its value', async () => {
    const { code, err } = await regie(['people'], { ENCRYPTION_KEY: 'secret-and-short', AGENCY_TIMEZONE: 'Mars/Base' });
    expect(code).toBe(1);
    expect(err.join('\n')).toMatch(/ENCRYPTION_KEY[\s\S]*AGENCY_TIMEZONE|AGENCY_TIMEZONE[\s\S]*ENCRYPTION_KEY/);
    expect(err.join('\n')).not.toContain('secret-and-short');
    expect(err.join('\n').split('\n')).toHaveLength(2);
  });

  it('when nobody is known yet, doctor says how to mend it and ends with 1', async () => {
    const { code, out } = await regie(['doctor']);
    expect(code).toBe(1);
    expect(out.join('\n')).toMatch(/❌ people: .*seed/);
    await regie(['seed', 'demo']);
    expect((await regie(['doctor'])).code).toBe(0);
  });

  it('when a role does not exist, starting names those that do', async () => {
    const { code, err } = await regie(['start', '--role', 'dancer']);
    expect([code, err.join('')]).toEqual([1, expect.stringMatching(/dancer.*bot, worker, web/)]);
  });

  it('when a folder to seed is not there, says so and changes nothing', async () => {
    const { code, err } = await regie(['seed', join(folder, 'no-such-folder')]);
    expect(code).toBe(1);
    expect(err.join('')).not.toBe('');
    expect((await regie(['people', '--json'])).out).toEqual(['[]']);
  });

  it('when records are rewritten, says how many, and everybody is still there', async () => {
    await regie(['seed', 'demo']);
    const before = await listed();
    const { code, out } = await regie(['migrate']);
    expect([code, out.join('')]).toEqual([0, expect.stringMatching(/^[1-9]\d* records rewritten$/)]);
    expect(await listed()).toEqual(before);
  });

  it.each([['no-such-command'], ['invite'], ['days', 'x'], ['clock']])(
    'when %s is written alone, the exit code is not 0',
    async (...argv) => {
      expect((await regie(argv)).code).not.toBe(0);
    },
  );

  it.each(['start', 'demo', 'seed', 'people', 'invite', 'days', 'clock', 'doctor', 'migrate'])(
    'when %s --help is asked, it helps and ends with 0',
    async (name) => {
      const { code, out } = await regie([name, '--help']);
      expect([code, out.join('')]).toEqual([0, expect.stringContaining(name)]);
    },
  );
});

describe('the program itself', () => {
  const root = join(import.meta.dirname, '..', '..');
  function main(argv: readonly string[], input = ''): Promise<{ code: number | null; out: string; err: string }> {
    return new Promise((resolve) => {
      const child = spawn(process.execPath, ['--import', 'tsx', 'main.ts', ...argv], {
        cwd: root,
        env: { PATH: process.env['PATH'], REDIS_URL: redis.url, DATA_DIR: folder, LOG_LEVEL: 'silent' },
      });
      let [out, err] = ['', ''];
      child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
      child.on('close', (code) => resolve({ code, out, err }));
      child.stdin.end(input);
    });
  }

  it('when it is run on lines of standard input, it prints a line each and ends by itself', async () => {
    const { code, out, err } = await main(['days', '-', '--today', '2027-03-01'], 'le 12 mars\nle 13 mars\n');
    expect([code, err, out.trim().split('\n').length]).toEqual([0, '', 2]);
  });

  it('when a command fails, one line of trouble, nothing on standard output and no stack', async () => {
    const { code, out, err } = await main(['invite', 'nobody']);
    expect([code, out, err.trim().split('\n').length]).toEqual([1, '', 1]);
  });
});
