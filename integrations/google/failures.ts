import { z } from 'zod';
import { permanent, temporary, type RegieError } from '../../core/errors.ts';

/** What a refusal of the Calendar API says of its reason. */
const refusal = z.object({
  error: z.object({ errors: z.array(z.object({ reason: z.string() })).optional() }),
});
/** What a refusal of the token endpoint says (RFC 6749, 5.2). */
const tokenRefusal = z.object({ error: z.string() });

/** Words of ours and of Google's that stand in messages: anything longer or stranger is not repeated. */
const word = /^[A-Za-z_]{1,60}$/;

/** Limits that Google words as 403, of the second, of the user, of the day or of all calendars. */
const limits = /ratelimit|quota|dailylimit|limitexceeded/i;

/** What Google answered, when it was not what was asked for. */
export interface Refused {
  readonly status: number;
  readonly body: unknown;
  /** The `Retry-After` header. */
  readonly retryAfter: string | null;
}

/** The reason Google gives for a refusal, or `unknown`. */
export function reasonOf(body: unknown): string {
  const reason = refusal.safeParse(body).data?.error.errors?.[0]?.reason ?? '';
  return word.test(reason) ? reason : 'unknown';
}

/**
 * The one policy of the calendar's refusals (developers.google.com/workspace/calendar/api/guides/errors). Temporary: `calendar.limited` (429, and
 * 403 for a limit), `calendar.unreachable` (5xx, and a 412, 409 or 410 that says somebody else was quicker). Permanent: `calendar.refused` (401),
 * `calendar.no_access` (404: no such calendar or not shared with us; 403: may not write), `calendar.rejected` (the entry itself).
 * Messages carry the status and the reason, nothing of the entry.
 */
export function refused({ status, body, retryAfter }: Refused, now: number): RegieError {
  const reason = reasonOf(body);
  const says = `the calendar service answers ${status} (${reason})`;
  if (status === 429 || (status === 403 && limits.test(reason)))
    return temporary('calendar.limited', says, waitOf(retryAfter, now));
  if (status === 401) return permanent('calendar.refused', says);
  if (status === 403 || status === 404) return permanent('calendar.no_access', says);
  if (status === 400 || status === 413) return permanent('calendar.rejected', says);
  return temporary('calendar.unreachable', says, waitOf(retryAfter, now));
}

/** The same for the token endpoint: what it refuses, a new try does not mend, unless it was too busy to look. */
export function refusedTokens(status: number, body: unknown, retryAfter: string | null, now: number): RegieError {
  const error = tokenRefusal.safeParse(body).data?.error ?? '';
  const reason = word.test(error) ? error : 'unknown';
  const says = `Google's token service answers ${status} (${reason})`;
  if (status === 429 || (status === 403 && limits.test(reason.replaceAll('_', ''))))
    return temporary('calendar.limited', says, waitOf(retryAfter, now));
  if (status === 400 || status === 401 || status === 403) return permanent('calendar.refused', says);
  return temporary('calendar.unreachable', says, waitOf(retryAfter, now));
}

/** No answer, or one that cannot be read: whether something was written is unknown, and writing again settles it. */
export function unreached(what: 'calendar' | 'tokens', cause: unknown): RegieError {
  // The library's errors carry the request, so the token and the entry: only their code goes on.
  const code = z.object({ code: z.string().regex(word) }).safeParse(cause).data?.code;
  const why = typeof cause === 'string' ? cause : (code ?? 'no answer');
  return temporary('calendar.unreachable', `Google (${what}) could not be reached: ${why}`);
}

/** Milliseconds until the time a `Retry-After` names, in seconds or as a date (RFC 9110, 10.2.3). */
function waitOf(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,7}$/.test(header)) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
