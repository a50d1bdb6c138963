import { eventually, type FaultWorld } from './fault-world.ts';
import { unfinished } from '../../store/idle.ts';

/** Waits until inboxes, outboxes and the due table have nothing left that is due now. */
export async function untilIdle(world: FaultWorld, patienceMs = 20_000): Promise<void> {
  const { connection, due, clock } = world.runtime;
  await eventually(
    async () => `nothing left on its way, but there is ${(await unfinished(connection, due, clock)).join(', ')}`,
    async () => (await unfinished(connection, due, clock)).length === 0,
    patienceMs,
  );
}
