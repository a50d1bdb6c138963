import { expect, it } from 'vitest';
import { runSender } from '../../bot/sender.ts';
import { afterUnknown } from '../../bot/undelivered.ts';
import { outboundSilence } from '../../conversations/due/outbound-silence.ts';
import { type Channel, type ChannelLimits, type DeliveryOutcome } from '../../core/channel.ts';
import { systemClock, wait } from '../../core/clock.ts';
import { commitOf, put } from '../../core/commit.ts';
import { type Outbound } from '../../core/outbound.ts';
import { deliveries, type Delivery } from '../../core/records/dialogue.ts';
import { people } from '../../core/records/agency.ts';
import { accounts, groups } from '../../core/records/identity.ts';
import { incidents } from '../../core/records/oversight.ts';
import { pin } from '../../core/replies.ts';
import { type Store } from '../../core/store.ts';
import { createAttempts } from '../../store/attempts.ts';
import { createDeadLetters } from '../../store/dead-letters.ts';
import { createStreams } from '../../store/streams.ts';
import { account, botRef, chatRef, messageRef, noon, outbound, person } from '../support/builders.ts';
import { sendingFile } from '../support/sending-files.ts';
import { silentLog } from '../support/silent-log.ts';
import { benches, outbox, type Bench } from '../support/store.ts';
import { services, testCipher } from '../support/turn.ts';

const bench = benches();
const bot = botRef('telegram:staff');
const chat = chatRef('telegram:staff:1001');

const limits: ChannelLimits = {
  perSecond: 1000,
  mostPerSecond: 1000,
  privateBurst: 1000,
  groupPerMinute: 1000,
  isGroup: () => false,
  whenUnknown: 'resend-important-after-silence',
};

type Answer = (message: Outbound) => DeliveryOutcome | Promise<DeliveryOutcome>;

/** Sends what is in the outbox, answering each call in turn, until the outbox is empty. Returns what was asked of the platform. */
async function sends(
  place: Bench,
  answers: readonly Answer[],
  store: Store = place.store,
  { rests = [], groups: isGroup = false }: { readonly rests?: string[]; readonly groups?: boolean } = {},
): Promise<Outbound[]> {
  const asked: Outbound[] = [];
  const channel: Channel = {
    bot,
    limits: { ...limits, isGroup: () => isGroup },
    start: () => Promise.reject(new Error('nobody starts it here')),
    deliver: async (message) => {
      asked.push(message);
      return (await answers[asked.length - 1]?.(message)) ?? { type: 'failed', code: 'test.once_more', blocked: false };
    },
    stop: async () => undefined,
  };
  const reader = await createStreams(place.connection, place.open).readOutbox(bot, 'reply');
  const stopping = new AbortController();
  const options = { channel, store, attempts: createAttempts(place.connection), clock: systemClock };
  const pacer = {
    turn: async () => undefined,
    arrived: () => undefined,
    hold: () => undefined,
    limited: (limited: string) => void rests.push(limited),
  };
  const rest = {
    deadLetters: createDeadLetters(place.connection),
    pacer,
    log: silentLog,
    fence: () => null,
    cipher: testCipher,
    services: async () => services({ store: place.store }),
  };
  const running = runSender({ ...options, ...rest }, reader, stopping.signal);
  for (let looks = 0; looks < 200 && (await outbox(place.connection, bot, 'reply')).length > 0; looks += 1)
    await wait(20);
  stopping.abort();
  await running;
  return asked;
}

const delivered = async (place: Bench): Promise<Delivery | undefined> =>
  (await place.store.get(deliveries, 'card'))?.value;
const done =
  (message: string): Answer =>
  () => ({ type: 'done', messages: [messageRef(message)] });

