import { describe, expect, it } from 'vitest';
import { put } from '../../../core/commit.ts';
import { artists } from '../../../core/records/agency.ts';
import { bulkChanges, leads } from '../../../core/records/booking.ts';
import { audit } from '../../../core/records/oversight.ts';
import { withEvent } from '../../../domain/lead.ts';
import { hour } from '../../support/builders.ts';
import { benches } from '../../support/store.ts';
import { lead, openOffice, type Office } from './office.ts';

const bench = benches();

const three = [
  lead(1, { status: 'chased' }),
  lead(2, { status: 'chased' }),
  lead(3, { status: 'chased', booker: 'julien' }),
  lead(4, { status: 'to-approve' }),
  lead(5, { artist: 'barbeline', booker: 'boris', status: 'chased' }),
];

async function previewed(office: Office, what: string): Promise<string> {
  await office.says('nadia', '/pipeline');
  await office.presses('nadia', 'Actions groupées');
  return (await office.presses('nadia', what)).text;
}

/** Somebody else writes a line on a lead behind the card's back. */
async function touch(office: Office, number: number): Promise<void> {
  const now = await office.lead(number);
  const event = { at: office.time.now, by: 'julien', what: 'note' as const, from: null, to: null, note: 'appelé' };
  await office.save(put(leads, withEvent(now, event)));
}

