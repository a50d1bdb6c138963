import { describe, expect, test } from 'vitest';
import { errorOf, startBench, timestampOf } from './support.ts';

const LEA = { name: 'Léa', number: '+33600000001' };

describe('sending to a person', () => {
  test('when somebody is named by number or by ACI, both reach the same chat', async () => {
    const bench = await startBench();
    const lea = bench.signal.addPerson(LEA);
    await bench.send(LEA.number, 'par numéro');
    await bench.send(lea.aci, 'par ACI');
    expect(lea.see().messages.map((message) => message.text)).toEqual(['par numéro', 'par ACI']);
  });

  test('when it answers, the timestamp is a string, unique and increasing even within one millisecond', async () => {
    const bench = await startBench();
    const lea = bench.signal.addPerson(LEA);
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => bench.send(lea.aci, `n° ${index}`)));
    const stamps = answers.map(timestampOf);
    expect(answers[0]?.body).toEqual({ timestamp: String(stamps[0]) });
    expect(new Set(stamps).size).toBe(20);
  });

  test('when the setting says list, the answer is a list of one', async () => {
    const bench = await startBench({ sendAnswer: 'list' });
    const lea = bench.signal.addPerson(LEA);
    const answer = await bench.send(lea.aci, 'bonjour');
    expect(answer).toEqual({ status: 201, body: [{ timestamp: expect.stringMatching(/^\d{13}$/) }] });
  });

  test('when the text mode is styled, the person sees spans; when it is left out, the marks', async () => {
    const bench = await startBench();
    const lea = bench.signal.addPerson(LEA);
    await bench.send(lea.aci, 'le **3 mars**', { text_mode: 'styled' });
    await bench.send(lea.aci, 'le **3 mars**');
    expect(lea.see().messages.map(({ text, styles }) => ({ text, styles }))).toEqual([
      { text: 'le 3 mars', styles: [{ start: 3, length: 6, style: 'BOLD' }] },
      { text: 'le **3 mars**', styles: [] },
    ]);
  });

  test('when it quotes, mentions, previews and attaches, the person sees all of it', async () => {
    const bench = await startBench();
    const lea = bench.signal.addPerson(LEA);
    const asked = lea.write('et le 3 ?');
    await bench.send(lea.aci, 'Léa, voir https://regie.example/3', {
      quote_timestamp: asked,
      quote_author: lea.aci,
      quote_message: 'et le 3 ?',
      mentions: [{ start: 0, length: 3, author: lea.aci }],
      link_preview: { url: 'https://regie.example/3', title: 'Le 3', description: '', base64_thumbnail: '' },
      base64_attachments: [
        `data:application/pdf;filename=feuille.pdf;base64,${Buffer.from('%PDF-1.4').toString('base64')}`,
        Buffer.from('BEGIN:VCALENDAR').toString('base64'),
      ],
    });
    expect(lea.see().messages.at(-1)).toMatchObject({
      quote: { author: lea.aci, timestamp: asked, text: 'et le 3 ?' },
      mentions: [{ start: 0, length: 3, author: lea.aci }],
      preview: { url: 'https://regie.example/3', title: 'Le 3' },
      files: [
        { contentType: 'application/pdf', filename: 'feuille.pdf', size: 8 },
        { contentType: 'text/plain; charset=utf-8', filename: null },
      ],
    });
  });

  test('when files are sent, the ledger keeps their size and not their bytes', async () => {
    const bench = await startBench();
    const lea = bench.signal.addPerson(LEA);
    await bench.send(lea.aci, '', { base64_attachments: ['AAAA'] });
    const [noted] = bench.kit.ledger.entries({ method: 'POST /v2/send' });
    expect(noted).toMatchObject({
      chat: lea.aci,
      status: 201,
      applied: true,
      params: { base64_attachments: ['4 characters'] },
    });
  });

  test('when the text is long, it arrives whole', async () => {
    const bench = await startBench();
    const lea = bench.signal.addPerson(LEA);
    const long = 'é'.repeat(20_000);
    expect((await bench.send(lea.aci, long)).status).toBe(201);
    expect(lea.see().messages[0]?.text).toBe(long);
  });

  test('when they block the account, the send succeeds and they see nothing', async () => {
    const bench = await startBench();
    const reader = await bench.read();
    const lea = bench.signal.addPerson(LEA);
    lea.block(true);
    expect((await bench.send(lea.aci, 'bonjour')).status).toBe(201);
    await reader.settle();
    expect(lea.see().messages).toEqual([]);
    expect(reader.frames).toEqual([]);
  });
});

