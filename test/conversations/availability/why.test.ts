import { beforeEach, describe, expect, it } from 'vitest';
import { daysAsked } from '../../../conversations/availability/why-words.ts';
import { day } from '../../support/builders.ts';
import { benches } from '../../support/store.ts';
import { away, hold, openDesk, show, spoke, type Desk } from './desk.ts';

const bench = benches();
let desk: Desk;

beforeEach(async () => {
  desk = await openDesk(bench());
  await desk.save(...spoke(['lea', 'tom', 'malo'], '2027-04'));
});

/** The chain for a day of April, asked after the card of April. */
async function chain(who: string, date: number): Promise<string> {
  await desk.says(who, who === 'boris' ? '/avail gribitch april' : '/dispo gribitch avril');
  const got = await desk.says(who, who === 'boris' ? `why April ${date}?` : `pourquoi le ${date} ?`);
  return got.texts.join('\n');
}

describe('the chain of one date', () => {
  it('when everybody is free, names them and says yes', async () => {
    expect(await chain('nadia', 15)).toBe(
      'Jeu. 15 avr., Gribitch :\n1. tout le monde est libre : Léa, Tom et Malo\n2. donc Gribitch peut jouer',
    );
  });

  it('when the act plays already, names the place', async () => {
    await desk.save(show('gribitch', 'la-vapeur', '2027-04-09'));
    expect(await chain('nadia', 9)).toBe(
      'Ven. 9 avr., Gribitch :\n1. Gribitch joue déjà ce jour-là : La Vapeur (Dijon)\n2. donc la date est prise',
    );
  });

  it('when somebody plays in another act of theirs, says which and why they see it', async () => {
    await desk.save(show('nuit-ferree', 'l-aeronef', '2027-04-17'));
    expect(await chain('nadia', 17)).toBe(
      [
        'Sam. 17 avr., Gribitch :',
        '1. Malo joue avec Nuit Ferrée ce jour-là (visible parce que tu t’occupes des deux)',
        '2. personne n’est prévu pour remplacer Malo',
        '3. donc Gribitch ne peut pas jouer',
      ].join('\n'),
    );
  });

  it('when it is an act they do not book, says that somebody plays elsewhere and no more', async () => {
    await desk.save(show('nuit-ferree', 'l-aeronef', '2027-04-17'));
    const text = await chain('boris', 17);
    expect(text).toBe(
      [
        'Sat 17 April, Gribitch:',
        '1. Malo plays elsewhere that day',
        '2. nobody is named to stand in for Malo',
        '3. so Gribitch cannot play',
      ].join('\n'),
    );
  });

  it('when somebody is away and their substitute can, says who plays instead', async () => {
    await desk.save(away('lea', ['2027-04-12']));
    expect(await chain('nadia', 12)).toBe(
      [
        'Lun. 12 avr., Gribitch :',
        '1. Léa n’est pas dispo',
        '2. Inès peut remplacer Léa',
        '3. libre de toute façon : Tom et Malo',
        '4. donc Gribitch peut jouer',
      ].join('\n'),
    );
  });

  it('when the substitute cannot either, says so', async () => {
    await desk.save(away('lea', ['2027-04-12']), away('ines', ['2027-04-12']));
    expect(await chain('nadia', 12)).toContain(
      '1. Léa n’est pas dispo\n2. personne ne peut remplacer Léa (Inès non plus)\n3. donc Gribitch ne peut pas jouer',
    );
  });

  it('when options are held, names them in order and the rank that is left', async () => {
    await desk.save(hold('gribitch', 'la-carene', '2027-04-24', 2), hold('gribitch', 'le-fil', '2027-04-24'));
    expect(await chain('nadia', 24)).toBe(
      [
        'Sam. 24 avr., Gribitch :',
        '1. Le Fil (Saint-Étienne) a l’option 1, jusqu’au mar. 20 avr.',
        '2. La Carène (Brest) a l’option 2, jusqu’au mar. 20 avr.',
        '3. tout le monde est libre : Léa, Tom et Malo',
        '4. donc la date n’est pas perdue : une nouvelle option serait l’option 3',
      ].join('\n'),
    );
  });

  it('when an absence is open to discussion, the condition is for the managers', async () => {
    await desk.save(away('malo', ['2027-04-30'], 'si le train arrive avant minuit'));
    expect(await chain('nadia', 30)).toBe(
      [
        'Ven. 30 avr., Gribitch :',
        '1. Malo préfère ne pas jouer, mais ça se discute',
        '2. libre de toute façon : Léa et Tom',
        '3. donc Gribitch peut jouer si ça convient à Malo',
      ].join('\n'),
    );
    expect(await chain('anna', 30)).toContain('ça se discute : « si le train arrive avant minuit »');
  });

  it('when somebody has said nothing about the month, says who', async () => {
    await desk.says('nadia', '/dispo gribitch juin');
    await desk.save(...spoke(['tom', 'malo'], '2027-06'));
    expect((await desk.says('nadia', 'pourquoi le 5 ?')).texts[0]).toBe(
      [
        'Sam. 5 juin, Gribitch :',
        '1. Léa n’a rien dit pour juin',
        '2. libre de toute façon : Tom et Malo',
        '3. donc Gribitch peut jouer dès que c’est oui pour Léa',
      ].join('\n'),
    );
  });

  it('when there is something to mind, it stands before what follows', async () => {
    await desk.save(show('gribitch', 'la-carene', '2027-04-09'), hold('gribitch', 'la-vapeur', '2027-04-10'));
    expect(await chain('nadia', 10)).toContain('3. à savoir : Brest la veille, environ 860 km\n4. donc');
  });

  it('when somebody who plays in the act asks, neither who nor why is said, whatever it is', async () => {
    await desk.save(
      show('gribitch', 'la-vapeur', '2027-04-09'),
      hold('gribitch', 'le-fil', '2027-04-10'),
      show('nuit-ferree', 'l-aeronef', '2027-04-17'),
      away('tom', ['2027-04-18']),
      away('lea', ['2027-04-19'], 'un secret'),
    );
    const texts: string[] = [];
    for (const date of [9, 10, 17, 18, 19]) texts.push(await chain('malo', date));
    const end = 'donc Gribitch ne peut pas jouer';
    expect(texts).toEqual([
      'Ven. 9 avr., Gribitch :\n1. Gribitch joue déjà ce jour-là\n2. donc la date est prise',
      'Sam. 10 avr., Gribitch :\n1. une option est posée\n2. donc la date n’est pas perdue',
      `Sam. 17 avr., Gribitch :\n1. pris ailleurs : je ne dis ni qui ni pourquoi\n2. ${end}`,
      `Dim. 18 avr., Gribitch :\n1. pris ailleurs : je ne dis ni qui ni pourquoi\n2. ${end}`,
      'Lun. 19 avr., Gribitch :\n1. rien ne s’y oppose pour l’instant\n2. donc Gribitch peut jouer',
    ]);
  });
});

