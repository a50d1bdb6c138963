import { expect, it } from 'vitest';
import { ownBot, type OwnerOptions } from '../../bot/owner.ts';
import { type Channel, type ChannelLimits, type Sink } from '../../core/channel.ts';
import { systemClock, wait } from '../../core/clock.ts';
import { permanent } from '../../core/errors.ts';
import { incidents } from '../../core/records/oversight.ts';
import { systemRandom } from '../../core/random.ts';
import { createAttempts } from '../../store/attempts.ts';
import { createDeadLetters } from '../../store/dead-letters.ts';
import { createLeases } from '../../store/leases.ts';
import { createStreams } from '../../store/streams.ts';
import { botRef } from '../support/builders.ts';
import { silentLog } from '../support/silent-log.ts';
import { benches, type Bench } from '../support/store.ts';
import { services, testCipher } from '../support/turn.ts';

const bench = benches();
const bot = botRef('telegram:gribitch');

const limits: ChannelLimits = {
  perSecond: 1,
  mostPerSecond: 1,
  privateBurst: 1,
  groupPerMinute: 1,
  isGroup: () => false,
  whenUnknown: 'resend-once',
};

function channelOf(start: Channel['start'], dispensable: boolean): Channel {
  const failed = { type: 'failed', code: 'test.none', blocked: false } as const;
  return { bot, limits, dispensable, start, deliver: async () => failed, stop: async () => undefined };
}

function optionsFor(place: Bench): OwnerOptions & { readonly ends: string[] } {
  const ends: string[] = [];
  return {
    ...place,
    ends,
    streams: createStreams(place.connection, place.open),
    leases: createLeases(place.connection),
    attempts: createAttempts(place.connection),
    deadLetters: createDeadLetters(place.connection),
    clock: systemClock,
    cipher: testCipher,
    holidays: services().holidays,
    random: systemRandom,
    log: silentLog,
    leaseMs: 3000,
    handler: { handle: async () => ({}), apologise: async () => ({}) },
    services: async () => services({ store: place.store }),
    fatal: (code) => void ends.push(code),
  };
}

const profile = { id: bot, username: 'gribitch_bot', readsGroups: false, platformId: '1' };

/** Refused at the first call, or by the poller once it works. */
const refusals: readonly [string, (sink: Sink) => ReturnType<Channel['start']>][] = [
  ['at the start', () => Promise.reject(permanent('telegram.bad_token', 'telegram:gribitch: Unauthorized'))],
  [
    'while it works',
    async (sink) => {
      setTimeout(() => sink.refused('telegram.bad_token', 'telegram:gribitch: Unauthorized'), 20);
      return profile;
    },
  ],
];

it.each(refusals)(
  'when the platform refuses a bot %s that the agency can do without, it alone stands down, with a critical incident',
  async (_name, start) => {
    const place = bench();
    const options = optionsFor(place);
    const owner = ownBot(channelOf(start, true), options);
    await owner.serving;
    await expect.poll(async () => (await place.store.all(incidents)).length).toBe(1);
    await owner.stop();
    expect((await place.store.all(incidents)).map(({ value }) => value)).toMatchObject([
      { severity: 'critical', code: 'telegram.bad_token', source: bot },
    ]);
    expect(options.ends).toEqual([]);
    expect(await options.leases.hold(`bot:${bot}`, 'another', 1000)).not.toBeNull();
  },
);

it.each(refusals)('when the platform refuses the one bot that must work %s, the process ends', async (_name, start) => {
  const place = bench();
  const options = optionsFor(place);
  const owner = ownBot(channelOf(start, false), options);
  await expect.poll(() => options.ends).toEqual(['telegram.bad_token']);
  await owner.stop();
  expect(await place.store.all(incidents)).toEqual([]);
});

it('when the end comes while the platform is down, the owner ends at once and gives its lease back', async () => {
  const options = optionsFor(bench());
  const owner = ownBot(
    channelOf(() => new Promise(() => undefined), true),
    options,
  );
  await wait(100);
  expect(await Promise.race([owner.stop().then(() => 'ended'), wait(5_000)])).toBe('ended');
  expect(await options.leases.hold(`bot:${bot}`, 'another', 1000)).not.toBeNull();
});
