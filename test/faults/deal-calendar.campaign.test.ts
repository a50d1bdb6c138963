import { afterAll, beforeAll, expect, it } from 'vitest';
import { setDealStage, type DealStage } from '../support/deal-kills.ts';

let stage: DealStage;

beforeAll(async () => {
  stage = await setDealStage();
}, 120_000);

afterAll(() => stage.stop());

type Entry = ReturnType<DealStage['world']['sandbox']['ledger']['entries']>[number];

/** What goes wrong with the calendar, set up before the story is played; returns how to stop it. */
interface Trouble {
  readonly name: string;
  /** Announcements are out before this many refusals are over. */
  readonly refusals: number;
  readonly begin: (world: DealStage['world'], calendar: string) => () => void;
}

function refused(name: string, reason: 'backendError' | 'rateLimitExceeded' | 'duplicate', method: string): Trouble {
  const times = 2;
  return {
    name,
    refusals: times,
    begin: ({ sandbox }) => {
      sandbox.google.control.refuse({ reason, method, times });
      return () => sandbox.faults.clear();
    },
  };
}

function lost(method: string): Trouble {
  return {
    name: `loses its answer after ${method}`,
    refusals: 1,
    begin: ({ sandbox }) => {
      sandbox.faults.add({ match: { platform: 'google', method }, action: { type: 'reset-after-apply' } });
      return () => sandbox.faults.clear();
    },
  };
}

/** Somebody deletes the entry by hand right after it was written. */
function deletedByHand(after: string): Trouble {
  return {
    name: `is emptied by hand after ${after}`,
    refusals: 0,
    begin: ({ sandbox }, calendar) => {
      let done = false;
      return sandbox.ledger.onAppend((entry) => {
        if (done || entry.platform !== 'google' || entry.method !== after || !entry.applied) return;
        done = true;
        for (const event of sandbox.google.control.events(calendar))
          sandbox.google.control.remove(calendar, String(event['id']));
      });
    },
  };
}

const troubles = [
  refused('answers 503 twice', 'backendError', 'events.insert'),
  refused('answers 503 to the change', 'backendError', 'events.update'),
  refused('answers 503 to the end', 'backendError', 'events.delete'),
  refused('answers 403 for a limit', 'rateLimitExceeded', 'events.insert'),
  refused('answers 409 for an id of ours that it does not show', 'duplicate', 'events.insert'),
  lost('events.insert'),
  lost('events.update'),
  lost('events.delete'),
  deletedByHand('events.insert'),
  deletedByHand('events.update'),
];

it.each(troubles)(
  'when the calendar $name, there is one event of the right status and nobody waits for it',
  async (trouble) => {
    const { world, cast } = stage;
    const since = world.sandbox.ledger.lastSeq();
    const end = trouble.begin(world, cast.calendar);
    const { wrong } = await stage.play([], 'changes');
    end();
    expect(wrong).toEqual([]);
    const entries = world.sandbox.ledger.entries({ since, kind: 'request' });
    const failures = entries.filter((entry) => entry.platform === 'google' && entry.fault !== undefined);
    expect(failures).toHaveLength(trouble.refusals);
    // The last refusal is followed by a wait; the group has heard before the calendar is right.
    expect(announcedWithin(entries, String(cast.group))).toBeLessThan(1000);
  },
  60_000,
);

/** The longest time, on the emulated clock, from a deal's announcing job to the group's message: its first mark is the rewritten card. */
function announcedWithin(entries: readonly Entry[], group: string): number {
  const edited = entries.filter(({ method }) => method === 'editMessageText').map(({ at }) => at);
  const told = entries.filter(({ method, chat }) => method === 'sendMessage' && chat === group).map(({ at }) => at);
  expect(told).toHaveLength(2);
  return Math.max(...told.map((at) => Math.min(...edited.filter((one) => one <= at).map((one) => at - one))));
}