describe('a send that cannot be done', () => {
  test.each([
    [{ recipients: [] }, "Couldn't process request - please provide at least one recipient"],
    [{ message: '' }, 'Sending empty message is not allowed, either a message, attachment or sticker must be given.'],
    [{ number: '' }, "Couldn't process request - please provide a valid number"],
    [{ number: '+49123456789' }, 'Specified account does not exist'],
    [{ recipients: 12 }, "Couldn't process request - invalid request"],
    [{ sticker: 'nope' }, "Couldn't process request - please provide valid sticker delimiter"],
    [{ recipients: ['group.bm90IGEgZ3JvdXA='] }, 'Invalid identifier group.bm90IGEgZ3JvdXA='],
    [{ base64_attachments: ['%%%'] }, 'illegal base64 data at input byte 0'],
    [{ recipients: ['+33699999999'] }, 'Failed to send message'],
    [
      { link_preview: { url: 'https://elsewhere.example', title: 't', description: '', base64_thumbnail: '' } },
      'Link Preview URL is missing in the message!',
    ],
  ])("when the body is %o, it is a 400 with the wrapper's text", async (change, error) => {
    const bench = await startBench();
    const lea = bench.signal.addPerson(LEA);
    const body = { number: bench.number, recipients: [lea.aci], message: 'bonjour', ...change };
    const answer = await bench.call('POST', '/v2/send', body);
    expect([answer.status, errorOf(answer)]).toEqual([400, error]);
    expect(lea.see().messages).toEqual([]);
  });

  test('when groups and people are mixed, or two groups named, it is refused', async () => {
    const bench = await startBench({ profileName: 'Régie' });
    const lea = bench.signal.addPerson(LEA);
    const [one, two] = [bench.signal.addGroup('A', [lea.aci]), bench.signal.addGroup('B', [lea.aci])];
    expect(errorOf(await bench.send([lea.aci, one.id], 'x'))).toMatch(
      /^Signal Messenger Groups and phone numbers cannot be/,
    );
    expect(errorOf(await bench.send([one.id, two.id], 'x'))).toMatch(/more than one group at once/);
    expect(errorOf(await bench.send([one.id, 'lea.42'], 'x'))).toMatch(/Groups and usernames/);
  });

  test('when somebody left Signal, the text says so only for all; for some, the 201 names them', async () => {
    const bench = await startBench();
    const [lea, tom] = [bench.signal.addPerson(LEA), bench.signal.addPerson({ name: 'Tom' })];
    tom.setRegistered(false);
    expect(errorOf(await bench.send(tom.aci, 'x'))).toBe('Failed to send message');
    const partly = await bench.send([lea.aci, tom.aci], 'x');
    expect(partly).toMatchObject({
      status: 201,
      body: { errors: { recipients: [{ recipientAddress: { uuid: tom.aci }, type: 'UNREGISTERED_FAILURE' }] } },
    });
    expect(lea.see().messages).toHaveLength(1);
  });
});

