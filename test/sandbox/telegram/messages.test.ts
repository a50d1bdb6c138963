import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stage } from './harness.ts';
import type { Stage } from './harness.ts';

let on: Stage;
beforeEach(async () => {
  on = await stage();
});
afterEach(() => on.stop());

const lea = (): number => on.lea.user.id;

describe('tokens and methods', () => {
  it('when the token is unknown, answers 401', async () => {
    expect(await on.call('getMe', {}, '1:nope')).toMatchObject({
      ok: false,
      error_code: 401,
      description: 'Unauthorized',
    });
  });

  it('when the method is unknown, answers 404', async () => {
    expect(await on.call('sendFax')).toMatchObject({ ok: false, error_code: 404, description: 'Not Found' });
  });

  it('when the method is written in another case, answers it', async () => {
    expect(await on.call('GETME')).toMatchObject({
      ok: true,
      result: { is_bot: true, can_read_all_group_messages: false },
    });
  });
});

describe('sending', () => {
  it('when the text is missing, empty or blank, refuses in the three ways the platform does', async () => {
    expect(await on.refused('sendMessage', { chat_id: lea() })).toBe('Bad Request: message text is empty');
    expect(await on.refused('sendMessage', { chat_id: lea(), text: '' })).toBe('Bad Request: message text is empty');
    expect(await on.refused('sendMessage', { chat_id: lea(), text: ' \n ' })).toBe(
      'Bad Request: text must be non-empty',
    );
  });

  it('when the text is 4096 characters of two code units each, accepts; one more, refuses', async () => {
    expect((await on.call('sendMessage', { chat_id: lea(), text: '😀'.repeat(4096) })).ok).toBe(true);
    expect(await on.refused('sendMessage', { chat_id: lea(), text: '😀'.repeat(4097) })).toBe(
      'Bad Request: message is too long',
    );
  });

  it('when the text holds half of a pair of UTF-16 units, refuses', async () => {
    expect(await on.refused('sendMessage', { chat_id: lea(), text: 'a\ud800' })).toBe(
      'Bad Request: strings must be encoded in UTF-8',
    );
  });

  it('when markup shortens the text below the limit, accepts', async () => {
    expect(
      (await on.call('sendMessage', { chat_id: lea(), text: `<b>${'x'.repeat(4096)}</b>`, parse_mode: 'HTML' })).ok,
    ).toBe(true);
  });

  it('when the chat is unknown, not started, or blocked, says which', async () => {
    const nina = on.telegram.createUser({ firstName: 'Nina' });
    on.tom.block('regie_bot');
    expect(await on.refused('sendMessage', { chat_id: 42, text: 'x' })).toBe('Bad Request: chat not found');
    expect(await on.refused('sendMessage', { text: 'x' })).toBe('Bad Request: chat_id is empty');
    expect(await on.refused('sendMessage', { chat_id: nina.id, text: 'x' })).toBe(
      "Forbidden: bot can't initiate conversation with a user",
    );
    expect(await on.refused('sendMessage', { chat_id: on.tom.user.id, text: 'x' })).toBe(
      'Forbidden: bot was blocked by the user',
    );
  });

  it('when the parameters come as a form, as a query or as multipart, reads them alike', async () => {
    const send = `${on.url}/bot${on.token}/sendMessage`;
    const keyboard = JSON.stringify({ inline_keyboard: [[{ text: 'Oui', callback_data: 'y' }]] });
    const form = new URLSearchParams({ chat_id: String(lea()), text: 'un', reply_markup: keyboard });
    const parts = new FormData();
    for (const [name, value] of form) parts.set(name, value);
    await fetch(`${send}?${form.toString()}`);
    await fetch(send, { method: 'POST', body: form });
    await fetch(send, { method: 'POST', body: parts });
    const seen = on.lea.view('regie_bot').messages.filter((message) => message.text === 'un');
    expect(seen.map((message) => message.keyboard[0]?.[0]?.text)).toEqual(['Oui', 'Oui', 'Oui']);
  });

  it('when the message replied to is not there, refuses, unless told not to mind', async () => {
    const reply = (extra: object): object => ({
      chat_id: lea(),
      text: 'x',
      reply_parameters: { message_id: 9999, ...extra },
    });
    expect(await on.refused('sendMessage', reply({}))).toBe('Bad Request: message to be replied not found');
    expect((await on.call('sendMessage', reply({ allow_sending_without_reply: true }))).ok).toBe(true);
  });
});

