import { env } from 'node:process';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { setFaultWorld, type FaultWorld } from '../support/fault-world.ts';
import { playMonth } from '../support/reminder-month.ts';
import { inProcess } from '../support/reminder-runners.ts';

const seed = Number(env['FAULT_SEED'] ?? 20_261_123);
let world: FaultWorld;

beforeEach(async () => {
  world = await setFaultWorld();
});

afterEach(() => world.stop());

it('when thirty days pass with restarts and faults, each reminder is told exactly once, in one message a day, never at night nor to who has left', async () => {
  console.log(`FAULT_SEED=${seed}`);
  const report = await playMonth(world, inProcess(world), seed);
  expect(report.digests).toBeGreaterThan(60);
  expect(report.told).toBeGreaterThan(100);
}, 300_000);
