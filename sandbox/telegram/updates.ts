import type { Kit } from '../kit/kit.ts';
import { conflict } from './errors.ts';

/** An update as handed to the bot: its number and one field named after its type. */
export interface Update {
  readonly update_id: number;
  readonly [type: string]: unknown;
}

/** What happened, before it has a number. */
export interface UpdateInput {
  readonly type: string;
  readonly payload: unknown;
  readonly chat: string;
  readonly text?: string | undefined;
}

/** The updates of one bot that it has not confirmed yet, and whoever is waiting for them. */
export interface UpdateQueue {
  push(update: UpdateInput): void;
  /** An update exactly as given, whatever it contains: hostile input for the product. The number is ours unless it brings one. */
  inject(raw: Readonly<Record<string, unknown>>): Update;
  /** getUpdates: confirms what lies before the offset, answers at once when something is there, else waits. A newer poll ends an older one. */
  poll(request: { offset: number; limit: number; timeoutMs: number; gone: AbortSignal }): Promise<readonly Update[]>;
  /** Ends a waiting poll with a 409 that says what ended it. */
  endPoll(reason: string): void;
  /** The first unconfirmed update, without confirming it. */
  peek(): Update | undefined;
  /** Forgets one update: the webhook took it. */
  confirm(updateId: number): void;
  clear(): void;
  pending(): number;
  /** Which types the bot asked for; undefined is the platform's default, all but three. */
  allow(types: readonly string[] | undefined): void;
  allowed(): readonly string[] | undefined;
  onPush(listener: () => void): () => void;
  /** Makes the listeners look again: a webhook was set. */
  wake(): void;
}

/** The types a bot receives only when it names them. */
const ON_REQUEST_ONLY: ReadonlySet<string> = new Set(['chat_member', 'message_reaction', 'message_reaction_count']);

const HOLD_REORDERED_MS = 500;

interface Entry {
  readonly update: Update;
  /** How often it is to be handed out again although confirmed: 1 for an update delivered twice. */
  again: number;
}

interface Waiter {
  readonly offset: number;
  readonly limit: number;
  finish(outcome: { updates: readonly Update[] } | { error: Error }): void;
}

interface QueueState {
  readonly account: string;
  entries: Entry[];
  nextId: number;
  waiter: Waiter | undefined;
  held: UpdateInput | undefined;
  types: readonly string[] | undefined;
  readonly listeners: Set<() => void>;
}

/** An empty queue for the bot of this username, whose update ids start at `firstId`. */
export function createUpdateQueue(kit: Kit, account: string, firstId: number): UpdateQueue {
  const state: QueueState = {
    account,
    entries: [],
    nextId: firstId,
    waiter: undefined,
    held: undefined,
    types: undefined,
    listeners: new Set(),
  };
  return {
    push: (input) => push(kit, state, input),
    inject: (raw) => {
      const update = { ...raw, update_id: typeof raw['update_id'] === 'number' ? raw['update_id'] : state.nextId++ };
      state.entries.push({ update, again: 0 });
      wake(state);
      return update;
    },
    poll: (request) => poll(state, request),
    endPoll: (reason) => state.waiter?.finish({ error: conflict(`terminated by ${reason}`) }),
    peek: () => state.entries[0]?.update,
    confirm: (updateId) => {
      const index = state.entries.findIndex((entry) => entry.update.update_id === updateId);
      const entry = state.entries[index];
      if (entry === undefined) return;
      if (entry.again === 0) state.entries.splice(index, 1);
      else entry.again -= 1;
    },
    clear: () => {
      state.entries = [];
    },
    pending: () => state.entries.length,
    allow: (types) => {
      state.types = types === undefined || types.length === 0 ? undefined : types;
    },
    allowed: () => state.types,
    wake: () => wake(state),
    onPush: (listener) => {
      state.listeners.add(listener);
      return () => state.listeners.delete(listener);
    },
  };
}

function push(kit: Kit, state: QueueState, input: UpdateInput): void {
  const wanted = state.types === undefined ? !ON_REQUEST_ONLY.has(input.type) : state.types.includes(input.type);
  if (!wanted) return;
  const fault = kit.faults.take('event', {
    platform: 'telegram',
    method: input.type,
    chat: input.chat,
    text: input.text,
  });
  if (fault !== undefined) {
    kit.ledger.append({
      platform: 'telegram',
      kind: 'fault',
      account: state.account,
      method: input.type,
      chat: input.chat,
      fault: fault.type,
      applied: false,
    });
  }
  if (fault?.type === 'drop') return;
  if (fault?.type === 'delay') {
    setTimeout(() => enqueue(kit, state, input, 0), fault.ms).unref();
    return;
  }
  if (fault?.type === 'reorder' && state.held === undefined) {
    state.held = input;
    setTimeout(() => release(kit, state, input), HOLD_REORDERED_MS).unref();
    return;
  }
  enqueue(kit, state, input, fault?.type === 'duplicate' ? 1 : 0);
  if (state.held !== undefined) release(kit, state, state.held);
}

function release(kit: Kit, state: QueueState, input: UpdateInput): void {
  if (state.held !== input) return;
  state.held = undefined;
  enqueue(kit, state, input, 0);
}

function enqueue(kit: Kit, state: QueueState, input: UpdateInput, again: number): void {
  const update: Update = { update_id: state.nextId, [input.type]: structuredClone(input.payload) };
  state.nextId += 1;
  state.entries.push({ update, again });
  kit.ledger.append({
    platform: 'telegram',
    kind: 'update',
    account: state.account,
    method: input.type,
    chat: input.chat,
    params: update,
    applied: true,
  });
  wake(state);
}

function wake(state: QueueState): void {
  const { waiter } = state;
  if (waiter !== undefined) {
    const updates = hand(state, waiter.offset, waiter.limit);
    if (updates.length > 0) waiter.finish({ updates });
  }
  for (const listener of state.listeners) listener();
}

/** Forgets what the offset confirms, then hands out what is left, up to the limit. */
function hand(state: QueueState, offset: number, limit: number): readonly Update[] {
  if (offset < 0) state.entries = state.entries.slice(offset);
  else state.entries = state.entries.filter((entry) => entry.update.update_id >= offset || entry.again > 0);
  const handed = state.entries.slice(0, limit);
  for (const entry of handed) if (entry.update.update_id < offset) entry.again -= 1;
  return handed.map((entry) => entry.update);
}

function poll(
  state: QueueState,
  request: { offset: number; limit: number; timeoutMs: number; gone: AbortSignal },
): Promise<readonly Update[]> {
  state.waiter?.finish({
    error: conflict('terminated by other getUpdates request; make sure that only one bot instance is running'),
  });
  const ready = hand(state, request.offset, request.limit);
  if (ready.length > 0 || request.timeoutMs === 0) return Promise.resolve(ready);
  return new Promise((resolve, reject) => {
    const finish: Waiter['finish'] = (outcome) => {
      if (state.waiter === waiter) state.waiter = undefined;
      clearTimeout(timer);
      request.gone.removeEventListener('abort', leave);
      if ('error' in outcome) reject(outcome.error);
      else resolve(outcome.updates);
    };
    const waiter: Waiter = { offset: request.offset, limit: request.limit, finish };
    const leave = (): void => finish({ updates: [] });
    const timer = setTimeout(leave, request.timeoutMs);
    request.gone.addEventListener('abort', leave);
    state.waiter = waiter;
  });
}
