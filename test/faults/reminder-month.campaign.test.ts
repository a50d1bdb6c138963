import { env } from 'node:process';
import { expect, it } from 'vitest';
import { setFaultWorld } from '../support/fault-world.ts';
import { playMonth } from '../support/reminder-month.ts';
import { asProcess, inProcess } from '../support/reminder-runners.ts';

const seed = Number(env['FAULT_SEED'] ?? Math.floor(Math.random() * 2 ** 30));
const runs = Number(env['FAULT_RUNS'] ?? 20);

it('when months of thirty days pass one after the other, every second one with kills, each reminder is told exactly once', async () => {
  console.log(`FAULT_SEED=${seed} FAULT_RUNS=${runs}`);
  for (let run = 0; run < runs; run += 1) {
    const world = await setFaultWorld();
    try {
      const report = await playMonth(world, run % 2 === 0 ? inProcess(world) : asProcess(world), seed + run);
      expect(report.told, `seed ${seed + run}`).toBeGreaterThan(50);
    } finally {
      await world.stop();
    }
  }
}, 3_600_000);
