import { Command } from 'commander';
import { readConfig, type Config, type Environment } from '../config.ts';
import { describeError } from '../core/errors.ts';
import { roleNames } from './role-names.ts';
import { type Runtime } from './runtime.ts';

/** Where a command writes: results on standard output, one line of trouble on standard error. */
export interface Streams {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  readonly input: AsyncIterable<string>;
}

/** Ends a command with one line and exit code 1. */
class CommandFailure extends Error {}

/** Reads the command line and carries it out. Returns the exit code. */
export async function runProgram(argv: readonly string[], environment: Environment, streams: Streams): Promise<number> {
  const program = new Command('regie').description('The control room of a music agency, reached by chat.');
  program.exitOverride().configureOutput({
    writeOut: (text) => streams.out(text.trimEnd()),
    writeErr: (text) => streams.err(text.trimEnd()),
  });
  addRunning(program, environment, streams);
  addRecords(program, environment, streams);
  addTools(program, environment, streams);
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof Error && 'exitCode' in error && typeof error.exitCode === 'number') return error.exitCode;
    streams.err(error instanceof CommandFailure ? error.message : `regie: ${describeError(error).message}`);
    return 1;
  }
}

function addRunning(program: Command, environment: Environment, streams: Streams): void {
  program
    .command('start')
    .description('run Régie; without --role, all of it in this process')
    .option('--role <role...>', `what this process is: ${roleNames.join(', ')}`)
    .action(async (options: { role?: string[] }) => {
      const roles = roleNames.filter((name) => options.role === undefined || options.role.includes(name));
      const unknown = options.role?.find((name) => !roleNames.some((known) => known === name));
      if (unknown !== undefined)
        throw new CommandFailure(`regie: there is no role "${unknown}"; roles are ${roleNames.join(', ')}`);
      const wanted = options.role === undefined ? roles.filter((name) => name !== 'signal-reader') : roles;
      const { runUntilSignalled } = await import('./start.ts');
      await runUntilSignalled(configOf(environment), wanted, streams);
    });
  program
    .command('demo')
    .description('play a story with a made-up agency on emulated Telegram and Signal, then stay up')
    .option('--once', 'end after the story: 0 when every step is seen in the ledger, else 1')
    .option('--port <port>', 'where the sandbox is controlled', '0')
    .action(async (options: { once?: boolean; port: string }) => {
      const { playDemo } = await import('../demo/demo.ts');
      const code = await playDemo({ once: options.once === true, port: Number(options.port), write: streams.out });
      if (code !== 0) throw new CommandFailure('regie: the story was not complete');
    });
}

function addRecords(program: Command, environment: Environment, streams: Streams): void {
  program
    .command('seed')
    .argument('<folder>', 'a folder of JSON files, or "demo"')
    .description('fill the store with an agency')
    .action((folder: string) =>
      withRuntime(environment, async (runtime) => {
        const { seedAgency } = await import('./seed.ts');
        const outcome = await seedAgency(runtime, folder);
        if (!outcome.ok) throw new CommandFailure(outcome.problems.join('\n'));
        streams.out(`${outcome.records} records`);
      }),
    );
  program
    .command('people')
    .option('--json', 'as JSON')
    .description('list everybody, with roles, acts and linked accounts')
    .action((options: { json?: boolean }) =>
      withRuntime(environment, async (runtime) => {
        const { listPeople } = await import('./people.ts');
        const rows = await listPeople(runtime);
        if (options.json === true) streams.out(JSON.stringify(rows));
        else
          for (const row of rows)
            streams.out(`${row.id}  ${row.name}  ${row.roles.join(', ')}  ${row.artists.join(', ')}`);
      }),
    );
  program
    .command('invite')
    .argument('<person-id>', 'from `regie people`')
    .option('--json', 'as JSON')
    .description('make a one-time code that links a Telegram or Signal account to a person')
    .action((id: string, options: { json?: boolean }) =>
      withRuntime(environment, async (runtime) => {
        const { invitePerson } = await import('./invite.ts');
        const invited = await invitePerson(runtime, id);
        if (invited === null) throw new CommandFailure(`regie: nobody has the id "${id}"; see \`regie people\``);
        if (options.json === true) return streams.out(JSON.stringify(invited));
        if (invited.telegram !== null) streams.out(`Telegram: ${invited.telegram}`);
        if (invited.signal !== null)
          streams.out(`Signal: send ${invited.signal} to ${runtime.config.signal?.number ?? ''}`);
        if (invited.telegram === null && invited.signal === null) streams.out(invited.code);
      }),
    );
}

