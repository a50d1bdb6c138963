import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { addDays, type Day } from '../../domain/day.ts';
import { filedTime, type FiledDate, type FiledTime } from '../../domain/filed-date.ts';
import { calendarFile, calendarOf } from '../../documents/calendar-file.ts';
import { day } from '../support/builders.ts';
import { sampleDates, sampleShow } from '../support/calendar-samples.ts';
import { readByIcalJs, readByNodeIcal } from '../support/read-calendar.ts';

const root = join(import.meta.dirname, '..', '..');
const head = { name: 'Mes dates (La Belle Étape)', refreshHours: 1 };
const zone = 'Europe/Paris';

const eventSchema = z.looseObject({
  uid: z.string(),
  start: z.union([z.number(), z.string()]),
  end: z.union([z.number(), z.string()]),
});
const saidSchema = z.strictObject({
  file: z.string(),
  zone: z.string(),
  one: z.array(eventSchema),
  other: z.array(eventSchema),
});

/** What a process of its own writes and reads in a zone. */
async function inZone(tz: string): Promise<z.infer<typeof saidSchema>> {
  const { stdout } = await promisify(execFile)('npx', ['tsx', 'test/support/write-calendar.ts'], {
    cwd: root,
    env: { ...process.env, TZ: tz },
    maxBuffer: 10_000_000,
  });
  return saidSchema.parse(JSON.parse(stdout));
}

/** The oracle: what a time reads as, worked out from the time itself. */
function expected(when: FiledTime): { start: number | Day; end: number | Day } {
  if (when.type === 'timed') return { start: when.from, end: when.to };
  const [first, last] = when.type === 'day' ? [when.day, when.day] : [when.first, when.last];
  return { start: first, end: addDays(last, 1) };
}

function filed(changes: Partial<FiledDate> = {}): FiledDate {
  const [first] = sampleDates();
  if (first === undefined) throw new Error('there is a sample');
  return { ...first, ...changes };
}

describe.each(['UTC', 'America/New_York', 'Asia/Tokyo'])('a calendar written and read in %s', (tz) => {
  it('when both clocks of 2027 change, two readers find each date at its instant, and the bytes are those of here', async () => {
    const said = await inZone(tz);
    const wanted = sampleDates()
      .map(({ uid, when }) => ({ uid, ...expected(when) }))
      .toSorted((a, b) => a.uid.localeCompare(b.uid));
    const times = (events: typeof said.one) =>
      events.map(({ uid, start, end }) => ({ uid, start, end })).toSorted((a, b) => a.uid.localeCompare(b.uid));
    expect(said.zone).toBe(tz);
    expect(wanted.length).toBeGreaterThan(50);
    expect(times(said.one)).toEqual(wanted);
    expect(times(said.other)).toEqual(wanted);
    expect(said.file).toBe(calendarOf(head, sampleDates()));
  });
});

describe('the hours of a show', () => {
  const at = (text: string): number => Date.parse(text);

  it.each([
    ['it ends after midnight', sampleShow(), '2027-03-13T14:00:00Z', '2027-03-14T00:30:00Z'],
    [
      'the clock springs forward that night',
      sampleShow({ day: day('2027-03-27'), end: '03:30' }),
      '2027-03-27T14:00:00Z',
      '2027-03-28T01:30:00Z',
    ],
    [
      'the clock falls back that night',
      sampleShow({ day: day('2027-10-30'), end: '03:30' }),
      '2027-10-30T13:00:00Z',
      '2027-10-31T02:30:00Z',
    ],
    ['it ends the same evening', sampleShow({ end: '23:15' }), '2027-03-13T14:00:00Z', '2027-03-13T22:15:00Z'],
  ])('when %s, they run from arrival to the end and not an hour longer', (_case, show, from, to) => {
    expect(filedTime(show, zone)).toEqual({ type: 'timed', from: at(from), to: at(to) });
  });

  it.each([
    ['the arrival is not known', { arrival: null }],
    ['the end is not known', { end: null }],
    ['they run backwards', { arrival: '21:00', end: '20:00' }],
  ])('when %s, it is the whole day', (_case, change) => {
    expect(filedTime(sampleShow(change), zone)).toEqual({ type: 'day', day: '2027-03-13' });
  });
});

describe('a calendar of many dates', () => {
  it('when it is read, has its name, says how often to look again, and publishes', () => {
    for (const read of [readByIcalJs, readByNodeIcal].map((reader) => reader(calendarOf(head, sampleDates())))) {
      expect(read.name).toBe('Mes dates (La Belle Étape)');
      expect(read.refresh).toBe('PT1H');
      expect(read.method).toBe('PUBLISH');
    }
    expect(calendarOf(head, [])).toContain('X-PUBLISHED-TTL:PT1H\r\n');
  });

  it('when there is nothing in it, it is still a calendar', () => {
    expect(readByIcalJs(calendarOf(head, [])).events.size).toBe(0);
  });

  it.each([
    ['tentative', 'TENTATIVE'],
    ['confirmed', 'CONFIRMED'],
    ['cancelled', 'CANCELLED'],
  ] as const)('when a date is %s, it says %s and keeps its name and its number', (status, said) => {
    for (const read of [readByIcalJs, readByNodeIcal]) {
      const [event] = read(calendarOf(head, [filed({ status, uid: 'x@regie', sequence: 7 })])).events.values();
      expect(event).toMatchObject({ status: said, uid: 'x@regie', sequence: 7 });
    }
  });

  it('when texts hold everything that has a meaning in the format, they arrive as they were, on lines of 75 octets', () => {
    const title = 'a;b,c\\d:"é" 🎷\u2028 fin';
    const description = `${'🎸é;'.repeat(60)}\n\nBEGIN:VEVENT\r\nSUMMARY:autre`;
    const text = calendarOf(head, [filed({ title, description, location: 'x\u0007y' })]);
    for (const read of [readByIcalJs, readByNodeIcal]) {
      const { events } = read(text);
      const [event] = events.values();
      expect(events.size).toBe(1);
      expect(event).toMatchObject({
        title: title.replaceAll('\u2028', '\n'),
        description: description.replaceAll('\r\n', '\n'),
        location: 'xy',
      });
    }
    const lines = text.split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Buffer.from(text).toString()).toBe(text);
  });
});

describe('a file of one date', () => {
  it.each([
    ['confirmed', 'PUBLISH'],
    ['cancelled', 'CANCEL'],
  ] as const)('when it is %s, its method is %s', (status, method) => {
    expect(readByIcalJs(calendarFile(filed({ status }))).method).toBe(method);
  });
});
