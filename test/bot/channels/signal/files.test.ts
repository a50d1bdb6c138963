import { beforeEach, describe, expect, it } from 'vitest';
import { deliverSignal } from '../../../../bot/channels/signal/deliver.ts';
import { encodeGroup, encodePrivate, signalBot } from '../../../../bot/channels/signal/refs.ts';
import { type DeliveryOutcome } from '../../../../core/channel.ts';
import { type Outbound } from '../../../../core/outbound.ts';
import { type ChatRef } from '../../../../core/refs.ts';
import { createSignalClient, type SignalClient } from '../../../../integrations/signal/client.ts';
import { type FaultRule } from '../../../../sandbox/kit/faults.ts';
import { type PersonHandle } from '../../../../sandbox/signal/control-api.ts';
import { outbound } from '../../../support/builders.ts';
import { png } from '../../../support/png.ts';
import { sendingFile, sendingPdf } from '../../../support/sending-files.ts';
import { startBench, type Bench } from '../../../sandbox/signal/support.ts';

let bench: Bench;
let client: SignalClient;
let lea: PersonHandle;

beforeEach(async () => {
  bench = await startBench({ profileName: 'Régie' });
  client = createSignalClient({ url: bench.url, number: bench.number });
  lea = bench.signal.addPerson({ name: 'Léa', hasWritten: true });
});

const bot = () => signalBot(bench.number);
const deliver = (operation: Outbound['operation'], chat?: ChatRef): Promise<DeliveryOutcome> =>
  deliverSignal(
    client,
    outbound({ bot: bot(), chat: chat ?? encodePrivate(bot(), lea.aci), operation, at: bench.kit.clock.now() }),
    null,
  );
const last = (group?: string) => lea.see(group).messages.at(-1);

describe('a file', () => {
  it('when it is sent, it arrives byte for byte under its name, with its words in the same message', async () => {
    const outcome = await deliver(sendingFile('Le mois de mars'));
    const data = png(40, 30).toString('base64');
    expect(last()).toMatchObject({
      text: 'Le mois de mars',
      files: [{ contentType: 'image/png', filename: 'Été à Évry mars 2027.png', base64: data }],
    });
    expect(outcome).toEqual({ type: 'done', messages: [String(last()?.timestamp)] });
  });

  it('when it has no words, it arrives alone', async () => {
    await deliver(sendingPdf());
    expect(last()).toMatchObject({
      text: '',
      files: [{ contentType: 'application/pdf', filename: 'feuille.pdf', size: 8 }],
    });
  });

  it('when its words hold signs of markup, they arrive as they were written; our bold is bold otherwise', async () => {
    await deliver(sendingFile('', { caption: [{ text: 'a*b* ' }, { text: 'gras', style: 'bold' }] }));
    expect(last()).toMatchObject({ text: 'a*b* gras', styles: [] });
    await deliver(sendingFile('', { caption: [{ text: 'gras', style: 'bold' }] }));
    expect(last()).toMatchObject({ text: 'gras', styles: [{}] });
  });

  it('when it goes to a group, everybody there gets it', async () => {
    const group = bench.signal.addGroup('Gribitch', [lea.aci]);
    await deliver(sendingFile('pour vous'), encodeGroup(bot(), group.internalId));
    expect(last(group.id)).toMatchObject({ text: 'pour vous', files: [{ contentType: 'image/png' }] });
  });

  it('when it is as large as a file may be, it arrives whole', async () => {
    const bytes = Buffer.alloc(1_048_576, 7);
    const large = sendingPdf(bytes.toString('latin1'));
    expect(await deliver({ ...large, data: bytes.toString('base64') })).toMatchObject({ type: 'done' });
    expect(last()?.files[0]?.size).toBe(bytes.length);
  });
});

describe('what the gateway answers to a file', () => {
  const fault = (action: FaultRule['action']) =>
    bench.kit.faults.add({ match: { platform: 'signal', method: 'POST /v2/send' }, action });

  it.each<[string, FaultRule['action'], Partial<DeliveryOutcome>]>([
    ['limits', { type: 'status', code: 429, body: { error: 'x' } }, { type: 'failed', code: 'signal.limited' }],
    ['cuts the connection after doing it', { type: 'reset-after-apply' }, { type: 'unknown' }],
    ['refuses', { type: 'status', code: 400, body: { error: 'x' } }, { type: 'failed', code: 'signal.refused' }],
  ])('when it %s, the outcome is that of a text', async (_case, action, outcome) => {
    fault(action);
    expect(await deliver(sendingFile('x'))).toMatchObject(outcome);
  });
});
