import { Api } from 'grammy';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deliverTelegram } from '../../../../bot/channels/telegram/deliver.ts';
import { encodeChat } from '../../../../bot/channels/telegram/refs.ts';
import { type DeliveryOutcome } from '../../../../core/channel.ts';
import { type Outbound } from '../../../../core/outbound.ts';
import { type FaultRule } from '../../../../sandbox/kit/faults.ts';
import { botRef, outbound } from '../../../support/builders.ts';
import { png } from '../../../support/png.ts';
import { sendingFile, sendingPdf } from '../../../support/sending-files.ts';
import { stage, type Stage } from '../../../sandbox/telegram/harness.ts';

let world: Stage;
let api: Api;

beforeAll(async () => {
  world = await stage();
  api = new Api(world.token, { apiRoot: world.url, timeoutSeconds: 1, sensitiveLogs: false });
});
afterAll(() => world.stop());
beforeEach(() => world.kit.faults.clear());

const seen = () => world.lea.view('regie_bot').messages;
const last = () => seen().at(-1);
const deliver = (operation: Outbound['operation']): Promise<DeliveryOutcome> =>
  deliverTelegram(api, outbound({ chat: encodeChat(botRef('telegram:staff'), world.lea.user.id), operation }), null);
const fault = (method: string, action: FaultRule['action']) =>
  world.kit.faults.add({ match: { platform: 'telegram', method }, action });
/** What comes into the chat while this is delivered. */
async function arriving(operation: Outbound['operation']): Promise<ReturnType<typeof seen>> {
  const before = seen().length;
  await deliver(operation);
  return seen().slice(before);
}

describe('a file', () => {
  it('when it is a photo, it is shown in the chat in its size, its words below it', async () => {
    const outcome = await deliver(sendingFile('Le mois de mars'));
    expect(last()).toMatchObject({
      text: 'Le mois de mars',
      file: { kind: 'photo', name: 'Été à Évry mars 2027.png', mime: 'image/png', sides: { width: 40, height: 30 } },
    });
    expect(outcome).toEqual({ type: 'done', messages: [String(last()?.id)] });
  });

  it('when it is a document, it arrives under its name, byte for byte, without words if there are none', async () => {
    await deliver(sendingPdf('%PDF-1.4 \0\xff é'));
    expect(last()).toMatchObject({
      text: '',
      file: { kind: 'document', name: 'feuille.pdf', mime: 'application/pdf' },
    });
    const { bytes } = world.telegram.file(last()?.file?.id ?? '');
    expect(Buffer.from(bytes).toString()).toBe('%PDF-1.4 \0\xff é');
  });

  it('when its words hold signs of markup, they arrive as they were written, and our own bold is bold', async () => {
    const words = '*a* <b>c</b> 😀 ';
    await deliver(sendingFile('', { caption: [{ text: words }, { text: 'gras', style: 'bold' }] }));
    expect(last()?.text).toBe(`${words}gras`);
    expect(last()?.entities).toMatchObject([{ type: 'bold', offset: words.length, length: 4 }]);
  });

  it('when its words are just short enough, they stand below it; with one more they follow whole, as a text', async () => {
    const [whole, ...none] = await arriving(sendingFile('é'.repeat(1024)));
    expect([whole?.text.length, none]).toEqual([1024, []]);
    const [file, text] = await arriving(sendingFile('é'.repeat(1025)));
    expect([file?.text, file?.file?.kind, text?.text.length, text?.file]).toEqual(['', 'photo', 1025, null]);
  });

  it('when its words are too long even for one text, all of them follow in order, and both are named', async () => {
    const outcome = await deliver(sendingFile(`${'a'.repeat(4000)}\n${'b'.repeat(4000)}`));
    const [file, one, two] = seen().slice(-3);
    expect([one?.text.slice(0, 1), two?.text.slice(0, 1)]).toEqual(['a', 'b']);
    expect(outcome).toEqual({ type: 'done', messages: [two?.id, one?.id, file?.id].map(String) });
  });

  it('when it goes out silently, so do the words after it', async () => {
    const silences = async (operation: Outbound['operation']): Promise<unknown[]> => {
      const { seq } = world.kit.ledger.entries({ kind: 'request' }).at(-1) ?? { seq: 0 };
      await deliver(operation);
      return world.kit.ledger
        .entries({ kind: 'request', since: seq })
        .map(({ params }) => String(Object(params).disable_notification));
    };
    expect(await silences(sendingFile('x'.repeat(1025), { silent: true }))).toEqual(['true', 'true']);
    expect(await silences(sendingFile('x'.repeat(1025)))).toEqual(['false', 'true']);
  });

  it.each([
    ['is too long for its width', png(1, 21)],
    ['cannot be read', Buffer.from('no picture')],
  ])('when the picture %s, it goes as a document with its words', async (_case, bytes) => {
    const arrived = await arriving(sendingFile('quand même', { data: bytes.toString('base64') }));
    expect(arrived).toMatchObject([{ text: 'quand même', file: { kind: 'document', size: bytes.length } }]);
  });
});

describe('what the platform answers to a file', () => {
  const refusal = (code: number, description: string, parameters: object = {}) => ({
    type: 'status' as const,
    code,
    body: { ok: false, error_code: code, description, parameters },
  });

  it('when it names a time, that long is waited and nothing was done', async () => {
    fault('sendPhoto', refusal(429, 'Too Many Requests: retry after 7', { retry_after: 7 }));
    expect(await deliver(sendingFile('x'))).toEqual({ type: 'wait', ms: 7000 });
  });

  it('when it names a time between the file and its long words, the file does not come twice', async () => {
    fault('sendMessage', refusal(429, 'Too Many Requests: retry after 1', { retry_after: 1 }));
    const arrived = await arriving(sendingFile('x'.repeat(1025)));
    expect(arrived.map(({ file }) => file?.kind ?? 'text')).toEqual(['photo', 'text']);
  });

  it.each<[string, FaultRule['action']]>([
    ['cuts the connection after doing it', { type: 'reset-after-apply' }],
    ['answers half', { type: 'truncate' }],
  ])('when it %s, the outcome is unknown', async (_case, action) => {
    fault('sendDocument', action);
    expect(await deliver(sendingPdf())).toEqual({ type: 'unknown' });
  });

  it('when it refuses for another reason, it fails for good and is not tried as a document', async () => {
    fault('sendPhoto', refusal(400, 'Bad Request: chat not found'));
    expect(await arriving(sendingFile('x'))).toEqual([]);
    fault('sendPhoto', refusal(403, 'Forbidden: bot was blocked by the user'));
    expect(await deliver(sendingFile('x'))).toMatchObject({ type: 'failed', blocked: true });
  });
});
