import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../../domain/day.ts';
import { dealLine, openOffice, type BookingOffice } from '../../support/booking.ts';
import { short, spoken } from '../../support/season.ts';

let office: BookingOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.company.stop());

const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ');
const last = (): string => plain(office.nadia.last().text);

async function begin(words: string): Promise<void> {
  await office.breathe();
  await office.nadia.say(`/deal ${words}`.trim());
}

describe('a deal step by step', () => {
  it('when nothing is said, each thing is asked once, in order, on one card, and then repeated', async () => {
    const { nadia, freshDay, newestLead } = office;
    const day = await freshDay();
    await begin('');
    const card = nadia.last().id;
    expect(last()).toBe('Pour quel artiste ?');
    expect(nadia.buttons()).toEqual(expect.arrayContaining(['Gribitch', 'Nuit Ferrée', 'Laisser tomber']));
    expect(nadia.buttons()).not.toContain('Grand Marigot');
    await nadia.press('Gribitch');
    expect(last()).toMatch(/^Pour quel lieu \?/);
    await nadia.say('le fil');
    expect(last()).toMatch(/^Quel jour \?/);
    await nadia.say(spoken(day));
    expect(last()).toMatch(/^À quel prix, HT \?/);
    await nadia.say('1800 HT');
    expect(last()).toMatch(/^L’entrée est payante ou gratuite \?/);
    await nadia.press('Payante');
    expect(last()).toMatch(/^J’ai compris : Gribitch, Le Fil \(Saint-Étienne\)/);
    expect(last()).toContain(short(day));
    expect(last()).toContain('1 800 € HT');
    expect(nadia.last().id).toBe(card);
    await nadia.press('Poser l’option');
    expect(await newestLead()).toMatchObject({
      artist: 'gribitch',
      venue: 'le-fil-saint-etienne',
      day,
      status: 'option',
    });
  });

  it.each([
    ['the act', 'le fil 1800 payante', /^Pour quel artiste \?/],
    ['the place', 'gribitch 1800 payante', /^Pour quel lieu \?/],
    ['the price', 'gribitch le fil payante', /^À quel prix, HT \?/],
    ['the entry', 'gribitch le fil 1800', /^L’entrée est payante ou gratuite \?/],
  ])('when only %s is missing, nothing else is asked', async (_what, words, question) => {
    const { nadia, freshDay } = office;
    await begin(`${words} ${spoken(await freshDay())}`);
    expect(last()).toMatch(question);
    await nadia.press('Laisser tomber');
  });

  it('when only the day is missing, it alone is asked, and nonsense is asked again', async () => {
    const { nadia, freshDay } = office;
    const day = await freshDay();
    await begin('gribitch le fil 1800 payante');
    expect(last()).toMatch(/^Quel jour \?/);
    await nadia.say('bof');
    expect(last()).toMatch(/Écris par exemple « 13 mars »/);
    await nadia.say(spoken(day));
    expect(last()).toMatch(/^J’ai compris : Gribitch/);
    await nadia.press('Laisser tomber');
  });

  it('when the price and the entry are left open, the option can be placed, and sending it to be approved asks for the price', async () => {
    const { nadia, freshDay, newestLead } = office;
    await begin(`gribitch le fil ${spoken(await freshDay())}`);
    await nadia.press('Pas encore fixé');
    await nadia.press('Je ne sais pas encore');
    expect(last()).toContain('Cession, prix à fixer');
    expect(nadia.buttons()).toEqual(['Poser l’option', 'Laisser tomber']);
    await nadia.press('Poser l’option');
    expect((await newestLead()).terms).toMatchObject({ price: null, entry: null });
    await nadia.press('Envoyer à valider');
    expect(last()).toMatch(/^À quel prix, HT \?/);
    expect((await newestLead()).status).toBe('option');
  });

  it('when several acts fit the words, they are offered and no other', async () => {
    const { nadia, company } = office;
    const twins = { name: 'Gribouille' };
    await office.changeAct('barbeline', twins);
    await begin(`grib le fil ${spoken(company.day(300))} 1800 payante`);
    expect(last()).toMatch(/^Pour quel artiste \?/);
    expect(nadia.buttons()).toEqual(expect.arrayContaining(['Gribitch', 'Gribouille']));
    expect(nadia.buttons()).not.toContain('Nuit Ferrée');
    await office.changeAct('barbeline', { name: 'Barbeline' });
    await nadia.press('Laisser tomber');
  });

  it('when several days are named, they are offered, since a deal is about one date', async () => {
    const { nadia, freshDay } = office;
    const day = await freshDay();
    await begin(`gribitch le fil ${spoken(day)} ou ${spoken(addDays(day, 1))} 1800 payante`);
    expect(last()).toMatch(/lequel de ces jours exactement \?\nPour l’instant : Gribitch, Le Fil/);
    await nadia.say(spoken(addDays(day, 1)));
    expect(last()).toContain(short(addDays(day, 1)));
    await nadia.press('Laisser tomber');
    await begin(`gribitch le fil ${spoken(day)} et ${spoken(addDays(day, 1))} 1800 payante`);
    expect(last()).toMatch(/^Plusieurs jours sont possibles\./);
    const [first] = nadia.buttons();
    expect(first).toContain(short(day));
    await nadia.press(first ?? '');
    expect(last()).toContain(short(day));
    await nadia.press('Laisser tomber');
  });
});

