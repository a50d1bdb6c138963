import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Outbound } from '../../core/outbound.ts';
import { bench, most, send, start, type Sent } from '../support/pacing.ts';

describe('one private chat', () => {
  it('when five replies come at once, all go at once; the next follow one a second', async () => {
    const { clock, pacer, sent } = bench();
    void send(pacer, clock, sent, '1', 'reply', 8);
    await clock.run();
    expect(sent.map((one) => one.at - start)).toEqual([0, 0, 0, 0, 0, 1000, 2000, 3000]);
  });

  it('when it was quiet for a while, the burst is whole again and never more', async () => {
    const { clock, pacer, sent } = bench();
    await send(pacer, clock, sent, '1', 'reply', 5);
    void clock.sleep(60_000).then(() => send(pacer, clock, sent, '1', 'reply', 6));
    await clock.run();
    expect(sent.slice(5).map((one) => one.at - start - 60_000)).toEqual([0, 0, 0, 0, 0, 1000]);
  });

  it('when one chat has much to say, another chat need not wait for it', async () => {
    const { clock, pacer, sent } = bench();
    void send(pacer, clock, sent, '1', 'reply', 50);
    void send(pacer, clock, sent, '2', 'reply', 1);
    await clock.run();
    expect(sent.find((one) => one.chat === '2')?.at).toBe(start);
  });
});

describe('one group', () => {
  it('when more than twenty come, twenty go in the first minute and each further one a minute after the one twenty before', async () => {
    const { clock, pacer, sent } = bench();
    void send(pacer, clock, sent, '-100', 'reply', 45);
    await clock.run();
    const times = sent.map((one) => one.at);
    expect(most(times, 60_000)).toBe(20);
    expect(times.at(-1)).toBe(start + 120_000);
  });
});

describe('the bulk lane', () => {
  it('when thousands wait, they take the best time the limit allows: one every 1/29.5 s', async () => {
    const { clock, pacer, sent } = bench();
    for (let chat = 0; chat < 1000; chat += 1) void send(pacer, clock, sent, String(chat), 'bulk', 1);
    await clock.run();
    const took = Math.max(...sent.map((one) => one.at)) - start;
    expect(took).toBeCloseTo((999 / 29.5) * 1000, 0);
    expect(
      most(
        sent.map((one) => one.at),
        1000,
      ),
    ).toBeLessThanOrEqual(30);
  });

  it('when replies come in between, they go at once and the bulk makes room for them', async () => {
    const { clock, pacer, sent } = bench();
    for (let chat = 0; chat < 100; chat += 1) void send(pacer, clock, sent, `b${chat}`, 'bulk', 1);
    for (let chat = 0; chat < 20; chat += 1)
      void clock.sleep(chat * 100).then(() => send(pacer, clock, sent, `r${chat}`, 'reply', 1));
    await clock.run();
    const replies = sent.filter((one) => one.lane === 'reply');
    expect(replies.map((one) => one.at - start)).toEqual(Array.from({ length: 20 }, (_, index) => index * 100));
    expect(Math.max(...sent.map((one) => one.at)) - start).toBeGreaterThanOrEqual((99 / 29.5) * 1000);
  });

  it('when many chats had to wait for the same instant, they do not all go in that instant', async () => {
    const { clock, pacer, sent } = bench();
    for (let chat = 0; chat < 120; chat += 1) {
      pacer.hold(`telegram:staff:${chat}`, 10_000);
      void send(pacer, clock, sent, String(chat), 'bulk', 1);
    }
    await clock.run();
    expect(sent).toHaveLength(120);
    expect(
      most(
        sent.map((one) => one.at),
        1000,
      ),
    ).toBeLessThanOrEqual(30);
  });

  it('when a group’s messages stood far behind in the lane, those after them keep to its twenty a minute', async () => {
    const { clock, pacer, sent } = bench();
    for (let chat = 0; chat < 900; chat += 1) void send(pacer, clock, new Array<Sent>(), `crowd${chat}`, 'bulk', 1);
    void send(pacer, clock, sent, '-100', 'bulk', 25);
    void clock.sleep(45_000).then(() => send(pacer, clock, sent, '-100', 'reply', 20));
    await clock.run();
    expect(
      most(
        sent.map((one) => one.at),
        60_000,
      ),
    ).toBeLessThanOrEqual(20);
  });
});

