import { pino } from 'pino';
import { type Log } from '../core/log.ts';

/** Tokens stand in addresses of the Bot API and in our own, and libraries put addresses into their errors. */
const secrets = /\b\d{6,12}:[A-Za-z0-9_-]{20,}|bot\d+:[\w-]+|(?<=\/(?:calendar|sheet)\/)[\w.-]{16,}/g;

/** Structured lines on standard error, so that standard output stays the commands' own. */
export function createLog(level: string): Log {
  const logger = pino({ level, base: null, hooks: { logMethod } }, pino.destination({ dest: 2, sync: true }));
  return {
    debug: (fields, message) => logger.debug(fields, message),
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
  };
}

type LogMethod = NonNullable<NonNullable<Parameters<typeof pino>[0] & object>['hooks']>['logMethod'];

const logMethod: NonNullable<LogMethod> = function masked(args, method) {
  const clean = args.map((arg: unknown) => maskAny(arg));
  Reflect.apply(method, this, clean);
};

function maskAny(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(secrets, '[masked]');
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, maskAny(inner)]));
}
