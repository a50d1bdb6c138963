import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { venues } from '../../../core/records/agency.ts';
import { addDays, instantOf } from '../../../domain/day.ts';
import { dealLine, openOffice, type BookingOffice } from '../../support/booking.ts';
import { short, spoken } from '../../support/season.ts';

let office: BookingOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.company.stop());

/** Places are kept apart from spaces that do not break a line. */
const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ');

describe('a deal in one line', () => {
  it('when all is said, asks nothing and repeats everything before anything is placed', async () => {
    const { nadia, freshDay, books } = office;
    const day = await freshDay();
    const before = await books();
    await nadia.say(`/deal gribich le fil ${spoken(day)} 1800ht +vhr pour 6 passage 21h30 payante`);
    const text = plain(nadia.last().text);
    expect(text).toContain('J’ai compris : Gribitch, Le Fil (Saint-Étienne)');
    expect(text).toContain(short(day));
    expect(text).toContain('passage 21 h 30');
    expect(text).toContain('Cession 1 800 € HT (1 899 € TTC) + VHR pour 6');
    expect(text).toContain('Entrée payante, l’agence emploie.');
    expect(text).toContain('Je poserais l’option 1, valable jusqu’au');
    expect(text).not.toContain('Je n’ai pas su lire');
    expect(nadia.buttons()).toEqual(['Poser l’option', 'Envoyer à valider', 'Laisser tomber']);
    expect(await books()).toBe(before);
  });

  it('when the option is placed, it stands under the next number, with its end and its reminder', async () => {
    const { nadia, company, newestLead, hold, trail } = office;
    const number = (await newestLead()).number + 1;
    await nadia.press('Poser l’option');
    const lead = await newestLead();
    expect(lead).toMatchObject({
      number,
      artist: 'gribitch',
      status: 'option',
      booker: 'nadia-benali',
      revision: 1,
    });
    expect(lead.terms).toMatchObject({ price: { cents: 180_000, vat: 550 }, entry: 'paid', employer: 'agency' });
    const placed = await hold(lead.hold);
    expect(placed).toMatchObject({ rank: 1, state: 'held', lead: lead.id, day: lead.day });
    expect(placed.validUntil).toBe(company.day(28));
    const due = await company.stage.product.runtime.due.ready(Number.MAX_SAFE_INTEGER, 1000);
    const rows = due.filter((row) => row.id.startsWith(`hold:${placed.id}:`));
    expect(Object.fromEntries(rows.map((row) => [row.kind, row.at]))).toEqual(
      Object.fromEntries([
        ['hold.ending', instantOf(addDays(placed.validUntil, -3), '10:00', 'Europe/Paris')],
        ['hold.expire', instantOf(addDays(placed.validUntil, 1), '00:00', 'Europe/Paris')],
      ]),
    );
    expect(plain(nadia.last().text)).toMatch(
      /^Option 1 posée : Gribitch, Le Fil \(Saint-Étienne\), .+, valable jusqu’au .+\. C’est le deal \d+\.$/,
    );
    expect(nadia.buttons()).toEqual(['Envoyer à valider', 'Demander au groupe', 'Libérer']);
    expect((await trail()).filter((line) => line.subject === lead.id).map((line) => line.what)).toContain(
      'deal.started',
    );
  });

  it('when the same day is wanted by a second place, it gets the second rank whatever was asked', async () => {
    const { nadia, newestLead, hold, breathe } = office;
    const first = await newestLead();
    await breathe();
    await nadia.say(
      `/deal ${dealLine('la vapeur', first.day ?? (await office.freshDay()), '2500 payante 1ere option')}`,
    );
    expect(plain(nadia.last().text)).toContain('L’option 1 n’est pas possible : la prochaine libre est l’option 2.');
    await nadia.press('Poser l’option');
    const second = await newestLead();
    expect((await hold(second.hold)).rank).toBe(2);
    expect((await hold(first.hold)).rank).toBe(1);
    expect(second.number).toBe(first.number + 1);
  });

  it('when an end of the option is said, it holds until then and never beyond the day before the date', async () => {
    const { nadia, option, freshDay, hold, breathe } = office;
    const day = await freshDay();
    const lead = await option(dealLine('le fil', day, `1800 payante valable jusqu'au ${spoken(addDays(day, -30))}`));
    expect((await hold(lead.hold)).validUntil).toBe(addDays(day, -30));
    await breathe();
    expect(nadia.last().text).toContain('Option 1 posée');
  });

  it('when words are not understood, they are shown and nothing else is lost', async () => {
    const { nadia, freshDay } = office;
    await nadia.say(`/deal ${dealLine('le fil', await freshDay(), '1800 ht payante zgloubi')}`);
    const text = plain(nadia.last().text);
    expect(text).toContain('Je n’ai pas su lire : zgloubi');
    expect(text).toContain('1 800 € HT');
    await nadia.press('Laisser tomber');
  });

  it('when a price is said with tax, it is kept before tax', async () => {
    const { option, freshDay } = office;
    const lead = await option(dealLine('le fil', await freshDay(), '1899 ttc payante'));
    expect(lead.terms.price).toEqual({ cents: 180_000, currency: 'EUR', vat: 550 });
  });

  it('when a kind is said, the employer and the tax follow', async () => {
    const { option, freshDay } = office;
    const lead = await option(dealLine('le fil', await freshDay(), 'engagement 900 gratuit'));
    expect(lead.terms).toMatchObject({ kind: 'engagement', employer: 'organiser', price: { vat: 0 }, entry: 'free' });
  });
});

