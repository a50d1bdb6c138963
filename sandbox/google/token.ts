import type { Hono } from 'hono';
import { answerCall } from '../kit/faulty-answer.ts';
import type { PlatformAnswer } from '../kit/faulty-answer.ts';
import type { SandboxEnv } from '../kit/server.ts';
import { readAssertion } from './assertion.ts';
import { refusal, TokenError, tokenErrorBody } from './errors.ts';
import { issueToken, TOKEN_SECONDS } from './world.ts';
import type { World } from './world.ts';

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** `POST /token`: an access token for a signed assertion of a service account. The ledger keeps neither assertion nor token. */
export function mountToken(app: Hono<SandboxEnv>, world: World): void {
  app.post('/token', async (context) => {
    const form = new URLSearchParams(await context.req.text());
    const type = context.req.header('content-type') ?? '';
    const call = {
      platform: 'google' as const,
      method: 'token',
      params: { grant_type: form.get('grant_type') },
      errorBody: tokenErrorBody,
    };
    // What is answered must not be what the ledger keeps, so the body goes out as bytes.
    return answerCall(world.kit, context, call, () => asBytes(grant(world, form, type)));
  });
}

function grant(world: World, form: URLSearchParams, type: string): PlatformAnswer {
  try {
    if (!type.startsWith('application/x-www-form-urlencoded')) throw new TokenError('invalid_request', 'Bad Request');
    if (form.get('grant_type') !== JWT_BEARER)
      throw new TokenError('unsupported_grant_type', `Invalid grant_type: ${form.get('grant_type') ?? ''}`);
    const assertion = form.get('assertion');
    if (assertion === null) throw new TokenError('invalid_request', 'Missing required parameter: assertion');
    const now = Math.floor(world.kit.clock.now() / 1000);
    const { account, scopes } = readAssertion(assertion, {
      accounts: world.accounts,
      audience: world.tokenUri(),
      now,
    });
    const access_token = issueToken(world, account.email, scopes);
    return { status: 200, body: { access_token, expires_in: TOKEN_SECONDS, token_type: 'Bearer' }, applied: true };
  } catch (error) {
    if (error instanceof TokenError) return refusal(error);
    throw error;
  }
}

function asBytes(answer: PlatformAnswer): PlatformAnswer {
  if (answer.status !== 200) return answer;
  return {
    ...answer,
    body: Buffer.from(JSON.stringify(answer.body)),
    headers: { 'content-type': 'application/json; charset=utf-8' },
  };
}
