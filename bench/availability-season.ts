import { repeatable } from './random.ts';

/** A year of an agency in rows of plain numbers: what every way of answering is made from. */
export interface BenchSeason {
  readonly days: number;
  readonly people: number;
  /** The five who play in each act. */
  readonly acts: readonly (readonly number[])[];
  readonly shows: readonly BenchShow[];
  readonly absences: readonly { readonly person: number; readonly day: number; readonly length: number }[];
}

/** A show; without times it takes the whole agency day. Times are minutes since midnight, past 1440 in the night after. */
export interface BenchShow {
  readonly act: number;
  readonly day: number;
  readonly minutes: readonly [arrival: number, end: number] | null;
}

const evening: readonly [number, number] = [960, 1380];
const night: readonly [number, number] = [1200, 1440 + 330];

/** Five people an act, one in ten playing elsewhere too; forty shows an act; six absences of one to five days each. */
export function benchSeason(acts: number, days: number, seed: number): BenchSeason {
  const random = repeatable(seed);
  const upTo = (count: number): number => Math.floor(random() * count);
  const people = acts * 5;
  return {
    days,
    people,
    acts: Array.from({ length: acts }, (_, act) => {
      const own = Array.from({ length: 5 }, (_, member) => (random() < 0.1 ? upTo(people) : act * 5 + member));
      return [...new Set(own)];
    }),
    shows: Array.from({ length: acts * 40 }, (_, index) => {
      const kind = random();
      const minutes = kind < 0.2 ? null : kind < 0.3 ? night : evening;
      return { act: index % acts, day: upTo(days), minutes };
    }),
    absences: Array.from({ length: people * 6 }, (_, index) => ({
      person: index % people,
      day: upTo(days),
      length: 1 + upTo(5),
    })),
  };
}
