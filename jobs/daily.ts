import { type DueHandler } from '../core/due-runner.ts';
import { commitOf, type DueRow, type JobEntry } from '../core/commit.ts';
import { type DueTable } from '../core/due.ts';
import { jobOf } from '../core/job.ts';
import { type Store } from '../core/store.ts';
import { addDays, dayAt, instantOf, type Day } from '../domain/day.ts';
import { planDigests } from './musicians/plan-digests.job.ts';
import { prune } from './platform/prune.job.ts';
import { revokeLeavers } from './platform/revoke-leavers.job.ts';
import { itinerary } from './touring/itinerary.job.ts';
import { unseenSheets } from './touring/unseen-sheets.job.ts';

/** One thing that happens every day at an hour of the agency. */
interface Daily {
  readonly id: string;
  readonly time: string;
  readonly job: (day: Day) => JobEntry;
}

/** An hour that the clock change skips happens when clocks have jumped. */
const daily: readonly Daily[] = [
  { id: 'daily.plan-digests', time: '00:20', job: (day) => jobOf(planDigests, { day }) },
  { id: 'daily.revoke-leavers', time: '00:10', job: (day) => jobOf(revokeLeavers, { day }) },
  { id: 'daily.itinerary', time: '10:00', job: (day) => jobOf(itinerary, { day }) },
  { id: 'daily.unseen-sheets', time: '16:00', job: (day) => jobOf(unseenSheets, { day }) },
  { id: 'daily.prune', time: '03:00', job: (day) => jobOf(prune, { day, part: 0 }) },
];

/** Turns the row of a day into that day's job and the next day's row. What was missed while nothing ran happens once, late. */
export const dailyHandler: DueHandler = async (step, row) => {
  const entry = daily.find((one) => one.id === row.id);
  if (entry === undefined) return {};
  const zone = step.agency.timezone;
  return { jobs: [entry.job(dayAt(step.now, zone))], due: [nextRow(entry, step.now, zone)] };
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
  return { id: entry.id, kind: 'daily', at: next, payload: {} };
}
