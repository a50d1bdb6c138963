import { expect, it } from 'vitest';
import { virtualTime } from '../../bench/virtual-time.ts';

it('when nothing is under way, sleepers wake in the order of their time, on whole milliseconds', async () => {
  const time = virtualTime(1000);
  const woke: [string, number][] = [];
  for (const [name, ms] of [
    ['late', 20.2],
    ['soon', 3.9],
  ] as const)
    void time.sleep(ms).then(() => woke.push([name, time.now()]));
  await time.lead(
    () => false,
    () => woke.length === 2,
  );
  expect(woke).toEqual([
    ['soon', 1004],
    ['late', 1021],
  ]);
});

it('when work is under way, time stands still until it is finished', async () => {
  const time = virtualTime(0);
  let work = true;
  let at = -1;
  void time.sleep(10).then(() => (at = time.now()));
  setTimeout(() => {
    expect(time.now()).toBe(0);
    work = false;
  }, 20);
  await time.lead(
    () => work,
    () => at >= 0,
  );
  expect(at).toBe(10);
});

it('when a sleep is ended, it ends at once', async () => {
  const time = virtualTime(0);
  const ending = new AbortController();
  const sleeping = time.sleep(10, ending.signal);
  ending.abort();
  await sleeping;
  await time.sleep(10, ending.signal);
  expect(time.now()).toBe(0);
});
