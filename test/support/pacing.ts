import { createPacer, type Pacer } from '../../bot/pacer.ts';
import { type ChannelLimits } from '../../core/channel.ts';
import { type Outbound } from '../../core/outbound.ts';
import { chatRef, outbound } from './builders.ts';
import { virtualClock, type VirtualClock } from './virtual-clock.ts';

/** What Telegram bears. */
export const limits: ChannelLimits = {
  perSecond: 29.5,
  mostPerSecond: 30,
  privateBurst: 5,
  groupPerMinute: 20,
  isGroup: (chat) => chat.startsWith('telegram:staff:-'),
  whenUnknown: 'resend-once',
};

/** One message that had its turn. */
export interface Sent {
  readonly chat: string;
  readonly lane: Outbound['lane'];
  readonly at: number;
}

/** Sends as the sender does: within a chat one after the other, across chats side by side. */
export function send(
  pacer: Pacer,
  clock: VirtualClock,
  sent: Sent[],
  chat: string,
  lane: Outbound['lane'],
  count: number,
): Promise<void> {
  const message = outbound({ chat: chatRef(`telegram:staff:${chat}`), lane });
  const never = new AbortController().signal;
  return (async () => {
    for (let index = 0; index < count; index += 1) {
      await pacer.turn(message, limits.isGroup(message.chat), never);
      sent.push({ chat, lane, at: clock.now() });
    }
  })();
}

/** The most that was sent within any `ms` milliseconds. */
export function most(times: readonly number[], ms: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.max(
    0,
    ...sorted.map((start, index) => sorted.filter((at, from) => from >= index && at < start + ms).length),
  );
}

/** When the clock of a {@link bench} begins. */
export const start = 1_000_000;

/** A pacer on a clock that stands still until it is run. */
export function bench(): { readonly clock: VirtualClock; readonly pacer: Pacer; readonly sent: Sent[] } {
  const clock = virtualClock(start);
  return { clock, pacer: createPacer(limits, clock), sent: new Array<Sent>() };
}
