import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { defineCollection } from '../../core/collection.ts';
import { commitOf, put, remove, type Write } from '../../core/commit.ts';
import { benches, note, notes, tagged, type Note } from '../support/store.ts';

const bench = benches();

const noteArbitrary = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  tags: fc.uniqueArray(fc.constantFrom('x', 'y', 'x|y=1', 'é à:{}')),
  rank: fc.integer({ min: -3, max: 1_900_000_000_000 }),
  people: fc.constant<string[]>([]),
});
const changeArbitrary = fc.oneof(
  noteArbitrary.map((value) => ({ value, id: value.id })),
  fc.constantFrom('a', 'b', 'c', 'd').map((id) => ({ value: null, id })),
);

it('whatever was written and deleted, every index finds exactly the records that a scan finds, in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(changeArbitrary, { maxLength: 3 }), { maxLength: 12 }), async (steps) => {
      const { store } = bench();
      const model = new Map<string, Note>();
      for (const [index, changes] of steps.entries()) {
        const writes: Write[] = changes.map(({ id, value }) =>
          value === null ? remove(notes, id) : put(notes, value),
        );
        await store.commit(commitOf(`s${index}`, { writes }));
        for (const { id, value } of changes)
          if (value === null) model.delete(id);
          else model.set(id, value);
      }
      const everything = (await store.all(notes)).map((record) => record.value);
      expect(new Map(everything.map((value) => [value.id, value]))).toEqual(model);
      for (const tag of ['x', 'y', 'x|y=1', 'é à:{}']) {
        const expected = [...model.values()]
          .filter((value) => value.tags.includes(tag))
          .sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
        expect(await tagged(store, tag)).toEqual(expected.map((value) => value.id));
      }
    }),
    { numRuns: 30 },
  );
});

it('when a range of scores is asked for, both ends belong to it', async () => {
  const { store } = bench();
  const ranked = [1, 2, 3, 4].map((rank) => put(notes, note(`n${rank}`, { tags: ['x'], rank })));
  await store.commit(commitOf('s', { writes: ranked }));
  expect(await tagged(store, 'x', 2, 3)).toEqual(['n2', 'n3']);
  expect(await tagged(store, 'x', 4)).toEqual(['n4']);
});

it('when several ids are asked for, each answer stands at the place of its id', async () => {
  const { store } = bench();
  await store.commit(commitOf('s', { writes: [put(notes, note('a')), put(notes, note('c'))] }));
  const found = await store.getMany(notes, ['c', 'b', 'a']);
  expect(found.map((record) => record?.value.id ?? null)).toEqual(['c', null, 'a']);
});

it('when reads are made in the same turn of the event loop, they share one round trip', async () => {
  const { store, connection } = bench();
  await store.commit(commitOf('s', { writes: [put(notes, note('a')), put(notes, note('b'))] }));
  const before = connection.roundTrips.count();
  await Promise.all([store.get(notes, 'a'), store.get(notes, 'b'), store.calendars(['person:lea'])]);
  expect(connection.roundTrips.count() - before).toBe(1);
});

const older = defineCollection<{ id: string; town: string }>({
  name: 'places',
  schema: z.strictObject({ id: z.string(), town: z.string() }),
});
const present = defineCollection<{ id: string; city: string; shape: number }>({
  name: 'places',
  schema: z.strictObject({ id: z.string(), city: z.string(), shape: z.number() }),
  shape: 3,
  upcast: (value, shape) => {
    const { id, town } = z.object({ id: z.string(), town: z.string() }).parse(value);
    return { id, city: town, shape };
  },
});

it('when a record is of an earlier shape, it is read in the present one, told which it was', async () => {
  const { store } = bench();
  await store.commit(commitOf('s', { writes: [put(older, { id: 'a', town: 'Tours' })] }));
  expect((await store.get(present, 'a'))?.value).toEqual({ id: 'a', city: 'Tours', shape: 1 });
  expect((await store.all(present)).map((record) => record.value.city)).toEqual(['Tours']);
});

it('when a record of an earlier shape is written again, it is stored in the present one', async () => {
  const { store, connection } = bench();
  await store.commit(commitOf('s', { writes: [put(older, { id: 'a', town: 'Tours' })] }));
  const read = await store.get(present, 'a');
  await store.commit(commitOf('t', { writes: read === null ? [] : [put(present, read.value)] }));
  expect(await connection.redis.hget(connection.key('r:places:a'), 's')).toBe('3');
});

it('when a record is of a later shape than this program knows, it is refused and not guessed at', async () => {
  const { store } = bench();
  await store.commit(commitOf('s', { writes: [put(present, { id: 'a', city: 'Tours', shape: 3 })] }));
  await expect(store.get(older, 'a')).rejects.toMatchObject({ code: 'store.newer_shape' });
});

it('when what is about to be stored is no valid record, it fails where it is made', () => {
  expect(() => put(notes, note('a', { rank: 1.5 }))).toThrow(z.ZodError);
});