function addTools(program: Command, environment: Environment, streams: Streams): void {
  program
    .command('days')
    .argument('<text>', 'what somebody wrote, or - for a line each of standard input')
    .requiredOption('--today <date>', 'YYYY-MM-DD')
    .option('--locale <locale>', 'fr or en', 'fr')
    .description('show how spoken days are understood')
    .action(async (text: string, options: { today: string; locale: string }) => {
      const { daysLines } = await import('./days.ts');
      for await (const line of daysLines(text, options, streams.input)) {
        if (!line.ok) throw new CommandFailure(line.problem);
        streams.out(line.json);
      }
    });
  program
    .command('clock')
    .argument('<target>', '+3d, +90m or 2026-12-01T09:00')
    .description('move the clock forward (CLOCK=movable) and wait until all is done')
    .action((target: string) => withRuntime(environment, (runtime) => moveClockTo(runtime, target, streams)));
  program
    .command('doctor')
    .description('check what this installation depends on')
    .action(() =>
      withRuntime(environment, async (runtime) => {
        const { examine } = await import('./doctor.ts');
        const findings = await examine(runtime);
        for (const finding of findings) streams.out(`${finding.ok ? '✅' : '❌'} ${finding.about}: ${finding.says}`);
        if (findings.some((finding) => !finding.ok)) throw new CommandFailure('regie: something needs mending');
      }),
    );
  program
    .command('migrate')
    .description('rewrite records of earlier shapes in the present one')
    .action(() =>
      withRuntime(environment, async (runtime) => {
        const { migrate } = await import('./migrate.ts');
        streams.out(`${await migrate(runtime)} records rewritten`);
      }),
    );
}

async function moveClockTo(runtime: Runtime, text: string, streams: Streams): Promise<void> {
  if (runtime.config.clock !== 'movable') throw new CommandFailure('regie: the clock moves only with CLOCK=movable');
  const { advanceClock, readTarget } = await import('./clock.ts');
  const target = readTarget(text, runtime.clock.now(), runtime.config.agency.timezone);
  if (target === null)
    throw new CommandFailure(`regie: "${text}" is neither a step (+3d) nor a time (2026-12-01T09:00)`);
  if (target < runtime.clock.now()) throw new CommandFailure('regie: the clock moves forward only');
  const left = await advanceClock(runtime, target);
  if (left.length > 0) throw new CommandFailure(`regie: moved, but this is still on its way: ${left.join(', ')}`);
  streams.out(
    new Intl.DateTimeFormat('sv-SE', {
      dateStyle: 'short',
      timeStyle: 'short',
      timeZone: runtime.config.agency.timezone,
    }).format(target),
  );
}

function configOf(environment: Environment): Config {
  const read = readConfig(environment);
  if (read.ok) return read.config;
  throw new CommandFailure(read.problems.map(({ variable, problem }) => `${variable} ${problem}`).join('\n'));
}

async function withRuntime(environment: Environment, work: (runtime: Runtime) => Promise<void> | void): Promise<void> {
  const config = configOf(environment);
  const [{ openRuntime }, { createLog }] = await Promise.all([import('./runtime.ts'), import('./log.ts')]);
  const runtime = await openRuntime(config, createLog(config.logLevel), 'cli');
  try {
    await work(runtime);
  } finally {
    await runtime.close();
  }
}
