import { describe, expect, it } from 'vitest';
import { day, evening, refusal, startBench } from './harness.ts';

describe('making an event', () => {
  it('when it has an id of ours, is kept under it and shown in the calendar’s time', async () => {
    const bench = await startBench();
    const made = await bench.call('POST events?sendUpdates=none', {
      id: 'abcde01',
      summary: 'Le Fil',
      status: 'tentative',
      start: { dateTime: '2027-07-13T18:00:00.000Z', timeZone: 'Europe/Paris' },
      end: { dateTime: '2027-07-13T22:30:00', timeZone: 'Europe/Paris' },
    });
    expect(made).toMatchObject({
      status: 200,
      body: {
        id: 'abcde01',
        status: 'tentative',
        sequence: 0,
        start: { dateTime: '2027-07-13T20:00:00+02:00', timeZone: 'Europe/Paris' },
        end: { dateTime: '2027-07-13T22:30:00+02:00' },
        htmlLink: expect.stringMatching(/^https:\/\/www\.google\.com\/calendar\/event\?eid=/),
      },
    });
  });

  it('when it has whole days, the end is the day after', async () => {
    const bench = await startBench();
    expect(await bench.call('POST events', { id: 'abcde', ...day })).toMatchObject({ status: 200, body: day });
    expect(bench.effects()).toEqual(['event created']);
  });

  it('when the id is taken, refuses it, also once the event was cancelled', async () => {
    const bench = await startBench();
    await bench.call('POST events', { id: 'abcde', ...day });
    expect(await bench.call('POST events', { id: 'abcde', ...evening })).toMatchObject(refusal(409, 'duplicate'));
    expect((await bench.call('DELETE events/abcde')).status).toBe(204);
    expect(await bench.call('POST events', { id: 'abcde', ...day })).toMatchObject(refusal(409, 'duplicate'));
    expect(bench.effects()).toEqual(['event created', 'event cancelled']);
  });

  it.each([
    ['its id is short', { id: 'abcd', ...day }, 'invalid'],
    ['its id has other letters', { id: 'abcdz', ...day }, 'invalid'],
    ['its id has capitals', { id: 'ABCDE', ...day }, 'invalid'],
    ['its id is long', { id: 'a'.repeat(1025), ...day }, 'invalid'],
    ['it has no end', { start: day.start }, 'required'],
    ['it has no start', { end: day.end }, 'required'],
    ['a day and an hour meet', { start: day.start, end: evening.end }, 'invalid'],
    ['its only day ends the same day', { start: day.start, end: day.start }, 'timeRangeEmpty'],
    ['it ends before it begins', { start: evening.end, end: evening.start }, 'timeRangeEmpty'],
    ['the day does not exist', { start: { date: '2027-02-29' }, end: day.end }, 'invalid'],
    [
      'the hour has no offset and no zone',
      { start: { dateTime: '2027-03-13T20:00:00' }, end: evening.end },
      'required',
    ],
    ['the zone does not exist', { start: { ...evening.start, timeZone: 'Europe/Brest' }, end: evening.end }, 'invalid'],
    ['the hour is no hour', { start: { dateTime: '13 mars 20h' }, end: evening.end }, 'invalid'],
    ['its state is unknown', { ...day, status: 'maybe' }, 'invalid'],
    ['it is cancelled from the start', { ...day, status: 'cancelled' }, 'invalid'],
    ['its title is no text', { ...day, summary: 12 }, 'invalid'],
    [
      'a property is longer than allowed',
      { ...day, extendedProperties: { private: { a: 'x'.repeat(1025) } } },
      'invalid',
    ],
    ['it has an unknown field', { ...day, title: 'x' }, 'badRequest'],
    ['it repeats, which is not emulated', { ...day, recurrence: ['RRULE:FREQ=DAILY'] }, 'badRequest'],
    ['it is no JSON', '{', 'parseError'],
  ])('when %s, refuses it', async (_, body, reason) => {
    const bench = await startBench();
    expect(await bench.call('POST events', body)).toMatchObject(refusal(400, reason));
    expect(bench.effects()).toEqual([]);
  });

  it('when it has guests, refuses it as it does to a service account', async () => {
    const bench = await startBench();
    expect(await bench.call('POST events', { ...day, attendees: [{ email: 'a@example.com' }] })).toMatchObject(
      refusal(403, 'forbiddenForServiceAccounts'),
    );
  });

  it('when a parameter is unknown or of a wrong kind, refuses it', async () => {
    const bench = await startBench();
    expect(await bench.call('POST events?sendUpdates=some', day)).toMatchObject(refusal(400, 'invalid'));
    expect(await bench.call('POST events?notify=1', day)).toMatchObject(refusal(400, 'badRequest'));
    expect(await bench.call('POST events?sendUpdates=none&sendUpdates=all', day)).toMatchObject(
      refusal(400, 'invalid'),
    );
  });
});

