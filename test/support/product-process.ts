import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { env, execPath } from 'node:process';

const root = join(import.meta.dirname, '..', '..');

/** What `--role` takes. */
export type Role = 'bot' | 'worker' | 'web' | 'signal-reader';

/** How a process of the product ended: its exit code, or null and the signal. */
export interface ProcessEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** The product running as a process of its own, as an operator starts it. */
export interface ProductProcess {
  readonly child: ChildProcess;
  /** Resolves when it said that all its roles are at work. */
  readonly ready: Promise<void>;
  readonly ended: Promise<ProcessEnd>;
  /** What it wrote on standard error. */
  readonly errors: () => string;
  /** SIGKILL; resolves when it is gone. */
  readonly kill: () => Promise<void>;
  /** SIGTERM; resolves with how it ended. */
  readonly terminate: () => Promise<ProcessEnd>;
}

/** Starts `main.ts start` with these roles and this environment, and nothing else of ours in it. */
export function startProduct(roles: readonly Role[], environment: Readonly<Record<string, string>>): ProductProcess {
  const child = spawn(execPath, ['--import', 'tsx', 'main.ts', 'start', ...roles.flatMap((role) => ['--role', role])], {
    cwd: root,
    env: { PATH: env['PATH'], HOME: env['HOME'], TMPDIR: env['TMPDIR'], ...environment },
  });
  let output = '';
  let errors = '';
  let becameReady = (): void => undefined;
  const ready = new Promise<void>((resolve) => (becameReady = resolve));
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString('utf8');
    if (/^régie: .* ready$/m.test(output)) becameReady();
  });
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString('utf8')));
  const ended = new Promise<ProcessEnd>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  return {
    child,
    ready,
    ended,
    errors: () => errors,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    terminate: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
