import { resolve, join } from 'node:path';
import { type Log } from '../../core/log.ts';
import { permanent } from '../../core/errors.ts';
import { debianCopy } from './debian-copy.ts';
import { mayShare, startPrivateServer } from './private-server.ts';
import { withLock } from './process-lock.ts';
import { onThePath, works, type Program } from './program.ts';
import { socketPathOf } from './socket-path.ts';

/** What decides which Redis is used. */
export interface FindOptions {
  /** `REDIS_URL`: used as it stands when set. */
  readonly redisUrl: string | null;
  /** Where the private server keeps its data; one private server per data directory. */
  readonly dataDir: string;
  /** `REDIS_BIN`: the program to start when it is not on the PATH under its usual name. */
  readonly redisBin: string | null;
  /** Where a fetched copy is kept and found again. */
  readonly cacheDir: string;
  readonly log: Log;
}

/** A Redis to connect to. */
export interface FoundRedis {
  /** A redis:// URL, or the absolute path of a unix socket; the client takes either. */
  readonly address: string;
  /** True when this process started the server, which then ends with it. */
  readonly started: boolean;
  /** Resolves with a sentence when a server started here ended by itself; never settles for the others. */
  readonly lost: Promise<string>;
  /** Ends a server started here and resolves when it has written its data; does nothing to others. */
  readonly stop: () => Promise<void>;
}

const startPatienceMs = 60_000;

/**
 * The Redis of this installation: the one named by the configuration, else the private one already running for this
 * data directory (so that a command can run beside the product), else a private one started now. A shared private
 * server ends with the process that started it; an installation of several lasting processes names a REDIS_URL.
 */
export async function findRedis(options: FindOptions): Promise<FoundRedis> {
  if (options.redisUrl !== null) return notOurs(options.redisUrl);
  const socketPath = socketPathOf(options.dataDir);
  return withLock(join(resolve(options.dataDir), 'redis', 'start.lock'), startPatienceMs, async () => {
    if (await mayShare(options.dataDir)) return notOurs(socketPath);
    const server = await startPrivateServer(await findProgram(options), options.dataDir);
    return { address: server.socketPath, started: true, lost: server.lost, stop: server.stop };
  });
}

/** The server program of this machine: named, installed, or a private copy of the distribution's; else three ways to get one. */
export async function findProgram(options: Pick<FindOptions, 'redisBin' | 'cacheDir' | 'log'>): Promise<Program> {
  if (options.redisBin !== null) {
    const named = { path: resolve(options.redisBin), environment: {} };
    if (await works(named)) return named;
    throw permanent(
      'redis.program',
      'REDIS_BIN does not lead to a redis-server or valkey-server that starts on this machine',
    );
  }
  const program = (await onThePath(['redis-server', 'valkey-server'])) ?? (await debianCopy(options));
  if (program !== null) return program;
  throw permanent('redis.missing', threeWays);
}

const threeWays = [
  'Régie needs a Redis or Valkey server and found none. Choose one of three:',
  '1. install it: sudo apt install redis-server, or brew install valkey;',
  '2. run it in Docker: docker run -d -p 127.0.0.1:6379:6379 redis:7-alpine redis-server --appendonly yes --maxmemory-policy noeviction, then REDIS_URL=redis://127.0.0.1:6379;',
  '3. name one you have: REDIS_URL=redis://user:password@host:6379 (with its append-only file on and maxmemory-policy noeviction).',
].join('\n');

function notOurs(address: string): FoundRedis {
  return { address, started: false, lost: new Promise(() => undefined), stop: () => Promise.resolve() };
}
