import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { png } from '../../support/png.ts';
import { stage } from './harness.ts';
import type { Stage } from './harness.ts';

let on: Stage;
beforeEach(async () => {
  on = await stage();
});
afterEach(() => on.stop());

const answerSchema = z.looseObject({ ok: z.boolean(), description: z.string().optional() });
const last = () => on.lea.view('regie_bot').messages.at(-1);

/** A body written by hand: what comes between the delimiters is up to each test. */
async function post(method: string, parts: readonly (string | Buffer)[][], boundary = 'b0'): Promise<string> {
  const body = parts.flatMap((part) => [`--${boundary}\r\n`, ...part, '\r\n']);
  const bytes = Buffer.concat([...body, `--${boundary}--\r\n`].map((each) => Buffer.from(each)));
  const answer = await fetch(`${on.url}/bot${on.token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: new Uint8Array(bytes),
  });
  const { ok, description } = answerSchema.parse(await answer.json());
  return ok ? 'ok' : (description ?? '');
}

const field = (name: string, value: string): string[] => [
  `content-disposition:form-data;name="${name}"\r\n\r\n${value}`,
];
const file = (name: string, bytes: Buffer, filename = 'a.png'): (string | Buffer)[] => [
  `Content-Disposition: form-data; name="${name}"; filename="${filename}"\r\nContent-Type: text/html\r\n\r\n`,
  bytes,
];
const chat = (): string[] => field('chat_id', String(on.lea.user.id));
const photo = (bytes: Buffer): Promise<string> => post('sendPhoto', [chat(), file('photo', bytes)]);

describe('an upload', () => {
  it('when its parts are written as grammY writes them, they are read: bare names, accents, bytes like delimiters', async () => {
    const bytes = Buffer.from('%PDF\r\n--b1\r\n\r\n\0\xff', 'latin1');
    const attached = 'content-disposition:form-data;name="x1";filename=Été à Évry, mars.pdf\r\n';
    const parts = [
      chat(),
      field('document', 'attach://x1'),
      field('caption', 'la feuille'),
      [`${attached}content-type:application/octet-stream\r\n\r\n`, bytes],
    ];
    expect(await post('sendDocument', parts, '----------b0')).toBe('ok');
    expect(last()).toMatchObject({
      text: 'la feuille',
      file: { kind: 'document', name: 'Été à Évry, mars.pdf', mime: 'application/pdf', sides: null },
    });
    expect(Buffer.from(on.telegram.file(last()?.file?.id ?? '').bytes).equals(bytes)).toBe(true);
    const { params } = on.kit.ledger.entries({ kind: 'request' }).at(-1) ?? {};
    expect(params).toMatchObject({ document: { file_name: 'Été à Évry, mars.pdf', size: bytes.length } });
    expect(Object(params)).not.toHaveProperty('x1');
  });

  it('when its type is named by its ending, that counts; an unknown ending keeps what the request says', async () => {
    for (const [name, mime] of [
      ['mars.ics', 'text/calendar'],
      ['MARS.PNG', 'image/png'],
      ['mars.zzz', 'text/html'],
    ] as const) {
      expect(await post('sendDocument', [chat(), file('document', Buffer.from('x'), name)])).toBe('ok');
      expect(last()?.file).toMatchObject({ name, mime });
    }
  });

  it.each([
    ['has no end', '--b0\r\ncontent-disposition:form-data;name="chat_id"\r\n\r\n1'],
    ['begins with another delimiter', '--b9\r\n\r\n--b9--\r\n'],
    ['has a part without a name', '--b0\r\nContent-Type: text/plain\r\n\r\nx\r\n--b0--\r\n'],
    ['is empty', ''],
  ])('when its body %s, it is refused', async (_case, body) => {
    const headers = { 'content-type': 'multipart/form-data; boundary=b0' };
    const answer = await fetch(`${on.url}/bot${on.token}/sendDocument`, { method: 'POST', headers, body });
    expect(await answer.json()).toMatchObject({ error_code: 400, description: "Bad Request: can't parse request" });
  });

  it('when there is no file, an empty one or a caption that is too long, it says so', async () => {
    expect(await post('sendDocument', [chat()])).toBe('Bad Request: there is no document in the request');
    expect(await post('sendDocument', [chat(), file('document', Buffer.alloc(0))])).toBe(
      'Bad Request: file must be non-empty',
    );
    const long = [chat(), field('caption', 'é'.repeat(1025)), file('photo', png(2, 2))];
    expect(await post('sendPhoto', long)).toBe('Bad Request: message caption is too long');
    expect(last()?.file ?? null).toBeNull();
  });

  it('when a text is written over it, there is none to write over', async () => {
    await photo(png(2, 2));
    const over = { chat_id: on.lea.user.id, message_id: last()?.id, text: 'x' };
    expect(await on.refused('editMessageText', over)).toBe('Bad Request: there is no text in the message to edit');
  });
});

/** A start of frame after a table, as cameras write them. */
const jpeg = Buffer.from('ffd8ffe00004aabbffc0000b0800f0014001011100ffd9', 'hex');

describe('a photo', () => {
  it('when it is a PNG or a JPEG, its own size is shown', async () => {
    expect(await photo(png(320, 240))).toBe('ok');
    expect(last()?.file).toMatchObject({ kind: 'photo', sides: { width: 320, height: 240 } });
    expect(await photo(jpeg)).toBe('ok');
    expect(last()?.file?.sides).toEqual({ width: 320, height: 240 });
  });

  const whole = png(8, 8);
  const flipped = Buffer.from(whole);
  flipped.writeUInt8(flipped.readUInt8(45) ^ 1, 45);
  it.each([
    ['is no picture', Buffer.from('%PDF-1.4')],
    ['breaks off', whole.subarray(0, -6)],
    ['has no end', whole.subarray(0, -12)],
    ['has a wrong byte', flipped],
    ['is a signature alone', whole.subarray(0, 8)],
    ['is a JPEG without a frame', Buffer.from('ffd8ffe00004aabbffd9', 'hex')],
  ])('when it %s, it is refused', async (_case, bytes) => {
    expect(await photo(bytes)).toBe('Bad Request: IMAGE_PROCESS_FAILED');
    expect(last()?.file ?? null).toBeNull();
  });

  it('when its sides are too long together or too unlike, it is refused; just within, taken', async () => {
    expect(await photo(png(20, 400))).toBe('ok');
    expect(await photo(png(20, 401))).toBe('Bad Request: PHOTO_INVALID_DIMENSIONS');
    expect(await photo(png(9000, 1000))).toBe('ok');
    expect(await photo(png(9001, 1000))).toBe('Bad Request: PHOTO_INVALID_DIMENSIONS');
  });

  it('when it is larger than ten megabytes, it is refused as a photo and taken as a document', async () => {
    const heavy = Buffer.alloc(10 * 1024 * 1024 + 1);
    expect(await photo(heavy)).toMatch(/too big for a photo/);
    expect(await post('sendDocument', [chat(), file('document', heavy)])).toBe('ok');
    expect(last()?.file).toMatchObject({ size: heavy.length });
  });
});
