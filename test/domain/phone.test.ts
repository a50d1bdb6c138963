import { describe, expect, it } from 'vitest';
import { readPhone, spokenPhone } from '../../domain/phone.ts';

describe('reading a phone number', () => {
  it.each([
    ['06 12 34 56 78', '+33612345678'],
    ['06.12.34.56.78', '+33612345678'],
    ['+33 (0)6 12 34 56 78', '+33612345678'],
    ['0033 6 12 34 56 78', '+33612345678'],
    ['+32 470 12 34 56', '+32470123456'],
    ['+41 79 123 45 67', '+41791234567'],
    ['03 88 12 34 56', '+33388123456'],
  ])('when « %s » is written, it is kept as %s', (said, kept) => expect(readPhone(said)).toBe(kept));

  it.each(['12', '06 12 34 56', '06 12 34 56 78 90', 'tomorrow', '', '+999 12 34 56 78', '36 99 99'])(
    'when « %s » is written, it is no number',
    (said) => expect(readPhone(said)).toBeNull(),
  );

  it('when a number is shown, it is grouped and can be dialled from abroad', () => {
    expect(spokenPhone('+33612345678')).toBe('+33 6 12 34 56 78');
    expect(spokenPhone('nothing')).toBe('nothing');
  });
});
