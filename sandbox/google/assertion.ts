import { verify } from 'node:crypto';
import { z } from 'zod';
import type { Account } from './accounts.ts';
import { TokenError } from './errors.ts';

const header = z.looseObject({ alg: z.string(), typ: z.string().optional(), kid: z.string().optional() });
const claims = z.looseObject({
  iss: z.string(),
  aud: z.string(),
  iat: z.number(),
  exp: z.number(),
  scope: z.string().optional(),
  sub: z.string().optional(),
});

/** What an assertion that holds asks for. */
export interface Grant {
  readonly account: Account;
  readonly scopes: readonly string[];
}

/** The longest life of an assertion, and how far a caller's clock may be ahead of ours. Google publishes the first (one hour) only. */
const LIFE_SECONDS = 3600;
const SKEW_SECONDS = 300;

/**
 * Reads a signed assertion (RFC 7523) of a service account as the token endpoint does: RS256 only, the signature against the account's own
 * public keys, the audience, the times by the given clock (seconds), a scope; acting for somebody else (`sub`) is not allowed to any account here.
 */
export function readAssertion(
  assertion: string,
  options: { readonly accounts: ReadonlyMap<string, Account>; readonly audience: string; readonly now: number },
): Grant {
  const parts = assertion.split('.');
  const [head, body, signature] = parts;
  if (parts.length !== 3 || head === undefined || body === undefined || signature === undefined) throw malformed();
  const { alg, kid } = decoded(head, header);
  const claimed = decoded(body, claims);
  if (alg !== 'RS256') throw new TokenError('invalid_grant', 'Invalid JWT Signature.');
  const account = options.accounts.get(claimed.iss);
  if (account === undefined) throw new TokenError('invalid_grant', 'Invalid grant: account not found');
  if (!isSigned(`${head}.${body}`, signature, account, kid))
    throw new TokenError('invalid_grant', 'Invalid JWT Signature.');
  checkTimes(claimed.iat, claimed.exp, options.now);
  if (claimed.aud !== options.audience)
    throw new TokenError(
      'invalid_grant',
      `Invalid JWT: Failed audience check. The right audience is ${options.audience}`,
    );
  if (claimed.sub !== undefined && claimed.sub !== account.email)
    throw new TokenError(
      'unauthorized_client',
      'Client is unauthorized to retrieve access tokens using this method, or client not authorized for any of the scopes requested.',
      401,
    );
  const scopes = (claimed.scope ?? '').split(' ').filter((scope) => scope !== '');
  if (scopes.length === 0) throw new TokenError('invalid_scope', 'Invalid OAuth scope or ID token audience provided.');
  return { account, scopes };
}

function malformed(): TokenError {
  return new TokenError('invalid_grant', 'Bad Request');
}

function decoded<T>(part: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(Buffer.from(part, 'base64url').toString('utf8')));
  } catch {
    throw malformed();
  }
}

function isSigned(signed: string, signature: string, account: Account, kid: string | undefined): boolean {
  const bytes = Buffer.from(signature, 'base64url');
  return [...account.keys()]
    .filter(([id]) => kid === undefined || id === kid)
    .some(([, key]) => verify('RSA-SHA256', Buffer.from(signed), key, bytes));
}

function checkTimes(iat: number, exp: number, now: number): void {
  if (exp <= now || iat > now + SKEW_SECONDS || exp <= iat || exp - iat > LIFE_SECONDS)
    throw new TokenError(
      'invalid_grant',
      'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.',
    );
}
