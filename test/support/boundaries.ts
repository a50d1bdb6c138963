import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A moment at which a process can be killed: the nth time something of that name happens, before or after it took effect. */
export interface Boundary {
  /** `redis`: a request to the store; `telegram`, `signal`, `google`: a call of the platform. */
  readonly where: 'redis' | 'telegram' | 'signal' | 'google';
  readonly when: 'before' | 'after';
  readonly name: string;
  readonly nth: number;
}

/** Which requests count: those that change or take something, or every one that is part of the work. */
export type Depth = 'changes' | 'everything';

const scriptNames = ['commit', 'append', 'find', 'lease'] as const;
const lua = join(import.meta.dirname, '..', '..', 'store', 'lua');
const scriptsBySha = new Map(
  scriptNames.map((name) => {
    const text = readFileSync(join(lua, `${name}.lua`), 'utf8');
    return [createHash('sha1').update(text).digest('hex'), { name, text }] as const;
  }),
);

/** EXPIRE is left out: it goes out together with the SADD of an attempt and only says when to forget. */
const changing = new Set(['sadd', 'spop', 'hset', 'set', 'del', 'xack', 'xdel', 'exec']);
const reading = new Set(['hmget', 'hget', 'smembers', 'zscore']);

/** The name of a request, ids and instants left out so that it is the same in every run; null when it is idle or none of the work. */
export function nameOfRequest(words: readonly string[], depth: Depth): string | null {
  const [command = '', ...args] = words;
  const verb = command.toLowerCase();
  if (args.some((word) => word.includes(':bull:') || word.includes(':clock:'))) return null;
  if (verb === 'evalsha' || verb === 'eval') return nameOfScript(args, depth);
  if (verb === 'xreadgroup') return `take ${args[args.indexOf('STREAMS') + 1] ?? ''}`;
  if (!changing.has(verb) && (depth === 'changes' || !reading.has(verb))) return null;
  return `${verb} ${withoutIds(args[0] ?? '')}`;
}

function nameOfScript([which = '', , , ...args]: readonly string[], depth: Depth): string | null {
  const script = scriptsBySha.get(which) ?? [...scriptsBySha.values()].find((one) => one.text === which);
  if (script?.name === 'commit') return `commit ${withoutIds(stepOf(args[0] ?? ''))}`;
  if (script?.name === 'append') return `append ${args[0] ?? ''}`;
  // Leases are renewed by the clock, whatever is being done.
  return script?.name === 'find' && depth === 'everything' ? `find ${args[0] ?? ''}` : null;
}

function stepOf(commit: string): string {
  const parsed: unknown = JSON.parse(commit);
  const id = typeof parsed === 'object' && parsed !== null && 'id' in parsed ? parsed.id : undefined;
  return typeof id === 'string' ? id : '?';
}

function withoutIds(text: string): string {
  return text
    .replaceAll(/absence-[\w-]+?(?=[.:]|$)/g, 'absence-*')
    .replaceAll(/\d{10,}-\d+/g, '*')
    .replaceAll(/(?<=:)\d{12,}/g, '*')
    .replaceAll(/(?<=:)[\w-]{20,}/g, '*')
    .replaceAll(/^(regie:r:[a-z-]+:).*/g, '$1*');
}

/** A read of a stream that brought entries took them; one that brought none changed nothing and is not counted. */
export function tookEntries(reply: Buffer): boolean {
  return /\r\n\d{13,}-\d+\r\n/.test(reply.toString('latin1'));
}

/** Counts how often each name came. */
export function createCounter(): { readonly next: (name: string) => number; readonly counts: Map<string, number> } {
  const counts = new Map<string, number>();
  return {
    counts,
    next: (name) => {
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      return count;
    },
  };
}

/** How a boundary is shown in a test's name. */
export function showBoundary({ where, when, name, nth }: Boundary): string {
  return `${when} ${where} ${name} #${nth}`;
}
