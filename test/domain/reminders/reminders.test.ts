import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, instantOf } from '../../../domain/day.ts';
import { feedbackReminders, logisticsReminders } from '../../../domain/reminders/date-reminders.ts';
import {
  freshOf,
  keyOf,
  mostTimes,
  sections,
  withTold,
  type Reminder,
  type Told,
} from '../../../domain/reminders/reminder.ts';
import { mondayOf, monthReminders, silenceReminders, silentMonths } from '../../../domain/reminders/silent-months.ts';
import { escalations, stageOf, taskReminders } from '../../../domain/reminders/task-reminders.ts';
import { wholeMonths } from '../../../domain/reminders/whole-months.ts';
import { showSchema } from '../../../domain/date-booking.ts';
import { newTask, type Task } from '../../../domain/task.ts';
import { day } from '../../support/builders.ts';

const zone = 'Europe/Paris';
const noon = instantOf(day('2027-03-01'), '12:00', zone);
const nothing = { told: [], snoozed: [] };
const task = (changes: Partial<Task> = {}): Task => ({
  ...newTask({ id: 'a', title: 'A', person: 'sam', createdBy: 'nadia', createdAt: noon, due: day('2027-03-10') }),
  ...changes,
});
const show = (id: string, on: string) =>
  showSchema.parse({
    id,
    artist: 'x',
    venue: 'v',
    day: on,
    arrival: null,
    set: null,
    end: null,
    state: 'confirmed',
    cast: null,
  });

describe('a task', () => {
  it('when days pass, is said two days before, on its day and two days after, and then no more', () => {
    let told: Told[] = [];
    const stages = Array.from({ length: 20 }, (_, index) => addDays(day('2027-03-05'), index)).flatMap((today) => {
      const fresh = freshOf(taskReminders([task()], 'sam', today, zone), { told, snoozed: [] }, noon);
      told = withTold(told, fresh, noon);
      return fresh.map((one) => `${today} ${one.occurrence}`);
    });
    expect(stages).toEqual(['2027-03-08 soon', '2027-03-10 today', '2027-03-12 late']);
  });

  it('when the morning of its day was missed, the next still says that it was due', () => {
    expect(stageOf(day('2027-03-10'), day('2027-03-11'))).toBe('today');
  });

  it('when it was given today, is done, or put off, nothing is said of it', () => {
    const of = (one: Task) => taskReminders([one], 'sam', day('2027-03-10'), zone);
    expect(of(task({ createdAt: instantOf(day('2027-03-10'), '08:00', zone) }))).toEqual([]);
    expect(of(task({ state: 'done' }))).toEqual([]);
    expect(of(task({ snoozedUntil: day('2027-03-11') }))).toEqual([]);
    expect(of(task({ snoozedUntil: day('2027-03-10') }))).toHaveLength(1);
  });

  it('when it is three days late, whoever asked hears once; its doer and others do not', () => {
    const of = (person: string, today: string) =>
      escalations([task()], () => ['nadia'], person, day(today)).map((one) => one.object);
    expect(of('nadia', '2027-03-12')).toEqual([]);
    expect(of('nadia', '2027-03-13')).toEqual(['escalated:a.2027-03-10']);
    expect(of('sam', '2027-03-13')).toEqual([]);
    expect(of('marc', '2027-03-13')).toEqual([]);
  });
});

