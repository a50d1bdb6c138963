import { z } from 'zod';
import { type CalendarEntry } from '../../core/outside-calendar.ts';
import { type FaultRule } from '../../sandbox/kit/faults.ts';
import { type RefusalName } from '../../sandbox/google/errors.ts';
import { day } from '../support/builders.ts';
import { openGoogle, type GoogleBench } from '../integrations/google/google-bench.ts';
import { describeCalendar, type CalendarBench, type CalendarFailure, type ShownEntry } from './calendar-contract.ts';
import { judgeLedger } from './google-contract.ts';

const eventSchema = z.looseObject({
  id: z.string(),
  summary: z.string(),
  location: z.string(),
  status: z.string(),
  start: z.looseObject({
    date: z.string().optional(),
    dateTime: z.string().optional(),
    timeZone: z.string().optional(),
  }),
  end: z.looseObject({ dateTime: z.string().optional() }),
});

function shown(event: unknown): ShownEntry {
  const { id, summary: title, location, status, start, end } = eventSchema.parse(event);
  const when: CalendarEntry['when'] =
    start.date === undefined
      ? {
          type: 'timed',
          from: Date.parse(start.dateTime ?? ''),
          to: Date.parse(end.dateTime ?? ''),
          zone: start.timeZone ?? '',
        }
      : { type: 'day', day: day(start.date) };
  return { id, title, location, status, when };
}

function failuresOf({ google, kit }: GoogleBench): CalendarFailure[] {
  const refusing = (
    reason: RefusalName,
    code: string,
    temporary: boolean,
    seconds?: number,
    more: { readonly times?: number } = {},
  ): CalendarFailure => ({
    name: reason,
    arrange: () => google.refuse({ reason, method: 'events.insert', retryAfterSeconds: seconds, ...more }),
    code,
    temporary,
    ...(seconds === undefined ? {} : { retryAfterMs: seconds * 1000 }),
  });
  const breaking = (action: FaultRule['action'], method = 'events.insert'): CalendarFailure => ({
    name: `${action.type} of ${method}`,
    arrange: () => kit.faults.add({ match: { platform: 'google', method }, action }),
    code: 'calendar.unreachable',
    temporary: true,
  });
  return [
    refusing('rateLimitExceeded', 'calendar.limited', true),
    refusing('rateLimitExceeded', 'calendar.limited', true, 12),
    refusing('userRateLimitExceeded', 'calendar.limited', true),
    refusing('quotaExceeded', 'calendar.limited', true),
    refusing('dailyLimitExceeded', 'calendar.limited', true),
    refusing('tooManyRequests', 'calendar.limited', true, 120),
    refusing('backendError', 'calendar.unreachable', true, 5),
    refusing('deleted', 'calendar.unreachable', true),
    refusing('conditionNotMet', 'calendar.unreachable', true),
    refusing('forbidden', 'calendar.no_access', false),
    refusing('accessNotConfigured', 'calendar.no_access', false),
    refusing('notFound', 'calendar.no_access', false),
    refusing('authError', 'calendar.refused', false, undefined, { times: 2 }),
    breaking({ type: 'reset-before' }),
    breaking({ type: 'garbage' }),
    breaking({ type: 'truncate' }, 'events.get'),
    breaking({ type: 'status', code: 500 }),
    breaking({ type: 'status', code: 404 }, 'events.get'),
  ];
}

async function openBench(): Promise<CalendarBench> {
  const bench = await openGoogle();
  const { google, kit, entry } = bench;
  return {
    calendar: bench.calendar,
    name: entry.calendar,
    readOnly: google.createCalendar({ summary: 'Salle', share: 'reader' }).id,
    unknown: 'nowhere@group.calendar.google.com',
    shown: () => google.events(entry.calendar).map((event) => shown(event)),
    changes: () => kit.ledger.entries({ kind: 'effect' }).length,
    deleteByHand: (id) => google.remove(entry.calendar, id),
    loseAnswer: () => {
      // Whichever of the two writes comes first; the other rule must not wait for a later one.
      const ids = ['events.insert', 'events.delete'].map((method) =>
        kit.faults.add({ match: { platform: 'google', method }, action: { type: 'reset-after-apply' } }),
      );
      const stop = kit.ledger.onAppend(({ fault }) => {
        if (fault !== 'reset-after-apply') return;
        stop();
        for (const [id] of ids) kit.faults.clear(id);
      });
    },
    failures: failuresOf(bench),
    stop: async () => {
      await bench.stop();
      judgeLedger(kit.ledger.entries());
    },
  };
}

describeCalendar('Google', openBench);
