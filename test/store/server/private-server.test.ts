import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { type Readable, type Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { wait } from '../../../core/clock.ts';
import { findRedis, type FoundRedis } from '../../../store/server/find-redis.ts';
import { isAlive } from '../../../store/server/process-lock.ts';
import { ask, isReady } from '../../../store/server/resp.ts';
import { isGone, serverProcess } from '../../support/redis.ts';
import { silentLog } from '../../support/silent-log.ts';

const cacheDir = join(import.meta.dirname, '..', '..', '..', '.cache');
let folder = '';
const found: FoundRedis[] = [];
const owners: ChildProcessByStdio<Writable, Readable, null>[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'regie-find-'));
});

afterEach(async () => {
  for (const owner of owners.splice(0)) owner.kill('SIGKILL');
  for (const redis of found.splice(0)) await redis.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function find(dataDir = folder): Promise<FoundRedis> {
  const redis = await findRedis({ redisUrl: null, dataDir, redisBin: null, cacheDir, log: silentLog });
  found.push(redis);
  return redis;
}

const announcement = z.strictObject({ address: z.string(), started: z.boolean() });

/** A real Node process that finds its Redis as the product does. */
async function owner(): Promise<z.infer<typeof announcement> & { kill: (signal: NodeJS.Signals) => Promise<void> }> {
  const fixture = join(import.meta.dirname, 'owner.fixture.ts');
  const child = spawn(execPath, ['--import', 'tsx', fixture, folder, cacheDir], { stdio: ['pipe', 'pipe', 'inherit'] });
  owners.push(child);
  const [line] = await once(child.stdout, 'data');
  return {
    ...announcement.parse(JSON.parse(String(line))),
    kill: async (signal) => {
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    },
  };
}

async function text(address: string, ...command: string[]): Promise<string> {
  const reply = await ask(address, command);
  return reply === null ? 'nobody answers' : reply.ok ? reply.text : reply.error;
}

describe('the private Redis', () => {
  it('when nothing else is named, starts one that only this user can open, with its data under the data directory', async () => {
    const redis = await find();
    expect(redis.started).toBe(true);
    expect(redis.address).toBe(join(folder, 'redis', 'redis.sock'));
    expect(statSync(redis.address).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'redis')).mode & 0o777).toBe(0o700);
    expect(
      existsSync(join(folder, 'redis', 'appendonlydir')) || existsSync(join(folder, 'redis', 'appendonly.aof')),
    ).toBe(true);
  });

  it('when it runs, keeps an append-only file, evicts nothing and opens no TCP port', async () => {
    const { address } = await find();
    expect(await text(address, 'INFO', 'persistence')).toContain('aof_enabled:1');
    expect(await text(address, 'INFO', 'memory')).toContain('maxmemory_policy:noeviction');
    expect(await text(address, 'INFO', 'server')).toContain('tcp_port:0');
  });

  it('when it is stopped, is gone, and the next one has its data', async () => {
    const first = await find();
    await ask(first.address, ['SET', 'noted', 'yes']);
    await first.stop();
    expect(await ask(first.address, ['PING'])).toBeNull();
    const second = await find();
    expect(second.started).toBe(true);
    await ask(second.address, ['APPEND', 'noted', '!']);
    expect(await text(second.address, 'GET', 'noted')).toBe('yes!');
  });

  it('when its parent is killed with SIGKILL, ends as well and loses nothing it acknowledged', async () => {
    const parent = await owner();
    expect(parent.started).toBe(true);
    await ask(parent.address, ['SET', 'noted', 'yes']);
    const server = await serverProcess(parent.address);
    await parent.kill('SIGKILL');
    expect(await isGone(parent.address, 5000)).toBe(true);
    await expect.poll(() => isAlive(server)).toBe(false);
    expect(await text((await find()).address, 'GET', 'noted')).toBe('yes');
  });

  it('when its parent is killed and a new process starts at once, the new one has a server of its own', async () => {
    const parent = await owner();
    const before = await serverProcess(parent.address);
    await parent.kill('SIGKILL');
    const redis = await find();
    expect(redis.started).toBe(true);
    expect(await serverProcess(redis.address)).not.toBe(before);
  });

  it('when another process already runs it, shares it and leaves it running', async () => {
    const parent = await owner();
    const shared = await find();
    expect(shared).toMatchObject({ address: parent.address, started: false });
    await shared.stop();
    expect(await isReady(parent.address)).toBe(true);
  });

  it('when it runs but is too busy to answer, waits for it instead of starting a second one on the same data', async () => {
    const parent = await owner();
    const server = await serverProcess(parent.address);
    process.kill(server, 'SIGSTOP');
    const shared = find();
    await wait(1500);
    process.kill(server, 'SIGCONT');
    expect(await shared).toMatchObject({ address: parent.address, started: false });
  });

  it('when several start at the same moment, one starts it and the others share it', async () => {
    const all = await Promise.all([find(), find(), owner(), owner()]);
    expect(all.filter(({ started }) => started)).toHaveLength(1);
    expect(new Set(all.map(({ address }) => address)).size).toBe(1);
  });

  it('when a crash left a socket file, a lock and an owner behind, starts all the same', async () => {
    const gone = spawn('/bin/true');
    await once(gone, 'exit');
    mkdirSync(join(folder, 'redis'), { mode: 0o700 });
    for (const name of ['redis.sock', 'start.lock', 'owner.pid'])
      writeFileSync(join(folder, 'redis', name), String(gone.pid));
    const redis = await find();
    expect(redis.started).toBe(true);
    expect(await isReady(redis.address)).toBe(true);
  });

  it('when the path of the data directory is too long for a socket, listens in the temporary folder, for this user alone', async () => {
    const deep = join(folder, 'a'.repeat(60), 'b'.repeat(60));
    const redis = await find(deep);
    expect(Buffer.byteLength(redis.address)).toBeLessThanOrEqual(100);
    expect(redis.address.startsWith(tmpdir())).toBe(true);
    expect(statSync(join(redis.address, '..')).mode & 0o777).toBe(0o700);
    expect((await find(deep)).started).toBe(false);
    rmSync(join(redis.address, '..'), { recursive: true });
  });

  it('when its data cannot be read, says what the server said and where the log is', async () => {
    mkdirSync(join(folder, 'redis', 'appendonlydir'), { recursive: true, mode: 0o700 });
    writeFileSync(join(folder, 'redis', 'appendonlydir', 'appendonly.aof.manifest'), 'not a manifest\n');
    await expect(find()).rejects.toThrow(/did not start: .*manifest.*redis\.log/i);
  });

  it('when the server ends by itself, says so to whoever started it', async () => {
    const redis = await find();
    process.kill(await serverProcess(redis.address), 'SIGKILL');
    expect(await redis.lost).toContain('ended by itself');
  });

  it('when REDIS_URL is set, uses it as it stands and starts nothing', async () => {
    const redis = await findRedis({
      redisUrl: 'redis://elsewhere:6379',
      dataDir: folder,
      redisBin: null,
      cacheDir,
      log: silentLog,
    });
    expect(redis).toMatchObject({ address: 'redis://elsewhere:6379', started: false });
    expect(existsSync(join(folder, 'redis'))).toBe(false);
  });

  it('when REDIS_BIN leads to something else, refuses and names the variable', async () => {
    const wrong = findRedis({ redisUrl: null, dataDir: folder, redisBin: '/bin/true', cacheDir, log: silentLog });
    await expect(wrong).rejects.toThrow('REDIS_BIN');
    expect(() => readFileSync(join(folder, 'redis', 'start.lock'))).toThrow('ENOENT');
  });
});
