/** One way of doing the work, done `times` in a row so that short work can be timed. */
export interface Side<Result> {
  readonly name: string;
  readonly times: number;
  readonly run: () => Result;
}

/** Milliseconds one run took, a number for each round. */
export type Timings = ReadonlyMap<string, readonly number[]>;

/** How many times as long one side takes as another: the middle of the rounds, the least and the most. */
export interface Ratio {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** Runs all sides in turn, round after round, after one round that warms up and does not count. */
export function interleaved(sides: readonly Side<unknown>[], rounds: number): Timings {
  const timings = new Map<string, number[]>(sides.map(({ name }) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (const side of sides) {
      const started = performance.now();
      for (let count = 0; count < side.times; count += 1) side.run();
      const took = (performance.now() - started) / side.times;
      if (round >= 0) timings.get(side.name)?.push(took);
    }
  }
  return timings;
}

/** The ratio of two sides, round by round: machines vary from minute to minute, both sides of a round alike. */
export function ratioOf(timings: Timings, name: string, to: string): Ratio {
  const base = timings.get(to) ?? [];
  const ratios = (timings.get(name) ?? [])
    .map((took, round) => took / (base[round] ?? Number.NaN))
    .toSorted((a, b) => a - b);
  return { median: middle(ratios), least: ratios[0] ?? Number.NaN, most: ratios.at(-1) ?? Number.NaN };
}

/** The middle of the timings of one side, in milliseconds. */
export function medianOf(timings: Timings, name: string): number {
  return middle((timings.get(name) ?? []).toSorted((a, b) => a - b));
}

function middle(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
