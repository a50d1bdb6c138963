import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { FaultAction, FaultSubject } from './faults.ts';
import type { Kit } from './kit.ts';
import type { SandboxContext } from './server.ts';

/** What the platform would answer: `applied` says whether the outside world changed. `body` is sent as JSON unless it is bytes. */
export interface PlatformAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly applied: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request of the product: what faults are matched against, plus what the ledger keeps. */
export interface PlatformCall extends FaultSubject {
  readonly params: unknown;
  readonly account?: string;
  /** What the platform sends with an error code of its own, for a `status` fault that brings no body; `{}` when absent. */
  readonly errorBody?: (code: number) => unknown;
  /** False leaves the call out of the ledger unless a fault strikes it: for polls that brought nothing. */
  readonly worthNoting?: (answer: PlatformAnswer) => boolean;
}

/**
 * Runs one platform call through the fault script and writes it to the ledger before anything is answered, so that an answer that is lost
 * still shows as applied. `apply` runs at most once.
 */
export async function answerCall(
  kit: Kit,
  context: SandboxContext,
  call: PlatformCall,
  apply: () => Promise<PlatformAnswer> | PlatformAnswer,
): Promise<Response> {
  const fault = kit.faults.take('request', call);
  if (fault?.type === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.ms));
  if (fault?.type === 'status') {
    const answer = {
      status: fault.code,
      body: fault.body ?? call.errorBody?.(fault.code) ?? {},
      applied: false,
      headers: fault.headers ?? {},
    };
    note(kit, call, answer, fault);
    return respond(answer);
  }
  if (fault?.type === 'reset-before' || (fault?.type === 'hang' && fault.afterApply !== true)) {
    note(kit, call, undefined, fault);
    return fault.type === 'hang' ? hang(context) : reset(context);
  }
  const answer = await apply();
  if (fault !== undefined || (call.worthNoting?.(answer) ?? true)) note(kit, call, answer, fault);
  if (fault?.type === 'reset-after-apply') return reset(context);
  if (fault?.type === 'hang') return hang(context);
  if (fault?.type === 'truncate') return truncate(context, answer);
  if (fault?.type === 'garbage') return new Response('<html><body>502 Bad Gateway</body></html>', { status: 200 });
  return respond(answer);
}

/** The answer as an HTTP response: JSON, unless the body is bytes. */
export function respond(answer: PlatformAnswer): Response {
  const { status, body, headers = {} } = answer;
  if (body instanceof Uint8Array) return new Response(Uint8Array.from(body), { status, headers });
  const payload = body === undefined || status === 204 ? null : JSON.stringify(body);
  return new Response(payload, { status, headers: { 'content-type': 'application/json', ...headers } });
}

function note(kit: Kit, call: PlatformCall, answer: PlatformAnswer | undefined, fault: FaultAction | undefined): void {
  const lost = fault?.type === 'reset-after-apply' || fault?.type === 'hang';
  kit.ledger.append({
    platform: call.platform,
    kind: 'request',
    method: call.method,
    params: call.params,
    applied: answer?.applied ?? false,
    ...(call.account === undefined ? {} : { account: call.account }),
    ...(call.chat === undefined ? {} : { chat: call.chat }),
    ...(answer === undefined
      ? {}
      : { result: answer.body instanceof Uint8Array ? `${answer.body.length} bytes` : answer.body }),
    ...(answer === undefined || lost ? {} : { status: answer.status }),
    ...(fault === undefined ? {} : { fault: fault.type }),
  });
}

function reset(context: SandboxContext): Response {
  context.env.incoming.socket.resetAndDestroy();
  return RESPONSE_ALREADY_SENT;
}

function hang(context: SandboxContext): Promise<Response> {
  return new Promise((resolve) => {
    context.env.outgoing.once('close', () => resolve(RESPONSE_ALREADY_SENT));
  });
}

function truncate(context: SandboxContext, answer: PlatformAnswer): Response {
  const whole = Buffer.from(answer.body instanceof Uint8Array ? answer.body : JSON.stringify(answer.body));
  const { outgoing, incoming } = context.env;
  outgoing.writeHead(answer.status, { 'content-type': 'application/json', 'content-length': String(whole.length) });
  outgoing.write(whole.subarray(0, Math.floor(whole.length / 2)), () => incoming.socket.end());
  return RESPONSE_ALREADY_SENT;
}