describe('limits of Signal', () => {
  const captcha = 'signalcaptcha://signal-hcaptcha.key.challenge.P1_token';

  test('when a captcha guards first contacts, a stranger costs one and somebody who wrote does not', async () => {
    const bench = await startBench({ firstContact: 'captcha' });
    const [lea, tom] = [bench.signal.addPerson(LEA), bench.signal.addPerson({ name: 'Tom' })];
    tom.write('salut');
    expect((await bench.send(tom.aci, 'salut Tom')).status).toBe(201);
    const refused = await bench.send(lea.aci, 'bonjour');
    const [token] = bench.signal.challenges();
    expect(refused).toMatchObject({ status: 429, body: { challenge_tokens: [token], account: bench.number } });
    expect(errorOf(refused)).toMatch(
      /^Failed to send message due to rate limiting\. Use the attached challenge tokens/,
    );
    const solve = (body: unknown): Promise<{ status: number }> =>
      bench.call('POST', '/v1/accounts/{number}/rate-limit-challenge', body);
    expect((await solve({ challenge_token: token, captcha: 'signalcaptcha://x.registration.y' })).status).toBe(400);
    expect((await solve({ challenge_token: 'other', captcha })).status).toBe(400);
    expect((await solve({ challenge_token: token, captcha })).status).toBe(204);
    expect((await bench.send(lea.aci, 'bonjour')).status).toBe(201);
  });

  test('when the message bucket of one destination is full, others still go, and it drains by one a second', async () => {
    const bench = await startBench({ limits: true });
    const [lea, tom] = [
      bench.signal.addPerson({ ...LEA, hasWritten: true }),
      bench.signal.addPerson({ name: 'Tom', hasWritten: true }),
    ];
    for (let sent = 0; sent < 60; sent += 1) expect((await bench.send(lea.aci, `${sent}`)).status).toBe(201);
    const tooMany = await bench.send(lea.aci, 'de trop');
    expect(tooMany).toMatchObject({ status: 429, body: { challenge_tokens: [''] } });
    expect((await bench.send(tom.aci, 'toi oui')).status).toBe(201);
    bench.kit.clock.advance(1500);
    expect((await bench.send(lea.aci, 'maintenant oui')).status).toBe(201);
  });

  test('when six strangers were written to, the seventh asks for a captcha until ten minutes have passed', async () => {
    const bench = await startBench({ limits: true });
    const strangers = Array.from({ length: 8 }, (_, index) => bench.signal.addPerson({ name: `inconnu ${index}` }));
    const statuses = [];
    for (const stranger of strangers.slice(0, 7)) statuses.push((await bench.send(stranger.aci, 'x')).status);
    expect(statuses).toEqual([201, 201, 201, 201, 201, 201, 429]);
    bench.kit.clock.advance(600_000);
    expect((await bench.send(strangers[7]?.aci ?? '', 'x')).status).toBe(201);
  });

  test('when the captcha asked for after six strangers is solved, the next stranger can be written to at once', async () => {
    const bench = await startBench({ limits: true });
    const strangers = Array.from({ length: 7 }, (_, index) => bench.signal.addPerson({ name: `inconnu ${index}` }));
    for (const stranger of strangers) await bench.send(stranger.aci, 'x');
    const [token] = bench.signal.challenges();
    await bench.call('POST', '/v1/accounts/{number}/rate-limit-challenge', { challenge_token: token, captcha });
    expect((await bench.send(strangers[6]?.aci ?? '', 'x')).status).toBe(201);
  });

  test('when the twist says so, a 429 hides a message that was delivered', async () => {
    const bench = await startBench();
    const lea = bench.signal.addPerson(LEA);
    bench.signal.nextSend('429-but-delivered');
    expect(await bench.send(lea.aci, 'une seule fois')).toMatchObject({
      status: 429,
      body: { challenge_tokens: [''] },
    });
    expect(lea.see().messages).toHaveLength(1);
    expect((await bench.send(lea.aci, 'ensuite')).status).toBe(201);
  });
});

describe('a changed safety number', () => {
  test('when the key changed, sends fail until it is trusted with the right safety number', async () => {
    const bench = await startBench();
    const lea = bench.signal.addPerson(LEA);
    lea.changeIdentity();
    expect(errorOf(await bench.send(lea.aci, 'x'))).toBe('Failed to send message due to untrusted identities');
    const identities = (await bench.call('GET', '/v1/identities/{number}')).body;
    expect(identities).toMatchObject([{ uuid: lea.aci, number: LEA.number, status: 'UNTRUSTED' }]);
    const safety = Array.isArray(identities) ? String(identities[0].safety_number) : '';
    const trust = (body: unknown): Promise<{ status: number }> =>
      bench.call('PUT', `/v1/identities/{number}/trust/${lea.aci}`, body);
    expect((await trust({})).status).toBe(400);
    expect((await trust({ verified_safety_number: '0'.repeat(60) })).status).toBe(400);
    expect((await trust({ verified_safety_number: safety })).status).toBe(204);
    expect((await bench.send(lea.aci, 'x')).status).toBe(201);
  });

  test('when they write meanwhile, an exception comes without content, and the content once trusted', async () => {
    const bench = await startBench();
    const reader = await bench.read();
    const lea = bench.signal.addPerson(LEA);
    lea.changeIdentity();
    const timestamp = lea.write('c’est bien moi');
    const frame = await reader.next();
    expect(frame).toMatchObject({
      exception: { type: 'UntrustedIdentityException' },
      envelope: { sourceUuid: lea.aci, timestamp },
    });
    expect(frame.envelope?.dataMessage).toBeUndefined();
    await bench.call('PUT', `/v1/identities/{number}/trust/${lea.aci}`, { trust_all_known_keys: true });
    expect((await reader.next()).envelope).toMatchObject({ timestamp, dataMessage: { message: 'c’est bien moi' } });
  });
});
