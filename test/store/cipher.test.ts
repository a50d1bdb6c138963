import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeError } from '../../core/errors.ts';
import { createCipher } from '../../store/cipher.ts';

const cipher = createCipher('0123456789abcdef'.repeat(4));
const iban = 'FR76 3000 6000 0112 3456 7890 189';

it('whatever is sealed for a record opens for that record, letter for letter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (plain, record) => {
      expect(cipher.open(cipher.seal(plain, record), record)).toBe(plain);
    }),
  );
});

it('when the same words are sealed twice, nobody can tell that they are the same', () => {
  const sealed = [cipher.seal(iban, 'a'), cipher.seal(iban, 'a')];
  expect(sealed[0]).not.toBe(sealed[1]);
  for (const one of sealed) expect(one).not.toContain('3000');
});

it('when a key is not 64 hex digits, refuses to start with it', () => {
  for (const key of ['', 'abc', 'z'.repeat(64), '0'.repeat(63), '0'.repeat(66)]) {
    expect(() => createCipher(key)).toThrow(expect.objectContaining({ code: 'cipher.bad_key' }));
  }
});

describe('a sealed value stays closed', () => {
  const sealed = cipher.seal(iban, 'vault:1');
  const parts = sealed.split('.');
  /** The code with which it is refused; what it opened as otherwise. */
  const attempt = (value: string, record = 'vault:1') => {
    try {
      return cipher.open(value, record);
    } catch (error) {
      return describeError(error).code;
    }
  };
  const withPart = (index: number, part: string) => parts.map((own, at) => (at === index ? part : own)).join('.');

  it('when it was moved to another record', () => {
    expect(attempt(sealed, 'vault:2')).toBe('cipher.unreadable');
  });

  it('when the key is another one', () => {
    expect(() => createCipher('f'.repeat(64)).open(sealed, 'vault:1')).toThrow(
      expect.objectContaining({ code: 'cipher.unreadable' }),
    );
  });

  it('when any bit of its iv, tag or body was changed', () => {
    for (const index of [2, 3, 4]) {
      const bytes = Buffer.from(parts[index] ?? '', 'base64url');
      for (let bit = 0; bit < bytes.length * 8; bit += 7) {
        const changed = Buffer.from(bytes);
        changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        expect(attempt(withPart(index, changed.toString('base64url')))).toBe('cipher.unreadable');
      }
    }
  });

  it('when its tag was shortened, which makes forging it a matter of tries', () => {
    const tag = Buffer.from(parts[3] ?? '', 'base64url');
    for (const length of [4, 8, 12, 15])
      expect(attempt(withPart(3, tag.subarray(0, length).toString('base64url')))).toBe('cipher.unreadable');
  });

  it('when parts of it are missing or it was never sealed', () => {
    for (const value of ['', iban, 'v1', parts.slice(0, 3).join('.'), parts.slice(0, 4).join('.'), withPart(0, 'v2')])
      expect(attempt(value)).toBe('cipher.unreadable');
  });
});
