import { describe, expect, it } from 'vitest';
import { wait } from '../../core/clock.ts';
import { commitOf, put, type DueRow } from '../../core/commit.ts';
import { runDue, type DueHandler } from '../../core/due-runner.ts';
import { type DueTable } from '../../core/due.ts';
import { systemRandom } from '../../core/random.ts';
import { people } from '../../core/records/agency.ts';
import { accounts } from '../../core/records/identity.ts';
import { incidents } from '../../core/records/oversight.ts';
import { createDueTable } from '../../store/due.ts';
import { createStore } from '../../store/store.ts';
import { account, hour, noon, outbound, person } from '../support/builders.ts';
import { silentLog } from '../support/silent-log.ts';
import { benches, deadLetters, note, notes, outbox, type Bench } from '../support/store.ts';
import { services } from '../support/turn.ts';

const bench = benches();
const row = (id: string, at = noon, kind = 'test'): DueRow => ({ id, kind, at, payload: { id } });

/** A runner over a clock that tests move, on a connection of its own. */
function runner(place: Bench, handle: DueHandler, seen?: DueTable) {
  const connection = place.open();
  const store = createStore(connection);
  const table = seen ?? createDueTable(connection);
  const stopping = new AbortController();
  const time = { now: noon };
  const running = runDue(
    {
      store,
      table,
      clock: { now: () => time.now, sleep: wait },
      log: silentLog,
      handlers: new Map([['test', handle]]),
      services: async () => services({ store, now: time.now, random: systemRandom }),
    },
    stopping.signal,
  );
  return {
    time,
    table,
    store,
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

const told = (place: Bench) => outbox(place.connection, 'telegram:staff', 'reply');
const add = (place: Bench, ...rows: DueRow[]) =>
  place.store.commit(commitOf(`add ${rows.map((one) => `${one.id}${one.at}`).join()}`, { due: rows }));

it('when several runners scan the same table, each row is handled once', async () => {
  const place = bench();
  await add(place, ...Array.from({ length: 30 }, (_, index) => row(`r${index}`, noon - index)));
  const handle: DueHandler = async (_step, due) => ({ outbound: [outbound({ id: due.id })] });
  const runners = [runner(place, handle), runner(place, handle), runner(place, handle)];
  await expect.poll(() => runners[0]?.table.next(), { timeout: 10_000 }).toBeNull();
  await Promise.all(runners.map((one) => one.stop()));
  expect((await told(place)).toSorted()).toEqual(Array.from({ length: 30 }, (_, index) => `r${index}`).toSorted());
});

it('when a row is for later, it waits until the clock is there, to the millisecond', async () => {
  const place = bench();
  await add(place, row('soon', noon - 1), row('later', noon + hour));
  const one = runner(place, async (_step, due) => ({ outbound: [outbound({ id: due.id })] }));
  await expect.poll(() => told(place), { timeout: 10_000 }).toEqual(['soon']);
  expect(await one.table.next()).toBe(noon + hour);
  one.time.now = noon + hour;
  await expect.poll(() => told(place), { timeout: 10_000 }).toEqual(['soon', 'later']);
  await one.stop();
});

it('when rows were missed while nothing ran, they are handled late, the oldest first', async () => {
  const place = bench();
  await add(place, row('b', noon - hour), row('c', noon - 1), row('a', noon - 48 * hour));
  const one = runner(place, async (_step, due) => ({ outbound: [outbound({ id: due.id })] }));
  await expect.poll(() => told(place), { timeout: 10_000 }).toEqual(['a', 'b', 'c']);
  await one.stop();
});

it('when what was decided on changed meanwhile, it is decided again from what is true now', async () => {
  const place = bench();
  await place.store.commit(commitOf('first', { writes: [put(notes, note('a'))] }));
  await add(place, row('r'));
  let decisions = 0;
  const one = runner(place, async (step) => {
    decisions += 1;
    const found = await step.store.get(notes, 'a');
    if (decisions === 1) await place.store.commit(commitOf('other', { writes: [put(notes, note('a', { rank: 1 }))] }));
    return {
      guards: [{ collection: 'notes', id: 'a', version: found?.version ?? -1 }],
      outbound: [outbound({ id: `rank ${found?.value.rank ?? ''}` })],
    };
  });
  await expect.poll(() => told(place), { timeout: 10_000 }).toEqual(['rank 1']);
  await one.stop();
});

it('when a handler fails once, the row is tried again a little later and is then gone', async () => {
  const place = bench();
  await add(place, row('r'));
  let tries = 0;
  const one = runner(place, async () => {
    tries += 1;
    if (tries === 1) throw new Error('down');
    return { outbound: [outbound({ id: 'at last' })] };
  });
  await expect.poll(() => one.table.next(), { timeout: 10_000 }).toBeGreaterThan(noon);
  one.time.now = noon + hour;
  await expect.poll(() => told(place), { timeout: 10_000 }).toEqual(['at last']);
  expect(await one.table.next()).toBeNull();
  await one.stop();
});

it('when a handler always fails, the row is given up after five attempts, each later than the last, with one incident', async () => {
  const place = bench();
  await add(place, row('r'));
  let tries = 0;
  const one = runner(place, async () => {
    tries += 1;
    throw new Error('down');
  });
  const waits: number[] = [];
  for (let attempt = 1; attempt <= 8; attempt += 1) {
    await expect.poll(() => tries, { timeout: 10_000 }).toBe(attempt);
    await expect.poll(async () => (await one.table.next()) !== one.time.now, { timeout: 10_000 }).toBe(true);
    const next = await one.table.next();
    if (next === null) break;
    waits.push(next - one.time.now);
    one.time.now = next;
  }
  await one.stop();
  expect(tries).toBe(5);
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  expect(new Set(waits).size).toBe(waits.length);
  const found = await place.store.all(incidents);
  expect(found.map(({ value }) => [value.severity, value.code, value.detail])).toEqual([
    ['critical', 'unexpected.error', 'r'],
  ]);
});

it('when nobody knows the kind of a row, it goes with an incident and those behind it are handled', async () => {
  const place = bench();
  await add(place, row('strange', noon - 1, 'from.a.later.version'), row('known'));
  const one = runner(place, async (_step, due) => ({ outbound: [outbound({ id: due.id })] }));
  await expect.poll(() => told(place), { timeout: 10_000 }).toEqual(['known']);
  await expect.poll(() => one.table.next(), { timeout: 10_000 }).toBeNull();
  await one.stop();
  const found = await place.store.all(incidents);
  expect(found.map((incident) => incident.value.code)).toEqual(['due.unknown_kind']);
});

describe('a row that can never be handled', () => {
  const pass: DueHandler = async (_step, due) => ({ outbound: [outbound({ id: due.id })] });
  const onCall = (place: Bench) =>
    place.store.commit(
      commitOf('on call', {
        writes: [
          put(people, person({ id: 'olivier', roles: ['admin'], quiet: { from: '00:00', to: '23:59' } })),
          put(accounts, account({ person: 'olivier' })),
        ],
      }),
    );

  it('when a row cannot be read, it is kept as stored with a critical incident, and those behind it are handled', async () => {
    const place = bench();
    await add(place, row('odd', noon - 1), row('known'));
    const json = '{"id":"odd","kind":"test","at":1,"urgency":"of a later version"}';
    await place.connection.redis.hset(place.connection.key('due:rows'), 'odd', json);
    const one = runner(place, pass);
    await expect.poll(() => told(place), { timeout: 10_000 }).toEqual(['known']);
    await expect.poll(() => one.table.next(), { timeout: 10_000 }).toBeNull();
    await one.stop();
    expect((await place.store.all(incidents)).map(({ value }) => [value.severity, value.code, value.detail])).toEqual([
      ['critical', 'due.unreadable', 'odd'],
    ]);
    expect(await deadLetters(place.connection)).toEqual([['stream', 'due', 'entry', 'odd', 'json', json]]);
  });

  it('when it is given up, those on call are told in their quiet hours too, and what it was to do is kept', async () => {
    const place = bench();
    await onCall(place);
    await add(place, row('strange', noon - 1, 'from.a.later.version'));
    const one = runner(place, pass);
    await expect.poll(() => one.table.next(), { timeout: 10_000 }).toBeNull();
    await one.stop();
    expect(await told(place)).toEqual([expect.stringMatching(/^incident\.due:strange:\d+\.olivier:0$/)]);
    expect((await deadLetters(place.connection)).map((fields) => fields[3])).toEqual(['strange']);
  });

  it('when those on call cannot be read either, both are noted and the row goes', async () => {
    const place = bench();
    await onCall(place);
    await place.connection.redis.hset(place.connection.key('r:people:olivier'), 's', 99);
    await add(place, row('strange', noon - 1, 'from.a.later.version'));
    const one = runner(place, pass);
    await expect.poll(() => one.table.next(), { timeout: 10_000 }).toBeNull();
    await one.stop();
    const found = await place.store.all(incidents);
    expect(found.map(({ value }) => value.code).toSorted()).toEqual(['due.unknown_kind', 'store.newer_shape']);
  });

  it('when what it leads to cannot be committed, those behind it are handled all the same', async () => {
    const place = bench();
    await add(place, row('broken', noon - 1), row('known'));
    const value = { json: '{}', shape: 1, indexes: ['no score|tag=x'], calendars: [] };
    const one = runner(place, async (step, due) =>
      due.id === 'broken' ? { writes: [{ collection: 'notes', id: 'x', value }] } : pass(step, due),
    );
    await expect.poll(() => told(place), { timeout: 10_000 }).toEqual(['known']);
    await one.stop();
  });
});

it('when a row is made again for the same instant after it was handled, it is handled again', async () => {
  const place = bench();
  await add(place, row('r'));
  let handled = 0;
  const one = runner(place, async (_step, due) => ({ outbound: [outbound({ id: `${due.id} ${(handled += 1)}` })] }));
  await expect.poll(() => one.table.next(), { timeout: 10_000 }).toBeNull();
  await place.store.commit(commitOf('once more', { due: [row('r')] }));
  await expect.poll(() => one.table.next(), { timeout: 5000 }).toBeNull();
  await one.stop();
  expect(await told(place)).toHaveLength(2);
});

it('when another runner handled a row and armed it anew since it was read, the one that comes late leaves it alone', async () => {
  const place = bench();
  const table = createDueTable(place.connection);
  await add(place, row('daily', noon + 24 * hour));
  const asRead = [[row('daily', noon)], []];
  let scans = 0;
  const late = runner(
    place,
    async (_step, due) => ({ outbound: [outbound({ id: due.id })], due: [row('daily', noon + 48 * hour)] }),
    {
      ...table,
      ready: async () => asRead[(scans += 1) - 1] ?? [],
    },
  );
  await expect.poll(() => scans, { timeout: 10_000 }).toBeGreaterThan(1);
  await late.stop();
  expect(await told(place)).toEqual([]);
  expect(await table.next()).toBe(noon + 24 * hour);
});
