import { describe, expect, test } from 'vitest';
import { startBench, timestampOf } from './support.ts';
import type { Bench, Reader } from './support.ts';
import type { GroupHandle, PersonHandle } from '../../../sandbox/signal/index.ts';

const LEA = { name: 'Léa', number: '+33600000001' };

async function withLea(): Promise<{ bench: Bench; reader: Reader; lea: PersonHandle; group: GroupHandle }> {
  const bench = await startBench({ profileName: 'Régie', deliveryReceipts: false });
  const lea = bench.signal.addPerson(LEA);
  const group = bench.signal.addGroup('Gribitch', [lea.aci]);
  return { bench, reader: await bench.read(), lea, group };
}

describe('what people write', () => {
  test('when somebody writes in private, the frame is signal-cli’s envelope with numeric timestamps', async () => {
    const { bench, reader, lea } = await withLea();
    const timestamp = lea.write('salut');
    expect(await reader.next()).toEqual({
      account: bench.number,
      envelope: {
        source: LEA.number,
        sourceNumber: LEA.number,
        sourceUuid: lea.aci,
        sourceName: 'Léa',
        sourceDevice: 1,
        timestamp,
        serverReceivedTimestamp: expect.any(Number),
        serverDeliveredTimestamp: expect.any(Number),
        dataMessage: { timestamp, message: 'salut', expiresInSeconds: 0, isExpirationUpdate: false, viewOnce: false },
      },
    });
  });

  test('when several write within one millisecond, no timestamp is given twice', async () => {
    const { bench, lea } = await withLea();
    const tom = bench.signal.addPerson({ name: 'Tom' });
    const stamps = Array.from({ length: 200 }, (_, index) => (index % 2 === 0 ? lea : tom).write(`${index}`));
    expect(new Set(stamps).size).toBe(200);
    expect(stamps).toEqual(stamps.toSorted((a, b) => a - b));
  });

  test('when somebody hides their number, it is null and the source is the ACI, though the number still works for sending', async () => {
    const { bench, reader } = await withLea();
    const tom = bench.signal.addPerson({ name: 'Tom', number: '+33600000002', sharesNumber: false });
    tom.write('salut');
    expect((await reader.next()).envelope).toMatchObject({ source: tom.aci, sourceNumber: null, sourceUuid: tom.aci });
    expect((await bench.send('+33600000002', 'salut Tom')).status).toBe(201);
    expect(tom.see().messages).toHaveLength(2);
  });

  test('when somebody writes in a group, the frame carries the internal id, and sending needs it encoded once more', async () => {
    const { bench, reader, lea, group } = await withLea();
    lea.write('salut la bande', group.id);
    const info = (await reader.next()).envelope?.dataMessage?.['groupInfo'];
    expect(info).toEqual({ groupId: group.internalId, groupName: 'Gribitch', revision: 0, type: 'DELIVER' });
    expect(group.id).toBe(`group.${Buffer.from(group.internalId).toString('base64')}`);
    expect(Buffer.from(group.internalId, 'base64')).toHaveLength(32);
    expect((await bench.send(group.id, 'salut')).status).toBe(201);
  });

  test('when somebody quotes the account, the quote names it by number and ACI', async () => {
    const { bench, reader, lea } = await withLea();
    const asked = timestampOf(await bench.send(lea.aci, 'tu peux le 3 ?'));
    lea.write({ text: 'oui', quote: { timestamp: asked } });
    expect((await reader.next()).envelope?.dataMessage).toMatchObject({
      message: 'oui',
      quote: { id: asked, authorNumber: bench.number, authorUuid: bench.signal.aci, text: 'tu peux le 3 ?' },
    });
  });

  test('when somebody quotes a person who hides their number, the quote has the ACI only', async () => {
    const { bench, reader, lea } = await withLea();
    const tom = bench.signal.addPerson({ name: 'Tom', number: '+33600000002', sharesNumber: false });
    const group = bench.signal.addGroup('Duo', [lea.aci, tom.aci]);
    const said = tom.write('je peux', group.id);
    await reader.next();
    lea.write({ chat: group.id, text: 'moi aussi', quote: { timestamp: said, author: tom.aci } });
    expect((await reader.next()).envelope?.dataMessage?.['quote']).toMatchObject({
      author: tom.aci,
      authorNumber: null,
      authorUuid: tom.aci,
      text: 'je peux',
    });
  });

  test('when somebody sends files, each is on the volume until it is deleted; a voice note is sound without a name', async () => {
    const { bench, reader, lea } = await withLea();
    lea.write({ text: 'RIB', files: [{ base64: Buffer.from('%PDF-1.4').toString('base64'), filename: 'rib.pdf' }] });
    lea.voiceNote();
    const pdf = (await reader.next()).envelope?.dataMessage?.['attachments'];
    expect(pdf).toMatchObject([{ contentType: 'application/pdf', filename: 'rib.pdf', size: 8 }]);
    expect((await reader.next()).envelope?.dataMessage).toMatchObject({
      message: null,
      attachments: [{ contentType: 'audio/aac', filename: null }],
    });
    const listed = (await bench.call('GET', '/v1/attachments')).body;
    expect(listed).toHaveLength(2);
    const id = Array.isArray(listed) ? String(listed[0]) : '';
    expect((await bench.call('GET', `/v1/attachments/${id}`)).body).toBe('%PDF-1.4');
    expect((await bench.call('DELETE', `/v1/attachments/${id}`)).status).toBe(204);
    expect((await bench.call('GET', `/v1/attachments/${id}`)).status).toBe(404);
    expect((await bench.call('GET', '/v1/attachments')).body).toHaveLength(1);
  });

  test.each([
    [
      'a mention',
      { text: 'x Régie', mentions: [{ start: 2, length: 5, author: 'US' }] },
      { mentions: [{ start: 2, length: 5, name: 'Régie' }] },
    ],
    [
      'a sticker',
      { sticker: { packId: 'ab12', stickerId: 3 } },
      { message: null, sticker: { packId: 'ab12', stickerId: 3 } },
    ],
    ['a contact', { contact: { name: 'Karim', number: '+33611111111' } }, { contacts: [{ name: { given: 'Karim' } }] }],
    [
      'a view-once photo',
      { viewOnce: true, files: [{ base64: '/9j/4A==' }] },
      { viewOnce: true, attachments: [{ contentType: 'image/jpeg' }] },
    ],
    [
      'a styled text',
      { text: 'gras', styles: [{ start: 0, length: 4, style: 'BOLD' as const }] },
      { textStyles: [{ style: 'BOLD' }] },
    ],
    [
      'a poll',
      { poll: { question: 'Q ?', options: ['a', 'b'] } },
      { pollCreate: { question: 'Q ?', options: ['a', 'b'], allowMultiple: false } },
    ],
  ])('when it is %s, the frame carries it', async (_, input, expected) => {
    const { bench, reader, lea } = await withLea();
    const mentions =
      'mentions' in input ? { mentions: input.mentions?.map((each) => ({ ...each, author: bench.signal.aci })) } : {};
    lea.write({ ...input, ...mentions });
    expect((await reader.next()).envelope?.dataMessage).toMatchObject(expected);
  });
});

