import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { people } from '../../../core/records/agency.ts';
import { type Lead } from '../../../domain/lead.ts';
import { dealLine, openOffice, type BookingOffice } from '../../support/booking.ts';
import { type TelegramPerson } from '../../support/cast.ts';
import { spoken } from '../../support/season.ts';

let office: BookingOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.company.stop());

const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ');
const textOf = (who: TelegramPerson, id: number): string => plain(who.read().find((one) => one.id === id)?.text ?? '');

describe('what waits for a decision', () => {
  it('when nothing does, says so', async () => {
    await office.anna.say('/valider');
    expect(office.anna.last().text).toBe('Rien n’attend ta décision.');
  });

  it('when three wait, the oldest is shown, skipping shows the next in the same place, and saying yes moves on', async () => {
    const { anna, submitted, freshDay, lead: leadNow } = office;
    const waiting: Lead[] = [];
    for (const venue of ['le fil', 'la vapeur', 'la carène'])
      waiting.push(await submitted(dealLine(venue, await freshDay())));
    const [first, second, third] = waiting.map((lead) => lead.id);
    await office.breathe();
    await anna.say('/valider');
    const card = anna.last().id;
    expect(textOf(anna, card)).toMatch(/^À valider \(3\)\nÀ valider : Gribitch, Le Fil/);
    expect(anna.buttons(card)).toEqual([
      'Valider',
      'Refuser',
      'Une question',
      'Passer',
      'Tout valider sans conflit (3)',
    ]);
    await anna.press('Passer', card);
    expect(textOf(anna, card)).toContain('Gribitch, La Vapeur');
    await anna.press('Valider', card);
    expect((await leadNow(second ?? '')).status).toBe('deal');
    expect((await leadNow(first ?? '')).status).toBe('to-approve');
    expect(textOf(anna, card)).toMatch(/^✅ Gribitch, La Vapeur \(Dijon\) : validé .+\n\nÀ valider \(2\)/s);
    await anna.press('Tout valider sans conflit (2)', card);
    expect(textOf(anna, card)).toMatch(
      /^Je valide ces 2 deals \?\n• Gribitch, Le Fil \(Saint-Étienne\), .+, 1 800 € HT\n• Gribitch, La Carène .+$/,
    );
    expect((await leadNow(first ?? '')).status).toBe('to-approve');
    await anna.press('Valider les 2', card);
    expect(textOf(anna, card)).toMatch(/^✅ 2 deals validés : .+\n\nRien n’attend ta décision\.$/s);
    expect([(await leadNow(first ?? '')).status, (await leadNow(third ?? '')).status]).toEqual(['deal', 'deal']);
    await office.announced();
    expect(office.nadia.read().filter((one) => one.text.startsWith('✅ Anna a validé'))).toHaveLength(3);
  });

  it('when two of them want the same day, « tout valider » takes one and leaves the other', async () => {
    const { anna, submitted, freshDay, showsOn } = office;
    const day = await freshDay();
    const one = await submitted(dealLine('le fil', day));
    const other = await submitted(dealLine('la vapeur', day));
    const apart = await submitted(dealLine('la carène', await freshDay()));
    await office.breathe();
    await anna.say('/valider');
    const all = anna.buttons().find((label) => label.startsWith('Tout valider'));
    await anna.press(all ?? '');
    expect(plain(anna.last().text)).toMatch(/\nPas ceux-là :\n• Gribitch, La Vapeur .+ : une option est devant$/);
    await anna.press('Valider les 2');
    const states = await Promise.all([one, other, apart].map(async (lead) => (await office.lead(lead.id)).status));
    expect(states).toEqual(['deal', 'to-approve', 'deal']);
    expect(await showsOn(day)).toHaveLength(1);
    await office.announced();
  });
});

describe('somebody decides in a manager’s place', () => {
  it('when Anna is away until a day, Marc gets the cards of her acts, she gets none, and his yes counts', async () => {
    const { anna, marc, company, submitted, freshDay, lead: leadNow } = office;
    await office.breathe();
    const until = company.day(5);
    await anna.say(`/absent jusqu'au ${spoken(until)} → Marc`);
    expect(plain(anna.last().text)).toMatch(/^Jusqu’au .+, c’est Marc Delaunay qui décide à ta place \?$/);
    await anna.press('Oui, Marc');
    expect(plain(anna.last().text)).toMatch(/^C’est noté : Marc décide à ta place jusqu’au/);
    expect(plain(marc.last().text)).toMatch(/^Anna s’absente jusqu’au .+ et te laisse décider à sa place\./);
    const { store } = company.stage.product.runtime;
    expect((await store.get(people, 'anna-kervella'))?.value.delegation).toMatchObject({ to: 'marc-delaunay', until });
    const before = anna.read().length;
    const lead = await submitted(dealLine('le fil', await freshDay(), '1800 payante', 'barbeline'));
    expect(anna.read()).toHaveLength(before);
    expect((await office.approval(lead.id)).cards.map((card) => card.person)).toEqual(['marc-delaunay']);
    await marc.vote(marc.poll().timestamp, 0);
    expect((await leadNow(lead.id)).status).toBe('deal');
    await office.announced();
  });

  it('when she is back before that, the cards come to her again and not to him', async () => {
    const { anna, submitted, freshDay } = office;
    await office.breathe();
    await anna.say('/absent fin');
    expect(anna.last().text).toBe('C’est noté, tu décides de nouveau.');
    const lead = await submitted(dealLine('le fil', await freshDay(), '1800 payante', 'barbeline'));
    expect((await office.approval(lead.id)).cards.map((card) => card.person)).toEqual(['anna-kervella']);
    expect(anna.last().text).toContain(`(deal ${lead.number})`);
  });

  it('when the last day has passed, it ends by itself', async () => {
    const { anna, marc, company, submitted, freshDay } = office;
    await office.breathe();
    await anna.say(`/absent jusqu'au ${spoken(company.day(1))} → Marc`);
    await anna.press('Oui, Marc');
    await company.at(2, '10:00');
    const lead = await submitted(dealLine('la carène', await freshDay(), '1800 payante', 'barbeline'));
    expect((await office.approval(lead.id)).cards.map((card) => card.person)).toEqual(['anna-kervella']);
    await marc.say(`valider ${lead.number}`);
    expect((await office.lead(lead.id)).status).toBe('to-approve');
    expect(marc.last().text).toBe(`Aucun deal ${lead.number} n’attend ta décision.`);
  });

  it('when the words name no day or nobody, what is missing is asked and nothing is noted', async () => {
    const { anna, company } = office;
    const { store } = company.stage.product.runtime;
    const before = (await store.get(people, 'anna-kervella'))?.version;
    await office.breathe();
    await anna.say('/absent');
    expect(anna.last().text).toMatch(/^Écris « \/absent jusqu’à lundi → Anna »/);
    await anna.say(`/absent jusqu'au ${spoken(company.day(5))} → Gertrude`);
    expect(anna.last().text).toBe('Je ne trouve pas de manager du nom de « Gertrude ».');
    await anna.say(`/absent jusqu'au ${spoken(company.day(5))} → Nadia`);
    expect(anna.last().text).toBe('Je ne trouve pas de manager du nom de « Nadia ».');
    expect((await store.get(people, 'anna-kervella'))?.version).toBe(before);
  });
});
