import { execFile } from 'node:child_process';

/** A server program that can be started: its absolute path, and the environment it needs (nothing else is handed on). */
export interface Program {
  readonly path: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** What a finished command left behind; a command that could not be started counts as failed. */
export interface Finished {
  readonly ok: boolean;
  readonly output: string;
  readonly complaint: string;
}

/** Runs a command to its end and collects what it said; never rejects. */
export function run(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): Promise<Finished> {
  return new Promise((resolve) => {
    execFile(command, args, { ...options, encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 }, (error, stdout, stderr) => {
      resolve({ ok: error === null, output: stdout, complaint: error === null ? stderr : stderr || error.message });
    });
  });
}

/** True when the program starts on this machine and says it is a Redis or Valkey server; a copy may lack a library here. */
export async function works(program: Program): Promise<boolean> {
  const { ok, output } = await run(program.path, ['--version'], { env: { ...program.environment } });
  return ok && /server/i.test(output);
}

/** The first of these names that the PATH leads to, as an absolute path; null when none does. */
export async function onThePath(names: readonly string[]): Promise<Program | null> {
  for (const name of names) {
    const { ok, output } = await run('/bin/sh', ['-c', 'command -v "$1"', 'sh', name]);
    const program = { path: output.trim(), environment: {} };
    if (ok && program.path.startsWith('/') && (await works(program))) return program;
  }
  return null;
}
