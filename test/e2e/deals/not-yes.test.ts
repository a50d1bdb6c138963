import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lead } from '../../../domain/lead.ts';
import { dealLine, openOffice, type BookingOffice } from '../../support/booking.ts';
import { short } from '../../support/season.ts';

let office: BookingOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.company.stop());

const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ');
const last = (who: 'nadia' | 'anna'): string => plain(office[who].last().text);
const cardOf = (lead: Lead): number => {
  const found = office.anna
    .read()
    .findLast((one) => one.text.includes(`À valider`) && one.text.includes(`(deal ${lead.number})`));
  if (found === undefined) throw new Error(`no card of deal ${lead.number}`);
  return found.id;
};
const cardText = (lead: Lead): string => plain(office.anna.read().find((one) => one.id === cardOf(lead))?.text ?? '');

async function asked(): Promise<Lead> {
  await office.announced();
  return office.submitted(dealLine('le fil', await office.freshDay()));
}

describe('saying no', () => {
  it('when a reason is tapped, the booker hears it after the minute, with the three ways to go on', async () => {
    const { anna, nadia, marc, announced, hold, lead: leadNow } = office;
    const lead = await asked();
    await anna.press('Refuser', cardOf(lead));
    expect(last('anna')).toMatch(/^Pourquoi \?/);
    expect(anna.buttons(anna.last().id)).toHaveLength(5);
    expect((await office.approval(lead.id)).state).toBe('open');
    await anna.press('Trop loin ces jours-là');
    expect(last('anna')).toBe('C’est refusé. Tu as une minute pour revenir dessus sur la carte.');
    expect(cardText(lead)).toMatch(/❌ Refusé par toi à .+ : « Trop loin ces jours-là »/);
    expect(plain(marc.screen())).toMatch(/❌ Refusé par Anna à .+ : « Trop loin ces jours-là »/);
    const heard = nadia.read().length;
    await announced();
    expect(nadia.read()).toHaveLength(heard + 1);
    expect(last('nadia')).toMatch(
      /^Anna ne valide pas Gribitch, Le Fil \(Saint-Étienne\), .+ : « Trop loin ces jours-là »\. L’option 1 reste posée jusqu’au .+\.$/,
    );
    expect(nadia.buttons()).toEqual(['Autre date', 'Libérer', 'Répondre à Anna']);
    expect(await leadNow(lead.id)).toMatchObject({ status: 'option', show: null });
    expect((await hold(lead.hold)).state).toBe('held');
  });

  it('when the booker chooses another day, everything else stays and the old option is let go', async () => {
    const { nadia, freshDay, newestLead, holdsOn } = office;
    const lead = await newestLead();
    const other = await freshDay();
    await nadia.press('Autre date');
    expect(last('nadia')).toMatch(/^Quel jour \?/);
    await nadia.say(`le ${Number(other.slice(8))}/${Number(other.slice(5, 7))}/${other.slice(0, 4)}`);
    expect(last('nadia')).toContain(short(other));
    expect(last('nadia')).toContain('1 800 € HT');
    await nadia.press('Poser l’option');
    const moved = await office.lead(lead.id);
    expect(moved).toMatchObject({ number: lead.number, day: other, status: 'option' });
    expect(moved.history.length).toBeGreaterThan(lead.history.length);
    expect(await holdsOn(lead.day ?? other)).toMatchObject([{ state: 'released' }]);
    expect(await holdsOn(other)).toMatchObject([{ state: 'held', rank: 1, lead: lead.id }]);
  });

  it('when the reason is written, it is carried as it is, markup and all', async () => {
    const { anna, announced } = office;
    const lead = await asked();
    await anna.press('Refuser', cardOf(lead));
    await anna.say('trop loin de Brest <b>la veille</b> *vraiment*');
    await announced();
    expect(last('nadia')).toContain('« trop loin de Brest <b>la veille</b> *vraiment* »');
  });

  it('when the refusal is dropped, the question stays open', async () => {
    const { anna } = office;
    const lead = await asked();
    await anna.press('Refuser', cardOf(lead));
    await anna.press('Finalement, ne pas refuser');
    expect((await office.approval(lead.id)).state).toBe('open');
    expect(anna.buttons(cardOf(lead))).toContain('Valider');
  });

  it('when somebody else decided while the reason was being written, it is too late and says so', async () => {
    const { anna, marc } = office;
    const lead = await asked();
    await anna.press('Refuser', cardOf(lead));
    await marc.vote(marc.poll().timestamp, 0);
    await anna.press('Trop bas');
    expect(last('anna')).toBe('Quelqu’un a déjà décidé : la carte dit qui et quand.');
    expect((await office.lead(lead.id)).status).toBe('deal');
  });

  it('when it is taken back within the minute, the booker never hears of it', async () => {
    const { anna, nadia, announced } = office;
    const lead = await asked();
    const heard = nadia.read().length;
    await anna.press('Refuser', cardOf(lead));
    await anna.press('Trop bas');
    await anna.press('↩ Annuler', cardOf(lead));
    await announced();
    expect(nadia.read()).toHaveLength(heard);
    expect((await office.approval(lead.id)).state).toBe('open');
  });

  it('when the booker lets the date go after a refusal, it is asked once more and then free', async () => {
    const { anna, nadia, announced, hold } = office;
    const lead = await asked();
    await anna.press('Refuser', cardOf(lead));
    await anna.press('Trop bas');
    await announced();
    await nadia.press('Libérer');
    expect(last('nadia')).toMatch(/^Libérer Gribitch, Le Fil \(Saint-Étienne\), .+ \(option 1\) \?$/);
    expect((await hold(lead.hold)).state).toBe('held');
    await nadia.press('Oui, libérer');
    expect((await hold(lead.hold)).state).toBe('released');
    expect(await office.lead(lead.id)).toMatchObject({ status: 'negotiating', hold: null });
  });

  it('when the booker answers the one who refused, the words arrive', async () => {
    const { anna, nadia, announced } = office;
    const lead = await asked();
    await anna.press('Refuser', cardOf(lead));
    await anna.press('Trop bas');
    await announced();
    await nadia.press('Répondre à Anna');
    await nadia.say('ils montent à 2200');
    expect(last('anna')).toContain('ils montent à 2200');
  });
});

