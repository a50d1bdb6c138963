import { createHash } from 'node:crypto';
import { type Clock } from './clock.ts';
import { permanent, temporary } from './errors.ts';

/** Where an effect stands when somebody is about to bring it about. */
export type EffectStanding =
  | { readonly type: 'run' }
  | { readonly type: 'done'; readonly result: string }
  /** Somebody else is at it, until that instant at the latest. */
  | { readonly type: 'busy'; readonly until: number }
  /** Somebody began and never said how it went: the provider must be asked. */
  | { readonly type: 'unknown' }
  /** The same key was used for something else. */
  | { readonly type: 'mismatch' };

/** Remembers what was done to the outside world, by business key; kept 90 days. */
export interface EffectLedger {
  /** Notes the intent before anything is done. */
  readonly begin: (key: string, hash: string, owner: string, until: number, now: number) => Promise<EffectStanding>;
  readonly finish: (key: string, owner: string, result: string) => Promise<void>;
}

/** One thing to do to the outside world, once. Results are JSON. */
export interface Effect {
  /** A business key (`deal:<id>:calendar`), never the id of a job. */
  readonly key: string;
  /** What is done, in full; the same key with other parameters is refused. */
  readonly params: unknown;
  readonly deadlineMs: number;
  readonly run: () => Promise<unknown>;
  /** Asks the provider whether it was done by somebody who never said so; null: it was not. */
  readonly reconcile: () => Promise<{ readonly result: unknown } | null>;
}

/** Brings effects about, each once however often it is asked for. */
export type EffectRunner = (effect: Effect) => Promise<unknown>;

/**
 * Runs effects against a ledger under the name `owner`. Another runner at the same effect is waited out; one that never
 * finished makes us ask the provider first.
 * @throws RegieError `effect.mismatch` when the key was used with other parameters
 */
export function createEffects(ledger: EffectLedger, clock: Clock, owner: string): EffectRunner {
  return async (effect) => {
    const hash = createHash('sha256').update(JSON.stringify(effect.params)).digest('base64url');
    const standing = await ledger.begin(effect.key, hash, owner, clock.now() + effect.deadlineMs, clock.now());
    switch (standing.type) {
      case 'done':
        return JSON.parse(standing.result);
      case 'mismatch':
        throw permanent('effect.mismatch', `${effect.key} was used with other parameters`);
      case 'busy':
        throw temporary('effect.busy', `${effect.key} is being done`, standing.until - clock.now());
      case 'unknown': {
        const found = await effect.reconcile();
        return finish(ledger, effect.key, owner, found === null ? await effect.run() : found.result);
      }
      case 'run':
        return finish(ledger, effect.key, owner, await effect.run());
    }
  };
}

async function finish(ledger: EffectLedger, key: string, owner: string, result: unknown): Promise<unknown> {
  await ledger.finish(key, owner, JSON.stringify(result ?? null));
  return result;
}
