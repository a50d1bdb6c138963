import { describe, expect, it } from 'vitest';
import { hour, noon } from '../../support/builders.ts';
import { benches } from '../../support/store.ts';
import { lead, openOffice } from './office.ts';

const bench = benches();

describe('what a booker reads first', () => {
  it('when answers came and something is due, they stand above all others, which keep their statuses', async () => {
    const due = { at: noon - hour, note: '', by: 'nadia' };
    const office = await openOffice(bench(), [
      lead(1, { status: 'to-send' }),
      lead(2, { status: 'replied' }),
      lead(3, { status: 'sent', followUp: due }),
      lead(4, { status: 'sent' }),
    ]);
    const { text } = await office.says('nadia', '/pipeline');
    expect(text.indexOf('À toi (2)')).toBeGreaterThan(0);
    const order = ['À toi (2)', '\n2 ·', '\n3 ·', 'À envoyer (1)', '\n1 ·', 'Envoyé (1)', '\n4 ·'];
    const at = order.map((words) => text.indexOf(words));
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect(at).not.toContain(-1);
  });

  it('when a status is asked for, the list is that of the status', async () => {
    const office = await openOffice(bench(), [lead(1, { status: 'to-send' }), lead(2, { status: 'replied' })]);
    expect((await office.says('nadia', '/pipeline réponse reçue')).text).not.toContain('À toi');
  });

  it('when many are changed at once, « Négo » and « Réponse reçue » are offered', async () => {
    const office = await openOffice(bench(), [lead(1, { status: 'sent' }), lead(2, { status: 'sent' })]);
    await office.says('nadia', '/pipeline');
    const { buttons } = await office.presses('nadia', 'Actions groupées');
    expect(buttons).toEqual(expect.arrayContaining(['Réponse reçue', 'Négo']));
  });
});
