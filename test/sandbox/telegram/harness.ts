import { z } from 'zod';
import { createKit } from '../../../sandbox/kit/kit.ts';
import type { Kit } from '../../../sandbox/kit/kit.ts';
import type { PersonControl, TelegramControl } from '../../../sandbox/telegram/control.ts';
import { startTelegram } from '../../../sandbox/telegram/index.ts';
import type { TelegramOptions } from '../../../sandbox/telegram/index.ts';

const answerSchema = z.looseObject({
  ok: z.boolean(),
  result: z.unknown().optional(),
  error_code: z.number().optional(),
  description: z.string().optional(),
  parameters: z
    .looseObject({ retry_after: z.number().optional(), migrate_to_chat_id: z.number().optional() })
    .optional(),
});
/** What the Bot API answers. */
type Answer = z.infer<typeof answerSchema>;

const messageSchema = z.looseObject({
  message_id: z.number(),
  text: z.string().optional(),
  edit_date: z.number().optional(),
});
const updateSchema = z.looseObject({ update_id: z.number() });

/** An emulated Telegram with one bot, two people (both have started it) and ways to call it. */
export interface Stage {
  readonly kit: Kit;
  readonly url: string;
  readonly token: string;
  readonly botId: number;
  readonly telegram: TelegramControl;
  readonly lea: PersonControl;
  readonly tom: PersonControl;
  call(method: string, params?: object, token?: string): Promise<Answer>;
  /** Calls and returns the sentence of the refusal; fails when it was accepted. */
  refused(method: string, params?: object): Promise<string>;
  /** Sends a text and returns the message's number. */
  say(params: object): Promise<number>;
  /** The updates waiting, confirmed by reading them. */
  updates(): Promise<readonly z.infer<typeof updateSchema>[]>;
  stop(): Promise<void>;
}

/** Starts it, with nothing waiting in the bot's queue. */
export async function stage(options: TelegramOptions = {}): Promise<Stage> {
  const kit = createKit();
  const service = await startTelegram(kit, options);
  const telegram = service.control;
  const bot = telegram.createBot({ username: 'regie_bot' });
  const lea = telegram.user(
    telegram.createUser({ id: 5_100_000_001, firstName: 'Léa', username: 'lea', languageCode: 'fr' }).id,
  );
  const tom = telegram.user(telegram.createUser({ id: 5_100_000_002, firstName: 'Tom', languageCode: 'en' }).id);
  lea.start('regie_bot');
  tom.start('regie_bot');
  let offset = 0;

  async function call(method: string, params: object = {}, token = bot.token): Promise<Answer> {
    const answer = await fetch(`${service.url}/bot${token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(params),
    });
    return answerSchema.parse(await answer.json());
  }

  async function updates(): Promise<readonly z.infer<typeof updateSchema>[]> {
    const answer = await call('getUpdates', { offset });
    const list = z.array(updateSchema).parse(answer.result);
    offset = (list.at(-1)?.update_id ?? offset - 1) + 1;
    return list;
  }
  await updates();
  // The second reading confirms the first.
  await updates();

  return {
    kit,
    url: service.url,
    token: bot.token,
    botId: bot.id,
    telegram,
    lea,
    tom,
    call,
    refused: async (method, params) => {
      const answer = await call(method, params);
      if (answer.ok) throw new Error(`${method} was accepted`);
      return answer.description ?? '';
    },
    say: async (params) => {
      const answer = await call('sendMessage', params);
      if (!answer.ok) throw new Error(answer.description);
      return messageSchema.parse(answer.result).message_id;
    },
    updates,
    stop: () => service.stop(),
  };
}
