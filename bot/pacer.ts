import { type Clock } from '../core/clock.ts';
import { type ChannelLimits } from '../core/channel.ts';
import { type Outbound } from '../core/outbound.ts';

/** When the next message of one bot may go out, so that the platform never has to refuse one. */
export interface Pacer {
  /** Resolves at the moment in which this message may be sent; it is counted then. At most one call a chat waits at a time. */
  readonly turn: (message: Outbound, isGroup: boolean, signal: AbortSignal) => Promise<void>;
  /** The platform named a time: nothing goes to that chat (or, when null, anywhere) before. */
  readonly hold: (chat: string | null, ms: number) => void;
}

const second = 1000;
const minute = 60_000;

/**
 * Replies go at once within their chat's bucket; bulk keeps an even distance over all chats, which draws no refusals where
 * bursts do. A group takes its number a minute, and no second holds more than the platform bears. One owner per bot makes
 * the counts exact.
 */
export function createPacer(limits: ChannelLimits, clock: Clock): Pacer {
  const chats = new Map<string, number[]>();
  const heldUntil = new Map<string | null, number>();
  let lately: number[] = [];
  let nextBulk = 0;

  const earliest = (message: Outbound, isGroup: boolean, now: number): number => {
    const sent = chats.get(message.chat) ?? [];
    const own = isGroup
      ? windowOpens(sent, limits.groupPerMinute, minute, now)
      : bucketOpens(sent, limits.privateBurst, now);
    const held = Math.max(heldUntil.get(null) ?? 0, heldUntil.get(message.chat) ?? 0);
    const lane = message.lane === 'bulk' ? nextBulk : 0;
    return Math.max(own, held, lane, windowOpens(lately, limits.mostPerSecond, second, now));
  };
  const count = (message: Outbound, now: number): void => {
    chats.set(message.chat, [...(chats.get(message.chat) ?? []).filter((at) => at > now - minute), now]);
    lately = [...lately.filter((at) => at > now - second), now];
    nextBulk = Math.max(now, nextBulk) + second / limits.perSecond;
  };
  return {
    turn: async (message, isGroup, signal) => {
      for (;;) {
        const now = clock.now();
        const at = earliest(message, isGroup, now);
        if (at <= now || signal.aborted) return count(message, now);
        await clock.sleep(at - now, signal);
      }
    },
    hold: (chat, ms) => {
      heldUntil.set(chat, Math.max(heldUntil.get(chat) ?? 0, clock.now() + ms));
    },
  };
}

/** When one more fits among `most` within the last `span`. */
function windowOpens(sent: readonly number[], most: number, span: number, now: number): number {
  const recent = sent.filter((at) => at > now - span);
  const blocking = recent[recent.length - most];
  return blocking === undefined ? now : blocking + span;
}

/** When a bucket of `size` that refills by one a second has one to give, after these sends. */
function bucketOpens(sent: readonly number[], size: number, now: number): number {
  let tokens = size;
  let last = sent[0] ?? now;
  for (const at of sent) {
    tokens = Math.min(size, tokens + (at - last) / second) - 1;
    last = at;
  }
  tokens = Math.min(size, tokens + (now - last) / second);
  return tokens >= 1 ? now : now + (1 - tokens) * second;
}
