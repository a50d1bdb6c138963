import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dealLine, openOffice, type BookingOffice } from '../../support/booking.ts';

let office: BookingOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.company.stop());

const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ');

/** The card of the newest deal, as Anna sees it. */
function annasCard(number: number): { id: number; text: string } {
  const found = office.anna
    .read()
    .findLast((one) => one.text.includes(`(deal ${number})`) && one.text.includes('À valider'));
  if (found === undefined) throw new Error(`no card of deal ${number}`);
  return { id: found.id, text: plain(found.text) };
}

/** The card of a deal as Marc sees it on Signal, without its poll. */
function marcsCard(number: number): { timestamp: number; text: string } {
  const found = office.marc
    .read()
    .findLast((one) => one.poll === null && one.text.includes(`(deal ${number})`) && one.text.includes('À valider'));
  if (found === undefined) throw new Error(`no card of deal ${number}`);
  return { timestamp: found.timestamp, text: plain(found.text) };
}

describe('the card of a deal', () => {
  it('when it is sent, each manager has everything on it, the option is placed, and the booker knows with whom it is', async () => {
    const { nadia, anna, submitted, freshDay, hold, approval } = office;
    await office.changeAct('gribitch', { floor: { cents: 150_000, currency: 'EUR' } });
    const lead = await submitted(dealLine('le fil', await freshDay(), '1800 ht +vhr pour 6 passage 21h30 payante'));
    expect(lead.status).toBe('to-approve');
    expect(await hold(lead.hold)).toMatchObject({ rank: 1, state: 'held' });
    const { text, id } = annasCard(lead.number);
    expect(text).toContain(`À valider : Gribitch, Le Fil (Saint-Étienne) (deal ${lead.number})`);
    expect(text).toContain('passage 21 h 30');
    expect(text).toContain('Cession 1 800 € HT (1 899 € TTC) + VHR pour 6. Ton plancher : 1 500 €');
    expect(text).toMatch(/Dispos : (?:\d oui sur 5|\d sur 5 sans empêchement)/);
    expect(text).toMatch(/Option 1 jusqu’au/);
    expect(text).toContain('Demandé par Nadia.');
    expect(anna.buttons(id)).toEqual(['Valider', 'Refuser', 'Une question', 'Plus tard']);
    expect(marcsCard(lead.number).text).toContain('1. Valider\n2. Refuser\n3. Une question\n4. Plus tard');
    expect(plain(nadia.last().text)).toMatch(/^C’est parti chez Anna et Marc : Gribitch, Le Fil/);
    expect((await approval(lead.id)).cards.map((card) => card.person)).toEqual(['anna-kervella', 'marc-delaunay']);
  });

  it('when the price lies under the floor, the card says so', async () => {
    const { submitted, freshDay } = office;
    const lead = await submitted(dealLine('le fil', await freshDay(), '900 payante'));
    expect(annasCard(lead.number).text).toContain('⚠️ Sous ton plancher de 1 500 €');
  });

  it('when it waits already, sending it again asks nobody twice', async () => {
    const { nadia, anna, option, freshDay } = office;
    await option(dealLine('le fil', await freshDay()));
    const card = nadia.last().id;
    await nadia.press('Envoyer à valider', card);
    const cards = anna.read().length;
    await nadia.press('Envoyer à valider', card);
    expect(nadia.last().text).toMatch(/^Le deal \d+ attend déjà une décision\.$/);
    expect(anna.read()).toHaveLength(cards);
  });
});

