import { WebSocket, type RawData } from 'ws';
import { wait } from '../../../core/clock.ts';
import { type Sink } from '../../../core/channel.ts';
import { type Log } from '../../../core/log.ts';
import { parseFrame, type SignalSelf } from './parse.ts';

/** The gateway pings every 54 s; after two missed pings the connection is dead although it looks open. */
const silenceMs = 120_000;
const slowestRetryMs = 5_000;

/** Reads the gateway's socket for as long as it runs. */
export interface SignalReader {
  /** Resolves once the socket is open for the first time. */
  readonly ready: Promise<void>;
  readonly stop: () => Promise<void>;
}

/** What a reader needs. */
export interface ReaderOptions {
  readonly url: string;
  readonly self: SignalSelf;
  readonly sink: Pick<Sink, 'receive'>;
  readonly log: Log;
}

/**
 * Keeps a socket to the gateway and stores what comes. The gateway counts a message as delivered even when nobody reads,
 * so two readers run in production; what both hear is stored once.
 */
export function startReader(options: ReaderOptions): SignalReader {
  const stopping = new AbortController();
  let opened = (): void => undefined;
  const ready = new Promise<void>((resolve) => (opened = resolve));
  const loop = async (): Promise<void> => {
    let delay = 200;
    while (!stopping.signal.aborted) {
      const lived = await session(options, stopping.signal, opened);
      delay = lived ? 200 : Math.min(delay * 2, slowestRetryMs);
      if (!stopping.signal.aborted) {
        options.log.warn({ code: 'signal.socket_closed' }, 'the signal socket closed, opening it again');
        await wait(delay, stopping.signal);
      }
    }
  };
  const running = loop();
  return {
    ready,
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

/** One connection, from opening to its end; true when it was open. Frames are stored one after the other, in order. */
async function session(options: ReaderOptions, signal: AbortSignal, opened: () => void): Promise<boolean> {
  const socket = new WebSocket(options.url, { handshakeTimeout: 10_000 });
  let wasOpen = false;
  let storing: Promise<void> = Promise.resolve();
  let silence = setTimeout(() => socket.terminate(), silenceMs);
  const alive = (): void => {
    clearTimeout(silence);
    silence = setTimeout(() => socket.terminate(), silenceMs);
  };
  const abort = (): void => socket.terminate();
  signal.addEventListener('abort', abort, { once: true });
  socket.on('open', () => {
    wasOpen = true;
    opened();
  });
  socket.on('ping', alive);
  socket.on('message', (data) => {
    alive();
    storing = storing.then(() => store(frameText(data), options));
  });
  socket.on('error', () => undefined);
  await new Promise<void>((resolve) => socket.once('close', () => resolve()));
  clearTimeout(silence);
  signal.removeEventListener('abort', abort);
  await storing;
  return wasOpen;
}

function frameText(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return Buffer.isBuffer(data) ? data.toString('utf8') : Buffer.from(data).toString('utf8');
}

async function store(frame: string, options: ReaderOptions): Promise<void> {
  const raw = parseJson(frame);
  const message = raw === null ? null : parseFrame(raw, options.self);
  if (message === null) return;
  try {
    await options.sink.receive([message]);
  } catch (error) {
    options.log.error(
      { code: 'signal.not_stored', error: error instanceof Error ? error.name : 'unknown' },
      'a message could not be stored',
    );
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
