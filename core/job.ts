import { type z } from 'zod';
import { type Draft, type JobEntry } from './commit.ts';
import { type Step } from './turn.ts';

/** A unit of background work due now. The payload names records by id and carries nothing private. */
export interface JobSpec<Payload = unknown> {
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  /** The same key is never worked twice. */
  readonly dedupeKey: (payload: Payload) => string;
  /** Attempts in all, with exponential backoff of at most a minute; a temporary failure may name a longer wait. */
  readonly attempts: number;
  /** What the job is for, what it takes, what it leads to: the sheet of docs/workflows.md. */
  readonly sheet: {
    readonly workflow: string;
    readonly purpose: string;
    readonly input: string;
    readonly output: string;
  };
}

/** Does the work and returns the step that records it; the step is committed once however often the work runs. */
export type JobHandler<Payload> = (step: Step, payload: Payload) => Promise<Draft>;

/** A handler for every spec of a catalogue: one that is missing does not compile. */
export type JobHandlers<Specs extends Readonly<Record<string, { readonly payload: z.ZodType }>>> = {
  readonly [Name in keyof Specs]: JobHandler<z.infer<Specs[Name]['payload']>>;
};

/** A job entry for a commit, its payload parsed now so that bad data fails where it is made. */
export function jobOf<Payload>(spec: JobSpec<Payload>, payload: NoInfer<Payload>): JobEntry {
  const parsed = spec.payload.parse(payload);
  return { id: `${spec.name}:${spec.dedupeKey(parsed)}`, name: spec.name, payload: parsed };
}
