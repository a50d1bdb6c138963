import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdSchema, type Hold } from '../../domain/date-booking.ts';
import { endOthers, liveHolds, rankFor, withdraw } from '../../domain/holds.ts';
import { day } from '../support/builders.ts';

const date = day('2027-03-13');
const today = day('2027-01-10');
const challenge = { lead: null, askedAt: 1, deadline: 2, over: false };
const hold = (rank: number, changes: Partial<Hold> = {}): Hold =>
  holdSchema.parse({
    id: `h${rank}`,
    artist: 'gribitch',
    venue: `v${rank}`,
    day: date,
    rank,
    validUntil: '2027-02-01',
    state: 'held',
    cast: null,
    ...changes,
  });
const live = [hold(1), hold(2), hold(3), hold(4)];
const ranks = (holds: readonly Hold[]) => holds.map(({ id, rank, state }) => `${id}:${rank}:${state}`);

describe('the options of a day', () => {
  it('when some are over, of another day, or given up, only those that hold count, first rank first', () => {
    const known = [
      hold(3),
      hold(1),
      hold(2, { validUntil: day('2027-01-09') }),
      hold(4, { state: 'released' }),
      hold(5, { state: 'confirmed' }),
      hold(6, { state: 'expired' }),
      hold(7, { day: day('2027-03-14') }),
    ];
    expect(ranks(liveHolds(known, date, today))).toEqual(['h1:1:held', 'h3:3:held']);
  });

  it('when today is the last day of one, it still holds; the day after it does not', () => {
    const one = hold(1, { validUntil: today });
    expect(liveHolds([one], date, today)).toEqual([one]);
    expect(liveHolds([one], date, day('2027-01-11'))).toEqual([]);
  });
});

describe('the rank of a new option', () => {
  it.each([
    [0, null, 1, true],
    [0, 1, 1, true],
    [0, 2, 1, false],
    [2, null, 3, true],
    [2, 3, 3, true],
    [2, 1, 3, false],
    [2, 4, 3, false],
  ])('when %i hold and %s is wanted, is %i (as asked: %s)', (count, wanted, rank, asked) => {
    expect(rankFor(live.slice(0, count), wanted)).toEqual({ rank, asked });
  });
});

describe('taking an option out', () => {
  it('when the first goes, everybody behind moves up by one and remembers from where', () => {
    const change = withdraw(live, 'h1', 'released');
    expect(ranks(change.changed)).toEqual(['h1:1:released', 'h2:1:held', 'h3:2:held', 'h4:3:held']);
    expect(change.promoted.map(({ hold: { id, rank }, from }) => [id, from, rank])).toEqual([
      ['h2', 2, 1],
      ['h3', 3, 2],
      ['h4', 4, 3],
    ]);
  });

  it('when one in the middle goes, those before it are not touched', () => {
    expect(ranks(withdraw(live, 'h3', 'expired').changed)).toEqual(['h3:3:expired', 'h4:3:held']);
  });

  it('when the last goes, nobody is promoted', () => {
    expect(withdraw(live, 'h4', 'released').promoted).toEqual([]);
  });

  it('when it is not among those that hold, nothing happens', () => {
    expect(withdraw(live, 'other', 'released')).toEqual({ changed: [], promoted: [] });
  });

  it('when it was being challenged, the challenge ends with it; that of another goes on', () => {
    const asked = [hold(1, { challenge }), hold(2, { challenge })];
    const [gone, next] = withdraw(asked, 'h1', 'released').changed;
    expect(gone?.challenge).toBeNull();
    expect(next?.challenge).toEqual(challenge);
  });

  it('when it is confirmed, it is written as confirmed', () => {
    expect(withdraw(live, 'h2', 'confirmed').changed[0]).toMatchObject({ id: 'h2', state: 'confirmed' });
  });

  it('in whatever order they go, ranks stay 1 to n and each step promotes exactly those behind', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.array(fc.nat({ max: 8 }), { maxLength: 12 }), (count, going) => {
        let left = Array.from({ length: count }, (_, index) => hold(index + 1));
        for (const pick of going) {
          const gone = left[pick % Math.max(1, left.length)];
          if (gone === undefined) return;
          const change = withdraw(left, gone.id, 'released');
          expect(change.promoted).toHaveLength(left.length - gone.rank);
          const changed = new Map(change.changed.map((one) => [one.id, one]));
          left = left.map((one) => changed.get(one.id) ?? one).filter((one) => one.state === 'held');
          expect(left.map((one) => one.rank)).toEqual(left.map((_, index) => index + 1));
        }
      }),
    );
  });
});

describe('a date that is taken', () => {
  it('when one option is kept, all others end and lose their challenge', () => {
    const ended = endOthers([hold(1, { challenge }), hold(2), hold(3)], 'h2');
    expect(ranks(ended)).toEqual(['h1:1:released', 'h3:3:released']);
    expect(ended.every((one) => one.challenge === null)).toBe(true);
  });

  it('when none is kept, all end', () => {
    expect(endOthers(live, null)).toHaveLength(4);
  });
});
