/** Dotted codes: `<room>.<what>`; logs and incidents carry them, people never see them bare. */
export type ErrorCode = `${string}.${string}`;

/** What to do about a failure: try again (not before `retryAfterMs`), or give up and say so. */
export type Nature = { readonly temporary: true; readonly retryAfterMs?: number } | { readonly temporary: false };

/** The one root of our errors. `message` is for engineers and carries no personal data, token or message text. */
export class RegieError extends Error {
  readonly code: ErrorCode;
  readonly nature: Nature;

  constructor(code: ErrorCode, message: string, nature: Nature = { temporary: false }, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'RegieError';
    this.code = code;
    this.nature = nature;
  }
}

/** A failure that may pass: the caller retries, honouring `retryAfterMs` when the other side named a time. */
export function temporary(code: ErrorCode, message: string, retryAfterMs?: number, cause?: unknown): RegieError {
  return new RegieError(
    code,
    message,
    retryAfterMs === undefined ? { temporary: true } : { temporary: true, retryAfterMs },
    cause,
  );
}

/** A failure that repeating cannot mend: an incident and one sentence to whoever waits. */
export function permanent(code: ErrorCode, message: string, cause?: unknown): RegieError {
  return new RegieError(code, message, { temporary: false }, cause);
}

/** The code and nature of anything thrown; what is not ours is unexpected and counts as temporary. */
export function describeError(error: unknown): { code: ErrorCode; message: string; nature: Nature } {
  if (error instanceof RegieError) return { code: error.code, message: error.message, nature: error.nature };
  const message =
    error instanceof Error ? `${error.name}: ${error.message}` : 'something that is not an Error was thrown';
  return { code: 'unexpected.error', message, nature: { temporary: true } };
}