describe('a bulk change', () => {
  it('when previewed, says what moves and what cannot, and changes nothing', async () => {
    const office = await openOffice(bench(), three);
    const text = await previewed(office, 'Sans suite');
    expect(text).toContain('3 fiches passent de Relancé à Sans suite');
    expect(text).toContain('Une ne peut pas (À valider)');
    expect((await office.lead(1)).status).toBe('chased');
  });

  it('when done, moves what was shown, with history and a line of audit, and leaves the decided one', async () => {
    const office = await openOffice(bench(), three);
    await previewed(office, 'Sans suite');
    const { text, buttons } = await office.presses('nadia', 'Faire');
    expect(text).toContain('Fait : 3 fiches en Sans suite');
    expect(buttons).toEqual(['↩ Annuler']);
    expect((await office.lead(1)).status).toBe('no-reply');
    expect((await office.lead(1)).history.at(-1)).toMatchObject({
      what: 'status',
      from: 'chased',
      to: 'no-reply',
      by: 'nadia',
    });
    expect((await office.lead(4)).status).toBe('to-approve');
    expect((await office.lead(5)).status).toBe('chased');
    const lines = (await office.store.all(audit)).map((line) => line.value);
    expect(lines.filter((line) => line.what === 'leads.changed')).toMatchObject([{ outcome: 'no-reply 3' }]);
  });

  it('when [Faire] is pressed twice, the second press changes nothing', async () => {
    const office = await openOffice(bench(), three);
    await previewed(office, 'Marquer relancé');
    const nonce = office.button('nadia', 'Faire');
    await office.taps('nadia', nonce);
    const { changes } = await office.lead(1);
    expect((await office.taps('nadia', nonce)).toasts).toEqual(['C’est déjà pris en compte.']);
    expect((await office.lead(1)).changes).toBe(changes);
  });

  it('when a lead changed between the preview and the press, it is left and named', async () => {
    const office = await openOffice(bench(), three);
    await previewed(office, 'Refus');
    await touch(office, 2);
    const { text } = await office.presses('nadia', 'Faire');
    expect(text).toContain('Fait : 2 fiches en Refus');
    expect(text).toContain('Une a changé entre-temps, je n’y ai pas touché : n° 2');
    expect((await office.lead(2)).status).toBe('chased');
  });

  it('when its person no longer books the act at the press, nothing changes', async () => {
    const office = await openOffice(bench(), three);
    await previewed(office, 'Refus');
    const act = await office.store.get(artists, 'gribitch');
    if (act !== null) await office.save(put(artists, { ...act.value, bookers: ['julien'] }));
    const { text } = await office.presses('nadia', 'Faire');
    expect(text).toContain('Aucune fiche n’est passée à Refus');
    expect((await office.lead(1)).status).toBe('chased');
  });

  it('when somebody else’s change is named, it is not done', async () => {
    const office = await openOffice(bench(), three);
    await previewed(office, 'Refus');
    const [bulk] = await office.store.all(bulkChanges);
    if (bulk !== undefined) await office.save(put(bulkChanges, { ...bulk.value, by: 'julien' }));
    expect((await office.presses('nadia', 'Faire')).toasts.join()).toContain('plus à faire');
    expect((await office.lead(1)).status).toBe('chased');
  });

  it('when dropped, nothing happens and the list can come back', async () => {
    const office = await openOffice(bench(), three);
    await previewed(office, 'Refus');
    expect((await office.presses('nadia', 'Laisser tomber')).text).toContain('rien n’a changé');
    expect((await office.presses('nadia', 'Retour à la liste')).text).toContain('4 pistes');
    expect((await office.lead(1)).status).toBe('chased');
  });

  it('when taken back within the hour, is put back except where somebody changed it since', async () => {
    const office = await openOffice(bench(), three);
    const before = await office.lead(1);
    await previewed(office, 'Sans suite');
    await office.presses('nadia', 'Faire');
    await touch(office, 3);
    office.time.now += 50 * 60_000;
    const { text } = await office.presses('nadia', '↩');
    expect(text).toContain('2 fiches sont remises comme avant');
    expect(text).toContain('Une a changé depuis, je l’ai laissée : n° 3');
    const { status, lastContactAt, followUp } = await office.lead(1);
    expect({ status, lastContactAt, followUp }).toEqual({
      status: before.status,
      lastContactAt: before.lastContactAt,
      followUp: before.followUp,
    });
    expect((await office.lead(3)).status).toBe('no-reply');
  });

  it('when more than an hour has gone by, ↩ says so and changes nothing', async () => {
    const office = await openOffice(bench(), three);
    await previewed(office, 'Sans suite');
    await office.presses('nadia', 'Faire');
    office.time.now += hour + 1;
    expect((await office.presses('nadia', '↩')).toasts.join()).toContain('plus d’une heure');
    expect((await office.lead(1)).status).toBe('no-reply');
  });

  it('when leads are given to another booker of the act, they hear of it once and the others stay', async () => {
    const office = await openOffice(bench(), three);
    expect(await previewed(office, 'Confier à Julien')).toContain('3 fiches passent à Julien');
    await office.presses('nadia', 'Faire');
    expect((await office.lead(1)).booker).toBe('julien');
    const told = (await office.told('julien')).map((one) => one.text.map((span) => span.text).join(''));
    expect(told).toEqual(['Nadia te confie 3 pistes. Elles sont dans /pipeline à moi.']);
  });

  it('when follow-ups are put off to Monday, each is due that morning', async () => {
    const office = await openOffice(bench(), three);
    expect(await previewed(office, 'Relance à lundi')).toContain('relance reportée au lun. 15 mars');
    await office.presses('nadia', 'Faire');
    expect((await office.lead(1)).followUp?.at).toBe(Date.UTC(2027, 2, 15, 8));
    expect((await office.rows(Date.UTC(2027, 2, 15, 8))).filter((row) => row.kind === 'lead.follow-up')).toHaveLength(
      4,
    );
  });

  it('when an option holds the lead, no hand takes it away', async () => {
    const office = await openOffice(bench(), [lead(1, { status: 'option', hold: 'hold-1' })]);
    expect(await previewed(office, 'Sans suite')).toContain('Une ne peut pas (Option)');
  });
});

describe('more than a step can hold', () => {
  it('when 250 leads change, they do in steps of at most 100, the card follows, and ↩ takes all of it back', async () => {
    const many = Array.from({ length: 250 }, (_, index) => lead(index + 1));
    const office = await openOffice(bench(), many);
    expect(await previewed(office, 'Marquer relancé')).toContain('250 fiches passent de Envoyé à Relancé');
    const first = await office.presses('nadia', 'Faire');
    expect(first.text).toContain('Encore 150');
    expect(first.draft.writes?.filter((write) => write.collection === 'leads')).toHaveLength(100);
    expect(await office.dueNow()).toBe(2);
    expect((await office.lead(250)).status).toBe('chased');
    const undone = await office.presses('nadia', '↩');
    expect(undone.text).toContain('100 fiches sont remises');
    await office.dueNow();
    const states = (await office.store.all(leads)).map((record) => record.value.status);
    expect(new Set(states)).toEqual(new Set(['sent']));
  });
});
