import { afterEach } from 'vitest';
import { type Log } from '../../../core/log.ts';
import { type CalendarEntry, type OutsideCalendar } from '../../../core/outside-calendar.ts';
import { googleCalendar } from '../../../integrations/google/calendar.ts';
import { readCredentials, type Credentials } from '../../../integrations/google/credentials.ts';
import { makeKey } from '../../../sandbox/google/accounts.ts';
import { type GoogleControl } from '../../../sandbox/google/control.ts';
import { startGoogle } from '../../../sandbox/google/index.ts';
import { createKit, type Kit } from '../../../sandbox/kit/kit.ts';
import { judgeLedger } from '../../contracts/google-contract.ts';
import { day } from '../../support/builders.ts';

/** The adapter in front of an emulated Google with one calendar to write. */
export interface GoogleBench {
  readonly kit: Kit;
  readonly google: GoogleControl;
  readonly url: string;
  readonly calendar: OutsideCalendar;
  readonly entry: CalendarEntry;
  /** Every line logged, as one text each. */
  readonly lines: readonly string[];
  /** The methods called so far, in order. */
  readonly calls: () => readonly string[];
  readonly stop: () => Promise<void>;
}

const key = makeKey();

/** Starts both; a clock of the emulator's own serves the adapter as well. */
export async function openGoogle(patienceMs = 5000): Promise<GoogleBench> {
  const kit = createKit();
  const service = await startGoogle(kit, { key });
  const google = service.control;
  const { id } = google.createCalendar({ summary: 'Gribitch' });
  const lines: string[] = [];
  const note = (fields: object, message: string): void => {
    lines.push(`${JSON.stringify(fields)} ${message}`);
  };
  const log: Log = { debug: note, info: note, warn: note, error: note };
  return {
    kit,
    google,
    url: service.url,
    calendar: googleCalendar({
      credentials: usable(google.credentials()),
      root: service.url,
      log,
      clock: kit.clock,
      patienceMs,
    }),
    entry: {
      id: 'regie0001',
      calendar: id,
      title: 'Le Fil',
      description: 'Première option',
      location: 'Brest',
      status: 'tentative',
      when: { type: 'day', day: day('2027-03-13') },
    },
    lines,
    calls: () => kit.ledger.entries({ platform: 'google', kind: 'request' }).map(({ method }) => method),
    stop: () => service.stop(),
  };
}

/** What a key file holds that must be right. */
export function usable(text: string): Credentials {
  const read = readCredentials(text);
  if (!read.ok) throw new Error(read.problem);
  return read.credentials;
}

const running: GoogleBench[] = [];

/** As {@link openGoogle}, ended after the test, when all that was asked and answered is held against the published description. */
export async function startGoogleBench(patienceMs?: number): Promise<GoogleBench> {
  const bench = await openGoogle(patienceMs);
  running.push(bench);
  return bench;
}

afterEach(async () => {
  for (const { kit, stop } of running.splice(0)) {
    await stop();
    judgeLedger(kit.ledger.entries());
  }
});
