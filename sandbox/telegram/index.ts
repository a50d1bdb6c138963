import { mountKitControl } from '../kit/control.ts';
import type { Kit } from '../kit/kit.ts';
import type { RunningService, ServiceOptions } from '../kit/platform.ts';
import { createApp, listen } from '../kit/server.ts';
import { createControl } from './control.ts';
import type { NewBot, TelegramControl } from './control.ts';
import { mountTelegramControl } from './control-routes.ts';
import { createRateCounter, PUBLISHED_LIMITS } from './rate-limits.ts';
import { mountBotApi } from './server.ts';
import { createWebhookPusher } from './webhooks.ts';
import type { WebhookPusher } from './webhooks.ts';
import { createWorld } from './world.ts';

/** How the emulated Telegram starts. */
export interface TelegramOptions extends ServiceOptions {
  readonly bots?: readonly NewBot[];
  /** Refuse bots that write too often, as published; off by default so that tests need not wait. */
  readonly rateLimits?: boolean;
}

/** Starts an emulated Bot API on this machine; `url` is what the product takes as `TELEGRAM_API_ROOT`. */
export async function startTelegram(kit: Kit, options: TelegramOptions = {}): Promise<RunningService<TelegramControl>> {
  const world = createWorld(kit);
  const rates = createRateCounter(kit.clock, options.rateLimits === true ? PUBLISHED_LIMITS : undefined);
  const pushers: WebhookPusher[] = [];
  const people = createControl(world, rates);
  const control: TelegramControl = {
    ...people,
    createBot: (bot) => {
      const made = people.createBot(bot);
      const account = world.bots.get(made.id);
      if (account !== undefined) pushers.push(createWebhookPusher(world, account, rates));
      return made;
    },
  };
  for (const bot of options.bots ?? []) control.createBot(bot);

  const app = createApp();
  mountKitControl(app, kit);
  mountTelegramControl(app, kit, control);
  mountBotApi(app, world, rates);
  const server = await listen(app, options.port);
  return {
    url: server.origin,
    control,
    stop: async () => {
      for (const pusher of pushers) pusher.stop();
      await server.stop();
    },
  };
}
