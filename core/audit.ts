import { put, type Write } from './commit.ts';
import { audit } from './records/oversight.ts';
import { type Turn } from './turn.ts';

/**
 * What a press that was refused was about, without what its button carries besides: words people wrote stand behind the first
 * slash of a key, and the trail outlives them.
 */
function named(what: string, subject: string): string {
  return what === 'press.refused' ? subject.split('/', 1).join('') : subject;
}

/** A line of the audit trail about this turn: `what` was tried on `subject`, and how it went. */
export function auditLine(turn: Turn, what: string, subject: string, outcome: string): Write {
  return put(audit, {
    id: turn.random.token(),
    at: turn.now,
    what,
    person: turn.person.id,
    account: turn.account.id,
    subject: named(what, subject),
    outcome,
  });
}
