import type { SandboxClock } from '../kit/clock.ts';
import { tooManyRequests } from './errors.ts';

/**
 * How often a bot may write. The platform publishes "about one a second in a chat, bursts allowed", "20 a minute in a group", "about 30 a second
 * in all" (core.telegram.org/bots/faq) and its users measured about 20 edits a minute in a group; the exact rules are its own.
 */
export interface RateLimits {
  /** Messages at once in a private chat; one more comes back each second. */
  readonly privateBurst: number;
  readonly groupPerMinute: number;
  readonly botPerSecond: number;
  readonly groupEditsPerMinute: number;
  /** Two calls that left a second apart may arrive this much less than that apart: the platform does not mind. */
  readonly slackMs: number;
}

/** The limits as published. */
export const PUBLISHED_LIMITS: RateLimits = {
  privateBurst: 5,
  groupPerMinute: 20,
  botPerSecond: 30,
  groupEditsPerMinute: 20,
  slackMs: 100,
};

/** Counts what bots write. */
export interface RateCounter {
  /** Counts one message, or throws a 429 saying how long to wait; a refused message is not counted. */
  message(botId: number, chat: { readonly key: string; readonly kind: string }): void;
  /** Counts one edit; only groups limit them. */
  edit(botId: number, chat: { readonly key: string; readonly kind: string }): void;
  /** Other limits from now on; undefined lifts them all. */
  set(limits: RateLimits | undefined): void;
}

/** One limit that applies to a call: how long to wait before it, in milliseconds, and how to count it. */
interface Gate {
  wait(now: number): number;
  count(now: number): void;
}

/** A counter on the sandbox clock; without limits it lets everything pass. */
export function createRateCounter(clock: SandboxClock, initial?: RateLimits): RateCounter {
  let limits = initial;
  const gates = new Map<string, Gate>();

  function gate(name: string, make: () => Gate): Gate {
    const known = gates.get(name) ?? make();
    gates.set(name, known);
    return known;
  }

  function pass(applied: readonly Gate[]): void {
    const now = clock.now();
    const wait = Math.max(...applied.map((each) => each.wait(now)));
    if (wait > 0) throw tooManyRequests(Math.ceil(wait / 1000));
    for (const each of applied) each.count(now);
  }

  return {
    message: (botId, chat) => {
      if (limits === undefined) return;
      const { botPerSecond, groupPerMinute, privateBurst, slackMs } = limits;
      pass([
        gate(`bot ${botId}`, () => slidingWindow(botPerSecond, 1000, slackMs)),
        gate(`chat ${botId} ${chat.key}`, () =>
          chat.kind === 'private' ? bucket(privateBurst, slackMs) : slidingWindow(groupPerMinute, 60_000, slackMs),
        ),
      ]);
    },
    edit: (botId, chat) => {
      if (limits === undefined || chat.kind === 'private') return;
      const { groupEditsPerMinute, slackMs } = limits;
      pass([gate(`edits ${botId} ${chat.key}`, () => slidingWindow(groupEditsPerMinute, 60_000, slackMs))]);
    },
    set: (next) => {
      limits = next;
      gates.clear();
    },
  };
}

/** At most `calls` within any stretch of `perMs`. */
function slidingWindow(calls: number, perMs: number, slackMs: number): Gate {
  let recent: number[] = [];
  return {
    wait: (now) => {
      recent = recent.filter((at) => at > now - perMs + slackMs);
      const first = recent[recent.length - calls];
      return first === undefined ? 0 : first + perMs - now;
    },
    count: (now) => {
      recent.push(now);
    },
  };
}

/** `size` at once, one more each second. */
function bucket(size: number, slackMs: number): Gate {
  let level = size;
  let at = 0;
  return {
    wait: (now) => {
      level = Math.min(size, level + (now - at) / 1000);
      at = now;
      return level >= 1 - slackMs / 1000 ? 0 : (1 - level) * 1000;
    },
    count: () => {
      level -= 1;
    },
  };
}
