import { describe, expect, it } from 'vitest';
import { refusal, startBench, tokenOf } from './harness.ts';

const scopes = 'https://www.googleapis.com/auth/';

describe('the token endpoint', () => {
  it('when an assertion is signed by the key given out, answers a bearer token for most of an hour', async () => {
    const bench = await startBench();
    expect(await bench.trade()).toMatchObject({
      status: 200,
      body: { expires_in: 3599, token_type: 'Bearer', access_token: expect.stringMatching(/^ya29\./) },
    });
  });

  it('when a token is given out, the ledger has neither it nor the assertion', async () => {
    const bench = await startBench();
    const token = tokenOf(await bench.trade());
    expect(JSON.stringify(bench.kit.ledger.entries({ method: 'token' }))).not.toContain(token);
    expect(bench.kit.ledger.entries({ method: 'token' })).toMatchObject([{ status: 200, applied: true }]);
  });

  it('when another key signed, even one of another account, refuses the signature', async () => {
    const bench = await startBench();
    bench.google.createAccount('other@example.iam.gserviceaccount.com');
    const credentials = bench.google.credentials('other@example.iam.gserviceaccount.com');
    expect(await bench.trade({ credentials, claims: { iss: bench.google.account } })).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant', error_description: 'Invalid JWT Signature.' },
    });
    expect((await bench.trade({ credentials })).status).toBe(200);
  });

  it('when the key was withdrawn, refuses what it signs; the next key file is good', async () => {
    const bench = await startBench();
    const credentials = bench.google.credentials();
    bench.google.withdrawKeys();
    expect(await bench.trade({ credentials })).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    expect((await bench.trade()).status).toBe(200);
  });

  const hour = 3600;
  it.each([
    ['it has ended', (now: number) => ({ iat: now - hour - 1, exp: now - 1 })],
    ['it is longer than an hour', (now: number) => ({ iat: now, exp: now + hour + 1 })],
    ['it begins long from now', (now: number) => ({ iat: now + 400, exp: now + hour })],
    ['it ends before it begins', (now: number) => ({ iat: now + 100, exp: now + 50 })],
  ])('when an assertion is not of this time (%s), refuses it', async (_, times) => {
    const bench = await startBench();
    const claims = times(Math.floor(bench.kit.clock.now() / 1000));
    expect(await bench.trade({ claims })).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant', error_description: expect.stringContaining('short-lived token') },
    });
  });

  it.each([
    ['another algorithm', { header: { alg: 'none' } }, 400, 'invalid_grant'],
    ['an unknown key', { header: { kid: 'unknown' } }, 400, 'invalid_grant'],
    ['another audience', { claims: { aud: 'https://oauth2.googleapis.com/token' } }, 400, 'invalid_grant'],
    ['an unknown account', { claims: { iss: 'nobody@example.com' } }, 400, 'invalid_grant'],
    ['no scope', { claims: { scope: '' } }, 400, 'invalid_scope'],
    ['somebody to act for', { claims: { sub: 'anna@example.com' } }, 401, 'unauthorized_client'],
    ['another grant', { form: { grant_type: 'password' } }, 400, 'unsupported_grant_type'],
    ['something that is no assertion', { form: { assertion: 'x.y' } }, 400, 'invalid_grant'],
  ])('when the request has %s, refuses it', async (_, change, status, error) => {
    const bench = await startBench();
    expect(await bench.trade(change)).toMatchObject({ status, body: { error } });
  });
});

describe('a bearer token', () => {
  it('when it is missing, made up, past its hour or revoked, is refused', async () => {
    const bench = await startBench();
    expect(await bench.call('GET events', undefined, { token: null })).toMatchObject(refusal(401, 'required'));
    expect(await bench.call('GET events', undefined, { token: 'ya29.x' })).toMatchObject(refusal(401, 'authError'));
    expect((await bench.call('GET events')).status).toBe(200);
    bench.kit.clock.advance(3_599_000);
    expect(await bench.call('GET events')).toMatchObject(refusal(401, 'authError'));
    const token = tokenOf(await bench.trade());
    bench.google.revokeTokens();
    expect(await bench.call('GET events', undefined, { token })).toMatchObject(refusal(401, 'authError'));
  });

  it('when its scope only reads, may not write; when it is for something else, may do nothing', async () => {
    const bench = await startBench();
    const reads = tokenOf(await bench.trade({ claims: { scope: `${scopes}calendar.events.readonly` } }));
    expect((await bench.call('GET events', undefined, { token: reads })).status).toBe(200);
    expect(await bench.call('DELETE events/abcde', undefined, { token: reads })).toMatchObject(
      refusal(403, 'insufficientPermissions'),
    );
    const drive = tokenOf(await bench.trade({ claims: { scope: `${scopes}drive` } }));
    expect(await bench.call('GET events', undefined, { token: drive })).toMatchObject(
      refusal(403, 'insufficientPermissions'),
    );
  });
});
