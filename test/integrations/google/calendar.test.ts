import { describe, expect, it } from 'vitest';
import { calendarOff } from '../../../integrations/google/off.ts';
import { startGoogleBench } from './google-bench.ts';

const failure = (code: string, temporary: boolean): object => ({ code, nature: { temporary } });

describe('the calls made', () => {
  it('when an entry is new, one call makes it; the same again is only read; another is written over what was read', async () => {
    const { calendar, entry, calls } = await startGoogleBench();
    await calendar.put(entry);
    await calendar.put(entry);
    await calendar.put({ ...entry, title: 'Autre' });
    expect(calls()).toEqual([
      'token',
      'events.insert',
      'events.insert',
      'events.get',
      'events.insert',
      'events.get',
      'events.update',
    ]);
  });

  it('when anything is written, guests are explicitly not told', async () => {
    const { calendar, entry, kit } = await startGoogleBench();
    for (const each of [entry, { ...entry, title: 'x' }, { ...entry, status: 'cancelled' as const }])
      await calendar.put(each);
    const writes = kit.ledger
      .entries({ platform: 'google', kind: 'request' })
      .filter(({ method }) => /insert|update|delete/.test(method));
    expect(writes).toHaveLength(4);
    for (const { params } of writes) expect(params).toMatchObject({ query: { sendUpdates: ['none'] } });
  });

  it('when the entry carries our marks, they are seen by nobody in the calendar', async () => {
    const { calendar, entry, google } = await startGoogleBench();
    await calendar.put(entry);
    expect(google.events(entry.calendar)).toMatchObject([
      { extendedProperties: { private: { regieId: entry.id, regieHash: expect.stringMatching(/^[0-9a-f]{64}$/) } } },
    ]);
  });

  it('when somebody changes it between reading and writing, nothing is overwritten and the next try succeeds', async () => {
    const { calendar, entry, google, kit } = await startGoogleBench();
    await calendar.put(entry);
    const stop = kit.ledger.onAppend(({ method }) => {
      if (method !== 'events.get') return;
      stop();
      google.edit(entry.calendar, entry.id, { location: 'Nantes' });
    });
    const other = { ...entry, title: 'Autre' };
    await expect(calendar.put(other)).rejects.toMatchObject(failure('calendar.unreachable', true));
    expect(google.events(entry.calendar)).toMatchObject([{ summary: 'Le Fil', location: 'Nantes' }]);
    await calendar.put(other);
    expect(google.events(entry.calendar)).toMatchObject([{ summary: 'Autre', location: 'Brest' }]);
  });

  it('when Google finds the entry itself wrong, the failure is lasting', async () => {
    const { calendar, entry } = await startGoogleBench();
    await expect(calendar.put({ ...entry, id: 'WRONG' })).rejects.toMatchObject(failure('calendar.rejected', false));
  });

  it.each(['events.insert', 'events.get', 'events.update', 'events.delete', 'token'])(
    'when %s fails with a 503, it is asked once: trying again is for the job queue',
    async (method) => {
      const { calendar, entry, kit, calls } = await startGoogleBench();
      if (method !== 'token') await calendar.put(entry);
      kit.faults.add({ match: { method }, times: 9, action: { type: 'status', code: 503 } });
      const before = calls().length;
      const status = method === 'events.delete' ? ('cancelled' as const) : ('confirmed' as const);
      await expect(calendar.put({ ...entry, status })).rejects.toMatchObject(failure('calendar.unreachable', true));
      expect(
        calls()
          .slice(before)
          .filter((each) => each === method),
      ).toHaveLength(1);
    },
  );

  it.each(['events.insert', 'token'])(
    'when %s is never answered, patience ends and the next try is good',
    async (method) => {
      const { calendar, entry, kit } = await startGoogleBench(300);
      kit.faults.add({ match: { method }, action: { type: 'hang', afterApply: true } });
      await expect(calendar.put(entry)).rejects.toMatchObject(failure('calendar.unreachable', true));
      expect(await calendar.put(entry)).toMatchObject({ type: 'written' });
      expect(kit.ledger.entries({ kind: 'effect' })).toHaveLength(1);
    },
  );
});

