import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderKeyboard, renderText } from '../../bot/channels/telegram/render.ts';
import { decodeChat, encodeChat } from '../../bot/channels/telegram/refs.ts';
import { botRef, chatRef } from '../support/builders.ts';

const span = fc.record(
  {
    text: fc.string({
      unit: fc.constantFrom('a', 'é', '😀', '\n', ' ', '\0', '\uD800', '\uDC00', '*', '<', 'word '),
      maxLength: 400,
    }),
    style: fc.constantFrom<'bold' | 'italic' | 'mono'>('bold', 'italic', 'mono'),
  },
  { requiredKeys: ['text'] },
);

it('whatever is said, no message is too long, every look lies within its message, and nothing the platform chokes on is left', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 30 }), (spans) => {
      for (const piece of renderText(spans)) {
        expect(piece.text.length).toBeLessThanOrEqual(4096);
        expect(piece.text.isWellFormed()).toBe(true);
        expect(piece.text).not.toContain('\0');
        for (const { offset, length } of piece.entities) {
          expect(length).toBeGreaterThan(0);
          expect(offset + length).toBeLessThanOrEqual(piece.text.length);
        }
      }
    }),
  );
});

it('when looks follow one another, each covers its own words, emoji counted as two', () => {
  const [piece] = renderText([
    { text: '😀 a ' },
    { text: 'b😀', style: 'bold' },
    { text: 'c', link: 'https://x.test' },
  ]);
  expect(piece).toEqual({
    text: '😀 a b😀c',
    entities: [
      { type: 'bold', offset: 5, length: 3 },
      { type: 'text_link', offset: 8, length: 1, url: 'https://x.test' },
    ],
  });
});

describe('buttons', () => {
  const choice = (label: string, changes: object = {}) => ({
    key: 'secret-key',
    label,
    nonce: 'nonce',
    kind: 'option' as const,
    ...changes,
  });
  const button = (label: string, changes: object = {}) =>
    renderKeyboard([[choice(label, changes)]]).inline_keyboard[0]?.[0];

  it('when a choice is drawn, it carries its nonce and neither its meaning nor its key', () => {
    expect(button('Oui', { means: 'yes', tone: 'danger' })).toEqual({
      text: 'Oui',
      callback_data: 'nonce',
      style: 'danger',
    });
  });

  it('when a choice opens a page, it carries the address and no nonce', () => {
    expect(button('Plan', { link: 'https://x.test' })).toEqual({ text: 'Plan', url: 'https://x.test' });
  });

  it('when a label is too long, it is cut between two characters', () => {
    for (const length of [62, 63, 64, 65]) {
      const text = button(`${'a'.repeat(length)}😀😀`)?.text ?? '';
      expect(text.isWellFormed()).toBe(true);
      expect(text.length).toBeLessThanOrEqual(64);
    }
  });
});

describe('chats', () => {
  it('whatever a chat’s number, its name leads back to it, for the bot it was made with', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -4_503_599_627_370_496, max: 4_503_599_627_370_496 }),
        fc.constantFrom('staff', 'gribitch'),
        (id, bot) => {
          const chat = encodeChat(botRef(`telegram:${bot}`), id);
          expect(decodeChat(chat)).toBe(id);
          expect(chat.startsWith(`telegram:${bot}:`)).toBe(true);
        },
      ),
    );
  });

  it.each(['signal:+33:aci', 'telegram:staff', 'telegram:staff:abc', 'telegram:staff:12:13', 'telegram:staff:'])(
    'when « %s » is none of Telegram’s, says so',
    (name) => {
      expect(decodeChat(chatRef(name))).toBeNull();
    },
  );
});
