import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approvals } from '../../core/records/oversight.ts';
import { type TelegramPerson, type SignalPerson } from '../support/cast.ts';
import { openCompany, type Company } from '../support/company.ts';
import { freeDays, heldDate, noted, short, spoken } from '../support/season.ts';

let company: Company;
let malo: TelegramPerson;
let lea: SignalPerson;
let marc: TelegramPerson;
let anna: SignalPerson;
let nadia: TelegramPerson;

beforeAll(async () => {
  company = await openCompany();
  malo = await company.telegram('malo-guivarch');
  marc = await company.telegram('marc-delaunay');
  nadia = await company.telegram('nadia-benali');
  lea = await company.signal('lea-moreau');
  anna = await company.signal('anna-kervella');
});
afterAll(() => company.stop());

async function open(): Promise<number> {
  const found = await company.stage.product.runtime.store.all(approvals);
  return found.filter((one) => one.value.state === 'open').length;
}

async function callOff(): Promise<void> {
  await company.later(120_000);
  await malo.say('/mesindispos');
  for (const label of malo.buttons(malo.last().id).filter((one) => one.startsWith('Annuler'))) await malo.press(label);
  await company.later(120_000);
}

describe('an absence that touches an option', () => {
  it('when confirmed, both managers get a card that is enough to decide, each on their channel', async () => {
    const { hold, venue } = await heldDate(company, 'gribitch', 1);
    await lea.say(`pas dispo le ${spoken(hold.day)}`);
    await lea.say('1');
    expect(lea.last().text).toContain(venue);
    expect(lea.last().text).not.toContain('Aucune date touchée');
    for (const text of [marc.last().text, anna.last().text]) {
      expect(text).toMatch(new RegExp(`^(\\*\\*)?Léa n’est pas dispo `));
      expect(text).toContain(short(hold.day));
      expect(text).toContain(`option ${hold.rank}`);
      expect(text).toContain(venue);
      expect(text).toContain('valable jusqu’au ');
      expect(text).toContain('Inès peut remplacer.');
    }
    expect(marc.buttons(marc.last().id)).toEqual(['Bien noté', 'On en parle']);
    expect(anna.last().text).toContain('1. Bien noté');
    expect(anna.poll().poll?.options.map((option) => option.text)).toEqual(['Bien noté', 'On en parle']);
    expect(nadia.screen()).not.toContain('Léa');
  });

  it('when one manager notes it, both cards say who and when, and only the decider can take it back', async () => {
    const card = marc.last().id;
    await marc.press('Bien noté', card);
    expect(marc.read().find((one) => one.id === card)?.text).toMatch(/✅ Bien noté par toi à \d{1,2} h \d{2}\.$/);
    expect(anna.last().text).toMatch(/✅ Bien noté par Marc à \d{1,2} h \d{2}\.$/);
    expect(marc.buttons(card)).toEqual(['↩ Annuler']);
    expect(nadia.screen()).not.toContain('Léa');
    await marc.press('↩ Annuler', card);
    expect(marc.toast()).toBe('C’est annulé, la question est de nouveau ouverte.');
    expect(marc.buttons(card)).toEqual(['Bien noté', 'On en parle']);
    expect(await open()).toBe(1);
  });

  it('when the minute is over, the musician hears who noted it, the booker the days and no reason, and ↩ is gone', async () => {
    const { hold } = await heldDate(company, 'gribitch', 1);
    await anna.say('1');
    expect(anna.last().text).toContain('✅ Bien noté par toi');
    await company.later(61_000);
    expect(lea.last().text).toMatch(/^Anna a bien noté que tu n’es pas dispo/);
    expect(nadia.last().text).toContain('Gribitch : Léa n’est pas dispo');
    expect(nadia.last().text).toContain(short(hold.day));
    expect(anna.last().text).not.toContain('↩');
  });

  it('when somebody presses late, they are told who was first and nothing changes', async () => {
    const before = await open();
    await marc.say('Bien noté');
    expect(await open()).toBe(before);
    await company.later(10_000);
    expect(nadia.read().filter((message) => message.text.includes('Léa'))).toHaveLength(1);
  });

  it('when both managers press at the same time, exactly one decides and the other hears who', async () => {
    const { hold } = await heldDate(company, 'gribitch');
    await malo.say(`pas dispo le ${spoken(hold.day)}`);
    await malo.press('C’est ferme');
    const poll = anna.poll().timestamp;
    const data = marc.data('Bien noté', marc.last().id);
    marc.control.forgePress({ bot: company.staff, data, messageId: marc.last().id });
    anna.handle.vote({ timestamp: poll, options: [0] });
    await company.calm();
    const decided = (await company.stage.product.runtime.store.all(approvals)).filter(
      (one) => one.value.askedBy === 'malo-guivarch' && one.value.state === 'decided',
    );
    expect(decided).toHaveLength(1);
    const winner = decided[0]?.value.decision?.by;
    const told = [marc.toast() ?? '', anna.screen()].join('\n');
    expect(told).toMatch(winner === 'marc-delaunay' ? /Marc/ : /Anna a déjà répondu/);
    await callOff();
  });

  it('when ↩ is pressed after the minute, it says that it is too late', async () => {
    const { hold } = await heldDate(company, 'gribitch');
    await malo.say(`pas dispo le ${spoken(hold.day)}`);
    await malo.press('C’est ferme');
    const card = marc.last().id;
    await marc.press('Bien noté', card);
    const data = marc.data('↩ Annuler', card);
    await company.later(61_000);
    expect(marc.buttons(card)).toEqual([]);
    marc.control.forgePress({ bot: company.staff, data, messageId: card });
    await company.calm();
    const state = (await company.stage.product.runtime.store.all(approvals)).filter(
      (one) => one.value.state === 'decided' && one.value.askedBy === 'malo-guivarch',
    );
    expect(state.length).toBeGreaterThan(0);
  });

  it('when the musician is free again after all, the cards say so, those who noted it are told, and nothing is left to press', async () => {
    await callOff();
    expect(marc.screen()).toContain('Malo est finalement dispo');
    expect(await open()).toBe(0);
  });

  it('when the musician is free again after all, the booker who was told the days hears of it too', () => {
    const about = nadia.read().filter((message) => message.text.includes('Malo'));
    expect(about.at(-1)?.text).toMatch(/Malo est (finalement|de nouveau) dispo/);
  });
});

