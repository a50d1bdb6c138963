import { startRoles } from '../../cli/start.ts';
import { readConfig } from '../../config.ts';
import { type FaultWorld } from './fault-world.ts';
import { startProduct } from './product-process.ts';
import { silentLog } from './silent-log.ts';

/** A way to run the product, and to end it. */
export interface Runner {
  readonly start: () => Promise<() => Promise<void>>;
}

/** The product in this process; it ends as an operator ends it. */
export function inProcess(world: FaultWorld): Runner {
  return {
    start: async () => {
      const read = readConfig(world.environment());
      if (!read.ok) throw new Error('the environment cannot be read');
      const product = await startRoles(read.config, ['bot', 'worker'], silentLog);
      await product.ready;
      return product.stop;
    },
  };
}

/** The product as a process of its own, which is killed. */
export function asProcess(world: FaultWorld): Runner {
  return {
    start: async () => {
      const product = startProduct(['bot', 'worker'], world.environment());
      await product.ready;
      return product.kill;
    },
  };
}
