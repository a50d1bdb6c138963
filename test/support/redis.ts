import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wait } from '../../core/clock.ts';
import { findProgram } from '../../store/server/find-redis.ts';
import { mayShare, startPrivateServer, type PrivateServer } from '../../store/server/private-server.ts';
import { type Program } from '../../store/server/program.ts';
import { ask } from '../../store/server/resp.ts';
import { silentLog } from './silent-log.ts';

/** A real Redis of one test file: its own socket, its own append-only file, nobody else's data. */
export interface TestRedis {
  /** The path of its unix socket; `new Redis(url)` of ioredis and `REDIS_URL` both take it. */
  readonly url: string;
  /** Empties it. */
  readonly flush: () => Promise<void>;
  /** SIGKILL, as an out-of-memory killer would; resolves when it is gone. */
  readonly kill: () => Promise<void>;
  /** Starts it again on the append-only file it left, at the same path. */
  readonly restart: () => Promise<void>;
  /** Ends it and removes its data. */
  readonly stop: () => Promise<void>;
}

/** The server program of this machine, from where the product itself finds it. */
export function testProgram(): Promise<Program> {
  return findProgram({ redisBin: null, cacheDir: join(import.meta.dirname, '..', '..', '.cache'), log: silentLog });
}

/** Starts a Redis for a test file; call it in `beforeAll` and `stop` in `afterAll`. It dies with the test process in any case. */
export async function startTestRedis(): Promise<TestRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'regie-test-'));
  const program = await testProgram();
  let server: PrivateServer = await startPrivateServer(program, folder);
  const url = server.socketPath;
  const kill = async (): Promise<void> => {
    process.kill(await serverProcess(url), 'SIGKILL');
    await server.lost;
  };
  return {
    url,
    flush: async () => {
      await ask(url, ['FLUSHALL', 'SYNC'], 5000);
    },
    kill,
    restart: async () => {
      if (await mayShare(folder)) await kill();
      server = await startPrivateServer(program, folder);
    },
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The process number of the server that answers there. */
export async function serverProcess(socketPath: string): Promise<number> {
  const reply = await ask(socketPath, ['INFO', 'server'], 5000);
  const found = reply?.ok === true ? /process_id:(\d+)/.exec(reply.text)?.[1] : undefined;
  if (found === undefined) throw new Error(`no Redis answers at ${socketPath}`);
  return Number(found);
}

/** Resolves once nobody answers at that path any more; false when somebody still does after `ms`. */
export async function isGone(socketPath: string, ms: number): Promise<boolean> {
  for (let waited = 0; waited < ms; waited += 20) {
    if ((await ask(socketPath, ['PING'])) === null) return true;
    await wait(20);
  }
  return false;
}
