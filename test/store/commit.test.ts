import { describe, expect, it } from 'vitest';
import { absent, calendarGuard, commitOf, put, remove, unchanged, type Draft } from '../../core/commit.ts';
import { jobOf } from '../../core/job.ts';
import { createDueTable } from '../../store/due.ts';
import { createLeases } from '../../store/leases.ts';
import { createStore } from '../../store/store.ts';
import { createStreams } from '../../store/streams.ts';
import { inbound, noon, outbound, said } from '../support/builders.ts';
import { benches, note, notes, outbox, streamed, tagged, type Bench } from '../support/store.ts';
import { prune } from '../../jobs/platform/prune.job.ts';
import { day } from '../support/builders.ts';

const bench = benches();
const job = jobOf(prune, { day: day('2027-03-10'), part: 0 });
const row = (id: string, at = noon) => ({ id, kind: 'test', at, payload: { id } });

async function readNote(place: Bench, id: string) {
  const found = await place.store.get(notes, id);
  if (found === null) throw new Error(`there is no note ${id}`);
  return found;
}

const write = (place: Bench, id: string, draft: Draft, rest: Parameters<typeof commitOf>[2] = {}) =>
  place.store.commit(commitOf(id, draft, rest));

describe('guards', () => {
  it('when a guarded record has changed since, names it and writes nothing at all', async () => {
    const place = bench();
    await write(place, 'first', { writes: [put(notes, note('a')), put(notes, note('b'))], due: [row('kept')] });
    const [a, b] = [await readNote(place, 'a'), await readNote(place, 'b')];
    await write(place, 'meanwhile', { writes: [put(notes, note('a', { rank: 7 }))] });
    const streams = createStreams(place.connection, place.open);
    await streams.inbox.append([inbound(said('bonjour'))]);
    const reader = await streams.readInbox(inbound(said('')).bot);
    const [entry] = await reader.take(1, 1000);
    const result = await write(
      place,
      'late',
      {
        guards: [unchanged(notes, a), unchanged(notes, b)],
        writes: [put(notes, note('c', { tags: ['x'], people: ['lea'] }))],
        outbound: [outbound()],
        jobs: [job],
        due: [row('new')],
        cancel: ['kept'],
      },
      { acknowledge: entry ?? null },
    );
    expect(result).toEqual({ type: 'conflict', lost: [{ collection: 'notes', id: 'a' }] });
    expect(await place.store.get(notes, 'c')).toBeNull();
    expect(await place.store.all(notes)).toHaveLength(2);
    expect(await tagged(place.store, 'x')).toEqual([]);
    expect(await outbox(place.connection, 'telegram:staff', 'reply')).toEqual([]);
    expect(await streamed(place.connection, 'jobs')).toEqual([]);
    expect(await place.store.calendars(['person:lea'])).toEqual(new Map([['person:lea', 0]]));
    const table = createDueTable(place.connection);
    expect([await table.has('new'), await table.has('kept')]).toEqual([false, true]);
    expect(await place.connection.redis.xlen(place.connection.key('in:telegram:staff'))).toBe(1);
  });

  it('when a step lost its guard, the same step may be decided again and is then done', async () => {
    const place = bench();
    await write(place, 'first', { writes: [put(notes, note('a'))] });
    const draft = { guards: [absent(notes, 'a')], writes: [put(notes, note('b'))] };
    expect((await write(place, 'step', draft)).type).toBe('conflict');
    expect((await write(place, 'step', { writes: [put(notes, note('b'))] })).type).toBe('done');
  });

  it('when a record is expected absent and exists, is a conflict; once it is deleted, is done', async () => {
    const place = bench();
    await write(place, 'first', { writes: [put(notes, note('a'))] });
    const draft = { guards: [absent(notes, 'a')], writes: [put(notes, note('a', { rank: 2 }))] };
    expect(await write(place, 'one', draft)).toEqual({ type: 'conflict', lost: [{ collection: 'notes', id: 'a' }] });
    await write(place, 'gone', { writes: [remove(notes, 'a')] });
    expect((await write(place, 'two', draft)).type).toBe('done');
  });

  it('when a record was deleted and made again, it is not mistaken for the one that was read', async () => {
    const place = bench();
    await write(place, 'first', { writes: [put(notes, note('a'))] });
    const seen = await readNote(place, 'a');
    await write(place, 'gone', { writes: [remove(notes, 'a')] });
    await write(place, 'again', { writes: [put(notes, note('a'))] });
    const result = await write(place, 'late', { guards: [unchanged(notes, seen)], writes: [remove(notes, 'a')] });
    expect(result.type).toBe('conflict');
    expect(await place.store.get(notes, 'a')).not.toBeNull();
  });

  it('when a record was deleted, its key goes after a month; made again before, it stays', async () => {
    const place = bench();
    const { redis, key } = place.connection;
    const lifetimes = () => Promise.all(['a', 'b'].map((id) => redis.pttl(key(`r:notes:${id}`))));
    await write(place, 'first', { writes: [put(notes, note('a')), put(notes, note('b'))] });
    expect(await lifetimes()).toEqual([-1, -1]);
    await write(place, 'gone', { writes: [remove(notes, 'a'), remove(notes, 'b')] });
    for (const left of await lifetimes()) expect(left).toBeGreaterThan(29 * 24 * 3_600_000);
    await write(place, 'again', { writes: [put(notes, note('a'))] });
    expect(await lifetimes()).toEqual([-1, expect.any(Number)]);
    expect((await lifetimes())[1]).toBeGreaterThan(0);
  });

  it('when a record is gone, a guard on its last version is lost', async () => {
    const place = bench();
    await write(place, 'first', { writes: [put(notes, note('a'))] });
    const seen = await readNote(place, 'a');
    await write(place, 'gone', { writes: [remove(notes, 'a')] });
    expect((await write(place, 'late', { guards: [unchanged(notes, seen)] })).type).toBe('conflict');
  });

  it('when a calendar moved since it was looked at, a decision taken from it is lost', async () => {
    const place = bench();
    const before = (await place.store.calendars(['person:lea'])).get('person:lea') ?? -1;
    const taken = () => ({ guards: [calendarGuard('person:lea', before)], writes: [put(notes, note('b'))] });
    await write(place, 'absence', { writes: [put(notes, note('a', { people: ['lea'] }))] });
    expect(await write(place, 'show', taken())).toEqual({
      type: 'conflict',
      lost: [{ collection: 'calendars', id: 'person:lea' }],
    });
  });

  it('when a thousand steps hold the same guard, exactly one is done', async () => {
    const place = bench();
    await write(place, 'first', { writes: [put(notes, note('slot'))] });
    const seen = await readNote(place, 'slot');
    const results = await Promise.all(
      Array.from({ length: 1000 }, (_, index) =>
        write(place, `claim-${index}`, {
          guards: [unchanged(notes, seen)],
          writes: [put(notes, note('slot', { rank: index }))],
          outbound: [outbound({ id: `told-${index}` })],
        }),
      ),
    );
    expect(results.filter((result) => result.type === 'done')).toHaveLength(1);
    expect(results.filter((result) => result.type === 'conflict')).toHaveLength(999);
    const winner = results.findIndex((result) => result.type === 'done');
    expect((await readNote(place, 'slot')).value.rank).toBe(winner);
    expect(await outbox(place.connection, 'telegram:staff', 'reply')).toEqual([`told-${winner}`]);
  });
});

