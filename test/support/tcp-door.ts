import { connect, createServer, type Server, type Socket } from 'node:net';

/** A way to a service that can be shut, as a network outage does: connections break and new ones are refused. */
export interface TcpDoor {
  readonly url: string;
  readonly shut: () => Promise<void>;
  readonly open: () => Promise<void>;
}

/** Opens a door to the service at `target` (`http://host:port`) on a free port of this machine, which it keeps. */
export async function openDoor(target: string): Promise<TcpDoor> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let server: Server | null = null;
  let own = 0;
  const open = async (): Promise<void> => {
    const opened = createServer((client) => {
      const service = connect(Number(port), hostname);
      for (const [socket, other] of [
        [client, service],
        [service, client],
      ] as const) {
        sockets.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => {
          sockets.delete(socket);
          other.destroy();
        });
        socket.pipe(other);
      }
    });
    await new Promise<void>((resolve) => opened.listen(own, '127.0.0.1', resolve));
    const address = opened.address();
    own = typeof address === 'object' && address !== null ? address.port : 0;
    server = opened;
  };
  await open();
  return {
    url: `http://127.0.0.1:${own}`,
    open,
    shut: async () => {
      const closing = new Promise<void>((resolve) => (server === null ? resolve() : server.close(() => resolve())));
      for (const socket of sockets) socket.destroy();
      await closing;
    },
  };
}
