import { Api, Bot, GrammyError, HttpError, InlineKeyboard } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stage } from './harness.ts';
import type { Stage } from './harness.ts';

let on: Stage;
let api: Api;
beforeEach(async () => {
  on = await stage();
  api = new Api(on.token, { apiRoot: on.url, timeoutSeconds: 5 });
});
afterEach(() => on.stop());

const failure = async (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('grammY 1.46 on the emulated Bot API', () => {
  it('when it sends a keyboard, edits and answers a press, people see each step', async () => {
    const chat = on.lea.user.id;
    const sent = await api.sendMessage(chat, 'Ferme ?', {
      reply_markup: new InlineKeyboard().text('Oui', 'y').text('Non', 'n'),
    });
    on.lea.press('regie_bot', { label: 'Oui' });
    const [update] = await api.getUpdates({ offset: -1 });
    await api.answerCallbackQuery(update?.callback_query?.id ?? '', { text: 'Noté' });
    await api.editMessageText(chat, sent.message_id, 'Noté, Léa.');
    expect(on.lea.view('regie_bot').messages.at(-1)).toMatchObject({
      id: sent.message_id,
      text: 'Noté, Léa.',
      keyboard: [],
    });
    expect(on.lea.toasts()).toMatchObject([{ text: 'Noté', alert: false }]);
  });

  it('when it writes too fast, it reads how long to wait', async () => {
    on.telegram.setRateLimits({ privateBurst: 1 });
    await api.sendMessage(on.lea.user.id, 'un');
    const error = await failure(api.sendMessage(on.lea.user.id, 'deux'));
    expect(error).toBeInstanceOf(GrammyError);
    expect(error).toMatchObject({ error_code: 429, parameters: { retry_after: 1 } });
  });

  it.each([
    [429, 'Too Many Requests: retry after 1'],
    [502, 'Bad Gateway'],
  ])("when a %i is scripted without a body, it reads the platform's own words", async (code, description) => {
    on.kit.faults.add({
      match: { method: 'sendMessage', chat: String(on.lea.user.id) },
      action: { type: 'status', code },
    });
    expect(await failure(api.sendMessage(on.lea.user.id, 'un'))).toMatchObject({ error_code: code, description });
  });

  it('when the answer is lost after the fact, it sees a broken call and the message stands', async () => {
    on.kit.faults.add({ match: { method: 'sendMessage' }, action: { type: 'reset-after-apply' } });
    const error = await failure(api.sendMessage(on.lea.user.id, 'un'));
    expect(error).toBeInstanceOf(HttpError);
    expect(on.lea.view('regie_bot').messages.filter((message) => message.text === 'un')).toHaveLength(1);
    expect(on.kit.ledger.entries({ method: 'sendMessage' })).toMatchObject([
      { applied: true, fault: 'reset-after-apply' },
    ]);
  });

  it('when the connection is cut before, nothing is there', async () => {
    on.kit.faults.add({ match: { method: 'sendMessage' }, action: { type: 'reset-before' } });
    expect(await failure(api.sendMessage(on.lea.user.id, 'un'))).toBeInstanceOf(HttpError);
    expect(on.lea.view('regie_bot').messages.some((message) => message.text === 'un')).toBe(false);
  });

  it('when the answer is no JSON, the call fails rather than succeeds', async () => {
    on.kit.faults.add({ match: { method: 'sendMessage' }, action: { type: 'garbage' } });
    expect(await failure(api.sendMessage(on.lea.user.id, 'un'))).toBeInstanceOf(Error);
  });

  it('when a whole bot polls, it hears a person, answers, and stops cleanly', async () => {
    const bot = new Bot(on.token, { client: { apiRoot: on.url, timeoutSeconds: 5 } });
    bot.on('message:text', (context) => context.reply(`Tu dis : ${context.message.text}`));
    const running = bot.start({ drop_pending_updates: false });
    on.lea.write('regie_bot', 'salut');
    await on.lea.waitFor('regie_bot', (view) => view.messages.at(-1)?.text === 'Tu dis : salut');
    await bot.stop();
    await running;
    expect((await on.call('getUpdates')).result).toEqual([]);
  });

  it('when another process polls, the bot ends with the 409', async () => {
    const bot = new Bot(on.token, { client: { apiRoot: on.url, timeoutSeconds: 5 } });
    bot.on('message', () => undefined);
    const running = failure(bot.start());
    await on.kit.ledger.waitFor((entry) => entry.method === 'deleteWebhook', 2000);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await on.call('getUpdates', { timeout: 1 });
    expect(await running).toMatchObject({ error_code: 409 });
  });
});
