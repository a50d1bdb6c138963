import { describe, expect, it } from 'vitest';
import { parseUpdate } from '../../bot/channels/telegram/parse.ts';
import { inboundSchema } from '../../core/inbound.ts';
import { botRef } from '../support/builders.ts';

const self = { bot: botRef('telegram:staff'), id: 7000, username: 'Regie_Staff_Bot' };
const lea = { id: 1001, is_bot: false, first_name: 'Léa', last_name: 'Moreau', language_code: 'fr' };
const inPrivate = { id: 1001, type: 'private' };
const inGroup = { id: -1001234567890, type: 'supergroup', title: 'Gribitch' };

const message = (fields: object, chat: object = inPrivate) =>
  parseUpdate({ update_id: 5, message: { message_id: 50, date: 1_804_680_000, chat, from: lea, ...fields } }, self);
const text = (words: string, chat: object = inPrivate, fields: object = {}) => {
  const content = message({ text: words, ...fields }, chat)?.content;
  return content?.type === 'text' ? [content.text, content.addressed] : (content?.type ?? null);
};

describe('who, where and when', () => {
  it('when a message comes, says all of it in our words, and the words can be stored', () => {
    const parsed = message({ text: 'bonjour' });
    expect(parsed).toEqual({
      dedupe: 'telegram:staff:5',
      bot: 'telegram:staff',
      chat: 'telegram:staff:1001',
      chatKind: 'private',
      chatTitle: null,
      sender: 'telegram:1001',
      senderName: 'Léa Moreau',
      senderLocale: 'fr',
      senderIsBot: false,
      message: '50',
      at: 1_804_680_000_000,
      content: { type: 'text', text: 'bonjour', addressed: true, replyTo: null, forwarded: false },
    });
    expect(inboundSchema.parse(JSON.parse(JSON.stringify(parsed)))).toEqual(parsed);
  });

  it('when two bots number an update alike, they are two events', () => {
    const other = parseUpdate(
      { update_id: 5, message: { message_id: 1, date: 1, chat: inPrivate, from: lea, text: 'x' } },
      {
        ...self,
        bot: botRef('telegram:gribitch'),
      },
    );
    expect(other?.dedupe).not.toBe(message({ text: 'x' })?.dedupe);
  });

  it.each([
    ['fr-CA', 'fr'],
    ['FR', 'fr'],
    ['pt-br', 'en'],
    [undefined, null],
  ])('when the app is set to %s, we answer in %s', (code, locale) => {
    expect(message({ text: 'x', from: { ...lea, language_code: code } })?.senderLocale).toBe(locale);
  });
});

describe('words under files', () => {
  it.each<[string, object, object]>([
    ['a photo', { photo: [{ file_id: 'l' }] }, { type: 'text', text: 'pas là du 3 au 5' }],
    ['a video', { video: { file_id: 'v' } }, { type: 'text', text: 'pas là du 3 au 5' }],
    ['a voice note', { voice: { file_id: 'n' } }, { type: 'file', kind: 'voice', sealed: 'n' }],
  ])('when they stand under %s, what counts is the one or the other', (_name, fields, content) => {
    expect(message({ caption: 'pas là du 3 au 5', ...fields })?.content).toMatchObject(content);
  });

  it('when there are none, a photo is a photo', () => {
    expect(message({ caption: ' ', photo: [{ file_id: 'l' }] })?.content).toMatchObject({
      type: 'file',
      kind: 'photo',
    });
  });

  it('when they are changed, that is an edit', () => {
    const edited = {
      message_id: 50,
      date: 1,
      chat: inPrivate,
      from: lea,
      caption: 'non, le 6',
      photo: [{ file_id: 'l' }],
    };
    expect(parseUpdate({ update_id: 6, edited_message: edited }, self)?.content).toMatchObject({
      type: 'edit',
      text: 'non, le 6',
    });
  });
});

describe('what is said to us', () => {
  it.each<[string, object, unknown]>([
    ['bonjour', inPrivate, ['bonjour', true]],
    ['bonjour', inGroup, ['bonjour', false]],
    ['/indispo 12 mars', inGroup, ['/indispo 12 mars', true]],
    ['/indispo@Regie_Staff_Bot 12 mars', inGroup, ['/indispo 12 mars', true]],
    ['/indispo@regie_staff_bot 12 mars', inGroup, ['/indispo 12 mars', true]],
    ['/indispo@other_bot 12 mars', inGroup, null],
    ['/start@other_bot', inPrivate, null],
    ['@regie_staff_bot pas là samedi', inGroup, ['pas là samedi', true]],
    ['@Regie_Staff_Bot, pas là samedi', inGroup, ['pas là samedi', true]],
    ['pas là samedi @regie_staff_bot', inGroup, ['pas là samedi', true]],
    ['@regie_staff_bot2 pas là', inGroup, ['@regie_staff_bot2 pas là', false]],
    ['/indispo écris à tom@exemple.fr', inPrivate, ['/indispo écris à tom@exemple.fr', true]],
    ['écris à tom@regie_staff_bot.fr', inGroup, ['écris à tom@regie_staff_bot.fr', false]],
  ])('when somebody writes %j there, it is %j', (words, chat, expected) => {
    expect(text(words, chat)).toEqual(expected);
  });

  it('when a group message answers one of ours, it is said to us; answering somebody else’s it is not', () => {
    const reply = (from: number) => ({ reply_to_message: { message_id: 9, from: { ...lea, id: from } } });
    expect(text('ok', inGroup, reply(7000))).toEqual(['ok', true]);
    expect(text('ok', inGroup, reply(1002))).toEqual(['ok', false]);
  });

  it('when words were forwarded, they are marked as somebody else’s', () => {
    expect(message({ text: 'oui', forward_origin: { type: 'user' } })?.content).toMatchObject({ forwarded: true });
  });
});

