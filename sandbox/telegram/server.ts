import { STATUS_CODES } from 'node:http';
import type { Hono } from 'hono';
import { answerCall, respond } from '../kit/faulty-answer.ts';
import type { PlatformAnswer } from '../kit/faulty-answer.ts';
import type { SandboxContext, SandboxEnv } from '../kit/server.ts';
import { canonicalName, dispatch, refusal } from './dispatch.ts';
import { ApiError, tooManyRequests } from './errors.ts';
import { fileByPath } from './files.ts';
import { describe, readParams } from './params.ts';
import type { Params } from './params.ts';
import type { RateCounter } from './rate-limits.ts';
import type { BotAccount, World } from './world.ts';

/** The Bot API's own routes: `/bot<token>/<method>` and `/file/bot<token>/<path>`. */
export function mountBotApi(app: Hono<SandboxEnv>, world: World, rates: RateCounter): void {
  app.all('*', async (context) => {
    const path = decodeURIComponent(new URL(context.req.url).pathname);
    const file = /^\/file\/bot([^/]+)\/(.+)$/.exec(path);
    if (file !== null) return download(world, file[1] ?? '', file[2] ?? '');
    const call = /^\/bot([^/]+)\/(\w+)$/.exec(path);
    if (call === null) return respond(refusal(new ApiError(404, 'Not Found')));
    return serve(world, rates, context, { token: call[1] ?? '', method: call[2] ?? '' });
  });
}

async function serve(
  world: World,
  rates: RateCounter,
  context: SandboxContext,
  request: { token: string; method: string },
): Promise<Response> {
  const bot = botByToken(world, request.token);
  if (bot === undefined) return respond(refusal(new ApiError(401, 'Unauthorized')));
  const name = canonicalName(request.method);
  if (name === undefined) return respond(refusal(new ApiError(404, 'Not Found')));
  const params = await read(context);
  if (params instanceof ApiError) return respond(refusal(params));
  const gone = new AbortController();
  context.env.outgoing.once('close', () => gone.abort());
  const chat = params.values.get('chat_id');
  const call = {
    platform: 'telegram' as const,
    method: name,
    account: bot.user.username,
    params: describe(params),
    errorBody,
    worthNoting: (answer: PlatformAnswer) => name !== 'getUpdates' || !isEmptyPoll(answer),
    text: params.values.get('text') ?? params.values.get('caption'),
    ...(chat === undefined ? {} : { chat }),
  };
  return answerCall(world.kit, context, call, () => dispatch(name, { world, bot, params, rates, gone: gone.signal }));
}

/** How the platform words an error of its own; a 429 asks for one second. */
function errorBody(code: number): unknown {
  const error = code === 429 ? tooManyRequests(1) : new ApiError(code, STATUS_CODES[code] ?? 'Unknown Error');
  return refusal(error).body;
}

async function read(context: SandboxContext): Promise<Params | ApiError> {
  try {
    return await readParams(context);
  } catch (error) {
    if (error instanceof ApiError) return error;
    return new ApiError(400, "Bad Request: can't parse request");
  }
}

function isEmptyPoll(answer: PlatformAnswer): boolean {
  return answer.status === 200 && JSON.stringify(answer.body) === '{"ok":true,"result":[]}';
}

function botByToken(world: World, token: string): BotAccount | undefined {
  if (!/^\d+:[\w-]+$/.test(token)) return undefined;
  return [...world.bots.values()].find((bot) => bot.token === token);
}

function download(world: World, token: string, path: string): Response {
  if (botByToken(world, token) === undefined) return respond(refusal(new ApiError(401, 'Unauthorized')));
  const file = fileByPath(world, path);
  if (file === undefined) return respond(refusal(new ApiError(404, 'Not Found')));
  return respond({
    status: 200,
    body: file.bytes,
    applied: false,
    headers: { 'content-type': 'application/octet-stream' },
  });
}
