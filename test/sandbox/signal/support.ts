import { afterEach } from 'vitest';
import { WebSocket } from 'ws';
import { createKit } from '../../../sandbox/kit/kit.ts';
import type { Kit } from '../../../sandbox/kit/kit.ts';
import { startSignal } from '../../../sandbox/signal/index.ts';
import type { SignalControl, SignalOptions } from '../../../sandbox/signal/index.ts';
import { validateAnswer, validateFrame, validateRequest } from '../../contracts/signal-contract.ts';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** A sandbox with a client that checks every request, answer and frame against the published description. */
export interface Bench {
  readonly kit: Kit;
  readonly signal: SignalControl;
  readonly url: string;
  readonly number: string;
  /** Calls the API; `{number}` in the path is filled in. Throws when the description is not kept. */
  call(method: string, path: string, body?: unknown): Promise<Answer>;
  send(
    recipient: string | readonly string[],
    message: string,
    more?: Readonly<Record<string, unknown>>,
  ): Promise<Answer>;
  /** A reader of the socket; frames are parsed and checked unless `raw`. */
  read(options?: { readonly raw?: boolean; readonly number?: string }): Promise<Reader>;
}

export interface Reader {
  readonly socket: WebSocket;
  readonly frames: unknown[];
  readonly pings: () => number;
  readonly closed: Promise<number>;
  /** The first frame not yet taken that satisfies the predicate. */
  next(predicate?: (frame: Frame) => boolean): Promise<Frame>;
  /** Resolves after what was emitted so far has had time to arrive. */
  settle(): Promise<void>;
}

/** A frame loosely read: what tests look into. */
interface Frame {
  readonly account?: string;
  readonly error?: string;
  readonly exception?: { readonly type: string; readonly message: string };
  readonly envelope?: Envelope;
}
interface Envelope extends Readonly<Record<string, unknown>> {
  readonly sourceUuid: string;
  readonly sourceNumber: string | null;
  readonly timestamp: number;
  readonly dataMessage?: Readonly<Record<string, unknown>>;
  readonly editMessage?: {
    readonly targetSentTimestamp: number;
    readonly dataMessage: Readonly<Record<string, unknown>>;
  };
  readonly receiptMessage?: Readonly<Record<string, unknown>>;
  readonly syncMessage?: { readonly sentMessage: Readonly<Record<string, unknown>> };
}

const running: { stop(): Promise<void> | void }[] = [];
afterEach(async () => {
  for (const each of running.splice(0).toReversed()) await each.stop();
});

export async function startBench(options: SignalOptions = {}): Promise<Bench> {
  const kit = createKit();
  const started = await startSignal(kit, options);
  running.push(started);
  const { url, control: signal } = started;
  const { number } = signal;
  const fill = (path: string): string => path.replaceAll('{number}', encodeURIComponent(number));

  async function call(method: string, path: string, body?: unknown): Promise<Answer> {
    const filled = fill(path);
    const response = await fetch(url + filled, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const text = await response.text();
    const answer = { status: response.status, body: parse(text) };
    if (response.status < 300) expectClean(validateRequest(method, filled, body));
    expectClean(validateAnswer(method, filled, answer.status, answer.body));
    return answer;
  }

  return {
    kit,
    signal,
    url,
    number,
    call,
    send: (recipient, message, more = {}) =>
      call('POST', '/v2/send', {
        number,
        recipients: typeof recipient === 'string' ? [recipient] : recipient,
        message,
        ...more,
      }),
    read: (readOptions = {}) => openReader(url, { number, ...readOptions }),
  };
}

export function timestampOf(answer: Answer): number {
  const body: unknown = Array.isArray(answer.body) ? answer.body[0] : answer.body;
  if (typeof body === 'object' && body !== null && 'timestamp' in body && typeof body.timestamp === 'string')
    return Number(body.timestamp);
  throw new Error(`no timestamp in ${JSON.stringify(answer)}`);
}

export function errorOf(answer: Answer): string {
  const { body } = answer;
  if (typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'string') return body.error;
  throw new Error(`no error in ${JSON.stringify(answer)}`);
}

async function openReader(url: string, options: { raw?: boolean; number: string }): Promise<Reader> {
  const path = `/v1/receive/${encodeURIComponent(options.number)}`;
  const socket = new WebSocket(url.replace('http', 'ws') + path);
  const frames: unknown[] = [];
  const waiting = new Set<() => void>();
  let pings = 0;
  socket.on('ping', () => {
    pings += 1;
  });
  socket.on('message', (data: Buffer) => {
    const text = data.toString('utf8');
    frames.push(options.raw === true ? text : JSON.parse(text));
    for (const look of waiting) look();
  });
  const closed = new Promise<number>((resolve) => {
    socket.on('close', resolve);
  });
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  socket.on('error', () => undefined);
  running.push({ stop: () => socket.terminate() });

  const taken = new Set<unknown>();
  function next(predicate: (frame: Frame) => boolean = () => true): Promise<Frame> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no such frame; got ${JSON.stringify(frames)}`)), 2000);
      const look = (): void => {
        const found = frames.find((frame): frame is Frame => !taken.has(frame) && isFrame(frame) && predicate(frame));
        if (found === undefined) return;
        taken.add(found);
        clearTimeout(timer);
        waiting.delete(look);
        try {
          expectClean(validateFrame(found));
          resolve(found);
        } catch (error) {
          reject(error);
        }
      };
      waiting.add(look);
      look();
    });
  }
  return {
    socket,
    frames,
    pings: () => pings,
    closed,
    next,
    settle: () => new Promise((resolve) => setTimeout(resolve, 60)),
  };
}

function isFrame(value: unknown): value is Frame {
  return typeof value === 'object' && value !== null;
}

function expectClean(problems: readonly string[]): void {
  if (problems.length > 0) throw new Error(`against the description: ${problems.join('; ')}`);
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return text;
  }
}
