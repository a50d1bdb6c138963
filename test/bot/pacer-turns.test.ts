import { describe, expect, it } from 'vitest';
import { createPacer, type Pacer } from '../../bot/pacer.ts';
import { type ChannelLimits } from '../../core/channel.ts';
import { chatRef, outbound } from '../support/builders.ts';
import { bench, limits, send, start, type Sent } from '../support/pacing.ts';
import { virtualClock, type VirtualClock } from '../support/virtual-clock.ts';

describe('turns of the bulk lane', () => {
  const told = (pacer: Pacer, clock: VirtualClock, sent: Sent[], campaign: string, people: number) => {
    for (let one = 0; one < people; one += 1) {
      const chat = `${campaign}${one}`;
      const message = outbound({
        chat: chatRef(`telegram:staff:${chat}`),
        lane: 'bulk',
        notification: `${campaign}.${chat}`,
      });
      void pacer
        .turn(message, false, new AbortController().signal)
        .then(() => sent.push({ chat, lane: 'bulk', at: clock.now() }));
    }
  };

  it('when three people are told something while a thousand are told something else, the three wait for a few turns', async () => {
    const { clock, pacer, sent } = bench();
    told(pacer, clock, sent, 'big', 1000);
    void clock.sleep(5_000).then(() => told(pacer, clock, sent, 'small', 3));
    await clock.run();
    const small = sent.filter((one) => one.chat.startsWith('small')).map((one) => one.at - start - 5_000);
    expect(Math.max(...small)).toBeLessThan(300);
    expect(sent).toHaveLength(1003);
  });

  it('when news come to one person in a row, they come one a second and leave the burst to replies', async () => {
    const { clock, pacer, sent } = bench();
    void send(pacer, clock, sent, '1', 'bulk', 3);
    await clock.run();
    expect(sent.map((one) => one.at - start)).toEqual([0, 1000, 2000]);
  });

  it('when a message became three on the platform, all three count', async () => {
    const { clock, pacer, sent } = bench();
    await send(pacer, clock, sent, '-100', 'reply', 1);
    pacer.arrived('telegram:staff:-100', 3);
    void send(pacer, clock, sent, '-100', 'reply', 18);
    await clock.run();
    expect(sent.map((one) => one.at - start).filter((at) => at >= 60_000)).toHaveLength(1);
  });

  it('when the wait is ended, everybody goes on at once', async () => {
    const { clock, pacer } = bench();
    const ending = new AbortController();
    const message = outbound({ chat: chatRef('telegram:staff:1'), lane: 'bulk' });
    pacer.hold(null, 60_000);
    const waiting = pacer.turn(message, false, ending.signal);
    ending.abort();
    await waiting;
    await pacer.turn(message, false, ending.signal);
    expect(clock.now()).toBe(start);
  });
});

describe('a gentle channel', () => {
  const gentle: ChannelLimits = {
    ...limits,
    perSecond: 1,
    mostPerSecond: 10,
    groupPerMinute: 10,
    gently: { firstGapMs: 4000, overMessages: 4, restMs: 300_000 },
  };
  const gentleBench = () => {
    const clock = virtualClock(start);
    return { clock, pacer: createPacer(gentle, clock), sent: new Array<Sent>() };
  };
  const crowd = (pacer: Pacer, clock: VirtualClock, sent: Sent[], people: number, from = 0) => {
    for (let chat = from; chat < from + people; chat += 1) void send(pacer, clock, sent, String(chat), 'bulk', 1);
  };

  it('when bulk begins, it begins slowly and reaches its even pace', async () => {
    const { clock, pacer, sent } = gentleBench();
    crowd(pacer, clock, sent, 7);
    await clock.run();
    const times = sent.map((one) => one.at - start);
    expect(times.slice(1).map((at, index) => at - (times[index] ?? 0))).toEqual([4000, 3250, 2500, 1750, 1000, 1000]);
  });

  it('when it rested, it begins slowly again', async () => {
    const { clock, pacer, sent } = gentleBench();
    crowd(pacer, clock, sent, 7);
    void clock.sleep(1_000_000).then(() => crowd(pacer, clock, sent, 2, 7));
    await clock.run();
    expect((sent[8]?.at ?? 0) - (sent[7]?.at ?? 0)).toBe(4000);
  });

  it('when a group and many people wait, the group comes first', async () => {
    const { clock, pacer, sent } = gentleBench();
    crowd(pacer, clock, sent, 5);
    void send(pacer, clock, sent, '-100', 'bulk', 1);
    await clock.run();
    expect(sent[1]?.chat).toBe('-100');
  });

  it('when it is refused without a time, that chat and all bulk rest a minute, then two; replies to others go on', async () => {
    const { clock, pacer, sent } = gentleBench();
    pacer.limited('telegram:staff:1');
    crowd(pacer, clock, sent, 3);
    void send(pacer, clock, sent, '9', 'reply', 1);
    await clock.run();
    expect(sent.map((one) => [one.chat, one.at - start])).toEqual([
      ['9', 0],
      ['0', 61_000],
      ['1', 65_000],
      ['2', 68_250],
    ]);
    pacer.limited('telegram:staff:1');
    const again = clock.now();
    crowd(pacer, clock, sent, 1, 3);
    await clock.run();
    expect((sent.at(-1)?.at ?? 0) - again).toBe(120_000);
  });

  it('when a second chat is refused meanwhile, nothing goes out at all', async () => {
    const { clock, pacer, sent } = gentleBench();
    pacer.limited('telegram:staff:1');
    pacer.limited('telegram:staff:2');
    void send(pacer, clock, sent, '9', 'reply', 1);
    await clock.run();
    expect((sent[0]?.at ?? 0) - start).toBe(120_000);
  });

  it('when a message arrived after a refusal, the next rest is short again', async () => {
    const { clock, pacer, sent } = gentleBench();
    pacer.limited('telegram:staff:1');
    pacer.arrived('telegram:staff:1', 1);
    pacer.limited('telegram:staff:1');
    crowd(pacer, clock, sent, 1);
    await clock.run();
    expect((sent[0]?.at ?? 0) - start).toBe(60_000);
  });
});
