import { ownBot, type OwnerOptions } from '../bot/owner.ts';
import { systemClock, wait } from '../core/clock.ts';
import { commitOf } from '../core/commit.ts';
import { systemRandom } from '../core/random.ts';
import { createAttempts } from '../store/attempts.ts';
import { createCipher } from '../store/cipher.ts';
import { createDeadLetters } from '../store/dead-letters.ts';
import { createLeases } from '../store/leases.ts';
import { createStore } from '../store/store.ts';
import { createStreams } from '../store/streams.ts';
import { telling } from './fanout-sending.ts';
import { fanoutStage, silent, type Stage, type TelegramBot } from './fanout-stage.ts';
import { type Timings } from './measure.ts';

/** How much is measured. */
export interface Rounds {
  readonly rounds: number;
  /** Replies a round, one after the other, once without and once with a fan-out going on. */
  readonly replies: number;
}

/** Milliseconds from somebody's message to our reply at the platform, every one of them, by round. */
export interface ReplyTimes {
  readonly idle: readonly (readonly number[])[];
  readonly meanwhile: readonly (readonly number[])[];
  readonly refusals: number;
}

const pauseMs = 80;
const bulkPerReply = 2;

/**
 * How fast people are answered in real time: through the adapter, the inbox, the consumer, the outbox and the sender, without
 * and with a fan-out at full pace beside it, in turns.
 */
export async function timeReplies({ rounds, replies }: Rounds): Promise<ReplyTimes> {
  const stage = await fanoutStage();
  const talkers = 20;
  const bot = stage.addBot('staff', talkers + replies * bulkPerReply, 0);
  const options = ownerOptions(stage);
  const owner = ownBot(bot.channel, options);
  await owner.serving;
  const conversation = talk(stage, bot, talkers);
  const idle: number[][] = [];
  const meanwhile: number[][] = [];
  for (let round = -1; round < rounds; round += 1) {
    const quiet = await conversation(replies);
    const crowd = bot.people.slice(talkers);
    const arrived = untilArrived(stage, crowd.length);
    const news = crowd.map((chat, one) => telling(bot.channel, chat, `news${round}.${one}`, 'bulk', systemClock.now()));
    await options.store.commit(commitOf(`news${round}`, { outbound: news }));
    const busy = await conversation(replies);
    await arrived;
    if (round < 0) continue;
    idle.push(quiet);
    meanwhile.push(busy);
  }
  await owner.stop();
  const refusals = stage.kit.ledger.entries({ kind: 'request' }).filter(({ status }) => status === 429).length;
  await stage.stop();
  return { idle, meanwhile, refusals };
}

/** Somebody writes and is answered, again and again; each time somebody else, since nobody writes twice in a second. */
function talk(stage: Stage, { persons, username }: TelegramBot, talkers: number): (times: number) => Promise<number[]> {
  let turn = 0;
  return async (times) => {
    const took: number[] = [];
    for (let one = 0; one < times; one += 1) {
      turn += 1;
      const words = `bonjour ${turn}`;
      const since = stage.kit.ledger.lastSeq();
      const began = performance.now();
      persons[turn % talkers]?.write(username, words);
      await stage.kit.ledger.waitFor(
        ({ kind, params }) => kind === 'request' && JSON.stringify(params ?? null).includes(`"${words}"`),
        10_000,
        since,
      );
      took.push(performance.now() - began);
      await wait(pauseMs);
    }
    return took;
  };
}

function untilArrived(stage: Stage, many: number): Promise<void> {
  return new Promise((resolve) => {
    let arrived = 0;
    const stop = stage.kit.ledger.onAppend(({ kind, method, params }) => {
      if (kind !== 'request' || method !== 'sendMessage' || !JSON.stringify(params).includes('"news')) return;
      arrived += 1;
      if (arrived < many) return;
      stop();
      resolve();
    });
  });
}

function ownerOptions(stage: Stage): OwnerOptions {
  const connection = stage.open();
  return {
    store: createStore(connection),
    streams: createStreams(connection, stage.open),
    leases: createLeases(connection),
    attempts: createAttempts(connection),
    deadLetters: createDeadLetters(connection),
    clock: systemClock,
    cipher: createCipher('0123456789abcdef'.repeat(4)),
    holidays: { dayOf: () => null },
    random: systemRandom,
    log: silent,
    leaseMs: 5_000,
    handler: {
      // Says back what it heard: what is measured is the way there and back, not a decision.
      handle: async (message, step) => {
        const { bot, chat, content } = message;
        if (content.type !== 'text' || !content.text.startsWith('bonjour')) return {};
        return {
          outbound: [telling({ bot }, chat, content.text, 'reply', message.at)].map((one) => ({ ...one, id: step })),
        };
      },
      apologise: async () => ({}),
    },
    services: () => Promise.reject(new Error('nobody is told anything here')),
    fatal: (code) => {
      throw new Error(code);
    },
  };
}

/** The rounds as the other benches have them: the middle of each round. */
export function timingsOf({ idle, meanwhile }: ReplyTimes): Timings {
  return new Map([
    ['idle', idle.map((round) => quantile(round, 0.5))],
    ['meanwhile', meanwhile.map((round) => quantile(round, 0.5))],
  ]);
}

/** The value that a share of the samples stays at or below. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
