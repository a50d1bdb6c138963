import { type Clock } from '../core/clock.ts';
import { type ChannelLimits } from '../core/channel.ts';
import { type Outbound } from '../core/outbound.ts';
import { createAllowance, type Allowance } from './allowance.ts';
import { createQueue, type Queue, type Waiting } from './queue.ts';

/** When the next message of one bot may go out, so that the platform never has to refuse one. */
export interface Pacer {
  /** Resolves at the moment in which this message may be sent; it is counted then. At most one call a chat waits at a time. */
  readonly turn: (message: Outbound, isGroup: boolean, signal: AbortSignal) => Promise<void>;
  /** A message arrived, as so many messages of the platform. */
  readonly arrived: (chat: string, messages: number) => void;
  /** The platform named a time: nothing goes to that chat (or, when null, anywhere) before. */
  readonly hold: (chat: string | null, ms: number) => void;
  /** The platform refused and named no time: that chat and all bulk rest, the longer the more often it does. */
  readonly limited: (chat: string) => void;
}

/**
 * Replies go at once within their chat's bucket; bulk keeps an even distance over all chats, which draws no refusals where
 * bursts do, and shares its turns among what was asked for. A group takes its number a minute, and no second holds more than
 * the platform bears. One owner per bot makes the counts exact.
 */
export function createPacer(limits: ChannelLimits, clock: Clock): Pacer {
  const allowance = createAllowance(limits);
  const queue = createQueue();
  const alarm = createAlarm(clock);
  const watched = new WeakSet<AbortSignal>();
  const look = (): void => {
    const now = clock.now();
    for (let one = pick(allowance, queue, limits, now); one !== null; one = pick(allowance, queue, limits, now)) {
      queue.remove(one);
      allowance.count(one.message.chat, one.message.lane, now);
      one.go();
    }
    alarm.set(nextLook(allowance, queue, now), look);
  };
  const leaveOn = (signal: AbortSignal): void => {
    if (watched.has(signal)) return;
    watched.add(signal);
    const leave = (): void => {
      for (const one of [...queue.replies(), ...queue.bulk()]) {
        queue.remove(one);
        one.go();
      }
      alarm.off();
    };
    signal.addEventListener('abort', leave, { once: true });
  };
  return {
    turn: (message, isGroup, signal) => {
      if (signal.aborted) return Promise.resolve();
      leaveOn(signal);
      return new Promise((go) => {
        queue.add({ message, isGroup, go });
        look();
      });
    },
    ...createRefusals(allowance, clock),
  };
}

/** Who has a turn now; null when nobody may go. */
function pick(allowance: Allowance, queue: Queue, { gently }: ChannelLimits, now: number): Waiting | null {
  if (allowance.botOpens(now) > now) return null;
  const opens = (one: Waiting): boolean => allowance.chatOpens(one.message, one.isGroup, now) <= now;
  const reply = first(queue.replies(), opens);
  if (reply !== null || allowance.bulkOpens() > now) return reply;
  // Where a sudden many makes suspicious, one message to a group comes before many to people.
  const group = gently === undefined ? null : first(queue.bulk(), (one) => one.isGroup && opens(one));
  return group ?? first(queue.bulk(), opens);
}

/** The next instant at which anybody might have a turn; infinity when nobody waits. */
function nextLook(allowance: Allowance, queue: Queue, now: number): number {
  const soonest = (waiting: Iterable<Waiting>): number => {
    let at = Infinity;
    for (const one of waiting) at = Math.min(at, allowance.chatOpens(one.message, one.isGroup, now));
    return at;
  };
  const lane = allowance.bulkOpens();
  const somebody = first(queue.bulk(), () => true) !== null;
  const bulk = somebody && lane > now ? lane : soonest(queue.bulk());
  return Math.max(allowance.botOpens(now), Math.min(soonest(queue.replies()), bulk));
}

function first(waiting: Iterable<Waiting>, fits: (one: Waiting) => boolean): Waiting | null {
  for (const one of waiting) if (fits(one)) return one;
  return null;
}

interface Alarm {
  /** Rings at `at`, unless it is to ring before that anyway; infinity never. */
  readonly set: (at: number, ring: () => void) => void;
  readonly off: () => void;
}

function createAlarm(clock: Clock): Alarm {
  let set: { readonly at: number; readonly off: AbortController } | null = null;
  const off = (): void => {
    set?.off.abort();
    set = null;
  };
  return {
    set: (at, ring) => {
      if (at === Infinity || (set !== null && set.at <= at)) return;
      off();
      const mine = { at, off: new AbortController() };
      set = mine;
      // Sums of fractions may come out a little short; at least a millisecond passes.
      void clock.sleep(Math.max(1, at - clock.now()), mine.off.signal).then(() => {
        if (set !== mine) return;
        set = null;
        ring();
      });
    },
    off,
  };
}

/** Two chats refused within this time: it is the bot that writes too much, not somebody who gets too much. */
const samePauseMs = 2_000;
const shortestRest = 60_000;
const longestRest = 3_600_000;

/** What the platform's refusals, and its taking messages again, mean for what goes out next. */
function createRefusals(allowance: Allowance, clock: Clock): Pick<Pacer, 'arrived' | 'hold' | 'limited'> {
  let refused: { readonly chat: string; readonly at: number } | null = null;
  let rests = 0;
  const hold = (chat: string, ms: number, within: number): void => {
    const now = clock.now();
    allowance.hold(chat, now + ms);
    if (refused !== null && refused.chat !== chat && now - refused.at < within) allowance.hold(null, now + ms);
    refused = { chat, at: now };
  };
  return {
    arrived: (chat, messages) => {
      rests = 0;
      for (let more = 1; more < messages; more += 1) allowance.count(chat, 'reply', clock.now());
    },
    hold: (chat, ms) => {
      if (chat === null) allowance.hold(null, clock.now() + ms);
      else hold(chat, ms, samePauseMs);
    },
    limited: (chat) => {
      const ms = Math.min(longestRest, shortestRest * 2 ** rests);
      rests += 1;
      hold(chat, ms, ms);
      allowance.restBulk(clock.now() + ms);
    },
  };
}