describe('saying yes', () => {
  it('when Anna presses on Telegram, the date is taken at once, both cards say who and when, and she may take it back', async () => {
    const { anna, submitted, freshDay, showsOn, lead: leadNow, hold, trail } = office;
    const day = await freshDay();
    const lead = await submitted(dealLine('le fil', day));
    const { id } = annasCard(lead.number);
    await anna.press('Valider', id);
    const after = await leadNow(lead.id);
    expect(after.status).toBe('deal');
    expect(await showsOn(day)).toMatchObject([{ id: after.show, state: 'confirmed', version: 1, lead: lead.id }]);
    expect((await hold(lead.hold)).state).toBe('held');
    expect(annasCard(lead.number).text).toMatch(/✅ Validé par toi à \d+ h \d\d\.$/);
    expect(anna.buttons(id)).toEqual(['↩ Annuler', 'Voir ce qui attend']);
    expect(anna.toast()).toBe('Validé. Tu as une minute pour revenir dessus.');
    expect(marcsCard(lead.number).text).toMatch(/✅ Validé par Anna à \d+ h \d\d\.$/);
    expect((await trail()).at(-1)).toMatchObject({
      what: 'approval.decided',
      person: 'anna-kervella',
      outcome: 'approve',
    });
  });

  it('when Marc votes on Signal, it is decided', async () => {
    const { marc, submitted, freshDay, approval } = office;
    const lead = await submitted(dealLine('le fil', await freshDay()));
    expect(marc.poll().poll?.question).toBe(`Deal ${lead.number} : on valide ?`);
    await marc.vote(marc.poll().timestamp, 0);
    expect((await approval(lead.id)).decision).toMatchObject({ by: 'marc-delaunay', choice: 'approve' });
    expect(annasCard(lead.number).text).toMatch(/✅ Validé par Marc à/);
  });

  it.each(['1', 'Valider'])('when Marc quotes the card and writes « %s », it is decided', async (words) => {
    const { marc, submitted, freshDay, approval } = office;
    const lead = await submitted(dealLine('le fil', await freshDay()));
    await marc.quote(marcsCard(lead.number).timestamp, words);
    expect((await approval(lead.id)).decision).toMatchObject({ by: 'marc-delaunay', choice: 'approve' });
  });

  it.each(['valider', 'je valide le deal', 'Approve'])(
    'when Marc writes « %s » and the number of the deal, it is decided',
    async (words) => {
      const { marc, submitted, freshDay, approval } = office;
      const lead = await submitted(dealLine('le fil', await freshDay()));
      await marc.say(`${words} ${lead.number}`);
      expect((await approval(lead.id)).decision).toMatchObject({ by: 'marc-delaunay', choice: 'approve' });
    },
  );

  it('when it is a number that waits for nobody, says so and decides nothing', async () => {
    const { marc, books } = office;
    const before = await books();
    await marc.say('valider 9999');
    expect(marc.last().text).toBe('Aucun deal 9999 n’attend ta décision.');
    expect(await books()).toBe(before);
  });

  it('when somebody writes a bare « 1 », « ok » or « oui », or reacts with 👍, nothing is decided and they learn how', async () => {
    const { marc, anna, submitted, freshDay, approval, company } = office;
    await clearQueue();
    const lead = await submitted(dealLine('le fil', await freshDay()));
    for (const words of ['1', 'ok', 'oui', 'valider']) {
      await company.later(10_000);
      await marc.say(words);
      await anna.say(words);
      expect((await approval(lead.id)).decision).toBeNull();
    }
    expect(plain(marc.screen())).toContain('réponds sur la carte elle-même');
    await marc.react(marcsCard(lead.number).timestamp, '👍');
    expect((await approval(lead.id)).decision).toBeNull();
    expect((await office.lead(lead.id)).status).toBe('to-approve');
  });

  it('when the second manager presses after the first, is told who and when, and nothing changes', async () => {
    const { anna, marc, submitted, freshDay, approval, books } = office;
    const lead = await submitted(dealLine('le fil', await freshDay()));
    await anna.press('Valider', annasCard(lead.number).id);
    const before = await books();
    await marc.quote(marcsCard(lead.number).timestamp, '2');
    expect((await approval(lead.id)).decision).toMatchObject({ by: 'anna-kervella', choice: 'approve' });
    expect(await books()).toBe(before);
    expect(marc.last().text).toMatch(/^Anna a déjà répondu à \d+ h \d\d\.$/);
  });
});

describe('taking it back', () => {
  it('when it is pressed within the minute, the day is free, both cards ask again, and nobody heard of it', async () => {
    const { anna, nadia, submitted, freshDay, showsOn, approval, company, announced } = office;
    await announced();
    const day = await freshDay();
    const lead = await submitted(dealLine('le fil', day));
    const { id } = annasCard(lead.number);
    await anna.press('Valider', id);
    const heard = nadia.read().length;
    await company.later(50_000);
    await anna.press('↩ Annuler', id);
    expect(await showsOn(day)).toEqual([]);
    expect(await office.lead(lead.id)).toMatchObject({ status: 'to-approve', show: null });
    expect((await approval(lead.id)).state).toBe('open');
    expect(anna.buttons(id)).toEqual(['Valider', 'Refuser', 'Une question', 'Plus tard']);
    expect(marcsCard(lead.number).text).not.toContain('✅');
    await announced();
    expect(nadia.read()).toHaveLength(heard);
    await anna.press('Valider', id);
    expect(await showsOn(day)).toHaveLength(1);
  });

  it.each(['annuler', '↩ Annuler'])(
    'when Marc writes « %s » on Signal within the minute, it is taken back',
    async (words) => {
      const { marc, submitted, freshDay, approval, showsOn } = office;
      const day = await freshDay();
      const lead = await submitted(dealLine('le fil', day));
      await marc.vote(marc.poll().timestamp, 0);
      await marc.say(words);
      expect((await approval(lead.id)).state).toBe('open');
      expect(await showsOn(day)).toEqual([]);
    },
  );

  it('when the minute is over, it is too late on both channels', async () => {
    const { anna, marc, submitted, freshDay, approval, announced } = office;
    const lead = await submitted(dealLine('le fil', await freshDay()));
    const { id } = annasCard(lead.number);
    await anna.press('Valider', id);
    const undo = anna.data('↩ Annuler', id);
    await announced();
    expect(anna.buttons(id)).toEqual(['Voir ce qui attend']);
    anna.control.forgePress({ bot: office.company.staff, data: undo, messageId: id });
    await office.company.calm();
    await marc.say('annuler');
    expect((await approval(lead.id)).decision?.choice).toBe('approve');
    expect((await office.lead(lead.id)).status).toBe('deal');
  });
});

/** Decides whatever still waits, so that exactly one card is open. */
async function clearQueue(): Promise<void> {
  const { anna, company, announced } = office;
  for (let left = 0; left < 12; left += 1) {
    await company.later(10_000);
    await anna.say('/valider');
    if (anna.last().text.startsWith('Rien n’attend')) return announced();
    await anna.press('Valider', anna.last().id);
  }
}
