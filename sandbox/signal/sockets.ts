import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { isLocalRequest } from '../kit/server.ts';
import type { RunningServer } from '../kit/server.ts';
import type { World } from './world.ts';

/** What happened to the frames so far. `lost` were emitted while nobody read: Signal counts them as delivered all the same. */
export interface FrameCounts {
  /** Sockets that are open for our account, the stalled ones included. */
  readonly open: number;
  readonly stalled: number;
  readonly emitted: number;
  readonly lost: number;
}

/** A frame's subject: what fault scripts and the ledger know of it. `method` is the kind of frame (`message`, `reaction`, `receipt`…). */
interface FrameNote {
  readonly method: string;
  readonly chat: string;
  readonly text?: string;
}

/** The websockets of `/v1/receive/{number}`. */
export interface Sockets {
  /** Sends a frame to every open socket, through the fault script, and notes it in the ledger. Kept for nobody: no reader, no message. */
  emit(note: FrameNote, frame: unknown): void;
  /** Sends bytes as they are. */
  emitRaw(note: FrameNote, data: string): void;
  counts(): FrameCounts;
  /** Cuts every socket without a close frame, as a killed container does. */
  drop(): void;
  /** Makes every open socket silent without closing it: neither frames nor pings come any more. */
  stall(): void;
  /** While down, new sockets are refused and open ones are cut. */
  setDown(down: boolean): void;
  isDown(): boolean;
  stop(): void;
}

interface Reader {
  readonly socket: WebSocket;
  /** Upstream upgrades any number and then filters: a wrong one stays open and never hears anything. */
  readonly ours: boolean;
  stalled: boolean;
}

const ROUTE = 'GET /v1/receive/{number}';

/** Attaches the receive endpoint to a listening server. Pings go out every `pingMs` of real time; pongs are never asked for, as upstream. */
export function openSockets(world: World, server: RunningServer): Sockets {
  // Upstream reads at most 512 bytes from a client.
  const wss = new WebSocketServer({ noServer: true, maxPayload: 512 });
  const readers = new Set<Reader>();
  const connections = new Set<Duplex>();
  let down = false;

  server.node.on('upgrade', (request, socket, head) => {
    if (!isLocalRequest(request) || down) return socket.destroy();
    const path = /^\/v1\/receive\/([^/?]+)(?:\?.*)?$/.exec(request.url ?? '');
    if (path?.[1] === undefined) return socket.end('HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n');
    const ours = decode(path[1]) === world.account.number;
    connections.add(socket);
    socket.on('close', () => connections.delete(socket));
    void admit(world, socket, () => accept(request, socket, head, ours));
    return undefined;
  });

  function accept(request: IncomingMessage, socket: Duplex, head: Buffer, ours: boolean): void {
    wss.handleUpgrade(request, socket, head, (opened) => {
      const reader: Reader = { socket: opened, ours, stalled: false };
      readers.add(reader);
      opened.on('close', () => readers.delete(reader));
      opened.on('error', () => opened.terminate());
      world.kit.ledger.append({ platform: 'signal', kind: 'note', method: 'socket opened', applied: ours });
      startPings(reader, world.settings.pingMs);
    });
  }

  return {
    ...createEmitter(world, readers),
    drop: () => dropAll(readers),
    stall: () => stallAll(readers),
    setDown: (next) => {
      down = next;
      if (down) dropAll(readers);
    },
    isDown: () => down,
    stop: () => {
      dropAll(readers);
      for (const socket of connections) socket.destroy();
      wss.close();
    },
  };
}

function dropAll(readers: Set<Reader>): void {
  for (const { socket } of readers) socket.terminate();
  readers.clear();
}

function stallAll(readers: ReadonlySet<Reader>): void {
  for (const reader of readers) reader.stalled = true;
}

/** Hands frames to the readers there are at that moment, through the fault script. */
function createEmitter(world: World, readers: Set<Reader>): Pick<Sockets, 'emit' | 'emitRaw' | 'counts'> {
  const state = { emitted: 0, lost: 0 };
  let held: { note: FrameNote; data: string } | null = null;

  function write(note: FrameNote, data: string, fault?: string): void {
    const hears = (reader: Reader): boolean => reader.ours && !reader.stalled && reader.socket.readyState === 1;
    const hearing = fault === 'drop' ? [] : [...readers].filter(hears);
    for (const { socket } of hearing) socket.send(data);
    state.emitted += 1;
    if (hearing.length === 0) state.lost += 1;
    noteFrame(world, note, data, hearing.length, fault);
  }

  /** A reordered frame comes out right after the next one. */
  function flush(): void {
    const late = held;
    held = null;
    if (late !== null) write(late.note, late.data, 'reorder');
  }

  function emitRaw(note: FrameNote, data: string): void {
    const fault = world.kit.faults.take('event', { platform: 'signal', ...note });
    if (fault?.type === 'reorder') {
      flush();
      held = { note, data };
      return;
    }
    if (fault?.type === 'delay') {
      setTimeout(() => write(note, data, 'delay'), fault.ms).unref();
      return;
    }
    if (fault?.type === 'close') dropAll(readers);
    if (fault?.type === 'stall') stallAll(readers);
    write(note, fault?.type === 'garbage' ? data.slice(0, Math.floor(data.length / 2)) : data, fault?.type);
    if (fault?.type === 'duplicate') write(note, data, 'duplicate');
    flush();
  }

  const ours = (): Reader[] => [...readers].filter((reader) => reader.ours);
  return {
    emit: (note, frame) => emitRaw(note, JSON.stringify(frame)),
    emitRaw,
    counts: () => ({
      open: ours().length,
      stalled: ours().filter((reader) => reader.stalled).length,
      ...state,
    }),
  };
}

function noteFrame(world: World, note: FrameNote, data: string, sockets: number, fault: string | undefined): void {
  world.kit.ledger.append({
    platform: 'signal',
    kind: 'update',
    method: note.method,
    chat: note.chat,
    params: parseOrText(data),
    result: { sockets },
    applied: sockets > 0,
    ...(fault === undefined ? {} : { fault }),
  });
}

/** Plays the request faults that make sense on an upgrade; the others let it pass. */
async function admit(world: World, socket: Duplex, accept: () => void): Promise<void> {
  const fault = world.kit.faults.take('request', { platform: 'signal', method: ROUTE, chat: world.account.number });
  if (fault !== undefined)
    world.kit.ledger.append({ platform: 'signal', kind: 'fault', method: ROUTE, applied: false, fault: fault.type });
  if (fault?.type === 'status') {
    socket.end(`HTTP/1.1 ${fault.code} Fault\r\ncontent-length: 0\r\n\r\n`);
    return;
  }
  if (fault?.type === 'reset-before') {
    socket.destroy();
    return;
  }
  if (fault?.type === 'hang') return;
  if (fault?.type === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.ms));
  accept();
  if (fault?.type === 'reset-after-apply') socket.destroy();
}

function startPings(reader: Reader, everyMs: number): void {
  const timer = setTimeout(() => {
    if (reader.socket.readyState !== 1) return;
    if (!reader.stalled) reader.socket.ping();
    startPings(reader, everyMs);
  }, everyMs);
  timer.unref();
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function parseOrText(data: string): unknown {
  try {
    const value: unknown = JSON.parse(data);
    return value;
  } catch {
    return data;
  }
}
