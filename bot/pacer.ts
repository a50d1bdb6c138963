import { type Clock } from '../core/clock.ts';
import { type ChannelLimits } from '../core/channel.ts';
import { type Outbound } from '../core/outbound.ts';

/** When the next message of one bot may go out, so that the platform never has to refuse one. */
export interface Pacer {
  /** Resolves when this message may be sent; earlier calls for the same chat resolve first. */
  readonly turn: (message: Outbound, isGroup: boolean, signal: AbortSignal) => Promise<void>;
  /** The platform named a time: nothing goes to that chat (or, when null, anywhere) before. */
  readonly hold: (chat: string | null, ms: number) => void;
}

const minute = 60_000;

/**
 * Replies go at once within their chat's bucket; bulk keeps an even distance over all chats, which draws no refusals where
 * bursts do. A group takes its number a minute. One owner per bot makes the counts exact.
 */
export function createPacer(limits: ChannelLimits, clock: Clock): Pacer {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const groupSends = new Map<string, number[]>();
  const heldUntil = new Map<string | null, number>();
  let nextBulk = 0;

  const bucketDelay = (chat: string, now: number): number => {
    const bucket = buckets.get(chat) ?? { tokens: limits.privateBurst, at: now };
    const tokens = Math.min(limits.privateBurst, bucket.tokens + (now - bucket.at) / 1000);
    buckets.set(chat, { tokens: tokens - 1, at: now });
    return tokens >= 1 ? 0 : (1 - tokens) * 1000;
  };
  const groupDelay = (chat: string, now: number): number => {
    const recent = (groupSends.get(chat) ?? []).filter((at) => at > now - minute);
    const earliest =
      recent.length < limits.groupPerMinute ? now : (recent[recent.length - limits.groupPerMinute] ?? now) + minute;
    groupSends.set(chat, [...recent, earliest]);
    return earliest - now;
  };
  const laneDelay = (lane: Outbound['lane'], now: number): number => {
    const step = 1000 / limits.perSecond;
    const start = lane === 'bulk' ? Math.max(now, nextBulk) : now;
    nextBulk = Math.max(now, nextBulk) + step;
    return start - now;
  };
  return {
    turn: async (message, isGroup, signal) => {
      const now = clock.now();
      const own = isGroup ? groupDelay(message.chat, now) : bucketDelay(message.chat, now);
      const held = Math.max(heldUntil.get(null) ?? 0, heldUntil.get(message.chat) ?? 0) - now;
      const delay = Math.max(own, held, laneDelay(message.lane, now));
      if (delay > 0) await clock.sleep(delay, signal);
    },
    hold: (chat, ms) => {
      heldUntil.set(chat, clock.now() + ms);
    },
  };
}