describe('a question', () => {
  it('when one is asked and answered, both stand on every card, and the decision stays open', async () => {
    const { anna, nadia, marc } = office;
    const lead = await asked();
    await anna.press('Une question', cardOf(lead));
    await anna.say('Ils paient les nuits ?');
    expect(last('nadia')).toBe(`Anna, sur le deal ${lead.number} : « Ils paient les nuits ? »`);
    await nadia.press('Répondre');
    await nadia.say('Oui, deux nuits');
    expect(last('anna')).toBe('Nadia répond : « Oui, deux nuits ». La carte est plus haut.');
    for (const text of [cardText(lead), plain(marc.screen())])
      expect(text).toMatch(/Anna : « Ils paient les nuits \? »\n\nNadia : « Oui, deux nuits »/);
    const { state, thread } = await office.approval(lead.id);
    expect(state).toBe('open');
    expect(thread.map((line) => line.by)).toEqual(['anna-kervella', 'nadia-benali']);
    await anna.press('Valider', cardOf(lead));
    expect((await office.lead(lead.id)).status).toBe('deal');
  });
});

describe('later', () => {
  it('when it is put off, the card comes back in three hours; once decided it does not', async () => {
    const { anna, company } = office;
    const lead = await asked();
    const first = cardOf(lead);
    await anna.press('Plus tard', first);
    expect(plain(anna.toast() ?? '')).toMatch(/^D’accord, je te le remets sous les yeux .+ à \d+ h( \d\d)?\.$/);
    await company.later(3 * 3_600_000 + 60_000);
    const again = cardOf(lead);
    expect(again).not.toBe(first);
    await anna.press('Plus tard', again);
    await anna.press('Valider', again);
    const count = anna.read().length;
    await company.later(4 * 3_600_000);
    expect(anna.read()).toHaveLength(count);
  });
});

describe('nobody decides', () => {
  it('when a day passes, each is reminded once; at the deadline the card closes and the booker may ask again', async () => {
    const { anna, nadia, marc, company, hold } = office;
    await company.at(1, '10:00');
    const lead = await asked();
    const card = cardOf(lead);
    await company.later(24 * 3_600_000 + 60_000);
    const reminded = anna
      .read()
      .filter((one) => one.text.startsWith('Toujours sans réponse') && one.text.includes(`(deal ${lead.number})`));
    expect(reminded).toHaveLength(1);
    expect(marc.screen()).toMatch(/Toujours sans réponse/);
    await company.later(4 * 24 * 3_600_000 + 60_000);
    expect((await office.approval(lead.id)).state).toBe('expired');
    expect(plain(anna.read().find((one) => one.id === card)?.text ?? '')).toContain('⏳ Sans réponse à temps');
    expect(await office.lead(lead.id)).toMatchObject({ status: 'option' });
    expect((await hold(lead.hold)).state).toBe('held');
    const told = nadia.read().findLast((one) => one.text.startsWith('Personne n’a décidé à temps'));
    expect(told?.text).toContain(`deal ${lead.number}`);
    await nadia.press('Redemander', told?.id);
    const again = await office.approval(lead.id);
    expect(again).toMatchObject({ state: 'open', decision: null });
    expect(again.subject.version).toBeGreaterThan(lead.revision);
    await anna.press('Valider', cardOf(lead));
    expect((await office.lead(lead.id)).status).toBe('deal');
  });
});
