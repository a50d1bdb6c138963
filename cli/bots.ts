import { type Channel } from '../core/channel.ts';
import { createEffects } from '../core/effect.ts';
import { type TextsOf } from '../core/texts.ts';
import { commitOf, put } from '../core/commit.ts';
import { systemRandom } from '../core/random.ts';
import { botTokens } from '../core/records/tokens.ts';
import { type BotRef } from '../core/refs.ts';
import { createSignal } from '../bot/channels/signal/channel.ts';
import { createTelegram, type TelegramIntake } from '../bot/channels/telegram/channel.ts';
import { type DefaultMenu } from '../bot/channels/telegram/menus.ts';
import { telegramBot } from '../bot/channels/telegram/refs.ts';
import { catalogue } from '../conversations/catalogue.ts';
import { createEffectLedger } from '../store/effects.ts';
import { createSignalClient } from '../integrations/signal/client.ts';
import { type Runtime } from './runtime.ts';

/** Every bot of this installation: the staff bot, the acts' own bots, the Signal number. */
export async function createChannels(runtime: Runtime): Promise<Channel[]> {
  const { config, log } = runtime;
  const tokens = await telegramTokens(runtime);
  const menus = defaultMenus((await runtime.services()).textsOf);
  const effects = createEffects(createEffectLedger(runtime.connection), runtime.clock, systemRandom.token());
  const telegram = [...tokens].map(([bot, token]) =>
    createTelegram({
      bot,
      token,
      apiRoot: config.telegram.apiRoot,
      intake: intakeOf(runtime, bot),
      menus,
      effects,
      random: systemRandom,
      dispensable: bot !== telegramBot('staff'),
      log,
    }),
  );
  if (config.signal === null) return telegram;
  const client = createSignalClient(config.signal);
  const { agency } = await runtime.services();
  return [...telegram, createSignal({ client, profileName: agency.name, log })];
}

/** What a stranger's app may show: the commands open to everybody, which says nothing about the agency. */
function defaultMenus(textsOf: TextsOf): DefaultMenu[] {
  return (['all_private_chats', 'all_group_chats'] as const).flatMap((scope) =>
    ([null, 'en'] as const).map((language): DefaultMenu => {
      const texts = textsOf(language ?? 'fr');
      const chat = scope === 'all_private_chats' ? 'private' : 'group';
      const open = catalogue.commands.filter(
        (command) =>
          command.listed && command.permission.roles === 'everyone' && command.permission.chats.includes(chat),
      );
      return {
        scope,
        language,
        commands: open.map((command) => ({
          command: command.name[texts.locale],
          description: texts.label(`command-${command.name.fr}`),
        })),
      };
    }),
  );
}

/** Tokens by bot. Those of the acts live encrypted in the store; the environment puts new ones there. */
export async function telegramTokens(runtime: Runtime): Promise<Map<BotRef, string>> {
  const { config, store, cipher } = runtime;
  for (const [artist, token] of Object.entries(config.telegram.artistTokens)) {
    const bot = telegramBot(artist);
    const known = await store.get(botTokens, bot);
    if (known !== null && cipher.open(known.value.sealed, bot) === token) continue;
    await store.commit(
      commitOf(`token:${systemRandom.token()}`, {
        writes: [put(botTokens, { id: bot, sealed: cipher.seal(token, bot) })],
      }),
    );
  }
  const stored = await store.all(botTokens);
  const tokens = new Map(stored.map(({ value }): [BotRef, string] => [value.id, cipher.open(value.sealed, value.id)]));
  return config.telegram.staffToken === null
    ? tokens
    : new Map([[telegramBot('staff'), config.telegram.staffToken], ...tokens]);
}

function intakeOf(runtime: Runtime, bot: BotRef): TelegramIntake {
  const { webhook } = runtime.config.telegram;
  if (webhook === null) return { type: 'polling' };
  return {
    type: 'webhook',
    url: `${webhook.url.replace(/\/$/, '')}/telegram/${bot.slice('telegram:'.length)}`,
    secret: webhook.secret,
  };
}