describe('what people do to messages', () => {
  test('when somebody edits, the frame names the first version; when they delete, the chat keeps an empty place', async () => {
    const { reader, lea } = await withLea();
    const first = lea.write('le 3');
    const second = lea.edit({ timestamp: first, text: 'le 4' });
    lea.edit({ timestamp: second, text: 'le 5' });
    await reader.next();
    expect((await reader.next()).envelope).toMatchObject({
      timestamp: second,
      editMessage: { targetSentTimestamp: first, dataMessage: { timestamp: second, message: 'le 4' } },
    });
    expect((await reader.next()).envelope?.editMessage?.targetSentTimestamp).toBe(first);
    lea.delete({ timestamp: first });
    expect((await reader.next()).envelope?.dataMessage).toMatchObject({
      message: null,
      remoteDelete: { timestamp: first },
    });
    expect(lea.see().messages).toMatchObject([{ text: '', deleted: true, edits: 2 }]);
  });

  test('when somebody reacts and takes it back, both frames name the account’s message', async () => {
    const { bench, reader, lea, group } = await withLea();
    const timestamp = timestampOf(await bench.send(group.id, 'ok ?'));
    lea.react({ chat: group.id, timestamp, emoji: '👍' });
    const target = { targetAuthorUuid: bench.signal.aci, targetSentTimestamp: timestamp };
    const reacted = (await reader.next()).envelope?.dataMessage;
    expect(reacted).toMatchObject({
      reaction: { emoji: '👍', isRemove: false, ...target },
      groupInfo: { groupId: group.internalId },
    });
    expect(lea.see(group.id).messages[0]?.reactions).toMatchObject([{ emoji: '👍', author: { aci: lea.aci } }]);
    lea.react({ chat: group.id, timestamp, emoji: '👍', remove: true });
    expect((await reader.next()).envelope?.dataMessage).toMatchObject({ reaction: { isRemove: true } });
    expect(lea.see(group.id).messages[0]?.reactions).toEqual([]);
  });

  test('when a phone does not have the message, nothing can be done to it', async () => {
    const { bench, lea, group } = await withLea();
    const tom = bench.signal.addPerson({ name: 'Tom' });
    const timestamp = timestampOf(await bench.send(lea.aci, 'entre nous'));
    expect(() => tom.react({ timestamp, emoji: '👍' })).toThrow('no such message on this phone');
    expect(() => tom.write('coucou', group.id)).toThrow('Tom is not in the group Gribitch');
    expect(() => lea.edit({ timestamp, text: 'mien' })).toThrow('no such message on this phone');
  });
});

