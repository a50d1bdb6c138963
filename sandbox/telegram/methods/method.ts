import { integer } from '../params.ts';
import type { Params } from '../params.ts';
import type { RateCounter } from '../rate-limits.ts';
import type { BotAccount, World } from '../world.ts';

/** One call of a bot: who calls, with what, and a signal that the caller hung up. */
export interface Call {
  readonly world: World;
  readonly bot: BotAccount;
  readonly params: Params;
  readonly rates: RateCounter;
  readonly gone: AbortSignal;
}

/** A method of the Bot API: returns what goes under `result`, or throws an ApiError. */
export type Method = (call: Call) => unknown;

/** A result the platform sends with a sentence beside it. */
export class Described {
  readonly result: unknown;
  readonly description: string;

  constructor(result: unknown, description: string) {
    this.result = result;
    this.description = description;
  }
}

/** The `message_id` parameter; 0, which no message has, when it is absent. */
export function messageId(call: Call): number {
  return integer(call.params, 'message_id') ?? 0;
}
