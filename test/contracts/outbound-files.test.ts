import { expect, it } from 'vitest';
import { deliverSignal } from '../../bot/channels/signal/deliver.ts';
import { encodePrivate, signalBot } from '../../bot/channels/signal/refs.ts';
import { createTelegram } from '../../bot/channels/telegram/channel.ts';
import { encodeChat, telegramBot } from '../../bot/channels/telegram/refs.ts';
import { systemRandom } from '../../core/random.ts';
import { createSignalClient } from '../../integrations/signal/client.ts';
import { startBench } from '../sandbox/signal/support.ts';
import { stage } from '../sandbox/telegram/harness.ts';
import { outbound } from '../support/builders.ts';
import { sendingFile, sendingPdf } from '../support/sending-files.ts';
import { silentLog } from '../support/silent-log.ts';
import { validateRequest } from './signal-contract.ts';
import { loadTelegramContract } from './telegram-contract.ts';

const files = [sendingFile('Le mois'), sendingFile('x'.repeat(1025), { silent: true }), sendingPdf()];

it('when files go out on Telegram, every request is as published, and so is every answer', async () => {
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
  const chat = encodeChat(channel.bot, world.lea.user.id);
  for (const operation of files) await channel.deliver(outbound({ chat, operation }), null);
  const requests = world.kit.ledger.entries({ kind: 'request' });
  const problems = requests.flatMap(({ method, params, result }) => [
    ...(contract?.validateRequest(method, { ...Object(params) }) ?? []),
    ...(contract?.validateResult(method, Object(result).result) ?? []),
  ]);
  await world.stop();
  const sent = requests.map(({ method }) => method).filter((method) => method.startsWith('send'));
  expect({ sent, problems }).toEqual({
    sent: ['sendPhoto', 'sendPhoto', 'sendMessage', 'sendDocument'],
    problems: [],
  });
});

it('when files go out on Signal, every request is as published', async () => {
  const bench = await startBench();
  const lea = bench.signal.addPerson({ name: 'Léa', hasWritten: true });
  const client = createSignalClient({ url: bench.url, number: bench.number });
  const chat = encodePrivate(signalBot(bench.number), lea.aci);
  for (const operation of files) await deliverSignal(client, outbound({ chat, operation }), null);
  const requests = bench.kit.ledger.entries({ kind: 'request' });
  expect(requests.map(({ method }) => method)).toEqual(files.map(() => 'POST /v2/send'));
  expect(requests.flatMap(({ params }) => validateRequest('POST', '/v2/send', params))).toEqual([]);
});
