import { JWT } from 'google-auth-library';
import { z } from 'zod';
import { type Clock } from '../../core/clock.ts';
import { type Credentials } from './credentials.ts';
import { refusedTokens, unreached } from './failures.ts';

/** The least that writing events takes: not the calendars themselves, nor who may see them. */
const scope = 'https://www.googleapis.com/auth/calendar.events';

/** How long an assertion is good, and how long a token is used: ten minutes less than the hour Google gives it. */
const assertionSeconds = 3600;
const tokenMs = 50 * 60_000;

/** Tokens of one service account: one is asked for when it is needed and kept for most of its hour. */
export interface Access {
  /** @throws RegieError of {@link failures}: `calendar.refused`, `calendar.limited` or `calendar.unreachable` */
  readonly token: () => Promise<string>;
  /** Throws away the token at hand, which was found worthless, unless another has taken its place meanwhile. */
  readonly forget: (token: string) => void;
}

interface Held {
  readonly token: Promise<string>;
  readonly until: number;
}

/** A token source. Several callers at once share one request; one that takes longer than `patienceMs` has failed. */
export function createAccess(credentials: Credentials, clock: Clock, patienceMs: number): Access {
  let held: Held | null = null;
  let current: string | null = null;
  return {
    token: async () => {
      if (held === null || held.until <= clock.now())
        held = { token: ask(credentials, clock, patienceMs), until: clock.now() + tokenMs };
      const asked = held;
      try {
        current = await asked.token;
        return current;
      } catch (error) {
        if (held === asked) held = null;
        throw error;
      }
    },
    forget: (token) => {
      if (token === current) held = null;
    },
  };
}

/**
 * One assertion, signed now by our clock, for one token. The library's own endpoint, audience, times and retries stand in its code, so they
 * are set anew: the endpoint is the key file's, the retries are the job queue's affair.
 */
async function ask(credentials: Credentials, clock: Clock, timeout: number): Promise<string> {
  const { email, privateKey, tokenUri } = credentials;
  const iat = Math.floor(clock.now() / 1000);
  const client = new JWT({
    email,
    key: privateKey,
    scopes: [scope],
    additionalClaims: { aud: tokenUri, iat, exp: iat + assertionSeconds },
    transporterOptions: { timeout, validateStatus: () => true },
  });
  let status = 0;
  let retryAfter: string | null = null;
  let answer: unknown;
  client.transporter.interceptors.request.add({
    resolved: async (request) => Object.assign(request, { url: new URL(tokenUri), retryConfig: { retry: 0 } }),
  });
  client.transporter.interceptors.response.add({
    resolved: async (response) => {
      status = response.status;
      retryAfter = response.headers.get('retry-after');
      answer = response.data;
      return response;
    },
  });
  await client.authorize().catch((error: unknown) => {
    throw unreached('tokens', error);
  });
  if (status !== 200) throw refusedTokens(status, answer, retryAfter, clock.now());
  const parsed = z.object({ access_token: z.string().min(1) }).safeParse(answer);
  if (!parsed.success) throw unreached('tokens', 'its answer is no token');
  return parsed.data.access_token;
}
