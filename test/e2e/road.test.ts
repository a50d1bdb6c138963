import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shows } from '../../core/records/agency.ts';
import { sheets } from '../../core/records/road.ts';
import { instantOf, parseDay } from '../../domain/day.ts';
import { type SignalPerson, type TelegramPerson } from '../support/cast.ts';
import { openCompany, type Company } from '../support/company.ts';

let company: Company;
let show: string;
let marc: TelegramPerson;
let nadia: TelegramPerson;
let tom: TelegramPerson;
let solene: TelegramPerson;
let lea: SignalPerson;

async function moveTo(text: string, time: string): Promise<void> {
  const day = parseDay(text);
  if (day === null) throw new Error(text);
  await company.stage.moveTo(instantOf(day, time, 'Europe/Paris') + 1000);
  await company.calm();
}

const textsOf = (person: TelegramPerson | SignalPerson): string[] => person.read().map((message) => message.text ?? '');
const lastWith = (person: TelegramPerson | SignalPerson, words: string): string =>
  textsOf(person).findLast((text) => text.includes(words)) ?? '-';

beforeAll(async () => {
  company = await openCompany();
  nadia = await company.telegram('nadia-benali');
  tom = await company.telegram('tom-garnier');
  solene = await company.telegram('solene-le-bihan');
  lea = await company.signal('lea-moreau');
  marc = await company.telegram('marc-delaunay');
  await nadia.say('/deal gribitch le fil 12/12 1800ht payante passage 20h30');
  await nadia.press('Envoyer à valider');
  await marc.press('Valider');
  await company.later(61_000);
  const all = await company.stage.product.runtime.store.all(shows);
  show = all.find(({ value }) => value.day === '2026-12-12' && value.artist === 'gribitch')?.value.id ?? '-';
}, 60_000);
afterAll(() => company.stop());

describe('a day sheet', () => {
  it('when the booker writes a line of it, what was understood is said and kept', async () => {
    await nadia.say(
      '/feuille 12 décembre rdv 12h45 au local, balance 17h, repas 19h, portes 20h, passage 21h (1h15), fin 22h15\nhôtel : Ibis Gare\ncontact Karim, régisseur, 06 12 34 56 78',
    );
    const said = nadia.last().text;
    expect(said).toContain('C’est noté sur la feuille de route (sam. 12 déc., Le Fil');
    expect(said).toContain('RDV à 12 h 45');
    expect(said).toContain('Balance à 17 h');
    expect(said).toContain('Hôtel : Ibis Gare');
    expect(said).toContain('La feuille n’est pas encore partie');
    const stored = await company.stage.product.runtime.store.get(sheets, show);
    expect(stored?.value).toMatchObject({ version: 2, hours: { call: '12:45', meal: '19:00' }, setMinutes: 75 });
    expect(JSON.stringify(stored?.value)).not.toContain('12345678');
  });

  it('when it is three days before they leave, everybody on the road has it, each on their channel', async () => {
    await moveTo('2026-12-09', '10:00');
    for (const person of [tom, lea, solene]) {
      const sheet = lastWith(person, 'Le Fil');
      expect(sheet).toContain('12 h 45 RDV');
      expect(sheet).toContain('21 h (1 h 15) passage');
      expect(sheet).toContain('Karim, régisseur, +33 6 12 34 56 78');
      expect(sheet).toContain('Régimes : 2 végétariens, 1 sans gluten');
      expect(sheet).toContain('À confirmer : arrivée, adresse, parking');
    }
    expect(nadia.read().some((message) => message.text.includes('12 h 45 RDV'))).toBe(false);
  });

  it('when somebody says that they have it, the régisseur sees who has and who has not', async () => {
    await tom.press('Bien reçu');
    expect(tom.toast()).toBe('C’est noté, merci.');
    await solene.press('Qui l’a vue');
    expect(solene.last().text).toMatch(/Ont vu : Tom/);
    expect(solene.last().text).toMatch(/N’ont pas encore répondu : .*Léa/);
  });

  it('when the régisseur moves an hour, those concerned hear that alone, after the minute of ↩', async () => {
    const before = textsOf(tom).length;
    await solene.say('/feuille 12 décembre balance 16h au lieu de 17h');
    expect(solene.last().text).toContain('Balance à 16 h (au lieu de 17 h)');
    expect(textsOf(tom)).toHaveLength(before);
    await company.later(61_000);
    expect(tom.last().text).toContain('Balance à 16 h (au lieu de 17 h)');
    expect(tom.last().text).not.toContain('12 h 45');
    expect(lea.last().text).toContain('Balance à 16 h');
    expect(solene.last().text).not.toContain('ça bouge');
  });

  it('when it is taken back within the minute, nobody hears', async () => {
    const before = textsOf(tom).length;
    await solene.say('/feuille 12 décembre repas 18h30');
    await solene.press('Annuler');
    expect(solene.toast()).toContain('C’est annulé');
    await company.later(61_000);
    expect(textsOf(tom)).toHaveLength(before);
    expect((await company.stage.product.runtime.store.get(sheets, show))?.value.hours.meal).toBe('19:00');
  });

  it('when a line says what the sheet does not, that hour is left alone and said', async () => {
    await solene.say('/feuille 12 décembre portes 20h30 au lieu de 19h');
    expect(solene.last().text).toContain('la feuille dit 20 h et non 19 h');
  });

  it('when a musician writes a change, it is offered to be passed on and nothing changes', async () => {
    await tom.say('/feuille 12 décembre balance 18h');
    expect(tom.last().text).toContain('Seuls la régie');
  });

  it('when it is the day before, the silent are asked and named to the régisseur', async () => {
    await moveTo('2026-12-11', '16:00');
    expect(lastWith(lea, 'tu as bien lu la feuille')).toContain('Demain');
    expect(lastWith(solene, 'pas de « vu »')).toContain('Léa');
  });
});

describe('the day itself', () => {
  it('when somebody asks what stands on the sheet, it is answered', async () => {
    await moveTo('2026-12-12', '11:00');
    await tom.say('on mange quand ?');
    expect(tom.last().text).toContain('Repas');
    expect(tom.last().text).toContain('19 h');
  });

  it('when it does not stand there, whoever is in charge is asked and the answer comes back', async () => {
    await lea.say('le wifi ?');
    expect(lea.last().text).toContain('Je demande à Solène');
    expect(solene.last().text).toContain('« le wifi ? »');
    await solene.press('Répondre');
    await solene.say('TempsMachine / guitare');
    expect(lea.last().text).toContain('TempsMachine / guitare');
  });

  it('when a train is cancelled, the régisseur knows at once with the hours at stake', async () => {
    await lea.say('mon train est annulé');
    expect(lea.last().text).toContain('C’est parti chez Solène, tout de suite');
    const card = solene.last().text;
    expect(card).toContain('Léa Moreau : train annulé');
    expect(card).toContain('En jeu : RDV 12 h 45');
    await solene.press('Je m’en occupe');
    expect(lea.last().text).toContain('Solène s’occupe de ton souci');
  });

  it('when the same is said again, nobody is called twice', async () => {
    const before = textsOf(solene).length;
    await lea.say('train annulé');
    expect(lea.last().text).toContain('Solène le sait déjà');
    expect(textsOf(solene)).toHaveLength(before);
  });
});
