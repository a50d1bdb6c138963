import { type Clock } from '../core/clock.ts';
import { commitOf, put } from '../core/commit.ts';
import { type DeadLetters } from '../core/dead-letters.ts';
import { incidents } from '../core/records/oversight.ts';
import { type Store } from '../core/store.ts';

/** What putting an entry aside needs. */
interface PutAsideOptions {
  readonly store: Store;
  readonly deadLetters: DeadLetters;
  readonly clock: Clock;
}

/** An entry this program cannot read, written by a later version perhaps: kept among the dead letters, and somebody is told. */
export async function putAside(
  options: PutAsideOptions,
  entry: { readonly stream: string; readonly entry: string },
): Promise<void> {
  const id = `unreadable:${entry.stream}:${entry.entry}`;
  const incident = {
    id,
    at: options.clock.now(),
    severity: 'error' as const,
    code: 'stream.unreadable',
    source: entry.stream,
    detail: entry.entry,
    action: null,
  };
  await options.store.commit(commitOf(id, { writes: [put(incidents, incident)] }));
  await options.deadLetters.bury(entry);
}
