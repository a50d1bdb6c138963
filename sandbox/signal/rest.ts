import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Hono } from 'hono';
import type { z } from 'zod';
import { answerCall } from '../kit/faulty-answer.ts';
import type { PlatformAnswer } from '../kit/faulty-answer.ts';
import type { SandboxContext, SandboxEnv } from '../kit/server.ts';
import type { Limits } from './limits.ts';
import type { Sockets } from './sockets.ts';
import { recipientName } from './world.ts';
import type { World } from './world.ts';

/** What the routes work on. */
export interface Room {
  readonly world: World;
  readonly sockets: Sockets;
  readonly limits: Limits;
  /** How the next sends are answered instead of the truth, first in first out. */
  readonly twists: SendTwist[];
}

/** `429-but-delivered`: the message goes out and the answer says it was rate limited, with an empty token (upstream issue 881). */
export type SendTwist = '429-but-delivered';

/** An answer that is an error of the API: `{error}` and whatever upstream adds. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(status: number, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.status = status;
    this.details = details;
  }
}

/** Parameters of the path, decoded. */
export type PathParams = Readonly<Record<string, string>>;
/** Does the thing and says what to answer. */
export type Handler<T> = (input: T, params: PathParams, context: SandboxContext) => PlatformAnswer;

const INVALID = "Couldn't process request - invalid request";

/**
 * Registers one route of the API, named by the swagger's own path (`POST /v1/polls/{number}`) in the ledger and in fault scripts. The body is
 * parsed like Go parses it: unknown fields ignored, wrong types refused. `schema: null` takes no body.
 */
export function route<T>(
  app: Hono<SandboxEnv>,
  room: Room,
  [method, path]: readonly ['GET' | 'POST' | 'PUT' | 'DELETE', string],
  schema: z.ZodType<T>,
  handle: Handler<T>,
): void {
  app.on(method, path.replaceAll(/\{(\w+)\}/g, ':$1'), async (context) => {
    if (room.sockets.isDown()) return cut(context);
    const params: PathParams = context.req.param();
    const body = method === 'GET' ? {} : await readBody(context);
    const call = {
      platform: 'signal' as const,
      method: `${method} ${path}`,
      params: method === 'GET' ? { ...params, ...context.req.query() } : withoutBytes(body),
      ...subject(room.world, body, params),
    };
    return answerCall(room.world.kit, context, call, () => answer(room, schema, body, handle, params, context));
  });
}

/** 204, the usual answer of a call that changed something. */
export const DONE: PlatformAnswer = { status: 204, body: undefined, applied: true };

/** An answer of a call that only reads. */
export function reading(body: unknown): PlatformAnswer {
  return { status: 200, body, applied: false };
}

function answer<T>(
  room: Room,
  schema: z.ZodType<T>,
  body: unknown,
  handle: Handler<T>,
  params: PathParams,
  context: SandboxContext,
): PlatformAnswer {
  try {
    if (params['number'] !== undefined && params['number'] !== room.world.account.number)
      throw new ApiError(400, 'Specified account does not exist');
    const parsed = schema.safeParse(body);
    if (!parsed.success) throw new ApiError(400, INVALID);
    return handle(parsed.data, params, context);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { status: error.status, body: { error: error.message, ...error.details }, applied: false };
  }
}

/** A body that is no JSON comes out as undefined: no schema takes it. */
async function readBody(context: SandboxContext): Promise<unknown> {
  const text = await context.req.text();
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** The body as the ledger keeps it: files by their size only. */
function withoutBytes(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('base64_attachments' in body)) return body;
  const files = body.base64_attachments;
  if (!Array.isArray(files)) return body;
  return { ...body, base64_attachments: files.map((file) => `${String(file).length} characters`) };
}

/** Which chat and text a call is about, for fault scripts and the ledger. */
function subject(world: World, body: unknown, params: PathParams): { chat?: string; text?: string } {
  const fields: Readonly<Record<string, unknown>> = typeof body === 'object' && body !== null ? { ...body } : {};
  const recipients = fields['recipients'];
  const named = Array.isArray(recipients) ? recipients[0] : (fields['recipient'] ?? params['groupid']);
  const text = fields['message'] ?? fields['question'];
  return {
    ...(typeof named === 'string' ? { chat: recipientName(world, named) } : {}),
    ...(typeof text === 'string' ? { text } : {}),
  };
}

function cut(context: SandboxContext): Response {
  context.env.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}
