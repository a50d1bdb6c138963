import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, instantOf, type Day } from '../../../domain/day.ts';
import { type Lead } from '../../../domain/lead.ts';
import { dealLine, openOffice, type BookingOffice } from '../../support/booking.ts';
import { short, spoken } from '../../support/season.ts';

let office: BookingOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.company.stop());

const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ');
const last = (): string => plain(office.nadia.last().text);

async function say(words: string): Promise<void> {
  await office.breathe();
  await office.nadia.say(words);
}

/** Moves to a time of the agency on a day that has not come yet. */
async function moveTo(day: Day, time: string): Promise<void> {
  const { company } = office;
  await company.later(Math.max(0, instantOf(day, time, 'Europe/Paris') - company.stage.now()));
}

async function placed(venue = 'le fil', more = '1800 ht payante'): Promise<{ lead: Lead; day: Day }> {
  const day = await office.freshDay();
  return { lead: await office.option(dealLine(venue, day, more)), day };
}

describe('what a booker says about an option', () => {
  it('when « ils lâchent le … », one press is left; « non » keeps it', async () => {
    const { nadia, hold } = office;
    const { lead, day } = await placed();
    await say(`ils lâchent le ${spoken(day)}`);
    expect(last()).toMatch(/^Libérer Gribitch, Le Fil \(Saint-Étienne\), .+ \(option 1\) \?$/);
    await nadia.press('Non, garder');
    expect(last()).toBe('D’accord, je ne change rien.');
    expect((await hold(lead.hold)).state).toBe('held');
  });

  it('when « … confirme », it is offered to be sent, and the managers have the card after the press', async () => {
    const { nadia, anna, approval } = office;
    const { lead, day } = await placed('la vapeur');
    await say(`la vapeur confirme le ${spoken(day)}`);
    expect(last()).toMatch(/^La Vapeur \(Dijon\) confirme Gribitch, .+ \(option 1\)\. Je l’envoie à valider \?$/);
    await nadia.press('Envoyer à valider');
    expect((await approval(lead.id)).state).toBe('open');
    expect(anna.last().text).toContain(`(deal ${lead.number})`);
  });

  it('when the option has no price yet, « … confirme » asks for it first', async () => {
    const { nadia } = office;
    const day = await office.freshDay();
    await office.breathe();
    await nadia.say(`/deal gribitch le fil ${spoken(day)} payante`);
    await nadia.press('Pas encore fixé');
    await nadia.press('Poser l’option');
    await say(`le fil confirme le ${spoken(day)}`);
    await nadia.press('Envoyer à valider');
    expect(last()).toMatch(/^À quel prix, HT \?/);
    await nadia.say('1500 HT');
    await nadia.press('Envoyer à valider');
    const lead = await office.newestLead();
    expect(lead).toMatchObject({ status: 'to-approve', day, terms: { price: { cents: 150_000 } } });
    expect(await office.holdsOn(day)).toHaveLength(1);
  });

  it('when « lève son option » is said, which of the two is meant is asked', async () => {
    const { nadia, hold } = office;
    const { lead, day } = await placed();
    await say(`le fil lève son option du ${spoken(day)}`);
    expect(last()).toMatch(/^« Lever l’option » se dit pour les deux : /);
    expect(nadia.buttons()).toEqual(['Ils confirment', 'Oui, libérer', 'Non, garder']);
    await nadia.press('Oui, libérer');
    expect((await hold(lead.hold)).state).toBe('released');
  });

  it('when several options fit, which one is asked, and only the chosen one is let go', async () => {
    const { nadia, hold } = office;
    const first = await placed('stereolux');
    const second = await placed('stereolux');
    await say('stereolux lâche');
    expect(last()).toBe('Laquelle ?');
    const label = nadia.buttons().find((one) => one.includes(short(second.day)));
    expect(nadia.buttons().some((one) => one.includes(short(first.day)))).toBe(true);
    expect(nadia.buttons().length).toBeGreaterThanOrEqual(2);
    await nadia.press(label ?? '');
    await nadia.press('Oui, libérer');
    const states = [(await hold(first.lead.hold)).state, (await hold(second.lead.hold)).state];
    expect(states.toSorted()).toEqual(['held', 'released']);
  });

  it('when none fits, says so and how to say it', async () => {
    await say(`la carène lâche le ${spoken(await office.freshDay())}`);
    expect(last()).toMatch(/^Je ne vois pas d’option qui corresponde\./);
  });

  it('when an option moves to another day, its card comes again with the new day and the old option goes', async () => {
    const { nadia, hold, holdsOn } = office;
    const { lead, day } = await placed('le chabada');
    const other = await office.freshDay();
    await say(`le chabada reporte du ${spoken(day)} au ${spoken(other)}`);
    expect(last()).toMatch(/^J’ai compris : Gribitch, Le Chabada/);
    expect((await hold(lead.hold)).state).toBe('held');
    await nadia.press('Poser l’option');
    expect((await hold(lead.hold)).state).toBe('released');
    expect(await holdsOn(other)).toMatchObject([{ state: 'held', rank: 1, lead: lead.id }]);
  });

  it('when it is to be extended, one press is left, and never beyond the day before the date', async () => {
    const { nadia, hold } = office;
    const { lead, day } = await placed("l'ubu");
    await say(`prolonge l'option de l'ubu jusqu'au ${spoken(addDays(day, 5))}`);
    expect(last()).toMatch(/^Prolonger l’option 1 \(Gribitch, L.Ubu/);
    expect(last()).toContain(`jusqu’au ${short(addDays(day, -1))}`);
    await nadia.press('Oui, prolonger');
    expect((await hold(lead.hold)).validUntil).toBe(addDays(day, -1));
  });
});

describe('the end of an option', () => {
  it('when it comes near, the booker is reminded once, may extend it, and the reminder moves along', async () => {
    const { nadia, hold, company } = office;
    await company.at(1, '10:00');
    const until = company.day(10);
    const day = await office.freshDay();
    const lead = await office.option(dealLine('la nef', day, `1800 payante valable jusqu'au ${spoken(until)}`));
    const reminders = () =>
      nadia.read().filter((one) => one.text.includes('La Nef') && one.text.includes(' finit le '));
    await moveTo(addDays(until, -3), '09:59');
    expect(reminders()).toHaveLength(0);
    await moveTo(addDays(until, -3), '10:01');
    expect(reminders()).toHaveLength(1);
    const card = reminders()[0]?.id;
    expect(nadia.buttons(card)).toEqual(['Prolonger d’une semaine', 'Ils confirment', 'Libérer']);
    await nadia.press('Prolonger d’une semaine', card);
    expect((await hold(lead.hold)).validUntil).toBe(addDays(until, 7));
    await moveTo(addDays(until, 1), '10:00');
    expect((await hold(lead.hold)).state).toBe('held');
    expect(reminders()).toHaveLength(1);
    await moveTo(addDays(until, 4), '10:01');
    expect(reminders()).toHaveLength(2);
  });

  it('when its last day has passed, it is over, the one behind moves up once, and both bookers know', async () => {
    const { nadia, hold, company } = office;
    const until = company.day(6);
    const day = await office.freshDay();
    const first = await office.option(dealLine('la nef', day, `1800 payante valable jusqu'au ${spoken(until)}`));
    const second = await office.option(dealLine('la carène', day, '900 payante'));
    await moveTo(until, '23:30');
    expect((await hold(first.hold)).state).toBe('held');
    await moveTo(addDays(until, 1), '00:05');
    expect((await hold(first.hold)).state).toBe('expired');
    expect(await hold(second.hold)).toMatchObject({ state: 'held', rank: 1 });
    expect(await office.lead(first.id)).toMatchObject({ status: 'negotiating', hold: null });
    const texts = nadia
      .read()
      .map((one) => plain(one.text))
      .filter((text) => text.includes(short(day)));
    expect(texts.filter((text) => /^Gribitch, .+ : l’option 1 \(La Nef .+ a pris fin/.test(text))).toHaveLength(1);
    expect(texts.filter((text) => text.startsWith('Tu passes en option 1 : Gribitch, La Carène'))).toHaveLength(1);
  });
});
