import { describe, expect, it } from 'vitest';
import { remove } from '../../../core/commit.ts';
import { venues } from '../../../core/records/agency.ts';
import { leads } from '../../../core/records/booking.ts';
import { type Room } from '../../support/room.ts';
import { benches } from '../../support/store.ts';
import { act, place, openAgency } from './agency.ts';

const bench = benches();
const open = (): Promise<Room> => openAgency(bench());

describe('looking something up', () => {
  it('when a booker says a place, finds it with its dates and deals, by kind, each with a button', async () => {
    const room = await open();
    const found = await room.says('nadia', 'cherche vapeur');
    expect(found.text).toMatch(/^vapeur : 4 résultats\.\n\nLieux\n• La Vapeur \(Dijon\)\n\nDates\n/);
    expect(found.text).toContain('• sam. 27 mars, La Vapeur (Dijon), Gribitch');
    expect(found.text).toContain('• Deal 42 · sam. 18 sept., La Vapeur (Dijon), Gribitch (Envoyé)');
    expect(found.text.indexOf('27 mars')).toBeLessThan(found.text.indexOf('15 janv'));
    expect(found.buttons).toHaveLength(5);
  });

  it.each([
    ['/cherche vapeur', 'La Vapeur'],
    ['trouve vapeur', 'La Vapeur'],
    ['Trouve-moi la Vapeur !', 'La Vapeur'],
    ['cherche vapuer', 'La Vapeur'],
    ['cherche vap', 'La Vapeur'],
    ['cherche saint etienne', 'Le Fil'],
    ['cherche SAINT-ÉTIENNE', 'Le Fil'],
    ['cherche le fil', 'Le Fil'],
    ['cherche moraux', 'Léa Moreau'],
    ['cherche benaly', 'Nadia Benali'],
    ['cherche deal 42', 'Deal 42'],
    ['cherche 42', 'Deal 42'],
    ['cherche 27 mars', 'sam. 27 mars'],
    ['cherche 27 march', 'sam. 27 mars'],
    ['cherche 18/9', 'sam. 18 sept.'],
    ['cherche camille roux', 'Deal 42'],
    ['cherche gribich dijon', 'Gribitch'],
  ])('when a booker says « %s », finds %s', async (said, expected) => {
    expect((await (await open()).says('nadia', said)).text).toContain(expected);
  });

  it('when an English booker asks, everything is in English', async () => {
    const found = await (await open()).says('boris', 'find vapeur');
    expect(found.text).toMatch(/^vapeur: 2 results\.\n\nPlaces\n• La Vapeur \(Dijon\)\n\nDates\n• Sat 1 May, /);
  });

  it('when nothing bears the words, the nearest is offered, and when nothing is near, says what to try', async () => {
    const room = await open();
    const near = await room.says('nadia', 'cherche vapeur toulouse');
    expect(near.text).toMatch(
      /^Rien ne s’appelle « vapeur toulouse » dans ce que tu peux voir\. Peut-être :\n\nLieux\n• La Vapeur/,
    );
    expect((await room.says('nadia', 'cherche qqqxxx')).text).toMatch(/^Rien ne ressemble à « qqqxxx »/);
    expect((await room.says('nadia', '/cherche')).text).toMatch(/^Écris « cherche » suivi d’un nom/);
  });

  it('when something is written, changed or deleted, the next search knows', async () => {
    const room = await open();
    expect((await room.says('nadia', 'cherche astrolabe')).text).toContain('Rien ne ressemble');
    await room.save(place('l-astrolabe', 'L’Astrolabe', 'Orléans'));
    expect((await room.says('nadia', 'cherche astrolabe')).text).toContain('L’Astrolabe (Orléans)');
    await room.save(place('la-vapeur', 'La Péniche', 'Dijon'));
    const renamed = await room.says('nadia', 'cherche peniche');
    expect(renamed.text).toContain('sam. 27 mars, La Péniche (Dijon), Gribitch');
    expect(renamed.text).toContain('Deal 42');
    await room.save(remove(venues, 'l-astrolabe'), remove(leads, 'lead-42'));
    expect((await room.says('nadia', 'cherche astrolabe')).text).not.toContain('Orléans');
    expect((await room.says('nadia', 'cherche peniche')).text).not.toContain('Deal 42');
  });

  it('when somebody leaves an act, they find nothing of it from the next search on', async () => {
    const room = await open();
    expect((await room.says('tom', 'cherche vapeur')).text).toContain('27 mars');
    await room.save(act('gribitch', 'Gribitch', ['lea'], ['anna'], ['nadia']));
    expect((await room.says('tom', 'cherche vapeur')).text).toContain('Rien ne ressemble');
  });
});

