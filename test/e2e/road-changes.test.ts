import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignalPerson } from '../support/cast.ts';
import { openRoad, wordsOf, type Road } from '../support/road.ts';

let road: Road;
let ines: SignalPerson;
beforeAll(async () => {
  road = await openRoad();
  ines = await road.company.signal('ines-belkacem');
  await road.nadia.say('/feuille 12 décembre rdv 9h, balance 17h\nwifi : LeFil / guitare');
  await road.minute();
  await road.moveTo('2026-12-09', '10:00');
}, 60_000);
afterAll(() => road.company.stop());

const pinned = (): string => road.inGroup().find((text) => /\nGribitch, v\d/.test(text)) ?? '-';

describe('a sheet that is out', () => {
  it('when somebody reads English, every line of ours is English', () => {
    const sheet = wordsOf(road.ben).at(-1) ?? '';
    expect(sheet).toContain('Sat 12 Dec, Le Fil, Saint-Étienne');
    expect(sheet).toContain('Diets: 2 vegetarian, 1 gluten-free');
    expect(sheet).not.toMatch(/ à |déc\.|balance|Sur |À conf/);
  });

  it('when somebody answers « ok » on Signal, they have said that they saw it', async () => {
    await road.lea.say('ok');
    expect(road.lea.last().text).toBe('C’est noté, merci.');
    await road.solene.press('Qui l’a vue');
    expect(road.solene.last().text).toContain('Ont vu : Léa');
  });

  it('when two write within the minute, each hears what the other wrote, and the rest hears both once', async () => {
    const before = wordsOf(road.tom).length;
    await road.nadia.say('/feuille 12 décembre repas 19h');
    await road.solene.say('/feuille 12 décembre balance 18h');
    await road.minute();
    expect(wordsOf(road.tom)).toHaveLength(before + 1);
    expect(road.tom.last().text).toMatch(/Balance à 18 h \(au lieu de 17 h\).*Repas à 19 h/s);
    expect(road.solene.last().text).toContain('Repas à 19 h');
    expect(road.solene.last().text).not.toContain('Balance');
  });

  it('when it is told without waiting and pressed again, it is told once and can be taken back no more', async () => {
    const before = wordsOf(road.tom).length;
    await road.solene.say('/feuille 12 décembre portes 19h30');
    await road.solene.press('Le dire maintenant');
    await road.company.later(1000);
    await road.company.calm();
    await road.solene.press('Le dire maintenant');
    expect(road.solene.toast()).toBe('C’est déjà fait.');
    await road.solene.press('Annuler');
    expect(road.solene.toast()).toMatch(/^Trop tard/);
    await road.minute();
    expect(wordsOf(road.tom)).toHaveLength(before + 1);
    expect(road.tom.last().text).toContain('Ouverture des portes à 19 h 30');
  });

  it('when only the wifi moves, those on the road hear it and the group does not', async () => {
    const group = road.inGroup().length;
    await road.solene.say('/feuille 12 décembre wifi : LeFil / basse');
    await road.minute();
    expect(road.tom.last().text).toContain('Wifi : LeFil / basse (avant : LeFil / guitare)');
    expect(road.inGroup()).toHaveLength(group);
  });

  it('when the régisseur changes, the one before is told by name, and the pinned sheet is rewritten', async () => {
    await road.nadia.say('/feuille 12 décembre régie : Youssef');
    await road.minute();
    expect(road.tom.last().text).toContain('Régie : Youssef (avant : Solène)');
    expect(pinned()).toContain('Régie : Youssef');
    await road.nadia.say('/feuille 12 décembre régie : Solène');
    await road.minute();
    expect(road.tom.last().text).toContain('Régie : Solène (avant : Youssef)');
    expect(road.ben.last().text).toContain('Tour manager: Solène (was Youssef)');
  });

  it('when a substitute comes for a member, one gets the whole sheet and the other one sentence', async () => {
    await road.nadia.say('/feuille 12 décembre Léa ne vient pas');
    await road.nadia.say('/feuille 12 décembre avec Inès (chant)');
    await road.minute();
    expect(road.lea.last().text).toContain('tu n’es plus sur cette route');
    expect(ines.last().text).toMatch(/9 h RDV.*18 h balance/s);
    await road.lea.say('ok');
    expect(wordsOf(road.lea).at(-1)).not.toBe('C’est noté, merci.');
  });

  it('when an hour moves on the evening before, quiet hours on Signal do not hold it back', async () => {
    await road.moveTo('2026-12-11', '22:30');
    await road.solene.say('/feuille 12 décembre rdv 8h');
    await road.minute();
    expect(wordsOf(ines).join('\n')).toContain('RDV à 8 h (au lieu de 9 h)');
    await road.solene.say('/feuille 12 décembre merch : 15 %');
    await road.minute();
    expect(wordsOf(ines).join('\n')).not.toContain('Merch');
  });

  it('when the date is cancelled, everybody hears it once and the pinned sheet says so', async () => {
    await road.nadia.say('annule gribitch le 12 décembre');
    await road.nadia.press('Envoyer à valider');
    await road.marc.press('Valider');
    await road.minute();
    await road.minute();
    expect(pinned()).toBe('-');
    expect(road.inGroup().filter((text) => /^Sam\. 12 déc\..*\nAnnulé/s.test(text))).toHaveLength(1);
    const about = wordsOf(road.tom).filter((text) => /annulé/i.test(text));
    expect(about).toEqual([
      'Urgent, donc malgré tes heures calmes :\nSam. 12 déc., Le Fil, Saint-Étienne : la date est annulée, la feuille de route ne vaut plus.',
    ]);
    await road.tom.say('/feuille');
    expect(road.tom.last().text).not.toContain('12 déc.');
  });
});