describe('« On en parle »', () => {
  it('when a manager wants to talk, words travel both ways and no number changes hands', async () => {
    await company.later(120_000);
    const { hold } = await heldDate(company, 'gribitch', 2);
    await malo.say(`pas dispo le ${spoken(hold.day)}`);
    await malo.press('C’est ferme');
    const before = malo.read().length;
    const card = marc.last().id;
    await marc.press('On en parle', card);
    expect(marc.last().text).toBe('Qu’est-ce que tu veux dire à Malo ? Écris-le ici, je transmets.');
    await marc.say('Tu pourrais arriver pour la balance ?');
    expect(malo.last().text).toBe('Marc : « Tu pourrais arriver pour la balance ? »');
    expect(marc.last().text).toBe('C’est transmis à Malo.');
    await malo.press('Répondre', malo.last().id);
    await company.later(20_000);
    expect(malo.last().text).toBe('Qu’est-ce que tu veux dire à Marc ? Écris-le ici, je transmets.');
    await malo.say('Oui, si le train est à l’heure');
    expect(marc.last().text).toBe('Malo : « Oui, si le train est à l’heure »');
    await company.later(61_000);
    const since = malo
      .read()
      .slice(before)
      .map((message) => message.text);
    expect(since.join('\n')).not.toContain('a bien noté');
    expect(anna.last().text).toContain('💬 Marc en parle depuis');
  });
});

describe('an absence open to discussion', () => {
  it('when it has a condition, managers see it; the booker, the group and the musician’s own list never do', async () => {
    await callOff();
    const { hold } = await heldDate(company, 'gribitch', 3);
    await malo.say(`pas dispo le ${spoken(hold.day)}`);
    await malo.press('Ça se discute');
    expect(malo.last().text).toBe(
      'À quelle condition ça pourrait se faire ? Écris-le en une phrase ; seuls tes managers la verront.',
    );
    await malo.say('si le cachet couvre la baby-sitter');
    expect(malo.last().text).toContain('à discuter');
    expect(marc.last().text).toContain('mais ça se discute');
    expect(marc.last().text).toContain('Condition : « si le cachet couvre la baby-sitter »');
    expect(anna.last().text).toContain('baby-sitter');
    await marc.press('Bien noté', marc.last().id);
    await company.later(61_000);
    expect(nadia.last().text).toContain('Malo');
    expect(nadia.screen()).not.toContain('baby-sitter');
    expect((await noted(company, 'malo-guivarch')).map((one) => one.firmness)).toEqual(['flexible']);
  });
});

describe('the morning digest', () => {
  it('when absences touched nothing, managers and bookers read them at nine, once, with names, acts and days; the condition is for managers', async () => {
    await callOff();
    await company.at(1, '12:00');
    const day = await freeDays(company, 260, 1);
    const before = marc.read().length;
    await malo.say(`pas dispo le ${spoken(day)}`);
    await malo.press('Ça se discute');
    await malo.say('si le train est payé');
    expect(marc.read()).toHaveLength(before);
    await company.at(1, '08:59');
    expect(marc.read()).toHaveLength(before);
    await company.at(0, '09:01');
    const digest = marc
      .read()
      .slice(before)
      .map((message) => message.text);
    expect(digest).toHaveLength(1);
    expect(digest[0]).toMatch(/^Une absence notée depuis hier, aucune date touchée :\n• Malo \(Gribitch\) : /);
    expect(digest[0]).toContain(short(day));
    expect(digest[0]).toContain('si le train est payé');
    expect(anna.last().text).toContain('si le train est payé');
    expect(nadia.last().text).toContain('depuis hier');
    expect(nadia.last().text).toContain(short(day));
    expect(nadia.screen()).not.toContain('si le train est payé');
    await company.at(1, '09:01');
    expect(marc.read()).toHaveLength(before + 1);
  });
});
