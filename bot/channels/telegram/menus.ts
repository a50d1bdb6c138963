import { type Api } from 'grammy';
import { type EffectRunner } from '../../../core/effect.ts';
import { type Random } from '../../../core/random.ts';
import { type BotRef } from '../../../core/refs.ts';

/** The commands shown to anybody in private chats or in groups, in one language; null: whatever the app's language. */
export interface DefaultMenu {
  readonly scope: 'all_private_chats' | 'all_group_chats';
  readonly language: 'en' | null;
  readonly commands: readonly { readonly command: string; readonly description: string }[];
}

const deadlineMs = 60_000;

/**
 * Gives the platform the menus it shows before it knows who somebody is, where what it shows differs: it is asked at every
 * start, so that a rollback or a bot made anew is set right as well. Each difference found is an effect of its own.
 */
export async function syncMenus(
  api: Pick<Api, 'getMyCommands' | 'setMyCommands'>,
  bot: BotRef,
  menus: readonly DefaultMenu[],
  { effects, random }: { readonly effects: EffectRunner; readonly random: Random },
): Promise<void> {
  for (const menu of menus) {
    const params = { scope: menu.scope, language: menu.language, commands: menu.commands };
    const options = {
      scope: { type: menu.scope },
      ...(menu.language === null ? {} : { language_code: menu.language }),
    };
    const isShown = async (): Promise<boolean> => written(await api.getMyCommands(options)) === written(menu.commands);
    if (await isShown()) continue;
    await effects({
      key: `menu:${bot}:${menu.scope}:${menu.language ?? 'default'}:${random.token()}`,
      params,
      deadlineMs,
      run: () => api.setMyCommands([...menu.commands], options),
      reconcile: async () => ((await isShown()) ? { result: true } : null),
    });
  }
}

function written(commands: DefaultMenu['commands']): string {
  return JSON.stringify(commands.map(({ command, description }) => [command, description]));
}