describe('what is opened', () => {
  it('when a place is opened, shows its dates to come and past in place of the results, and the way back', async () => {
    const room = await open();
    await room.says('nadia', 'cherche vapeur');
    const card = await room.presses('nadia', 'La Vapeur (Dijon)');
    expect(card.edits).toBe(1);
    expect(card.text).toBe(
      'La Vapeur\nDijon, Bourgogne, 500 places\nContact : Camille Roux\nÀ venir\n• sam. 27 mars, La Vapeur (Dijon), Gribitch\nDéjà joué\n• ven. 15 janv., La Vapeur (Dijon), Gribitch',
    );
    const back = await room.presses('nadia', '◀ Résultats');
    expect(back.text).toContain('vapeur : 4 résultats');
    expect(back.edits).toBe(1);
  });

  it('when a date is opened, shows when and where, and leads to the day', async () => {
    const room = await open();
    await room.says('lea', 'cherche 27 mars');
    const card = await room.presses('lea', 'sam. 27 mars');
    expect(card.text).toBe('sam. 27 mars : Gribitch, La Vapeur (Dijon)\npassage 21 h 30');
    expect((await room.presses('lea', 'Ce jour-là')).text).toContain('27');
  });

  it('when a deal or an option is opened by who negotiates, its card comes', async () => {
    const room = await open();
    await room.says('nadia', 'cherche deal 42');
    expect((await room.presses('nadia', 'Deal 42')).text).toContain('Deal 42 : Gribitch, La Vapeur (Dijon)');
    await room.says('nadia', 'cherche fil');
    expect((await room.presses('nadia', 'sam. 10 avr.')).text).toContain('option 1');
  });

  it('when a person is opened, shows their roles and the acts one shares with them', async () => {
    const room = await open();
    await room.says('tom', 'cherche lea');
    expect((await room.presses('tom', 'Léa Moreau')).text).toBe(
      'Léa Moreau\nmusicien·ne\nJoue ou travaille avec Gribitch (chant).',
    );
  });

  it('when an act is opened, shows who plays and what is next', async () => {
    const room = await open();
    await room.says('tom', 'cherche gribitch');
    const card = await room.pressesKey('tom', 'search.open:artist/gribitch/gribitch');
    expect(card.text).toContain('Léa Moreau (chant), Tom Garnier (chant)');
    expect(card.text).toContain('27 mars');
  });

  it('when a task or an absence of one’s own is opened, it can be dealt with', async () => {
    const room = await open();
    await room.says('lea', 'cherche fiche technique');
    expect((await room.presses('lea', 'Envoyer la fiche')).buttons).toContain('Fait');
    await room.says('lea', 'cherche indispo');
    expect((await room.presses('lea', 'Pas dispo')).text).toContain('13 mars');
  });

  it('when what a button stands for is not theirs to see any more, says so and shows nothing of it', async () => {
    const room = await open();
    await room.says('tom', 'cherche vapeur');
    await room.save(act('gribitch', 'Gribitch', ['lea'], ['anna'], ['nadia']));
    const card = await room.presses('tom', 'sam. 27 mars');
    expect(card.text).toBe('');
    expect(card.toasts).toEqual(['Ce n’est plus là, ou plus à toi de le voir. Relance la recherche.']);
  });
});
