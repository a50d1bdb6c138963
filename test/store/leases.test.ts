import { expect, it } from 'vitest';
import { wait } from '../../core/clock.ts';
import { createLeases } from '../../store/leases.ts';
import { benches } from '../support/store.ts';

const bench = benches();
const minute = 60_000;

it('when somebody holds a lease, nobody else gets it, and the holder keeps its number on renewing', async () => {
  const leases = createLeases(bench().connection);
  const number = await leases.hold('bot', 'one', minute);
  expect(await leases.hold('bot', 'two', minute)).toBeNull();
  expect(await leases.hold('bot', 'one', minute)).toBe(number);
  expect(await leases.hold('bot', 'two', minute)).toBeNull();
});

it('when it runs out without being renewed, another takes it with a higher number', async () => {
  const leases = createLeases(bench().connection);
  const first = (await leases.hold('bot', 'one', 60)) ?? 0;
  let second = await leases.hold('bot', 'two', minute);
  for (let tries = 0; second === null && tries < 200; tries += 1) {
    await wait(10);
    second = await leases.hold('bot', 'two', minute);
  }
  expect(second).toBeGreaterThan(first);
  expect(await leases.hold('bot', 'one', minute)).toBeNull();
});

it('when it is renewed, it lasts from then on', async () => {
  const { connection } = bench();
  const leases = createLeases(connection);
  await leases.hold('bot', 'one', 1000);
  await leases.hold('bot', 'one', minute);
  expect(await connection.redis.pttl(connection.key('lease:bot'))).toBeGreaterThan(1000);
});

it('when the holder gives it back, the next need not wait', async () => {
  const leases = createLeases(bench().connection);
  const first = (await leases.hold('bot', 'one', minute)) ?? 0;
  await leases.release('bot', 'one');
  expect(await leases.hold('bot', 'two', minute)).toBeGreaterThan(first);
});

it('when somebody who does not hold it gives it back, it stays where it is', async () => {
  const leases = createLeases(bench().connection);
  await leases.hold('bot', 'one', minute);
  await leases.release('bot', 'two');
  expect(await leases.hold('bot', 'two', minute)).toBeNull();
});

it('when it runs out and is taken by another while the old holder gives it back, the new holder keeps it', async () => {
  const { connection } = bench();
  const leases = createLeases(connection);
  await leases.hold('bot', 'one', minute);
  // All three reach the server in this order, the way they do when the lease runs out between two commands of the first.
  const giving = leases.release('bot', 'one');
  const expiring = connection.redis.del(connection.key('lease:bot'));
  const taking = leases.hold('bot', 'two', minute);
  const [number] = await Promise.all([taking, expiring, giving]);
  expect(number).not.toBeNull();
  expect(await leases.hold('bot', 'three', minute)).toBeNull();
});

it('when many ask at the same moment, one gets it', async () => {
  const place = bench();
  const [here, there] = [createLeases(place.connection), createLeases(place.open())];
  const numbers = await Promise.all(
    Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? here : there).hold('bot', `h${index}`, minute)),
  );
  expect(numbers.filter((number) => number !== null)).toHaveLength(1);
});

it('when leases have different names, they do not concern each other', async () => {
  const leases = createLeases(bench().connection);
  expect(await leases.hold('bot:a', 'one', minute)).not.toBeNull();
  expect(await leases.hold('bot:b', 'two', minute)).not.toBeNull();
});
