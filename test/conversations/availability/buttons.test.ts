import { beforeEach, describe, expect, it } from 'vitest';
import { subjectIn, subjectKey } from '../../../conversations/availability/subject.ts';
import { daysFromTo } from '../../../domain/day.ts';
import { day } from '../../support/builders.ts';
import { benches } from '../../support/store.ts';
import { away, hold, openDesk, show, spoke, type Desk } from './desk.ts';

const bench = benches();
let desk: Desk;

beforeEach(async () => {
  desk = await openDesk(bench());
  await desk.save(
    ...spoke(['lea', 'tom', 'malo'], '2027-03', '2027-06'),
    away('tom', ['2027-06-14', '2027-06-15', '2027-06-16', '2027-06-17', '2027-06-18']),
    away('malo', ['2027-06-20'], null),
    hold('gribitch', 'le-fil', '2027-06-13', 1, '2027-06-01'),
    show('gribitch', 'la-vapeur', '2027-06-19'),
  );
});

describe('the list to paste', () => {
  it('when it is asked for, a message of its own is the line and nothing else', async () => {
    await desk.says('nadia', '/dispo gribitch du 11 au 20 juin');
    const got = await desk.presses('nadia', 'Liste à coller');
    expect(got.texts).toEqual(['ven. 11 et sam. 12 juin']);
    expect(got.sends.map(({ operation }) => operation.type)).toEqual(['answer', 'send']);
    expect(got.buttons).toEqual(['English', 'Seulement les week-ends', 'Avec « ça se discute »']);
  });

  it('when the year is another, it is written', async () => {
    await desk.save(...spoke(['lea', 'tom', 'malo'], '2028-01'));
    await desk.says('nadia', '/dispo gribitch du 7 au 9 janvier 2028');
    expect((await desk.presses('nadia', 'Liste à coller')).texts).toEqual(['ven. 7, sam. 8 et dim. 9 janv. 2028']);
  });

  it('when its buttons are pressed, the line changes language, days and certainty in place', async () => {
    await desk.says('nadia', '/dispo gribitch du 9 au 20 juin');
    await desk.presses('nadia', 'Liste à coller');
    const english = await desk.presses('nadia', 'English');
    expect(english.texts).toEqual(['Wed 9, Thu 10, Fri 11 and Sat 12 June']);
    expect(english.sends.map(({ operation }) => operation.type)).toEqual(['answer', 'edit']);
    expect((await desk.presses('nadia', 'Seulement les week-ends')).texts).toEqual(['Fri 11 and Sat 12 June']);
    expect((await desk.presses('nadia', 'Avec « ça se discute »')).texts).toEqual(['Fri 11, Sat 12 and Sun 20 June']);
    expect((await desk.presses('nadia', 'Français')).texts).toEqual(['ven. 11, sam. 12 et dim. 20 juin']);
    expect((await desk.presses('nadia', 'Tous les jours')).texts[0]).toMatch(/^mer\. 9, jeu\. 10,/);
    expect((await desk.presses('nadia', 'Sans « ça se discute »')).texts[0]).not.toContain('20');
  });

  it('when somebody reads English and the agency writes French, the line is French', async () => {
    await desk.says('boris', '/avail gribitch from 11 to 12 June');
    expect((await desk.presses('boris', 'List to paste')).texts).toEqual(['ven. 11 et sam. 12 juin']);
  });

  it('when nothing is free, says so', async () => {
    await desk.says('nadia', '/dispo gribitch du 14 au 18 juin');
    expect((await desk.presses('nadia', 'Liste à coller')).texts[0]).toMatch(/^Aucune date libre à coller/);
  });
});