describe('changing what was understood', () => {
  it('when an earlier card was left open, words still go to the one that was shown last', async () => {
    const { nadia, freshDay } = office;
    const day = await freshDay();
    await begin(dealLine('le fil', day));
    const left = nadia.last().id;
    await begin('gribitch');
    await nadia.say('la vapeur');
    const heard = last();
    await nadia.press('Laisser tomber');
    await nadia.press('Laisser tomber', left);
    expect(heard).toMatch(/^Quel jour \?/);
  });

  it('when a word follows the recap, it changes that and keeps the rest', async () => {
    const { nadia, freshDay, newestLead } = office;
    const day = await freshDay();
    await begin(dealLine('le fil', day));
    const card = nadia.last().id;
    await nadia.say('2000 HT');
    expect(last()).toContain('2 000 € HT');
    expect(last()).toContain('Le Fil');
    await nadia.say('passage 22h');
    expect(last()).toContain('passage 22 h');
    expect(last()).toContain('2 000 € HT');
    expect(nadia.last().id).toBe(card);
    await nadia.press('Poser l’option');
    expect((await newestLead()).terms).toMatchObject({ price: { cents: 200_000 }, times: { set: '22:00' } });
  });

  it('when the place is corrected by words, the new one stands', async () => {
    const { nadia, freshDay } = office;
    await begin(dealLine('le fil', await freshDay()));
    await nadia.say('la vapeur');
    expect(last()).toContain('La Vapeur (Dijon)');
    expect(last()).not.toContain('Le Fil');
    await nadia.press('Laisser tomber');
  });

  it('when the first message is edited, everything is read anew and nothing is placed', async () => {
    const { nadia, freshDay, books, breathe } = office;
    const day = await freshDay();
    await breathe();
    const before = await books();
    const message = await nadia.say(`/deal ${dealLine('le fil', day, '1800 payante +vhr')}`);
    await nadia.edit(message, `/deal ${dealLine('la vapeur', addDays(day, 1), '900 gratuit')}`);
    expect(last()).toContain('La Vapeur (Dijon)');
    expect(last()).toContain(short(addDays(day, 1)));
    expect(last()).toContain('900 € HT');
    expect(last()).toContain('Entrée gratuite');
    expect(last()).not.toContain('VHR');
    expect(await books()).toBe(before);
    await nadia.press('Laisser tomber');
  });
});

describe('a day that cannot be', () => {
  it('when the act has a date already, says which, offers the nearest free days, and takes one of them', async () => {
    const { nadia, newestLead } = office;
    await begin('gribitch le fil 22 janvier 2027 1800 payante');
    expect(last()).toMatch(
      /^Gribitch ne peut pas jouer le ven\. 22 janv.* :\n• une date est déjà calée : Le Temps Machine/,
    );
    const days = nadia.buttons().filter((label) => label !== 'Laisser tomber');
    expect(days.length).toBeGreaterThan(0);
    expect(days.join()).not.toContain('22 janv');
    expect(days).not.toContain('Garder ce jour quand même');
    await nadia.press(days[0] ?? '');
    expect(last()).toContain((days[0] ?? '?').replace(' (sous réserve)', ''));
    await nadia.press('Poser l’option');
    expect((await newestLead()).day).not.toBe('2027-01-22');
  });

  it('when a needed member is away and nobody stands in, says who; the booker may keep the day', async () => {
    const { nadia, company, freshDay, newestLead } = office;
    const day = await freshDay();
    const tom = await company.telegram('tom-garnier');
    await tom.say(`pas dispo le ${spoken(day)}`);
    await tom.press('C’est ferme');
    await begin(dealLine('le fil', day));
    expect(last()).toContain('• Tom n’est pas dispo et personne ne remplace');
    await nadia.press('Garder ce jour quand même');
    expect(last()).toMatch(/^J’ai compris : Gribitch/);
    expect(last()).toContain('Tom n’est pas dispo, personne pour remplacer');
    await nadia.press('Poser l’option');
    expect((await newestLead()).day).toBe(day);
  });
});

describe('in English', () => {
  it('when the booker speaks English, the whole way is in English', async () => {
    const { nadia, company, freshDay, newestLead } = office;
    await company.change('nadia-benali', { locale: 'en' });
    await begin(`gribitch le fil ${spoken(await freshDay(), 'en')} 1800 +vhr`);
    expect(last()).not.toMatch(/[éèà]\b|payante|gratuite/);
    const [paid] = nadia.buttons();
    await nadia.press(paid ?? '');
    expect(last()).toContain('€1,800');
    expect(last()).toContain('€1,899');
    const [place] = nadia.buttons();
    await nadia.press(place ?? '');
    expect((await newestLead()).status).toBe('option');
    expect(last()).toMatch(/Gribitch, Le Fil/);
    expect(last()).not.toMatch(/posée|valable/);
    await company.change('nadia-benali', { locale: 'fr' });
  });
});
