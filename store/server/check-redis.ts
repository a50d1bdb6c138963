import { z } from 'zod';

/** The two questions asked of a connection; an ioredis client answers them as it is. */
export interface Inspectable {
  readonly info: (section: string) => Promise<string>;
  readonly config: (operation: 'GET', name: string) => Promise<unknown>;
}

/** The oldest server whose commands the store uses. */
const oldestVersion = [6, 2] as const;

/**
 * What keeps this Redis from holding the agency's data, as sentences; empty when nothing does. Without an append-only
 * file a crash loses what was acknowledged, and a server that evicts forgets records: both are refused, not advised.
 * INFO is asked first, because managed servers forbid CONFIG.
 */
export async function checkRedis(connection: Inspectable): Promise<string[]> {
  const facts = readFacts(
    `${await connection.info('server')}\n${await connection.info('persistence')}\n${await connection.info('memory')}`,
  );
  const appendOnly = facts.get('aof_enabled') ?? (await setting(connection, 'appendonly'));
  const policy = facts.get('maxmemory_policy') ?? (await setting(connection, 'maxmemory-policy'));
  const found = [versionProblem(facts.get('redis_version')), appendOnlyProblem(appendOnly), policyProblem(policy)];
  return found.filter((problem) => problem !== null);
}

function readFacts(info: string): Map<string, string> {
  const pairs = info.split(/\r?\n/).map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1)];
  });
  return new Map(pairs.filter(([name]) => name !== ''));
}

/** CONFIG GET answers a list of names and values (RESP2) or a map (RESP3). */
const settingReply = z.union([
  z.tuple([z.string(), z.string()]).transform(([, value]) => value),
  z.record(z.string(), z.string()).transform((map) => Object.values(map)[0]),
]);

/** Undefined when the server forbids CONFIG or does not know the setting. */
async function setting(connection: Inspectable, name: string): Promise<string | undefined> {
  try {
    const reply = settingReply.safeParse(await connection.config('GET', name));
    return reply.success ? reply.data : undefined;
  } catch {
    return undefined;
  }
}

function versionProblem(version: string | undefined): string | null {
  if (version === undefined) return null;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const oldEnough = major > oldestVersion[0] || (major === oldestVersion[0] && minor >= oldestVersion[1]);
  return oldEnough ? null : `Redis ${version} is too old: Régie needs ${oldestVersion.join('.')} or newer, or Valkey.`;
}

function appendOnlyProblem(value: string | undefined): string | null {
  if (value === '1' || value === 'yes') return null;
  if (value === undefined) return forbidden('appendonly yes');
  return 'This Redis keeps no append-only file: after a crash it would have lost what Régie was told. Set "appendonly yes" (redis-cli CONFIG SET appendonly yes, then CONFIG REWRITE; with a managed Redis, choose the plan with AOF persistence).';
}

function policyProblem(value: string | undefined): string | null {
  if (value === 'noeviction') return null;
  if (value === undefined) return forbidden('maxmemory-policy noeviction');
  return `This Redis forgets records when its memory is full (maxmemory-policy ${value}). Set "maxmemory-policy noeviction" (redis-cli CONFIG SET maxmemory-policy noeviction, then CONFIG REWRITE; with a managed Redis, in its console).`;
}

function forbidden(wanted: string): string {
  return `This Redis does not say whether it runs with "${wanted}", and forbids CONFIG, as managed servers do. Régie does not start without being sure: set it in the provider's console and choose a plan whose INFO shows it, or run a Redis of your own.`;
}
