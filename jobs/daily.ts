import { z } from 'zod';
import { type DueHandler } from '../core/due-runner.ts';
import { commitOf, type DueRow, type JobEntry } from '../core/commit.ts';
import { type DueTable } from '../core/due.ts';
import { jobOf } from '../core/job.ts';
import { type Store } from '../core/store.ts';
import { addDays, dayAt, instantOf, type Day } from '../domain/day.ts';
import { logisticsReminder } from './booking/logistics-reminder.job.ts';
import { absenceDigest } from './musicians/absence-digest.job.ts';
import { prune } from './platform/prune.job.ts';
import { revokeLeavers } from './platform/revoke-leavers.job.ts';

/** One thing that happens every day at an hour of the agency. `since` is when it last did. */
interface Daily {
  readonly id: string;
  readonly time: string;
  readonly job: (day: Day, since: number) => JobEntry;
}

/** An hour that the clock change skips happens when clocks have jumped. */
const daily: readonly Daily[] = [
  { id: 'daily.absence-digest', time: '09:00', job: (day, since) => jobOf(absenceDigest, { day, since }) },
  { id: 'daily.logistics', time: '10:00', job: (day, since) => jobOf(logisticsReminder, { day, since }) },
  { id: 'daily.revoke-leavers', time: '00:10', job: (day) => jobOf(revokeLeavers, { day }) },
  { id: 'daily.prune', time: '03:00', job: (day) => jobOf(prune, { day, part: 0 }) },
];

const payloadSchema = z.strictObject({ since: z.number().int() });

/** Turns the row of a day into that day's job and the next day's row. What was missed while nothing ran happens once, late. */
export const dailyHandler: DueHandler = async (step, row) => {
  const entry = daily.find((one) => one.id === row.id);
  if (entry === undefined) return {};
  const zone = step.agency.timezone;
  const { since } = payloadSchema.parse(row.payload);
  return { jobs: [entry.job(dayAt(step.now, zone), since)], due: [nextRow(entry, step.now, zone)] };
};

/** Makes sure that every daily row waits; rows that wait already, overdue ones too, are left as they are. */
export async function scheduleDaily(store: Store, table: DueTable, now: number, zone: string): Promise<void> {
  for (const entry of daily) {
    if (await table.has(entry.id)) continue;
    await store.commit(commitOf(`schedule:${entry.id}:${now}`, { due: [nextRow(entry, now, zone)] }));
  }
}

function nextRow(entry: Daily, now: number, zone: string): DueRow {
  const today = dayAt(now, zone);
  const at = instantOf(today, entry.time, zone);
  const next = at > now ? at : instantOf(addDays(today, 1), entry.time, zone);
  return { id: entry.id, kind: 'daily', at: next, payload: { since: now } };
}