describe('what a date leads to', () => {
  it('when a free date is to be asked of the members, only dates that could be played are offered', async () => {
    await desk.says('nadia', '/dispo gribitch juin');
    const pick = await desk.presses('nadia', 'Demander au groupe');
    expect(pick.texts[0]).toContain('/sonder Gribitch 1er juin');
    expect(pick.buttons).toEqual(expect.arrayContaining(['12', '20', '30']));
    expect(pick.buttons.filter((label) => ['13', '14', '18', '19'].includes(label))).toEqual([]);
    // Where no month is drawn, no month is announced.
    const spelled = (pick.draft.outbound ?? []).flatMap(({ operation }) =>
      operation.type === 'send' || operation.type === 'edit' ? [JSON.stringify(operation.withoutButtons)] : [],
    );
    expect(pick.texts[0]).toContain('juin 2027');
    expect(spelled.join()).toContain('1er juin');
    expect(spelled.join()).not.toContain('juin 2027');
    const begun = await desk.presses('nadia', '12');
    expect(begun.texts.join()).toMatch(/sam\. 12 juin/);
    expect((begun.draft.writes ?? []).map((write) => write.collection)).toContain('conversations');
  });

  it('when an option is to be placed, a date with an option may be chosen too, and the deal knows act and day', async () => {
    await desk.says('nadia', '/dispo gribitch juin');
    const pick = await desk.presses('nadia', 'Poser une option');
    expect(pick.buttons).toContain('13');
    const begun = await desk.presses('nadia', '12');
    expect(begun.texts).toEqual([
      'Pour quel lieu ? Écris son nom ; s’il est nouveau, je le crée avec le deal.\nPour l’instant : Gribitch, sam. 12 juin',
    ]);
    const stored = JSON.stringify(begun.draft.writes);
    expect(stored).toContain('2027-06-12');
    expect(stored).toContain('gribitch');
  });

  it('when few dates are possible, they are offered by name, which every platform can show', async () => {
    await desk.says('boris', '/avail gribitch from 11 to 15 June');
    const pick = await desk.presses('boris', 'Ask the members');
    expect(pick.buttons).toEqual(['Fri 11', 'Sat 12', 'Back']);
    const kinds = pick.sends
      .flatMap(({ operation }) => ('rows' in operation ? operation.rows.flat() : []))
      .map(({ kind }) => kind);
    expect(kinds).toEqual(['option', 'option', 'option']);
  });

  it('when somebody who plays in the act forges the choice of a date, is refused', async () => {
    await desk.says('malo', '/dispo gribitch juin');
    const got = await desk.forges('malo', 'dispo.pick:gribitch/2027-06-01~29/-/sound');
    expect([got.texts, got.toasts]).toEqual([
      [],
      ['Ces dates ne sont plus consultables ici. Redemande-les avec /dispo.'],
    ]);
    const pasted = await desk.forges('malo', 'dispo.paste:gribitch/2027-06-01~29/-/fr');
    expect([pasted.texts, pasted.toasts]).toEqual([
      [],
      ['Cette décision ne te revient pas ; la personne concernée a sa propre carte.'],
    ]);
    const other = await desk.forges('malo', 'dispo.show:barbeline/2027-06-01~29/-');
    expect(other.texts).toEqual([]);
  });

  it('when a picture is asked for, a job draws it and names everything by id', async () => {
    await desk.says('nadia', '/dispo gribitch juin');
    const got = await desk.presses('nadia', 'Image : juin');
    expect(got.toasts).toEqual(['L’image arrive.']);
    expect(got.jobs).toEqual([
      expect.objectContaining({
        name: 'booking.month-picture',
        payload: {
          artist: 'gribitch',
          month: '2027-06',
          person: 'nadia',
          bot: 'telegram:staff',
          chat: 'telegram:staff:8000',
          request: expect.any(String),
        },
      }),
    ]);
    const [first] = got.jobs;
    const [second] = (await desk.presses('nadia', 'Image : juin')).jobs;
    expect(second?.id).not.toBe(first?.id);
  });
});

describe('the key of a card', () => {
  it.each([
    [daysFromTo(day('2027-03-10'), day('2027-04-30'))],
    [[day('2027-03-12')]],
    [[day('2027-03-06'), day('2027-03-13'), day('2027-03-28'), day('2028-02-29')]],
  ])('when days stand in a key, they are read back as they were', (days) => {
    const subject = { artist: 'gribitch', days, venue: null };
    expect(subjectIn(`${subjectKey(subject)}/why/2027-03`)).toEqual({ ...subject, rest: ['why', '2027-03'] });
  });

  it.each(['', 'gribitch', 'gribitch/hier/-', 'gribitch/2027-02-30~3/-', '/2027-03-01~3/-'])(
    'when a key says « %s », it is no subject',
    (key) => {
      expect(subjectIn(key)).toBeNull();
    },
  );
});
