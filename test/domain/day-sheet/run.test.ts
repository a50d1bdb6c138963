import { describe, expect, it } from 'vitest';
import { artistSchema } from '../../../domain/artist.ts';
import { departureOf, mayShowNumbers, runOf, sendingDay } from '../../../domain/day-sheet/run.ts';
import { dietsOf, partyOf } from '../../../domain/day-sheet/party.ts';
import { aSheet, aShow, day } from './makers.ts';

const on = (id: string, text: string, change = {}): ReturnType<typeof aShow> =>
  aShow({ id, day: day(text), ...change });

describe('a run of shows', () => {
  const friday = on('a', '2027-03-12');
  const saturday = on('b', '2027-03-13');
  const monday = on('c', '2027-03-15');
  const thursday = on('d', '2027-03-18');

  it('when there is at most one day off between them, they are one run; further away they are not', () => {
    const all = [friday, saturday, monday, thursday];
    expect(runOf(saturday, all).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(runOf(thursday, all).map(({ id }) => id)).toEqual(['d']);
  });

  it('when one of them is cancelled or of another act, it is not of the run', () => {
    const cancelled = on('a', '2027-03-12', { state: 'cancelled' });
    const other = on('x', '2027-03-14', { artist: 'vapeur' });
    expect(runOf(saturday, [cancelled, saturday, other]).map(({ id }) => id)).toEqual(['b']);
  });

  it('when they leave the evening before the first, every sheet of the run goes out three days before that', () => {
    const departs = new Map([['a', { departs: day('2027-03-11') }]]);
    const departure = departureOf(runOf(monday, [friday, saturday, monday]), departs);
    expect(departure).toBe('2027-03-11');
    expect(sendingDay(day('2027-03-11'))).toBe('2027-03-08');
  });
});

describe('the days on which numbers are shown', () => {
  it.each([
    ['2027-03-09', false],
    ['2027-03-10', true],
    ['2027-03-14', true],
    ['2027-03-15', false],
  ])('when it is %s, for a show on the 13th: %s', (today, shown) => {
    expect(mayShowNumbers(aShow(), day(today))).toBe(shown);
  });
});

describe('the party', () => {
  const member = (person: string, needed = true): object => ({ person, part: 'x', needed, substitutes: [] });
  const act = artistSchema.parse({
    id: 'gribitch',
    name: 'Gribitch',
    status: 'active',
    members: [member('lea'), member('tom'), member('solene', false)],
    managers: ['anna'],
    bookers: ['nadia'],
    town: 'Tours',
    style: '',
  });

  it('when a substitute is named, they travel instead; who is not needed on stage comes along', () => {
    expect(partyOf(aShow({ cast: ['ines', 'tom'] }), act, aSheet()).people).toEqual(['ines', 'tom', 'solene']);
  });

  it('when somebody stays at home, they are not of it; the régisseur always is', () => {
    expect(partyOf(aShow(), act, aSheet({ home: ['tom'], regisseur: 'youssef' })).people).toEqual([
      'lea',
      'solene',
      'youssef',
    ]);
  });

  it('when diets are counted, nobody is named and letters of either size are one', () => {
    expect(
      dietsOf([{ diet: 'Végétarienne' }, { diet: 'végétarienne' }, { diet: null }, { diet: 'sans gluten' }]),
    ).toEqual([
      { known: 'vegetarian', diet: 'Végétarienne', count: 2 },
      { known: 'gluten-free', diet: 'sans gluten', count: 1 },
    ]);
  });
});
