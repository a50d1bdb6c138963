import { type ErrorCode } from './errors.ts';
import { type Inbound } from './inbound.ts';
import { type Outbound } from './outbound.ts';
import { type BotProfile } from './records/identity.ts';
import { type Delivery } from './records/dialogue.ts';
import { type BotRef, type ChatRef, type MessageRef } from './refs.ts';

/** How fast and how stubbornly we may write on a channel. */
export interface ChannelLimits {
  /** Messages a second over all chats of the bot, for the bulk lane. */
  readonly perSecond: number;
  /** Messages in any one second, replies included, that the platform bears. */
  readonly mostPerSecond: number;
  /** A private chat takes this many at once and one more each second. */
  readonly privateBurst: number;
  /** Messages a minute in one group. */
  readonly groupPerMinute: number;
  /** Set where a sudden many makes suspicious: bulk begins at `firstGapMs` and reaches its even pace `overMessages` later, after every rest. */
  readonly gently?: { readonly firstGapMs: number; readonly overMessages: number; readonly restMs: number };
  readonly isGroup: (chat: ChatRef) => boolean;
  /** What to do when the platform's answer was lost: send once more, or only what is important after a minute of silence. */
  readonly whenUnknown: 'resend-once' | 'resend-important-after-silence';
}

/** What the platform did with an outbound message. */
export type DeliveryOutcome =
  | { readonly type: 'done'; readonly messages: readonly MessageRef[] }
  /** Not now; nothing happened. */
  | { readonly type: 'wait'; readonly ms: number }
  /** It may or may not have happened. */
  | { readonly type: 'unknown' }
  /** It will never work; `blocked` when the person or group shut us out. */
  | {
      readonly type: 'failed';
      readonly code: ErrorCode;
      readonly blocked: boolean;
      /** It wants less of us and named no time: that chat and all bulk rest for a while. */
      readonly limited?: boolean;
      /** What somebody who looks into it needs, such as the token of a captcha; nothing personal. */
      readonly detail?: string | null;
    }
  | { readonly type: 'moved'; readonly to: ChatRef };

/** Where a channel leaves what it hears. Resolving means stored. */
export interface Sink {
  readonly receive: (messages: readonly Inbound[]) => Promise<void>;
  /** The channel cannot go on, and neither may the process (another poller): it must end and say so. */
  readonly fatal: (code: ErrorCode, message: string) => void;
  /** The platform does not know this bot any more (a revoked token): it stands down. */
  readonly refused: (code: ErrorCode, message: string) => void;
}

/** One bot on a messaging platform. Adapters parse, render and deliver; they decide nothing. */
export interface Channel {
  readonly bot: BotRef;
  readonly limits: ChannelLimits;
  /** Set for a bot without which the agency can still work: when the platform refuses it, it alone stands down. */
  readonly dispensable?: boolean;
  /**
   * Begins to receive; resolves with the platform's word on who we are. Repeats while the platform cannot be reached.
   * @throws RegieError `<channel>.bad_token` when the platform refuses the bot
   */
  readonly start: (sink: Sink) => Promise<BotProfile>;
  /** Carries out one operation; `target` is the delivery it rewrites, closes or pins, when there is one. Never throws. */
  readonly deliver: (message: Outbound, target: Delivery | null) => Promise<DeliveryOutcome>;
  /** Stops receiving; what is being stored is finished first. */
  readonly stop: () => Promise<void>;
}
