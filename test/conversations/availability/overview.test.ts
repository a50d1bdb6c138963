import { beforeEach, describe, expect, it } from 'vitest';
import { instantOf } from '../../../domain/day.ts';
import { day } from '../../support/builders.ts';
import { benches, type Bench } from '../../support/store.ts';
import { away, hold, openDesk, show, spoke, type Desk } from './desk.ts';

const bench = benches();
let place: Bench;
let desk: Desk;
const players = ['lea', 'tom', 'malo'];

beforeEach(async () => {
  place = bench();
  desk = await openDesk(place);
});

/** April with one of everything. */
async function april(): Promise<void> {
  await desk.save(
    ...spoke(players, '2027-03', '2027-04', '2027-05'),
    show('gribitch', 'la-vapeur', '2027-04-09'),
    show('nuit-ferree', 'l-aeronef', '2027-04-17'),
    show('barbeline', 'le-fil', '2027-04-18'),
    hold('gribitch', 'le-fil', '2027-04-24'),
    hold('gribitch', 'la-carene', '2027-04-24', 2),
    away('lea', ['2027-04-12', '2027-04-13']),
    away('tom', ['2027-04-26', '2027-04-27', '2027-04-28']),
    away('malo', ['2027-04-30'], 'si le train arrive avant minuit'),
  );
}

