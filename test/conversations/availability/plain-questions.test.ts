import { beforeEach, describe, expect, it } from 'vitest';
import { benches } from '../../support/store.ts';
import { hold, openDesk, show, spoke, type Desk } from './desk.ts';

const bench = benches();

describe('plain questions about dates', () => {
  let desk: Desk;
  const firstOf = async (who: string, text: string): Promise<string> => (await desk.says(who, text)).texts[0] ?? '';

  beforeEach(async () => {
    desk = await openDesk(bench());
    await desk.save(
      ...spoke(['lea', 'tom', 'malo'], '2027-03', '2027-04'),
      hold('gribitch', 'le-fil', '2027-03-20'),
      show('gribitch', 'la-vapeur', '2027-03-27'),
    );
  });

  it('when the month is said after a card about another, the day asked about is the coming one', async () => {
    await desk.says('nadia', '/dispo gribitch avril');
    expect(await firstOf('nadia', 'pourquoi le 11 mars ?')).toMatch(/^Jeu\. 11 mars, Gribitch/);
  });

  it('when « pq ? » is typed after a card, asks which date', async () => {
    await desk.says('nadia', '/dispo gribitch avril');
    expect(await firstOf('nadia', 'pq ?')).toMatch(/^Quelle date veux-tu comprendre/);
  });

  it('when a weekday in the plural is asked for without a verb, shows those days', async () => {
    expect(await firstOf('nadia', 'les samedis libres d’avril pour gribitch')).toMatch(
      /^Gribitch, tous les sam\. du sam\. 3 au sam\. 24 avr\./,
    );
  });

  it('when « ils » follows a card of an act, that act is meant', async () => {
    await desk.says('nadia', '/dispo gribitch avril');
    expect(await firstOf('nadia', 'ils sont dispo samedi ?')).toMatch(/^Gribitch, le sam\. 13 mars/);
  });

  it.each(['qui est pas là le 20 mars', 'léa est dispo le 20 mars ?', 'qui a une option le 20 mars pour gribitch ?'])(
    'when %j is asked by who books the act, says what the day is',
    async (text) => {
      await desk.says('nadia', '/dispo gribitch avril');
      expect(await firstOf('nadia', text)).toMatch(
        /^Sam\. 20 mars, Gribitch.*\n1\. Le Fil \(Saint-Étienne\) a l’option 1/,
      );
    },
  );

  it.each(['on joue quand en mars ?', 'on est libres quand en mars ?'])(
    'when a musician asks %j, the dates of their act come',
    async (text) => {
      const shown = await firstOf('lea', text);
      expect(shown).toMatch(/^Gribitch, mars 2027/);
      expect(shown).toContain('Pris : sam. 27');
    },
  );

  it('when the act is somebody else’s, a booker reads whose, anybody else nothing', async () => {
    expect(await firstOf('nadia', 'barbeline dispo en mars ?')).toBe(
      'Barbeline n’est pas dans tes artistes : vois avec Julien.',
    );
    expect(await firstOf('lea', 'barbeline dispo en mars ?')).not.toContain('Barbeline');
  });

  it('when the day is held by another, the next option is offered and said', async () => {
    const { texts, buttons } = await desk.says('nadia', 'gribitch est dispo le 20 mars ?');
    expect(texts[0]).toMatch(/Tu peux poser l’option 2\.$/);
    expect(buttons).toContain('Poser une option');
    expect(buttons).not.toContain('Demander au groupe');
  });
});
