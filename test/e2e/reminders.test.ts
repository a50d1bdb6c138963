import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { declarations } from '../../core/records/booking.ts';
import { instantOf, parseDay, type Day } from '../../domain/day.ts';
import { type SignalPerson, type TelegramPerson } from '../support/cast.ts';
import { openCompany, type Company } from '../support/company.ts';

// Three weeks pass.
vi.setConfig({ testTimeout: 90_000 });
let company: Company;
let emma: SignalPerson;
let solene: SignalPerson;
let lea: SignalPerson;
let goran: TelegramPerson;
let tom: TelegramPerson;
let nadia: TelegramPerson;
let marc: TelegramPerson;

function day(text: string): Day {
  const read = parseDay(text);
  if (read === null) throw new Error(text);
  return read;
}

async function moveTo(on: string, time: string): Promise<void> {
  await company.stage.moveTo(instantOf(day(on), time, 'Europe/Paris') + 1000);
  await company.calm();
}

async function declared(person: string): Promise<string[]> {
  const all = await company.stage.product.runtime.store.all(declarations);
  return all
    .filter(({ value }) => value.person === person)
    .map(({ value }) => value.month)
    .toSorted();
}

beforeAll(async () => {
  company = await openCompany();
  emma = await company.signal('emma-schneider');
  solene = await company.signal('solene-le-bihan');
  lea = await company.signal('lea-moreau');
  goran = await company.telegram('goran-ilic');
  tom = await company.telegram('tom-garnier');
  nadia = await company.telegram('nadia-benali');
  marc = await company.telegram('marc-delaunay');
  await nadia.say('/deal gribitch le fil 20/12 1800ht payante passage 21h30');
  await nadia.press('Envoyer à valider');
  await marc.press('Valider');
  await company.later(61_000);
}, 60_000);
afterAll(() => company.stop());

describe('a Monday morning', () => {
  it('when somebody said nothing about coming months, is asked in one message on either channel; who has spoken is not', async () => {
    const quiet = tom.read().length;
    await moveTo('2026-11-30', '09:00');
    expect(emma.last().text).toMatch(/^Salut Emma, il me manque tes dispos de janvier et février\./);
    expect(goran.last().text).toMatch(/^Salut Goran, il me manque tes dispos de décembre à février\./);
    expect(goran.buttons(goran.last().id)).toEqual(['Rien à signaler', 'Calendrier', 'Demain']);
    expect(tom.read()).toHaveLength(quiet);
  });

  it('when the answer is a word or a press, it counts from then on: the date is free and no more without an answer', async () => {
    await marc.say('/dispo trois écluses 16 janvier');
    expect(marc.last().text).toContain('Sans réponse : Emma');
    await emma.say('RAS');
    expect(emma.last().text).toMatch(/rien à signaler en janvier et février/);
    await marc.say('/dispo trois écluses 16 janvier');
    expect(marc.last().text).toMatch(/Libre : sam\. 16/);
    await goran.press('Rien à signaler', goran.last().id);
    expect(goran.last().text).toMatch(/rien à signaler de décembre à février/);
    expect(await declared('goran-ilic')).toEqual(['2026-12', '2027-01', '2027-02']);
  });

  it('when it is taken back, nothing is noted; said again of one month, that one is', async () => {
    await goran.press('↩ Annuler');
    expect(goran.last().text).toMatch(/C’est annulé : tes dispos de décembre à février restent à dire/);
    expect(await declared('goran-ilic')).toEqual([]);
    await goran.say('je suis dispo tout janvier');
    expect(await declared('goran-ilic')).toEqual(['2027-01']);
    await goran.say('rien à signaler du 3 au 7 février');
    expect(goran.last().text).toMatch(/mois par mois/);
    expect(await declared('goran-ilic')).toEqual(['2027-01']);
  });

  it('when it is put off, it comes with the digest of the next day, and then no more before the Monday after', async () => {
    const asked = goran.read().findLast((message) => message.text.startsWith('Salut Goran, il me manque'));
    await goran.press('Demain', asked?.id);
    await moveTo('2026-12-01', '09:00');
    expect(goran.last().text).toMatch(/^Salut Goran, il me manque tes dispos de février et mars\./);
    const count = goran.read().length;
    await moveTo('2026-12-02', '09:00');
    expect(goran.read()).toHaveLength(count);
  });
});

