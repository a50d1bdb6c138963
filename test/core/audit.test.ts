import { describe, expect, it } from 'vitest';
import { auditLine } from '../../core/audit.ts';
import { turn } from '../support/turn.ts';

const written = (what: string, subject: string): string =>
  auditLine(turn({}), what, subject, 'not-allowed').value?.json ?? '';

describe('the trail of a press that was refused', () => {
  it('when its button carries words somebody wrote, keeps what it was about and not the words', () => {
    const line = written('press.refused', 'note.on:deal-24/2027-03-13/Karim est malade');
    expect(line).toContain('note.on:deal-24');
    expect(line).not.toContain('Karim');
  });

  it('when something else is tried, keeps its subject whole', () => {
    expect(written('lead.status', 'deals/24')).toContain('deals/24');
  });
});
