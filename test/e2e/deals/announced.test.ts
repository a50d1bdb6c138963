import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dealLine, openOffice, type BookingOffice } from '../../support/booking.ts';
import { type TelegramPerson } from '../../support/cast.ts';
import { spoken } from '../../support/season.ts';

let office: BookingOffice;
let tom: TelegramPerson;
let group: number;
beforeAll(async () => {
  office = await openOffice();
  tom = await office.company.telegram('tom-garnier');
});
afterAll(() => office.company.stop());

const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ');
const said = (person: TelegramPerson): string =>
  plain(
    person
      .read()
      .map((one) => one.text)
      .join('\n==\n'),
  );

async function approved(line: string): Promise<Awaited<ReturnType<BookingOffice['lead']>>> {
  const lead = await office.submitted(line);
  await office.anna.press('Valider');
  await office.announced();
  return office.lead(lead.id);
}

describe('a minute after somebody said yes', () => {
  it('when the act has no group, each of those who play hears of it in private, once', async () => {
    const { freshDay, hold, nadia } = office;
    const lead = await approved(dealLine('le fil', await freshDay(), '1800 payante passage 21h30'));
    expect(said(tom)).toMatch(/Gribitch, date confirmée : .+, Le Fil, Saint-Étienne\.\nPassage 21 h 30/);
    expect(said(tom).match(/date confirmée/g)).toHaveLength(1);
    expect(said(tom)).not.toMatch(/1 800|plancher|prime/);
    expect(lead.status).toBe('deal');
    expect((await hold(lead.hold)).state).toBe('confirmed');
    expect(said(nadia)).toMatch(
      /✅ Anna a validé : Gribitch, Le Fil \(Saint-Étienne\), .+\nTom est prévenu en privé\.\nSans compte ici, à prévenir toi-même : Léa, Ben, Malo, Clara et Solène\./,
    );
  });

  it('when no calendar of Google is connected, the booker is told that the date is not written there', () => {
    expect(office.nadia.last().text).toContain('Aucun agenda Google n’est branché pour cet artiste');
  });

  it('when costs are known, the booker alone reads the margin’s share, named as what it is', async () => {
    const { freshDay, changeAct, nadia, anna } = office;
    const euro = 'EUR' as const;
    await changeAct('gribitch', {
      costs: { plateau: { cents: 90_000, currency: euro }, perKm: { cents: 0, currency: euro } },
      prime: { rate: 500, base: 'margin' },
    });
    await approved(dealLine('le fil', await freshDay()));
    expect(plain(nadia.last().text)).toContain('Ta prime : 45 € (5 % de la marge, indicatif)');
    expect(plain(nadia.last().text)).not.toContain('Commission');
    expect(said(anna)).not.toContain('prime');
  });

  it('when the organiser employs, the commission is told with its base; when the agency does, there is none', async () => {
    const { freshDay, nadia } = office;
    await approved(dealLine('le fil', await freshDay(), 'engagement 900 payante'));
    expect(plain(nadia.last().text)).toContain('Commission de l’agence : 90 € (10 % des cachets bruts, indicatif)');
  });

  it('when the tasks are made, each has whoever does it, a day, and its own line once', async () => {
    const { freshDay, tasksOf } = office;
    const lead = await approved(dealLine('le fil', await freshDay()));
    const made = (await tasksOf(lead.id)).map((task) => [task.template, task.person] as const);
    expect(Object.fromEntries(made)).toEqual({
      contract: 'nadia-benali',
      deposit: 'nadia-benali',
      'tech-sheet': 'solene-le-bihan',
      travel: 'solene-le-bihan',
      lodging: 'solene-le-bihan',
      promotion: expect.stringMatching(/manon-lacaze|leonie-caron/),
      hiring: 'christelle-vasseur',
      'day-sheet': 'solene-le-bihan',
    });
    expect(made).toHaveLength(8);
    for (const task of await tasksOf(lead.id)) {
      expect(task).toMatchObject({ state: 'todo', show: lead.show, artist: 'gribitch' });
      expect(task.due).not.toBeNull();
    }
  });

  it('when somebody of legal can be reached, they are informed, without the price', async () => {
    const { company, freshDay } = office;
    const farida = await company.signal('farida-cherif');
    const lead = await approved(dealLine('le fil', await freshDay()));
    expect(plain(farida.last().text)).toMatch(
      new RegExp(`^Pour info : Gribitch, Le Fil \\(Saint-Étienne\\), .+ est validé \\(deal ${lead.number}\\)\\.`),
    );
    expect(farida.last().text).not.toMatch(/1\s?800/);
  });

  it('when another option stood on that day, it ends and its booker gets the letter to send', async () => {
    const { freshDay, submitted, option, anna, announced, hold, nadia, lead: leadNow } = office;
    const day = await freshDay();
    const winner = await submitted(dealLine('le fil', day));
    const card = anna.read().findLast((one) => one.text.includes(`(deal ${winner.number})`))?.id;
    const loser = await option(dealLine('la vapeur', day, '2500 payante'));
    await anna.press('Valider', card);
    expect((await hold(loser.hold)).state).toBe('held');
    await announced();
    expect((await hold(loser.hold)).state).toBe('released');
    expect(await leadNow(loser.id)).toMatchObject({ status: 'negotiating', hold: null });
    const letter = said(nadia)
      .split('\n==\n')
      .filter((text) => text.includes('tombe'));
    expect(letter).toHaveLength(1);
    expect(letter[0]).toMatch(/est calé avec Le Fil \(Saint-Étienne\) : l’option 2 \(La Vapeur \(Dijon\)\) tombe/);
    expect(letter[0]).toMatch(
      /Bonjour.*,\n\nLa date avec Gribitch le .+ vient d’être confirmée ailleurs.+Bien à vous,\nNadia, La Belle Étape$/s,
    );
  });

  it('when an embargo was agreed, it stands in every announcement', async () => {
    const { freshDay, nadia } = office;
    const day = await freshDay();
    await office.breathe();
    await nadia.say(`/deal ${dealLine('le fil', day, '1800 payante embargo')}`);
    const understood = plain(nadia.last().text);
    await nadia.press('Envoyer à valider');
    await office.anna.press('Valider');
    await office.announced();
    expect(understood).toContain('Pas d’annonce publique avant le feu vert');
    expect(plain(tom.last().text)).toContain('Pas d’annonce publique avant le feu vert de Le Fil');
    expect(plain(nadia.last().text)).toContain('Pas d’annonce publique');
  });
});

