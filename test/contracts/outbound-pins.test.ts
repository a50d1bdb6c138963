import { expect, it } from 'vitest';
import { deliverSignal } from '../../bot/channels/signal/deliver.ts';
import { encodeGroup, signalBot } from '../../bot/channels/signal/refs.ts';
import { createTelegram } from '../../bot/channels/telegram/channel.ts';
import { encodeChat, telegramBot } from '../../bot/channels/telegram/refs.ts';
import { type DeliveryOutcome } from '../../core/channel.ts';
import { type Delivery } from '../../core/records/dialogue.ts';
import { systemRandom } from '../../core/random.ts';
import { type ChatRef } from '../../core/refs.ts';
import { createSignalClient } from '../../integrations/signal/client.ts';
import { startBench } from '../sandbox/signal/support.ts';
import { stage } from '../sandbox/telegram/harness.ts';
import { noon, outbound, sending } from '../support/builders.ts';
import { silentLog } from '../support/silent-log.ts';
import { validateAnswer, validateRequest } from './signal-contract.ts';
import { loadTelegramContract } from './telegram-contract.ts';

const pin = { type: 'pin', target: 'card', silent: true } as const;

function known(outcome: DeliveryOutcome, chat: ChatRef): Delivery {
  if (outcome.type !== 'done') throw new Error(`not sent: ${outcome.type}`);
  const bot = telegramBot('staff');
  const messages = [...outcome.messages];
  return { id: 'card', bot, chat, status: 'sent', messages, at: noon, resent: false, reason: null };
}

it('when a message is pinned on Telegram, the request is as published, and so is the answer, a refusal included', async () => {
  const contract = loadTelegramContract();
  const world = await stage();
  const channel = createTelegram({
    bot: telegramBot('staff'),
    token: world.token,
    apiRoot: world.url,
    intake: { type: 'polling' },
    menus: [],
    effects: async (effect) => effect.run(),
    random: systemRandom,
    dispensable: false,
    log: silentLog,
  });
  for (const admins of [['regie_bot'], []]) {
    const { id } = world.telegram.createGroup({
      title: 'G',
      members: [world.lea.user.id],
      bots: ['regie_bot'],
      admins,
    });
    const chat = encodeChat(channel.bot, id);
    const card = await channel.deliver(outbound({ chat, operation: sending('Feuille') }), null);
    await channel.deliver(outbound({ chat, operation: pin }), known(card, chat));
  }
  const pins = world.kit.ledger.entries({ kind: 'request' }).filter(({ method }) => method === 'pinChatMessage');
  await world.stop();
  expect(pins.map(({ result }) => Object(result).ok)).toEqual([true, false]);
  const problems = pins.flatMap(
    ({ params }) => contract?.validateRequest('pinChatMessage', { ...Object(params) }) ?? [],
  );
  expect(problems).toEqual([]);
  expect(contract?.validateResult('pinChatMessage', Object(pins[0]?.result).result) ?? []).toEqual([]);
});

it('when a message is pinned in a Signal group, the request is as published, and so is the answer', async () => {
  const bench = await startBench({ profileName: 'Régie' });
  const lea = bench.signal.addPerson({ name: 'Léa', hasWritten: true });
  const group = bench.signal.addGroup('Gribitch', [lea.aci]);
  const client = createSignalClient({ url: bench.url, number: bench.number });
  const chat = encodeGroup(signalBot(bench.number), group.internalId);
  const card = await deliverSignal(client, outbound({ chat, operation: sending('Feuille') }), null);
  expect(await deliverSignal(client, outbound({ chat, operation: pin }), known(card, chat))).toMatchObject({
    type: 'done',
  });
  const asked = bench.kit.ledger.entries({ kind: 'request' }).find(({ method }) => method.endsWith('/pin-message'));
  const path = `/v1/groups/${encodeURIComponent(bench.number)}/${encodeURIComponent(group.id)}/pin-message`;
  expect(asked).toBeDefined();
  expect(validateRequest('POST', path, asked?.params)).toEqual([]);
  expect(validateAnswer('POST', path, 200)).toEqual([]);
});
