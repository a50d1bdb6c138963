import { type z } from 'zod';
import { type Draft, type JobEntry } from './commit.ts';
import { type EffectRunner } from './effect.ts';
import { type Mailer } from './mail.ts';
import { type OutsideCalendar } from './outside-calendar.ts';
import { type Step } from './turn.ts';

/** The world outside, which jobs alone act on; what may be done once only goes through `effects`. */
export interface Outside {
  readonly effects: EffectRunner;
  readonly mailer: Mailer;
  readonly calendar: OutsideCalendar;
}

/** A job's step: what every step may use, and the world outside. */
export type JobStep = Step & Outside;

/** A unit of background work due now. The payload names records by id and carries nothing private. */
export interface JobSpec<Payload = unknown> {
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  /** The same key is never worked twice. */
  readonly dedupeKey: (payload: Payload) => string;
  /** Attempts in all, with exponential backoff of at most a minute; a temporary failure may name a longer wait. */
  readonly attempts: number;
  /** When all attempts failed for a passing reason, it begins again after so long instead of being given up. */
  readonly againAfterMs?: number;
  /** What the job is for, what it takes, what it leads to: the sheet of docs/workflows.md. */
  readonly sheet: {
    readonly workflow: string;
    /** Other workflows of the plan that it does as well. */
    readonly also?: readonly string[];
    readonly purpose: string;
    readonly input: string;
    readonly output: string;
  };
}

/** A spec with its work, ready to run whatever its payload. */
export interface RunnableJob<Name extends string = string> {
  readonly name: Name;
  readonly attempts: number;
  readonly againAfterMs?: number | undefined;
  /** Returns the step that records the work; it is committed once however often the work runs. */
  readonly run: (step: JobStep, payload: unknown) => Promise<Draft>;
}

/** Joins a spec and its work; the payload is parsed again when it runs. */
export function defineHandler<Name extends string, Payload>(
  spec: JobSpec<Payload> & { readonly name: Name },
  work: (step: JobStep, payload: Payload) => Promise<Draft>,
): RunnableJob<Name> {
  const { name, attempts, againAfterMs } = spec;
  return { name, attempts, againAfterMs, run: (step, payload) => work(step, spec.payload.parse(payload)) };
}

/** A job entry for a commit, its payload parsed now so that bad data fails where it is made. */
export function jobOf<Payload>(spec: JobSpec<Payload>, payload: NoInfer<Payload>): JobEntry {
  const parsed = spec.payload.parse(payload);
  return { id: `${spec.name}:${spec.dedupeKey(parsed)}`, name: spec.name, payload: parsed };
}
