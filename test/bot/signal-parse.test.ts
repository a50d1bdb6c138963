import { describe, expect, it } from 'vitest';
import { parseFrame } from '../../bot/channels/signal/parse.ts';
import {
  decodeChat,
  decodeMessage,
  encodeForeign,
  encodeGroup,
  encodeOwn,
  encodePoll,
} from '../../bot/channels/signal/refs.ts';
import { inboundSchema } from '../../core/inbound.ts';
import { botRef } from '../support/builders.ts';

const self = { bot: botRef('signal:+33700000000'), number: '+33700000000' };
const aci = '6f0c5e54-0000-4000-8000-000000000001';
const at = 1_804_680_000_123;
const group = { groupId: 'aW50ZXJuYWw=', groupName: 'Gribitch', type: 'DELIVER' };

const frame = (envelope: object) =>
  parseFrame(
    {
      account: self.number,
      envelope: {
        sourceUuid: aci,
        sourceNumber: '+33611111111',
        sourceName: 'Léa',
        sourceDevice: 2,
        timestamp: at,
        ...envelope,
      },
    },
    self,
  );
const data = (fields: object) => frame({ dataMessage: { timestamp: at, message: null, ...fields } });
const mention = { start: 0, length: 1, number: self.number, uuid: 'ours' };

describe('who, where and when', () => {
  it('when a private message comes, says all of it in our words, and the words can be stored', () => {
    const parsed = data({ message: 'pas là samedi' });
    expect(parsed).toEqual({
      dedupe: `signal:+33700000000:${aci}:2:${at}:text`,
      bot: self.bot,
      chat: `signal:+33700000000:${aci}`,
      chatKind: 'private',
      chatTitle: null,
      sender: `signal:${aci}`,
      senderName: 'Léa',
      senderLocale: null,
      senderIsBot: false,
      message: `${at}@${aci}`,
      at,
      content: { type: 'text', text: 'pas là samedi', addressed: true, replyTo: null, forwarded: false },
    });
    expect(inboundSchema.parse(JSON.parse(JSON.stringify(parsed)))).toEqual(parsed);
  });

  it('when somebody hides their number, they are still themselves', () => {
    expect(frame({ sourceNumber: null, dataMessage: { timestamp: at, message: 'x' } })?.sender).toBe(`signal:${aci}`);
  });

  it('when it comes from a group, the chat is the group, by the id it is written to', () => {
    const parsed = data({ message: 'x', groupInfo: group });
    expect(parsed).toMatchObject({ chatKind: 'group', chatTitle: 'Gribitch' });
    expect(parsed?.chat).toBe(`signal:+33700000000:group.${Buffer.from(group.groupId).toString('base64')}`);
  });

  it('when two things carry the same time, a vote and a text, they are two events', () => {
    const vote = data({ pollVote: { targetSentTimestamp: 5, optionIndexes: [1], voteCount: 1 } });
    expect(vote?.dedupe).not.toBe(data({ message: 'x' })?.dedupe);
  });
});

describe('what is said to us', () => {
  it.each<[string, object, boolean]>([
    ['a private message', { message: 'x' }, true],
    ['a group message', { message: 'x', groupInfo: group }, false],
    ['a group message that names us', { message: '\uFFFC x', groupInfo: group, mentions: [mention] }, true],
    [
      'one that names somebody else',
      { message: '\uFFFC x', groupInfo: group, mentions: [{ ...mention, number: '+33622222222' }] },
      false,
    ],
    ['one that quotes us', { message: 'x', groupInfo: group, quote: { id: 5, authorNumber: self.number } }, true],
    [
      'one that quotes somebody else',
      { message: 'x', groupInfo: group, quote: { id: 5, author: '+33622222222' } },
      false,
    ],
    ['a command there', { message: ' /aide', groupInfo: group }, true],
  ])('when it is %s, it is addressed: %s', (_case, fields, addressed) => {
    expect(data(fields)?.content).toMatchObject({ type: 'text', addressed });
  });

  it('when it names us, the name is not part of the words', () => {
    expect(data({ message: '\uFFFC pas là samedi', groupInfo: group, mentions: [mention] })?.content).toMatchObject({
      text: 'pas là samedi',
    });
  });

  it('when it quotes one of ours, points at it; when somebody else’s, at theirs', () => {
    expect(
      data({ message: 'x', quote: { id: 5, authorNumber: self.number, authorUuid: 'ours' } })?.content,
    ).toMatchObject({
      replyTo: encodeOwn(5),
    });
    expect(
      data({ message: 'x', quote: { id: 5, authorNumber: '+33622222222', authorUuid: 'tom' } })?.content,
    ).toMatchObject({
      replyTo: encodeForeign(5, 'tom'),
    });
  });
});

