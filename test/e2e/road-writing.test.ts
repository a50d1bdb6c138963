import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sheets } from '../../core/records/road.ts';
import { dumpRedis } from '../support/redis-dump.ts';
import { openRoad, wordsOf, type Road } from '../support/road.ts';

let road: Road;
beforeAll(async () => {
  road = await openRoad();
}, 60_000);
afterAll(() => road.company.stop());

const stored = async () => (await road.company.stage.product.runtime.store.get(sheets, road.show))?.value;
const phones = /(?:0|\+?33[ .]?)6[ .]?12[ .]?34[ .]?56[ .]?78|(?:0|\+?33[ .]?)2[ .]?47[ .]?11[ .]?22[ .]?33/;

describe('writing a sheet', () => {
  it('when what is said follows the date on the same line, it is read as if it stood alone', async () => {
    await road.nadia.say('/feuille 12 décembre contact Karim, régisseur, 06 12 34 56 78');
    expect(road.nadia.last().text).toContain('Sur place : Karim, régisseur, +33 6 12 34 56 78');
    await road.nadia.say('/feuille samedi 12 décembre hôtel : Ibis Gare, 02 47 11 22 33, 3 chambres');
    expect(road.nadia.last().text).toContain('Hôtel : Ibis Gare, +33 2 47 11 22 33, 3 chambres');
    await road.solene.say('/feuille 12 décembre + Jo (merch)');
    expect(road.solene.last().text).toMatch(/Sur la route : .*Jo/);
    await road.solene.say('/feuille 12 décembre note : venir tôt');
    expect(road.solene.last().text).toContain('À savoir : venir tôt');
  });

  it('when the same contact is given again, nothing changes; a name alone takes nobody’s number away', async () => {
    const version = (await stored())?.version;
    await road.nadia.say('/feuille 12 décembre contact Karim, régisseur, 06 12 34 56 78');
    expect(road.nadia.last().text).toContain('Rien ne change');
    await road.nadia.say('/feuille 12 décembre contact Karim');
    expect(road.nadia.last().text).toContain('Rien ne change');
    expect((await stored())?.version).toBe(version);
  });

  it('when a pasted sheet names several people of the place, the one who can be called stays and the others are named', async () => {
    await road.nadia.say('/feuille 12 décembre\ncontact : Karim, régisseur, 06 12 34 56 78\nson : Julie\nportes 20h');
    expect(road.nadia.last().text).toContain('je garde Karim, pas Julie');
    expect((await stored())?.contact?.name).toBe('Karim');
  });

  it('when nothing behind the date is understood, the sheet is not shown as if it were done', async () => {
    await road.nadia.say('/feuille 12 décembre charabia total');
    expect(road.nadia.last().text).toMatch(/^Je n’ai pas compris « charabia total »/);
  });

  it('when thousands of characters come in, one short message answers', async () => {
    const before = wordsOf(road.nadia).length;
    await road.nadia.say(`/feuille ${'mot '.repeat(990)}`);
    expect(wordsOf(road.nadia)).toHaveLength(before + 1);
    expect(road.nadia.last().text.length).toBeLessThan(800);
    await road.nadia.say(`/feuille 12 décembre note : ${'très 😀 '.repeat(400)}`);
    expect(road.nadia.last().text.length).toBeLessThan(800);
    expect((await stored())?.info.note).toBe('venir tôt');
    await road.nadia.say('/feuille    ');
    expect(road.nadia.last().text).toBe('Tes prochaines dates :');
  });

  it('when the name of a musician of another act is a stranger’s as well, the stranger is named and no musician gets the sheet', async () => {
    await road.solene.say('/feuille 12 décembre + Paul (son)');
    expect((await stored())?.crew.find(({ name }) => name === 'Paul')).toEqual({
      person: null,
      name: 'Paul',
      role: 'son',
    });
    await road.solene.say('/feuille 12 décembre + Youssef (régie)');
    expect((await stored())?.crew.find(({ name }) => name === 'Youssef')?.person).toBe('youssef-amrani');
  });

  it('when the régisseur stays at home, somebody else answers for the date', async () => {
    await road.nadia.say('/feuille 12 décembre Solène ne vient pas');
    expect((await stored())?.regisseur).not.toBe('solene-le-bihan');
    expect(road.nadia.last().text).not.toMatch(/Sur la route : .*Solène/);
    await road.nadia.press('Annuler');
    expect((await stored())?.regisseur).toBe('solene-le-bihan');
  });

  it('when it is taken back, the card says so and no version comes twice', async () => {
    const version = (await stored())?.version ?? 0;
    await road.nadia.say('/feuille 12 décembre rdv 11h');
    await road.nadia.press('Annuler');
    expect(road.nadia.last().text).toContain('redit ce qu’elle disait');
    expect(road.nadia.last().keyboard).toEqual([]);
    expect((await stored())?.version).toBe(version + 2);
    expect((await stored())?.hours.call).toBeNull();
  });

  it('when somebody else wrote since, ↩ takes nothing of theirs back and says so', async () => {
    await road.nadia.say('/feuille 12 décembre rdv 11h');
    await road.solene.say('/feuille 12 décembre repas 19h');
    await road.nadia.press('Annuler');
    expect(road.nadia.toast()).toContain('Quelqu’un d’autre a écrit');
    expect((await stored())?.hours).toMatchObject({ call: '11:00', meal: '19:00' });
  });

  it('when a sheet is written, no number in it is kept in clear anywhere, nor read by the group', async () => {
    await road.minute();
    await road.moveTo('2026-12-09', '10:00');
    expect(wordsOf(road.tom).at(-1)).toContain('Ibis Gare, +33 2 47 11 22 33, 3 chambres');
    expect(road.inGroup().at(-1)).toContain('Hôtel : Ibis Gare, 3 chambres');
    expect(road.inGroup().join('\n')).not.toMatch(phones);
    const lines = [...(await dumpRedis(road.company.redis.url)), ...road.company.logs()];
    expect(lines.filter((line) => phones.test(line))).toEqual([]);
  });
});