describe('what is no text', () => {
  it.each<[string, object, object]>([
    ['a voice note', { voice: { file_id: 'v' } }, { type: 'file', kind: 'voice', sealed: 'v' }],
    ['a video note', { video_note: { file_id: 'n' } }, { type: 'file', kind: 'voice', sealed: 'n' }],
    [
      'a photo, in its largest size',
      { photo: [{ file_id: 's' }, { file_id: 'l' }] },
      { type: 'file', kind: 'photo', sealed: 'l' },
    ],
    ['a document', { document: { file_id: 'd' }, caption: 'RIB' }, { type: 'file', kind: 'document', sealed: 'd' }],
    ['a sticker', { sticker: { file_id: 'x' } }, { type: 'unsupported', what: 'sticker' }],
    ['a place', { location: {} }, { type: 'unsupported', what: 'location' }],
    [
      'a group that became a supergroup',
      { migrate_to_chat_id: -1009 },
      { type: 'migration', to: 'telegram:staff:-1009' },
    ],
  ])('when %s comes, is that', (_case, fields, content) => {
    expect(message(fields)?.content).toEqual(content);
  });

  it('when somebody edits, names the message it corrects', () => {
    const edit = { message_id: 50, date: 1, chat: inPrivate, from: lea, text: 'plutôt le 13' };
    expect(parseUpdate({ update_id: 6, edited_message: edit }, self)?.content).toEqual({
      type: 'edit',
      target: '50',
      text: 'plutôt le 13',
      addressed: true,
    });
  });

  it('when a button is pressed, names the query, the nonce and where it stood', () => {
    const query = { id: 'q', from: lea, data: 'nonce', message: { message_id: 60, date: 0, chat: inPrivate } };
    expect(parseUpdate({ update_id: 7, callback_query: query }, self)).toMatchObject({
      sender: 'telegram:1001',
      chat: 'telegram:staff:1001',
      message: null,
      content: { type: 'press', query: 'q', nonce: 'nonce', message: '60' },
    });
  });

  it('when a press does not say where the button stood, it stood nowhere', () => {
    for (const odd of [{}, { inline_message_id: 'i', message: { message_id: 60, date: 0, chat: inPrivate } }]) {
      const query = { id: 'q', from: lea, data: 'nonce', ...odd };
      expect(parseUpdate({ update_id: 7, callback_query: query }, self)?.content).toMatchObject({ message: null });
    }
  });

  it('when a sign is given, changed or taken away, says which', () => {
    const sign = (before: string[], after: string[]) => {
      const list = (emojis: string[]) => emojis.map((emoji) => ({ type: 'emoji', emoji }));
      const event = {
        chat: inGroup,
        message_id: 60,
        user: lea,
        date: 1,
        old_reaction: list(before),
        new_reaction: list(after),
      };
      const content = parseUpdate({ update_id: 8, message_reaction: event }, self)?.content;
      return content?.type === 'reaction' ? [content.emoji, content.removed] : null;
    };
    expect(sign([], ['👍'])).toEqual(['👍', false]);
    expect(sign(['👍'], ['👎'])).toEqual(['👎', false]);
    expect(sign(['👍'], [])).toEqual(['👍', true]);
    expect(sign(['👍'], ['👍', '🎉'])).toEqual(['🎉', false]);
    expect(sign([], [])).toBeNull();
  });

  it.each([
    ['kicked', false],
    ['left', false],
    ['member', true],
    ['administrator', true],
    ['restricted', true],
  ])('when we are %s, being there is %s', (status, present) => {
    const event = { chat: inGroup, from: lea, date: 1, new_chat_member: { status } };
    expect(parseUpdate({ update_id: 9, my_chat_member: event }, self)?.content).toMatchObject({ present });
  });
});

describe('what is nothing for us', () => {
  it.each<[string, unknown]>([
    ['a channel post', { update_id: 1, channel_post: { message_id: 1 } }],
    [
      'a message of a channel in a group',
      {
        update_id: 1,
        message: { message_id: 1, date: 1, chat: inGroup, from: lea, sender_chat: { id: -5 }, text: 'x' },
      },
    ],
    ['a message of nobody', { update_id: 1, message: { message_id: 1, date: 1, chat: inGroup, text: 'x' } }],
    [
      'somebody who joined',
      { update_id: 1, message: { message_id: 1, date: 1, chat: inGroup, from: lea, new_chat_members: [lea] } },
    ],
    ['no update', { update_id: 'one' }],
    ['nothing', null],
    ['a list', []],
    ['a message of another form', { update_id: 1, message: { message_id: '1' } }],
  ])('when %s comes, is left alone', (_case, update) => {
    expect(parseUpdate(update, self)).toBeNull();
  });
});
