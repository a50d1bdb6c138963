import { describe, expect, it } from 'vitest';
import { createSearchIndex } from '../../../agency/search/search-index.ts';
import { commitOf, put, remove, type Write } from '../../../core/commit.ts';
import { people, venues } from '../../../core/records/agency.ts';
import { leads } from '../../../core/records/booking.ts';
import { type SearchIndex } from '../../../core/search.ts';
import { createChanges } from '../../../store/changes.ts';
import { person } from '../../support/builders.ts';
import { benches, type Bench } from '../../support/store.ts';
import { lead } from '../../conversations/pipeline/office.ts';

const bench = benches();
const anything = (): boolean => true;
let step = 0;

async function save({ store }: Bench, writes: readonly Write[]): Promise<void> {
  for (let at = 0; at < writes.length; at += 500)
    await store.commit(commitOf(`save:${(step += 1)}`, { writes: writes.slice(at, at + 500) }));
}

const place = (id: string, name: string): Write =>
  put(venues, { id, name, town: 'Tours', region: '', capacity: null, latitude: null, longitude: null, contact: null });

function indexOf(corner: Bench): SearchIndex {
  return createSearchIndex(corner.store, createChanges(corner.connection));
}

async function found(index: SearchIndex, words: string): Promise<string[]> {
  const { found: hits, isGuess } = (await index.now()).find(words, anything);
  return isGuess ? [] : hits.map(({ entry }) => `${entry.kind} ${entry.id}`);
}

describe('an index that follows the change log', () => {
  it('when nothing was written since, asking again takes one exchange with the store', async () => {
    const corner = bench();
    const index = indexOf(corner);
    await save(corner, [place('le-fil', 'Le Fil')]);
    await index.now();
    const before = corner.connection.roundTrips.count();
    await index.now();
    expect(corner.connection.roundTrips.count() - before).toBe(1);
  });

  it('when a record is written, changed and deleted, it is found as it is', async () => {
    const corner = bench();
    const index = indexOf(corner);
    expect(await found(index, 'carène')).toEqual([]);
    await save(corner, [place('la-carene', 'La Carène')]);
    expect(await found(index, 'carene')).toEqual(['venue la-carene']);
    await save(corner, [place('la-carene', 'Le Vauban')]);
    expect(await found(index, 'carene')).toEqual([]);
    expect(await found(index, 'vauban')).toEqual(['venue la-carene']);
    await save(corner, [remove(venues, 'la-carene')]);
    expect(await found(index, 'vauban')).toEqual([]);
  });

  it('when a place is renamed, what belongs to it is found by its new name and not by its old one', async () => {
    const corner = bench();
    const index = indexOf(corner);
    await save(corner, [place('le-fil', 'Le Fil'), put(leads, lead(42))]);
    expect(await found(index, 'fil')).toContain('lead lead-42');
    await save(corner, [place('le-fil', 'Hydrophone')]);
    expect(await found(index, 'hydrophone')).toEqual(['venue le-fil', 'lead lead-42']);
    expect(await found(index, 'fil')).toEqual([]);
  });

  it('when several ask at once while it is built and changed, each gets what was written before they asked', async () => {
    const corner = bench();
    const index = indexOf(corner);
    await save(corner, [place('le-fil', 'Le Fil')]);
    const first = [found(index, 'fil'), found(index, 'fil'), found(index, 'fil')];
    await save(corner, [place('le-fil-2', 'Le Fil rouge')]);
    const second = [found(index, 'rouge'), found(index, 'rouge')];
    for (const one of await Promise.all(first)) expect(one).toContain('venue le-fil');
    expect(await Promise.all(second)).toEqual([['venue le-fil-2'], ['venue le-fil-2']]);
  });

  it('when the log no longer reaches back, everything is read anew and nothing is missing', async () => {
    const corner = bench();
    const index = indexOf(corner);
    await save(corner, [place('le-fil', 'Le Fil')]);
    await index.now();
    await save(corner, [place('le-nouveau', 'Le Nouveau')]);
    await corner.connection.redis.xtrim(corner.connection.key('changes'), 'MAXLEN', 0);
    await save(corner, [place('le-dernier', 'Le Dernier')]);
    expect(await found(index, 'nouveau')).toEqual(['venue le-nouveau']);
    expect(await found(index, 'dernier')).toEqual(['venue le-dernier']);
  });

  it('when the store was put back to an earlier state, what is gone is not found', async () => {
    const corner = bench();
    const index = indexOf(corner);
    await save(corner, [place('le-fil', 'Le Fil')]);
    await index.now();
    const { redis, key } = corner.connection;
    await redis.del(key('changes'), key('r:venues:le-fil'), key('all:venues'));
    expect(await found(index, 'fil')).toEqual([]);
  });
});

describe('five thousand records', () => {
  it('when they are searched, few exchanges build the index and one keeps it, and the right one comes first', async () => {
    const corner = bench();
    const count = corner.connection.roundTrips.count;
    const names = ['Astrolabe', 'Carène', 'Vauban', 'Hydrophone', 'Péniche', 'Moulin', 'Cargo', 'Ubu'];
    const nameOf = (at: number): string => `${names[at % names.length] ?? ''} ${at}`;
    await save(corner, [
      ...Array.from({ length: 1000 }, (_, at) => place(`place-${at}`, nameOf(at))),
      ...Array.from({ length: 500 }, (_, at) => put(people, person({ id: `p-${at}`, name: `Personne Numéro${at}` }))),
      ...Array.from({ length: 3500 }, (_, at) => put(leads, lead(at + 1, { venue: `place-${at % 1000}` }))),
    ]);
    const index = indexOf(corner);
    const start = count();
    await index.now();
    expect(count() - start).toBeLessThanOrEqual(10);
    expect((await found(index, 'deal 1234'))[0]).toBe('lead lead-1234');
    const before = count();
    await save(corner, [place('place-7', 'Grand Mix')]);
    const written = count();
    expect((await found(index, 'grand mix'))[0]).toBe('venue place-7');
    expect(written - before).toBe(1);
    expect(count() - written).toBeLessThanOrEqual(2);
  });
});