describe('what is shown and what is said', () => {
  it('when words look like markup, they are shown as they are, and an ampersand stays one', async () => {
    const { calendar, entry, google } = await startGoogleBench();
    await calendar.put({ ...entry, title: '<b>Duo</b>', description: '<a href="x">ici</a> Duo & Co &lt;\n2\0\ud83d' });
    expect(google.events(entry.calendar)).toMatchObject([
      { summary: '<b>Duo</b>', description: '&lt;a href="x">ici&lt;/a> Duo & Co &amp;lt;\n2\uFFFD' },
    ]);
  });

  it('when texts are longer than a calendar takes, they are cut at a whole character', async () => {
    const { calendar, entry, google } = await startGoogleBench();
    await calendar.put({
      ...entry,
      title: `${'x'.repeat(998)}🎸🎸`,
      location: 'y'.repeat(3000),
      description: '<'.repeat(9000),
    });
    const [event] = google.events(entry.calendar);
    expect(event).toMatchObject({ summary: `${'x'.repeat(998)}…` });
    expect(String(event?.['description']).length).toBeLessThanOrEqual(8192);
  });

  it('when things go well or wrong, no title, text, place, calendar or token is logged', async () => {
    const { calendar, entry, google, lines } = await startGoogleBench();
    await calendar.put(entry);
    google.revokeTokens();
    await calendar.put({ ...entry, status: 'confirmed' });
    await calendar.put({ ...entry, status: 'cancelled' });
    await calendar.put(entry);
    expect(lines.map((line) => /"did":"(\w+)"/.exec(line)?.[1] ?? 'renewed')).toEqual([
      'created',
      'renewed',
      'changed',
      'cancelled',
      'restored',
    ]);
    expect(lines.join()).not.toMatch(/Fil|option|Brest|group\.calendar|ya29|example|iam\.gserviceaccount/);
  });
});

describe('tokens', () => {
  it('when several write at once, one token is asked for', async () => {
    const { calendar, entry, calls } = await startGoogleBench();
    await Promise.all(['regie0001', 'regie0002', 'regie0003'].map((id) => calendar.put({ ...entry, id })));
    expect(calls().filter((method) => method === 'token')).toHaveLength(1);
  });

  it('when its hour is nearly over, another is asked for before Google complains', async () => {
    const { calendar, entry, calls, kit } = await startGoogleBench();
    await calendar.put(entry);
    kit.clock.advance(49 * 60_000);
    await calendar.look(entry.calendar, entry.id);
    kit.clock.advance(2 * 60_000);
    await calendar.look(entry.calendar, entry.id);
    expect(calls()).toEqual(['token', 'events.insert', 'events.get', 'token', 'events.get']);
  });

  it('when our clock is months ahead of the machine’s, assertions are dated by it', async () => {
    const { calendar, entry, kit } = await startGoogleBench();
    kit.clock.advance(90 * 86_400_000);
    expect(await calendar.put(entry)).toMatchObject({ type: 'written' });
  });

  it('when Google no longer takes it, one other is asked for and the call is made again', async () => {
    const { calendar, entry, calls, google } = await startGoogleBench();
    await calendar.put(entry);
    google.revokeTokens();
    expect(await calendar.look(entry.calendar, entry.id)).toMatchObject({ type: 'present' });
    expect(calls()).toEqual(['token', 'events.insert', 'events.get', 'token', 'events.get']);
  });

  it('when the key was withdrawn, the failure is lasting; with a token at hand, work goes on until it ends', async () => {
    const { calendar, entry, google } = await startGoogleBench();
    await calendar.put(entry);
    google.withdrawKeys();
    expect(await calendar.look(entry.calendar, entry.id)).toMatchObject({ type: 'present' });
    google.revokeTokens();
    const error: unknown = await calendar.put(entry).catch((caught: unknown) => caught);
    expect(error).toMatchObject(failure('calendar.refused', false));
    expect(String(error)).toContain('invalid_grant');
  });

  it.each([
    ['429', { type: 'status', code: 429, headers: { 'retry-after': '9' } }, 'calendar.limited'],
    ['503', { type: 'status', code: 503 }, 'calendar.unreachable'],
    ['a cut connection', { type: 'reset-before' }, 'calendar.unreachable'],
    ['a page of HTML', { type: 'garbage' }, 'calendar.unreachable'],
    ['half an answer', { type: 'truncate' }, 'calendar.unreachable'],
  ] as const)(
    'when the token service answers %s, the failure is temporary and the next try asks again',
    async (_, action, code) => {
      const { calendar, entry, kit } = await startGoogleBench();
      kit.faults.add({ match: { method: 'token' }, action });
      await expect(calendar.put(entry)).rejects.toMatchObject(failure(code, true));
      expect(await calendar.put(entry)).toMatchObject({ type: 'written' });
    },
  );

  it('when a token answer names a time as a date, the wait reaches until then by our clock', async () => {
    const { calendar, entry, kit } = await startGoogleBench();
    const headers = { 'retry-after': new Date(kit.clock.now() + 90_000).toUTCString() };
    kit.faults.add({ match: { method: 'token' }, action: { type: 'status', code: 429, headers } });
    const error: unknown = await calendar.put(entry).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ nature: { temporary: true, retryAfterMs: expect.any(Number) } });
    const waits = Reflect.get(Reflect.get(Object(error), 'nature'), 'retryAfterMs');
    expect(waits).toBeGreaterThan(80_000);
    expect(waits).toBeLessThanOrEqual(90_000);
  });
});

describe('calendars that are off', () => {
  it('when anything is put or looked for, says so', async () => {
    const { entry } = await startGoogleBench();
    expect(calendarOff.connected).toBe(false);
    expect(await calendarOff.put(entry)).toEqual({ type: 'off' });
    expect(await calendarOff.look(entry.calendar, entry.id)).toEqual({ type: 'off' });
  });
});
