import { describe, expect, it } from 'vitest';
import { readDue, readPutOff, readTaskLine } from '../../../domain/task-words/index.ts';
import { type Context } from '../../../domain/spoken-days/index.ts';
import { day } from '../../support/builders.ts';

/** A Tuesday. */
const fr: Context = { today: day('2026-11-24'), locale: 'fr', holidays: { dayOf: () => null } };
const en: Context = { ...fr, locale: 'en' };
const known = ['Léa Moreau', 'Tom Garnier', 'Tom Iriarte', 'Ben Hartley', 'Nina Kowalski', 'Léonie Caron'].map(
  (name) => ({
    id: name,
    name,
  }),
);

const days: readonly (readonly [string, string, string | null, boolean, string])[] = [
  ['envoyer la fiche tech avant vendredi', '2026-11-27', null, true, 'envoyer la fiche tech'],
  ['avant vendredi, envoyer la fiche tech', '2026-11-27', null, true, 'envoyer la fiche tech'],
  ['envoyer la fiche tech à La Vapeur vendredi', '2026-11-27', null, false, 'envoyer la fiche tech à La Vapeur'],
  ['acheter des cordes pour le 12 mars', '2027-03-12', null, false, 'acheter des cordes'],
  ['appeler Karim demain', '2026-11-25', null, false, 'appeler Karim'],
  ['demain appeler Karim', '2026-11-25', null, false, 'appeler Karim'],
  ['finir le devis d’ici jeudi 18h', '2026-11-26', '18:00', false, 'finir le devis'],
  ['finir le devis jeudi à 18 h 30', '2026-11-26', '18:30', false, 'finir le devis'],
  ['appeler le Fil demain matin', '2026-11-25', '12:00', false, 'appeler le Fil'],
  ['payer le loyer avant le 5', '2026-12-05', null, true, 'payer le loyer'],
  ['payer le loyer d’ici la fin du mois', '2026-11-30', null, false, 'payer le loyer'],
  ['ranger le local cette semaine', '2026-11-29', null, false, 'ranger le local'],
  ['finir les devis sous 15 jours', '2026-12-09', null, false, 'finir les devis'],
  ['envoyer la feuille du 27 mars avant vendredi', '2026-11-27', null, true, 'envoyer la feuille du 27 mars'],
];

describe('by when', () => {
  it.each(days)('when « %s » is said, it is by %s %s', (said, wanted, time, before, rest) => {
    const { due, rest: left, ask } = readDue(said, fr);
    expect([due, left, ask]).toEqual([{ day: wanted, time, before }, rest, null]);
  });

  it.each([
    ['send the rider by thursday 6pm', '2026-11-26', '18:00', false],
    ['send the rider before Friday', '2026-11-27', null, true],
    ['call Karim tomorrow', '2026-11-25', null, false],
    ['finish it by the end of the month', '2026-11-30', null, false],
  ] as const)('when « %s » is said in English, it is by %s', (said, wanted, time, before) => {
    expect(readDue(said, en).due).toEqual({ day: wanted, time, before });
  });

  it.each([
    'préparer 3 devis',
    'appeler le 06 12 34 56 78',
    'réserver pour 6 personnes',
    'préparer le concert du 27',
    's’occuper du stage du 3 au 7 mars',
    'acheter un cadeau pour Tom',
    'voir https://x.example/2027',
  ])('when « %s » is said, nothing is said of when, and nothing is lost', (said) => {
    expect(readDue(said, fr)).toMatchObject({ due: null, ask: null, rest: said });
  });

  it('when the day is not clear, asks instead of guessing', () => {
    expect(readDue('appeler avant samedi ou dimanche', fr)).toMatchObject({ due: null, ask: { why: 'alternatives' } });
    expect(readDue('appeler Karim vendredi prochain', fr)).toMatchObject({ due: null, ask: { why: 'which-one' } });
  });

  it('when « pour le 27 mars » stands beside a due day, it is what the task is for', () => {
    expect(readDue('envoyer la fiche avant vendredi pour le 27 mars', fr)).toMatchObject({
      due: { day: '2026-11-27', before: true },
      showDay: '2027-03-27',
      dueIsShowDay: false,
      rest: 'envoyer la fiche',
    });
  });
});

describe('for whom', () => {
  it.each([
    ['Léa : envoyer la fiche', ['Léa Moreau'], 'envoyer la fiche'],
    ['lea: envoyer la fiche', ['Léa Moreau'], 'envoyer la fiche'],
    ['pour Léa et Ben : valider l’affiche', ['Léa Moreau', 'Ben Hartley'], 'valider l’affiche'],
    ['Nina, Ben & moi : charger le van', ['Nina Kowalski', 'Ben Hartley', 'me'], 'charger le van'],
    ['Tom G. : envoyer la fiche', ['Tom Garnier'], 'envoyer la fiche'],
    ['Léa envoyer la fiche', ['Léa Moreau'], 'envoyer la fiche'],
    ['envoyer la fiche à Léa', [], 'envoyer la fiche à Léa'],
    ['rappeler le Fil : demander le rooming', [], 'rappeler le Fil : demander le rooming'],
    ['rdv 18:30 au local', [], 'rdv 18:30 au local'],
  ] as const)('when « %s » is said, it is for %j', (said, ids, title) => {
    const line = readTaskLine(said, known, 'me', fr);
    expect(line.people.map(({ match }) => (match.type === 'one' ? match.id : match.type))).toEqual(ids);
    expect(line.title).toBe(title);
  });

  it('when a name fits two, or nobody, says so with the names there are', () => {
    expect(readTaskLine('Tom : appeler', known, 'me', fr).people[0]?.match).toEqual({
      type: 'several',
      ids: ['Tom Garnier', 'Tom Iriarte'],
    });
    expect(readTaskLine('Lae : appeler', known, 'me', fr).people[0]?.match).toEqual({
      type: 'none',
      near: ['Léa Moreau'],
    });
    expect(readTaskLine('Zoé : appeler', known, 'me', fr).people[0]?.match).toEqual({ type: 'none', near: [] });
  });

  it('when it is urgent, says so and leaves the word out', () => {
    expect(readTaskLine('Léa : payer le van, urgent', known, 'me', fr)).toMatchObject({
      title: 'payer le van',
      priority: 'high',
    });
    expect(readTaskLine('Ben: call the venue asap', known, 'me', en)).toMatchObject({
      title: 'call the venue',
      priority: 'high',
    });
  });
});

describe('put off', () => {
  it.each([
    ['pas avant mardi', '2026-12-01'],
    ['reporte à jeudi', '2026-11-26'],
    ['lundi', '2026-11-30'],
    ['dans une semaine', '2026-12-01'],
    ['la semaine prochaine', '2026-11-30'],
    ['demain stp', '2026-11-25'],
    ['au 5 décembre', '2026-12-05'],
    ['rappelle-moi lundi', '2026-11-30'],
  ])('when « %s » is said, it is put off to %s', (said, wanted) => {
    expect(readPutOff(said, fr)).toBe(wanted);
  });

  it.each([
    'pas dispo vendredi',
    'je verrai mardi avec Tom',
    'fait',
    'plus tard',
    'mardi ou mercredi',
    'le Fil confirme mardi',
  ])('when « %s » is said, it is not put off', (said) => {
    expect(readPutOff(said, fr)).toBeNull();
  });
});
