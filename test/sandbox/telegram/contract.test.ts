import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { METHOD_NAMES } from '../../../sandbox/telegram/dispatch.ts';
import { contractOf, loadTelegramContract } from '../../contracts/telegram-contract.ts';
import { stage } from './harness.ts';
import type { Stage } from './harness.ts';

const contract = loadTelegramContract();
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

let on: Stage;
beforeEach(async () => {
  on = await stage();
});
afterEach(() => on.stop());

/** Sends a file as multipart and returns its message's number. */
async function upload(method: string, field: string, bytes: Uint8Array<ArrayBuffer>, name: string): Promise<number> {
  const form = new FormData();
  form.set('chat_id', String(on.lea.user.id));
  form.set('caption', 'voir example.org');
  form.set(field, new Blob([bytes]), name);
  const answer = await fetch(`${on.url}/bot${on.token}/${method}`, { method: 'POST', body: form });
  return Number(/"message_id":(\d+)/.exec(await answer.text())?.[1]);
}

/** Lives a day with the bot: every implemented method answered once with success, every kind of update produced. */
async function liveADay(): Promise<void> {
  const lea = on.lea.user.id;
  const all = [
    'message',
    'edited_message',
    'callback_query',
    'my_chat_member',
    'chat_member',
    'message_reaction',
    'poll',
    'poll_answer',
  ];
  await on.call('getUpdates', { allowed_updates: all });
  const group = on.telegram.createGroup({
    title: 'Gribitch',
    members: [lea, on.tom.user.id],
    bots: ['regie_bot'],
    admins: ['regie_bot'],
  }).id;
  const photo = await upload('sendPhoto', 'photo', Uint8Array.from(Buffer.from(PIXEL, 'base64')), 'a.png');
  await upload('sendDocument', 'document', new Uint8Array([1, 2]), 'b.pdf');
  await upload('sendVoice', 'voice', new Uint8Array([1, 2]), 'c.oga');
  const card = await on.say({
    chat_id: lea,
    text: 'Ferme ? /aide @regie_bot #tour https://example.org a@b.fr',
    reply_markup: {
      inline_keyboard: [
        [
          { text: 'Oui', callback_data: 'y', style: 'success' },
          { text: 'RIB', copy_text: { text: 'FR76' } },
        ],
      ],
    },
    link_preview_options: { is_disabled: true },
  });
  const at = { chat_id: lea, message_id: card };
  const inGroup = { chat_id: group, message_id: await on.say({ chat_id: group, text: 'Feuille' }) };
  on.lea.press('regie_bot', { label: 'Oui' });
  on.lea.forgePress({ bot: 'regie_bot', data: 'x', messageId: 9 });
  on.lea.forgePress({ bot: 'regie_bot', data: 'x', inlineMessageId: 'AA' });
  const press = on.lea.press('regie_bot', { data: 'y' });
  await on.call('answerCallbackQuery', {
    callback_query_id: press.type === 'callback' ? press.callbackQueryId : '',
    text: 'Noté',
  });
  await on.call('editMessageText', {
    ...at,
    text: 'Noté',
    entities: [{ type: 'date_time', offset: 0, length: 4, unix_time: 1 }],
  });
  await on.call('editMessageReplyMarkup', {
    ...at,
    reply_markup: { inline_keyboard: [[{ text: 'Annuler', callback_data: 'u' }]] },
  });
  await on.call('editMessageCaption', { chat_id: lea, message_id: photo, caption: 'autre' });
  await on.call('setMessageReaction', { ...at, reaction: [{ type: 'emoji', emoji: '👀' }] });
  await on.call('forwardMessage', { chat_id: group, from_chat_id: lea, message_id: card });
  await on.call('copyMessage', { chat_id: group, from_chat_id: lea, message_id: card });
  for (const method of ['pinChatMessage', 'unpinChatMessage', 'pinChatMessage']) await on.call(method, inGroup);
  await on.call('getChat', { chat_id: group });
  await on.call('unpinAllChatMessages', { chat_id: group });
  await on.call('getChat', { chat_id: lea });
  for (const user_id of [lea, on.tom.user.id, on.botId]) await on.call('getChatMember', { chat_id: group, user_id });
  await on.call('getChatAdministrators', { chat_id: group });
  await on.call('getChatMemberCount', { chat_id: group });
  await on.call('sendContact', { chat_id: lea, phone_number: '+33612345678', first_name: 'Karim' });
  await on.call('sendLocation', { chat_id: lea, latitude: 45.4, longitude: 4.4 });
  await on.call('sendChatAction', { chat_id: lea, action: 'typing' });
  await on.call('sendMessageDraft', { chat_id: lea, draft_id: 1, text: 'je cherche' });
  await on.call('sendPoll', {
    chat_id: group,
    question: 'Samedi ?',
    options: [{ text: 'Oui' }, { text: 'Non' }],
    is_anonymous: false,
  });
  const poll = on.telegram.chat(group).messages.findLast((message) => message.poll !== null)?.id ?? 0;
  on.lea.vote(group, poll, [0]);
  await on.call('stopPoll', { chat_id: group, message_id: poll });
  await settings(group);
  await peopleAct(group, inGroup.message_id);
  await on.call('deleteMessage', inGroup);
  await on.call('deleteMessages', { chat_id: lea, message_ids: [card, photo] });
  await on.call('getUpdates');
  await on.call('leaveChat', { chat_id: on.telegram.migrate(group).id });
  await on.call('setWebhook', { url: 'http://127.0.0.1:1/', allowed_updates: ['message'] });
  await on.call('getWebhookInfo');
  await on.call('deleteWebhook');
}

