import { describe, expect, it } from 'vitest';
import { type Absence } from '../../domain/absence.ts';
import { artistSchema, type Artist } from '../../domain/artist.ts';
import { holdSchema, showSchema, type Hold, type Show } from '../../domain/date-booking.ts';
import { impactsOf, type Surroundings } from '../../domain/impact.ts';
import { type DayPart } from '../../domain/day.ts';
import { day, noon } from '../support/builders.ts';

const away = (text: string, which: DayPart['part'] = 'day'): DayPart[] => [{ day: day(text), part: which }];

const gribitch: Artist = artistSchema.parse({
  id: 'gribitch',
  name: 'Gribitch',
  status: 'active',
  members: [
    { person: 'lea', part: 'chant', needed: true, substitutes: ['ines', 'maud'] },
    { person: 'tom', part: 'batterie', needed: false, substitutes: [] },
  ],
  managers: ['anna'],
  bookers: ['nadia'],
  town: 'Tours',
  style: 'chanson',
});

function show(changes: Partial<Show> = {}): Show {
  return showSchema.parse({
    id: 's1',
    artist: 'gribitch',
    venue: 'nef',
    day: day('2027-03-12'),
    arrival: '16:00',
    set: null,
    end: '23:00',
    state: 'confirmed',
    cast: null,
    ...changes,
  });
}

function hold(changes: Partial<Hold> = {}): Hold {
  return holdSchema.parse({
    id: 'h1',
    artist: 'gribitch',
    venue: 'nef',
    day: day('2027-03-12'),
    rank: 1,
    validUntil: day('2027-03-01'),
    state: 'held',
    cast: null,
    ...changes,
  });
}

function absence(person: string, parts: DayPart[], changes: Partial<Absence> = {}): Absence {
  return {
    id: `a-${person}`,
    person,
    parts,
    firmness: 'firm',
    condition: null,
    revision: 1,
    state: 'noted',
    notedAt: noon,
    acknowledgedBy: null,
    ...changes,
  };
}

const around = (changes: Partial<Surroundings> = {}): Surroundings => ({
  artists: [gribitch],
  holds: [],
  shows: [],
  absences: [],
  zone: 'Europe/Paris',
  today: day('2026-11-23'),
  ...changes,
});

const touched = (person: string, parts: DayPart[], given: Partial<Surroundings>) =>
  impactsOf(person, parts, around(given)).map((impact) => impact.date.id);
const standIns = (given: Partial<Surroundings>) =>
  impactsOf('lea', away('2027-03-12'), around({ shows: [show()], ...given })).flatMap((impact) => impact.substitutes);

it('when an option is past its validity, is not touched', () => {
  const given = { holds: [hold()] };
  expect(touched('lea', away(hold().day), given)).toEqual([hold().id]);
  expect(touched('lea', away(hold().day), { ...given, today: day('2027-03-02') })).toEqual([]);
});

describe('what an absence gets in the way of', () => {
  it('when a needed member is away, shows and holds of that day are touched, in the order of days', () => {
    const dates = { shows: [show({ id: 's2', day: day('2027-03-13') }), show()], holds: [hold()] };
    const parts = [...away('2027-03-12'), ...away('2027-03-13')];
    expect(touched('lea', parts, dates).toSorted()).toEqual(['h1', 's1', 's2']);
    expect(touched('lea', parts, dates).at(-1)).toBe('s2');
  });

  it('when a member is not needed, nothing is touched; unless the date names them', () => {
    expect(touched('tom', away('2027-03-12'), { shows: [show()] })).toEqual([]);
    expect(touched('tom', away('2027-03-12'), { shows: [show({ cast: ['tom', 'ines'] })] })).toEqual(['s1']);
  });

  it('when the date names a cast without the member, the member is not needed there', () => {
    expect(touched('lea', away('2027-03-12'), { shows: [show({ cast: ['ines'] })] })).toEqual([]);
    expect(touched('ines', away('2027-03-12'), { shows: [show({ cast: ['ines'] })] })).toEqual(['s1']);
  });

  it('when the date is cancelled, postponed, released or expired, it is not touched', () => {
    const shows = [show({ id: 'c', state: 'cancelled' }), show({ id: 'p', state: 'postponed' })];
    const holds = [
      hold({ id: 'r', state: 'released' }),
      hold({ id: 'e', state: 'expired' }),
      hold({ id: 'k', state: 'confirmed' }),
    ];
    expect(touched('lea', away('2027-03-12'), { shows, holds })).toEqual([]);
  });

  it('when the hours do not meet, it is not touched', () => {
    expect(touched('lea', away('2027-03-12', 'morning'), { shows: [show()] })).toEqual([]);
    expect(touched('lea', away('2027-03-12', 'evening'), { shows: [show()] })).toEqual(['s1']);
    expect(touched('lea', away('2027-03-11'), { shows: [show({ arrival: '06:00' })] })).toEqual([]);
  });

  it('when a show ends after midnight, being away that night touches it', () => {
    expect(
      touched('lea', away('2027-03-12', { from: '23:30', to: null }), { shows: [show({ end: '00:30' })] }),
    ).toEqual(['s1']);
  });

  it('when the act is not known, nothing is said about it', () => {
    expect(touched('lea', away('2027-03-12'), { shows: [show({ artist: 'other' })] })).toEqual([]);
  });
});

describe('who could stand in', () => {
  it('when everybody is free, the named substitutes in the order of preference', () => {
    expect(standIns({})).toEqual(['ines', 'maud']);
  });

  it('when a substitute is away, not them; when it can be talked about, they stay', () => {
    expect(standIns({ absences: [absence('ines', away('2027-03-12'))] })).toEqual(['maud']);
    expect(standIns({ absences: [absence('ines', away('2027-03-12'), { firmness: 'flexible' })] })).toEqual([
      'ines',
      'maud',
    ]);
    expect(standIns({ absences: [absence('ines', away('2027-03-12'), { state: 'cancelled' })] })).toEqual([
      'ines',
      'maud',
    ]);
    expect(standIns({ absences: [absence('ines', away('2027-03-12', 'morning'))] })).toEqual(['ines', 'maud']);
  });

  it('when a substitute plays elsewhere at that time, not them; earlier that day, they can', () => {
    const act: Artist = {
      ...gribitch,
      id: 'other',
      members: [{ person: 'ines', part: 'chant', needed: true, substitutes: [] }],
    };
    const artists = [gribitch, act];
    const elsewhere = (arrival: string, end: string) => show({ id: 'x', artist: 'other', arrival, end });
    expect(standIns({ artists, shows: [show(), elsewhere('18:00', '22:00')] })).toEqual(['maud']);
    expect(standIns({ artists, shows: [show(), elsewhere('08:00', '11:00')] })).toEqual(['ines', 'maud']);
  });
});
