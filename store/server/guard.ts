import { spawn, type ChildProcess } from 'node:child_process';
import { type Program } from './program.ts';

/**
 * A small shell stands between us and the server and holds the reading end of a pipe of ours. The kernel closes the
 * writing end however we end, SIGKILL included; the shell then ends the server, first politely. When the server ends by
 * itself the shell ends with it, which is how we hear of it.
 */
const script = `
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
( while read -r _ <&3; do :; done
  kill -TERM "$server" 2>/dev/null
  sleep 10
  kill -KILL "$server" 2>/dev/null ) </dev/null >/dev/null 2>&1 &
watcher=$!
exec 3<&-
wait "$server"
code=$?
kill "$watcher" 2>/dev/null
exit "$code"
`;

/** A guarded server process: when it has ended, and how to end it. */
export interface Guarded {
  /** Resolves with the server's exit code once it has ended, whoever ended it; null when it could not be started. */
  readonly ended: Promise<number | null>;
  /** Ends the server, lets it write what it holds, and resolves when it is gone. */
  readonly end: () => Promise<void>;
}

/**
 * Starts the program so that it cannot outlive this process. It runs in a session of its own: Ctrl-C in a terminal
 * reaches us alone, and we finish our work before Redis goes. It does not keep the process alive either.
 */
export function startGuarded(program: Program, args: readonly string[]): Guarded {
  const shell = spawn('/bin/sh', ['-c', script, 'regie-redis', program.path, ...args], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { PATH: '/usr/bin:/bin', ...program.environment },
  });
  const ended = exitOf(shell);
  shell.stdin.on('error', () => undefined);
  shell.unref();
  return {
    ended,
    end: async () => {
      shell.ref();
      shell.stdin.end();
      await ended;
    },
  };
}

function exitOf(shell: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    shell.once('error', () => resolve(null));
    shell.once('exit', (code) => resolve(code));
  });
}