async function settings(group: number): Promise<void> {
  const list = { scope: { type: 'chat', chat_id: group }, language_code: 'fr' };
  await on.call('setMyCommands', { commands: [{ command: 'aide', description: 'Aide' }], ...list });
  for (const method of ['getMyCommands', 'deleteMyCommands']) await on.call(method, list);
  await on.call('getMe');
  await on.call('setMyName', { name: 'Régie' });
  await on.call('setMyDescription', { description: 'La régie de l’agence' });
  await on.call('setMyShortDescription', { short_description: 'Régie' });
  for (const method of ['getMyName', 'getMyDescription', 'getMyShortDescription', 'setChatMenuButton'])
    await on.call(method);
}

async function peopleAct(group: number, target: number): Promise<void> {
  const { message_id: mine } = on.lea.write(group, 'demain à 21 h ?', { replyTo: target });
  on.lea.edit(group, mine, 'demain à 22 h ?');
  on.lea.react(group, target, ['👍']);
  on.lea.write(group, 'avis', { anonymous: true });
  on.lea.send('regie_bot', { kind: 'voice', seconds: 4 });
  on.lea.send('regie_bot', { kind: 'photo', caption: 'scène' });
  on.lea.send('regie_bot', { kind: 'document', name: 'rib.pdf' });
  on.lea.send('regie_bot', { kind: 'sticker' });
  on.lea.send('regie_bot', { kind: 'contact', phone: '+33612345678', name: 'Karim' });
  on.lea.send('regie_bot', { kind: 'location', latitude: 1, longitude: 2 });
  on.lea.forward('regie_bot', 1, group);
  on.tom.leave(group);
  on.tom.join(group);
  on.telegram.setMember(group, on.tom.user.id, 'kicked');
  on.tom.block('regie_bot');
  on.tom.unblock('regie_bot');
  const file = on.lea.view('regie_bot').messages.findLast((message) => message.file !== null)?.file;
  await on.call('getFile', { file_id: file?.id });
}

describe('the published Bot API 10.1', () => {
  it('when a day is lived, every method answers, and every answer and every update is as published', async () => {
    await liveADay();
    const requests = on.kit.ledger.entries({ kind: 'request' });
    const refused = requests
      .filter((entry) => entry.status !== 200)
      .map((entry) => `${entry.method}: ${JSON.stringify(entry.result)}`);
    const asked = requests.flatMap(
      (entry) => contract?.validateRequest(entry.method, { ...Object(entry.params) }) ?? [],
    );
    const problems = requests.flatMap((entry) => {
      const { result } = Object(entry.result);
      return contract?.validateResult(entry.method, result) ?? [];
    });
    const updates = on.kit.ledger.entries({ kind: 'update' }).filter((entry) => entry.method !== 'webhook');
    const misshapen = updates.flatMap((entry) => contract?.validateObject('Update', entry.params) ?? []);
    expect({ refused, asked, problems, misshapen }).toEqual({ refused: [], asked: [], problems: [], misshapen: [] });
    const answered = new Set(requests.map((entry) => entry.method));
    // A poll that brings nothing is not worth a line in the ledger.
    expect(METHOD_NAMES.filter((name) => !answered.has(name) && name !== 'getUpdates')).toEqual([]);
    expect(new Set(updates.map((entry) => entry.method)).size).toBe(8);
  });

  it('when the emulator has a method, it is a published one', () => {
    const unknown = METHOD_NAMES.filter((name) =>
      contract?.validateResult(name, undefined).includes(`${name}: no such method`),
    );
    expect(unknown).toEqual([]);
  });
});

