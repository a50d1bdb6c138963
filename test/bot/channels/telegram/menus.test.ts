import { type BotCommand } from 'grammy/types';
import { expect, it } from 'vitest';
import { syncMenus, type DefaultMenu } from '../../../../bot/channels/telegram/menus.ts';
import { createEffects } from '../../../../core/effect.ts';
import { systemClock } from '../../../../core/clock.ts';
import { systemRandom } from '../../../../core/random.ts';
import { createEffectLedger } from '../../../../store/effects.ts';
import { botRef } from '../../../support/builders.ts';
import { benches } from '../../../support/store.ts';

const bench = benches();

const menu = (command: string): DefaultMenu => ({
  scope: 'all_private_chats',
  language: null,
  commands: [{ command, description: command }],
});

it('when a release is rolled back, the menus of before are set again, and none while they are shown', async () => {
  let shown: readonly BotCommand[] = [];
  const calls: string[] = [];
  const api = {
    getMyCommands: async () => [...shown],
    setMyCommands: async (commands: readonly BotCommand[]) => {
      shown = commands;
      calls.push(commands.map(({ command }) => command).join());
      return true as const;
    },
  };
  const effects = createEffects(createEffectLedger(bench().connection), systemClock, 'owner');
  for (const command of ['aide', 'aide', 'roles', 'aide'])
    await syncMenus(api, botRef('telegram:staff'), [menu(command)], { effects, random: systemRandom });
  expect(calls).toEqual(['aide', 'roles', 'aide']);
});
