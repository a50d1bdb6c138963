import { createPacer } from '../bot/pacer.ts';
import { runSender, takesBelow, type SenderOptions } from '../bot/sender.ts';
import { type Channel } from '../core/channel.ts';
import { type Clock } from '../core/clock.ts';
import { commitOf } from '../core/commit.ts';
import { type Outbound } from '../core/outbound.ts';
import { type ChatRef } from '../core/refs.ts';
import { type Store } from '../core/store.ts';
import { type Reader, type Streams } from '../core/streams.ts';
import { createAttempts } from '../store/attempts.ts';
import { createCipher } from '../store/cipher.ts';
import { createDeadLetters } from '../store/dead-letters.ts';
import { createStore } from '../store/store.ts';
import { createStreams } from '../store/streams.ts';
import { silent, type Stage } from './fanout-stage.ts';

type Lane = Outbound['lane'];
const lanes = ['reply', 'bulk'] as const;

/** A text for one chat; `id` names it as the product names its messages, so the last part is the person. */
export function telling({ bot }: Pick<Channel, 'bot'>, chat: ChatRef, id: string, lane: Lane, now: number): Outbound {
  const text = [{ text: id }];
  const operation = {
    type: 'send' as const,
    text,
    withoutButtons: null,
    rows: [],
    replyTo: null,
    silent: false,
    poll: null,
  };
  return { id, bot, chat, lane, at: now, until: null, notification: null, important: false, operation };
}

/** One bot sending as it does in the product: both lanes of its outbox, one pacer, the real store and the real adapter. */
export interface Sending {
  /** Puts messages into the outbox; resolves when they are stored. */
  readonly tell: (messages: readonly Outbound[]) => Promise<void>;
  /** Whether work of this instant is under way: something untaken that there is room for, or on its way out. */
  readonly isBusy: () => boolean;
  /** Whether all that was told has been settled. */
  readonly isDone: () => boolean;
  readonly commits: () => number;
  readonly stop: () => Promise<void>;
}

/** Starts it on the given clock. */
export async function startSending(stage: Stage, channel: Channel, clock: Clock): Promise<Sending> {
  const connection = stage.open();
  const streams = createStreams(connection, stage.open);
  const desk = createStore(connection);
  const tally = createTally();
  const ending = new AbortController();
  const options: SenderOptions = {
    channel,
    clock,
    store: counted(desk, tally),
    attempts: createAttempts(connection),
    pacer: watchedPacer(channel, clock, tally),
    log: silent,
    fence: () => null,
    cipher: createCipher('0123456789abcdef'.repeat(4)),
    deadLetters: createDeadLetters(connection),
    services: () => Promise.reject(new Error('nobody is told anything here')),
  };
  const readers = await Promise.all(lanes.map((lane) => watchedReader(streams, channel, lane, tally)));
  const running = readers.map((reader) => runSender(options, reader, ending.signal));
  let told = 0;
  return {
    tell: async (messages) => {
      for (const { lane } of messages) tally[lane].told += 1;
      await desk.commit(commitOf(`tell:${channel.bot}:${(told += 1)}`, { outbound: messages }));
    },
    isBusy: () => tally.underWay > 0 || lanes.some((lane) => isHungry(tally[lane])),
    isDone: () => lanes.every((lane) => tally[lane].settled === tally[lane].told),
    commits: () => tally.commits,
    stop: async () => {
      ending.abort();
      await Promise.all(running);
      await Promise.all(readers.map((reader) => reader.close()));
    },
  };
}

interface LaneTally {
  told: number;
  taken: number;
  settled: number;
}

interface Tally extends Record<Lane, LaneTally> {
  underWay: number;
  commits: number;
}

function createTally(): Tally {
  const lane = (): LaneTally => ({ told: 0, taken: 0, settled: 0 });
  return { reply: lane(), bulk: lane(), underWay: 0, commits: 0 };
}

function isHungry({ told, taken, settled }: LaneTally): boolean {
  return told > taken && taken - settled <= takesBelow;
}

/** From its turn until it is settled, or told to wait, a message is under way. */
function watchedPacer(channel: Channel, clock: Clock, tally: Tally): SenderOptions['pacer'] {
  const pacer = createPacer(channel.limits, clock);
  return {
    ...pacer,
    turn: async (message, isGroup, signal) => {
      await pacer.turn(message, isGroup, signal);
      tally.underWay += 1;
    },
    hold: (chat, ms) => {
      tally.underWay -= 1;
      pacer.hold(chat, ms);
    },
  };
}

async function watchedReader(streams: Streams, channel: Channel, lane: Lane, tally: Tally): Promise<Reader<Outbound>> {
  const reader = await streams.readOutbox(channel.bot, lane);
  return {
    ...reader,
    take: async (limit, waitMs) => {
      const entries = await reader.take(limit, waitMs);
      tally[lane].taken += entries.length;
      return entries;
    },
  };
}

function counted(store: Store, tally: Tally): Store {
  return {
    ...store,
    commit: async (commit) => {
      const result = await store.commit(commit);
      tally.commits += 1;
      if (result.type === 'conflict') return result;
      tally.underWay -= 1;
      tally[commit.acknowledge?.stream.endsWith(':reply') === true ? 'reply' : 'bulk'].settled += 1;
      return result;
    },
  };
}
