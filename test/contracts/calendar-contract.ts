import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CalendarEntry, type OutsideCalendar } from '../../core/outside-calendar.ts';
import { day } from '../support/builders.ts';

/** An entry as somebody who opens the calendar sees it: whole days by their first and last day, hours as instants. */
export interface ShownEntry {
  readonly id: string;
  readonly title: string;
  readonly location: string;
  readonly status: string;
  readonly when: CalendarEntry['when'];
}

/** How to make one call go wrong, and what the adapter says then. */
export interface CalendarFailure {
  readonly name: string;
  readonly arrange: () => void;
  readonly code: string;
  readonly temporary: boolean;
  readonly retryAfterMs?: number;
}

/** One calendar service with a calendar we may write, driven by what people do there. */
export interface CalendarBench {
  readonly calendar: OutsideCalendar;
  readonly name: string;
  /** A calendar we may only read, and one that does not exist. */
  readonly readOnly: string;
  readonly unknown: string;
  /** What stands in the calendar, cancelled entries left out. */
  readonly shown: () => readonly ShownEntry[];
  /** How often anything changed there. */
  readonly changes: () => number;
  /** Somebody deletes the entry by hand. */
  readonly deleteByHand: (id: string) => void;
  /** The next write happens, and its answer is lost. */
  readonly loseAnswer: () => void;
  readonly failures: readonly CalendarFailure[];
  readonly stop: () => Promise<void>;
}

