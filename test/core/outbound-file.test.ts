import { describe, expect, it } from 'vitest';
import { mostFileBytes, outboundSchema, saysItNew } from '../../core/outbound.ts';
import { sendFile, type FileToSend } from '../../core/replies.ts';
import { botRef, chatRef, outbound, sending } from '../support/builders.ts';
import { sendingFile } from '../support/sending-files.ts';
import { memoryRecords, services } from '../support/turn.ts';

const place = { bot: botRef('telegram:staff'), chat: chatRef('telegram:staff:1001') };
const step = { ...services({ store: memoryRecords() }), nextId: () => 'next' };
const sheet: FileToSend = {
  name: 'mars.png',
  mime: 'image/png',
  as: 'photo',
  bytes: Buffer.from('bytes'),
  caption: [{ text: 'Le mois' }],
};
const named = (name: string): string => {
  const { operation } = outboundSchema.parse(sendFile(step, place, { ...sheet, name }));
  return operation.type === 'file' ? operation.name : '';
};
const accepts = (changes: object): boolean =>
  outboundSchema.safeParse({ ...outbound(), operation: { ...sendingFile(''), ...changes } }).success;

describe('a file to send', () => {
  it('when it is sent, its bytes and words are in the message, with a sound and nothing to answer', () => {
    const message = outboundSchema.parse(sendFile(step, place, sheet, 'sheet:1'));
    expect(message).toMatchObject({ id: 'sheet:1', ...place, important: false, notification: null });
    const data = Buffer.from('bytes').toString('base64');
    expect(message.operation).toMatchObject({ data, caption: [{ text: 'Le mois' }], silent: false, as: 'photo' });
    expect(sendFile(step, place, sheet).id).toBe('next');
  });

  it.each([
    ['AC/DC; mars, 2027.png', 'AC-DC- mars- 2027.png'],
    ['a\\b:c"d*e?f<g>h|i\nj.png', 'a-b-c-d-e-f-g-h-i-j.png'],
    ['Été 🎸 l’Évry.pdf', 'Été 🎸 l’Évry.pdf'],
    ['a\ud83db.png', 'a\uFFFDb.png'],
    ['   ', '-'],
  ])('when its name is « %s », it arrives as « %s »', (name, fit) => {
    expect(named(name)).toBe(fit);
  });

  it('when its name is too long, it is cut before its ending, never inside a character', () => {
    expect(named(`${'n'.repeat(200)}.png`)).toBe(`${'n'.repeat(96)}.png`);
    expect(named(`${'n'.repeat(95)}🎸🎸🎸.png`)).toBe(`${'n'.repeat(95)}.png`);
  });

  it('when it is empty or larger than a file may be, nothing is sent', () => {
    const sized = (bytes: number) => () => sendFile(step, place, { ...sheet, bytes: Buffer.alloc(bytes) });
    expect(sized(0)).toThrow('0 bytes');
    expect(sized(mostFileBytes + 1)).toThrow(`${mostFileBytes + 1} bytes`);
    expect(outboundSchema.safeParse(sized(mostFileBytes)()).success).toBe(true);
  });
});

describe('what an outbox takes', () => {
  const of = (bytes: number): object => ({ data: Buffer.alloc(bytes).toString('base64') });

  it('when the data is base64 of a file that is not too large, takes it, whatever its last bytes', () => {
    for (const bytes of [1, 2, 3, mostFileBytes - 1, mostFileBytes]) expect(accepts(of(bytes))).toBe(true);
    expect(accepts(of(mostFileBytes + 1))).toBe(false);
  });

  it.each([
    ['has no bytes', { data: '' }],
    ['is not base64', { data: '%%%%' }],
    ['is cut', { data: 'AAAAA' }],
    ['has another type', { mime: 'text/html' }],
    ['is a PDF shown as a photo', { mime: 'application/pdf', as: 'photo' }],
    ['has no name', { name: '' }],
    ['has a name that the gateway would part', { name: 'a;b.png' }],
    ['has a name that is a path', { name: '../a.png' }],
  ])('when the file %s, refuses it', (_case, changes) => {
    expect(accepts(changes)).toBe(false);
  });
});

it('when something is put into a chat it counts as new, and what rewrites or removes does not', () => {
  expect([sending('x'), sendingFile('x')].map(saysItNew)).toEqual([true, true]);
  expect([{ type: 'close', target: 'x' } as const, { type: 'leave' } as const].map(saysItNew)).toEqual([false, false]);
});
