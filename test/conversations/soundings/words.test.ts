import { describe, expect, it } from 'vitest';
import { readDeadline } from '../../../conversations/soundings/deadline.ts';
import { readPeople } from '../../../conversations/soundings/people.ts';
import { dayAt, instantOf, timeAt, type Day } from '../../../domain/day.ts';
import { daySchema } from '../../../domain/schemas.ts';
import { chaseTimes, laterDay, soundingDeadline } from '../../../domain/sounding.ts';

const zone = 'Europe/Paris';
/** A Tuesday. */
const today = daySchema.parse('2027-03-02');
const now = instantOf(today, '10:00', zone);

function read(text: string, locale: 'fr' | 'en' = 'fr'): { rest: string; at: string | null } {
  const { rest, at } = readDeadline(text, { days: { today, locale, holidays: { dayOf: () => null } }, now, zone });
  return { rest, at: at === null ? null : `${dayAt(at, zone)} ${timeAt(at, zone)}` };
}

describe('the deadline in a line', () => {
  it.each([
    ['gribitch 13 mars le fil avant jeudi 18h', 'gribitch 13 mars le fil', '2027-03-04 18:00'],
    ['gribitch 13 mars avant jeudi 18 h le fil', 'gribitch 13 mars le fil', '2027-03-04 18:00'],
    ['réponse avant jeudi à 9h30', '', '2027-03-04 09:30'],
    ['avant vendredi midi', '', '2027-03-05 12:00'],
    ['avant 18h jeudi', '', '2027-03-04 18:00'],
    ['d’ici vendredi', '', '2027-03-05 18:00'],
    ["d'ici au 8 mars", '', '2027-03-08 18:00'],
    ['avant vendredi', '', '2027-03-04 18:00'],
    ['avant demain', '', '2027-03-02 18:00'],
    ['avant 18 h', '', '2027-03-02 18:00'],
    ['avant 9h', '', '2027-03-03 09:00'],
    ['sous 48 h', '', '2027-03-04 10:00'],
    ['seulement Léa, avant ce soir', 'seulement Léa,', '2027-03-02 20:00'],
  ])('when somebody writes « %s », the rest is « %s » and the answers are due %s', (text, rest, at) => {
    expect(read(text)).toEqual({ rest, at });
  });

  it.each([
    ['gribitch 13 March le fil before Thursday 6pm', 'gribitch 13 March le fil', '2027-03-04 18:00'],
    ['by Friday noon', '', '2027-03-05 12:00'],
    ['by Friday', '', '2027-03-05 18:00'],
  ])('when somebody writes "%s", the rest is "%s" and the answers are due %s', (text, rest, at) => {
    expect(read(text, 'en')).toEqual({ rest, at });
  });

  it.each(['gribitch 13 mars le fil', 'pas avant que Tom réponde', 'avant tout, gribitch le 13 mars'])(
    'when nothing is said of it, as in « %s », nothing is taken',
    (text) => {
      expect(read(text)).toEqual({ rest: text, at: null });
    },
  );
});

describe('the deadline of a sounding', () => {
  const at = (day: string, time: string): number => instantOf(daySchema.parse(day), time, zone);

  it('when nothing is said, it is 18 h two days later', () => {
    expect(soundingDeadline(null, daySchema.parse('2027-03-13'), now, zone)).toBe(at('2027-03-04', '18:00'));
  });

  it('when the date comes before that, it is the evening before the date, and never after it', () => {
    expect(soundingDeadline(null, daySchema.parse('2027-03-04'), now, zone)).toBe(at('2027-03-03', '18:00'));
    expect(soundingDeadline(at('2027-03-20', '18:00'), daySchema.parse('2027-03-13'), now, zone)).toBe(
      at('2027-03-04', '18:00'),
    );
    expect(soundingDeadline(null, today, now, zone)).toBe(at('2027-03-02', '12:00'));
  });

  it('when it is far, the silent are chased at half time and when the last third begins', () => {
    expect(chaseTimes({ askedAt: 0, deadline: 600 })).toEqual([300, 400]);
  });

  it.each<[string, string, Day | null]>([
    ['the day of the deadline', '2027-03-04 18:00', daySchema.parse('2027-03-04')],
    ['tomorrow when the deadline is tomorrow', '2027-03-03 18:00', daySchema.parse('2027-03-03')],
    ['tomorrow when the deadline is too early in its day', '2027-03-04 08:00', daySchema.parse('2027-03-03')],
    ['the day after tomorrow when the deadline is far', '2027-03-20 18:00', daySchema.parse('2027-03-04')],
    ['no day at all when the deadline is today', '2027-03-02 18:00', null],
    ['no day at all when the deadline comes before the next morning', '2027-03-03 08:00', null],
  ])('when somebody wants to wait, it is to %s', (_, deadline, day) => {
    const [on = '', time = ''] = deadline.split(' ');
    expect(laterDay(now, at(on, time), zone)).toBe(day);
  });
});

describe('the people in a line', () => {
  const known = [
    { id: 'lea', name: 'Léa Moreau' },
    { id: 'tom', name: 'Tom Garnier' },
    { id: 'ines', name: 'Inès Belkacem' },
    { id: 'ben', name: 'Ben Hartley' },
  ];

  it.each([
    ['seulement Léa et Tom', 'only', ['lea', 'tom']],
    ['Lea, tom', 'only', ['lea', 'tom']],
    ['sauf Ben', 'remove', ['ben']],
    ['pas Ben ni Léa Moreau', 'remove', ['ben', 'lea']],
    ['aussi Inès', 'add', ['ines']],
    ['Inès aussi', 'add', ['ines']],
    ['demande aussi à Inès', 'add', ['ines']],
    ['only Ben and Tom', 'only', ['ben', 'tom']],
    ['but not Ben', 'remove', ['ben']],
  ])('when a correction says « %s », it means %s', (text, how, persons) => {
    expect(readPeople(text, known, true)).toEqual({ rest: '', said: { how, persons } });
  });

  it('when a name stands in a first line without a word that points to people, it is left to the others', () => {
    expect(readPeople('gribitch 13 mars chez Tom', known, false).said).toBeNull();
    expect(readPeople('gribitch 13 mars seulement Tom', known, false)).toEqual({
      rest: 'gribitch 13 mars',
      said: { how: 'only', persons: ['tom'] },
    });
  });

  it('when a word only begins like a name, it is none', () => {
    expect(readPeople('plutôt tomate, benjamin', known, true).said).toBeNull();
  });
});