const text = (name: string, required = true, description = ''): object => ({
  name,
  types: ['String'],
  required,
  description,
});
const number = (name: string): object => ({ name, types: ['Integer'], required: true, description: '' });
const of = (name: string, type: string, required = false): object => ({
  name,
  types: [type],
  required,
  description: '',
});

/** A description in the published format, small enough to read. */
const small = contractOf({
  version: 'small',
  methods: {
    sendMessage: {
      returns: ['Message'],
      fields: [
        { ...number('chat_id'), types: ['Integer', 'String'] },
        text('text'),
        of('reply_markup', 'InlineKeyboardMarkup'),
      ],
    },
  },
  types: {
    Update: { fields: [number('update_id'), of('message', 'Message')] },
    Message: { fields: [number('message_id'), of('from', 'User', true)] },
    User: { fields: [number('id'), text('first_name')] },
    InlineKeyboardMarkup: { fields: [of('inline_keyboard', 'Array of Array of InlineKeyboardButton', true)] },
    InlineKeyboardButton: { fields: [text('text'), text('callback_data', false)] },
    ChatMember: { subtypes: ['ChatMemberMember', 'ChatMemberBanned'] },
    ChatMemberMember: {
      fields: [text('status', true, 'The member\'s status in the chat, always "member"'), of('user', 'User', true)],
    },
    ChatMemberBanned: {
      fields: [
        text('status', true, 'The member\'s status in the chat, always "kicked"'),
        of('user', 'User', true),
        number('until_date'),
      ],
    },
  },
});

describe('the checks themselves', () => {
  it('when a field is missing, unknown or of another type, says where', () => {
    expect(small.validateObject('User', { id: 1, first_name: 'L' })).toEqual([]);
    expect(small.validateObject('User', { id: 1 })).toEqual(['User.first_name: required, missing']);
    expect(small.validateObject('User', { id: '1', first_name: 'L' })).toEqual(['User.id: expected Integer, got "1"']);
    expect(small.validateObject('User', { id: 1, first_name: 'L', nick: 'l' })).toEqual([
      'User.nick: not in the published description',
    ]);
    expect(small.validateObject('Update', { update_id: 1, message: { message_id: 1 } })).toEqual([
      'Update.message.from: required, missing',
    ]);
  });

  it('when a type has several forms, the constant it carries says which one it must fit', () => {
    const user = { id: 1, first_name: 'L' };
    expect(small.validateObject('ChatMember', { status: 'member', user })).toEqual([]);
    expect(small.validateObject('ChatMember', { status: 'kicked', user })).toEqual([
      'ChatMember.until_date: required, missing',
    ]);
    expect(small.validateObject('ChatMember', { status: 'guest', user })).toEqual([
      'ChatMember.status: must be member, got "guest"',
    ]);
  });

  it('when a request is checked, takes objects and JSON texts alike and finds what is wrong inside', () => {
    const keyboard = { inline_keyboard: [[{ text: 'Oui', callback_data: 'y' }]] };
    expect(small.validateRequest('sendMessage', { chat_id: 1, text: 'x', reply_markup: keyboard })).toEqual([]);
    expect(
      small.validateRequest('sendMessage', { chat_id: '1', text: 'x', reply_markup: JSON.stringify(keyboard) }),
    ).toEqual([]);
    expect(
      small.validateRequest('sendMessage', { chat_id: 1, text: 'x', reply_markup: { inline_keyboard: [[{}]] } }),
    ).toEqual(['sendMessage.reply_markup.inline_keyboard[0][0].text: required, missing']);
    expect(small.validateRequest('sendMessage', { chat_id: 1, txt: 'x' })).toEqual([
      'sendMessage.txt: not in the published description',
      'sendMessage.text: required, missing',
    ]);
    expect(small.validateRequest('sendFax', {})).toEqual(['sendFax: no such method']);
  });
});
