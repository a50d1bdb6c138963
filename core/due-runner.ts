import { wait, type Clock } from './clock.ts';
import { commitOf, type Draft, type DueRow } from './commit.ts';
import { unreadableKind, type DueTable } from './due.ts';
import { describeError } from './errors.ts';
import { draftIncident } from './incident.ts';
import { type Log } from './log.ts';
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

/**
 * Handles rows as their instant comes, until stopped. What was missed while nothing ran is handled once, late. What cannot
 * be read or is given up is kept among the dead letters and told to those on call; no row holds up those behind it.
 */
export async function runDue(options: DueRunnerOptions, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const rows = await options.table.ready(options.clock.now(), batch);
      const failed = await handleAll(options, rows);
      if (failed) await wait(1000, signal);
      else if (rows.length === 0) await options.clock.sleep(scanMs, signal);
    } catch (error) {
      options.log.error({ code: describeError(error).code }, 'the due table could not be scanned');
      await wait(1000, signal);
    }
  }
}

/** Whether a row could not even be given up; it stays for the next scan. */
async function handleAll(options: DueRunnerOptions, rows: readonly DueRow[]): Promise<boolean> {
  let failed = false;
  for (const row of rows) {
    try {
      await handleRow(options, row);
    } catch (error) {
      failed = true;
      options.log.error({ code: describeError(error).code, kind: row.kind }, 'a due row could not be committed');
    }
  }
  return failed;
}

async function handleRow(options: DueRunnerOptions, row: DueRow): Promise<void> {
  let kept = false;
  for (;;) {
    const services = await options.services();
    // A row of the same id and instant may come again, so the step's name is its own.
    const name = `due:${row.id}:${services.random.token()}`;
    let count = 0;
    const step: Step = { ...services, nextId: () => `${name}:${count++}` };
    const outcome = await decide(options, row, step);
    if (outcome.type === 'given up' && !kept) {
      await options.table.keep(row.id);
      kept = true;
    }
    const draft = outcome.type === 'given up' ? await givenUp(step, row, outcome.code) : outcome.draft;
    const result = await options.store.commit(commitOf(name, draft, { settles: { id: row.id, at: row.at } }));
    // Somebody else handled the row when the row itself is what was lost; otherwise the decision is taken again.
    if (result.type !== 'conflict' || result.lost.some((key) => key.collection === 'due')) return;
  }
}

type Outcome =
  | { readonly type: 'decided'; readonly draft: Draft }
  | { readonly type: 'given up'; readonly code: string };

/** What the row leads to; after a failure, the row itself once more and later, until the last attempt. */
async function decide(options: DueRunnerOptions, row: DueRow, step: Step): Promise<Outcome> {
  if (row.kind === unreadableKind) return { type: 'given up', code: unreadableKind };
  const handler = options.handlers.get(row.kind);
  if (handler === undefined) return { type: 'given up', code: 'due.unknown_kind' };
  try {
    return { type: 'decided', draft: await handler(step, row) };
  } catch (error) {
    const { code } = describeError(error);
    const failures = (row.failures ?? 0) + 1;
    options.log.error({ code, kind: row.kind, failures }, 'a due row could not be handled');
    if (failures >= lastAttempt) return { type: 'given up', code };
    return { type: 'decided', draft: { due: [{ ...row, failures, at: step.now + 1000 * 4 ** failures }] } };
  }
}

/** Critical, since what was to happen (a reminder, an announcement) now will not. */
function givenUp(step: Step, row: DueRow, code: string): Promise<Draft> {
  const id = `due:${row.id}:${row.at}`;
  return draftIncident(step, { id, severity: 'critical', code, source: row.kind, detail: row.id });
}
