import { describe, expect, it } from 'vitest';
import { type Inbound } from '../../core/inbound.ts';
import { admit, unseal, vaultId } from '../../core/intake.ts';
import { inbound, messageRef, outbound, said, sending } from '../support/builders.ts';
import { sendingFile } from '../support/sending-files.ts';
import { testCipher } from '../support/turn.ts';

const iban = 'mon RIB : FR76 3000 6000 0112 3456 7890 189 merci';
const options = { cipher: testCipher, holidays: { dayOf: () => null } };

/** What is left of one message once it was let in; null when it was dropped. */
function admitted(message: Inbound): Inbound | null {
  return admit([message], options)[0] ?? null;
}

/** Said in a group to the others, not to us. */
function overheard(text: string, dedupe = 'd'): Inbound {
  const content = { type: 'text', text, addressed: false, replyTo: null, forwarded: false } as const;
  return inbound(content, { chatKind: 'group', dedupe });
}

describe('what must not be stored in clear', () => {
  it('when a text holds an IBAN, nothing of the text is left in what is stored, and it opens for its own record', () => {
    const stored = admitted(inbound(said(iban), { dedupe: 'telegram:staff:9' }));
    expect(JSON.stringify(stored)).not.toMatch(/3000|merci|RIB/);
    expect(stored?.content).toMatchObject({ type: 'sensitive', what: 'iban' });
    const sealed = stored?.content.type === 'sensitive' ? stored.content.sealed : '';
    expect(testCipher.open(sealed, vaultId('telegram:staff:9'))).toBe(iban);
    expect(() => testCipher.open(sealed, vaultId('telegram:staff:10'))).toThrow('another record');
  });

  it('when an edit brings the number in, it is sealed as well', () => {
    const content = { type: 'edit', target: messageRef('5'), text: '2 85 05 78 006 084 36', addressed: true } as const;
    expect(admitted(inbound(content))?.content).toMatchObject({ type: 'sensitive', what: 'social-security' });
  });

  it('when it is said in a group and not to us, it is sealed all the same', () => {
    expect(admitted(overheard(iban))?.content.type).toBe('sensitive');
  });

  it('when a file comes, its handle is sealed', () => {
    const stored = admitted(inbound({ type: 'file', kind: 'document', sealed: 'BQACAgQ-handle' }));
    expect(JSON.stringify(stored)).not.toContain('BQACAgQ-handle');
    expect(stored?.content).toMatchObject({ type: 'file', kind: 'document' });
  });

  it('when nothing is private, the message stays as it was', () => {
    const voice = inbound({ type: 'file', kind: 'voice', sealed: null });
    for (const message of [inbound(said('pas là du 12 au 15 mars')), voice]) expect(admitted(message)).toEqual(message);
  });
});

describe('what is overheard in a group', () => {
  it.each(['on mange où ce soir ?', 'trop bien le concert hier', 'lol', 'https://exemple.test'])(
    'when « %s » is said to the others, it is stored nowhere',
    (text) => expect(admitted(overheard(text))).toBeNull(),
  );

  it.each(['je suis pas dispo le 12 mars', 'not available on 12 March'])('when « %s » is said, it is kept', (text) =>
    expect(admitted(overheard(text))).not.toBeNull(),
  );

  it('when the same words are said to us or in private, they are kept', () => {
    expect(admitted(inbound(said('on mange où ?'), { chatKind: 'group' }))).not.toBeNull();
    expect(admitted(inbound(said('on mange où ?')))).not.toBeNull();
  });

  it('when pictures, voice notes and stickers are sent there, they are the group’s own', () => {
    const file = { type: 'file', kind: 'photo', sealed: 'x' } as const;
    const sticker = { type: 'unsupported', what: 'sticker' } as const;
    for (const content of [file, sticker]) expect(admitted(inbound(content, { chatKind: 'group' }))).toBeNull();
  });

  it('when somebody reacts there, it is dropped; in private it may be an answer and is kept', () => {
    const reaction = { type: 'reaction', target: messageRef('1'), emoji: '👍', removed: false } as const;
    expect(admitted(inbound(reaction, { chatKind: 'group' }))).toBeNull();
    expect(admitted(inbound(reaction))).not.toBeNull();
  });

  it('when several come at once, those that are dropped leave the others in order', () => {
    const messages = [
      overheard('je suis pas dispo le 12 mars', '1'),
      overheard('lol', '2'),
      overheard('pas là samedi', '3'),
    ];
    expect(admit(messages, options).map((message) => message.dedupe)).toEqual(['1', '3']);
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
    const file = unseal(outbound({ operation: sendingFile('', { caption: text }) }), testCipher);
    expect(file.operation).toMatchObject({ name: expect.any(String), caption: [{ style: 'bold' }, { text: iban }] });
  });

  it('when the sealed words belong to another record, nothing leaves', () => {
    const text = [{ text: '', sealed: { ...sealed, record: 'vault:2' } }];
    expect(() => unseal(outbound({ operation: sending('', { text }) }), testCipher)).toThrow('another record');
  });
});
