import { describe, expect, it } from 'vitest';
import { newTask } from '../../../domain/task.ts';
import { put } from '../../../core/commit.ts';
import { holds } from '../../../core/records/agency.ts';
import { leads, tasks } from '../../../core/records/booking.ts';
import { approvals } from '../../../core/records/oversight.ts';
import { withEvent } from '../../../domain/lead.ts';
import { dealNumber } from '../../../conversations/pipeline/show-lead.ts';
import { approval, day, hour, noon } from '../../support/builders.ts';
import { benches } from '../../support/store.ts';
import { lead, openOffice } from './office.ts';

const bench = benches();

/** A lead with so many notes after its beginning. */
function noted(count: number): ReturnType<typeof lead> {
  const notes = Array.from({ length: count }, (_, index) => index + 1);
  return notes.reduce(
    (known, index) =>
      withEvent(known, {
        at: noon - (count - index) * hour,
        by: 'nadia',
        what: 'note',
        from: null,
        to: null,
        note: `ligne ${index}`,
      }),
    lead(42),
  );
}

describe('a number alone', () => {
  it('when written in any of the usual ways, names a deal; with more words it does not', () => {
    expect(['42', ' n° 42', 'n°42', '#42', 'no 42', 'deal 42'].map(dealNumber)).toEqual([42, 42, 42, 42, 42, 42]);
    expect(['', 'fil 42', '42 le fil', '13/3', '1800ht'].map(dealNumber)).toEqual([null, null, null, null, null]);
  });
});

describe('/deal 42', () => {
  it('when it is one’s own, shows state, terms, and the history newest first', async () => {
    const office = await openOffice(bench(), [noted(2)]);
    const { text, buttons } = await office.says('nadia', '/deal n° 42');
    expect(text).toContain('Deal 42 : Gribitch, Le Fil (Saint-Étienne)');
    expect(text).toContain('Envoyé, envoyé il y a 20 j. Suivi par Nadia.');
    expect(text).toContain('Sam. 18 sept.');
    expect(text.indexOf('ligne 2')).toBeLessThan(text.indexOf('ligne 1'));
    expect(text).toContain('10 mars 13 h 00, Nadia : « ligne 2 »');
    expect(buttons).toEqual(['Envoyer à valider', 'Demander au groupe', 'Changer le statut']);
  });

  it('when it has an option, offers what can be done with it and no status by hand', async () => {
    const held = { status: 'option' as const, hold: 'hold-1' };
    const office = await openOffice(bench(), [lead(42, held)]);
    const hold = {
      id: 'hold-1',
      artist: 'gribitch',
      venue: 'le-fil',
      day: day('2027-09-18'),
      rank: 1,
      validUntil: day('2027-04-20'),
    };
    await office.save(put(holds, holds.schema.parse({ ...hold, state: 'held', cast: null, lead: 'lead-42' })));
    const { text, buttons } = await office.says('nadia', '/deal 42');
    expect(text).toContain('Option 1 jusqu’au mar. 20 avr');
    expect(buttons).toEqual([
      'Envoyer à valider',
      'Demander au groupe',
      'Ils confirment',
      'Prolonger d’une semaine',
      'Libérer',
    ]);
  });

  it('when it waits for a decision, says whose and until when, and what is to be done next', async () => {
    const office = await openOffice(bench(), [
      lead(42, { status: 'to-approve', followUp: { at: noon + 48 * hour, note: 'relire', by: 'nadia' } }),
    ]);
    const open = approval({
      id: 'a1',
      kind: 'deal',
      subject: { collection: 'leads', id: 'lead-42', version: 1 },
      cards: [{ person: 'anna', notification: 'n1' }],
      deadline: noon + 24 * hour,
    });
    const task = newTask({
      id: 't1',
      title: 'Relire le rider',
      person: 'nadia',
      artist: 'gribitch',
      lead: 'lead-42',
      due: day('2027-03-11'),
      createdBy: null,
      createdAt: noon,
    });
    await office.save(put(approvals, approvals.schema.parse(open)), put(tasks, task));
    const { text, buttons } = await office.says('nadia', '/deal 42');
    expect(text).toContain('Attend la décision : Anna, au plus tard le jeu. 11 mars à 13 h 00');
    expect(text).toContain('À faire : Relire le rider (jeu. 11 mars)');
    expect(buttons).toEqual([]);
  });

  it('when the history is long, shows eight lines and the others behind [Plus]', async () => {
    const office = await openOffice(bench(), [noted(10)]);
    const { text } = await office.says('nadia', '/deal 42');
    expect(text.match(/ligne \d+/g)).toHaveLength(8);
    const more = await office.presses('nadia', 'Plus');
    expect(more.text).toContain('« ligne 2 »');
    expect(more.text).toContain('piste notée');
    expect((await office.presses('nadia', 'Plus récent')).text).toContain('« ligne 10 »');
  });

  it('when it is another act’s, is answered as a number nobody gave; a musician is refused', async () => {
    const office = await openOffice(bench(), [lead(42), lead(7, { artist: 'barbeline', booker: 'boris' })]);
    const other = await office.says('nadia', '/deal 7');
    const none = await office.says('nadia', '/deal 8');
    expect(other.text.replace('7', '8')).toBe(none.text);
    expect(other.buttons).toEqual([]);
    expect((await office.says('lea', '/deal 42')).text).toContain('pas ouvert à ton rôle');
    expect((await office.says('boris', '/deal 7')).text).toContain('Deal 7: Barbeline');
  });
});

describe('a status by hand', () => {
  it('when chosen, is set with a line of history, and the card shows it', async () => {
    const office = await openOffice(bench(), [lead(42, { followUp: { at: noon + hour, note: '', by: 'nadia' } })]);
    await office.says('nadia', '/deal 42');
    const offered = (await office.presses('nadia', 'Changer le statut')).buttons;
    for (const guarded of ['Option', 'À valider', 'DEAL', 'Contrat signé', 'Envoyé'])
      expect(offered).not.toContain(guarded);
    const { text } = await office.presses('nadia', 'Refus');
    expect(text).toContain('Envoyé → Refus');
    expect(await office.lead(42)).toMatchObject({ status: 'refused', followUp: null });
  });

  it('when it became another meanwhile, nothing changes and the card says what it is', async () => {
    const office = await openOffice(bench(), [lead(42)]);
    await office.says('nadia', '/deal 42');
    await office.presses('nadia', 'Changer le statut');
    await office.save(put(leads, lead(42, { status: 'to-approve' })));
    const { toasts } = await office.presses('nadia', 'Refus');
    expect(toasts.join()).toContain('il est en À valider maintenant');
    expect((await office.lead(42)).status).toBe('to-approve');
  });

  it('when a reply came meanwhile, the refusal chosen before it is not set', async () => {
    const office = await openOffice(bench(), [lead(42)]);
    await office.says('nadia', '/deal 42');
    await office.presses('nadia', 'Changer le statut');
    await office.save(put(leads, lead(42, { status: 'replied' })));
    expect((await office.presses('nadia', 'Refus')).toasts.join()).toContain('il est en Réponse reçue maintenant');
    expect((await office.lead(42)).status).toBe('replied');
  });

  it('when pressed twice, is set once', async () => {
    const office = await openOffice(bench(), [lead(42)]);
    await office.says('nadia', '/deal 42');
    await office.presses('nadia', 'Changer le statut');
    const nonce = office.button('nadia', 'Négo');
    await office.taps('nadia', nonce);
    await office.taps('nadia', nonce);
    expect(await office.lead(42)).toMatchObject({ status: 'negotiating', changes: 2 });
  });
});