describe('words beside files', () => {
  it.each([
    ['image/jpeg', { type: 'text', text: 'pas là du 3 au 5' }],
    ['video/mp4', { type: 'text', text: 'pas là du 3 au 5' }],
    ['audio/aac', { type: 'file', kind: 'voice' }],
    ['application/pdf', { type: 'file', kind: 'document' }],
  ])('when they stand beside %s, what counts is the one or the other', (contentType, content) => {
    expect(data({ message: 'pas là du 3 au 5', attachments: [{ id: 'f', contentType }] })?.content).toMatchObject(
      content,
    );
  });
});

describe('signs, votes and the rest', () => {
  it('when somebody reacts to ours or takes it back, says to which and what', () => {
    const reaction = { emoji: '👍', targetAuthorNumber: self.number, targetSentTimestamp: 5 };
    expect(data({ reaction })?.content).toEqual({ type: 'reaction', target: '5', emoji: '👍', removed: false });
    expect(data({ reaction: { ...reaction, isRemove: true } })?.content).toMatchObject({ removed: true });
  });

  it('when somebody votes, names the poll and the options, with the count of their changes', () => {
    const pollVote = { targetSentTimestamp: 5, optionIndexes: [2], voteCount: 3 };
    expect(data({ pollVote })?.content).toEqual({ type: 'vote', target: encodePoll(5), options: [2], count: 3 });
  });

  it('when somebody edits, names the message it corrects', () => {
    const editMessage = { targetSentTimestamp: 5, dataMessage: { timestamp: at, message: 'plutôt le 13' } };
    expect(frame({ editMessage })?.content).toEqual({
      type: 'edit',
      target: encodeForeign(5, aci),
      text: 'plutôt le 13',
      addressed: true,
    });
  });

  it.each([
    ['audio/aac', 'voice'],
    ['image/jpeg', 'photo'],
    ['application/pdf', 'document'],
    ['video/mp4', 'other'],
  ])('when a file of %s comes, it is a %s', (contentType, kind) => {
    expect(data({ attachments: [{ id: 'f', contentType }] })?.content).toEqual({ type: 'file', kind, sealed: 'f' });
  });

  it('when ours were delivered or read, says which', () => {
    const receipt = (fields: object) => frame({ receiptMessage: { timestamps: [5, 6], ...fields } });
    expect(receipt({ isDelivery: true })?.content).toEqual({
      type: 'receipt',
      kind: 'delivered',
      messages: ['5', '6'],
    });
    expect(receipt({ isRead: true })?.content).toMatchObject({ kind: 'read' });
  });
});

describe('what is nothing for us', () => {
  it.each<[string, unknown]>([
    ['what our own other devices did', { envelope: { sourceUuid: aci, timestamp: at, syncMessage: {} } }],
    [
      'our own words come back',
      {
        envelope: {
          sourceUuid: 'ours',
          sourceNumber: self.number,
          timestamp: at,
          dataMessage: { timestamp: at, message: 'x' },
        },
      },
    ],
    ['somebody types', { envelope: { sourceUuid: aci, timestamp: at, typingMessage: { action: 'STARTED' } } }],
    ['a story', { envelope: { sourceUuid: aci, timestamp: at, storyMessage: {} } }],
    [
      'a message taken back',
      { envelope: { sourceUuid: aci, timestamp: at, dataMessage: { timestamp: at, remoteDelete: { timestamp: 5 } } } },
    ],
    [
      'a change of the timer',
      { envelope: { sourceUuid: aci, timestamp: at, dataMessage: { timestamp: at, expiresInSeconds: 60 } } },
    ],
    [
      'a sender without identity',
      { envelope: { sourceUuid: '', timestamp: at, dataMessage: { timestamp: at, message: 'x' } } },
    ],
    ['an error of the gateway', { exception: { type: 'x', message: 'y' } }],
    ['nothing', null],
    ['words alone', 'x'],
  ])('when it is %s, is left alone', (_case, raw) => {
    expect(parseFrame(raw, self)).toBeNull();
  });
});

describe('references', () => {
  it('when one is made, it leads back to what it was made from', () => {
    expect(decodeMessage(encodeOwn(5))).toEqual({ timestamp: 5, author: null, poll: false });
    expect(decodeMessage(encodePoll(5))).toEqual({ timestamp: 5, author: null, poll: true });
    expect(decodeMessage(encodeForeign(5, aci))).toEqual({ timestamp: 5, author: aci, poll: false });
    const chat = encodeGroup(self.bot, group.groupId);
    expect(decodeChat(chat)).toEqual({
      recipient: `group.${Buffer.from(group.groupId).toString('base64')}`,
      group: true,
    });
  });
});
