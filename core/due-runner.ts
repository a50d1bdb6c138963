import { wait, type Clock } from './clock.ts';
import { commitOf, put, type Draft, type DueRow } from './commit.ts';
import { type DueTable } from './due.ts';
import { describeError } from './errors.ts';
import { type Log } from './log.ts';
import { incidents } from './records/oversight.ts';
import { type Store } from './store.ts';
import { type Services, type Step } from './turn.ts';

/** Decides what a due row leads to; the row disappears in the same commit. */
export type DueHandler = (step: Step, row: DueRow) => Promise<Draft>;

/** What scanning the due table needs. */
export interface DueRunnerOptions {
  readonly store: Store;
  readonly table: DueTable;
  readonly clock: Clock;
  readonly log: Log;
  readonly handlers: ReadonlyMap<string, DueHandler>;
  readonly services: () => Promise<Services>;
}

const batch = 100;
const scanMs = 250;
const lastAttempt = 5;

/** Handles rows as their instant comes, until stopped. What was missed while nothing ran is handled once, late. */
export async function runDue(options: DueRunnerOptions, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const rows = await options.table.ready(options.clock.now(), batch);
      for (const row of rows) await handleRow(options, row);
      if (rows.length === 0) await options.clock.sleep(scanMs, signal);
    } catch (error) {
      options.log.error({ code: describeError(error).code }, 'the due table could not be scanned');
      await wait(1000, signal);
    }
  }
}

async function handleRow(options: DueRunnerOptions, row: DueRow): Promise<void> {
  for (;;) {
    const services = await options.services();
    // A row of the same id and instant may come again, so the step's name is its own.
    const name = `due:${row.id}:${services.random.token()}`;
    let count = 0;
    const draft = await decide(options, row, { ...services, nextId: () => `${name}:${count++}` });
    const result = await options.store.commit(commitOf(name, draft, { settles: { id: row.id, at: row.at } }));
    // Somebody else handled the row when the row itself is what was lost; otherwise the decision is taken again.
    if (result.type !== 'conflict' || result.lost.some((key) => key.collection === 'due')) return;
  }
}

/** What the row leads to; after a failure, the row itself once more and later, and after the last an incident. */
async function decide(options: DueRunnerOptions, row: DueRow, step: Step): Promise<Draft> {
  const handler = options.handlers.get(row.kind);
  if (handler === undefined) return givenUp(step, row, 'due.unknown_kind');
  try {
    return await handler(step, row);
  } catch (error) {
    const { code } = describeError(error);
    const failures = (row.failures ?? 0) + 1;
    options.log.error({ code, kind: row.kind, failures }, 'a due row could not be handled');
    if (failures >= lastAttempt) return givenUp(step, row, code);
    return { due: [{ ...row, failures, at: step.now + 1000 * 4 ** failures }] };
  }
}

function givenUp(step: Step, row: DueRow, code: string): Draft {
  return {
    writes: [
      put(incidents, {
        id: `due:${row.id}:${row.at}`,
        at: step.now,
        severity: 'error',
        code,
        source: row.kind,
        detail: row.id,
        action: null,
      }),
    ],
  };
}