describe('what else comes down the socket', () => {
  test('when somebody types, sets a timer, pins or posts a story, each arrives in its own field', async () => {
    const { reader, lea, group, bench } = await withLea();
    lea.type({ chat: group.id });
    expect((await reader.next()).envelope).toMatchObject({
      typingMessage: { action: 'STARTED', groupId: group.internalId },
    });
    lea.setTimer({ seconds: 3600 });
    expect((await reader.next()).envelope?.dataMessage).toMatchObject({
      isExpirationUpdate: true,
      expiresInSeconds: 3600,
    });
    lea.write('éphémère');
    expect((await reader.next()).envelope?.dataMessage).toMatchObject({ expiresInSeconds: 3600 });
    const timestamp = timestampOf(await bench.send(group.id, 'feuille de route'));
    lea.pin({ chat: group.id, timestamp });
    expect((await reader.next()).envelope?.dataMessage).toMatchObject({
      pinMessage: { targetSentTimestamp: timestamp },
    });
    lea.story({ text: 'en tournée' });
    expect((await reader.next()).envelope).toMatchObject({ storyMessage: { textAttachment: { text: 'en tournée' } } });
    lea.call();
    expect((await reader.next()).envelope).toHaveProperty('callMessage');
  });

  test('when our own other device writes, it is a sync message of ours and nobody’s command', async () => {
    const { bench, reader, lea, group } = await withLea();
    bench.signal.ownDeviceWrites({ to: lea.aci, text: 'je reprends à la main' });
    const frame = await reader.next();
    expect(frame.envelope).toMatchObject({
      sourceUuid: bench.signal.aci,
      syncMessage: { sentMessage: { destinationUuid: lea.aci, message: 'je reprends à la main' } },
    });
    expect(frame.envelope?.dataMessage).toBeUndefined();
    bench.signal.ownDeviceWrites({ to: group.id, text: 'à tous' });
    expect((await reader.next()).envelope?.syncMessage?.sentMessage).toMatchObject({
      destination: null,
      groupInfo: { groupId: group.internalId },
    });
    expect(lea.see().messages[0]).toMatchObject({ author: { us: true }, text: 'je reprends à la main' });
  });

  test('when somebody joins or leaves a group, an update comes and the list of members follows', async () => {
    const { bench, reader, group } = await withLea();
    const tom = bench.signal.addPerson({ name: 'Tom' });
    bench.signal.join(group.id, tom.aci);
    const joined = (await reader.next()).envelope;
    expect(joined).toMatchObject({ dataMessage: { message: null, groupInfo: { type: 'UPDATE', revision: 1 } } });
    expect((await bench.call('GET', `/v1/groups/{number}/${group.id}`)).body).toMatchObject({
      members: [bench.number, LEA.number, tom.aci],
    });
    bench.signal.leave(group.id, tom.aci);
    await reader.next();
    expect(bench.signal.groups()[0]?.members).not.toContain(tom.aci);
  });

  test('when a message cannot be read, or the wrapper errs, the frame says so without content', async () => {
    const { bench, reader, lea } = await withLea();
    lea.unreadable();
    expect(await reader.next()).toMatchObject({
      exception: { type: 'ProtocolInvalidMessageException' },
      envelope: { sourceUuid: lea.aci },
    });
    bench.signal.errorFrame('Connection closed!');
    expect(await reader.next()).toEqual({ error: 'Connection closed!' });
  });

  test('when a phone sends again, the frame has the same author and timestamp', async () => {
    const { reader, lea } = await withLea();
    const timestamp = lea.write('pas dispo');
    lea.resend({ timestamp });
    const both = [await reader.next(), await reader.next()];
    expect(both.map((frame) => frame.envelope?.timestamp)).toEqual([timestamp, timestamp]);
    expect(lea.see().messages).toHaveLength(1);
  });
});
