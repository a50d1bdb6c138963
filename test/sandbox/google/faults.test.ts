import { describe, expect, it } from 'vitest';
import { startSandbox } from '../../../sandbox/index.ts';
import { REFUSALS } from '../../../sandbox/google/errors.ts';
import { openGoogleContract } from '../../contracts/google-contract.ts';
import { day, refusal, startBench } from './harness.ts';

describe('faults', () => {
  it('when the answer is lost after the effect, the event stands and the ledger says so', async () => {
    const bench = await startBench();
    bench.kit.faults.add({
      match: { platform: 'google', method: 'events.insert' },
      action: { type: 'reset-after-apply' },
    });
    await expect(bench.call('POST events', { id: 'abcde', ...day })).rejects.toThrow('fetch failed');
    expect(bench.effects()).toEqual(['event created']);
    expect(bench.kit.ledger.entries({ method: 'events.insert' })).toMatchObject([
      { applied: true, fault: 'reset-after-apply', chat: bench.calendar, account: bench.google.account },
    ]);
  });

  it.each([
    ['rateLimitExceeded', 403, 'rateLimitExceeded'],
    ['userRateLimitExceeded', 403, 'userRateLimitExceeded'],
    ['quotaExceeded', 403, 'quotaExceeded'],
    ['tooManyRequests', 429, 'rateLimitExceeded'],
    ['deleted', 410, 'deleted'],
    ['authError', 401, 'authError'],
    ['forbidden', 403, 'forbidden'],
    ['backendError', 503, 'backendError'],
  ] as const)('when told to refuse with %s, does so as the platform words it, once', async (reason, code, said) => {
    const bench = await startBench();
    bench.google.refuse({ reason, method: 'events.insert', retryAfterSeconds: 7 });
    expect(await bench.call('POST events', { id: 'abcde', ...day })).toMatchObject(refusal(code, said));
    expect(bench.effects()).toEqual([]);
    expect((await bench.call('POST events', { id: 'abcde', ...day })).status).toBe(200);
  });

  it('when a bare code is scripted, the body is still the platform’s', async () => {
    const bench = await startBench();
    for (const code of [400, 401, 403, 404, 409, 410, 412, 429, 500, 503]) {
      bench.kit.faults.add({ action: { type: 'status', code }, match: { method: 'events.get' } });
      expect(await bench.call('GET events/abcde')).toMatchObject({ status: code, body: { error: { code } } });
    }
    bench.kit.faults.add({ action: { type: 'status', code: 503 }, match: { method: 'token' } });
    expect(await bench.trade()).toMatchObject({ status: 503, body: { error: 'internal_failure' } });
  });

  it('when every refusal that has a name is played, none is forgotten', async () => {
    const bench = await startBench();
    for (const reason of REFUSALS)
      bench.google.refuse({ reason, method: reason === 'invalid_grant' ? 'token' : 'events.get' });
    expect(await bench.trade()).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    for (const _ of REFUSALS.slice(1)) expect((await bench.call('GET events/abcde')).status).toBeGreaterThan(400);
  });
});

describe('the control routes', () => {
  it('when people act over HTTP, the world changes as it does in process', async () => {
    const bench = await startBench();
    const post = async (name: string, body: object): Promise<Response> =>
      fetch(`${bench.url}/control/google/${name}`, { method: 'POST', body: JSON.stringify(body) });
    await post('createCalendar', { id: 'le.fil@example.com', summary: 'Le Fil' });
    await post('write', { calendar: 'le.fil@example.com', event: { id: 'abcde', ...day } });
    await post('edit', { calendar: 'le.fil@example.com', id: 'abcde', fields: { summary: 'À la main' } });
    expect((await bench.call('GET events/abcde', undefined, { calendar: 'le.fil@example.com' })).body).toMatchObject({
      summary: 'À la main',
    });
    await post('share', { calendar: 'le.fil@example.com', role: 'none' });
    expect(await bench.call('GET events/abcde', undefined, { calendar: 'le.fil@example.com' })).toMatchObject(
      refusal(404, 'notFound'),
    );
    await post('remove', { calendar: 'le.fil@example.com', id: 'abcde' });
    const events = `${bench.url}/control/google/calendars/le.fil@example.com/events`;
    expect(await (await fetch(events)).json()).toEqual({ events: [] });
    expect(await (await fetch(`${events}?cancelled=true`)).json()).toMatchObject({ events: [{ id: 'abcde' }] });
    expect((await post('remove', { calendar: 'nowhere', id: 'abcde' })).status).toBe(400);
    expect(await (await fetch(`${bench.url}/control/google/credentials`)).text()).toBe(bench.google.credentials());
  });
});

describe('the whole sandbox', () => {
  it('when started, has a Google that shares its clock, ledger and faults, and a key file that leads to it', async () => {
    const sandbox = await startSandbox({ google: { calendars: [{ id: 'le.fil@example.com', summary: 'Le Fil' }] } });
    try {
      const { url, control, credentials } = sandbox.google;
      expect(JSON.parse(credentials)).toMatchObject({ client_email: control.account, token_uri: `${url}/token` });
      expect(control.events('le.fil@example.com')).toEqual([]);
      await fetch(`${url}/control/clock`, { method: 'POST', body: '{"advanceMs":5000}' });
      expect(sandbox.clock.offsetMs()).toBe(5000);
    } finally {
      await sandbox.stop();
    }
  });
});

describe('the published description as a judge', () => {
  it('when it is not there, nothing is checked and it says so', () => {
    const contract = openGoogleContract(undefined);
    expect([contract.available, contract.validateAnswer('events.get', 200, { no: 1 })]).toEqual([false, []]);
  });

  const contract = openGoogleContract(process.env['CONTRACTS_DIR']);
  it.runIf(contract.available)('when something does not keep it, names the problem', () => {
    expect(contract.validateRequest('events.insert', { sendUpdates: ['none'] }, { id: 'a', ...day })).toEqual([]);
    expect(contract.validateRequest('events.insert', { sendUpdates: ['some'] }, {}).join()).toMatch(/sendUpdates/);
    expect(contract.validateRequest('events.insert', { notify: ['x'] }, {}).join()).toMatch(/notify is no parameter/);
    expect(contract.validateRequest('events.insert', {}, { title: 'x' }).join()).toMatch(/additional/);
    expect(contract.validateRequest('events.insert', {})).toEqual(['the body is missing']);
    expect(contract.validateRequest('events.insert', {}, { start: { date: '13 mars' } }).join()).toMatch(/start\/date/);
    expect(contract.validateRequest('events.get', { maxAttendees: ['0'] }).join()).toMatch(/maxAttendees/);
    expect(contract.validateRequest('events.get', {}, {}).join()).toMatch(/takes no body/);
    expect(contract.validateRequest('events.send', {}).join()).toMatch(/not in the description/);
    expect(contract.validateAnswer('events.get', 200, { sequence: '1' }).join()).toMatch(/sequence must be integer/);
    expect(contract.validateAnswer('events.get', 404, { error: 'x' })).not.toEqual([]);
    expect(contract.validateAnswer('events.delete', 200, {})).not.toEqual([]);
  });
});
