import { createHash } from 'node:crypto';
import { type Api } from 'grammy';
import { type EffectRunner } from '../../../core/effect.ts';
import { type BotRef } from '../../../core/refs.ts';

/** The commands shown to anybody in private chats or in groups, in one language; null: whatever the app's language. */
export interface DefaultMenu {
  readonly scope: 'all_private_chats' | 'all_group_chats';
  readonly language: 'en' | null;
  readonly commands: readonly { readonly command: string; readonly description: string }[];
}

const deadlineMs = 60_000;

/** Gives the platform the menus it shows before it knows who somebody is; each once until its content changes. */
export async function syncMenus(
  api: Api,
  bot: BotRef,
  menus: readonly DefaultMenu[],
  effects: EffectRunner,
): Promise<void> {
  for (const menu of menus) {
    const params = { scope: menu.scope, language: menu.language, commands: menu.commands };
    const content = createHash('sha256').update(JSON.stringify(params)).digest('base64url').slice(0, 16);
    const options = {
      scope: { type: menu.scope },
      ...(menu.language === null ? {} : { language_code: menu.language }),
    };
    await effects({
      key: `menu:${bot}:${menu.scope}:${menu.language ?? 'default'}:${content}`,
      params,
      deadlineMs,
      run: () => api.setMyCommands([...menu.commands], options),
      reconcile: async () => {
        const shown = await api.getMyCommands(options);
        return JSON.stringify(shown) === JSON.stringify(menu.commands) ? { result: true } : null;
      },
    });
  }
}
