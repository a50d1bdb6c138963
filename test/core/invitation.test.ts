import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeIn, draftInvitation, hashCode, newCode } from '../../core/invitation.ts';
import { systemRandom } from '../../core/random.ts';
import { invitations } from '../../core/records/identity.ts';
import { noon } from '../support/builders.ts';
import { seededRandom } from '../support/turn.ts';

const code = 'K7PQ-M2XA-9D3F';

describe('a code as people send it', () => {
  it.each([
    ['as it was shown', 'K7PQ-M2XA-9D3F'],
    ['in small letters', 'k7pq-m2xa-9d3f'],
    ['with spaces', 'k7pq m2xa 9d3f'],
    ['without anything between', 'K7PQM2XA9D3F'],
    ['by the deep link', '/start K7PQ-M2XA-9D3F'],
    ['with the word start alone', 'start K7PQ-M2XA-9D3F'],
    ['with space around', '  K7PQ-M2XA-9D3F \n'],
    ['with long dashes of a phone', 'K7PQ–M2XA—9D3F'],
    ['with spaces around the dashes', 'K7PQ - M2XA - 9D3F'],
    ['with hyphens that do not break', 'K7PQ‑M2XA‑9D3F'],
    ['with no-break spaces', 'K7PQ M2XA 9D3F'],
    ['with a full stop behind', 'K7PQ-M2XA-9D3F.'],
    ['in quotes', '« K7PQ-M2XA-9D3F »'],
    ['in a sentence', 'Bonjour, voici mon code : K7PQ-M2XA-9D3F merci'],
  ])('when it comes %s, is read', (_case, text) => {
    expect(codeIn(text)).toBe(code);
  });

  it('when letters were taken for digits, they are read as the digits', () => {
    expect(codeIn('OIL0-1234-5678')).toBe('0110-1234-5678');
  });

  it.each([
    ['nothing', ''],
    ['a greeting', 'bonjour'],
    ['the bare command', '/start'],
    ['one letter too few', 'K7PQ-M2XA-9D3'],
    ['one letter too many', 'K7PQ-M2XA-9D3FA'],
    ['other signs', 'K7PQ_M2XA_9D3F'],
    ['a phone number', '06 12 34 56 78'],
  ])('when it is %s, is no code', (_case, text) => {
    expect(codeIn(text)).toBeNull();
  });

  it('whatever code is made, it is read back however it is typed, and fits a deep link', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 30 }),
        fc.constantFrom('-', ' ', '', '–'),
        fc.boolean(),
        (seed, gap, small) => {
          const made = newCode(seededRandom(seed));
          const typed = made.replaceAll('-', gap);
          expect(codeIn(small ? typed.toLowerCase() : typed)).toBe(made);
          expect(made).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
        },
      ),
    );
  });

  it('when many codes are made, no two are alike and none holds letters that look like digits', () => {
    const made = Array.from({ length: 2000 }, () => newCode(systemRandom));
    expect(new Set(made).size).toBe(2000);
    expect(made.join('')).not.toMatch(/[ILOU]/);
  });
});

it('when somebody is invited, the store keeps the hash alone, for a week, unused', () => {
  const draft = draftInvitation(code, 'lea-moreau', 'anna-kervella', noon);
  const json = draft.writes?.[0]?.value?.json ?? '';
  expect(json).not.toContain('K7PQ');
  expect(invitations.schema.parse(JSON.parse(json))).toEqual({
    id: hashCode(code),
    person: 'lea-moreau',
    invitedBy: 'anna-kervella',
    createdAt: noon,
    expiresAt: noon + 7 * 24 * 3_600_000,
    usedAt: null,
  });
});