/** What every calendar service behind the port must do alike. */
export function describeCalendar(name: string, open: () => Promise<CalendarBench>): void {
  describe(`${name} behind the port of calendars`, () => {
    let bench: CalendarBench;
    let count = 0;
    let entry: CalendarEntry;
    beforeAll(async () => {
      bench = await open();
    });
    afterAll(() => bench.stop());
    beforeEach(() => {
      count += 1;
      entry = {
        id: `regie${String(count).padStart(4, '0')}`,
        calendar: bench.name,
        title: 'Le Fil · Gribitch',
        description: 'Première option',
        location: 'Brest',
        status: 'tentative',
        when: { type: 'day', day: day('2027-03-13') },
      };
    });
    const own = (): readonly ShownEntry[] => bench.shown().filter(({ id }) => id === entry.id);
    const hours: CalendarEntry['when'] = {
      type: 'timed',
      from: Date.parse('2027-07-13T18:00:00Z'),
      to: Date.parse('2027-07-13T20:30:00Z'),
      zone: 'Europe/Paris',
    };

    it('when an entry is put, it stands there, with a page to open', async () => {
      expect(bench.calendar.connected).toBe(true);
      expect(await bench.calendar.put(entry)).toEqual({
        type: 'written',
        link: expect.stringMatching(/^https:\/\//),
      });
      const { id, title, location, status, when } = entry;
      expect(own()).toEqual([{ id, title, location, status, when }]);
    });

    it('when it has hours, it stands at these instants', async () => {
      await bench.calendar.put({ ...entry, when: hours });
      expect(own()).toMatchObject([{ when: hours }]);
    });

    it('when the same is put again, nothing changes', async () => {
      const first = await bench.calendar.put(entry);
      const before = bench.changes();
      expect(await bench.calendar.put({ ...entry })).toEqual(first);
      expect(bench.changes()).toBe(before);
    });

    it('when two put the same at once, there is one entry', async () => {
      await Promise.all([bench.calendar.put(entry), bench.calendar.put(entry)]);
      expect(own()).toHaveLength(1);
    });

    it.each([
      ['the title', { title: 'Autre' }],
      ['the place', { location: 'Nantes' }],
      ['the state', { status: 'confirmed' as const }],
      ['the day', { when: { type: 'day' as const, day: day('2027-03-14') } }],
    ])('when %s is another, the same entry shows it', async (_, change) => {
      await bench.calendar.put(entry);
      await bench.calendar.put({ ...entry, ...change });
      expect(own()).toMatchObject([{ id: entry.id, ...change }]);
    });

    it('when it moves again and again, from days to hours and back, the same entry follows', async () => {
      for (const when of [
        entry.when,
        hours,
        entry.when,
        { ...hours, to: hours.type === 'timed' ? hours.to + 60_000 : 0 },
      ]) {
        await bench.calendar.put({ ...entry, when });
        expect(own()).toMatchObject([{ when }]);
      }
    });

    it('when it is cancelled, it is gone from sight and still known; again, nothing changes', async () => {
      await bench.calendar.put(entry);
      expect(await bench.calendar.put({ ...entry, status: 'cancelled' })).toEqual({ type: 'written', link: null });
      expect(own()).toEqual([]);
      expect(await bench.calendar.look(bench.name, entry.id)).toMatchObject({ type: 'present', status: 'cancelled' });
      const before = bench.changes();
      expect(await bench.calendar.put({ ...entry, status: 'cancelled' })).toEqual({ type: 'written', link: null });
      expect(bench.changes()).toBe(before);
    });

    it('when what never stood there is cancelled, that is done', async () => {
      const before = bench.changes();
      expect(await bench.calendar.put({ ...entry, status: 'cancelled' })).toEqual({ type: 'written', link: null });
      expect(bench.changes()).toBe(before);
    });

    it('when it is put after it was cancelled, it comes back as the same entry', async () => {
      await bench.calendar.put({ ...entry, when: hours });
      await bench.calendar.put({ ...entry, status: 'cancelled' });
      await bench.calendar.put(entry);
      expect(own()).toMatchObject([{ id: entry.id, status: 'tentative', when: entry.when }]);
    });

    it('when somebody deleted it by hand, the same put brings it back', async () => {
      await bench.calendar.put(entry);
      bench.deleteByHand(entry.id);
      expect(own()).toEqual([]);
      await bench.calendar.put(entry);
      expect(own()).toHaveLength(1);
    });

    it('when it is looked for, says whether it is there and in which state', async () => {
      expect(await bench.calendar.look(bench.name, entry.id)).toEqual({ type: 'absent' });
      const { link } = { link: null, ...(await bench.calendar.put(entry)) };
      expect(await bench.calendar.look(bench.name, entry.id)).toEqual({ type: 'present', status: 'tentative', link });
    });

    it('when the answer to a write is lost, the failure is temporary and the next try finds it done', async () => {
      bench.loseAnswer();
      await expect(bench.calendar.put(entry)).rejects.toMatchObject({
        code: 'calendar.unreachable',
        nature: { temporary: true },
      });
      const before = bench.changes();
      expect(await bench.calendar.put(entry)).toMatchObject({ type: 'written', link: expect.any(String) });
      expect(bench.changes()).toBe(before);
      expect(own()).toHaveLength(1);
      bench.loseAnswer();
      await expect(bench.calendar.put({ ...entry, status: 'cancelled' })).rejects.toMatchObject({
        nature: { temporary: true },
      });
      expect(await bench.calendar.put({ ...entry, status: 'cancelled' })).toEqual({ type: 'written', link: null });
    });

    it('when the calendar does not exist or may only be read, the failure is lasting', async () => {
      for (const calendar of [bench.unknown, bench.readOnly])
        await expect(bench.calendar.put({ ...entry, calendar })).rejects.toMatchObject({
          code: 'calendar.no_access',
          nature: { temporary: false },
        });
    });

    it('when a call fails in any known way, the code says how and the nature whether to try again', async () => {
      for (const { name, arrange, code, temporary, retryAfterMs } of bench.failures) {
        arrange();
        const error: unknown = await bench.calendar.put(entry).catch((caught: unknown) => caught);
        const nature = { temporary, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
        expect({ name, error }).toMatchObject({ name, error: { code, nature } });
        expect(String(error)).not.toMatch(/Fil|Brest|option|group\.calendar/);
      }
      expect(await bench.calendar.put(entry)).toMatchObject({ type: 'written' });
      expect(own()).toHaveLength(1);
    });
  });
}
