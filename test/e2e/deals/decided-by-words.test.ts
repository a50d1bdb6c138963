import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Lead } from '../../../domain/lead.ts';
import { dealLine, openOffice, type BookingOffice } from '../../support/booking.ts';

let office: BookingOffice;
let fil: Lead;
let vapeur: Lead;
let later: Lead;
beforeAll(async () => {
  office = await openOffice();
  const { submitted, freshDay } = office;
  fil = await submitted(dealLine('le fil', await freshDay()));
  vapeur = await submitted(dealLine('la vapeur', await freshDay()));
  later = await submitted(dealLine('la vapeur', await freshDay(), '2000 ht payante'));
});
afterAll(() => office.company.stop());
beforeEach(() => office.breathe());

const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ');
const last = (): string => plain(office.anna.last().text);
const status = async ({ id }: Lead): Promise<string> => (await office.lead(id)).status;

describe('a decision said by name', () => {
  it('when one open deal fits « valider le fil », its card comes and nothing is decided before the press', async () => {
    const { anna } = office;
    await anna.say('valider le fil');
    expect(last()).toMatch(/À valider : Gribitch, Le Fil \(Saint-Étienne\)/);
    expect(anna.buttons(anna.last().id)).toEqual(['Valider', 'Refuser', 'Une question', 'Passer']);
    expect(await status(fil)).toBe('to-approve');
  });

  it('when a bare « ok » or a number follows it, still nothing is decided', async () => {
    const { marc } = office;
    await marc.say('valide le fil');
    await marc.say('ok');
    await marc.say('1');
    expect(await status(fil)).toBe('to-approve');
  });

  it('when several fit, they are listed and a press shows the card', async () => {
    const { anna } = office;
    await anna.say('/valider la vapeur');
    expect(last()).toBe('Plusieurs deals vont avec ça. Lequel ?');
    expect(anna.buttons(anna.last().id)).toHaveLength(2);
    await anna.press(anna.buttons(anna.last().id)[1] ?? '');
    expect(last()).toContain(`(deal ${later.number})`);
    expect(await status(later)).toBe('to-approve');
  });

  it('when a day is said as well, it tells them apart', async () => {
    const { anna } = office;
    const [, month, day] = (later.day ?? '').split('-');
    await anna.say(`valide la vapeur le ${day ?? ''}/${month ?? ''}/2027`);
    expect(last()).toContain(`(deal ${later.number})`);
  });

  it('when nothing that waits is called so, says so under the name', async () => {
    await office.anna.say('/valider la coopérative');
    expect(last()).toMatch(/^Rien de ce qui attend ne s’appelle « la coopérative »\./);
  });

  it('when « refuse le fil : trop loin » is said, deal and reason stand on a card, and the press refuses for that reason', async () => {
    const { anna, announced } = office;
    await anna.say('refuse le fil : trop loin');
    expect(last()).toMatch(/À valider : Gribitch, Le Fil[\s\S]+Refuser avec cette raison : « trop loin » \?/);
    expect(await status(fil)).toBe('to-approve');
    await anna.press('Refuser', anna.last().id);
    await announced();
    expect(await status(fil)).toBe('option');
    expect(plain(office.nadia.last().text)).toContain('« trop loin »');
  });

  it('when a number is refused with a reason behind it, the same', async () => {
    const { anna, announced } = office;
    await anna.say(`refuser ${vapeur.number} : trop bas`);
    expect(last()).toContain('Refuser avec cette raison : « trop bas » ?');
    await anna.press('Finalement, ne pas refuser', anna.last().id);
    await announced();
    expect(await status(vapeur)).toBe('to-approve');
  });
});

describe('« tout valider »', () => {
  it('when one was put off, it is left out of the count and of the preview, which says so', async () => {
    const { anna, submitted, freshDay } = office;
    const more = await submitted(dealLine('la carène', await freshDay()));
    await office.breathe();
    await anna.press('Plus tard', anna.last().id);
    await office.breathe();
    await anna.say('/valider');
    expect(last()).toMatch(/^À valider \(2\)/);
    expect(anna.buttons(anna.last().id)).toContain('Tout valider sans conflit (2)');
    await anna.say('tout valider');
    expect(last()).toMatch(/^Je valide ces 2 deals \?/);
    expect(last()).toMatch(/Pas ceux-là :\n• Gribitch, La Carène .+ : tu l’as mis de côté$/);
    await anna.press('Non, un par un');
    expect(last()).toMatch(/^À valider \(2\)/);
    await anna.say('valide tout');
    await anna.press('Valider les 2');
    expect(await Promise.all([vapeur, later, more].map(status))).toEqual(['deal', 'deal', 'to-approve']);
  });

  it('when a deal of the preview changed meanwhile, the press takes only what it showed', async () => {
    const { anna, nadia, submitted, freshDay } = office;
    const one = await submitted(dealLine('le fil', await freshDay()));
    const two = await submitted(dealLine('l’astrolabe', await freshDay()));
    await office.breathe();
    await anna.say('tout valider');
    const card = anna.last().id;
    await nadia.say(`deal ${two.number} : 900`);
    await nadia.press('Changer');
    await anna.press('Valider les 2', card);
    expect(await Promise.all([one, two].map(status))).toEqual(['deal', 'to-approve']);
  });
});
