import { describe, expect, it } from 'vitest';
import { type Hold, type Show } from '../../../domain/date-booking.ts';
import { addDays, daysBetween, instantOf, timeAt, weekday } from '../../../domain/day.ts';
import { impactsOf } from '../../../domain/impact.ts';
import { demoSeed, one, onTheRoad } from './demo.ts';
import { kilometres } from './kilometres.ts';

const seed = await demoSeed();
const { agency, artists, venues, shows, holds, absences } = seed;
const confirmed = shows.filter((show) => show.state === 'confirmed');
const held = holds.filter((hold) => hold.state === 'held');
const dates: readonly (Show | Hold)[] = [...confirmed, ...held];

/** Every pair of dates that share somebody, the earlier first. */
function sharedPairs(): [Show | Hold, Show | Hold][] {
  const sorted = dates.toSorted((a, b) => (a.day < b.day ? -1 : 1));
  return sorted.flatMap((first, index) =>
    sorted
      .slice(index + 1)
      .filter((second) => onTheRoad(seed, first).some((person) => onTheRoad(seed, second).includes(person)))
      .map((second): [Show | Hold, Show | Hold] => [first, second]),
  );
}

describe('the season', () => {
  it('runs from January to September 2027 and lies ahead for eight weeks after the anchor', () => {
    for (const date of [...shows, ...holds]) {
      expect(date.day > addDays(agency.anchor, 56)).toBe(true);
      expect(date.day < '2027-10-01').toBe(true);
    }
    expect(held.every((hold) => hold.validUntil > addDays(agency.anchor, 56))).toBe(true);
  });

  it('plays mostly from Thursday to Saturday', () => {
    const usual = dates.filter((date) => [4, 5, 6].includes(weekday(date.day)));
    expect(usual.length / dates.length).toBeGreaterThan(0.85);
  });

  it('takes nobody twice on a day, unless as options of one act', () => {
    const twice = sharedPairs().filter(
      ([first, second]) => first.day === second.day && !('rank' in first && 'rank' in second),
    );
    expect(twice.map((pair) => pair.map((date) => date.id))).toEqual([]);
    const acrossActs = sharedPairs().filter(
      ([first, second]) => first.day === second.day && first.artist !== second.artist,
    );
    expect(acrossActs.map((pair) => pair.map((date) => date.id))).toEqual([]);
  });

  it('asks nobody to cross the country overnight', () => {
    const far = sharedPairs().filter(([first, second]) => {
      const between = kilometres(one(venues, first.venue), one(venues, second.venue));
      const nights = daysBetween(first.day, second.day);
      return (nights === 1 && between > 450) || (nights === 2 && between > 750);
    });
    expect(far.map((pair) => pair.map((date) => date.id))).toEqual([]);
  });

  it('ends every option before its day', () => {
    expect(holds.filter((hold) => hold.validUntil >= hold.day).map((hold) => hold.id)).toEqual([]);
  });

  it('has ranks 1 to 3, and no rank without the one before it on the same act and day, at another venue', () => {
    expect(new Set(held.map((hold) => hold.rank))).toEqual(new Set([1, 2, 3]));
    for (const hold of held.filter((candidate) => candidate.rank > 1)) {
      const beside = held.filter((other) => other.artist === hold.artist && other.day === hold.day);
      expect(beside.some((other) => other.rank === hold.rank - 1)).toBe(true);
      expect(new Set(beside.map((other) => other.venue)).size).toBe(beside.length);
    }
  });

  it('has a show behind every confirmed option', () => {
    for (const hold of holds.filter((candidate) => candidate.state === 'confirmed')) {
      expect(
        confirmed.some((show) => show.artist === hold.artist && show.day === hold.day && show.venue === hold.venue),
      ).toBe(true);
    }
  });

  it('keeps the order of a day: arrival, set, end, where a time before 06:00 is after midnight', () => {
    const late = (time: string): string => (time < '06:00' ? `+${time}` : ` ${time}`);
    for (const { id, arrival, set, end } of shows) {
      const known = [arrival, set, end].filter((time) => time !== null);
      expect([id, known.length === 0 || known.length === 3]).toEqual([id, true]);
      const times = known.map(late);
      expect([id, ...times]).toEqual([id, ...times.toSorted()]);
      expect(new Set(times).size).toBe(times.length);
    }
  });

  it('names what a date is in its id', () => {
    for (const date of [...shows, ...holds]) {
      expect(date.id.startsWith(`${date.artist}-${date.day}-`)).toBe(true);
      expect(date.venue.startsWith(date.id.slice(`${date.artist}-${date.day}-`.length))).toBe(true);
    }
  });
});

describe('absences', () => {
  it('touch no date that still needs the person', () => {
    const around = { artists, holds, shows, absences, zone: agency.timezone, today: agency.anchor };
    const touched = absences.flatMap((absence) => impactsOf(absence.person, absence.parts, around));
    expect(touched.map((impact) => impact.date.id)).toEqual([]);
  });

  it('were said before the anchor, by day', () => {
    for (const absence of absences) {
      expect(absence.notedAt).toBeLessThan(instantOf(agency.anchor, '00:00', agency.timezone));
      const hour = timeAt(absence.notedAt, agency.timezone);
      expect(hour > '08:00' && hour < '23:00').toBe(true);
    }
  });

  it('carry a condition only when they are open to discussion', () => {
    expect(absences.filter((absence) => (absence.condition !== null) !== (absence.firmness === 'flexible'))).toEqual(
      [],
    );
    expect(absences.some((absence) => absence.firmness === 'flexible')).toBe(true);
  });
});