describe('who asks what in which words', () => {
  it('when a booker names the act and a month, every state stands on a line of its own with who and why', async () => {
    await april();
    const got = await desk.says('nadia', '/dispo gribitch avril');
    expect(got.texts).toEqual([
      [
        'Gribitch, avril 2027',
        'Libre : jeu. 1er au jeu. 8, sam. 10, dim. 11, mer. 14 au ven. 16, lun. 19 au ven. 23, dim. 25, jeu. 29 · lun. 12, mar. 13 (Inès pour Léa)',
        'Option : sam. 24 (option 1, Le Fil, jusqu’au mar. 20 avr. + option 2, La Carène, jusqu’au mar. 20 avr.)',
        'Pris : ven. 9 (La Vapeur, Dijon)',
        'Pris ailleurs : sam. 17 (Malo avec Nuit Ferrée) · dim. 18 (Tom)',
        'Pas dispo : lun. 26 au mer. 28 (Tom)',
        'Ça se discute : ven. 30 (Malo)',
      ].join('\n'),
    ]);
    expect(got.buttons).toEqual([
      'Pourquoi ?',
      'Liste à coller',
      'Demander au groupe',
      'Poser une option',
      'Image : avril',
      '◀',
      '▶',
    ]);
  });

  it('when a booker on Signal asks in English, the same is said in English, and nothing of an act they do not book', async () => {
    await april();
    const [text] = (await desk.says('boris', '/avail gribitch april')).texts;
    expect(text).toContain('Gribitch, April 2027\nFree: Thu 1 to Thu 8, Sat 10, Sun 11, Wed 14 to Fri 16');
    expect(text).toContain('Held: Sat 24 (hold 1, Le Fil, until Tue 20 April + hold 2, La Carène, until Tue 20 April)');
    expect(text).toContain('Booked: Fri 9 (La Vapeur, Dijon)\nTaken elsewhere: Sat 17 (Malo) · Sun 18 (Tom)');
    expect(text).toContain('Not available: Mon 26 to Wed 28 (Tom)\nOpen to discussion: Fri 30 (Malo)');
    expect(text).not.toMatch(/Nuit|Aéronef|Lille|Barbeline|train/);
  });

  it('when a manager asks in a sentence, the condition of an open absence is told as well', async () => {
    await april();
    const [text] = (await desk.says('anna', 'Gribitch est libre quand en avril ?')).texts;
    expect(text).toContain('Ça se discute : ven. 30 (Malo : « si le train arrive avant minuit »)');
  });

  it('when somebody who plays in the act asks, gets states without any name, place, price or reason', async () => {
    await april();
    const got = await desk.says('malo', '/dispo gribitch avril');
    expect(got.texts).toEqual([
      [
        'Gribitch, avril 2027',
        'Libre : jeu. 1er au jeu. 8, sam. 10 au ven. 16, lun. 19 au ven. 23, dim. 25, jeu. 29, ven. 30',
        'Option : sam. 24',
        'Pris : ven. 9',
        'Pris ailleurs : sam. 17, dim. 18, lun. 26 au mer. 28',
      ].join('\n'),
    ]);
    expect(got.buttons).toEqual(['Pourquoi ?', 'Image : avril', '◀', '▶']);
    const said = JSON.stringify(got.sends);
    expect(said).not.toMatch(/Léa|Tom|Inès|Nuit|Barbeline|Le Fil|Vapeur|Carène|€|1 ?500|train/);
  });

  it('when a substitute of the act asks, gets what its members get', async () => {
    await april();
    const [text] = (await desk.says('ines', '/dispo avril')).texts;
    expect(text).toContain('Pris ailleurs : sam. 17, dim. 18, lun. 26 au mer. 28');
  });

  it('when the act is none of theirs, it is unknown, exactly as one that does not exist', async () => {
    await april();
    const other = (await desk.says('julien', '/dispo gribitch avril')).texts;
    expect(other).toEqual(['Je ne connais pas d’artiste de ce nom parmi les tiens. Essaie avec Barbeline.']);
    expect((await desk.says('julien', '/dispo zorglub avril')).texts).toEqual(other);
    expect((await desk.says('leonie', '/dispo gribitch')).texts).toEqual([
      'Tu n’es rattaché·e à aucun artiste ici. Demande à ton manager de t’ajouter.',
    ]);
  });

  it('when a stranger asks, hears the one neutral sentence and nothing else', async () => {
    await april();
    const got = await desk.says('personne', '/dispo gribitch avril');
    expect(got.texts.join()).toMatch(/^Bonjour, ce compte est réservé/);
    expect(got.buttons).toEqual([]);
    const asked = await desk.says('personne', 'Gribitch est libre quand en avril ?');
    expect(JSON.stringify(asked.sends)).not.toMatch(/Libre|avril 2027|Pris/);
  });

  it('when it is asked in a group, nothing about dates is said there', async () => {
    await april();
    const got = await desk.says('nadia', '/dispo gribitch avril', 'group');
    expect(got.texts).toEqual(['Ça se passe en privé : écris-le-moi dans notre conversation à deux.']);
    expect((await desk.says('nadia', 'Gribitch est libre le 24 avril ?', 'group')).texts.join()).not.toContain('Libre');
  });

  it('when somebody has several acts and names none, chooses one by a button and the days stay', async () => {
    await april();
    const got = await desk.says('nadia', '/dispo 10-20 avril');
    expect([got.texts, got.buttons]).toEqual([['Les dates de quel artiste ?'], ['Gribitch', 'Nuit Ferrée']]);
    const [text] = (await desk.presses('nadia', 'Gribitch')).texts;
    expect(text).toMatch(
      /^Gribitch, du sam\. 10 au mar\. 20 avr\.\nLibre : sam\. 10, dim\. 11, mer\. 14 au ven\. 16, lun\. 19, mar\. 20 · lun\. 12, mar\. 13 \(Inès pour Léa\)\n/,
    );
  });

  it('when words are not understood, they are quoted and the rest is answered', async () => {
    await april();
    const [text] = (await desk.says('nadia', '/dispo gribitch avril zorglub')).texts;
    expect(text).toMatch(/^Je n’ai pas su lire : zorglub\. Voici le reste :\nGribitch, avril 2027/);
  });

  it('when days are vague or over, asks for better ones', async () => {
    expect((await desk.says('nadia', '/dispo gribitch cet été')).texts.join()).not.toContain('Libre');
    expect((await desk.says('nadia', '/dispo gribitch 1er mars 2027')).texts.join()).not.toContain('Libre');
  });
});

