// The signal type that grammY takes is this package's, not Node's own.
import { AbortController as CallController } from 'abort-controller';
import { Api, GrammyError } from 'grammy';
import { wait } from '../../../core/clock.ts';
import { type Channel, type ChannelLimits, type Sink } from '../../../core/channel.ts';
import { type EffectRunner } from '../../../core/effect.ts';
import { permanent } from '../../../core/errors.ts';
import { type Inbound } from '../../../core/inbound.ts';
import { type Log } from '../../../core/log.ts';
import { type Random } from '../../../core/random.ts';
import { type BotRef } from '../../../core/refs.ts';
import { deliverTelegram } from './deliver.ts';
import { syncMenus, type DefaultMenu } from './menus.ts';
import { allowedUpdates, parseUpdate, type TelegramSelf } from './parse.ts';
import { decodeChat } from './refs.ts';

/**
 * Even pacing just below the platform's 30 a second draws no refusals, and what is left of each second is for replies: at 29.25
 * one that comes meanwhile waits 9 ms at most, at 29.5 it would be 17 (`npm run bench -- fanout`).
 */
const limits: ChannelLimits = {
  perSecond: 29.25,
  mostPerSecond: 30,
  privateBurst: 5,
  groupPerMinute: 20,
  isGroup: (chat) => (decodeChat(chat) ?? 0) < 0,
  whenUnknown: 'resend-once',
};

const pollSeconds = 25;
const callSeconds = 20;
const slowestRetryMs = 5_000;

/** How updates come: we ask for them, or the platform posts them to our address with a secret. */
export type TelegramIntake =
  | { readonly type: 'polling' }
  | { readonly type: 'webhook'; readonly url: string; readonly secret: string };

/** One bot account. */
export interface TelegramOptions {
  readonly bot: BotRef;
  readonly token: string;
  readonly apiRoot: string;
  readonly intake: TelegramIntake;
  /** What anybody is shown as commands, before Régie knows who they are. */
  readonly menus: readonly DefaultMenu[];
  readonly effects: EffectRunner;
  readonly random: Random;
  /** Whether the agency can work without it. */
  readonly dispensable: boolean;
  readonly log: Log;
}

/** A Telegram bot, and the entrance for updates that a webhook brings. */
export interface TelegramChannel extends Channel {
  readonly accept: (update: unknown) => Promise<void>;
}

/**
 * Telegram for one bot. An update is confirmed to the platform only by asking for those after it, which happens once it
 * is stored; grammY's own polling confirms updates that failed (grammy.dev/advanced/reliability).
 */
export function createTelegram(options: TelegramOptions): TelegramChannel {
  const api = new Api(options.token, { apiRoot: options.apiRoot, timeoutSeconds: callSeconds, sensitiveLogs: false });
  const poller = new Api(options.token, {
    apiRoot: options.apiRoot,
    timeoutSeconds: pollSeconds + callSeconds,
    sensitiveLogs: false,
  });
  const stopping = new AbortController();
  let self: TelegramSelf | null = null;
  let sink: Sink | null = null;
  let polling: Promise<void> = Promise.resolve();
  return {
    bot: options.bot,
    limits,
    dispensable: options.dispensable,
    start: async (given) => {
      sink = given;
      const me = await insist(() => api.getMe(), options, stopping.signal);
      self = { bot: options.bot, id: me.id, username: me.username };
      await prepareIntake(api, options);
      await syncMenus(api, options.bot, options.menus, options).catch(() => {
        options.log.warn({ code: 'telegram.menus', bot: options.bot }, 'the command menus could not be set');
      });
      if (options.intake.type === 'polling') polling = poll(poller, self, given, options, stopping.signal);
      return {
        id: options.bot,
        username: me.username,
        readsGroups: me.can_read_all_group_messages,
        platformId: String(me.id),
      };
    },
    accept: async (update) => {
      if (self === null || sink === null) throw new TypeError('the bot has not started');
      const message = parseUpdate(update, self);
      if (message !== null) await sink.receive([message]);
    },
    deliver: (message, target) => deliverTelegram(api, message, target),
    stop: async () => {
      stopping.abort();
      await polling;
    },
  };
}

async function prepareIntake(api: Api, options: TelegramOptions): Promise<void> {
  if (options.intake.type === 'polling') await api.deleteWebhook();
  else
    await api.setWebhook(options.intake.url, {
      secret_token: options.intake.secret,
      allowed_updates: [...allowedUpdates],
    });
}

/** Repeats the first call while the platform cannot be reached; a wrong token ends it at once. */
async function insist<T>(call: () => Promise<T>, options: TelegramOptions, signal: AbortSignal): Promise<T> {
  for (let delay = 200; ; delay = Math.min(delay * 2, slowestRetryMs)) {
    try {
      return await call();
    } catch (error) {
      if (isBadToken(error)) throw permanent('telegram.bad_token', `${options.bot}: ${error.description}`);
      if (signal.aborted || (error instanceof GrammyError && error.error_code < 429)) throw error;
      options.log.warn({ code: 'telegram.unreachable', bot: options.bot }, 'telegram does not answer, trying again');
      await wait(delay, signal);
    }
  }
}

async function poll(
  api: Api,
  self: TelegramSelf,
  sink: Sink,
  options: TelegramOptions,
  signal: AbortSignal,
): Promise<void> {
  const call = new CallController();
  signal.addEventListener('abort', () => call.abort(), { once: true });
  let offset = 0;
  let delay = 200;
  while (!signal.aborted) {
    try {
      const updates = await api.getUpdates(
        { offset, limit: 100, timeout: pollSeconds, allowed_updates: [...allowedUpdates] },
        call.signal,
      );
      const messages = updates
        .map((update) => parseUpdate(update, self))
        .filter((message): message is Inbound => message !== null);
      if (messages.length > 0) await sink.receive(messages);
      offset = (updates.at(-1)?.update_id ?? offset - 1) + 1;
      delay = 200;
    } catch (error) {
      if (signal.aborted) return;
      if (isBadToken(error)) return sink.refused('telegram.bad_token', `${options.bot}: ${error.description}`);
      if (error instanceof GrammyError && error.error_code === 409)
        return sink.fatal('telegram.other_poller', `${options.bot}: ${error.description}`);
      options.log.warn({ code: 'telegram.poll_failed', bot: options.bot }, 'asking for updates failed, trying again');
      await wait(retryDelay(error, delay), signal);
      delay = Math.min(delay * 2, slowestRetryMs);
    }
  }
}

/** How the platform answers for a bot it does not know: a token that was revoked, or never was one. */
function isBadToken(error: unknown): error is GrammyError {
  return error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404);
}

function retryDelay(error: unknown, fallback: number): number {
  return error instanceof GrammyError && error.parameters.retry_after !== undefined
    ? error.parameters.retry_after * 1000
    : fallback;
}
