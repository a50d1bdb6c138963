import { afterEach, beforeEach, expect, it } from 'vitest';
import { startReader, type SignalReader } from '../../bot/channels/signal/reader.ts';
import { signalBot } from '../../bot/channels/signal/refs.ts';
import { type Inbound } from '../../core/inbound.ts';
import { createSignalClient } from '../../integrations/signal/client.ts';
import { type PersonHandle } from '../../sandbox/signal/control-api.ts';
import { startBench, type Bench } from '../sandbox/signal/support.ts';
import { silentLog } from '../support/silent-log.ts';

let bench: Bench;
let lea: PersonHandle;
let reader: SignalReader | null = null;

beforeEach(async () => {
  bench = await startBench();
  lea = bench.signal.addPerson({ name: 'Léa' });
});
afterEach(async () => {
  await reader?.stop();
  reader = null;
});

async function read(receive: (messages: readonly Inbound[]) => Promise<void>): Promise<void> {
  const { receiveUrl } = createSignalClient({ url: bench.url, number: bench.number });
  const self = { bot: signalBot(bench.number), number: bench.number };
  reader = startReader({ url: receiveUrl, self, sink: { receive }, log: silentLog });
  await reader.ready;
}

const words = (messages: readonly Inbound[]) =>
  messages.flatMap((message) => (message.content.type === 'text' ? [message.content.text] : []));

it('when messages come, they are stored one after the other in their order, however long one takes', async () => {
  const stored: string[] = [];
  let storing = 0;
  let most = 0;
  await read(async (messages) => {
    most = Math.max(most, (storing += 1));
    await new Promise((resolve) => setTimeout(resolve, stored.length === 0 ? 40 : 0));
    stored.push(...words(messages));
    storing -= 1;
  });
  for (const text of ['un', 'deux', 'trois']) lea.write(text);
  await expect.poll(() => stored, { timeout: 10_000 }).toEqual(['un', 'deux', 'trois']);
  expect(most).toBe(1);
});

it('when the socket closes, it is opened again and reads on', async () => {
  const stored: string[] = [];
  await read(async (messages) => void stored.push(...words(messages)));
  bench.signal.dropSockets();
  await expect
    .poll(
      () => {
        lea.write('encore');
        return stored.includes('encore');
      },
      { timeout: 10_000, interval: 100 },
    )
    .toBe(true);
});

it('when what comes is no frame, those behind it are read', async () => {
  const stored: string[] = [];
  await read(async (messages) => void stored.push(...words(messages)));
  bench.signal.injectRaw('{"half');
  bench.signal.injectRaw('[]');
  bench.signal.inject({ envelope: { odd: true } });
  lea.write('après');
  await expect.poll(() => stored, { timeout: 10_000 }).toEqual(['après']);
});

it('when one message cannot be stored, those behind it are', async () => {
  const stored: string[] = [];
  let tries = 0;
  await read(async (messages) => {
    tries += 1;
    if (tries === 1) throw new Error('redis is down');
    stored.push(...words(messages));
  });
  lea.write('perdu');
  lea.write('gardé');
  await expect.poll(() => stored.includes('gardé'), { timeout: 10_000 }).toBe(true);
});

it('when it is stopped, what is being stored is finished first', async () => {
  let finished = false;
  let begun = false;
  await read(async () => {
    begun = true;
    await new Promise((resolve) => setTimeout(resolve, 80));
    finished = true;
  });
  lea.write('un');
  await expect.poll(() => begun, { timeout: 10_000 }).toBe(true);
  await reader?.stop();
  expect(finished).toBe(true);
});
