import { startGoogle } from './google/index.ts';
import type { GoogleOptions } from './google/index.ts';
import type { GoogleControl } from './google/control.ts';
import type { SandboxClock } from './kit/clock.ts';
import type { FaultScript } from './kit/faults.ts';
import { createKit } from './kit/kit.ts';
import type { Ledger } from './kit/ledger.ts';
import { startSignal } from './signal/index.ts';
import type { SignalControl, SignalOptions } from './signal/index.ts';
import { startTelegram } from './telegram/index.ts';
import type { TelegramOptions } from './telegram/index.ts';
import type { TelegramControl } from './telegram/control.ts';

/** How each service starts, on which ports (any free one), and how far ahead of the machine the clock starts. */
export interface SandboxOptions {
  readonly telegram?: TelegramOptions;
  readonly signal?: SignalOptions;
  readonly google?: GoogleOptions;
  readonly clockOffsetMs?: number;
  readonly ports?: { readonly telegram?: number; readonly signal?: number; readonly google?: number };
}

/** The outside world on this machine. */
export interface Sandbox {
  /** `apiRoot` is the product's `TELEGRAM_API_ROOT`. */
  readonly telegram: { readonly apiRoot: string; readonly control: TelegramControl };
  /** `apiUrl` is the product's `SIGNAL_API_URL`; its `SIGNAL_NUMBER` is `control.number`. */
  readonly signal: { readonly apiUrl: string; readonly control: SignalControl };
  /** `url` is the product's `GOOGLE_API_ROOT`; `credentials` is what the file of its `GOOGLE_CREDENTIALS` holds, made when first read. */
  readonly google: { readonly url: string; readonly control: GoogleControl; readonly credentials: string };
  readonly ledger: Ledger;
  readonly faults: FaultScript;
  readonly clock: SandboxClock;
  stop(): Promise<void>;
}

/** Starts the emulated services on 127.0.0.1: one clock, one ledger and one script of faults for all of them. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { ports = {} } = options;
  const kit = createKit(options.clockOffsetMs);
  const telegram = await startTelegram(kit, {
    ...(ports.telegram === undefined ? {} : { port: ports.telegram }),
    ...options.telegram,
  });
  const signal = await startSignal(kit, {
    ...(ports.signal === undefined ? {} : { port: ports.signal }),
    ...options.signal,
  });
  const google = await startGoogle(kit, {
    ...(ports.google === undefined ? {} : { port: ports.google }),
    ...options.google,
  });
  return {
    telegram: { apiRoot: telegram.url, control: telegram.control },
    signal: { apiUrl: signal.url, control: signal.control },
    google: {
      url: google.url,
      control: google.control,
      get credentials() {
        return google.control.credentials();
      },
    },
    ledger: kit.ledger,
    faults: kit.faults,
    clock: kit.clock,
    stop: async () => {
      await Promise.all([telegram.stop(), signal.stop(), google.stop()]);
    },
  };
}
