import { expect, it } from 'vitest';
import { handleReceipt } from '../../bot/platform-events.ts';
import { deliveries, type Delivery } from '../../core/records/dialogue.ts';
import { groups } from '../../core/records/identity.ts';
import { botRef, chatRef, inbound, messageRef, noon } from '../support/builders.ts';
import { held, memoryRecords, services, type Held } from '../support/turn.ts';

const bot = botRef('signal:+331');
const chat = chatRef('signal:+331:lea');
const group = chatRef('signal:+331:group.Z3JvdXA=');

function delivery(changes: Partial<Delivery>): Held {
  const whole = {
    id: 'card',
    bot,
    chat,
    status: 'unknown' as const,
    messages: [],
    at: noon + 60_000,
    since: noon,
    resent: false,
    reason: null,
  };
  return held(deliveries, { ...whole, ...changes });
}

const bound = held(groups, { id: group, bot, title: 'Gribitch', artist: 'gribitch', boundBy: 'anna', boundAt: noon });

/** What is written when Léa's phone says that it got the message of that time. */
async function receiptOf(time: number, ...records: readonly Held[]): Promise<unknown[]> {
  const content = { type: 'receipt' as const, kind: 'delivered' as const, messages: [messageRef(String(time))] };
  const step = { ...services({ store: memoryRecords(...records) }), nextId: () => 'next' };
  const { writes = [] } = await handleReceipt(step, inbound(content, { bot, chat }), content);
  return writes.map(({ value }) => (value === null ? null : JSON.parse(value.json)));
}

it('when it is for a message made while the one without answer was being sent, that one arrived', async () => {
  expect(await receiptOf(noon + 30_000, delivery({}))).toMatchObject([
    { id: 'card', status: 'received', messages: [String(noon + 30_000)] },
  ]);
});

it.each([noon - 60_000, noon + 120_000])(
  'when it is for a message made at another time, it says nothing of the one without answer',
  async (time) => {
    expect(await receiptOf(time, delivery({}))).toEqual([]);
  },
);

it('when it is for a poll of ours, the card of the poll arrived and not the one without answer', async () => {
  const polled = delivery({
    id: 'polled',
    status: 'sent',
    messages: [messageRef(String(noon)), messageRef(`poll.${noon + 5}`)],
  });
  expect(await receiptOf(noon + 5, delivery({}), polled)).toMatchObject([{ id: 'polled', status: 'received' }]);
});

it('when it is for a message of a group, it says nothing of the one without answer', async () => {
  const inGroup = delivery({ id: 'news', chat: group, status: 'sent', messages: [messageRef(String(noon + 5))] });
  expect(await receiptOf(noon + 5, delivery({}), inGroup, bound)).toEqual([]);
});