describe('silent months', () => {
  const monday = { today: day('2027-03-01'), last: day('2027-02-28') };

  it('when nothing was said, the three coming months are silent; a day or a declaration speaks for its month', () => {
    expect(silentMonths(new Set(), day('2026-11-30'))).toEqual(['2026-12', '2027-01', '2027-02']);
    expect(silentMonths(new Set(['2027-04', '2027-05-12']), day('2027-03-01'))).toEqual(['2027-06']);
  });

  it('when the Monday was slept through, another day of the week answers for it; else only Mondays do', () => {
    expect(mondayOf({ today: day('2027-03-03'), last: day('2027-02-27') })).toBe('2027-03-01');
    expect(mondayOf({ today: day('2027-03-03'), last: day('2027-03-02') })).toBeNull();
    expect(mondayOf({ today: day('2027-03-03'), last: null })).toBeNull();
  });

  it('when it was put off, it comes on the day named and not before, whatever the day', () => {
    const memory = { snoozed: [{ object: 'months', until: noon + 1000 }] };
    expect(monthReminders(new Set(), monday, memory, noon)).toEqual([]);
    const wednesday = { today: day('2027-03-03'), last: day('2027-03-02') };
    expect(monthReminders(new Set(), wednesday, memory, noon + 2000)).toHaveLength(3);
  });

  it('when three reminders brought nothing, those who look after the act hear, and the member is left alone', () => {
    const told = ['w1', 'w2', 'w3'].map((week) => ({ key: `month:2027-04|${week}`, at: noon }));
    const again = monthReminders(new Set(['2027-05', '2027-06']), monday, nothing, noon);
    expect(freshOf(again, { told, snoozed: [] }, noon)).toEqual([]);
    const members = [{ person: 'tom', heard: new Set<string>(), told }];
    expect(silenceReminders(members, monday).map((one) => one.object)).toEqual(['silence:tom.2027-04']);
  });

  it('when days are all of a month, it is that month; a part of one is none', () => {
    const whole = Array.from({ length: 30 }, (_, index) => ({
      day: addDays(day('2027-04-01'), index),
      part: 'day' as const,
    }));
    expect(wholeMonths(whole, day('2027-03-01'))).toEqual(['2027-04']);
    expect(wholeMonths(whole.slice(1), day('2027-03-01'))).toBeNull();
    expect(wholeMonths(whole.slice(9), day('2027-04-10'))).toEqual(['2027-04']);
  });
});

describe('dates', () => {
  it('when a date is within ten days, it is said, also one confirmed late; one that is over or further is not', () => {
    const dates = [show('a', '2027-03-11'), show('b', '2027-03-12'), show('c', '2027-03-03'), show('d', '2027-02-28')];
    expect(logisticsReminders(dates, day('2027-03-01')).map((one) => one.object)).toEqual([
      'logistics:c',
      'logistics:a',
    ]);
  });

  it('when mornings were missed, dates of up to three days ago are asked about, and none already answered', () => {
    const dates = [show('a', '2027-03-06'), show('b', '2027-03-07'), show('c', '2027-03-09'), show('d', '2027-03-10')];
    const of = (last: string | null) =>
      feedbackReminders(dates, new Set(['b']), {
        today: day('2027-03-10'),
        last: last === null ? null : day(last),
      }).map((one) => one.object);
    expect(of('2027-03-01')).toEqual(['feedback:c']);
    expect(of(null)).toEqual(['feedback:c']);
    expect(of('2027-03-10')).toEqual([]);
  });
});

describe('what is fresh', () => {
  const reminder: fc.Arbitrary<Reminder> = fc.record({
    section: fc.constant('approvals' as const),
    approval: fc.constant('x'),
    object: fc.constantFrom('o1', 'o2', 'o3'),
    occurrence: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  });

  it('when mornings follow each other in any way, nothing is told twice and no object more than three times', () => {
    fc.assert(
      fc.property(fc.array(fc.array(reminder, { maxLength: 8 }), { maxLength: 12 }), (mornings) => {
        let told: Told[] = [];
        mornings.forEach((reminders, index) => {
          const now = noon + index * 24 * 3_600_000;
          const fresh = freshOf(reminders, { told, snoozed: [] }, now);
          told = withTold(told, fresh, now);
        });
        const keys = told.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        for (const object of ['o1', 'o2', 'o3'])
          expect(keys.filter((key) => key.startsWith(`${object}|`)).length).toBeLessThanOrEqual(mostTimes);
      }),
    );
  });

  it('when something was put off, it rests until then; what is old is forgotten after ninety days', () => {
    const one: Reminder = { section: 'feedback', show: 's', object: 'feedback:s', occurrence: 'once' };
    const snoozed = [{ object: 'feedback:s', until: noon + 1 }];
    expect(freshOf([one], { told: [], snoozed }, noon)).toEqual([]);
    expect(freshOf([one], { told: [], snoozed }, noon + 1)).toEqual([one]);
    const old = [{ key: keyOf(one), at: noon - 91 * 24 * 3_600_000 }];
    expect(withTold(old, [], noon)).toEqual([]);
  });

  it('when several parts meet, they stand in the order of the sections', () => {
    const later: Reminder = { section: 'feedback', show: 's', object: 'f', occurrence: '1' };
    const first: Reminder = { section: 'tasks', task: 't', stage: 'soon', object: 't', occurrence: '1' };
    expect(freshOf([later, first], nothing, noon).map((one) => sections.indexOf(one.section))).toEqual([1, 5]);
  });
});
