import { afterAll, beforeAll, expect, it } from 'vitest';
import { killAtEach, setKillStage, type KillStage } from '../support/kill-runs.ts';
import { type Boundary } from '../support/boundaries.ts';

/** Two worlds side by side, because most of a run is the start of the next process standing by. */
let stages: readonly KillStage[] = [];

beforeAll(async () => {
  stages = await Promise.all([setKillStage({ receipts: false }), setKillStage({ receipts: false })]);
}, 120_000);

afterAll(async () => {
  await Promise.all(stages.map((stage) => stage.stop()));
});

it('when the process is killed at any boundary between what Tom writes and the last message, everything happens, and once', async () => {
  const found = await Promise.all(stages.map((stage) => stage.record('tom', 'changes')));
  const boundaries = found[0] ?? [];
  // Fewer would mean that the flow is not seen any more: the append, the commits, the sends, each before and after.
  expect(boundaries.length).toBeGreaterThan(80);
  const results = await Promise.all(
    stages.map((stage, which) => killAtEach(stage, 'tom', everyOther(boundaries, which), 'changes')),
  );
  const wrong = results.flatMap((result) => result.wrong);
  const missed = results.flatMap((result) => result.missed);
  console.log(`${boundaries.length} boundaries, one kill each; ${missed.length} not met: ${missed.join(', ')}`);
  expect(wrong).toEqual([]);
  expect(missed.length).toBeLessThanOrEqual(boundaries.length / 20);
}, 900_000);

function everyOther(boundaries: readonly Boundary[], which: number): Boundary[] {
  return boundaries.filter((_, index) => index % 2 === which);
}
