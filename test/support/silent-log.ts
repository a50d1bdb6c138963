import { type Log } from '../../core/log.ts';

/** A log for tests that are not about the log. */
export const silentLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