it('when a question got no answer and is sent once more, the copy is the card that answers name', async () => {
  const place = bench();
  const question = outbound({ id: 'card', important: true, at: noon });
  await place.store.commit(commitOf('ask', { outbound: [question] }));
  await sends(place, [() => ({ type: 'unknown' })]);
  expect(await delivered(place)).toMatchObject({ status: 'unknown', messages: [] });
  const step = { ...services({ store: place.store }), nextId: () => 'next' };
  const again = await outboundSilence(step, {
    id: 'x',
    kind: 'outbound.silence',
    at: noon,
    payload: { message: question },
  });
  await place.store.commit(commitOf('again', again));
  expect(await sends(place, [done('77')])).toHaveLength(1);
  expect(await delivered(place)).toMatchObject({ status: 'sent', messages: ['77'], resent: true });
  expect(await place.store.find(deliveries, { name: 'message', value: `${chat} 77` })).toHaveLength(1);
});

it('when the first sending turns out to have arrived while its copy goes out, both are known', async () => {
  const place = bench();
  const first = {
    id: 'card',
    bot,
    chat,
    status: 'unknown' as const,
    messages: [],
    at: noon,
    resent: false,
    reason: null,
  };
  const copy = outbound({ id: 'card', copy: true });
  await place.store.commit(commitOf('ask', { writes: [put(deliveries, first)], outbound: [copy] }));
  const arrives = async (): Promise<DeliveryOutcome> => {
    const received = { ...first, status: 'received' as const, messages: [messageRef('76')] };
    await place.store.commit(commitOf('receipt', { writes: [put(deliveries, received)] }));
    return { type: 'done', messages: [messageRef('77')] };
  };
  await sends(place, [arrives]);
  expect(await delivered(place)).toMatchObject({ status: 'received', messages: ['77', '76'], resent: true });
});

it('when something changes while a move is noted, it is decided again and the message follows, asked of the platform once', async () => {
  const place = bench();
  const to = chatRef('telegram:staff:-1002');
  const group = { id: chat, bot, title: 'G', artist: 'gribitch', boundBy: 'anna', boundAt: noon };
  await place.store.commit(commitOf('ask', { writes: [put(groups, group)], outbound: [outbound({ id: 'card' })] }));
  let renamed = false;
  const store: Store = {
    ...place.store,
    commit: async (commit) => {
      if (!renamed) {
        renamed = true;
        await place.store.commit(commitOf('rename', { writes: [put(groups, { ...group, title: 'H' })] }));
      }
      return place.store.commit(commit);
    },
  };
  const asked = await sends(place, [() => ({ type: 'moved', to }), done('5')], store);
  expect(asked.map((message) => message.chat)).toEqual([chat, to]);
  expect((await place.store.get(groups, to))?.value.title).toBe('H');
});

it('when the platform asks to wait before a menu is set, the menu is set afterwards', async () => {
  const place = bench();
  await place.store.commit(commitOf('ask', { outbound: [outbound({ operation: { type: 'menu', commands: [] } })] }));
  expect(await sends(place, [() => ({ type: 'wait', ms: 5 }), () => ({ type: 'done', messages: [] })])).toHaveLength(2);
});

it('when a press cannot be answered now, it is never answered', async () => {
  const place = bench();
  const answer = { type: 'answer' as const, query: 'q', text: '', alert: false };
  await place.store.commit(commitOf('ask', { outbound: [outbound({ operation: answer })] }));
  expect(await sends(place, [() => ({ type: 'wait', ms: 5 })])).toHaveLength(1);
});

it('when the answer to a file was lost, Signal is never asked for it again', async () => {
  const place = bench();
  const file = outbound({ id: 'card', operation: sendingFile('Le mois') });
  await place.store.commit(commitOf('send', { outbound: [file] }));
  expect(await sends(place, [() => ({ type: 'unknown' })])).toHaveLength(1);
  expect(await delivered(place)).toMatchObject({ status: 'unknown', messages: [] });
  await place.store.commit(commitOf('again', { outbound: [{ ...file, at: noon + 1 }] }));
  expect(await sends(place, [done('78')])).toEqual([]);
});

