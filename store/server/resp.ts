import { createConnection } from 'node:net';

/** What a server answered: a line or bulk text, or an error reply (`-LOADING …`), kept apart because both mean "alive". */
export type Reply = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly error: string };

/**
 * Asks one question of a Redis on a unix socket, without a client library: enough to know who is there before the store
 * connects. Null when nobody is there: no file, or one that a dead server left. A server that is there and says nothing
 * within `timeoutMs` hangs or is busy; that is an error reply, because it may still hold its data.
 */
export function ask(socketPath: string, command: readonly string[], timeoutMs = 1000): Promise<Reply | null> {
  return new Promise((resolve) => {
    const socket = createConnection(socketPath);
    let received = '';
    const finish = (reply: Reply | null): void => {
      socket.destroy();
      resolve(reply);
    };
    socket.setEncoding('utf8');
    socket.setTimeout(timeoutMs, () => finish({ ok: false, error: `no answer within ${timeoutMs} ms` }));
    socket.on('error', () => finish(null));
    socket.on('close', () => finish(null));
    socket.on('connect', () => socket.write(`${command.join(' ')}\r\n`));
    socket.on('data', (chunk: string) => {
      received += chunk;
      const reply = parse(received);
      if (reply !== null) finish(reply);
    });
  });
}

/** Null while the reply is incomplete. INFO and PING answer in ASCII, so that counting characters is counting bytes. */
function parse(received: string): Reply | null {
  const end = received.indexOf('\r\n');
  if (end === -1) return null;
  const line = received.slice(1, end);
  if (received.startsWith('-')) return { ok: false, error: line };
  if (!received.startsWith('$')) return { ok: true, text: line };
  const body = received.slice(end + 2);
  return body.length < Number(line) + 2 ? null : { ok: true, text: body.slice(0, Number(line)) };
}

/** True when a server answers there and has finished reading its data. */
export async function isReady(socketPath: string): Promise<boolean> {
  const reply = await ask(socketPath, ['PING']);
  return reply !== null && reply.ok && reply.text === 'PONG';
}