describe('who may do what', () => {
  it('when a calendar does not exist or was not shared, it is not found', async () => {
    const bench = await startBench();
    const { id } = bench.google.createCalendar({ summary: 'Privé', share: 'none' });
    for (const calendar of [id, 'nowhere@example.com'])
      expect(await bench.call('POST events', day, { calendar })).toMatchObject(refusal(404, 'notFound'));
  });

  it('when it was shared for reading, reads and does not write', async () => {
    const bench = await startBench();
    bench.google.write(bench.calendar, { id: 'abcde', ...day });
    bench.google.share(bench.calendar, 'reader');
    expect((await bench.call('GET events/abcde')).status).toBe(200);
    for (const what of ['POST events', 'PUT events/abcde', 'PATCH events/abcde', 'DELETE events/abcde'])
      expect(await bench.call(what, day)).toMatchObject(refusal(403, 'requiredAccessLevel'));
  });
});

describe('changing an event', () => {
  it('when it is replaced, what is left out is gone; when patched, what is left out stays', async () => {
    const bench = await startBench();
    const properties = (own: Record<string, string | null>): object => ({ extendedProperties: { private: own } });
    await bench.call('POST events', { id: 'abcde', ...day, summary: 'A', location: 'B', ...properties({ a: '1' }) });
    const patched = await bench.call('PATCH events/abcde', { summary: 'C', location: null, ...properties({ b: '2' }) });
    expect(patched.body).toMatchObject({ summary: 'C', ...properties({ a: '1', b: '2' }) });
    expect(patched.body).not.toHaveProperty('location');
    const replaced = await bench.call('PUT events/abcde', { ...day, location: 'D' });
    expect(replaced.body).toMatchObject({ location: 'D' });
    expect(replaced.body).not.toHaveProperty('summary');
    expect(replaced.body).not.toHaveProperty('extendedProperties');
    expect(bench.effects()).toEqual(['event created', 'event changed', 'event changed']);
  });

  it('when it was moved, its sequence grows, and a replacement that does not know it is refused', async () => {
    const bench = await startBench();
    await bench.call('POST events', { id: 'abcde', ...day });
    expect((await bench.call('PUT events/abcde', evening)).body).toMatchObject({ sequence: 1 });
    expect(await bench.call('PUT events/abcde', evening)).toMatchObject(refusal(400, 'invalid'));
    expect((await bench.call('PUT events/abcde', { ...evening, sequence: 1 })).body).toMatchObject({ sequence: 1 });
  });

  it('when the condition no longer holds, refuses and changes nothing', async () => {
    const bench = await startBench();
    const { etag } = await bench.call('POST events', { id: 'abcde', ...day });
    const newer = await bench.call('PATCH events/abcde', { summary: 'x' }, { ifMatch: etag });
    expect(newer.status).toBe(200);
    for (const what of ['PUT events/abcde', 'PATCH events/abcde', 'DELETE events/abcde'])
      expect(await bench.call(what, { ...day, summary: 'y' }, { ifMatch: etag })).toMatchObject(
        refusal(412, 'conditionNotMet'),
      );
    expect((await bench.call('DELETE events/abcde', undefined, { ifMatch: newer.etag })).status).toBe(204);
  });

  it('when another id stands in the body, or the event is unknown, refuses', async () => {
    const bench = await startBench();
    await bench.call('POST events', { id: 'abcde', ...day });
    expect(await bench.call('PUT events/abcde', { id: 'fghij', ...day })).toMatchObject(refusal(400, 'invalid'));
    for (const what of ['GET', 'PUT', 'PATCH', 'DELETE'])
      expect(await bench.call(`${what} events/fghij`, day)).toMatchObject(refusal(404, 'notFound'));
  });
});

describe('cancelling an event', () => {
  it('when it is deleted, it is still there as cancelled, and a second time it is gone', async () => {
    const bench = await startBench();
    await bench.call('POST events', { id: 'abcde', summary: 'Le Fil', ...day });
    expect(await bench.call('DELETE events/abcde')).toMatchObject({ status: 204, body: undefined });
    expect((await bench.call('GET events/abcde')).body).toMatchObject({ status: 'cancelled', summary: 'Le Fil' });
    expect(await bench.call('DELETE events/abcde')).toMatchObject(refusal(410, 'deleted'));
  });

  it('when it is replaced with another state, it comes back; without one it stays cancelled', async () => {
    const bench = await startBench();
    await bench.call('POST events', { id: 'abcde', ...day });
    await bench.call('DELETE events/abcde');
    expect((await bench.call('PUT events/abcde', { ...day, sequence: 1 })).body).toMatchObject({ status: 'cancelled' });
    const back = await bench.call('PUT events/abcde', { ...day, sequence: 1, status: 'confirmed' });
    expect(back.body).toMatchObject({ status: 'confirmed', sequence: 2 });
    expect(bench.effects()).toEqual(['event created', 'event cancelled', 'event changed', 'event restored']);
  });
});
