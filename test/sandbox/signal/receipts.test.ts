import { describe, expect, test } from 'vitest';
import { startBench, timestampOf } from './support.ts';

const LEA = { name: 'Léa', number: '+33600000001' };

describe('receipts', () => {
  test('when a phone is on, delivery is acknowledged after the send, with the send’s timestamp', async () => {
    const bench = await startBench();
    const lea = bench.signal.addPerson(LEA);
    const reader = await bench.read();
    const timestamp = timestampOf(await bench.send(lea.aci, 'bonjour'));
    expect((await reader.next()).envelope).toMatchObject({
      sourceUuid: lea.aci,
      receiptMessage: { isDelivery: true, isRead: false, isViewed: false, timestamps: [timestamp] },
    });
    lea.read({ timestamps: [timestamp] });
    expect((await reader.next()).envelope?.receiptMessage).toMatchObject({ isRead: true, isDelivery: false });
  });

  test('when a phone is off, it sees and acknowledges everything at once when it comes back', async () => {
    const bench = await startBench();
    const lea = bench.signal.addPerson({ ...LEA, online: false });
    const reader = await bench.read();
    const sent = [timestampOf(await bench.send(lea.aci, 'un')), timestampOf(await bench.send(lea.aci, 'deux'))];
    await reader.settle();
    expect([reader.frames, lea.see().messages]).toEqual([[], []]);
    lea.setOnline(true);
    expect((await reader.next()).envelope?.receiptMessage).toMatchObject({ isDelivery: true, timestamps: sent });
    expect(lea.see().messages).toHaveLength(2);
  });

  test('when read receipts are on, they follow delivery, except from who turned them off', async () => {
    const bench = await startBench({ readReceipts: true });
    const [lea, tom] = [bench.signal.addPerson(LEA), bench.signal.addPerson({ name: 'Tom', readReceipts: false })];
    const reader = await bench.read();
    await bench.send([lea.aci, tom.aci], 'bonjour');
    await reader.settle();
    const kinds = await Promise.all([reader.next(), reader.next(), reader.next()]);
    const read = kinds.filter((frame) => frame.envelope?.receiptMessage?.['isRead'] === true);
    expect(read.map((frame) => frame.envelope?.sourceUuid)).toEqual([lea.aci]);
  });
});
