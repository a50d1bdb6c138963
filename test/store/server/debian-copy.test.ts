import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Log } from '../../../core/log.ts';
import { debianCopy } from '../../../store/server/debian-copy.ts';
import { works, type Program } from '../../../store/server/program.ts';
import { silentLog } from '../../support/silent-log.ts';

let cacheDir = '';
const codes: unknown[] = [];
const log: Log = {
  ...silentLog,
  info: (fields) => codes.push(fields['code']),
  warn: (fields) => codes.push(fields['code']),
};
let copies: (Program | null)[] = [];

beforeAll(async () => {
  cacheDir = mkdtempSync(join(tmpdir(), 'regie-copy-'));
  copies = await Promise.all([debianCopy({ cacheDir, log }), debianCopy({ cacheDir, log })]);
  if (copies[0] === null)
    console.warn('NOT CHECKED: fetching Redis without root (no apt-get here, or the packages are out of reach)');
});

afterAll(() => {
  rmSync(cacheDir, { recursive: true, force: true });
});

describe("a private copy of the distribution's Redis", () => {
  it('when it was fetched, starts, and leaves no package list or archive behind', async () => {
    const [copy] = copies;
    if (copy === null || copy === undefined) return;
    expect(await works(copy)).toBe(true);
    expect(copy.path.startsWith(cacheDir)).toBe(true);
    expect(readdirSync(join(cacheDir, 'redis'))).toHaveLength(1);
  });

  it('when two processes want it at the same moment, is fetched once for both', () => {
    if (copies[0] === null) return;
    expect(codes).toEqual(['redis.fetching']);
    expect(copies[1]).toEqual(copies[0]);
  });

  it('when it is there already, is used without fetching again', async () => {
    if (copies[0] === null) return;
    codes.length = 0;
    expect(await debianCopy({ cacheDir, log })).toEqual(copies[0]);
    expect(codes).toEqual([]);
  });

  it('when the copy no longer starts here, is not used', async () => {
    const [copy] = copies;
    if (copy === null || copy === undefined) return;
    rmSync(join(copy.path, '..', '..', 'lib'), { recursive: true });
    expect(existsSync(copy.path)).toBe(true);
    expect(await works(copy)).toBe(false);
  });
});
