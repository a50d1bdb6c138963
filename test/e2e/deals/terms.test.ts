import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lead } from '../../../domain/lead.ts';
import { dealLine, openOffice, type BookingOffice } from '../../support/booking.ts';
import { type TelegramPerson } from '../../support/cast.ts';

let office: BookingOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.company.stop());

const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ');
const last = (who: TelegramPerson = office.nadia): string => plain(who.last().text);
const euros = ({ terms }: Lead): number => (terms.price?.cents ?? 0) / 100;

async function say(words: string): Promise<void> {
  await office.company.later(20_000);
  await office.nadia.say(words);
}

describe('terms of a deal that change', () => {
  it('when « /deal 42 1700 » is said of an option, the old and the new price stand on a card and a press changes them', async () => {
    const { nadia, option, freshDay } = office;
    const lead = await option(dealLine('le fil', await freshDay()));
    await say(`/deal ${lead.number} 1700`);
    expect(last()).toMatch(
      new RegExp(`^Deal ${lead.number} : Gribitch, Le Fil \\(Saint-Étienne\\), .+\\nPrix : 1 800 € HT → 1 700 € HT$`),
    );
    expect(euros(await office.lead(lead.id))).toBe(1800);
    await nadia.press('Changer');
    expect(last()).toMatch(/^C’est changé\. .+\nPrix : 1 800 € HT → 1 700 € HT$/);
    const after = await office.lead(lead.id);
    expect(euros(after)).toBe(1700);
    expect(after).toMatchObject({ number: lead.number, hold: lead.hold, status: 'option' });
    expect(plain(after.history.at(-1)?.note ?? '')).toBe('Prix : 1 800 € HT → 1 700 € HT');
  });

  it('when more is said before the press, it is added to the card; « laisser tomber » changes nothing', async () => {
    const { nadia, option, freshDay } = office;
    const lead = await option(dealLine('le fil', await freshDay(), '1800 ht'.concat(' payante')));
    await say(`deal ${lead.number} passage 22h`);
    await say('gratuite, +vhr pour 4');
    expect(last()).toMatch(/Entrée : Payante → Gratuite\nAccueil : rien → VHR pour 4\nHoraires : rien → passage 22 h$/);
    await nadia.press('Laisser tomber');
    expect((await office.lead(lead.id)).terms).toEqual(lead.terms);
  });

  it('when nothing in the words changes it, says how, and a line with a day is a deal of its own', async () => {
    const { nadia, option, freshDay } = office;
    const lead = await option(dealLine('le fil', await freshDay()));
    await say(`deal ${lead.number} 1800 ht`);
    expect(last()).toMatch(new RegExp(`^Rien à changer au deal ${lead.number} dans « 1800 ht »`));
    await say('/deal 13 juin 2027 gribitch le fil 1800 ht payante');
    expect(last()).toMatch(/^J’ai compris : Gribitch, Le Fil/);
    await nadia.press('Laisser tomber');
  });

  it('when it waits for a decision, the old card decides nothing and a new one asks about the new price', async () => {
    const { nadia, anna, submitted, freshDay, announced } = office;
    const lead = await submitted(dealLine('la vapeur', await freshDay()));
    const old = anna.last().id;
    await say(`/deal ${lead.number} : 2000 ht`);
    expect(last()).toContain('Une décision est en cours : elle est redemandée');
    await nadia.press('Changer');
    expect(anna.buttons(old)).toEqual([]);
    expect(last(anna)).toContain('Cession 2 000 € HT');
    expect((await office.lead(lead.id)).status).toBe('to-approve');
    await anna.press('Valider');
    await announced();
    expect(await office.lead(lead.id)).toMatchObject({ status: 'deal' });
    expect(euros(await office.lead(lead.id))).toBe(2000);
  });

  it('when the date is confirmed, the price stays until a manager agrees, who sees both; the booker hears', async () => {
    const { nadia, anna, submitted, freshDay, announced, show } = office;
    const asked = await submitted(dealLine('la carène', await freshDay()));
    await anna.press('Valider');
    await announced();
    const lead = await office.lead(asked.id);
    await say(`/deal ${lead.number} 1500 ht embargo`);
    expect(last()).toContain('La date est validée : ton manager doit confirmer.');
    await nadia.press('Envoyer à valider');
    expect(euros(await office.lead(lead.id))).toBe(1800);
    expect(last(anna)).toMatch(/^Nouvelles conditions à valider : Gribitch, La Carène/);
    expect(last(anna)).toContain('Prix : 1 800 € HT → 1 500 € HT');
    expect(anna.buttons(anna.last().id)).toEqual(['Valider', 'Refuser', 'Une question', 'Plus tard']);
    await anna.press('Valider');
    expect(euros(await office.lead(lead.id))).toBe(1800);
    await announced();
    const after = await office.lead(lead.id);
    expect(after).toMatchObject({ status: 'deal', change: null, day: lead.day, show: lead.show });
    expect(euros(after)).toBe(1500);
    expect(await show(after.show)).toMatchObject({ state: 'confirmed', embargo: { until: null } });
    expect(last()).toMatch(
      /^Anna valide les nouvelles conditions de Gribitch, La Carène .+\nPrix : 1 800 € HT → 1 500 € HT/,
    );
  });

  it('when a manager refuses or takes it back, the confirmed price stands', async () => {
    const { nadia, anna, submitted, freshDay, announced } = office;
    const asked = await submitted(dealLine('l’astrolabe', await freshDay()));
    await anna.press('Valider');
    await announced();
    await say(`/deal ${asked.number} 900`);
    await nadia.press('Envoyer à valider');
    await anna.press('Valider');
    await anna.press('↩ Annuler');
    await announced();
    expect(await office.lead(asked.id)).toMatchObject({ status: 'deal', change: { type: 'terms' } });
    await anna.press('Refuser');
    await anna.press('Trop bas');
    await announced();
    const after = await office.lead(asked.id);
    expect(after).toMatchObject({ status: 'deal', change: null });
    expect(euros(after)).toBe(1800);
    expect(last()).toMatch(/reste calée\.$/);
  });

  it('when hours of a confirmed date are said, they are its day sheet’s and nothing is asked', async () => {
    const { nadia, anna, submitted, freshDay, announced } = office;
    const asked = await submitted(dealLine('le confort moderne', await freshDay()));
    await anna.press('Valider');
    await announced();
    await say(`/deal ${asked.number} passage 22h`);
    expect(last()).toContain('Les horaires d’une date calée se changent sur sa feuille de route');
    expect(nadia.buttons()).toContain('Laisser tomber');
    expect(nadia.buttons()).not.toContain('Envoyer à valider');
    await nadia.press('Laisser tomber');
  });
});
