import { Api } from 'grammy';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { deliverTelegram } from '../../bot/channels/telegram/deliver.ts';
import { parseUpdate } from '../../bot/channels/telegram/parse.ts';
import { encodeChat } from '../../bot/channels/telegram/refs.ts';
import { type Delivery } from '../../core/records/dialogue.ts';
import { type Outbound } from '../../core/outbound.ts';
import { botRef, messageRef, noon, outbound, sending } from '../support/builders.ts';
import { type FaultRule } from '../../sandbox/kit/faults.ts';
import { stage, type Stage } from '../sandbox/telegram/harness.ts';

const staff = botRef('telegram:staff');
let world: Stage;
let api: Api;

beforeAll(async () => {
  world = await stage();
  api = new Api(world.token, { apiRoot: world.url, timeoutSeconds: 1, sensitiveLogs: false });
});
afterAll(() => world.stop());
beforeEach(() => world.kit.faults.clear());

const lea = () => encodeChat(staff, world.lea.user.id);
const deliver = (operation: Outbound['operation'], target: Delivery | null = null, chat = lea()) =>
  deliverTelegram(api, outbound({ chat, operation }), target);

/** The delivery record of what was sent, as the store would have it. */
async function sent(operation: Outbound['operation']): Promise<Delivery> {
  const outcome = await deliver(operation);
  if (outcome.type !== 'done') throw new Error(`not sent: ${outcome.type}`);
  return {
    id: 'card',
    bot: staff,
    chat: lea(),
    status: 'sent',
    messages: [...outcome.messages],
    at: noon,
    resent: false,
    reason: null,
  };
}

const seen = () => world.lea.view('regie_bot').messages;
const last = () => seen().at(-1);
const pressSchema = z
  .looseObject({ callback_query: z.looseObject({ id: z.string() }) })
  .transform((update) => ({ query: update.callback_query.id }));
const rows = [[{ key: 'yes', label: 'Oui', nonce: 'nonce-1', kind: 'option' as const }]];
const editing = (text: string, changes: object = {}): Outbound['operation'] => ({
  type: 'edit',
  target: 'card',
  text: [{ text }],
  withoutButtons: null,
  rows,
  poll: null,
  ...changes,
});

describe('sending', () => {
  it('when a text holds signs of markup, they arrive as they were written, and our own bold is bold', async () => {
    const words = '*a* _b_ <b>c</b> `d` [e](https://x.test) & 😀';
    await deliver(sending('', { text: [{ text: words }, { text: 'gras 😀', style: 'bold' }] }));
    expect(last()?.text).toBe(`${words}gras 😀`);
    expect(JSON.stringify(last())).toContain('bold');
  });

  it('when a text is too long for one message, it comes in order, the buttons below the last', async () => {
    const before = seen().length;
    const delivery = await sent(sending(`${'a'.repeat(4000)}\n${'b'.repeat(4000)}`, { rows }));
    const fresh = seen().slice(before);
    expect(fresh.map((message) => message.text.slice(0, 1))).toEqual(['a', 'b']);
    expect(delivery.messages).toHaveLength(2);
    expect(Number(delivery.messages[0])).toBeGreaterThan(Number(delivery.messages[1]));
    expect(fresh.map((message) => JSON.stringify(message).includes('Oui'))).toEqual([false, true]);
  });

  it('when the message it answers is gone, it goes out without the quote', async () => {
    expect(await deliver(sending('réponse', { replyTo: messageRef('999999') }))).toMatchObject({ type: 'done' });
    expect(last()?.text).toBe('réponse');
  });

  it('when the reference is no chat of Telegram, fails for good', async () => {
    const outcome = await deliver(sending('x'), null, encodeChat(botRef('signal:+33'), 1));
    expect(outcome).toEqual({ type: 'failed', code: 'telegram.bad_chat', blocked: false });
  });
});

describe('editing', () => {
  it('when a card is edited, it changes in place and stays the same delivery', async () => {
    const card = await sent(sending('avant', { rows }));
    const before = seen().length;
    expect(await deliver(editing('après'), card)).toEqual({ type: 'done', messages: card.messages });
    expect(seen()).toHaveLength(before);
    expect(last()?.text).toBe('après');
  });

  it('when the edit changes nothing, it counts as made', async () => {
    const card = await sent(sending('pareil', { rows }));
    await deliver(editing('pareil'), card);
    expect(await deliver(editing('pareil'), card)).toEqual({ type: 'done', messages: card.messages });
  });

  it('when the card was never known to the platform, a new one takes its place', async () => {
    const card = await sent(sending('avant', { rows }));
    const outcome = await deliver(editing('nouvelle'), { ...card, messages: [messageRef('999999')] });
    expect(outcome).toMatchObject({ type: 'done', messages: [expect.not.stringMatching('999999')] });
    expect(last()?.text).toBe('nouvelle');
  });

  it('when the answer to the first sending was lost, the edit is sent as a new message', async () => {
    expect(await deliver(editing('seule'), null)).toMatchObject({ type: 'done', messages: [expect.any(String)] });
    expect(last()?.text).toBe('seule');
  });

  it('when a card grows beyond one message, its old copy loses its buttons and a new one is written', async () => {
    const card = await sent(sending('avant', { rows }));
    const outcome = await deliver(editing(`${'a'.repeat(4000)}\n${'b'.repeat(4000)}`), card);
    expect(outcome).toMatchObject({ type: 'done', messages: [expect.any(String), expect.any(String)] });
    const old = seen().find((message) => String(message.id) === card.messages[0]);
    expect(JSON.stringify(old)).not.toContain('Oui');
  });
});

