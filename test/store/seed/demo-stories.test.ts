import { describe, expect, it } from 'vitest';
import { neededMember } from '../../../domain/artist.ts';
import { demoSeed, one, onTheRoad } from './demo.ts';

const seed = await demoSeed();
const { artists, venues, people, shows, holds, absences } = seed;
const confirmed = shows.filter((show) => show.state === 'confirmed');
const held = holds.filter((hold) => hold.state === 'held');

describe('what the stories count on', () => {
  const gribitch = one(artists, 'gribitch');

  it('Gribitch comes first, with Léa singing, Tom on drums and Inès in for Léa', () => {
    expect(artists[0]).toBe(gribitch);
    expect(gribitch.members.slice(0, 2)).toMatchObject([
      { person: 'lea-moreau', part: 'chant', needed: true, substitutes: ['ines-belkacem'] },
      { person: 'tom-garnier', part: 'batterie', needed: true },
    ]);
    expect(neededMember(gribitch, 'lea-moreau')?.substitutes).toEqual(['ines-belkacem']);
    expect(gribitch.managers[0]).toBe('anna-kervella');
    expect(gribitch.bookers).toContain('nadia-benali');
  });

  it('La Vapeur holds Gribitch first on Sunday 14 March 2027, until 20 January', () => {
    expect(one(holds, 'gribitch-2027-03-14-la-vapeur')).toMatchObject({
      id: 'gribitch-2027-03-14-la-vapeur',
      artist: 'gribitch',
      venue: 'la-vapeur-dijon',
      day: '2027-03-14',
      rank: 1,
      validUntil: '2027-01-20',
      state: 'held',
      cast: null,
    });
    expect(one(venues, 'la-vapeur-dijon')).toMatchObject({ name: 'La Vapeur', town: 'Dijon' });
  });

  it('nobody of Gribitch, nor Inès, has anything else from 12 to 15 March 2027', () => {
    const team = new Set([...gribitch.members.map((member) => member.person), 'ines-belkacem']);
    const days = new Set<string>(['2027-03-12', '2027-03-13', '2027-03-14', '2027-03-15']);
    const taken = [...shows, ...held].filter(
      (date) => days.has(date.day) && onTheRoad(seed, date).some((person) => team.has(person)),
    );
    expect(taken.map((date) => date.id)).toEqual(['gribitch-2027-03-14-la-vapeur']);
    expect(
      absences.filter((absence) => team.has(absence.person) && absence.parts.some((part) => days.has(part.day))),
    ).toEqual([]);
  });

  it('Gribitch plays La Tannerie on Saturday 20 March 2027 at 21:30, so that Le Fil is still to be had', () => {
    expect(shows.some((show) => show.artist === 'gribitch' && show.venue === 'le-fil-saint-etienne')).toBe(false);
    expect(one(shows, 'gribitch-2027-03-20-la-tannerie')).toMatchObject({
      venue: 'la-tannerie-bourg-en-bresse',
      arrival: '15:00',
      set: '21:30',
      end: '22:45',
      state: 'confirmed',
    });
  });

  it('one set is at half past midnight', () => {
    expect(shows.some((show) => show.set === '00:30')).toBe(true);
  });

  it('somebody of Gribitch plays with another act in the week of 8 March 2027', () => {
    const week = confirmed.filter((show) => show.day >= '2027-03-08' && show.day <= '2027-03-14');
    expect(
      week.some(
        (show) =>
          show.artist !== 'gribitch' &&
          onTheRoad(seed, show).some((person) => gribitch.members.some((member) => member.person === person)),
      ),
    ).toBe(true);
  });

  it('somebody is replaced on a show, and firmly away that day', () => {
    const replaced = confirmed.filter((show) => show.cast !== null);
    expect(replaced.length).toBeGreaterThan(0);
    for (const show of replaced) {
      const missing = one(artists, show.artist).members.filter(
        (member) => member.needed && !(show.cast ?? []).includes(member.person),
      );
      expect(missing.length).toBe(1);
      expect(missing[0]?.substitutes.some((id) => show.cast?.includes(id))).toBe(true);
      expect(
        absences.some(
          (absence) => absence.person === missing[0]?.person && absence.parts.some((part) => part.day === show.day),
        ),
      ).toBe(true);
    }
  });

  it('people prefer the channels the stories reach them on', () => {
    const first = (id: string): string | undefined => one(people, id).channels[0];
    expect(first('lea-moreau')).toBe('signal');
    expect(first('tom-garnier')).toBe('telegram');
    expect(first('nadia-benali')).toBe('telegram');
    expect(first('marc-delaunay')).toBe('telegram');
    expect(first('anna-kervella')).toBe('signal');
  });

  it('the bassist from Bristol and the engineer from Dublin are spoken to in English, on their own clocks', () => {
    expect(one(people, 'ben-hartley')).toMatchObject({ locale: 'en', timezone: 'Europe/London', town: 'Bristol' });
    expect(one(people, 'declan-byrne')).toMatchObject({ locale: 'en', timezone: 'Europe/Dublin', town: 'Dublin' });
  });
});
