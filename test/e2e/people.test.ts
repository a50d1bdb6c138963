import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { people } from '../../core/records/agency.ts';
import { contactCards } from '../../core/records/contacts.ts';
import { type SignalPerson, type TelegramPerson } from '../support/cast.ts';
import { openCompany, type Company } from '../support/company.ts';

let company: Company;
let lea: TelegramPerson;
let nadia: TelegramPerson;
let tom: SignalPerson;

beforeAll(async () => {
  company = await openCompany();
  lea = await company.telegram('lea-moreau');
  nadia = await company.telegram('nadia-benali');
  tom = await company.signal('tom-garnier');
});
afterAll(() => company.stop());

const digits = /6 ?12 ?34 ?56 ?7\d|61234567\d/;

describe('a home', () => {
  it('when a musician arrives, sees what waits, what is next and where to go, on Telegram', async () => {
    await company.later(20_000);
    await lea.say('/start');
    const { text } = lea.last();
    expect(text).toMatch(/^Salut Léa, ici la régie de .+\.\n/);
    expect(text).toMatch(/\nProchaine date : .+, Gribitch\./);
    expect(text.split('\n').length).toBeLessThanOrEqual(8);
    expect(lea.buttons()).toContain('Je ne suis pas dispo');
    expect(lea.buttons().length).toBeLessThanOrEqual(8);
  });

  it('when pages are turned on Telegram, one message changes and no other comes', async () => {
    await company.later(20_000);
    await lea.say('menu');
    const before = lea.read().length;
    await lea.press('Plus…');
    expect(lea.last().text).toContain('/moi · ta fiche');
    await lea.press('Toi');
    await lea.press('Ma fiche');
    expect(lea.last().text).toMatch(/^Léa Moreau\n/);
    await lea.press('◀ Accueil');
    expect(lea.last().text).toMatch(/^Salut Léa/);
    expect(lea.read().length).toBe(before);
  });

  it('when a musician arrives on Signal, the same is reached by numbers', async () => {
    await company.later(60_000);
    await tom.say('menu');
    const home = tom.last().text;
    expect(home).toMatch(/^Salut Tom, ici la régie de /);
    const number = /(\d+)[.)]? +Plus…/.exec(home)?.[1] ?? '?';
    await tom.say(number);
    expect(tom.last().text).toMatch(/^Tout ce que tu peux faire ici/);
    const self = /(\d+)[.)]? +Toi/.exec(tom.last().text)?.[1] ?? '?';
    await tom.say(self);
    expect(tom.last().text).toContain('moi · ta fiche');
    expect(tom.last().text).not.toContain('/moi');
  });
});

describe('one’s own card', () => {
  it('when a number is given on Telegram, it is read back there, and neither log nor store keeps it in clear', async () => {
    await company.later(20_000);
    await lea.say('mon numéro : 06 12 34 56 78');
    expect(lea.last().text).toBe('C’est enregistré. Téléphone : +33 6 12 34 56 78');
    await lea.say('/moi');
    expect(lea.last().text).toContain('Téléphone : +33 6 12 34 56 78');
    const card = await company.stage.product.runtime.store.get(contactCards, 'lea-moreau');
    expect(card?.value.phone).toMatch(/^v1\./);
    expect(company.logs().some((line) => digits.test(line))).toBe(false);
  });

  it('when a line is changed by its button on Telegram, the words that follow are kept', async () => {
    await company.later(20_000);
    await lea.say('/moi');
    await lea.press('Taille');
    await lea.press('M');
    expect(lea.last().text).toMatch(/^C’est enregistré\. Taille : M/);
    await lea.press('Ma fiche');
    await lea.press('Place et chambre');
    await lea.say('fenêtre, chambre seule');
    const kept = await company.stage.product.runtime.store.get(people, 'lea-moreau');
    expect(kept?.value).toMatchObject({ size: 'M', seat: 'fenêtre, chambre seule' });
  });

  it('when a number is given on Signal by choosing the line, a wrong one is asked again', async () => {
    await company.later(60_000);
    await tom.say('moi');
    const number = /(\d+)[.)]? +Téléphone/.exec(tom.last().text.split('\n\n').slice(1).join('\n'))?.[1] ?? '?';
    await tom.say(number);
    expect(tom.last().text).toContain('Quel est ton numéro ?');
    await tom.say('06 12');
    expect(tom.screen()).toContain('Ce numéro n’existe pas sous cette forme.');
    await tom.say('06 12 34 56 79');
    expect(tom.screen()).toContain('+33 6 12 34 56 79');
    expect((await company.stage.product.runtime.store.get(contactCards, 'tom-garnier'))?.value.phone).toMatch(/^v1\./);
  });
});

describe('a search', () => {
  it('when a booker looks a place up on Telegram, opens it in place and comes back', async () => {
    await company.later(20_000);
    await nadia.say('cherche vapeur');
    expect(nadia.last().text).toMatch(/^vapeur : /);
    const before = nadia.read().length;
    await nadia.press('La Vapeur (Dijon)');
    expect(nadia.last().text).toMatch(/^La Vapeur\nDijon/);
    await nadia.press('◀ Résultats');
    expect(nadia.last().text).toMatch(/^vapeur : /);
    expect(nadia.read().length).toBe(before);
  });

  it('when a musician looks a colleague up on Signal, finds them by a mistyped name and no number', async () => {
    await company.later(60_000);
    await tom.say('cherche lea moraux');
    expect(tom.last().text).toContain('Léa Moreau');
    await tom.say('1');
    expect(tom.last().text).toContain('Joue ou travaille avec Gribitch');
    expect(tom.last().text).not.toMatch(digits);
  });
});
