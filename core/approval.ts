import { type Approval } from './records/oversight.ts';

/** How long a decision may be taken back before anybody else hears of it. */
export const undoMs = 60_000;

/** Somebody's attempt to decide. `subjectVersion` is the record's present version, null when it is gone. */
export interface Attempt {
  readonly by: string;
  readonly choice: string;
  readonly reason: string | null;
  readonly allowed: boolean;
  readonly subjectVersion: number | null;
  readonly now: number;
}

/** What an attempt leads to. */
export type AttemptOutcome =
  | { readonly type: 'decided'; readonly approval: Approval }
  | { readonly type: 'already'; readonly decision: NonNullable<Approval['decision']> }
  | { readonly type: 'refused'; readonly reason: 'not-allowed' | 'stale' | 'over' };

/** Decides an approval once: the first allowed attempt on the present version of the subject wins. */
export function attemptDecision(approval: Approval, attempt: Attempt): AttemptOutcome {
  if (!attempt.allowed) return { type: 'refused', reason: 'not-allowed' };
  if (approval.decision !== null) return { type: 'already', decision: approval.decision };
  if (approval.state !== 'open' || attempt.now > approval.deadline) return { type: 'refused', reason: 'over' };
  if (attempt.subjectVersion !== approval.subject.version) return { type: 'refused', reason: 'stale' };
  const decision = { by: attempt.by, at: attempt.now, choice: attempt.choice, reason: attempt.reason };
  return { type: 'decided', approval: { ...approval, state: 'decided', decision } };
}

/** Takes a decision back, by whoever took it, while nobody else has heard; null when it is too late or not theirs. */
export function takeBack(approval: Approval, by: string, now: number): Approval | null {
  const { decision } = approval;
  if (decision === null || decision.by !== by || approval.announced || now > decision.at + undoMs) return null;
  return { ...approval, state: 'open', decision: null };
}