describe('somebody who stands in', () => {
  it('when a needed member is away and has a substitute, the button names them, they are in the cast, and hear of it', async () => {
    const { company, freshDay, submitted, anna, announced, show, lead: leadNow } = office;
    const lea = await company.telegram('lea-moreau');
    const ines = await company.telegram('ines-belkacem');
    const day = await freshDay();
    await lea.say(`pas dispo le ${spoken(day)}`);
    await lea.press('C’est ferme');
    const lead = await submitted(dealLine('le fil', day));
    expect(plain(anna.last().text)).toContain('Léa n’est pas dispo, Inès remplace');
    expect(anna.buttons()[0]).toBe('Valider, avec Inès');
    await anna.press('Valider, avec Inès');
    const taken = await show((await leadNow(lead.id)).show);
    expect(taken.cast).toContain('ines-belkacem');
    expect(taken.cast).not.toContain('lea-moreau');
    await announced();
    expect(said(ines)).toContain('Gribitch, date confirmée');
  });
});

describe('an act with a group', () => {
  it('when its group is bound, it is told there once, and the members are not written to as well', async () => {
    const { company, anna, freshDay, nadia } = office;
    const { control } = company.stage.sandbox.telegram;
    group = control.createGroup({ title: 'Gribitch', members: [anna.id, tom.id], bots: [company.staff] }).id;
    await company.calm();
    await anna.say('/lier Gribitch', group);
    await company.later(30_000);
    const before = tom.read().length;
    await approved(dealLine('le fil', await freshDay()));
    const told = control
      .chat(group)
      .messages.filter((message) => message.from.isBot && message.text.includes('date confirmée'));
    expect(told).toHaveLength(1);
    expect(told[0]?.text).not.toMatch(/1\s?800|prime/);
    expect(tom.read()).toHaveLength(before);
    expect(nadia.last().text).toContain('Le groupe est prévenu.');
  });
});
