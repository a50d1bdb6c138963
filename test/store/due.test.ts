import { expect, it } from 'vitest';
import { commitOf } from '../../core/commit.ts';
import { createDueTable } from '../../store/due.ts';
import { hour, noon } from '../support/builders.ts';
import { benches, deadLetters } from '../support/store.ts';

const bench = benches();
const row = { id: 'r', kind: 'test', at: noon, payload: {} };

it('when a row cannot be read, it is handed out as such with its instant, among the others', async () => {
  const place = bench();
  const table = createDueTable(place.connection);
  await place.store.commit(
    commitOf('s', { due: [row, { ...row, id: 'broken', at: noon - 1 }, { ...row, id: 'later' }] }),
  );
  await place.connection.redis.hset(
    place.connection.key('due:rows'),
    'broken',
    '{"id":',
    'later',
    '{"id":"later","v":2}',
  );
  expect(await table.ready(noon, 10)).toEqual([
    { id: 'broken', kind: 'due.unreadable', at: noon - 1, payload: null },
    { id: 'later', kind: 'due.unreadable', at: noon, payload: null },
    row,
  ]);
});

it('when a row was armed anew while it was being read, it is not handed out before its instant', async () => {
  const place = bench();
  await place.store.commit(commitOf('s', { due: [{ ...row, at: noon + hour }] }));
  await place.connection.redis.zadd(place.connection.key('due'), noon, 'r');
  expect(await createDueTable(place.connection).ready(noon, 10)).toEqual([]);
});

it('when a row is kept, its copy is word for word; when it is gone, nothing is kept', async () => {
  const place = bench();
  const table = createDueTable(place.connection);
  await place.store.commit(commitOf('s', { due: [row] }));
  await place.connection.redis.hset(place.connection.key('due:rows'), 'r', '{"odd": 1}');
  await table.keep('r');
  await table.keep('gone');
  expect(await deadLetters(place.connection)).toEqual([['stream', 'due', 'entry', 'r', 'json', '{"odd": 1}']]);
});
