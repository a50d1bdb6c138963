import { wait } from '../../core/clock.ts';
import { castOf, forget, playAbsence, type Cast, type Musician } from './absence-flow.ts';
import { begunAndUnsettled, unrecorded, wrongAfterAbsence, type Run } from './absence-invariants.ts';
import { showBoundary, type Boundary, type Depth } from './boundaries.ts';
import { setFaultWorld, type FaultWorld } from './fault-world.ts';
import { startProduct } from './product-process.ts';
import { startPair, type StandbyPair } from './standby-pair.ts';

/** A world with its people and a pair of processes, in which the story is played again and again. */
export interface KillStage {
  readonly cast: Cast;
  /** Plays the story without a kill and returns every boundary that it passed. */
  readonly record: (musician: Musician, depth: Depth) => Promise<Boundary[]>;
  /** Plays the story, killing at the boundaries in turn; returns what is wrong afterwards and how many of them were met. */
  readonly play: (musician: Musician, targets: readonly Boundary[], depth: Depth) => Promise<KillRun>;
  readonly stop: () => Promise<void>;
}

/** What a run with kills led to. */
export interface KillRun {
  readonly wrong: readonly string[];
  readonly struck: number;
}

/** Sets up a stage. Receipts of Signal are traffic of their own: off, except where they are what is looked at. */
export async function setKillStage(options: { readonly receipts: boolean }): Promise<KillStage> {
  const world = await setFaultWorld({ LEASE_MS: '5000' });
  world.sandbox.signal.control.configure({ deliveryReceipts: options.receipts });
  const ears = startProduct(['signal-reader'], world.environment());
  const run = { since: 0, mayRepeat: new Set<string>(), mayBeGivenUp: new Set<string>() };
  const pair = await startPair(world, async () => {
    for (const message of await unrecorded(world, run.since)) run.mayRepeat.add(message);
    for (const id of await begunAndUnsettled(world)) run.mayBeGivenUp.add(id);
  });
  await ears.ready;
  const cast = await castOf(world);
  await pair.complete();
  // Once for nothing: scripts are loaded and everybody's menu is sent.
  await playAbsence(world, cast, 'tom');
  const begin = async (): Promise<void> => {
    await forget(world);
    await pair.complete();
    run.since = world.sandbox.ledger.lastSeq();
    run.mayRepeat.clear();
    run.mayBeGivenUp.clear();
  };
  return {
    cast,
    record: async (musician, depth) => {
      await begin();
      pair.watch({ depth, targets: [] });
      await playAbsence(world, cast, musician);
      const wrong = await wrongAfterAbsence(world, cast, musician, run);
      if (wrong.length > 0) throw new Error(`without any kill: ${wrong.join('\n')}`);
      // Both processes look after due rows: whether the second one tries as well is chance.
      return pair.met().filter(({ name, nth }) => nth === 1 || !name.includes(' due:'));
    },
    play: async (musician, targets, depth) => {
      await begin();
      pair.watch({ depth, targets });
      const wrong = await playThrough(world, cast, musician, run);
      await lastReply(pair, targets.length);
      const struck = pair.struck();
      pair.watch({ depth: 'changes', targets: [] });
      world.sandbox.faults.clear();
      return { wrong, struck };
    },
    stop: async () => {
      await pair.stop();
      await ears.kill();
      await world.stop();
    },
  };
}

/** The story is over when the store says so, which may be a moment before the reply that a kill waits for. */
async function lastReply(pair: StandbyPair, targets: number): Promise<void> {
  for (let waited = 0; waited < 300 && pair.struck() < targets; waited += 10) await wait(10);
}

async function playThrough(world: FaultWorld, cast: Cast, musician: Musician, run: Run): Promise<string[]> {
  try {
    await playAbsence(world, cast, musician);
    return await wrongAfterAbsence(world, cast, musician, run);
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** Runs one kill for every boundary; a boundary that a run happened not to pass is tried again. Returns what was wrong where. */
export async function killAtEach(
  stage: KillStage,
  musician: Musician,
  boundaries: readonly Boundary[],
  depth: Depth,
): Promise<{ readonly wrong: string[]; readonly missed: string[] }> {
  const wrong: string[] = [];
  const missed: string[] = [];
  for (const boundary of boundaries) {
    let run = await stage.play(musician, [boundary], depth);
    for (let again = 0; run.struck === 0 && run.wrong.length === 0 && again < 2; again += 1)
      run = await stage.play(musician, [boundary], depth);
    wrong.push(...run.wrong.map((line) => `${showBoundary(boundary)}: ${line}`));
    if (run.struck === 0) missed.push(showBoundary(boundary));
  }
  return { wrong, missed };
}
