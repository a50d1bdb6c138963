import type { PlatformAnswer } from '../kit/faulty-answer.ts';

/** Where in the request the trouble lies, in the platform's words. */
interface Location {
  readonly locationType: 'parameter' | 'header';
  readonly location: string;
}

/** A refusal of a Google API: becomes `{error: {errors: [{domain, reason, message}], code, message}}` with the code as HTTP status. */
export class GoogleError extends Error {
  override readonly name = 'GoogleError';
  readonly code: number;
  readonly domain: string;
  readonly reason: string;
  readonly location: Location | undefined;

  constructor(code: number, domain: string, reason: string, message: string, location?: Location) {
    super(message);
    this.code = code;
    this.domain = domain;
    this.reason = reason;
    this.location = location;
  }
}

/** A refusal of the token endpoint (RFC 6749, 5.2): `{error, error_description}`. */
export class TokenError extends Error {
  override readonly name = 'TokenError';
  readonly code: number;
  readonly reason: string;

  constructor(reason: string, description: string, code = 400) {
    super(description);
    this.code = code;
    this.reason = reason;
  }
}

/** A refusal as the platform words it. */
export function refusal(
  error: GoogleError | TokenError,
  headers: Readonly<Record<string, string>> = {},
): PlatformAnswer {
  return { status: error.code, body: bodyOf(error), applied: false, headers };
}

function bodyOf(error: GoogleError | TokenError): unknown {
  const { code, reason, message } = error;
  if (error instanceof TokenError) return { error: reason, error_description: message };
  return { error: { errors: [{ domain: error.domain, reason, message, ...error.location }], code, message } };
}

/** 400 for a value that may not stand where it stands. */
export function invalid(message: string, parameter?: string): GoogleError {
  return new GoogleError(
    400,
    'global',
    'invalid',
    message,
    parameter === undefined ? undefined : { locationType: 'parameter', location: parameter },
  );
}

/** 404, the same for a calendar nobody shared with the caller, one that does not exist, and an unknown event. */
export function notFound(): GoogleError {
  return new GoogleError(404, 'global', 'notFound', 'Not Found');
}

/** 401 for a token that is wrong, revoked or too old. */
export function badToken(): GoogleError {
  return new GoogleError(401, 'global', 'authError', 'Invalid Credentials', {
    locationType: 'header',
    location: 'Authorization',
  });
}

/** 410 for an event that was deleted before. */
export function deleted(): GoogleError {
  return new GoogleError(410, 'global', 'deleted', 'Resource has been deleted');
}

/** 409 for an id that was used before, whatever became of the event. */
export function duplicate(): GoogleError {
  return new GoogleError(409, 'global', 'duplicate', 'The requested identifier already exists.');
}

/** 412 for an `If-Match` that no longer holds. */
export function conditionNotMet(): GoogleError {
  return new GoogleError(412, 'global', 'conditionNotMet', 'Precondition Failed', {
    locationType: 'header',
    location: 'If-Match',
  });
}

const limit = (code: number, reason: string, message: string) => (): GoogleError =>
  new GoogleError(code, 'usageLimits', reason, message);

const NAMED = {
  rateLimitExceeded: limit(403, 'rateLimitExceeded', 'Rate Limit Exceeded'),
  userRateLimitExceeded: limit(403, 'userRateLimitExceeded', 'User Rate Limit Exceeded'),
  quotaExceeded: limit(403, 'quotaExceeded', 'Calendar usage limits exceeded.'),
  dailyLimitExceeded: limit(403, 'dailyLimitExceeded', 'Daily Limit Exceeded'),
  accessNotConfigured: limit(403, 'accessNotConfigured', 'Access Not Configured.'),
  tooManyRequests: limit(429, 'rateLimitExceeded', 'Rate Limit Exceeded'),
  forbidden: () => new GoogleError(403, 'global', 'forbidden', 'Forbidden'),
  requiredAccessLevel: () =>
    new GoogleError(403, 'calendar', 'requiredAccessLevel', 'You need to have writer access to this calendar.'),
  authError: badToken,
  notFound,
  duplicate,
  deleted,
  fullSyncRequired: () =>
    new GoogleError(410, 'calendar', 'fullSyncRequired', 'Sync token is no longer valid, a full sync is required.'),
  conditionNotMet,
  backendError: () => new GoogleError(503, 'global', 'backendError', 'Backend Error'),
  invalid_grant: () => new TokenError('invalid_grant', 'Invalid JWT Signature.'),
} as const;

/** A refusal that can be asked for by name. */
export type RefusalName = keyof typeof NAMED;

/** Every refusal that can be asked for by name; `tooManyRequests` is rateLimitExceeded as a 429, `invalid_grant` belongs to `token`. */
export const REFUSALS: readonly RefusalName[] = Object.keys(NAMED).filter(isName);

function isName(name: string): name is RefusalName {
  return name in NAMED;
}

/** The refusal of that name. */
export function namedRefusal(name: RefusalName): GoogleError | TokenError {
  return NAMED[name]();
}

/** How the Calendar API words an error code of its own, when no reason was asked for. */
export function errorBody(code: number): unknown {
  const usual: Readonly<Record<number, RefusalName>> = {
    401: 'authError',
    403: 'forbidden',
    404: 'notFound',
    409: 'duplicate',
    410: 'deleted',
    412: 'conditionNotMet',
    429: 'tooManyRequests',
  };
  const name = usual[code];
  if (name !== undefined) return bodyOf(namedRefusal(name));
  return bodyOf(
    code >= 500
      ? new GoogleError(code, 'global', 'backendError', 'Backend Error')
      : new GoogleError(code, 'global', 'badRequest', 'Bad Request'),
  );
}

/** How the token endpoint words an error code of its own. */
export function tokenErrorBody(code: number): unknown {
  return bodyOf(
    code >= 500
      ? new TokenError('internal_failure', 'Internal server error.', code)
      : new TokenError(code === 429 ? 'rate_limit_exceeded' : 'invalid_grant', 'Invalid JWT Signature.', code),
  );
}
