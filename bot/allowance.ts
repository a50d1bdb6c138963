import { type ChannelLimits } from '../core/channel.ts';
import { type Outbound } from '../core/outbound.ts';

/** What has gone out lately, and from when on the platform's limits let more go. All times are milliseconds since the epoch. */
export interface Allowance {
  /** When this message fits into its chat. */
  readonly chatOpens: (message: Outbound, isGroup: boolean, now: number) => number;
  /** When anything at all may go. */
  readonly botOpens: (now: number) => number;
  /** When the bulk lane has its next turn. */
  readonly bulkOpens: () => number;
  /** One message goes out now. */
  readonly count: (chat: string, lane: Outbound['lane'], now: number) => void;
  /** Nothing goes to that chat (null: anywhere) before. */
  readonly hold: (chat: string | null, until: number) => void;
  /** No bulk goes before, and then it begins slowly again. */
  readonly restBulk: (until: number) => void;
}

const second = 1000;
const minute = 60_000;
/** Timers wake a little late. Up to this much is made up for by the next turn, so that lateness does not add up. */
const lateMs = 30;
/** With more chats than this in memory, those that were silent for a minute are forgotten: nothing counts them any more. */
const mostChats = 2_000;

/** Counts for one bot. A bot has one owner, so what is counted here is all there is. */
export function createAllowance(limits: ChannelLimits): Allowance {
  const chats = new Map<string, number[]>();
  const heldUntil = new Map<string | null, number>();
  const bulk = createBulkPace(limits);
  let lately: number[] = [];

  const forgetSilent = (now: number): void => {
    if (chats.size <= mostChats) return;
    for (const [chat, sent] of chats) if ((sent.at(-1) ?? 0) <= now - minute) chats.delete(chat);
    for (const [chat, until] of heldUntil) if (until <= now) heldUntil.delete(chat);
  };
  return {
    chatOpens: ({ chat, lane }, isGroup, now) => {
      const sent = chats.get(chat) ?? [];
      const held = heldUntil.get(chat) ?? 0;
      if (isGroup) return Math.max(held, windowOpens(sent, limits.groupPerMinute, minute, now));
      // The burst is there for replies: somebody may answer while news come in.
      const even = lane === 'bulk' ? (sent.at(-1) ?? -second) + second : 0;
      return Math.max(held, even, bucketOpens(sent, limits.privateBurst, now));
    },
    botOpens: (now) => Math.max(heldUntil.get(null) ?? 0, windowOpens(lately, limits.mostPerSecond, second, now)),
    bulkOpens: bulk.opens,
    count: (chat, lane, now) => {
      forgetSilent(now);
      chats.set(chat, [...(chats.get(chat) ?? []).filter((at) => at > now - minute), now]);
      lately = [...lately.filter((at) => at > now - second), now];
      bulk.count(lane, now);
    },
    hold: (chat, until) => void heldUntil.set(chat, Math.max(heldUntil.get(chat) ?? 0, until)),
    restBulk: bulk.rest,
  };
}

interface BulkPace {
  readonly opens: () => number;
  /** Replies move the next turn of bulk as well: the two share what the platform bears. */
  readonly count: (lane: Outbound['lane'], now: number) => void;
  readonly rest: (until: number) => void;
}

/** An even distance; a gentle channel takes its first bulk messages slowly, after every rest again. */
function createBulkPace({ gently, perSecond }: ChannelLimits): BulkPace {
  const even = second / perSecond;
  let next = 0;
  let last = 0;
  let inARow = 0;
  const gap = (): number => {
    if (gently === undefined || inARow >= gently.overMessages) return even;
    return gently.firstGapMs + ((even - gently.firstGapMs) * inARow) / gently.overMessages;
  };
  return {
    opens: () => next,
    count: (lane, now) => {
      const since = now - next < lateMs ? next : now;
      if (lane === 'reply') return void (next = since + even);
      if (gently !== undefined && now - last > gently.restMs) inARow = 0;
      last = now;
      next = since + gap();
      inARow += 1;
    },
    rest: (until) => {
      next = Math.max(next, until);
      inARow = 0;
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
