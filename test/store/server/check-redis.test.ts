import { describe, expect, it } from 'vitest';
import { checkRedis, type Inspectable } from '../../../store/server/check-redis.ts';
import { ask } from '../../../store/server/resp.ts';
import { startTestRedis } from '../../support/redis.ts';

interface Answers {
  readonly version?: string;
  readonly aof?: string;
  readonly policy?: string;
  readonly config?: (name: string) => unknown;
}

/** A server whose INFO says only what is given, and whose CONFIG is forbidden unless given. */
function server(answers: Answers): Inspectable {
  const line = (name: string, value: string | undefined): string => (value === undefined ? '' : `${name}:${value}\r\n`);
  return {
    info: (section) =>
      Promise.resolve(
        {
          server: line('redis_version', answers.version),
          persistence: line('aof_enabled', answers.aof),
          memory: line('maxmemory_policy', answers.policy),
        }[section] ?? '',
      ),
    config: (_operation, name) =>
      answers.config === undefined
        ? Promise.reject(new Error("NOPERM can't run this command"))
        : Promise.resolve(answers.config(name)),
  };
}

describe('the check of a Redis', () => {
  it('when it keeps an append-only file and never evicts, finds nothing', async () => {
    expect(await checkRedis(server({ version: '7.2.4', aof: '1', policy: 'noeviction' }))).toEqual([]);
  });

  it('when it keeps no append-only file, says what would be lost and what to set', async () => {
    const [problem, ...others] = await checkRedis(server({ version: '7.2.4', aof: '0', policy: 'noeviction' }));
    expect(problem).toContain('CONFIG SET appendonly yes');
    expect(others).toEqual([]);
  });

  it.each(['allkeys-lru', 'volatile-lru', 'volatile-ttl', 'allkeys-random'])(
    'when it evicts (%s), names the policy and the right one',
    async (policy) => {
      const problems = await checkRedis(server({ version: '7.2.4', aof: '1', policy }));
      expect(problems).toHaveLength(1);
      expect(problems[0]).toContain(policy);
      expect(problems[0]).toContain('maxmemory-policy noeviction');
    },
  );

  it('when it is too old, says which version is needed', async () => {
    expect(await checkRedis(server({ version: '6.0.16', aof: '1', policy: 'noeviction' }))).toEqual([
      expect.stringContaining('6.2'),
    ]);
  });

  it('when several things are wrong, says them all', async () => {
    expect(await checkRedis(server({ version: '5.0.7', aof: '0', policy: 'allkeys-lru' }))).toHaveLength(3);
  });

  it('when INFO does not say, asks CONFIG, in either protocol', async () => {
    const values: Record<string, string> = { appendonly: 'yes', 'maxmemory-policy': 'noeviction' };
    expect(await checkRedis(server({ config: (name) => [name, values[name]] }))).toEqual([]);
    expect(await checkRedis(server({ config: (name) => ({ [name]: values[name] }) }))).toEqual([]);
    expect(await checkRedis(server({ config: (name) => [name, 'no'] }))).toHaveLength(2);
  });

  it('when neither INFO nor CONFIG says, refuses and explains managed servers', async () => {
    const problems = await checkRedis(server({ version: '7.2.4' }));
    expect(problems).toHaveLength(2);
    for (const problem of problems) expect(problem).toContain('forbids CONFIG');
  });

  it('when it is the private Redis, finds nothing; once its settings are spoilt, finds both', async () => {
    const redis = await startTestRedis();
    const connection: Inspectable = {
      info: async (section) => {
        const reply = await ask(redis.url, ['INFO', section]);
        return reply?.ok === true ? reply.text : '';
      },
      config: () => Promise.reject(new Error('not asked')),
    };
    expect(await checkRedis(connection)).toEqual([]);
    await ask(redis.url, ['CONFIG', 'SET', 'appendonly', 'no']);
    await ask(redis.url, ['CONFIG', 'SET', 'maxmemory-policy', 'allkeys-lru']);
    expect(await checkRedis(connection)).toHaveLength(2);
    await redis.stop();
  });
});
