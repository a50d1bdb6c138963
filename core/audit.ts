import { put, type Write } from './commit.ts';
import { audit } from './records/oversight.ts';
import { type Turn } from './turn.ts';

/** A line of the audit trail about this turn: `what` was tried on `subject`, and how it went. */
export function auditLine(turn: Turn, what: string, subject: string, outcome: string): Write {
  return put(audit, {
    id: turn.random.token(),
    at: turn.now,
    what,
    person: turn.person.id,
    account: turn.account.id,
    subject,
    outcome,
  });
}
