import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commitOf, put } from '../../core/commit.ts';
import { sheets } from '../../core/records/road.ts';
import { shows } from '../../core/records/agency.ts';
import { type SignalPerson } from '../support/cast.ts';
import { openRoad, wordsOf, type Road } from '../support/road.ts';

let road: Road;
let anna: SignalPerson;
let ines: SignalPerson;
beforeAll(async () => {
  road = await openRoad('/deal gribitch le fil 12/12 1800ht payante passage 0h30');
  anna = await road.company.signal('anna-kervella');
  ines = await road.company.signal('ines-belkacem');
  await road.nadia.say('/feuille 12 décembre rdv 12h45, balance 17h, repas 19h30\nwifi : LeFil / guitare');
  await road.nadia.say('/feuille 12 décembre contact Karim, 06 12 34 56 78');
  await road.minute();
  await road.moveTo('2026-12-09', '10:00');
}, 60_000);
afterAll(() => road.company.stop());

const reactions = (): string[] =>
  road.company.stage.sandbox.telegram.control
    .chat(road.group)
    .messages.flatMap((message) => message.reactions.map((reaction) => reaction.emoji));

describe('before the day', () => {
  it('when the sheet goes out, a set at half past midnight stands after the evening’s hours', () => {
    expect(wordsOf(road.tom).at(-1)).toMatch(/17 h balance\n19 h 30 repas\n0 h 30 passage/);
  });

  it('when a booker who does not travel asks for the numbers, sees none', async () => {
    await road.nadia.say('/feuille 12 décembre');
    await road.nadia.press('Les numéros');
    expect(road.nadia.last().text).toMatch(/^Les numéros ne se montrent qu’à/);
  });

  it('when somebody is in trouble on an ordinary day, nobody is called', async () => {
    const before = wordsOf(road.solene).length;
    await road.tom.say('je suis en retard de 40 min');
    expect(wordsOf(road.solene)).toHaveLength(before);
  });

  it('when the silent are named to the régisseur, they are not told of themselves', async () => {
    await road.moveTo('2026-12-11', '16:00');
    const named = wordsOf(road.solene).findLast((text) => text.includes('pas de « vu »')) ?? '-';
    expect(named).toMatch(/: Ben, Léa et Tom\. Un coup de fil/);
  });
});

describe('the day itself', () => {
  it('when trouble is said in the group, a sign is enough there; who is in charge knows, and who said it reads the rest in private', async () => {
    await road.moveTo('2026-12-12', '10:30');
    const group = road.inGroup().length;
    await road.tom.say('je suis en retard de 40 min', road.group);
    expect(reactions()).toEqual(['👀']);
    expect(road.inGroup()).toHaveLength(group);
    expect(road.solene.last().text).toContain('Tom Garnier : en retard d’environ 40 min');
    expect(road.solene.last().text).toContain('En jeu : RDV 12 h 45, balance 17 h, repas 19 h 30, passage 0 h 30');
    expect(road.tom.last().text).toContain('C’est parti chez Solène, tout de suite');
  });

  it('when somebody is ill, the group hears of it without a word of health', async () => {
    await road.ben.say('I am sick, stomach flu');
    expect(road.ben.last().text).toContain('It went to Solène right away');
    await road.solene.press('Le dire au groupe');
    expect(road.inGroup().at(-1)).toBe('Ben a un empêchement. La régie est prévenue.');
    await road.solene.press('Le dire au groupe');
    expect(road.inGroup().filter((text) => text.includes('Ben a un empêchement'))).toHaveLength(1);
  });

  it('when it is the régisseur who is in trouble, the managers know', async () => {
    await road.solene.say('le van est en panne');
    expect(road.solene.last().text).toMatch(/C’est parti chez Anna et Marc, tout de suite/);
    expect(wordsOf(anna).join('\n')).toContain('Solène Le Bihan : panne sur la route');
    expect(anna.poll().poll?.options.map(({ text }) => text)).toEqual([
      'Je m’en occupe',
      'Répondre',
      'Le dire au groupe',
    ]);
    await anna.vote(anna.poll().timestamp, 0);
    await road.marc.press('Je m’en occupe');
    expect(road.marc.toast()).toMatch(/^Anna s’en occupe déjà/);
  });

  it('when the wifi or a number is asked for in the group, it comes in private', async () => {
    const group = road.inGroup().length;
    await road.tom.say(`@${road.company.staff} le wifi ?`, road.group);
    expect(road.inGroup()).toHaveLength(group);
    expect(road.tom.last().text).toContain('LeFil / guitare');
    await road.tom.say(`@${road.company.staff} on mange quand ?`, road.group);
    expect(road.inGroup().at(-1)).toBe('Repas, sam. 12 déc. (Le Fil, Saint-Étienne) : 19 h 30');
  });

  it('when it is one in the morning, it is still the same evening', async () => {
    await road.moveTo('2026-12-13', '00:10');
    await road.tom.say('on joue quand ?');
    expect(road.tom.last().text).toBe('Passage, sam. 12 déc. (Le Fil, Saint-Étienne) : 0 h 30');
    await road.ben.say('I am running late');
    expect(road.solene.last().text).toContain('En jeu : passage 0 h 30');
    await road.solene.say('je suis perdue, en retard de 15 min');
    expect(wordsOf(anna).join('\n')).toMatch(
      /^Urgent, donc malgré tes heures calmes :\nSolène Le Bihan : en retard d’environ 15 min/m,
    );
  });
});

describe('two dates on the way', () => {
  it('when yesterday’s date is over and today’s begins, trouble is about today’s', async () => {
    const { store } = road.company.stage.product.runtime;
    const first = (await store.get(shows, road.show))?.value;
    const sheet = (await store.get(sheets, road.show))?.value;
    if (first === undefined || sheet === undefined) throw new Error('no show');
    const next = { ...first, id: 'next-day', day: road.company.today(), set: '21:00', lead: null };
    const other = { ...first, id: 'other-act', artist: 'les-soeurs-vanneau', day: next.day, set: '16:00', lead: null };
    await store.commit(
      commitOf('test:next', {
        writes: [
          put(shows, next),
          put(shows, { ...other, cast: ['tom-garnier', 'ines-belkacem'] }),
          put(sheets, { ...sheet, id: 'next-day', contact: null }),
        ],
      }),
    );
    await road.moveTo('2026-12-13', '09:00');
    await road.tom.say('je suis en panne');
    expect(road.solene.last().text).toContain('En jeu : RDV 12 h 45, balance 17 h, repas 19 h 30, passage 21 h');
    await road.moveTo('2026-12-13', '15:30');
    await road.tom.say('je suis en retard de 20 min');
    expect(wordsOf(anna).join('\n')).toContain(
      'Tom Garnier : en retard d’environ 20 min (Les Sœurs Vanneau, Le Fil, Saint-Étienne)',
    );
    expect(road.solene.last().text).not.toContain('20 min');
    await ines.say('on joue quand ?');
    expect(ines.last().text).toContain('16 h');
  });
});
