import { describe, expect, it } from 'vitest';
import { protect, unseal, vaultId } from '../../core/intake.ts';
import { inbound, messageRef, outbound, said, sending } from '../support/builders.ts';
import { testCipher } from '../support/turn.ts';

const iban = 'mon RIB : FR76 3000 6000 0112 3456 7890 189 merci';

describe('what must not be stored in clear', () => {
  it('when a text holds an IBAN, nothing of the text is left in what is stored, and it opens for its own record', () => {
    const stored = protect(inbound(said(iban), { dedupe: 'telegram:staff:9' }), testCipher);
    expect(JSON.stringify(stored)).not.toMatch(/3000|merci|RIB/);
    expect(stored.content).toMatchObject({ type: 'sensitive', what: 'iban' });
    const sealed = stored.content.type === 'sensitive' ? stored.content.sealed : '';
    expect(testCipher.open(sealed, vaultId('telegram:staff:9'))).toBe(iban);
    expect(() => testCipher.open(sealed, vaultId('telegram:staff:10'))).toThrow();
  });

  it('when an edit brings the number in, it is sealed as well', () => {
    const content = { type: 'edit', target: messageRef('5'), text: '2 85 05 78 006 084 36', addressed: true } as const;
    expect(protect(inbound(content), testCipher).content).toMatchObject({ type: 'sensitive', what: 'social-security' });
  });

  it('when it is written in a group and not to us, it is sealed all the same', () => {
    const overheard = { ...said(iban), addressed: false };
    const stored = protect(
      inbound({ ...overheard, type: 'text', text: iban, replyTo: null, forwarded: false }, { chatKind: 'group' }),
      testCipher,
    );
    expect(stored.content.type).toBe('sensitive');
  });

  it('when a file comes, its handle is sealed', () => {
    const stored = protect(inbound({ type: 'file', kind: 'document', sealed: 'BQACAgQ-handle' }), testCipher);
    expect(JSON.stringify(stored)).not.toContain('BQACAgQ-handle');
    expect(stored.content).toMatchObject({ type: 'file', kind: 'document' });
  });

  it('when nothing is private, the message stays as it was', () => {
    for (const message of [
      inbound(said('pas là du 12 au 15 mars')),
      inbound({ type: 'file', kind: 'voice', sealed: null }),
    ])
      expect(protect(message, testCipher)).toEqual(message);
  });
});

describe('what leaves', () => {
  const sealed = { value: testCipher.seal(iban, 'vault:1'), record: 'vault:1' };

  it('when a message carries sealed words, they are opened and the rest stays as it is', () => {
    const text = [
      { text: 'Envoyé : ', style: 'bold' as const },
      { text: '', sealed },
    ];
    const opened = unseal(outbound({ operation: sending('', { text }) }), testCipher);
    expect(opened.operation).toMatchObject({ text: [{ text: 'Envoyé : ', style: 'bold' }, { text: iban }] });
    const edited = unseal(
      outbound({ operation: { type: 'edit', target: 'x', text, withoutButtons: null, rows: [], poll: null } }),
      testCipher,
    );
    expect(edited.operation).toMatchObject({ text: [{}, { text: iban }] });
  });

  it('when the sealed words belong to another record, nothing leaves', () => {
    const text = [{ text: '', sealed: { ...sealed, record: 'vault:2' } }];
    expect(() => unseal(outbound({ operation: sending('', { text }) }), testCipher)).toThrow();
  });
});