describe('entities', () => {
  const bold = (offset: number, length: number, text = 'hello'): object => ({
    chat_id: lea(),
    text,
    entities: [{ type: 'bold', offset, length }],
  });

  it.each([
    [100, 1, 'Bad Request: entity begins after the end of the text at UTF-16 offset 100'],
    [0, 100, 'Bad Request: entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 100'],
    [-1, 1, 'Bad Request: receive an entity with incorrect offset -1'],
  ])('when an entity lies at %i over %i, refuses', async (offset, length, text) => {
    expect(await on.refused('sendMessage', bold(offset, length))).toBe(text);
  });

  it('when an entity cuts a pair of UTF-16 units in two, refuses', async () => {
    expect(await on.refused('sendMessage', bold(0, 1, '😀'))).toContain('ends in a middle of a UTF-16 symbol');
  });

  it('when the type is unknown or the link is no address, refuses', async () => {
    const with1 = (entity: object): object => ({
      chat_id: lea(),
      text: 'hello',
      entities: [{ offset: 0, length: 5, ...entity }],
    });
    expect(await on.refused('sendMessage', with1({ type: 'blink' }))).toBe(
      "Bad Request: can't parse MessageEntity: Unsupported type specified",
    );
    expect(await on.refused('sendMessage', with1({ type: 'text_link', url: 'nope' }))).toBe(
      "Bad Request: entity URL 'nope' is invalid: Wrong HTTP URL",
    );
  });

  it('when the ends are blank, trims them and moves the entities', async () => {
    await on.say({ chat_id: lea(), text: '  ab ', entities: [{ type: 'bold', offset: 2, length: 3 }] });
    expect(on.lea.view('regie_bot').messages.at(-1)).toMatchObject({
      text: 'ab',
      entities: [{ type: 'bold', offset: 0, length: 2 }],
    });
  });

  it.each([
    ['HTML', '<b>x', `Can't find end tag corresponding to start tag "b"`],
    ['HTML', '<script>x</script>', 'Unsupported start tag "script" at byte offset 0'],
    ['HTML', '<b><i>test</b></i>', 'Unmatched end tag at byte offset 10, expected "</i>", found "</b>"'],
    ['MarkdownV2', '*x', "Can't find end of Bold entity at byte offset 0"],
    ['MarkdownV2', 'hello.', String.raw`Character '.' is reserved and must be escaped with the preceding '\'`],
    ['MarkdownV2', String.raw`*bold _italic\_*`, "Can't find end of Bold entity at byte offset 15"],
    ['Markdown', '*x', "Can't find end of the entity starting at byte offset 0"],
  ])('when %s markup is wrong (%s), refuses in the same words', async (mode, text, reason) => {
    expect(await on.refused('sendMessage', { chat_id: lea(), text, parse_mode: mode })).toBe(
      `Bad Request: can't parse entities: ${reason}`,
    );
  });

  it('when the parse mode is unknown, refuses', async () => {
    expect(await on.refused('sendMessage', { chat_id: lea(), text: 'x', parse_mode: 'BBCode' })).toBe(
      'Bad Request: unsupported parse_mode',
    );
  });
});

describe('keyboards', () => {
  const key = (button: object): object => ({
    chat_id: lea(),
    text: 'x',
    reply_markup: { inline_keyboard: [[button]] },
  });

  it('when the data of a button is 64 bytes, accepts; 65 bytes of accents, refuses', async () => {
    expect((await on.call('sendMessage', key({ text: 'a', callback_data: 'é'.repeat(32) }))).ok).toBe(true);
    expect(await on.refused('sendMessage', key({ text: 'a', callback_data: `${'é'.repeat(32)}a` }))).toBe(
      'Bad Request: BUTTON_DATA_INVALID',
    );
  });

  it.each([
    [
      { text: 'a', callback_data: '' },
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [{ callback_data: 'x' }, `can't parse inline keyboard button: Can't find field "text"`],
    [
      { text: 'a', url: 'http://localhost:3000/x' },
      "inline keyboard button URL 'http://localhost:3000/x' is invalid: Wrong HTTP URL",
    ],
    [
      { text: 'a', url: 'ftp://example.com' },
      "inline keyboard button URL 'ftp://example.com' is invalid: Unsupported URL protocol",
    ],
    [{ text: 'a', copy_text: { text: '' } }, 'BUTTON_COPY_TEXT_INVALID'],
    [{ text: 'a', pay: true }, 'BUTTON_TYPE_INVALID'],
  ])('when the button is %j, refuses', async (button, reason) => {
    expect(await on.refused('sendMessage', key(button))).toBe(`Bad Request: ${reason}`);
  });
});

describe('editing and deleting', () => {
  const target = (id: number, text: string): object => ({ chat_id: lea(), message_id: id, text });

  it('when nothing changes, refuses with the whole sentence; when it does, shows the edit', async () => {
    const id = await on.say({ chat_id: lea(), text: 'un' });
    expect(await on.refused('editMessageText', target(id, 'un'))).toBe(
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
    await on.call('editMessageText', target(id, 'deux'));
    expect(on.lea.view('regie_bot').messages.at(-1)).toMatchObject({ text: 'deux', edited: true });
  });

  it('when the text is edited without the keyboard, the keyboard goes', async () => {
    const id = await on.say({
      chat_id: lea(),
      text: 'un',
      reply_markup: { inline_keyboard: [[{ text: 'Oui', callback_data: 'y' }]] },
    });
    await on.call('editMessageText', target(id, 'deux'));
    expect(on.lea.view('regie_bot').messages.at(-1)?.keyboard).toEqual([]);
  });

  it("when the message is missing or somebody else's, refuses", async () => {
    const theirs = on.lea.write('regie_bot', 'salut').message_id;
    expect(await on.refused('editMessageText', target(9999, 'x'))).toBe('Bad Request: message to edit not found');
    expect(await on.refused('editMessageText', target(theirs, 'x'))).toBe("Bad Request: message can't be edited");
    expect(await on.refused('deleteMessage', { chat_id: lea(), message_id: 9999 })).toBe(
      'Bad Request: message to delete not found',
    );
  });

  it('when the message is older than 48 hours, no longer deletes it', async () => {
    const id = await on.say({ chat_id: lea(), text: 'un' });
    on.kit.clock.advance(49 * 3_600_000);
    expect(await on.refused('deleteMessage', { chat_id: lea(), message_id: id })).toBe(
      "Bad Request: message can't be deleted for everyone",
    );
  });

  it('when a message is deleted, people no longer see it', async () => {
    const id = await on.say({ chat_id: lea(), text: 'un' });
    await on.call('deleteMessage', { chat_id: lea(), message_id: id });
    const view = on.lea.view('regie_bot');
    expect(view.messages.some((message) => message.id === id)).toBe(false);
    expect(view.deleted).toEqual([id]);
  });
});
