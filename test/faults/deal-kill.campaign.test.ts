import { env } from 'node:process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { showBoundary, type Boundary } from '../support/boundaries.ts';
import { killDealAtEach, setDealStage, type DealStage } from '../support/deal-kills.ts';

const seed = Number(env['FAULT_SEED'] ?? 1);
const runs = Number(env['FAULT_RUNS'] ?? 100);
/** A story takes two minutes of the agency's time: a new stage begins before the quiet hours do. */
const perStage = 150;

let stage: DealStage;

beforeAll(async () => {
  stage = await setDealStage();
}, 120_000);

afterAll(() => stage.stop());

async function anew(): Promise<void> {
  await stage.stop();
  stage = await setDealStage();
}

it('when the process is killed at any boundary of a deal, reads included, everything happens, and once', async () => {
  const boundaries = await stage.record('everything');
  const wrong: string[] = [];
  const missed: string[] = [];
  for (let from = 0; from < boundaries.length; from += perStage) {
    const found = await killDealAtEach(stage, boundaries.slice(from, from + perStage), 'everything');
    wrong.push(...found.wrong);
    missed.push(...found.missed);
    await anew();
  }
  console.log(`${boundaries.length} boundaries, ${missed.length} not met: ${missed.join(', ')}`);
  expect(wrong).toEqual([]);
  expect(missed.length).toBeLessThanOrEqual(boundaries.length / 10);
});

it('when two or three processes are killed in one story of a deal, everything happens, and once', async () => {
  console.log(`FAULT_SEED=${seed} FAULT_RUNS=${runs}`);
  const pick = chance(seed);
  const boundaries = await stage.record('changes');
  const wrong: string[] = [];
  for (let run = 0; run < runs; run += 1) {
    if (run % perStage === perStage - 1) await anew();
    const first = pick(boundaries.length);
    const rest = Array.from({ length: 1 + pick(2) }, () => soonAfter(boundaries, first, pick));
    const targets = [boundaries[first], ...rest].filter((one) => one !== undefined);
    const result = await stage.play(targets, 'changes');
    wrong.push(...result.wrong.map((line) => `${run}, ${targets.map(showBoundary).join(' + ')}: ${line}`));
  }
  expect(wrong).toEqual([]);
});

/** A small generator (mulberry32), so that a run can be played again by its seed. */
function chance(from: number): (below: number) => number {
  let state = from;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Something that comes at or after that boundary; counting starts anew with each kill, so it is the first of its name. */
function soonAfter(boundaries: readonly Boundary[], at: number, pick: (below: number) => number): Boundary | undefined {
  const next = boundaries[at + pick(Math.min(12, boundaries.length - at))];
  return next === undefined ? undefined : { ...next, nth: 1 };
}