it('whatever mixture of chats and lanes, no private chat, no group and no second of bulk goes over its limit', async () => {
  const work = fc.record({
    chat: fc.constantFrom('1', '2', '3', '-100', '-200'),
    many: fc.nat({ max: 40 }),
    lane: fc.constantFrom<Outbound['lane']>('reply', 'bulk'),
    after: fc.integer({ min: 0, max: 20_000 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(work, { minLength: 1, maxLength: 5 }), fc.nat({ max: 60 }), async (works, crowd) => {
      const { clock, pacer, sent } = bench();
      const chains = new Map<string, Promise<void>>();
      for (const { chat, many, lane, after } of works.toSorted((a, b) => a.after - b.after))
        void clock.sleep(after).then(() => {
          const queued = (chains.get(chat) ?? Promise.resolve()).then(() => send(pacer, clock, sent, chat, lane, many));
          chains.set(chat, queued);
        });
      for (let index = 0; index < crowd; index += 1) void send(pacer, clock, sent, `crowd${index}`, 'bulk', 1);
      await clock.run();
      for (const chat of ['1', '2', '3']) {
        const times = sent.filter((one) => one.chat === chat).map((one) => one.at);
        expect(most(times, 900)).toBeLessThanOrEqual(5);
        expect(most(times, 9_900)).toBeLessThanOrEqual(14);
      }
      for (const chat of ['-100', '-200'])
        expect(
          most(
            sent.filter((one) => one.chat === chat).map((one) => one.at),
            60_000,
          ),
        ).toBeLessThanOrEqual(20);
      expect(
        most(
          sent.filter((one) => one.lane === 'bulk').map((one) => one.at),
          1000,
        ),
      ).toBeLessThanOrEqual(30);
    }),
    { numRuns: 60 },
  );
}, 60_000);

describe('a time the platform named', () => {
  it('when two chats are refused in one breath, it is the bot that must wait', async () => {
    const { clock, pacer, sent } = bench();
    pacer.hold('telegram:staff:1', 3000);
    pacer.hold('telegram:staff:2', 3000);
    void send(pacer, clock, sent, '3', 'reply', 1);
    await clock.run();
    expect((sent[0]?.at ?? 0) - start).toBe(3000);
  });

  it('when it concerns one chat, that chat waits and others do not', async () => {
    const { clock, pacer, sent } = bench();
    pacer.hold('telegram:staff:1', 7000);
    void send(pacer, clock, sent, '1', 'reply', 1);
    void send(pacer, clock, sent, '2', 'reply', 1);
    await clock.run();
    expect(Object.fromEntries(sent.map((one) => [one.chat, one.at - start]))).toEqual({ '1': 7000, '2': 0 });
  });

  it('when it concerns the bot, everything waits', async () => {
    const { clock, pacer, sent } = bench();
    pacer.hold(null, 3000);
    for (const chat of ['1', '2', '-100']) void send(pacer, clock, sent, chat, 'reply', 1);
    await clock.run();
    expect(sent.map((one) => one.at - start)).toEqual([3000, 3000, 3000]);
  });

  it('when it is named while a message waits already, that message waits for it too', async () => {
    const { clock, pacer, sent } = bench();
    void send(pacer, clock, sent, '1', 'reply', 6);
    void clock.sleep(500).then(() => pacer.hold('telegram:staff:1', 10_000));
    await clock.run();
    expect((sent.at(-1)?.at ?? 0) - start).toBeGreaterThanOrEqual(10_500);
  });

  it('when it is shorter than one named before, the longer one stands', async () => {
    const { clock, pacer, sent } = bench();
    pacer.hold('telegram:staff:1', 10_000);
    pacer.hold('telegram:staff:1', 1000);
    void send(pacer, clock, sent, '1', 'reply', 1);
    await clock.run();
    expect((sent[0]?.at ?? 0) - start).toBe(10_000);
  });
});
