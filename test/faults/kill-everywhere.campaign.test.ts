import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { env } from 'node:process';
import { killAtEach, setKillStage, type KillStage } from '../support/kill-runs.ts';
import { showBoundary, type Boundary } from '../support/boundaries.ts';
import { type Musician } from '../support/absence-flow.ts';

const seed = Number(env['FAULT_SEED'] ?? 1);
const runs = Number(env['FAULT_RUNS'] ?? 100);

/** A small generator (mulberry32), so that a run can be played again by its seed. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

describe.each<Musician>(['tom', 'lea'])('the story of %s', (musician) => {
  let stage: KillStage;

  beforeAll(async () => {
    stage = await setKillStage({ receipts: true });
  });

  afterAll(() => stage.stop());

  it('when the process is killed at any boundary, reads included, everything happens, and once', async () => {
    const boundaries = await stage.record(musician, 'everything');
    const { wrong, missed } = await killAtEach(stage, musician, boundaries, 'everything');
    console.log(`${boundaries.length} boundaries, ${missed.length} not met: ${missed.join(', ')}`);
    expect(wrong).toEqual([]);
    expect(missed.length).toBeLessThanOrEqual(boundaries.length / 20);
  });

  it('when two or three processes are killed in one story, everything happens, and once', async () => {
    console.log(`FAULT_SEED=${seed} FAULT_RUNS=${runs}`);
    const pick = chance(seed);
    const boundaries = await stage.record(musician, 'changes');
    const wrong: string[] = [];
    for (let run = 0; run < runs; run += 1) {
      const first = pick(boundaries.length);
      const rest = Array.from({ length: 1 + pick(2) }, () => soonAfter(boundaries, first, pick));
      const targets = [boundaries[first], ...rest].filter((one) => one !== undefined);
      const result = await stage.play(musician, targets, 'changes');
      wrong.push(...result.wrong.map((line) => `${run}, ${targets.map(showBoundary).join(' + ')}: ${line}`));
    }
    expect(wrong).toEqual([]);
  });
});

/** Something that comes at or after that boundary; counting starts anew with each kill, so it is the first of its name. */
function soonAfter(boundaries: readonly Boundary[], at: number, pick: (below: number) => number): Boundary | undefined {
  const next = boundaries[at + pick(Math.min(12, boundaries.length - at))];
  return next === undefined ? undefined : { ...next, nth: 1 };
}
