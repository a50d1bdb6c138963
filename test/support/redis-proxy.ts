import { rm } from 'node:fs/promises';
import { createServer, connect, type Socket } from 'node:net';
import { createCutter, wordsOf } from './resp-stream.ts';

/** Whoever watches decides about every request and every reply. `stop` freezes everything that goes through, for good. */
export interface Watcher {
  /** `stop`: it is not forwarded. `last`: it is, and nothing after it. */
  readonly request: (words: readonly string[]) => 'pass' | 'last' | 'stop';
  /** `stop`: the reply is not passed on. */
  readonly reply: (words: readonly string[], reply: Buffer) => 'pass' | 'stop';
}

/** A door in front of Redis for one process. */
export interface RedisProxy {
  /** What that process takes as `REDIS_URL`. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Opens a unix socket at `url` whose connections lead to the Redis at `upstream`, under the eyes of the watcher. */
export async function startRedisProxy(upstream: string, url: string, watcher: Watcher): Promise<RedisProxy> {
  const open = new Set<Socket>();
  const state = { requestsFrozen: false, frozen: false };
  const server = createServer((client) => {
    const redis = connect(upstream);
    const asked: (readonly string[])[] = [];
    const cutRequests = createCutter();
    const cutReplies = createCutter();
    client.on('data', (chunk) => {
      for (const request of cutRequests(bytes(chunk))) {
        if (state.requestsFrozen || state.frozen) return;
        const words = wordsOf(request);
        const verdict = watcher.request(words);
        if (verdict === 'stop') state.frozen = true;
        else {
          asked.push(words);
          redis.write(request);
          if (verdict === 'last') state.requestsFrozen = true;
        }
      }
    });
    redis.on('data', (chunk) => {
      for (const reply of cutReplies(bytes(chunk))) {
        if (state.frozen) return;
        if (watcher.reply(asked.shift() ?? [], reply) === 'stop') state.frozen = true;
        else client.write(reply);
      }
    });
    for (const [socket, other] of [
      [client, redis],
      [redis, client],
    ] as const) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(url, resolve));
  return {
    url,
    stop: async () => {
      for (const socket of open) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await rm(url, { force: true });
    },
  };
}

function bytes(chunk: Buffer | string): Buffer {
  return typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}