describe('asking why', () => {
  it('when the button is pressed, a day is chosen from the month and the way back leads to the dates', async () => {
    await desk.says('nadia', '/dispo gribitch avril');
    const pick = await desk.presses('nadia', 'Pourquoi ?');
    expect(pick.texts[0]).toBe(
      'Quelle date veux-tu comprendre ? Tu peux aussi écrire « pourquoi le 1er avril ? ».\navril 2027',
    );
    expect(pick.buttons).toContain('30');
    const why = await desk.presses('nadia', '15');
    expect(why.texts[0]).toMatch(/^Jeu\. 15 avr\., Gribitch :/);
    expect(why.buttons).toEqual(['Une autre date', 'Retour']);
    expect((await desk.presses('nadia', 'Retour')).texts[0]).toMatch(/^Gribitch, avril 2027/);
  });

  it('when an empty cell is pressed, nothing changes', async () => {
    await desk.says('nadia', '/dispo gribitch avril');
    await desk.presses('nadia', 'Pourquoi ?');
    const got = await desk.presses('nadia', ' · ');
    expect([got.texts, got.toasts]).toEqual([[], ['']]);
  });

  it('when one day was asked about, the button explains it at once', async () => {
    await desk.says('nadia', '/dispo gribitch 15 avril');
    expect((await desk.presses('nadia', 'Pourquoi ?')).texts[0]).toContain('1. tout le monde est libre');
    expect((await desk.says('nadia', 'pourquoi ?')).texts[0]).toContain('1. tout le monde est libre');
  });

  it('when only « pourquoi ? » is said, the days to choose from are shown', async () => {
    await desk.says('nadia', '/dispo gribitch avril');
    expect((await desk.says('nadia', 'pourquoi ?')).texts[0]).toMatch(/^Quelle date veux-tu comprendre/);
  });

  it('when a day outside of the card is named in full, it is explained as well', async () => {
    await desk.says('nadia', '/dispo gribitch avril');
    expect((await desk.says('nadia', 'Et pourquoi pas le 5 mai ?')).texts[0]).toContain('Léa n’a rien dit pour mai');
  });

  it('when no dates were asked about before, « pourquoi » is no question about dates', async () => {
    expect((await desk.says('nadia', 'pourquoi le 14 ?')).texts.join()).not.toContain('donc');
  });

  it('when rights are gone by the time of the press, nothing is shown', async () => {
    await desk.says('nadia', '/dispo gribitch avril');
    const nadia = desk.person('nadia');
    await desk.change({ ...nadia, roles: ['employee'] });
    const got = await desk.presses('nadia', 'Pourquoi ?');
    expect([got.texts, got.toasts]).toEqual([
      [],
      ['Ces dates ne sont plus consultables ici. Redemande-les avec /dispo.'],
    ]);
  });
});

describe('words around « pourquoi »', () => {
  const context = { today: day('2027-04-01'), locale: 'fr' as const, holidays: { dayOf: () => null } };
  const asked = (text: string): readonly string[] | null => daysAsked(text, 'Nuit Ferrée', context);

  it.each([
    ['pourquoi ?', []],
    ['Pourquoi le 14 ?', ['2027-04-14']],
    ['et pourquoi pas le 14 ?', ['2027-04-14']],
    ['pourquoi Nuit Ferrée n’est pas libre le 14 avril ?', ['2027-04-14']],
    ['pourquoi le 14 et le 15 ?', ['2027-04-14', '2027-04-15']],
  ])('when somebody writes « %s », these days are asked about', (text, days) => {
    expect(asked(text)).toEqual(days);
  });

  it.each([
    'pourquoi tu me demandes ça ?',
    'pourquoi Léa est pas venue le 14 ?',
    'je sais pas pourquoi',
    'le 14 avril',
    'pourquoi pas en tournée cet été ?',
  ])('when somebody writes « %s », it is about something else', (text) => {
    expect(asked(text)).toBeNull();
  });
});
