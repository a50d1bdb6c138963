import { type Config } from '../config.ts';
import { type Log } from '../core/log.ts';
import { wait } from '../core/clock.ts';
import { createLog } from './log.ts';
import { type RoleName } from './role-names.ts';
import { startRole, type Running } from './roles.ts';
import { openRuntime, type Runtime } from './runtime.ts';

const drainMs = 25_000;

/** Roles at work in this process. */
export interface Started {
  readonly runtime: Runtime;
  readonly ready: Promise<void>;
  /** Exchanges with Redis that serving the bots has taken so far. */
  readonly roundTrips: () => number;
  /** Resolves with one line when the process must end by itself. */
  readonly failed: Promise<string>;
  readonly stop: () => Promise<void>;
}

/** Opens the store and starts the roles asked for. */
export async function startRoles(config: Config, roles: readonly RoleName[], log: Log): Promise<Started> {
  const runtime = await openRuntime(config, log, roles.join('+'));
  let fail = (_line: string): void => undefined;
  const failed = new Promise<string>((resolve) => (fail = resolve));
  void runtime.lost.then((line) => fail(line));
  const running: Running[] = [];
  for (const role of roles)
    running.push(await startRole(role, runtime, (code, message) => fail(`${code}: ${message}`)));
  return {
    runtime,
    ready: Promise.all(running.map((one) => one.ready)).then(() => undefined),
    roundTrips: () => running.reduce((sum, one) => sum + one.roundTrips(), 0),
    failed,
    stop: async () => {
      await Promise.all(running.map((one) => one.stop()));
      await runtime.close();
    },
  };
}

/** Runs until SIGTERM or SIGINT, then finishes what is in hand, for at most 25 s. A fatal condition ends it with an error. */
export async function runUntilSignalled(
  config: Config,
  roles: readonly RoleName[],
  streams: { readonly out: (line: string) => void },
): Promise<void> {
  const signalled = new Promise<null>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve(null));
  });
  const log = createLog(config.logLevel);
  const started = await startRoles(config, roles, log);
  void started.ready.then(() => streams.out(`régie: ${roles.join(', ')} ready`));
  const failure = await Promise.race([signalled, started.failed]);
  await Promise.race([started.stop(), wait(drainMs)]);
  if (failure !== null) throw new Error(failure);
}
