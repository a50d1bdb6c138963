import { readFileSync } from 'node:fs';
import { Redis } from 'ioredis';
import { type Log } from '../core/log.ts';

/** The scripts of the store, by the name of their file under `lua/`. */
const scripts = ['commit', 'append', 'find', 'lease', 'release', 'advance', 'effect'] as const;
type Script = (typeof scripts)[number];

/** Counts network exchanges with Redis: a pipeline or a script is one, however much it carries. */
export interface RoundTrips {
  readonly count: () => number;
}

/** A connection to the store, with its scripts and the prefix of its keys. */
export interface Connection {
  readonly redis: Redis;
  readonly prefix: string;
  readonly key: (name: string) => string;
  readonly run: (script: Script, ...args: readonly (string | number)[]) => Promise<unknown>;
  readonly roundTrips: RoundTrips;
  readonly close: () => Promise<void>;
}

/** `address` is a redis:// URL or the path of a unix socket. */
export interface ConnectionOptions {
  readonly address: string;
  readonly prefix: string;
  readonly log: Log;
}

/**
 * Opens a connection that outlives restarts of the server: commands wait for it to come back and are sent again, which
 * is safe because every step of the store is named and done once.
 */
export function connect(options: ConnectionOptions): Connection {
  const redis = new Redis(options.address, {
    maxRetriesPerRequest: null,
    enableAutoPipelining: true,
    // Stream replies have another shape in the newer protocol, which older servers do not speak.
    protocol: 2,
    retryStrategy: (attempt) => Math.min(50 * attempt, 1000),
  });
  redis.on('error', (error: Error) =>
    options.log.warn({ code: 'store.connection', error: error.name }, 'redis is unreachable'),
  );
  for (const name of scripts) redis.defineCommand(name, { numberOfKeys: 1, lua: source(name) });
  const roundTrips = countRoundTrips(redis);
  return {
    redis,
    prefix: options.prefix,
    key: (name) => `${options.prefix}:${name}`,
    run: (script, ...args) => call(redis, script, options.prefix, args),
    roundTrips,
    close: async () => {
      redis.disconnect();
      await Promise.resolve();
    },
  };
}

/** A bare connection for the job queue, which brings scripts of its own and waits on it. */
export function connectQueue(options: ConnectionOptions): Redis {
  const redis = new Redis(options.address, {
    maxRetriesPerRequest: null,
    retryStrategy: (attempt) => Math.min(50 * attempt, 1000),
  });
  redis.on('error', (error: Error) =>
    options.log.warn({ code: 'store.connection', error: error.name }, 'redis is unreachable'),
  );
  return redis;
}

function source(name: Script): string {
  return readFileSync(new URL(`lua/${name}.lua`, import.meta.url), 'utf8');
}

type Callable = Readonly<Record<Script, (...args: readonly (string | number)[]) => Promise<unknown>>>;

function isCallable(redis: object): redis is Callable {
  return scripts.every((name) => name in redis);
}

function call(redis: Redis, script: Script, prefix: string, args: readonly (string | number)[]): Promise<unknown> {
  if (!isCallable(redis)) return Promise.reject(new TypeError('the scripts are not defined'));
  return redis[script](prefix, ...args);
}

/** ioredis hands every command of a pipeline the same collecting stream, which is how a pipeline is told from single commands. */
function countRoundTrips(redis: Redis): RoundTrips {
  let count = 0;
  const pipelines = new WeakSet<object>();
  const send = redis.sendCommand.bind(redis);
  redis.sendCommand = (command, stream) => {
    if (stream === undefined || stream === null) count += 1;
    else if (!pipelines.has(stream)) {
      pipelines.add(stream);
      count += 1;
    }
    return send(command, stream);
  };
  return { count: () => count };
}
