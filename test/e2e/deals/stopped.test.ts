import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lead } from '../../../domain/lead.ts';
import { dayAt, timeAt } from '../../../domain/day.ts';
import { dealLine, openOffice, type BookingOffice } from '../../support/booking.ts';
import { spoken } from '../../support/season.ts';

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

describe('a date that was lost between the card and the press', () => {
  it('when a needed member said no meanwhile, the reason and the nearest days come, and nothing changes', async () => {
    const { anna, company, submitted, freshDay, showsOn } = office;
    const day = await freshDay();
    const lead = await submitted(dealLine('le fil', day));
    const tom = await company.telegram('tom-garnier');
    await tom.say(`pas dispo le ${spoken(day)}`);
    await tom.press('C’est ferme');
    await anna.press('Valider', cardOf(lead));
    expect(anna.toast()).toBe('Impossible ce jour-là : je t’écris pourquoi.');
    const told = plain(anna.read().findLast((one) => one.text.includes('ne peut pas jouer'))?.text ?? '');
    expect(told).toContain('• Tom n’est pas dispo et personne ne remplace');
    expect(told).toMatch(/Jours libres les plus proches : .+\./);
    expect(await showsOn(day)).toEqual([]);
    expect((await office.approval(lead.id)).state).toBe('open');
    expect((await office.lead(lead.id)).status).toBe('to-approve');
  });

  it('when the act took another date that day meanwhile, the second is refused with its name', async () => {
    const { anna, submitted, freshDay, showsOn } = office;
    const day = await freshDay();
    const first = await submitted(dealLine('le fil', day));
    const second = await submitted(dealLine('la vapeur', day, '2500 payante'));
    await anna.press('Valider', cardOf(first));
    await anna.press('Valider', cardOf(second));
    const told = plain(anna.read().findLast((one) => one.text.includes('ne peut pas jouer'))?.text ?? '');
    expect(told).toContain('• une date est déjà calée : Le Fil (Saint-Étienne)');
    expect(await showsOn(day)).toHaveLength(1);
    expect((await office.lead(second.id)).status).toBe('to-approve');
    await office.announced();
  });
});

describe('an option that stands before', () => {
  let ahead: Lead;
  let behind: Lead;

  it('when the deal behind it is approved, the manager is told to ask for confirmation first', async () => {
    const { anna, option, submitted, freshDay, showsOn } = office;
    const day = await freshDay();
    ahead = await option(dealLine('la vapeur', day, '2500 payante'));
    behind = await submitted(dealLine('le fil', day));
    const card = cardOf(behind);
    expect(anna.buttons(card)).toContain('Demander confirmation');
    await anna.press('Valider', card);
    expect(last('anna')).toMatch(/^L’option 1 est à un autre lieu jusqu’au .+ : bouton « Demander confirmation »\.$/);
    expect(await showsOn(day)).toEqual([]);
  });

  it('when confirmation is asked for, the booker has the letter and a deadline of two working days, once', async () => {
    const { anna, nadia, company, hold } = office;
    const now = company.stage.now();
    await anna.press('Demander confirmation', cardOf(behind));
    const { challenge } = await hold(ahead.hold);
    expect(challenge).toMatchObject({ lead: behind.id, over: false });
    const deadline = challenge?.deadline ?? 0;
    expect(dayAt(now, 'Europe/Paris')).toBe('2026-11-24');
    expect(`${dayAt(deadline, 'Europe/Paris')} ${timeAt(deadline, 'Europe/Paris')}`).toMatch(/^2026-11-26 1\d:\d\d$/);
    expect(last('nadia')).toMatch(
      /^Un autre lieu veut confirmer Gribitch, .+ C’est La Vapeur \(Dijon\) qui a l’option 1/,
    );
    expect(last('nadia')).toMatch(
      /Bonjour.*,\n\nVous avez l’option 1 sur Gribitch le .+Bien à vous,\nNadia, La Belle Étape$/s,
    );
    expect(nadia.buttons()).toEqual(['Ils confirment', 'Libérer']);
    expect(last('anna')).toMatch(/^C’est demandé : réponse attendue de Nadia avant le .+\.$/);
    const heard = nadia.read().length;
    await anna.press('Demander confirmation', cardOf(behind));
    expect(last('anna')).toMatch(/^C’est déjà demandé, réponse attendue avant .+\.$/);
    expect(nadia.read()).toHaveLength(heard);
    expect((await hold(ahead.hold)).challenge?.deadline).toBe(deadline);
  });

  it('when « ils lâchent » and it is confirmed, the one behind moves up and is told once, and can be approved', async () => {
    const { anna, nadia, hold, breathe, showsOn } = office;
    await breathe();
    await nadia.say(`la vapeur lâche le ${spoken(behind.day ?? office.company.today())}`);
    expect(last('nadia')).toMatch(
      /^Libérer Gribitch, La Vapeur \(Dijon\), .+ \(option 1\) \? Le Fil \(Saint-Étienne\) passera devant/,
    );
    expect((await hold(ahead.hold)).state).toBe('held');
    await nadia.press('Oui, libérer');
    expect(await hold(ahead.hold)).toMatchObject({ state: 'released', challenge: null });
    expect(await hold(behind.hold)).toMatchObject({ state: 'held', rank: 1 });
    const promoted = nadia.read().filter((one) => one.text.startsWith('Tu passes en option 1'));
    expect(promoted).toHaveLength(1);
    expect(plain(promoted[0]?.text ?? '')).toContain('(c’était l’option 2)');
    await anna.press('Valider', cardOf(behind));
    expect((await office.lead(behind.id)).status).toBe('deal');
    expect(await showsOn(behind.day ?? office.company.today())).toHaveLength(1);
    await office.announced();
  });

  it('when nobody answers in time, the booker is asked what follows and may wait a working day more', async () => {
    const { anna, nadia, company, option, submitted, freshDay, hold } = office;
    const day = await freshDay();
    const first = await option(dealLine('la vapeur', day, '2500 payante'));
    const second = await submitted(dealLine('le fil', day));
    await anna.press('Demander confirmation', cardOf(second));
    const deadline = (await hold(first.hold)).challenge?.deadline ?? 0;
    await company.later(deadline - company.stage.now() - 60_000);
    expect(nadia.screen()).not.toContain('n’a pas répondu à la demande');
    await company.later(120_000);
    const told = nadia.read().findLast((one) => one.text.includes('n’a pas répondu à la demande'));
    expect(plain(told?.text ?? '')).toMatch(
      /^La Vapeur \(Dijon\) n’a pas répondu à la demande de confirmation : Gribitch/,
    );
    expect(nadia.buttons(told?.id)).toEqual(['Ils confirment', 'Libérer', 'Attendre encore un jour']);
    expect(await hold(first.hold)).toMatchObject({ state: 'held', challenge: { over: true } });
    await nadia.press('Attendre encore un jour', told?.id);
    const later = (await hold(first.hold)).challenge;
    expect(later).toMatchObject({ over: false });
    expect(later?.deadline).toBeGreaterThan(deadline + 20 * 3_600_000);
    await company.later((later?.deadline ?? 0) - company.stage.now() + 60_000);
    expect(nadia.read().filter((one) => one.text.includes('n’a pas répondu à la demande'))).toHaveLength(2);
  });
});
