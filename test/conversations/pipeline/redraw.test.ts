import { describe, expect, it } from 'vitest';
import { questions } from '../../../core/records/dialogue.ts';
import { redrawSeen } from '../../../conversations/pipeline/redraw.ts';
import { benches } from '../../support/store.ts';
import { turn } from '../../support/turn.ts';
import { lead, openOffice } from './office.ts';

const bench = benches();

describe('a card that is drawn anew', () => {
  it('when somebody else drew on it since it was read, the step does not hold', async () => {
    const office = await openOffice(bench(), [lead(1)]);
    await office.says('nadia', '/pipeline');
    const [question] = await office.store.all(questions);
    if (question === undefined) throw new Error('there is no card');
    const draft = redrawSeen(turn({}), question, { text: [{ text: 'autre' }], rows: [] });
    expect(draft.guards).toContainEqual({ collection: 'questions', id: question.value.id, version: question.version });
  });
});
