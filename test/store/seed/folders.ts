import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSeed, type SeedResult } from '../../../store/seed/seed.ts';

/** The smallest agency that holds together: one act, two people, a venue, a show, an option and an absence. */
export const smallAgency = {
  agency: {
    name: 'Petite Agence',
    contact: 'bonjour@petite.example',
    timezone: 'Europe/Paris',
    locale: 'fr',
    anchor: '2026-11-22',
  },
  people: [person('anna'), person('lea'), person('tom')],
  artists: [artist('duo', ['lea', 'tom'])],
  venues: [
    { id: 'le-fil', name: 'Le Fil', town: 'Saint-Étienne', region: '', capacity: 1200, latitude: 45.4, longitude: 4.4 },
  ],
  shows: [show('duo-1', 'duo', '2027-03-20')],
  holds: [hold('duo-2', 'duo', '2027-04-02')],
  absences: [
    {
      id: 'tom-1',
      person: 'tom',
      parts: [{ day: '2027-05-01', part: 'day' }],
      firmness: 'firm',
      condition: null,
      revision: 1,
      state: 'noted',
      notedAt: 1_790_000_000_000,
      acknowledgedBy: 'anna',
    },
  ],
};

export function person(id: string) {
  return {
    id,
    name: id,
    roles: ['musician'],
    locale: 'fr',
    timezone: 'Europe/Paris',
    quiet: null,
    channels: ['telegram'],
    joined: null,
    leaves: null,
    town: null,
    diet: null,
  };
}

export function artist(id: string, members: string[], how: { needed?: boolean; substitutes?: string[] } = {}) {
  const { needed = true, substitutes = [] } = how;
  return {
    id,
    name: id,
    status: 'active',
    members: members.map((member) => ({ person: member, part: 'chant', needed, substitutes })),
    managers: ['anna'],
    bookers: ['anna'],
    town: 'Tours',
    style: 'chanson',
  };
}

export function show(id: string, act: string, day: string) {
  return {
    id,
    artist: act,
    venue: 'le-fil',
    day,
    arrival: '15:00' as string | null,
    set: '21:30' as string | null,
    end: '22:45' as string | null,
    state: 'confirmed',
    cast: null as string[] | null,
  };
}

export function hold(id: string, act: string, day: string) {
  return { id, artist: act, venue: 'le-fil', day, rank: 1, validUntil: '2027-01-20', state: 'held', cast: null };
}

/** A fresh folder: a string or bytes are written as they are, anything else as JSON, `null` leaves the file out. */
export async function folderOf(contents: Record<string, unknown>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'regie-seed-'));
  for (const [name, content] of Object.entries({ ...smallAgency, ...contents })) {
    if (content === null) continue;
    const raw = typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content);
    await writeFile(join(folder, `${name}.json`), raw);
  }
  return folder;
}

/** Reads the small agency once `contents` replace some of its files, and leaves no folder behind. */
export async function seedResultOf(contents: Record<string, unknown>): Promise<SeedResult> {
  const folder = await folderOf(contents);
  try {
    return await readSeed(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What is wrong with the small agency once `contents` replace some of its files. */
export async function problemsOf(contents: Record<string, unknown>): Promise<readonly string[]> {
  const result = await seedResultOf(contents);
  return result.ok ? [] : result.problems;
}