describe('the name of a step', () => {
  it('when the same step comes twice, the second changes nothing and says so', async () => {
    const place = bench();
    const draft = { writes: [put(notes, note('a'))], outbound: [outbound()], jobs: [job], due: [row('r')] };
    expect((await write(place, 'step', draft)).type).toBe('done');
    const seen = await readNote(place, 'a');
    await write(place, 'handled', { cancel: ['r'] });
    expect((await write(place, 'step', draft)).type).toBe('already');
    expect(await readNote(place, 'a')).toEqual(seen);
    expect(await outbox(place.connection, 'telegram:staff', 'reply')).toEqual(['out:1']);
    expect(await streamed(place.connection, 'jobs')).toEqual([job.id]);
    expect(await createDueTable(place.connection).has('r')).toBe(false);
  });

  it('when two processes commit the same step at the same time, it happens once', async () => {
    const place = bench();
    const other = createStore(place.open());
    const results = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        (index % 2 === 0 ? place.store : other).commit(
          commitOf('step', { writes: [put(notes, note('a'))], outbound: [outbound()] }),
        ),
      ),
    );
    expect(results.filter((result) => result.type === 'done')).toHaveLength(1);
    expect(results.filter((result) => result.type === 'already')).toHaveLength(39);
    expect(await outbox(place.connection, 'telegram:staff', 'reply')).toHaveLength(1);
  });
});

describe('acknowledgement', () => {
  it('when a step is done, its inbox entry is gone with it; when it was done before, it goes as well', async () => {
    const place = bench();
    const streams = createStreams(place.connection, place.open);
    const reader = await streams.readInbox(inbound(said('')).bot);
    const length = () => place.connection.redis.xlen(place.connection.key('in:telegram:staff'));
    await streams.inbox.append([inbound(said('un'), { dedupe: 'd1' }), inbound(said('deux'), { dedupe: 'd2' })]);
    const [one, two] = await reader.take(10, 1000);
    await write(place, 'step', { writes: [put(notes, note('a'))] }, { acknowledge: one ?? null });
    expect(await length()).toBe(1);
    expect((await write(place, 'step', {}, { acknowledge: two ?? null })).type).toBe('already');
    expect(await length()).toBe(0);
    const pending = await place.connection.redis.xpending(place.connection.key('in:telegram:staff'), 'owner');
    expect(pending[0]).toBe(0);
  });
});

