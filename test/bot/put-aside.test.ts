import { expect, it } from 'vitest';
import { putAside } from '../../bot/put-aside.ts';
import { systemClock } from '../../core/clock.ts';
import { incidents } from '../../core/records/oversight.ts';
import { createDeadLetters } from '../../store/dead-letters.ts';
import { benches, deadLetters } from '../support/store.ts';

const bench = benches();

it('when an entry cannot be read, it is kept word for word, out of the way, and somebody is told', async () => {
  const place = bench();
  const { redis, key } = place.connection;
  await redis.xgroup('CREATE', key('in:telegram:staff'), 'owner', '0', 'MKSTREAM');
  const entry = (await redis.xadd(key('in:telegram:staff'), '*', 'd', '{"from":"a later version"}')) ?? '';
  const options = { store: place.store, deadLetters: createDeadLetters(place.connection), clock: systemClock };
  await putAside(options, { stream: 'in:telegram:staff', entry });
  expect((await deadLetters(place.connection)).map((fields) => fields.at(-1))).toEqual(['{"from":"a later version"}']);
  expect(await redis.xlen(key('in:telegram:staff'))).toBe(0);
  const told = (await place.store.all(incidents)).map(({ value }) => [value.code, value.severity]);
  expect(told).toEqual([['stream.unreadable', 'error']]);
});
