import { expect, it } from 'vitest';
import { createDeadLetters } from '../../store/dead-letters.ts';
import { createStreams } from '../../store/streams.ts';
import { benches, deadLetters } from '../support/store.ts';

const bench = benches();

it('when an entry cannot be read, it is kept word for word and is pending no more', async () => {
  const place = bench();
  const key = place.connection.key('jobs');
  const json = '{"id":"from a later version","né":"à 14 h"}';
  const entry = await place.connection.redis.xadd(key, '*', 'd', json);
  const reader = await createStreams(place.connection, place.open).readJobs();
  const [taken] = await reader.take(1, 1000);
  expect(taken?.value).toBeNull();
  await createDeadLetters(place.connection).bury(taken ?? { stream: 'jobs', entry: '' });
  expect(await deadLetters(place.connection)).toEqual([['stream', 'jobs', 'entry', entry, 'json', json]]);
  expect(await place.connection.redis.xlen(key)).toBe(0);
  expect(await place.connection.redis.xpending(key, 'owner')).toEqual([0, null, null, null]);
});

it('when the same entry is buried again, it is kept once', async () => {
  const place = bench();
  const entry = (await place.connection.redis.xadd(place.connection.key('jobs'), '*', 'd', '{}')) ?? '';
  const dead = createDeadLetters(place.connection);
  await dead.bury({ stream: 'jobs', entry });
  await dead.bury({ stream: 'jobs', entry });
  expect(await deadLetters(place.connection)).toHaveLength(1);
});

it('when an entry does not have the field we write, all it has is kept', async () => {
  const place = bench();
  const entry = (await place.connection.redis.xadd(place.connection.key('jobs'), '*', 'x', 'un', 'd', '{}')) ?? '';
  await createDeadLetters(place.connection).bury({ stream: 'jobs', entry });
  expect((await deadLetters(place.connection))[0]?.at(-1)).toBe('["x","un","d","{}"]');
});

it('when very much is put aside, the newest ten thousand or so are kept', async () => {
  const place = bench();
  const dead = createDeadLetters(place.connection);
  await Promise.all(
    Array.from({ length: 10_500 }, (_, index) => dead.keep({ stream: 'due', entry: `r${index}`, json: '{}' })),
  );
  const kept = await deadLetters(place.connection);
  expect(kept.length).toBeGreaterThanOrEqual(10_000);
  expect(kept.length).toBeLessThan(10_300);
  expect(kept.at(-1)?.[3]).toBe('r10499');
});