describe('due rows', () => {
  it('when rows are added, moved and cancelled, the table holds what the last step said', async () => {
    const place = bench();
    const table = createDueTable(place.connection);
    await write(place, 'one', { due: [row('a', noon), row('b', noon + 1000), row('c', noon + 2000)] });
    await write(place, 'two', { due: [row('a', noon + 3000)], cancel: ['b', 'never-there'] });
    expect((await table.ready(noon + 3000, 10)).map((found) => [found.id, found.at])).toEqual([
      ['c', noon + 2000],
      ['a', noon + 3000],
    ]);
    expect(await table.ready(noon + 1999, 10)).toEqual([]);
    expect(await table.next()).toBe(noon + 2000);
  });

  it('when a row is settled, it goes with the step, and a second step that settles it is lost', async () => {
    const place = bench();
    const table = createDueTable(place.connection);
    await write(place, 'one', { due: [row('a')] });
    expect((await write(place, 'two', { outbound: [outbound()] }, { settles: { id: 'a', at: noon } })).type).toBe(
      'done',
    );
    expect(await table.has('a')).toBe(false);
    expect(await table.next()).toBeNull();
    const late = await write(
      place,
      'three',
      { outbound: [outbound({ id: 'twice' })] },
      { settles: { id: 'a', at: noon } },
    );
    expect(late).toEqual({ type: 'conflict', lost: [{ collection: 'due', id: 'a' }] });
    expect(await outbox(place.connection, 'telegram:staff', 'reply')).toEqual(['out:1']);
  });

  it('when a row of that id waits for another instant by now, the step that settles the earlier one is lost', async () => {
    const place = bench();
    await write(place, 'one', { due: [row('a', noon + 500)] });
    const late = await write(place, 'two', { outbound: [outbound()] }, { settles: { id: 'a', at: noon } });
    expect(late.type).toBe('conflict');
    expect(await createDueTable(place.connection).next()).toBe(noon + 500);
  });

  it('when the step that settles a row puts it back for later, it waits again', async () => {
    const place = bench();
    await write(place, 'one', { due: [row('a')] });
    await write(place, 'two', { due: [row('a', noon + 500)] }, { settles: { id: 'a', at: noon } });
    expect(await createDueTable(place.connection).next()).toBe(noon + 500);
  });

  it('when a step cancels a row and adds it again, it waits at its new time', async () => {
    const place = bench();
    await write(place, 'one', { due: [row('a')] });
    await write(place, 'two', { cancel: ['a'], due: [row('a', noon + 500)] });
    expect(await createDueTable(place.connection).next()).toBe(noon + 500);
  });
});

describe('calendars', () => {
  it('when a record changes hands, the calendars of those it left and of those it took both move', async () => {
    const place = bench();
    const versions = async () => [
      ...(await place.store.calendars(['person:lea', 'person:tom', 'person:anna'])).values(),
    ];
    await write(place, 'one', { writes: [put(notes, note('show', { people: ['lea', 'tom'] }))] });
    expect(await versions()).toEqual([1, 1, 0]);
    await write(place, 'two', { writes: [put(notes, note('show', { people: ['tom', 'anna'] }))] });
    expect(await versions()).toEqual([2, 2, 1]);
    await write(place, 'three', { writes: [remove(notes, 'show')] });
    expect(await versions()).toEqual([2, 3, 2]);
  });
});

describe('the fence', () => {
  it('when the lease has another holder by now, the old number commits nothing', async () => {
    const place = bench();
    const leases = createLeases(place.connection);
    const old = (await leases.hold('bot:x', 'one', 60_000)) ?? 0;
    await leases.release('bot:x', 'one');
    const current = (await leases.hold('bot:x', 'two', 60_000)) ?? 0;
    const draft = { writes: [put(notes, note('a'))] };
    expect(await write(place, 'old', draft, { fence: { lease: 'bot:x', number: old } })).toEqual({ type: 'fenced' });
    expect(await place.store.get(notes, 'a')).toBeNull();
    expect((await write(place, 'new', draft, { fence: { lease: 'bot:x', number: current } })).type).toBe('done');
  });

  it('when the lease has run out and nobody took it, its number commits nothing', async () => {
    const place = bench();
    const leases = createLeases(place.connection);
    const number = (await leases.hold('bot:x', 'one', 60_000)) ?? 0;
    await leases.release('bot:x', 'one');
    expect((await write(place, 'late', {}, { fence: { lease: 'bot:x', number } })).type).toBe('fenced');
  });
});
