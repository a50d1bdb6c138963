import { createClock } from './clock.ts';
import type { SandboxClock } from './clock.ts';
import { createFaultScript } from './faults.ts';
import type { FaultScript } from './faults.ts';
import { createLedger } from './ledger.ts';
import type { Ledger } from './ledger.ts';

/** What every emulated service shares: one clock, one ledger, one script of faults. */
export interface Kit {
  readonly clock: SandboxClock;
  readonly ledger: Ledger;
  readonly faults: FaultScript;
}

/** A fresh kit whose clock starts `clockOffsetMs` ahead of the machine's, or of another `base`. */
export function createKit(clockOffsetMs = 0, base?: () => number): Kit {
  const clock = createClock(clockOffsetMs, base);
  return { clock, ledger: createLedger(clock), faults: createFaultScript() };
}
