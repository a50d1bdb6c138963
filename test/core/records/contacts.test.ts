import { describe, expect, it } from 'vitest';
import { unseal } from '../../../core/intake.ts';
import {
  contactCards,
  emptyContactCard,
  phoneSpan,
  sealContact,
  sealedPhone,
  sealedPhonesOf,
  type ContactCard,
} from '../../../core/records/contacts.ts';
import { type Outbound } from '../../../core/outbound.ts';
import { type Span } from '../../../core/text.ts';
import { noon, outbound, sending } from '../../support/builders.ts';
import { held, memoryRecords, testCipher } from '../../support/turn.ts';

const card: ContactCard = {
  ...emptyContactCard('lea-moreau', noon),
  phone: sealContact(testCipher, 'lea-moreau', '+33612345678'),
};

/** What a person reads of a message with this span in it. */
function readBy(span: Span | null): Outbound['operation'] {
  const message = outbound({ operation: sending('', { text: span === null ? [] : [span] }) });
  return unseal(message, testCipher).operation;
}

describe('coordinates of a person', () => {
  it('when a number is kept and shown, it stands nowhere in clear until the message leaves', () => {
    const span = sealedPhone(testCipher, card);
    expect(JSON.stringify([card, span])).not.toMatch(/612345678|12 34 56/);
    expect(readBy(span)).toMatchObject({ text: [{ text: '+33 6 12 34 56 78' }] });
  });

  it('when somebody gave no number, there is nothing to show', () => {
    expect(sealedPhone(testCipher, emptyContactCard('tom-garnier', noon))).toBeNull();
  });

  it('when a sealed number is moved to the card of somebody else, it does not open', () => {
    expect(() => phoneSpan(testCipher, 'tom-garnier', card.phone ?? '')).toThrow('another record');
  });

  it('when several people are asked about, those without a card or a number are left out', async () => {
    const store = memoryRecords(held(contactCards, card), held(contactCards, emptyContactCard('tom-garnier', noon)));
    const spans = await sealedPhonesOf({ store, cipher: testCipher }, ['lea-moreau', 'tom-garnier', 'nobody']);
    expect([...spans.keys()]).toEqual(['lea-moreau']);
    expect(readBy(spans.get('lea-moreau') ?? null)).toMatchObject({ text: [{ text: '+33 6 12 34 56 78' }] });
  });
});
