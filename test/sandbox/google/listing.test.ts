import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { day, refusal, startBench, type Answer, type Bench } from './harness.ts';

const pageSchema = z.looseObject({
  items: z.array(z.looseObject({ id: z.string() })),
  nextPageToken: z.string().optional(),
});
const page = ({ body }: Answer): z.output<typeof pageSchema> => pageSchema.parse(body);
const ids = (answer: Answer): string[] => page(answer).items.map(({ id }) => id);

/** Three days of March, the last cancelled, and an evening before them. */
async function filled(): Promise<Bench> {
  const bench = await startBench();
  const on = (date: string, next: string): object => ({ start: { date }, end: { date: next } });
  const hours = (from: string, to: string): object => ({ start: { dateTime: from }, end: { dateTime: to } });
  for (const event of [
    { id: 'march13', ...day, summary: 'Le Fil', extendedProperties: { private: { regieId: 'march13' } } },
    { id: 'march14', ...on('2027-03-14', '2027-03-15'), location: 'Brest' },
    { id: 'march15', ...on('2027-03-15', '2027-03-16') },
    { id: 'march12', ...hours('2027-03-12T20:00:00+01:00', '2027-03-12T23:00:00+01:00') },
  ])
    bench.google.write(bench.calendar, event);
  bench.google.remove(bench.calendar, 'march15');
  return bench;
}

describe('listing events', () => {
  it('when nothing is asked, shows what is not cancelled; the cancelled too when asked', async () => {
    const bench = await filled();
    expect(ids(await bench.call('GET events'))).toEqual(['march13', 'march14', 'march12']);
    expect(ids(await bench.call('GET events?showDeleted=true'))).toContain('march15');
    expect(ids(await bench.call('GET events?singleEvents=true&orderBy=startTime'))).toEqual([
      'march12',
      'march13',
      'march14',
    ]);
  });

  it('when bounds are given, a day counts from midnight to midnight in the calendar’s zone, ends excluded', async () => {
    const bench = await filled();
    const between = (from: string, to: string): string => `GET events?timeMin=${from}&timeMax=${to}`;
    expect(ids(await bench.call(between('2027-03-13T00:00:00Z', '2027-03-13T23:00:00Z')))).toEqual(['march13']);
    expect(ids(await bench.call(between('2027-03-13T00:00:00Z', '2027-03-13T23:00:01Z')))).toEqual([
      'march13',
      'march14',
    ]);
    expect(ids(await bench.call(between('2027-03-12T22:00:00Z', '2027-03-12T23:00:00Z')))).toEqual([]);
  });

  it('when words or properties are asked for, shows what has them', async () => {
    const bench = await filled();
    expect(ids(await bench.call('GET events?q=brest'))).toEqual(['march14']);
    expect(ids(await bench.call('GET events?privateExtendedProperty=regieId%3Dmarch13'))).toEqual(['march13']);
    expect(ids(await bench.call('GET events?iCalUID=march12%40google.com'))).toEqual(['march12']);
  });

  it('when pages are small, every event is on exactly one of them', async () => {
    const bench = await filled();
    const first = await bench.call('GET events?maxResults=2');
    expect(ids(first)).toEqual(['march13', 'march14']);
    const token = page(first).nextPageToken ?? '';
    const second = await bench.call(`GET events?maxResults=2&pageToken=${token}`);
    expect(ids(second)).toEqual(['march12']);
    expect(page(second).nextPageToken).toBeUndefined();
    expect(await bench.call(`GET events?q=x&pageToken=${token}`)).toMatchObject(refusal(400, 'invalid'));
  });

  it.each([
    ['a bound has no offset', 'timeMin=2027-03-13T00:00:00', 'invalid'],
    ['a bound is only a day', 'timeMin=2027-03-13', 'invalid'],
    ['the bounds run backwards', 'timeMin=2027-03-13T00:00:00Z&timeMax=2027-03-12T00:00:00Z', 'timeRangeEmpty'],
    ['order by start comes without single events', 'orderBy=startTime', 'invalid'],
    ['a page is made up', 'pageToken=abc', 'invalid'],
    ['no results are wanted', 'maxResults=0', 'invalid'],
    ['a sync token comes, which is not emulated', 'syncToken=abc', 'badRequest'],
  ])('when %s, refuses it', async (_, query, reason) => {
    const bench = await startBench();
    expect(await bench.call(`GET events?${query}`)).toMatchObject(refusal(400, reason));
  });
});
