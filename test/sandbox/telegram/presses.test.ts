import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stage } from './harness.ts';
import type { Stage } from './harness.ts';

let on: Stage;
let card: number;
beforeEach(async () => {
  on = await stage();
  card = await on.say({
    chat_id: on.lea.user.id,
    text: 'Ferme ?',
    reply_markup: {
      inline_keyboard: [
        [
          { text: "C'est ferme", callback_data: 'n1' },
          { text: 'Plan', url: 'https://example.org/plan' },
        ],
      ],
    },
  });
});
afterEach(() => on.stop());

const asked = async (): Promise<string> => {
  const press = on.lea.press('regie_bot', { label: "C'est ferme" });
  if (press.type !== 'callback') throw new Error('not a callback');
  return press.callbackQueryId;
};

describe('pressing', () => {
  it('when a button is pressed by its label, the bot gets the data, the person and the message', async () => {
    const id = await asked();
    expect(await on.updates()).toMatchObject([
      {
        callback_query: {
          id,
          data: 'n1',
          from: { id: on.lea.user.id },
          message: { message_id: card, text: 'Ferme ?' },
        },
      },
    ]);
  });

  it('when the button opens an address, the bot hears nothing', async () => {
    expect(on.lea.press('regie_bot', { label: 'Plan' })).toEqual({ type: 'opened', url: 'https://example.org/plan' });
    expect(await on.updates()).toEqual([]);
  });

  it('when no button says that, refuses and names those there are', () => {
    expect(() => on.lea.press('regie_bot', { label: 'Non' })).toThrow("there are: C'est ferme | Plan");
  });

  it('when the bot answers, the person sees the toast once; a second answer is refused', async () => {
    const id = await asked();
    expect((await on.call('answerCallbackQuery', { callback_query_id: id, text: 'Noté', show_alert: true })).ok).toBe(
      true,
    );
    expect(on.lea.toasts()).toMatchObject([{ text: 'Noté', alert: true, callbackId: id }]);
    expect(await on.refused('answerCallbackQuery', { callback_query_id: id })).toBe(
      'Bad Request: query is too old and response timeout expired or query ID is invalid',
    );
  });

  it('when the answer comes after 15 seconds, or for another bot, refuses', async () => {
    const other = on.telegram.createBot({ username: 'other_bot' });
    const mine = await asked();
    const answer = await on.call('answerCallbackQuery', { callback_query_id: mine }, other.token);
    expect(answer.description).toContain('query is too old');
    on.kit.clock.advance(15_001);
    expect(await on.refused('answerCallbackQuery', { callback_query_id: mine })).toContain('query is too old');
  });

  it('when the text of the answer is longer than 200 characters, refuses', async () => {
    expect(await on.refused('answerCallbackQuery', { callback_query_id: await asked(), text: 'x'.repeat(201) })).toBe(
      'Bad Request: MESSAGE_TOO_LONG',
    );
  });

  it('when a press is forged, the bot gets it as an attacker would make it', async () => {
    on.tom.forgePress({ bot: 'regie_bot', data: 'n1', inlineMessageId: 'AAA' });
    on.tom.forgePress({ bot: 'regie_bot', data: 'zz', messageId: 4242 });
    const updates = await on.updates();
    expect(updates).toMatchObject([
      { callback_query: { from: { id: on.tom.user.id }, data: 'n1', inline_message_id: 'AAA' } },
      { callback_query: { data: 'zz', message: { message_id: 4242, date: 0, chat: { id: on.tom.user.id } } } },
    ]);
  });

  it('when a card is forwarded, its buttons stay behind', () => {
    const { id } = on.telegram.createGroup({ title: 'Équipe', members: [on.lea.user.id] });
    const forwarded = on.lea.forward('regie_bot', card, id);
    expect(forwarded.reply_markup).toBeUndefined();
    expect(forwarded.forward_origin).toMatchObject({ type: 'user', sender_user: { id: on.botId } });
  });

  it('when a person votes in an open poll, the bot hears who and what', async () => {
    const poll = await on.say({ chat_id: on.lea.user.id, text: 'sondage' });
    const sent = await on.call('sendPoll', {
      chat_id: on.lea.user.id,
      question: 'Samedi ?',
      options: [{ text: 'Oui' }, { text: 'Non' }],
      is_anonymous: false,
    });
    on.lea.vote('regie_bot', poll + 1, [1]);
    expect(sent.ok).toBe(true);
    expect(await on.updates()).toMatchObject([
      { poll: { total_voter_count: 1, options: [{ voter_count: 0 }, { voter_count: 1 }] } },
      { poll_answer: { user: { id: on.lea.user.id }, option_ids: [1] } },
    ]);
  });
});

describe('the control routes', () => {
  const control = async (name: string, body: object): Promise<{ status: number; body: unknown }> => {
    const answer = await fetch(`${on.url}/control/telegram/${name}`, { method: 'POST', body: JSON.stringify(body) });
    return { status: answer.status, body: await answer.json() };
  };

  it('when a person writes and presses over HTTP, it is as in process, and the ledger knows', async () => {
    const user = on.lea.user.id;
    expect((await control('write', { user, to: '@regie_bot', text: 'salut' })).status).toBe(200);
    expect((await control('press', { user, to: 'regie_bot', label: "C'est ferme" })).body).toMatchObject({
      type: 'callback',
      messageId: card,
    });
    expect(await on.updates()).toMatchObject([{ message: { text: 'salut' } }, { callback_query: { data: 'n1' } }]);
    expect(on.kit.ledger.entries({ kind: 'act' }).map((entry) => entry.method)).toEqual(['write', 'press']);
  });

  it('when a chat is read, shows it as the person sees it', async () => {
    const answer: unknown = await (
      await fetch(`${on.url}/control/telegram/chats/${on.botId}:${on.lea.user.id}`)
    ).json();
    expect(answer).toMatchObject({
      kind: 'private',
      started: true,
      messages: [{ text: '/start' }, { text: 'Ferme ?', keyboard: [[{ text: "C'est ferme" }, {}]] }],
    });
  });

  it('when the call does not parse or cannot be done, answers 400 and says why', async () => {
    expect(await control('write', { user: on.lea.user.id, to: 'regie_bot' })).toMatchObject({ status: 400 });
    expect(await control('press', { user: on.lea.user.id, to: 'regie_bot', label: 'Non' })).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('no button "Non"') },
    });
  });

  it('when a test waits for a message, it resolves as soon as it is there', async () => {
    const waited = on.lea.waitFor('regie_bot', (view) => view.messages.at(-1)?.text === 'Noté', 2000);
    await on.say({ chat_id: on.lea.user.id, text: 'Noté' });
    expect((await waited).messages.at(-1)?.text).toBe('Noté');
    await expect(on.lea.waitFor('regie_bot', () => false, 20)).rejects.toThrow('regie_bot: Noté');
  });

  it('when the bot is typing, people see it for five seconds', async () => {
    await on.call('sendChatAction', { chat_id: on.lea.user.id, action: 'typing' });
    expect(on.lea.view('regie_bot').typing).toBe('typing');
    on.kit.clock.advance(5000);
    expect(on.lea.view('regie_bot').typing).toBeNull();
  });
});