it('when a file has gone out, it goes out no more, and its delivery is known', async () => {
  const place = bench();
  const file = outbound({ id: 'card', operation: sendingFile('Le mois') });
  await place.store.commit(commitOf('send', { outbound: [file, { ...file, at: noon + 1 }] }));
  expect(await sends(place, [done('78'), done('79')])).toHaveLength(1);
  expect(await delivered(place)).toMatchObject({ status: 'sent', messages: ['78'] });
});

it('when a message cannot be pinned there, nobody hears of it and the messages after it go out', async () => {
  const place = bench();
  const pinning = pin({ ...services({ store: place.store }), nextId: () => 'pin' }, { bot, chat }, 'card');
  await place.store.commit(
    commitOf('ask', { outbound: [outbound({ id: 'card' }), pinning, outbound({ id: 'next' })] }),
  );
  const refused = (): DeliveryOutcome => ({ type: 'failed', code: 'telegram.refused', blocked: true });
  const asked = await sends(place, [done('77'), refused, done('78')]);
  expect(asked.map(({ operation }) => operation.type)).toEqual(['send', 'pin', 'send']);
  expect(await place.store.all(incidents)).toEqual([]);
  expect(await delivered(place)).toMatchObject({ status: 'sent', messages: ['77'] });
});

it('when the answer to a pin was lost, it is pinned once more and then let be', async () => {
  const place = bench();
  await place.store.commit(
    commitOf('ask', { outbound: [outbound({ operation: { type: 'pin', target: 'card', silent: true } })] }),
  );
  const lost = (): DeliveryOutcome => ({ type: 'unknown' });
  expect(await sends(place, [lost, lost, lost])).toHaveLength(2);
});

it('when Signal wants less of us, the bot rests and those on call hear of it once; nothing is sent again', async () => {
  const place = bench();
  const anna = person({ id: 'anna', roles: ['admin'] });
  const reached = account({ person: 'anna' });
  await place.store.commit(
    commitOf('ask', {
      writes: [put(people, anna), put(accounts, reached)],
      outbound: [outbound({ id: 'card' }), outbound({ id: 'next' })],
    }),
  );
  const limited = (): DeliveryOutcome => ({ type: 'failed', code: 'signal.limited', blocked: false, limited: true });
  const rests: string[] = [];
  const asked = await sends(place, [limited, limited, done('1')], place.store, { rests });
  expect(asked.map(({ id }) => id)).toEqual(['card', 'next', 'incident.undelivered:card.anna:0']);
  expect(rests).toEqual([chat, chat]);
  const noted = (await place.store.all(incidents)).map(({ value }): [string, string] => [value.id, value.severity]);
  expect(Object.fromEntries(noted)).toEqual({ 'undelivered:card': 'critical', 'undelivered:next': 'warning' });
});

it('when a message to a Signal group got no answer, it is noted and never sent again, however important', async () => {
  const place = bench();
  const card = outbound({ id: 'card', important: true, notification: 'n1' });
  await place.store.commit(commitOf('ask', { outbound: [card] }));
  expect(await sends(place, [() => ({ type: 'unknown' })], place.store, { groups: true })).toHaveLength(1);
  expect((await place.store.all(incidents)).map(({ value }) => value.code)).toEqual(['signal.no_answer']);
  expect(afterUnknown(card, true, noon).due ?? []).toEqual([]);
});

it('when a file of a notification got no answer, silence is looked into like that of a text; of nothing else, not', () => {
  const message = outbound({ notification: 'n1' });
  const due = (operation: Outbound['operation']) =>
    afterUnknown({ ...message, operation }, false, noon).due?.length ?? 0;
  expect([sendingFile('x'), message.operation, { type: 'close', target: 'x' } as const].map(due)).toEqual([1, 1, 0]);
});
