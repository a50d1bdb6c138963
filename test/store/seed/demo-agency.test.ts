import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { demoFolder, demoSeed, one } from './demo.ts';

const { artists, venues, people, shows, holds, absences } = await demoSeed();

function actsOf(person: string): string[] {
  return artists
    .filter((artist) => artist.members.some((member) => member.person === person))
    .map((artist) => artist.id);
}

describe('the files', () => {
  it('all together stay below 250 kB', async () => {
    const names = await readdir(demoFolder);
    const sizes = await Promise.all(names.map(async (name) => (await stat(join(demoFolder, name))).size));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(250_000);
  });

  it('hold one record a line', async () => {
    for (const name of ['people', 'artists', 'venues', 'shows', 'holds', 'absences', 'leads', 'declarations']) {
      const lines = (await readFile(join(demoFolder, `${name}.json`), 'utf8')).trimEnd().split('\n');
      expect([lines[0], lines.at(-1)]).toEqual(['[', ']']);
      expect(lines.slice(1, -1).every((line) => /^ {2}\{ "id": .* \},?$/.test(line))).toBe(true);
    }
  });
});

describe('the agency', () => {
  it('has the size of a real one', () => {
    expect(artists).toHaveLength(10);
    expect(venues).toHaveLength(120);
    expect(people.length).toBeGreaterThanOrEqual(50);
    expect(people.length).toBeLessThanOrEqual(60);
    expect(shows.length).toBeGreaterThanOrEqual(65);
    expect(holds.length).toBeGreaterThanOrEqual(55);
    expect(absences.length).toBeGreaterThanOrEqual(14);
  });

  it('has somebody in every role but guest', () => {
    const roles = new Set(people.flatMap((person) => person.roles));
    expect([...roles].sort()).toEqual(
      [
        'musician',
        'technician',
        'tour-manager',
        'booker',
        'manager',
        'communication',
        'production',
        'hr',
        'legal',
        'employee',
        'admin',
      ].sort(),
    );
  });

  it('gives every act managers who manage, bookers who book and people who play or serve the stage', () => {
    const does = (id: string, roles: string[]): boolean =>
      one(people, id).roles.some((role) => roles.includes(role)) && one(people, id).leaves === null;
    for (const artist of artists) {
      expect(artist.managers.every((id) => does(id, ['manager']))).toBe(true);
      expect(artist.bookers.every((id) => does(id, ['booker']))).toBe(true);
      const stage = artist.members.flatMap((member) => [[member.person], member.substitutes]).flat();
      expect(stage.every((id) => does(id, ['musician', 'technician', 'tour-manager']))).toBe(true);
    }
  });

  it('has at least five people who play in two acts', () => {
    expect(people.filter((person) => actsOf(person.id).length > 1).length).toBeGreaterThanOrEqual(5);
  });

  it('is reached as people are: half by Telegram first, a third by Signal first, quiet at night or never', () => {
    const share = (channel: string): number =>
      people.filter((person) => person.channels[0] === channel).length / people.length;
    expect(share('telegram')).toBeGreaterThan(0.45);
    expect(share('telegram')).toBeLessThan(0.6);
    expect(share('signal')).toBeGreaterThan(0.28);
    expect(share('signal')).toBeLessThan(0.4);
    const quiet = people.map((person) => (person.quiet === null ? 'never' : `${person.quiet.from}-${person.quiet.to}`));
    expect([...new Set(quiet)].sort()).toEqual(['21:00-09:00', 'never']);
  });

  it('puts every venue where its region is', () => {
    // West, south, east, north, in degrees, rounded outwards.
    const boxes: Record<string, [number, number, number, number]> = {
      'Auvergne-Rhône-Alpes': [2.0, 44.1, 7.2, 46.9],
      'Bourgogne-Franche-Comté': [2.8, 46.1, 7.2, 48.4],
      Bretagne: [-5.2, 47.2, -1.0, 48.9],
      'Centre-Val de Loire': [0.0, 46.3, 3.2, 49.0],
      'Grand Est': [3.3, 47.4, 8.3, 50.2],
      'Hauts-de-France': [1.3, 48.8, 4.3, 51.1],
      'Île-de-France': [1.4, 48.1, 3.6, 49.3],
      Normandie: [-2.0, 48.1, 1.9, 50.1],
      'Nouvelle-Aquitaine': [-1.9, 42.7, 2.7, 47.2],
      Occitanie: [-0.4, 42.3, 4.9, 45.1],
      'Pays de la Loire': [-2.6, 46.2, 1.0, 48.6],
      "Provence-Alpes-Côte d'Azur": [4.2, 42.9, 7.8, 45.2],
      'Bruxelles-Capitale': [4.2, 50.7, 4.5, 51.0],
      Wallonie: [2.8, 49.4, 6.5, 50.9],
      'Canton de Vaud': [6.0, 46.1, 7.3, 47.0],
      'Canton de Genève': [5.9, 46.1, 6.4, 46.4],
      'Canton de Fribourg': [6.7, 46.4, 7.4, 47.1],
      'Canton de Neuchâtel': [6.4, 46.8, 7.1, 47.2],
    };
    for (const venue of venues) {
      const [west, south, east, north] = boxes[venue.region] ?? [0, 0, 0, 0];
      const { longitude, latitude } = venue;
      const inside =
        longitude !== null &&
        latitude !== null &&
        longitude > west &&
        longitude < east &&
        latitude > south &&
        latitude < north;
      expect([venue.id, inside]).toEqual([venue.id, true]);
    }
  });
});