describe('months', () => {
  it('when no days are named, shows this month from today on and the next', async () => {
    await desk.save(...spoke(players, '2027-03', '2027-04'));
    const [text] = (await desk.says('nadia', '/dispo gribitch')).texts;
    expect(text).toBe(
      'Gribitch, mars 2027\nLibre : mer. 10 au mer. 31\n\nGribitch, avril 2027\nLibre : jeu. 1er au ven. 30',
    );
  });

  it('when the month is turned, the card changes in place and never goes back before today', async () => {
    await desk.save(...spoke(players, '2027-03', '2027-04'));
    await desk.says('nadia', '/dispo gribitch mars');
    const next = await desk.presses('nadia', '▶');
    expect(next.texts[0]).toMatch(/^Gribitch, avril 2027\n/);
    expect(next.sends.map(({ operation }) => operation.type)).toEqual(['answer', 'edit']);
    const back = await desk.presses('nadia', '◀');
    expect(back.texts[0]).toMatch(/^Gribitch, mars 2027\nLibre : mer\. 10 au/);
    expect(back.buttons).not.toContain('◀');
  });

  it('when the clocks change within the days, each day is there once', async () => {
    await desk.save(...spoke(players, '2027-03', '2027-10'), away('tom', ['2027-03-28', '2027-10-31']));
    const spring = (await desk.says('nadia', '/dispo gribitch du 27 au 29 mars')).texts[0];
    expect(spring).toBe('Gribitch, du sam. 27 au lun. 29 mars\nLibre : sam. 27, lun. 29\nPas dispo : dim. 28 (Tom)');
    const autumn = (await desk.says('nadia', '/dispo gribitch octobre')).texts[0];
    expect(autumn).toBe('Gribitch, octobre 2027\nLibre : ven. 1er au sam. 30\nPas dispo : dim. 31 (Tom)');
  });

  it('when days run over the end of a year, each month has its heading and its own answers', async () => {
    await desk.save(...spoke(players, '2027-12'), ...spoke(['tom', 'malo'], '2028-01'));
    const [text] = (await desk.says('nadia', '/dispo gribitch du 30 décembre 2027 au 2 janvier 2028')).texts;
    expect(text).toBe(
      [
        'Gribitch, du jeu. 30 au ven. 31 déc. 2027',
        'Libre : jeu. 30, ven. 31',
        '',
        'Gribitch, du sam. 1er au dim. 2 janv. 2028',
        'Libre sous réserve des réponses : sam. 1er, dim. 2',
        'Sans réponse : Léa pour tout le mois',
      ].join('\n'),
    );
  });

  it('when the night of the last day is asked about after midnight, the day is not over before the agency’s own', async () => {
    await desk.save(...spoke(players, '2027-03', '2027-04'));
    desk.now(instantOf(day('2027-03-31'), '23:30', 'Europe/Paris'));
    expect((await desk.says('nadia', '/dispo gribitch')).texts[0]).toMatch(/^Gribitch, mars 2027\nLibre : mer\. 31\n/);
  });

  it('when a year is asked for, the message stays readable and the rest is a page further', async () => {
    const months = Array.from({ length: 12 }, (_, index) => `2027-${String(index + 1).padStart(2, '0')}`);
    const days = months
      .slice(3)
      .flatMap((month) => [3, 6, 9, 12, 15, 18, 21].map((date) => `${month}-${String(date).padStart(2, '0')}`));
    await desk.save(...spoke(players, ...months), ...days.map((one) => hold('gribitch', 'le-fil', one, 1, one)));
    await desk.save(...days.map((one) => hold('gribitch', 'la-carene', one, 2, one)));
    const first = await desk.says('nadia', '/dispo gribitch du 1er avril au 31 décembre');
    expect(first.texts[0]?.length).toBeLessThanOrEqual(3500);
    expect(first.texts[0]).toMatch(/^Gribitch, avril 2027[\s\S]*La suite tient dans un autre message : ▶$/);
    const shown = [...(first.texts[0] ?? '').matchAll(/Gribitch, (\S+) 2027/g)].map(([, month]) => month);
    const second = await desk.presses('nadia', '▶');
    const follows = [...(second.texts[0] ?? '').matchAll(/Gribitch, (\S+) 2027/g)].map(([, month]) => month);
    const named = ['avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];
    expect([...shown, ...follows]).toEqual(named.slice(0, shown.length + follows.length));
    expect(second.texts[0]?.length).toBeLessThanOrEqual(3500);
  });
});

describe('what is worth knowing', () => {
  it('when the day before is far away, a sign says so with its day', async () => {
    await desk.save(
      ...spoke(players, '2027-04'),
      show('gribitch', 'la-carene', '2027-04-09', { end: '23:59' }),
      show('gribitch', 'la-vapeur', '2027-04-10', { arrival: '09:00' }),
    );
    const [text] = (await desk.says('nadia', '/dispo gribitch avril')).texts;
    expect(text).toContain('⚠️ ven. 9 : trop loin le lendemain (Dijon, environ 860 km)');
    expect(text).toContain('sam. 10 : trop loin la veille (Brest, environ 860 km)');
  });

  it('when two dates of the act lie on one day, a sign says so', async () => {
    await desk.save(
      ...spoke(players, '2027-04'),
      show('gribitch', 'le-fil', '2027-04-10', { arrival: '09:00', set: '11:00', end: '12:00' }),
      show('gribitch', 'la-vapeur', '2027-04-10', { arrival: '18:00', set: '21:00', end: '23:00' }),
    );
    const [text] = (await desk.says('nadia', '/dispo gribitch avril')).texts;
    expect(text).toContain(
      'Pris : sam. 10 (La Vapeur, Dijon + Le Fil, Saint-Étienne)\n⚠️ sam. 10 : deux dates le même jour',
    );
  });

  it('when a radius clause reaches into the days, it is named; no later month carries it', async () => {
    const exclusivity = { km: 100, weeks: 4 };
    await desk.save(
      ...spoke(players, '2027-04', '2027-05', '2027-06'),
      show('gribitch', 'le-fil', '2027-04-10', { exclusivity }),
    );
    const clause = 'exclusivité 100 km / 4 semaines (Le Fil, sam. 10 avr.)';
    expect((await desk.says('nadia', '/dispo gribitch mai')).texts[0]).toContain(`⚠️ ${clause}`);
    expect((await desk.says('nadia', '/dispo gribitch juin')).texts[0]).not.toContain('⚠️');
    expect((await desk.says('malo', '/dispo gribitch mai')).texts[0]).not.toContain('⚠️');
  });

  it('when the place is named, the road to it and the clauses around it are looked at for free days as well', async () => {
    const exclusivity = { km: 100, weeks: 1 };
    await desk.save(
      ...spoke(players, '2027-04'),
      show('gribitch', 'la-carene', '2027-04-09'),
      show('gribitch', 'le-fil', '2027-04-20', { exclusivity }),
    );
    const [text] = (await desk.says('nadia', '/dispo gribitch 10-15 avril le fil')).texts;
    expect(text).toMatch(/^Pour Le Fil \(Saint-Étienne\) :\n/);
    expect(text).toContain(
      '⚠️ sam. 10 : Brest la veille, environ 900 km · mar. 13 au jeu. 15 : exclusivité (Le Fil, mar. 20 avr.) : 0 km, 1 semaine',
    );
  });

  it('when a warning is about a date of an act they do not book, it is kept from them', async () => {
    await desk.save(
      ...spoke(players, '2027-04'),
      show('nuit-ferree', 'la-carene', '2027-04-09'),
      hold('gribitch', 'la-vapeur', '2027-04-10'),
    );
    expect((await desk.says('nadia', '/dispo gribitch 10 avril')).texts[0]).toContain('Brest la veille');
    expect((await desk.says('boris', '/dispo gribitch 10 april')).texts[0]).not.toContain('Brest');
  });
});

it('when one act and one month are asked for, few exchanges with Redis are made', async () => {
  await april();
  const before = place.connection.roundTrips.count();
  await desk.says('nadia', '/dispo gribitch avril');
  const used = place.connection.roundTrips.count() - before;
  // Who it is, their acts, eight waves of the agenda, the names among them, and the commit.
  expect(used).toBeLessThanOrEqual(12);
});

it('when somebody has spoken about one of two months, is named under the other', async () => {
  await desk.save(...spoke(['tom', 'malo'], '2027-04', '2027-05'), ...spoke(['lea'], '2027-05'));
  const [text] = (await desk.says('nadia', '/dispo gribitch du 29 avril au 2 mai')).texts;
  expect(text).toBe(
    [
      'Gribitch, du jeu. 29 au ven. 30 avr.',
      'Libre sous réserve des réponses : jeu. 29, ven. 30',
      'Sans réponse : Léa pour tout le mois',
      '',
      'Gribitch, du sam. 1er au dim. 2 mai',
      'Libre : sam. 1er, dim. 2',
    ].join('\n'),
  );
});
