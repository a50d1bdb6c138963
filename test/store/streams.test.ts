import { describe, expect, it } from 'vitest';
import { commitOf } from '../../core/commit.ts';
import { type Inbound } from '../../core/inbound.ts';
import { type Entry, type Reader } from '../../core/streams.ts';
import { createStreams } from '../../store/streams.ts';
import { botRef, inbound, outbound, said } from '../support/builders.ts';
import { benches, streamed, type Bench } from '../support/store.ts';

const bench = benches();
const staff = botRef('telegram:staff');
const streamsOf = (place: Bench) => createStreams(place.connection, place.open);
const event = (dedupe: string, bot = staff) => inbound(said(dedupe), { dedupe, bot });
const names = (entries: readonly Entry<Inbound>[]) => entries.map((entry) => entry.value?.dedupe ?? null);

/** What is there now, by steps of two, until a step brings nothing. */
async function drain(reader: Reader<Inbound>): Promise<(string | null)[]> {
  const all: (string | null)[] = [];
  for (;;) {
    const entries = await reader.take(2, 20);
    if (entries.length === 0) return all;
    all.push(...names(entries));
  }
}

describe('appending', () => {
  it('when the platform repeats an event, it is stored once', async () => {
    const { inbox, readInbox } = streamsOf(bench());
    expect(await inbox.append([event('1'), event('2'), event('1')])).toBe(2);
    expect(await inbox.append([event('2'), event('3')])).toBe(1);
    expect(await drain(await readInbox(staff))).toEqual(['1', '2', '3']);
  });

  it('when two readers of the platform hear the same events at once, each event is stored once', async () => {
    const place = bench();
    const other = createStreams(place.open(), place.open);
    const events = Array.from({ length: 50 }, (_, index) => event(String(index)));
    const counts = await Promise.all([streamsOf(place).inbox.append(events), other.inbox.append(events)]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(50);
  });

  it('when an event was handled and taken out, its repetition is still known', async () => {
    const { inbox, readInbox } = streamsOf(bench());
    await inbox.append([event('1')]);
    const reader = await readInbox(staff);
    for (const entry of await reader.take(1, 100)) await reader.drop(entry);
    expect(await inbox.append([event('1')])).toBe(0);
  });

  it('when events of several bots come together, each lands in the inbox of its own', async () => {
    const { inbox, readInbox } = streamsOf(bench());
    const act = botRef('telegram:gribitch');
    await inbox.append([event('s1'), event('g1', act), event('s2')]);
    expect(await drain(await readInbox(act))).toEqual(['g1']);
    expect(await drain(await readInbox(staff))).toEqual(['s1', 's2']);
  });
});

describe('reading', () => {
  it('when the reader starts again, what was taken and not finished comes first, in order, then what is new', async () => {
    const place = bench();
    const streams = streamsOf(place);
    await streams.inbox.append(['1', '2', '3', '4', '5'].map((name) => event(name)));
    const first = await streams.readInbox(staff);
    const [one, , three] = await first.take(5, 100);
    for (const entry of [one, three]) {
      if (entry !== undefined) await place.store.commit(commitOf(`done ${entry.entry}`, {}, { acknowledge: entry }));
    }
    await first.close();
    await streams.inbox.append([event('6')]);
    expect(await drain(await streams.readInbox(staff))).toEqual(['2', '4', '5', '6']);
  });

  it('when a reader goes on, it gets no entry twice although none is finished', async () => {
    const streams = streamsOf(bench());
    await streams.inbox.append(['1', '2', '3'].map((name) => event(name)));
    const reader = await streams.readInbox(staff);
    expect(await drain(reader)).toEqual(['1', '2', '3']);
    await streams.inbox.append([event('4')]);
    expect(await drain(reader)).toEqual(['4']);
  });

  it('when a reader waits, it gets what comes meanwhile at once', async () => {
    const streams = streamsOf(bench());
    const reader = await streams.readInbox(staff);
    const waiting = reader.take(10, 20_000);
    await streams.inbox.append([event('1')]);
    expect(names(await waiting)).toEqual(['1']);
  });

  it('when an entry is damaged or of a later version, it comes as null and those behind it come as well', async () => {
    const place = bench();
    const streams = streamsOf(place);
    const key = place.connection.key('in:telegram:staff');
    await place.connection.redis.xadd(key, '*', 'd', '{"half');
    await place.connection.redis.xadd(key, '*', 'd', JSON.stringify({ ...event('later'), mood: 'new' }));
    await streams.inbox.append([event('1')]);
    const reader = await streams.readInbox(staff);
    const entries = await reader.take(10, 100);
    expect(names(entries)).toEqual([null, null, '1']);
    for (const entry of entries) await reader.drop(entry);
    expect(await place.connection.redis.xlen(key)).toBe(0);
    expect((await place.connection.redis.xpending(key, 'owner'))[0]).toBe(0);
  });

  it('when a thousand are in hand, takes no more until some are finished, and then each of the rest once', async () => {
    const streams = streamsOf(bench());
    const all = Array.from({ length: 1200 }, (_, index) => String(index));
    await streams.inbox.append(all.map((name) => event(name)));
    const reader = await streams.readInbox(staff);
    const first = await reader.take(2000, 100);
    expect(first).toHaveLength(1000);
    expect(await reader.take(2000, 20)).toEqual([]);
    await Promise.all(first.slice(0, 300).map((entry) => reader.drop(entry)));
    expect([...names(first), ...(await drain(reader))]).toEqual(all);
  });

  it('when a pending entry has been deleted meanwhile, nobody gets it and nobody waits for it', async () => {
    const place = bench();
    const streams = streamsOf(place);
    await streams.inbox.append([event('1'), event('2')]);
    const [first] = await (await streams.readInbox(staff)).take(2, 100);
    await place.connection.redis.xdel(place.connection.key('in:telegram:staff'), first?.entry ?? '');
    expect(await drain(await streams.readInbox(staff))).toEqual(['2']);
    const left = await place.connection.redis.xpending(place.connection.key('in:telegram:staff'), 'owner');
    expect(left[0]).toBe(1);
  });
});

it('when a step adds messages of both lanes and several bots, each lands in its own outbox in order', async () => {
  const place = bench();
  const act = botRef('telegram:gribitch');
  const messages = [
    outbound({ id: '1' }),
    outbound({ id: '2', lane: 'bulk' }),
    outbound({ id: '3', bot: act }),
    outbound({ id: '4' }),
  ];
  await place.store.commit(commitOf('step', { outbound: messages }));
  expect(await streamed(place.connection, 'out:telegram:staff:reply')).toEqual(['1', '4']);
  const reader = await streamsOf(place).readOutbox(staff, 'bulk');
  expect((await reader.take(10, 100)).map((entry) => entry.value)).toEqual([messages[1]]);
  expect(await streamed(place.connection, 'out:telegram:gribitch:reply')).toEqual(['3']);
});