describe('/manque', () => {
  it('when a booker asks, each date says what is missing and who has it, and a nudge goes once a day', async () => {
    await nadia.say('/manque gribitch');
    const card = nadia.last();
    expect(card.text).toContain('Gribitch, Le Fil (Saint-Étienne), dim. 20 déc.');
    expect(card.text).toMatch(/• Solène : .*[Ff]iche technique/);
    const label = nadia.buttons(card.id).find((one) => one.startsWith('Relancer Solène (dim. 20')) ?? '-';
    const before = solene.read().length;
    await nadia.press(label, card.id);
    expect(nadia.toast()).toMatch(/^Solène/);
    expect(solene.read()).toHaveLength(before + 1);
    expect(solene.last().text).toMatch(/^Nadia te relance pour Gribitch, Le Fil \(Saint-Étienne\), dim\. 20 déc\. :/);
    expect(nadia.read().find((message) => message.id === card.id)?.text).toMatch(/Solène : .*\(relancé à 9 h/);
    await marc.say('/manque 20 décembre');
    expect(marc.last().text).toMatch(/Solène : .*\(relancé à 9 h/);
    expect(solene.read()).toHaveLength(before + 1);
  });

  it('when a musician asks, it is not theirs', async () => {
    await tom.say('/manque');
    expect(tom.last().text).toMatch(/pas ouvert à ton rôle/);
  });

  it('when the words name nothing, says so', async () => {
    await nadia.say('/manque zzz');
    expect(nadia.last().text).toContain('« zzz »');
  });
});

describe('the day after a date', () => {
  it('when it was played, those on the road are asked how it was, on either channel', async () => {
    for (const on of ['2026-12-08', '2026-12-15', '2026-12-21']) await moveTo(on, '09:00');
    expect(tom.last().text).toContain('Comment s’est passé Gribitch, Le Fil (Saint-Étienne)');
    expect(tom.buttons(tom.last().id)).toEqual(['1/5', '2/5', '3/5', '4/5', '5/5']);
    // It is a Monday: what Léa has not said yet comes in the same message.
    expect(lea.last().text).toMatch(/^Salut Léa, le point du matin :\n\nIl me manque tes dispos de mars\./);
    expect(lea.last().text).toContain('• Gribitch, Le Fil (Saint-Étienne), dim. 20 déc.');
    expect(lea.last().text).toContain('4. Le Fil : donner mon avis');
  });

  it('when it was bad, the managers hear at once, with the words when they come', async () => {
    await tom.press('2/5', tom.last().id);
    expect(tom.last().text).toMatch(/2\/5 pour Le Fil.*Un mot \?/);
    expect(marc.last().text).toMatch(/^Tom donne 2\/5 à Gribitch, Le Fil/);
    await tom.say('son pourri, larsens toute la soirée');
    expect(tom.last().text).toMatch(/Merci.*son pourri/);
    expect(marc.last().text).toContain('« son pourri, larsens toute la soirée »');
  });

  it('when it is said in words, score and words are kept together', async () => {
    await lea.say('4/5 super salle');
    expect(lea.last().text).toMatch(/4\/5 pour Le Fil .*« super salle »/);
  });

  it('when managers look it up, they read mean and names; a booker reads no names', async () => {
    await marc.say('/retours gribitch');
    expect(marc.last().text).toMatch(/Le Fil \(Saint-Étienne\), dim\. 20 déc\. : 3\/5 \(2 avis\)/);
    expect(marc.last().text).toContain('Léa, 4/5 : « super salle »');
    await nadia.say('/retours');
    expect(nadia.last().text).toContain('4/5 : « super salle »');
    expect(nadia.last().text).not.toContain('Léa');
    await tom.say('/retours');
    expect(tom.last().text).toMatch(/pas ouvert à ton rôle/);
  });
});
