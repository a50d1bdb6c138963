import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { violations } from './check.ts';
import { readSource } from './source-file.ts';

const root = join(import.meta.dirname, '..', '..');
const elsewhere = new Set(['node_modules', '.git', '.cache', '.data', 'coverage']);

function sources(folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return elsewhere.has(entry.name) ? [] : sources(path);
    return path.endsWith('.ts') ? [path] : [];
  });
}

/** The breaches of one planted file. */
function planted(path: string, text: string): string[] {
  return violations([readSource(path, text)]);
}

describe('the house', () => {
  it('when all of it is read, keeps its rules of imports, of use and of length', () => {
    const files = sources().map((path) => readSource(path, readFileSync(join(root, path), 'utf8')));
    expect(files.length).toBeGreaterThan(20);
    expect(violations(files)).toEqual([]);
  });
});

describe('the check of the house', () => {
  it.each([
    ['domain/day.ts', '../core/clock.ts'],
    ['domain/day.ts', '../config.ts'],
    ['core/commit.ts', '../store/redis.ts'],
    ['core/commit.ts', '#/store/redis.ts'],
    ['store/records.ts', '../bot/router.ts'],
    ['store/records.ts', '../config.ts'],
    ['documents/sheet.ts', '../store/redis.ts'],
    ['prompts/offer/prompt.ts', '../../integrations/openrouter/client.ts'],
    ['locales/locale.ts', '../conversations/absence.ts'],
    ['integrations/notion/client.ts', '../google/client.ts'],
    ['integrations/notion/client.ts', '../../store/redis.ts'],
    ['bot/channels/telegram/parse.ts', '../signal/parse.ts'],
    ['bot/channels/telegram/parse.ts', '../../../integrations/signal/client.ts'],
    ['bot/channels/signal/parse.ts', '../../router.ts'],
    ['bot/router.ts', '../store/redis.ts'],
    ['bot/router.ts', '../jobs/booking/deal.job.ts'],
    ['conversations/absence.ts', '../jobs/booking/deal.handler.ts'],
    ['conversations/absence.ts', '../jobs/queue.ts'],
    ['conversations/absence.ts', '../store/redis.ts'],
    ['jobs/booking/deal.job.ts', './deal.handler.ts'],
    ['jobs/booking/deal.job.ts', '../../store/redis.ts'],
    ['jobs/booking/deal.handler.ts', '../../conversations/absence.ts'],
    ['jobs/booking/deal.handler.ts', '../../bot/sender.ts'],
    ['jobs/booking/deal.handler.ts', '../../web/server.ts'],
    ['jobs/booking/deal.handler.ts', '../../sandbox/kit/server.ts'],
    ['web/server.ts', '../jobs/booking/deal.handler.ts'],
    ['web/server.ts', '../store/redis.ts'],
    ['sandbox/telegram/bot.ts', '../../core/clock.ts'],
    ['config.ts', './core/clock.ts'],
    ['main.ts', './test/support/redis.ts'],
  ])('when %s imports %s, names file, import and rule, however it is written', (path, target) => {
    const breach = [expect.stringMatching(/^(\S+) imports (\S+): \S+ may import /)];
    expect(planted(path, `import { x } from '${target}';`)[0]).toContain(`${path} imports ${target}: `);
    expect(planted(path, `import { x } from '${target}';`)).toEqual(breach);
    expect(planted(path, `import type { X } from '${target}';`)).toEqual(breach);
    expect(planted(path, `export { x } from '${target}';`)).toEqual(breach);
    expect(planted(path, `export * from '${target}';`)).toEqual(breach);
    expect(planted(path, `const late = () => import('${target}');`)).toEqual(breach);
    expect(planted(path, `type X = import('${target}').X;`)).toEqual(breach);
  });

  it.each([
    ['core/commit.ts', '../domain/day.ts'],
    ['store/server/find-redis.ts', '../../core/errors.ts'],
    ['integrations/notion/client.ts', './mapping.ts'],
    ['integrations/notion/client.ts', '../../core/errors.ts'],
    ['bot/channels/signal/parse.ts', '../../../integrations/signal/client.ts'],
    ['bot/channels/registry.ts', './telegram/channel.ts'],
    ['conversations/absence.ts', '../jobs/hr/leave.job.ts'],
    ['jobs/booking/deal.handler.ts', '../../integrations/google/calendar.ts'],
    ['web/server.ts', '../jobs/hr/leave.job.ts'],
    ['demo/demo.ts', '../sandbox/kit/server.ts'],
    ['main.ts', './sandbox/kit/server.ts'],
    ['bot/router.ts', 'node:fs'],
    ['bot/router.ts', 'zod'],
  ])('when %s imports %s, is content', (path, target) => {
    expect(planted(path, `import { x } from '${target}';`)).toEqual([]);
  });

  it.each([
    ['bot/sender.ts', 'bullmq'],
    ['jobs/booking/deal.handler.ts', 'bullmq'],
    ['store/records.ts', 'ioredis'],
    ['store/server/find-redis.ts', 'ioredis/built/Redis.js'],
    ['bot/router.ts', 'grammy'],
    ['bot/router.ts', '@grammyjs/auto-retry'],
    ['conversations/absence.ts', 'grammy/types'],
    ['integrations/notion/client.ts', 'axios'],
    ['bot/channels/signal/transport.ts', 'axios'],
    ['jobs/booking/deal.handler.ts', '@googleapis/calendar'],
    ['sandbox/google/token.ts', 'google-auth-library'],
  ])('when %s imports the package %s, says whose it is', (path, name) => {
    expect(planted(path, `import { x } from '${name}';`)).toEqual([
      expect.stringContaining(`${path} imports ${name}: only `),
    ]);
  });

  it('when a room imports the types of a package alone, allows it only where that is said', () => {
    expect(planted('store/records.ts', "import type { Redis } from 'ioredis';")).toEqual([]);
    expect(planted('store/records.ts', "import { type Redis } from 'ioredis';")).toEqual([]);
    expect(planted('store/records.ts', "import { type Redis, Cluster } from 'ioredis';")).toHaveLength(1);
    expect(planted('bot/router.ts', "import type { Redis } from 'ioredis';")).toHaveLength(1);
  });

  it.each([
    ['process.env', 'const home = process.env.HOME;'],
    ['process.env', "const home = process['env'];"],
    ['process.env', 'const { env } = process;'],
    ['process.env', "import { env } from 'node:process';"],
    ['process.env', "import { env as outside } from 'process';"],
    ['the time', 'const now = Date.now();'],
    ['the time', 'const now = [1].map(Date.now);'],
    ['the time', 'const now = new Date();'],
    ['the time', 'const now = Date();'],
    ['the time', 'const { now } = Date;'],
    ['the time', 'const today = Temporal.Now.plainDateISO();'],
    ['chance', 'const dice = Math.random();'],
    ['console', "console.log('x');"],
    ['console', 'const { log } = console;'],
  ])('when a room uses %s (%s), says who may', (use, text) => {
    expect(planted('conversations/absence.ts', text)).toEqual([
      expect.stringContaining(`conversations/absence.ts uses ${use}: only `),
    ]);
  });

  it('when such words stand in comments, strings or other meanings, is content', () => {
    const text =
      "// process.env, Date.now()\nconst words = 'console.log(Math.random())';\nconst day = new Date(0);\nconst now = clock.now();\n";
    expect(planted('conversations/absence.ts', text)).toEqual([]);
  });

  it('when what is imported is computed, refuses it', () => {
    expect(planted('core/commit.ts', 'const late = (name) => import(name);')).toEqual([
      expect.stringContaining('written out'),
    ]);
  });

  it('when a folder has no rule, says so', () => {
    expect(planted('helpers/misc.ts', 'export const x = 1;')).toEqual([
      'helpers/misc.ts: no rule speaks of this folder',
    ]);
  });

  it('when a file is longer than the limit, says how long it is', () => {
    expect(planted('core/commit.ts', ';\n'.repeat(300))).toEqual([]);
    expect(planted('core/commit.ts', '\n'.repeat(301))).toEqual(['core/commit.ts has 301 lines: 300 is the most']);
  });
});
