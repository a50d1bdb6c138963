import type { SandboxClock } from './clock.ts';

/** Which emulated service an entry is about; `sandbox` is the kit itself (clock moves, fault scripts). */
type PlatformName = 'telegram' | 'signal' | 'google' | 'sandbox';

/**
 * What an entry tells: `request` a call of the product and what became of it; `effect` something people would notice (a message appeared);
 * `update` something handed to the product (a poll answer, a webhook delivery, a socket frame); `act` something a person did through the
 * control API; `fault` a fault that was played; `note` anything else worth reading later.
 */
type LedgerKind = 'request' | 'effect' | 'update' | 'act' | 'fault' | 'note';

/** What is known of an entry when it is written. */
interface LedgerInput {
  readonly platform: PlatformName;
  readonly kind: LedgerKind;
  /** The platform's method or route (`sendMessage`, `POST /v2/send`), or the act's name. */
  readonly method: string;
  /** Whose call or update it is: the bot's username, the account's number. */
  readonly account?: string;
  /** The chat concerned, in the platform's own words, when there is one. */
  readonly chat?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  /** HTTP status of the answer; absent when none was sent. */
  readonly status?: number;
  /** Whether the outside world changed (or would have): true even when the answer was then lost. */
  readonly applied: boolean;
  /** The fault action played on this call, if any. */
  readonly fault?: string;
}

/** One line of the ledger: `seq` grows by one, `at` is the sandbox clock in epoch milliseconds. */
interface LedgerEntry extends LedgerInput {
  readonly seq: number;
  readonly at: number;
}

/** Which entries to return: all those given must match; `since` is exclusive. */
interface LedgerQuery {
  readonly since?: number | undefined;
  readonly platform?: string | undefined;
  readonly kind?: string | undefined;
  readonly method?: string | undefined;
  readonly chat?: string | undefined;
  readonly limit?: number | undefined;
}

/** The append-only list of what happened: the ground truth a test compares the product's own account with. */
export interface Ledger {
  append(entry: LedgerInput): LedgerEntry;
  entries(query?: LedgerQuery): readonly LedgerEntry[];
  /** The number of the last entry, 0 when empty: take it before an action, then ask for what came since. */
  lastSeq(): number;
  onAppend(listener: (entry: LedgerEntry) => void): () => void;
  /** The first entry after `since` (0 by default) that satisfies the predicate, waited for up to `timeoutMs` of real time; then it throws. */
  waitFor(predicate: (entry: LedgerEntry) => boolean, timeoutMs: number, since?: number): Promise<LedgerEntry>;
}

/** An empty ledger, dated by the given clock. */
export function createLedger(clock: SandboxClock): Ledger {
  const lines: LedgerEntry[] = [];
  const listeners = new Set<(entry: LedgerEntry) => void>();

  function append(input: LedgerInput): LedgerEntry {
    const entry: LedgerEntry = { seq: lines.length + 1, at: clock.now(), ...input };
    lines.push(entry);
    for (const listener of listeners) listener(entry);
    return entry;
  }

  function onAppend(listener: (entry: LedgerEntry) => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  function waitFor(predicate: (entry: LedgerEntry) => boolean, timeoutMs: number, since = 0): Promise<LedgerEntry> {
    const known = lines.slice(since).find(predicate);
    if (known !== undefined) return Promise.resolve(known);
    return new Promise((resolve, reject) => {
      const stop = onAppend((entry) => {
        if (!predicate(entry)) return;
        clearTimeout(timer);
        stop();
        resolve(entry);
      });
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`nothing of the kind happened within ${timeoutMs} ms`));
      }, timeoutMs);
    });
  }

  return {
    append,
    entries: (query = {}) => select(lines, query),
    lastSeq: () => lines.length,
    onAppend,
    waitFor,
  };
}

function select(lines: readonly LedgerEntry[], query: LedgerQuery): readonly LedgerEntry[] {
  // seq is the position plus one, so what came after `since` starts at that index.
  const found = lines
    .slice(query.since ?? 0)
    .filter(
      (entry) =>
        (query.platform === undefined || entry.platform === query.platform) &&
        (query.kind === undefined || entry.kind === query.kind) &&
        (query.method === undefined || entry.method === query.method) &&
        (query.chat === undefined || entry.chat === query.chat),
    );
  return query.limit === undefined ? found : found.slice(0, query.limit);
}
