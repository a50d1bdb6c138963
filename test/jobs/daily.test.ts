import { describe, expect, it } from 'vitest';
import { dailyHandler, scheduleDaily } from '../../jobs/daily.ts';
import { createDueTable } from '../../store/due.ts';
import { instantOf } from '../../domain/day.ts';
import { day } from '../support/builders.ts';
import { benches } from '../support/store.ts';
import { step } from '../support/turn.ts';

const bench = benches();
const paris = (on: string, time: string) => instantOf(day(on), time, 'Europe/Paris');
const planner = 'daily.plan-digests';
/** The row of an hour, as the handling of the day before left it. */
const row = (at: number, id = planner) => ({ id, kind: 'daily', at, payload: {} });

async function handled(at: number, now = at, id = planner) {
  const draft = await dailyHandler(step({ now }), row(at, id));
  return { job: draft.jobs?.[0], next: draft.due?.[0]?.at ?? null };
}

describe('a daily row', () => {
  it('when its hour has come, the job of that day is asked for and the row waits for tomorrow at the same hour', async () => {
    const { job, next } = await handled(paris('2027-03-10', '00:20'));
    expect(job).toMatchObject({ name: 'musicians.plan-digests', payload: { day: '2027-03-10' } });
    expect(next).toBe(paris('2027-03-11', '00:20'));
  });

  it('when clocks change in the night, it is at the same hour on the clock and not 24 hours later', async () => {
    const hours = async (on: string) => {
      const at = paris(on, '00:20');
      return (((await handled(at)).next ?? 0) - at) / 3_600_000;
    };
    expect([await hours('2027-03-28'), await hours('2027-10-31'), await hours('2027-06-01')]).toEqual([23, 25, 24]);
  });

  it('when it falls into the hour that does not exist, it happens after the jump, once', async () => {
    const zone = 'Africa/Cairo';
    const agency = { id: 'agency' as const, name: 'A', contact: 'c', timezone: zone, locale: 'fr' as const };
    const before = instantOf(day('2026-04-23'), '00:10', zone);
    const draft = await dailyHandler(step({ now: before, agency }), row(before, 'daily.revoke-leavers'));
    const next = draft.due?.[0]?.at ?? 0;
    const after = await dailyHandler(step({ now: next, agency }), row(next, 'daily.revoke-leavers'));
    expect(draft.jobs?.[0]?.id).not.toBe(after.jobs?.[0]?.id);
    expect(after.due?.[0]?.at).toBeGreaterThan(next + 22 * 3_600_000);
  });

  it('when days were missed while nothing ran, it happens once and the next is in the future', async () => {
    const { job, next } = await handled(paris('2027-03-10', '00:20'), paris('2027-03-15', '14:00'));
    expect(job?.payload).toMatchObject({ day: '2027-03-15' });
    expect(next).toBe(paris('2027-03-16', '00:20'));
  });

  it('when the row was left by an earlier release, it is read as well', async () => {
    const at = paris('2027-03-10', '00:20');
    const draft = await dailyHandler(step({ now: at }), { ...row(at), payload: { since: at - 1 } });
    expect(draft.jobs).toHaveLength(1);
  });

  it('when the row is of a kind that is no longer there, nothing happens and it goes', async () => {
    expect(await handled(paris('2027-03-10', '09:00'), paris('2027-03-10', '09:00'), 'daily.absence-digest')).toEqual({
      job: undefined,
      next: null,
    });
  });
});

describe('scheduling', () => {
  it('when nothing waits yet, every daily row is made for its next hour; when all wait, nothing changes', async () => {
    const { store, connection } = bench();
    const table = createDueTable(connection);
    const now = paris('2027-03-10', '09:00');
    await scheduleDaily(store, table, now, 'Europe/Paris');
    const rows = await table.ready(now + 48 * 3_600_000, 10);
    expect(Object.fromEntries(rows.map((one) => [one.id, one.at]))).toMatchObject({
      'daily.plan-digests': paris('2027-03-11', '00:20'),
      'daily.prune': paris('2027-03-11', '03:00'),
      'daily.revoke-leavers': paris('2027-03-11', '00:10'),
    });
    await scheduleDaily(store, table, now + 72 * 3_600_000, 'Europe/Paris');
    expect(await table.ready(now + 480 * 3_600_000, 10)).toEqual(rows);
  });
});
