import { describe, expect, it } from 'vitest';
import { type Reason } from '../../../domain/availability/agenda.ts';
import { busySpans } from '../../../domain/availability/busy-spans.ts';
import { nearestFree } from '../../../domain/availability/nearest-free.ts';
import { visibleReasons, visibleState, visibleWarnings } from '../../../domain/availability/visible.ts';
import { instantOf } from '../../../domain/day.ts';
import { day } from '../../support/builders.ts';
import { absence, agenda, gribitch, hold, show } from './season.ts';

const other = show({ id: 'x', artist: 'duo' });
const plays: Reason = { type: 'elsewhere', person: 'lea', show: other, artist: 'duo', substitute: null };
const gone: Reason = { type: 'away', person: 'tom', absence: absence('tom'), substitute: null, others: ['maud'] };
const all: Reason[] = [
  { type: 'show', show: show() },
  plays,
  gone,
  { type: 'hold', hold: hold(), first: true },
  {
    type: 'flexible',
    person: 'lea',
    absence: absence('lea', { firmness: 'flexible', condition: 'si le cachet suit' }),
  },
  { type: 'silent', person: 'max' },
];
const people = { maySeePeople: false, maySeeWhere: false };
const negotiators = { maySeePeople: true, maySeeWhere: false };
const both = { maySeePeople: true, maySeeWhere: true };

describe('who sees what', () => {
  it('when it is the act’s people, they read "taken elsewhere" once, without who, where or why', () => {
    const seen = visibleReasons(all, people);
    expect(seen.map(({ type }) => type)).toEqual(['show', 'elsewhere', 'hold']);
    expect(seen[1]).toEqual({ type: 'elsewhere', person: null, show: null, artist: null, substitute: null });
    expect(visibleReasons(all, { maySeePeople: false, maySeeWhere: true })).toEqual(seen);
  });

  it('when a substitute stands in, the act’s people read nothing of it', () => {
    expect(visibleReasons([{ ...plays, substitute: 'ines' }], people)).toEqual([]);
  });

  it('when they negotiate, they read who, and not which act', () => {
    const seen = visibleReasons(all, negotiators);
    expect(seen).toHaveLength(all.length);
    expect(seen[1]).toEqual({ ...plays, show: null, artist: null });
    expect(JSON.stringify(seen)).not.toContain('duo');
  });

  it('when they look after both acts, they read everything', () => {
    expect(visibleReasons(all, both)).toEqual(all);
  });

  it('when somebody is away, the act’s people read the same state as when they play elsewhere', () => {
    expect([visibleState('away', people), visibleState('flexible', people)]).toEqual(['elsewhere', 'free']);
    expect(visibleState('away', negotiators)).toBe('away');
  });

  it('when a warning is about another act, only who looks after both reads it', () => {
    const warnings = [
      { type: 'same-day' as const, show: other },
      { type: 'same-day' as const, show: show() },
    ];
    expect(visibleWarnings(warnings, 'gribitch', negotiators)).toEqual([warnings[1]]);
    expect(visibleWarnings(warnings, 'gribitch', both)).toEqual(warnings);
  });
});

describe('other dates', () => {
  const heard = ['lea', 'tom'].flatMap((person) =>
    ['2027-02', '2027-03', '2027-04'].map((month) => ({ person, month })),
  );
  const near = (given: Parameters<typeof agenda>[0], count = 4) =>
    nearestFree(gribitch, day('2027-03-12'), agenda({ heard, ...given }), count).map((one) => one.day);

  it('the nearest come, whatever their weekday, in order of the calendar; of two as near, the earlier', () => {
    expect(near({}, 4)).toEqual(['2027-03-10', '2027-03-11', '2027-03-13', '2027-03-14']);
    expect(near({}, 3)).toEqual(['2027-03-10', '2027-03-11', '2027-03-13']);
  });

  it('when a date is taken, held or has passed it is not proposed; when it can be talked about, it is', () => {
    const given = {
      shows: [show({ day: day('2027-03-13') })],
      holds: [hold({ day: day('2027-03-14'), validUntil: day('2027-03-14') })],
      absences: [absence('tom', { firmness: 'flexible', parts: [{ day: day('2027-03-16'), part: 'day' }] })],
      today: day('2027-03-12'),
    };
    expect(near(given, 2)).toEqual(['2027-03-15', '2027-03-16']);
  });

  it('when somebody is silent, the day counts as a week further than one that is sure', () => {
    const spoke = [...heard.filter(({ month }) => month !== '2027-03'), { person: 'lea', month: '2027-03' }];
    expect(near({ heard: spoke }, 5)).toEqual(['2027-03-09', '2027-03-10', '2027-03-11', '2027-03-13', '2027-03-14']);
    expect(near({ heard: spoke, today: day('2027-03-24') }, 9)).toEqual([
      '2027-03-24',
      '2027-03-25',
      '2027-03-26',
      '2027-03-27',
      '2027-03-28',
      '2027-04-01',
      '2027-04-02',
      '2027-04-03',
      '2027-04-04',
    ]);
  });
});

describe('busy spans', () => {
  const at = (text: string, time: string) => instantOf(day(text), time, 'Europe/Paris');

  it('shows of every act and absences come in order of time, each once, with what takes the person', () => {
    const night = show({ id: 'n', artist: 'duo', day: day('2027-03-11'), arrival: '22:00', end: '05:30' });
    const spans = busySpans(
      'lea',
      day('2027-03-12'),
      day('2027-03-13'),
      agenda({
        shows: [show(), night, show({ id: 'later', day: day('2027-03-14') }), show({ id: 'off', state: 'cancelled' })],
        absences: [absence('lea', { parts: [{ day: day('2027-03-13'), part: 'morning' }] }), absence('tom')],
      }),
    );
    expect(spans.map(({ from, to, by }) => [from, to, by.type === 'show' ? by.show.id : by.absence.id])).toEqual([
      [at('2027-03-11', '22:00'), at('2027-03-12', '06:30'), 'n'],
      [at('2027-03-12', '16:00'), at('2027-03-13', '00:00'), 's1'],
      [at('2027-03-13', '06:00'), at('2027-03-13', '12:00'), 'away-lea'],
    ]);
  });

  it('when nothing is known of somebody, they are not busy', () => {
    expect(busySpans('nobody', day('2027-03-01'), day('2027-03-31'), agenda())).toEqual([]);
  });
});