describe('a place nobody has met', () => {
  it('when its town is said, is created with the deal and only then', async () => {
    const { nadia, company, freshDay, newestLead, breathe } = office;
    const { store } = company.stage.product.runtime;
    await breathe();
    const count = (await store.all(venues)).length;
    await nadia.say(`/deal ${dealLine('la grange aux loups à Plouhinec', await freshDay())}`);
    expect(plain(nadia.last().text)).toMatch(/Plouhinec\) \(nouveau lieu, je le crée\)/);
    expect(await store.all(venues)).toHaveLength(count);
    await nadia.press('Poser l’option');
    const lead = await newestLead();
    const place = await store.get(venues, lead.venue);
    expect(place?.value).toMatchObject({ town: 'Plouhinec', latitude: null });
    expect(place?.value.name.toLowerCase()).toBe('la grange aux loups');
    expect(await store.all(venues)).toHaveLength(count + 1);
  });

  it('when its town is missing, it alone is asked for', async () => {
    const { nadia, freshDay, breathe } = office;
    await breathe();
    await nadia.say(`/deal ${dealLine('la grange bleue', await freshDay())}`);
    expect(plain(nadia.last().text)).toMatch(
      /^Je ne connais pas encore « .*grange bleue.* »\. C’est dans quelle ville \?\nPour l’instant : Gribitch, /i,
    );
    await nadia.say('Quimperlé');
    expect(plain(nadia.last().text)).toMatch(/grange bleue \(Quimperlé\) \(nouveau lieu, je le crée\)/i);
    await nadia.press('Laisser tomber');
  });

  it('when its town ends in « sur-Mer », no Wednesday is read into it', async () => {
    const { nadia, freshDay, breathe } = office;
    await breathe();
    await nadia.say(`/deal ${dealLine('la grange aux loups à Moëlan-sur-Mer', await freshDay())}`);
    const { text } = nadia.last();
    await nadia.press('Laisser tomber');
    expect(plain(text)).toContain('Moëlan-sur-Mer) (nouveau lieu, je le crée)');
  });
});

describe('what ends a deal before it began', () => {
  it('when it is dropped by its button or by a word, nothing is placed', async () => {
    const { nadia, books, breathe, freshDay } = office;
    const before = await books();
    for (const drop of [
      () => nadia.press('Laisser tomber'),
      () => nadia.say('non'),
      () => nadia.say('laisser tomber'),
    ]) {
      await breathe();
      await nadia.say(`/deal ${dealLine('le fil', await freshDay())}`);
      await drop();
      expect(nadia.last().text).toBe('D’accord, je n’ai rien posé.');
    }
    expect(await books()).toBe(before);
  });

  it('when a day passes without an answer, its card places nothing any more', async () => {
    const { nadia, books, company, freshDay } = office;
    await nadia.say(`/deal ${dealLine('le fil', await freshDay())}`);
    const card = nadia.last().id;
    const before = await books();
    await company.later(24 * 3_600_000 + 60_000);
    if (nadia.buttons(card).includes('Poser l’option')) await nadia.press('Poser l’option', card);
    expect(await books()).toBe(before);
    expect(nadia.buttons(card)).not.toContain('Poser l’option');
  });
});