describe('closing', () => {
  it('when a card is closed, its buttons go and its text stays; twice is no failure', async () => {
    const card = await sent(sending('question', { rows }));
    for (let times = 0; times < 2; times += 1)
      expect(await deliver({ type: 'close', target: 'card' }, card)).toEqual({ type: 'done', messages: card.messages });
    expect(last()?.text).toBe('question');
    expect(JSON.stringify(last())).not.toContain('Oui');
  });

  it('when nothing is known of the card, there is nothing to close', async () => {
    expect(await deliver({ type: 'close', target: 'card' }, null)).toEqual({ type: 'done', messages: [] });
  });
});

describe('pinning', () => {
  const pin = { type: 'pin', target: 'card', silent: true } as const;
  const group = (admins: readonly string[]) =>
    world.telegram.createGroup({ title: 'Gribitch', members: [world.lea.user.id], bots: ['regie_bot'], admins }).id;
  const delivered = async (chat: number, text = 'Feuille de route') => {
    const outcome = await deliver(sending(text), null, encodeChat(staff, chat));
    if (outcome.type !== 'done') throw new Error(`not sent: ${outcome.type}`);
    return { ...(await sent(sending('x'))), chat: encodeChat(staff, chat), messages: [...outcome.messages] };
  };
  const pinned = (chat: number) => world.telegram.chat(chat).pinned.map(String);

  it('when we may, the message stands at the top of its chat without a sound; twice is no failure', async () => {
    const chat = group(['regie_bot']);
    const card = await delivered(chat);
    for (let times = 0; times < 2; times += 1)
      expect(await deliver(pin, card, encodeChat(staff, chat))).toEqual({ type: 'done', messages: [] });
    expect(pinned(chat)).toEqual(card.messages);
    const calls = world.kit.ledger.entries({ kind: 'request' }).filter(({ method }) => method === 'pinChatMessage');
    expect(calls.at(-1)?.params).toMatchObject({ disable_notification: 'true' });
  });

  it('when the text came in pieces, its first is pinned', async () => {
    const chat = group(['regie_bot']);
    const card = await delivered(chat, `${'a'.repeat(4000)}\n${'b'.repeat(4000)}`);
    await deliver(pin, card, encodeChat(staff, chat));
    expect(pinned(chat)).toEqual([card.messages[1]]);
  });

  it('when we are no administrator of the group, it fails for good and nobody shut us out', async () => {
    const chat = group([]);
    const outcome = await deliver(pin, await delivered(chat), encodeChat(staff, chat));
    expect(outcome).toEqual({ type: 'failed', code: 'telegram.refused', blocked: false });
    expect(pinned(chat)).toEqual([]);
  });

  it('when the platform says that nothing changed, it counts as pinned', async () => {
    const card = await sent(sending('x'));
    const body = { ok: false, error_code: 400, description: 'Bad Request: CHAT_NOT_MODIFIED' };
    world.kit.faults.add({ match: { method: 'pinChatMessage' }, action: { type: 'status', code: 400, body } });
    expect(await deliver(pin, card)).toEqual({ type: 'done', messages: [] });
  });

  it('when the message never arrived, nothing is asked of the platform', async () => {
    const before = world.kit.ledger.entries({ kind: 'request' }).length;
    expect(await deliver(pin, null)).toEqual({ type: 'done', messages: [] });
    expect(world.kit.ledger.entries({ kind: 'request' })).toHaveLength(before);
  });

  it('when the platform tells us of our own pin, it is nothing for us', async () => {
    await world.updates();
    const card = await sent(sending('x'));
    await deliver(pin, card);
    const self = { bot: staff, id: world.botId, username: 'regie_bot' };
    const service = { ...last(), message_id: 1, date: 1, chat: { id: 1, type: 'private' }, text: undefined };
    const from = { id: world.botId, is_bot: true, first_name: 'Régie' };
    expect(parseUpdate({ update_id: 1, message: { ...service, from, pinned_message: {} } }, self)).toBeNull();
  });
});

