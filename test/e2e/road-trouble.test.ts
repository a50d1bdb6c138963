import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sheets } from '../../core/records/road.ts';
import { type SignalPerson } from '../support/cast.ts';
import { openRoad, wordsOf, type Road } from '../support/road.ts';

let road: Road;
let anna: SignalPerson;
beforeAll(async () => {
  road = await openRoad();
  anna = await road.company.signal('anna-kervella');
  await road.nadia.say('/feuille 12 décembre rdv 9h, balance 17h, repas 19h');
  await road.minute();
}, 60_000);
afterAll(() => road.company.stop());

const stored = async () => (await road.company.stage.product.runtime.store.get(sheets, road.show))?.value;

describe('a card of a sheet', () => {
  it('when the word printed on it is written on Signal, that change is taken back, once', async () => {
    await anna.say('/feuille 12 décembre balance 16h');
    expect(anna.last().text).toContain('Annuler');
    await anna.say('Annuler');
    expect(anna.last().text).toContain('redit ce qu’elle disait');
    expect((await stored())?.hours.call).toBe('09:00');
    await anna.say('annuler');
    expect(anna.last().text).toMatch(/^Il n’y a rien en cours/);
  });

  it('when an hour has gone by, « annuler » is not about the sheet any more', async () => {
    await anna.say('/feuille 12 décembre repas 20h');
    await road.company.later(3_600_000);
    await anna.say('annuler');
    expect(anna.last().text).toMatch(/^Il n’y a rien en cours/);
    expect((await stored())?.hours.meal).toBe('20:00');
  });

  it('when it was sent by hand long before, its buttons work until the date', async () => {
    await road.tom.say('/feuille 12 décembre');
    await road.solene.say('/feuille 12 décembre');
    await road.solene.press('L’envoyer');
    await road.company.later(1000);
    await road.company.calm();
    await road.moveTo('2026-12-08', '11:00');
    await road.tom.press('Bien reçu');
    expect(road.tom.toast()).toBe('C’est noté, merci.');
    await road.solene.press('Qui l’a vue');
    expect(wordsOf(road.solene).at(-1)).toContain('Ont vu : Tom');
  });

  it('when it was looked up days before, its buttons work as well', async () => {
    await road.ben.say('/sheet 12 December');
    await road.moveTo('2026-12-11', '11:00');
    await road.ben.press('Got it');
    expect(road.ben.toast()).toBe('Noted, thank you.');
  });
});

describe('the evening before they leave', () => {
  it('when it is still the afternoon, nobody is called; from six on, the régisseur is', async () => {
    await road.moveTo('2026-12-11', '17:30');
    const before = wordsOf(road.solene).length;
    await road.ben.say('my train is cancelled');
    expect(wordsOf(road.solene)).toHaveLength(before);
    await road.moveTo('2026-12-11', '18:05');
    await road.ben.say('my train is cancelled');
    expect(road.ben.last().text).toContain('It went to Solène right away');
    expect(road.solene.last().text).toContain('Ben Hartley : train annulé');
    await road.solene.press('Je m’en occupe');
  });
});

describe('a trouble', () => {
  it('when nobody answers for ten minutes, managers and bookers get the card and it is said, once', async () => {
    await road.moveTo('2026-12-12', '07:30');
    const heard = () => wordsOf(road.lea).filter((text) => text.includes('Pas encore de réponse'));
    await road.lea.say('mon train est annulé');
    await road.company.later(9 * 60_000);
    await road.company.calm();
    expect(heard()).toEqual([]);
    await road.company.later(61_000);
    await road.company.calm();
    expect(heard()).toHaveLength(1);
    expect(heard()[0]).toMatch(/Pas encore de réponse \(Solène\) : j’ai prévenu (?=.*Nadia)(?=.*Marc)(?=.*Anna)/);
    for (const one of [road.nadia, road.marc, anna])
      expect(wordsOf(one).join('\n')).toMatch(
        /Léa Moreau : train annulé.*\n« mon train est annulé »\nEn jeu : RDV 9 h/,
      );
    await road.company.later(30 * 60_000);
    await road.company.calm();
    expect(heard()).toHaveLength(1);
    await road.nadia.press('Je m’en occupe');
    expect(wordsOf(road.lea).at(-1)).toContain('Nadia s’occupe de ton souci');
  });

  it('when somebody takes it on or writes back in time, nobody else is called', async () => {
    const before = wordsOf(road.marc).length;
    await road.ben.say('I am running late');
    await road.solene.press('Je m’en occupe');
    await road.tom.say('je suis en retard de 20 min');
    await road.solene.press('Répondre');
    await road.solene.say('on t’attend');
    await road.company.later(11 * 60_000);
    await road.company.calm();
    expect(wordsOf(road.marc)).toHaveLength(before);
  });

  it('when it is over before anybody reacted, nobody else is called', async () => {
    const before = wordsOf(road.marc).length;
    await road.ben.say('I am sick');
    await road.ben.say('not sick any more');
    await road.company.later(11 * 60_000);
    await road.company.calm();
    expect(wordsOf(road.marc)).toHaveLength(before);
  });

  it('when a draft of days waits, a question of the day and a trouble are heard all the same', async () => {
    await road.lea.say('pas là le 20 décembre');
    expect(road.lea.last().text).toContain('C’est ferme');
    await road.lea.say('on mange quand ?');
    expect(wordsOf(road.lea).at(-1)).toMatch(/^Repas, .*: 20 h/);
    await road.lea.say('je suis en retard de 10 min');
    expect(road.solene.last().text).toContain('Léa Moreau : en retard d’environ 10 min');
    await road.lea.say('oui');
    expect(wordsOf(road.lea).join('\n')).toContain('C’est noté, Léa : dim. 20 déc.');
  });
});
