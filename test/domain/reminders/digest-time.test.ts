import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAt, instantOf } from '../../../domain/day.ts';
import { quietEnd } from '../../../domain/quiet-hours.ts';
import { digestInstant, digestTurn, nextDigest } from '../../../domain/reminders/digest-time.ts';
import { day } from '../../support/builders.ts';

const night = { from: '21:00', to: '09:00' };
const paris = { timezone: 'Europe/Paris', quiet: night };
const at = (on: string, time: string, zone = 'Europe/Paris') => instantOf(day(on), time, zone);

describe('when the digest comes', () => {
  it('when nobody is asleep at nine, it is at nine on their own clocks, in summer and in winter', () => {
    expect(digestInstant({ timezone: 'Asia/Tokyo', quiet: null }, day('2027-03-10'))).toBe(
      at('2027-03-10', '09:00', 'Asia/Tokyo'),
    );
    expect(digestInstant(paris, day('2027-03-28'))).toBe(at('2027-03-28', '09:00'));
  });

  it('when quiet hours end later, it is then', () => {
    const late = { ...paris, quiet: { from: '20:00', to: '11:30' } };
    expect(digestInstant(late, day('2027-03-10'))).toBe(at('2027-03-10', '11:30'));
  });
});

describe('what a digest that has come due leads to', () => {
  it('when its hour is there, it is sent, and the next is tomorrow', () => {
    expect(digestTurn(paris, at('2027-03-10', '09:00'), day('2027-03-09'))).toEqual({
      type: 'send',
      day: '2027-03-10',
      next: at('2027-03-11', '09:00'),
    });
  });

  it('when it was handed out already, it waits for tomorrow', () => {
    expect(digestTurn(paris, at('2027-03-10', '09:05'), day('2027-03-10'))).toEqual({
      type: 'wait',
      until: at('2027-03-11', '09:00'),
    });
  });

  it('when Régie was down for days, it is sent once, late, and the next is tomorrow', () => {
    expect(digestTurn(paris, at('2027-03-10', '14:00'), day('2027-03-06'))).toMatchObject({
      type: 'send',
      next: at('2027-03-11', '09:00'),
    });
  });

  it('when Régie comes back shortly before the next, that one says it all', () => {
    expect(digestTurn({ ...paris, quiet: null }, at('2027-03-10', '07:00'), day('2027-03-08'))).toEqual({
      type: 'wait',
      until: at('2027-03-10', '09:00'),
    });
  });

  it('when Régie comes back in the night, nobody is woken', () => {
    expect(digestTurn(paris, at('2027-03-10', '21:30'), day('2027-03-09'))).toEqual({
      type: 'wait',
      until: at('2027-03-11', '09:00'),
    });
  });

  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([hours, minutes]) => `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`);
  const reader = fc.record({
    timezone: fc.constantFrom('Europe/Paris', 'America/New_York', 'Asia/Tokyo', 'Pacific/Auckland', 'America/St_Johns'),
    quiet: fc.option(fc.record({ from: time, to: time })),
  });

  it('when anybody lives anywhere, a digest is never sent in quiet hours, never twice for a day, and there is always a next', () => {
    fc.assert(
      fc.property(
        reader,
        fc.array(fc.integer({ min: 1, max: 60 * 40 }), { minLength: 1, maxLength: 40 }),
        (person, gaps) => {
          let now = at('2027-03-20', '12:00');
          let last: ReturnType<typeof day> | null = null;
          const days = new Set<string>();
          for (const gap of gaps) {
            now += gap * 60_000;
            const turn = digestTurn(person, now, last);
            expect(turn.type === 'send' ? turn.next : turn.until).toBeGreaterThan(now);
            if (turn.type === 'wait') continue;
            expect(quietEnd(person.quiet, person.timezone, now)).toBeNull();
            expect(days.has(turn.day)).toBe(false);
            days.add(turn.day);
            last = turn.day;
          }
        },
      ),
    );
  });

  it('when rows are followed from one to the next, everybody with an hour to be reached has about one digest a day', () => {
    fc.assert(
      fc.property(reader, (person) => {
        const start = at('2027-03-20', '12:00');
        let now = nextDigest(person, start, null);
        let last: ReturnType<typeof day> | null = null;
        let sent = 0;
        for (let step = 0; step < 200 && now < start + 30 * 24 * 3_600_000; step += 1) {
          const turn = digestTurn(person, now, last);
          if (turn.type === 'send') {
            sent += 1;
            last = turn.day;
          }
          now = turn.type === 'send' ? turn.next : turn.until;
        }
        expect(sent).toBeGreaterThanOrEqual(28);
        expect(dayAt(now, person.timezone) > '2027-04-15').toBe(true);
      }),
    );
  });
});