describe('other operations', () => {
  it('when a message gets a sign, it shows on that message', async () => {
    const message = world.lea.write('regie_bot', 'pas là samedi');
    const react = { type: 'react', message: messageRef(String(message.message_id)), emoji: '👌' } as const;
    expect(await deliver(react)).toEqual({ type: 'done', messages: [] });
    expect(JSON.stringify(seen().find((one) => one.id === message.message_id))).toContain('👌');
  });

  it('when commands are shown, they are the menu of that chat alone', async () => {
    await deliver({ type: 'menu', commands: [{ name: 'indispo', description: 'dire quand tu n’es pas dispo' }] });
    expect(world.lea.menu('regie_bot')).toEqual([{ command: 'indispo', description: 'dire quand tu n’es pas dispo' }]);
    expect(world.tom.menu('regie_bot')).toEqual([]);
  });

  it('when a press is answered, its person sees the words; a second answer or one too late is a failure without harm', async () => {
    await sent(sending('appuie', { rows }));
    world.lea.press('regie_bot', { label: 'Oui' });
    const [update] = (await world.updates()).toReversed();
    const { query } = pressSchema.parse(update);
    expect(await deliver({ type: 'answer', query, text: 'C’est noté', alert: true })).toMatchObject({ type: 'done' });
    expect(world.lea.toasts().at(-1)).toMatchObject({ text: 'C’est noté' });
    expect(await deliver({ type: 'answer', query: 'unknown', text: '', alert: false })).toMatchObject({
      type: 'failed',
    });
  });
});

describe('what the platform answers', () => {
  const fault = (action: FaultRule['action'], nth = 1) =>
    world.kit.faults.add({ match: { platform: 'telegram', method: 'sendMessage' }, nth, action });
  const refusal = (code: number, description: string, parameters: object = {}) => ({
    type: 'status' as const,
    code,
    body: { ok: false, error_code: code, description, parameters },
  });

  it('when it names a time, that long is waited and nothing was done', async () => {
    fault(refusal(429, 'Too Many Requests: retry after 7', { retry_after: 7 }));
    expect(await deliver(sending('x'))).toEqual({ type: 'wait', ms: 7000 });
  });

  it('when the group became a supergroup, says where to', async () => {
    fault(refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', { migrate_to_chat_id: -1009 }));
    expect(await deliver(sending('x'))).toEqual({ type: 'moved', to: 'telegram:staff:-1009' });
  });

  it.each([
    [403, 'Forbidden: bot was blocked by the user', true],
    [403, 'Forbidden: bot was kicked from the group chat', true],
    [400, 'Bad Request: chat not found', true],
    [403, 'Forbidden: user is deactivated', true],
    [400, 'Bad Request: message text is empty', false],
  ])('when it refuses with %i « %s », fails for good, shut out: %s', async (code, description, blocked) => {
    fault(refusal(code, description));
    expect(await deliver(sending('x'))).toMatchObject({ type: 'failed', blocked });
  });

  it.each([
    ['cuts the connection after doing it', { type: 'reset-after-apply' } as const],
    ['cuts the connection before', { type: 'reset-before' } as const],
    ['answers half', { type: 'truncate' } as const],
    ['answers something else', { type: 'garbage' } as const],
    [
      'stands behind a gateway that answers for it',
      { type: 'status', code: 502, body: { error: 'bad gateway' } } as const,
    ],
    ['never answers', { type: 'hang', afterApply: true } as const],
  ])('when it %s, the outcome is unknown and not taken for a refusal', async (_case, action) => {
    fault(action);
    expect(await deliver(sending('x'))).toEqual({ type: 'unknown' });
  });

  it('when it says that it is in trouble itself, it is tried again a little later', async () => {
    fault(refusal(500, 'Internal Server Error'));
    expect(await deliver(sending('x'))).toMatchObject({ type: 'wait' });
  });

  it('when it cannot be reached at all, nothing was done and it is tried again a little later', async () => {
    const nowhere = new Api(world.token, { apiRoot: 'http://127.0.0.1:9', timeoutSeconds: 3 });
    const outcome = await deliverTelegram(nowhere, outbound({ chat: lea(), operation: sending('x') }), null);
    expect(outcome).toMatchObject({ type: 'wait' });
  });

  it('when it names a time between two pieces of a long text, no piece comes twice', async () => {
    fault(refusal(429, 'Too Many Requests: retry after 1', { retry_after: 1 }), 2);
    const before = seen().length;
    const long = sending(`${'p'.repeat(4000)}\n${'q'.repeat(4000)}`);
    const first = await deliver(long);
    if (first.type === 'wait') await deliver(long);
    expect(
      seen()
        .slice(before)
        .map((message) => message.text.slice(0, 1)),
    ).toEqual(['p', 'q']);
  });

  it('when the person has blocked the bot, it is shut out', async () => {
    world.tom.block('regie_bot');
    const outcome = await deliver(sending('x'), null, encodeChat(staff, world.tom.user.id));
    expect(outcome).toMatchObject({ type: 'failed', code: 'telegram.forbidden', blocked: true });
  });
});
