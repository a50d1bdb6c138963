import { wait } from '../../core/clock.ts';
import { begunAndUnsettled, unrecorded } from './absence-invariants.ts';
import { showBoundary, type Boundary, type Depth } from './boundaries.ts';
import { nameOfDealRequest } from './deal-boundaries.ts';
import { dealCastOf, forgetDeal, playDeal, seededDates, withCalendar, type DealCast } from './deal-flow.ts';
import { differences, factsOfDeal, messagesOfDeal, unrecordedFiles, wrongMessages } from './deal-invariants.ts';
import { setFaultWorld, type FaultWorld } from './fault-world.ts';
import { startProduct } from './product-process.ts';
import { startPair } from './standby-pair.ts';

/** What a run with kills led to. */
export interface DealRun {
  readonly wrong: readonly string[];
  readonly struck: number;
}

/** A world in which the story of a deal is played again and again. */
export interface DealStage {
  readonly world: FaultWorld;
  readonly cast: DealCast;
  /** What the story leads to without any kill. */
  readonly facts: readonly string[];
  readonly messages: ReadonlyMap<string, number>;
  readonly record: (depth: Depth) => Promise<Boundary[]>;
  /** Plays the story, killing at the boundaries in turn. */
  readonly play: (targets: readonly Boundary[], depth: Depth) => Promise<DealRun>;
  readonly stop: () => Promise<void>;
}

/** Sets up a stage and plays the story once without any kill, which is what all others are compared with. */
export async function setDealStage(): Promise<DealStage> {
  const world = await withCalendar(await setFaultWorld({ LEASE_MS: '5000' }));
  world.sandbox.signal.control.configure({ deliveryReceipts: false });
  const ears = startProduct(['signal-reader'], world.environment());
  const run = { since: 0, mayRepeat: new Set<string>(), mayBeGivenUp: new Set<string>() };
  const noteKill = async (): Promise<void> => {
    for (const message of await unrecorded(world, run.since)) run.mayRepeat.add(message);
    for (const file of await unrecordedFiles(world, run.since)) run.mayRepeat.add(file);
    for (const id of await begunAndUnsettled(world)) run.mayBeGivenUp.add(id);
  };
  const pair = await startPair(world, noteKill, { nameOf: nameOfDealRequest, calendar: true });
  await ears.ready;
  const kept = await seededDates(world);
  const cast = await dealCastOf(world);
  const begin = async (): Promise<void> => {
    await forgetDeal(world, kept);
    await pair.complete();
    run.since = world.sandbox.ledger.lastSeq();
    run.mayRepeat.clear();
    run.mayBeGivenUp.clear();
  };
  await begin();
  await playDeal(world, cast);
  // The first time menus are sent as well; the second time is the measure.
  await begin();
  await playDeal(world, cast);
  const facts = await factsOfDeal(world, cast, kept, run);
  const messages = messagesOfDeal(world, run.since);
  const judged = async (): Promise<string[]> => [
    ...differences(facts, await factsOfDeal(world, cast, kept, run)),
    ...wrongMessages(messages, messagesOfDeal(world, run.since), run),
  ];
  return {
    world,
    cast,
    facts,
    messages,
    record: async (depth) => {
      await begin();
      pair.watch({ depth, targets: [] });
      await playDeal(world, cast);
      const wrong = await judged();
      if (wrong.length > 0) throw new Error(`without any kill: ${wrong.join('\n')}`);
      return pair.met().filter(({ name, nth }) => nth === 1 || !name.includes(' due:'));
    },
    play: async (targets, depth) => {
      await begin();
      pair.watch({ depth, targets });
      const wrong = await playDeal(world, cast)
        .then(judged)
        .catch((error: unknown) => [error instanceof Error ? error.message : String(error)]);
      for (let waited = 0; waited < 300 && pair.struck() < targets.length; waited += 10) await wait(10);
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

/** Runs one kill for every boundary; a boundary that a run happened not to pass is tried again. */
export async function killDealAtEach(
  stage: DealStage,
  boundaries: readonly Boundary[],
  depth: Depth,
): Promise<{ readonly wrong: string[]; readonly missed: string[] }> {
  const wrong: string[] = [];
  const missed: string[] = [];
  for (const boundary of boundaries) {
    let run = await stage.play([boundary], depth);
    if (run.struck === 0 && run.wrong.length === 0) run = await stage.play([boundary], depth);
    // Said as it is found: a long run that is cut short has told what it saw.
    if (run.wrong.length > 0) console.log(`${showBoundary(boundary)}\n  ${run.wrong.join('\n  ')}`);
    wrong.push(...run.wrong.map((line) => `${showBoundary(boundary)}: ${line}`));
    if (run.struck === 0) missed.push(showBoundary(boundary));
  }
  return { wrong, missed };
}
