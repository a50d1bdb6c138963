import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Day } from '../../../domain/day.ts';
import { type Lead } from '../../../domain/lead.ts';
import { dealLine, openOffice, type BookingOffice } from '../../support/booking.ts';
import { type TelegramPerson } from '../../support/cast.ts';
import { short, spoken } from '../../support/season.ts';

let office: BookingOffice;
let tom: TelegramPerson;
beforeAll(async () => {
  office = await openOffice();
  tom = await office.company.telegram('tom-garnier');
});
afterAll(() => office.company.stop());

const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ');
const last = (who: TelegramPerson = office.nadia): string => plain(who.last().text);

async function confirmed(venue = 'le fil'): Promise<{ lead: Lead; day: Day }> {
  const day = await office.freshDay();
  const asked = await office.submitted(dealLine(venue, day));
  await office.anna.press('Valider');
  await office.announced();
  return { lead: await office.lead(asked.id), day };
}

describe('a confirmed date that moves', () => {
  it('when « reporte au … mêmes conditions », a manager agrees, the old day is let go, the new one taken, in one history', async () => {
    const { nadia, anna, announced, show, showsOn, tasksOf } = office;
    const { lead, day } = await confirmed();
    const to = await office.freshDay();
    await office.breathe();
    await nadia.say(`le fil reporte du ${spoken(day)} au ${spoken(to)} mêmes conditions`);
    expect(last()).toMatch(/^Reporter Gribitch, Le Fil \(Saint-Étienne\) du .+ au .+, mêmes conditions \?/);
    expect(last()).toContain('1 800 € HT');
    expect((await show(lead.show)).state).toBe('confirmed');
    await nadia.press('Envoyer à valider');
    expect(last(anna)).toMatch(/^Report à valider : Gribitch, Le Fil/);
    expect(last(anna)).toContain(`(au lieu du ${short(day)}`);
    await anna.press('Valider');
    expect((await show(lead.show)).state).toBe('confirmed');
    expect(await showsOn(to)).toMatchObject([{ state: 'confirmed', replaces: lead.show, version: 2 }]);
    await announced();
    const after = await office.lead(lead.id);
    const [taken] = await showsOn(to);
    expect(after).toMatchObject({ number: lead.number, status: 'deal', day: to, show: taken?.id, change: null });
    expect((await show(lead.show)).state).toBe('postponed');
    expect(after.history.map((event) => event.what)).toEqual(
      expect.arrayContaining(['created', 'hold', 'show', 'moved']),
    );
    expect(after.history.length).toBeGreaterThan(lead.history.length);
    expect(last(tom)).toMatch(/^Gribitch, Le Fil, Saint-Étienne : reporté du .+ au .+\.$/);
    expect(nadia.read().filter((one) => one.text.includes(': reporté du'))).toHaveLength(1);
    const open = (await tasksOf(lead.id)).filter((task) => task.state === 'todo');
    expect(open.every((task) => task.show === taken?.id)).toBe(true);
    expect(new Set(open.map((task) => task.template)).size).toBe(open.length);
    expect(open.length).toBeGreaterThan(0);
  });

  it('when the manager refuses, the date stays, and the booker hears why', async () => {
    const { nadia, anna, announced, show } = office;
    const { lead, day } = await confirmed('la vapeur');
    const to = await office.freshDay();
    await office.breathe();
    await nadia.say(`la vapeur reporte du ${spoken(day)} au ${spoken(to)}`);
    await nadia.press('Envoyer à valider');
    await anna.press('Refuser');
    await anna.press('Trop chargé à ce moment');
    await announced();
    expect(last()).toMatch(/^Anna ne valide pas le changement de Gribitch, La Vapeur .+ La date du .+ reste calée\.$/);
    expect(await office.lead(lead.id)).toMatchObject({ status: 'deal', day, change: null });
    expect((await show(lead.show)).state).toBe('confirmed');
  });

  it('when the new day is taken by the act itself, says so and asks nobody', async () => {
    const { nadia, books } = office;
    const { day } = await confirmed("l'astrolabe");
    const other = await confirmed('le confort moderne');
    await office.breathe();
    const before = await books();
    await nadia.say(`l'astrolabe reporte du ${spoken(day)} au ${spoken(other.day)}`);
    expect(last()).toContain('une date est déjà calée : Le Confort Moderne');
    expect(await books()).toBe(before);
  });

  it('when somebody else has an option on the new day, it does not go on standing there unnoticed', async () => {
    const { nadia, anna, announced, hold } = office;
    const { day } = await confirmed('la sirène');
    const to = await office.freshDay();
    const other = await office.option(dealLine('la carène', to, '900 payante'));
    await office.breathe();
    await nadia.say(`la sirène reporte du ${spoken(day)} au ${spoken(to)}`);
    await nadia.press('Envoyer à valider');
    await anna.press('Valider');
    await announced();
    const taken = await office.showsOn(to);
    const state = (await hold(other.hold)).state;
    // Either the date waits for the option before it, or the option ends and its booker hears of it.
    expect([taken.length, state]).not.toEqual([1, 'held']);
  });
});

describe('a confirmed date that goes', () => {
  it('when « ils annulent » and a manager agrees, the day is free, tasks fall away, all are told', async () => {
    const { nadia, anna, announced, show, tasksOf } = office;
    const { lead, day } = await confirmed('le temps machine');
    await office.breathe();
    await nadia.say(`ils annulent le ${spoken(day)}`);
    expect(last()).toMatch(
      /^Annuler Gribitch, Le Temps Machine .+ \? La date est validée : ton manager doit confirmer\.$/,
    );
    await nadia.press('Envoyer à valider');
    expect(last(anna)).toMatch(/^Annulation à valider : Gribitch, Le Temps Machine/);
    await anna.press('Valider');
    expect((await show(lead.show)).state).toBe('confirmed');
    await announced();
    expect((await show(lead.show)).state).toBe('cancelled');
    const after = await office.lead(lead.id);
    expect(after).toMatchObject({ status: 'cancelled', change: null, number: lead.number });
    expect(after.history.at(-1)?.what).toBe('cancelled');
    expect((await tasksOf(lead.id)).every((task) => task.state === 'dropped')).toBe(true);
    expect(last(tom)).toMatch(/^Gribitch, Le Temps Machine, Joué-lès-Tours : la date du .+ est annulée\.$/);
    const again = await office.option(dealLine('le fil', day));
    expect((await office.hold(again.hold)).rank).toBe(1);
  });

  it('when it is taken back within the minute, the date stays and nobody hears', async () => {
    const { nadia, anna, announced, show } = office;
    const { lead, day } = await confirmed('le temps machine');
    await office.breathe();
    await nadia.say(`le temps machine annule le ${spoken(day)}`);
    await nadia.press('Envoyer à valider');
    const heard = tom.read().length;
    await anna.press('Valider');
    await anna.press('↩ Annuler');
    await announced();
    expect((await show(lead.show)).state).toBe('confirmed');
    expect((await office.lead(lead.id)).status).toBe('deal');
    expect(tom.read()).toHaveLength(heard);
  });
});
