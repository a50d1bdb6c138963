import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pid } from 'node:process';
import { wait } from '../../core/clock.ts';
import { permanent } from '../../core/errors.ts';
import { startGuarded, type Guarded } from './guard.ts';
import { isAlive } from './process-lock.ts';
import { type Program } from './program.ts';
import { ask, type Reply } from './resp.ts';
import { socketPathOf } from './socket-path.ts';

/** A Redis of our own, on a unix socket that only this user may open. */
export interface PrivateServer {
  readonly socketPath: string;
  /** Resolves with a sentence when the server ended without being asked to. */
  readonly lost: Promise<string>;
  readonly stop: () => Promise<void>;
}

const pollMs = 10;
/** How long a server may take to open its socket, and a dying one to leave, in polls. */
const patience = 1500;

/**
 * Starts the private server of a data directory: append-only file written every second, no eviction, no TCP port. It
 * resolves when the server has read its data and answers.
 */
export async function startPrivateServer(program: Program, dataDir: string): Promise<PrivateServer> {
  const socketPath = socketPathOf(dataDir);
  const folder = join(resolve(dataDir), 'redis');
  rmSync(socketPath, { force: true });
  const server = startGuarded(program, settings(folder, socketPath));
  writeFileSync(ownerFile(socketPath), String(pid));
  await untilReady(server, socketPath, join(folder, 'redis.log'));
  let asked = false;
  return {
    socketPath,
    lost: server.ended.then((code) =>
      asked
        ? new Promise<string>(() => undefined)
        : `the private Redis ended by itself (${code ?? 'signal'}); see ${folder}/redis.log`,
    ),
    stop: async () => {
      asked = true;
      await server.end();
    },
  };
}

/** Snapshots are off: the append-only file alone holds the data, and one way of saving is enough to reason about. */
function settings(folder: string, socketPath: string): string[] {
  const options = {
    port: '0',
    unixsocket: socketPath,
    unixsocketperm: '700',
    dir: folder,
    appendonly: 'yes',
    appendfsync: 'everysec',
    'maxmemory-policy': 'noeviction',
    save: '',
    daemonize: 'no',
    logfile: join(folder, 'redis.log'),
    loglevel: 'warning',
  };
  return Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
}

async function untilReady(server: Guarded, socketPath: string, logFile: string): Promise<void> {
  const ended = server.ended.then(() => 'ended' as const);
  for (let silent = 0; silent < patience; silent += 1) {
    const reply = await ask(socketPath, ['PING']);
    if (reply?.ok === true) return;
    if (reply !== null && isBusyReading(reply)) silent = 0;
    if ((await Promise.race([ended, wait(pollMs)])) === 'ended') throw notStarted(logFile);
  }
  await server.end();
  throw notStarted(logFile);
}

function notStarted(logFile: string): Error {
  return permanent('redis.start', `the private Redis did not start: ${lastLines(logFile)} (${logFile})`);
}

function lastLines(logFile: string): string {
  try {
    return readFileSync(logFile, 'utf8').trim().split('\n').slice(-2).join(' · ') || 'it said nothing';
  } catch {
    return 'it wrote no log';
  }
}

/**
 * True when the private server of this data directory runs and may be shared. A server whose owner is gone is about to
 * end: it is asked to, waited for, and not shared. Two servers on one append-only file would spoil it, so that a server
 * which neither answers nor leaves is an error.
 */
export async function mayShare(dataDir: string): Promise<boolean> {
  const socketPath = socketPathOf(dataDir);
  if ((await ask(socketPath, ['PING'])) === null) return false;
  const shared = ownerLives(socketPath);
  if (!shared) await ask(socketPath, ['SHUTDOWN']);
  for (let left = patience; left > 0; left -= 1) {
    const reply = await ask(socketPath, ['PING']);
    if (reply === null) return false;
    if (reply.ok && shared) return true;
    if (isBusyReading(reply)) left = patience;
    await wait(pollMs);
  }
  throw permanent('redis.hung', `a Redis at ${socketPath} neither answers nor ends: end its process, then start again`);
}

/** A server that still reads its data says so; that may take as long as it takes. */
function isBusyReading(reply: Reply): boolean {
  return !reply.ok && reply.error.startsWith('LOADING');
}

function ownerFile(socketPath: string): string {
  return join(dirname(socketPath), 'owner.pid');
}

function ownerLives(socketPath: string): boolean {
  try {
    return isAlive(Number(readFileSync(ownerFile(socketPath), 'utf8')));
  } catch {
    return false;
  }
}
