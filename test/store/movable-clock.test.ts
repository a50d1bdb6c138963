import { expect, it } from 'vitest';
import { wait, type Clock } from '../../core/clock.ts';
import {
  clockOffset,
  everyProcessFollowed,
  moveClock,
  startMovableClock,
  type MovableClock,
} from '../../store/movable-clock.ts';
import { benches } from '../support/store.ts';
import { hour, noon } from '../support/builders.ts';
import { type Connection } from '../../store/redis.ts';

const bench = benches();
const still = (now = noon): Clock => ({ now: () => now, sleep: wait });

/** Waits until the clock shows that instant. */
async function shows(clock: MovableClock, instant: number): Promise<void> {
  for (let tries = 0; clock.now() < instant && tries < 500; tries += 1) await wait(10);
  expect(clock.now()).toBe(instant);
}

async function started(connection: Connection, name: string, base = still()): Promise<MovableClock> {
  return startMovableClock(connection, name, base);
}

it('when one process moves it, every process follows and says so', async () => {
  const place = bench();
  const here = await started(place.connection, 'here');
  const there = await started(place.open(), 'there');
  const offset = await moveClock(place.connection, still(), noon + 3 * 24 * hour);
  await Promise.all([shows(here, noon + 72 * hour), shows(there, noon + 72 * hour)]);
  for (let tries = 0; !(await everyProcessFollowed(place.connection, still(), offset)) && tries < 500; tries += 1)
    await wait(10);
  expect(await everyProcessFollowed(place.connection, still(), offset)).toBe(true);
  here.stop();
  there.stop();
});

it('when it is asked to go back, it stays where it is', async () => {
  const { connection } = bench();
  await moveClock(connection, still(), noon + 5 * hour);
  expect(await moveClock(connection, still(), noon + hour)).toBe(5 * hour);
  expect(await clockOffset(connection)).toBe(5 * hour);
  const late = await started(connection, 'late');
  expect(late.now()).toBe(noon + 5 * hour);
  late.stop();
});

it('when two processes move it at the same moment, the later time stands', async () => {
  const place = bench();
  await Promise.all([
    moveClock(place.connection, still(), noon + 5 * hour),
    moveClock(place.connection, still(), noon + hour),
  ]);
  expect(await clockOffset(place.connection)).toBe(5 * hour);
});

it('when a process starts after a move, it starts at the moved time', async () => {
  const place = bench();
  await moveClock(place.connection, still(), noon + hour);
  const clock = await started(place.open(), 'new');
  expect(clock.now()).toBe(noon + hour);
  clock.stop();
});

it('when it moves past the end of a sleep, the sleeper wakes; one that is not over sleeps on', async () => {
  const { connection } = bench();
  const clock = await started(connection, 'one');
  let longIsOver = false;
  const giveUp = new AbortController();
  const short = clock.sleep(hour);
  const long = clock.sleep(3 * hour, giveUp.signal).then(() => (longIsOver = true));
  await moveClock(connection, still(), noon + 2 * hour);
  await short;
  expect(longIsOver).toBe(false);
  giveUp.abort();
  await long;
  clock.stop();
});

it('when a sleep is aborted, it ends at once and without an error', async () => {
  const clock = await started(bench().connection, 'one');
  const giveUp = new AbortController();
  giveUp.abort();
  await expect(clock.sleep(hour, giveUp.signal)).resolves.toBeUndefined();
  clock.stop();
});

it('when a live process has not followed yet, it is waited for; one that died is not', async () => {
  const { connection } = bench();
  await connection.redis.hset(connection.key('clock:seen'), 'slow', JSON.stringify({ offset: 0, at: noon }));
  expect(await everyProcessFollowed(connection, still(), hour)).toBe(false);
  expect(await everyProcessFollowed(connection, still(noon + 3_001), hour)).toBe(true);
});

it('when a process stops its clock, it is not waited for any more', async () => {
  const { connection } = bench();
  const clock = await started(connection, 'one');
  const seen = connection.key('clock:seen');
  for (let tries = 0; (await connection.redis.hlen(seen)) === 0 && tries < 500; tries += 1) await wait(10);
  clock.stop();
  for (let tries = 0; (await connection.redis.hlen(seen)) > 0 && tries < 500; tries += 1) await wait(10);
  expect(await connection.redis.hlen(seen)).toBe(0);
});
