import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Day } from '../../../domain/day.ts';
import { type Lead } from '../../../domain/lead.ts';
import { dealLine, openOffice, type BookingOffice } from '../../support/booking.ts';
import { type TelegramPerson } from '../../support/cast.ts';
import { spoken } from '../../support/season.ts';

let office: BookingOffice;
let julien: TelegramPerson;
let tom: TelegramPerson;
let stranger: TelegramPerson;
let lead: Lead;
let day: Day;
let approve = '';
let release = '';

beforeAll(async () => {
  office = await openOffice();
  const { company, freshDay, submitted, option, anna, nadia } = office;
  julien = await company.telegram('julien-carpentier');
  tom = await company.telegram('tom-garnier');
  stranger = company.stranger();
  day = await freshDay();
  lead = await submitted(dealLine('le fil', day));
  approve = anna.data('Valider', anna.last().id);
  await option(dealLine('la vapeur', await freshDay()));
  release = nadia.data('Libérer', nadia.last().id);
});
afterAll(() => office.company.stop());
beforeEach(() => office.company.later(30_000));

async function forge(who: TelegramPerson, data: string): Promise<void> {
  who.control.forgePress({ bot: office.company.staff, data });
  await office.company.calm();
}

/** What was written down about somebody since a moment. */
async function traces(who: TelegramPerson, since: number): Promise<string[]> {
  return (await office.trail())
    .filter((line) => line.at >= since && (line.account === who.account || line.person === null))
    .map((line) => line.what);
}

const outsiders = [
  ['a booker of other acts', () => julien],
  ['a musician of the act', () => tom],
  ['a stranger', () => stranger],
] as const;

describe('somebody whose decision it is not', () => {
  it.each(outsiders)(
    'when %s presses [Valider] or [Libérer] of somebody else’s card, nothing changes and it is audited',
    async (_who, person) => {
      const before = await office.books();
      const since = office.company.stage.now();
      await forge(person(), approve);
      await forge(person(), release);
      expect(await office.books()).toBe(before);
      expect((await traces(person(), since)).length).toBeGreaterThanOrEqual(1);
    },
  );

  it.each(outsiders)(
    'when %s types « valider » and the number, nothing changes and nothing of the deal is told',
    async (_who, person) => {
      const before = await office.books();
      const count = person().read().length;
      await person().say(`valider ${lead.number}`);
      await person().say(`/valider ${lead.number}`);
      expect(await office.books()).toBe(before);
      const told = person()
        .read()
        .slice(count)
        .map((one) => one.text)
        .join('\n');
      expect(told).not.toMatch(/Le Fil|Gribitch|1\s800/);
    },
  );

  it.each(outsiders)(
    'when %s writes a deal down or lets a date go for the act, nothing changes',
    async (_who, person) => {
      const before = await office.books();
      await person().say(`/deal ${dealLine('le fil', day)}`);
      const offered = person().buttons();
      expect(offered).not.toContain('Poser l’option');
      expect(offered).not.toContain('Gribitch');
      await person().say(`le fil lâche le ${spoken(day)}`);
      await person().say(`le fil confirme le ${spoken(day)}`);
      expect(person().buttons()).not.toContain('Oui, libérer');
      expect(await office.books()).toBe(before);
    },
  );

  it('when the booker of the act presses [Valider] herself, she may not', async () => {
    const before = await office.books();
    await forge(office.nadia, approve);
    await office.nadia.say(`valider ${lead.number}`);
    expect(await office.books()).toBe(before);
    expect((await office.approval(lead.id)).decision).toBeNull();
  });
});

describe('somebody whose right was taken away', () => {
  it('when a manager’s role is taken at this moment, their own card decides nothing any more and it is audited', async () => {
    const { anna, company, books } = office;
    await company.change('anna-kervella', { roles: ['employee'] });
    const before = await books();
    const since = company.stage.now();
    const card = anna.read().findLast((one) => one.text.includes(`(deal ${lead.number})`))?.id;
    await anna.press('Valider', card);
    await anna.press('Refuser', card);
    await anna.say(`valider ${lead.number}`);
    expect(await books()).toBe(before);
    expect((await traces(anna, since)).filter((what) => what === 'press.refused')).toHaveLength(2);
    await company.change('anna-kervella', { roles: ['manager'] });
  });

  it('when it is taken between [Refuser] and the reason, the reason decides nothing', async () => {
    const { anna, company, books } = office;
    const card = anna.read().findLast((one) => one.text.includes(`(deal ${lead.number})`))?.id;
    await anna.press('Refuser', card);
    await company.change('anna-kervella', { roles: ['employee'] });
    const before = await books();
    await anna.press('Trop bas');
    expect(await books()).toBe(before);
    await company.change('anna-kervella', { roles: ['manager'] });
  });

  it('when a manager no longer manages the act, their card decides nothing', async () => {
    const { anna, changeAct, approval } = office;
    await changeAct('gribitch', { managers: ['marc-delaunay'] });
    const card = anna
      .read()
      .findLast((one) => one.text.includes('À valider') && one.text.includes(`(deal ${lead.number})`))?.id;
    await anna.press('Valider', card);
    expect((await approval(lead.id)).decision).toBeNull();
    expect((await office.lead(lead.id)).status).toBe('to-approve');
    await changeAct('gribitch', { managers: ['anna-kervella', 'marc-delaunay'] });
  });

  it('when the booker’s role is taken while a deal is written down, nothing is placed', async () => {
    const { nadia, company, books, freshDay } = office;
    await nadia.say(`/deal ${dealLine('le fil', await freshDay())}`);
    const card = nadia.last().id;
    await company.change('nadia-benali', { roles: ['employee'] });
    const before = await books();
    await nadia.press('Poser l’option', card);
    expect(await books()).toBe(before);
    await company.change('nadia-benali', { roles: ['booker'] });
  });

  it('when a manager has left, their card decides nothing and they are told nothing', async () => {
    const { anna, company, books } = office;
    const card = anna
      .read()
      .findLast((one) => one.text.includes('À valider') && one.text.includes(`(deal ${lead.number})`))?.id;
    await company.change('anna-kervella', { leaves: company.day(-1) });
    const before = await books();
    const count = anna.read().length;
    await anna.press('Valider', card);
    await anna.say(`valider ${lead.number}`);
    expect(await books()).toBe(before);
    expect(
      anna
        .read()
        .slice(count)
        .map((one) => one.text)
        .join(),
    ).not.toMatch(/Le Fil|Gribitch/);
  });
});
