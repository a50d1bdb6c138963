import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { checkRedis } from '../store/server/check-redis.ts';

const root = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

const service = z.looseObject({
  image: z.string().optional(),
  environment: z.record(z.string(), z.string()).optional(),
  env_file: z.array(z.strictObject({ path: z.string(), required: z.boolean() })).optional(),
  command: z.array(z.string()).optional(),
  volumes: z.array(z.string()).default([]),
  ports: z.array(z.string()).default([]),
  profiles: z.array(z.string()).default([]),
  depends_on: z
    .record(z.string(), z.strictObject({ condition: z.string(), required: z.boolean().optional() }))
    .default({}),
  healthcheck: z.looseObject({ test: z.array(z.string()) }).optional(),
  restart: z.string(),
  logging: z.strictObject({ driver: z.string(), options: z.record(z.string(), z.string()) }),
});
const compose = z
  .looseObject({
    services: z.strictObject({ app: service, redis: service, signal: service }),
    volumes: z.record(z.string(), z.unknown()),
  })
  .parse(parse(read('docker-compose.yml')));
const { app, redis, signal } = compose.services;

describe('the compose file', () => {
  it('when Redis starts, it is one that Régie accepts, with its data in a named volume and a health check', async () => {
    const option = (name: string): string | undefined => redis.command?.[redis.command.indexOf(`--${name}`) + 1];
    const problems = await checkRedis({
      info: () => Promise.resolve(''),
      config: (_operation, name) => Promise.resolve([name, option(name) ?? '']),
    });
    expect(problems).toEqual([]);
    expect(redis.volumes).toContain('redis:/data');
    expect(Object.keys(compose.volumes)).toContain('redis');
    expect(redis.healthcheck?.test.join(' ')).toContain('redis-cli ping');
  });

  it('when the app starts, it waits for a healthy Redis, and for Signal only where Signal was asked for', () => {
    expect(app.depends_on['redis']).toEqual({ condition: 'service_healthy' });
    expect(app.depends_on['signal']).toEqual({ condition: 'service_healthy', required: false });
    expect(app.environment?.['REDIS_URL']).toBe('redis://redis:6379');
  });

  it('when there is a .env file it counts, and without one everything starts all the same', () => {
    expect(app.env_file).toEqual([{ path: '.env', required: false }]);
  });

  it('when Signal runs, it is a pinned version that pushes messages, asked for by its profile, and out of reach from outside', () => {
    expect(signal.image).toBe('bbernhard/signal-cli-rest-api:0.100');
    expect(signal.environment?.['MODE']).toBe('json-rpc');
    expect(signal.profiles).toEqual(['signal']);
    expect(signal.ports).toEqual([]);
    expect(signal.volumes).toEqual(['signal:/home/.local/share/signal-cli']);
  });

  it('when anything is published, it is the app alone, on this machine alone', () => {
    expect(redis.ports).toEqual([]);
    expect(app.ports.every((port) => port.startsWith('127.0.0.1:'))).toBe(true);
  });

  it.each(Object.entries(compose.services))(
    'when %s fails it comes back, and its log does not fill the disk',
    (_name, { restart, logging }) => {
      expect(restart).toBe('unless-stopped');
      expect(logging.options['max-size']).toMatch(/^\d+m$/);
    },
  );
});

describe('the image', () => {
  const lines = read('Dockerfile').split('\n');

  it('when it is built, takes the locked packages without development tools and without their scripts', () => {
    expect(lines).toContain('RUN npm ci --omit=dev --ignore-scripts');
    expect(lines.filter((line) => line.startsWith('FROM ')).every((line) => line.startsWith('FROM node:24-slim'))).toBe(
      true,
    );
  });

  it('when it runs, is not root, says whether it is healthy, and is itself the process that is told to stop', () => {
    expect(lines.indexOf('USER node')).toBeGreaterThan(lines.findLastIndex((line) => line.startsWith('FROM ')));
    expect(read('Dockerfile')).toMatch(/HEALTHCHECK [\s\S]*\/healthz/);
    expect(lines).toContain('CMD ["node", "--import", "tsx", "main.ts", "start"]');
  });

  it.each(['.env', '.data', '.cache', 'node_modules', '.git'])('when the folder is copied, leaves %s out', (name) => {
    expect(read('.dockerignore').split('\n')).toContain(name);
  });
});
