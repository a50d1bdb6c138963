import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Context } from 'hono';

/** Hono's context with Node's own request and response at hand: faults need the socket. */
export interface SandboxEnv {
  Bindings: HttpBindings;
}
/** The context every sandbox route receives. */
export type SandboxContext = Context<SandboxEnv>;

/** A server that is listening on 127.0.0.1. */
export interface RunningServer {
  readonly port: number;
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** Node's server: a WebSocket server attaches its `upgrade` listener here and asks `isLocalRequest` first. */
  readonly node: Server;
  /** Stops listening and cuts every open connection, hung requests included. */
  stop(): Promise<void>;
}

/** A Hono application that answers only this machine. Control routes are guarded further by `guardControl`. */
export function createApp(): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  app.use('*', async (context, next) => {
    if (!isLocalRequest(context.env.incoming))
      return context.json({ error: 'the sandbox answers this machine only' }, 403);
    await next();
    return undefined;
  });
  app.use('/control/*', async (context, next) => {
    const origin = context.req.header('origin');
    if (origin !== undefined && origin !== `http://${context.req.header('host') ?? ''}`) {
      return context.json({ error: 'control routes refuse pages of another origin' }, 403);
    }
    await next();
    return undefined;
  });
  return app;
}

/**
 * Whether the connection comes from this machine *and* was meant for it: a page in a browser could otherwise reach the sandbox through a
 * name that resolves to 127.0.0.1 (DNS rebinding), which shows in the Host header.
 */
export function isLocalRequest(request: IncomingMessage): boolean {
  const remote = request.socket.remoteAddress ?? '';
  if (remote !== '127.0.0.1' && remote !== '::1' && remote !== '::ffff:127.0.0.1') return false;
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  return host === '127.0.0.1' || host === 'localhost' || host === '[::1]';
}

/** Listens on 127.0.0.1, on the given port or on any free one (0). Rejects when the port is taken. */
export function listen(app: Hono<SandboxEnv>, port = 0): Promise<RunningServer> {
  // Hono's listener reads the bindings it is given as the request's environment.
  const listener = getRequestListener((request, env) => app.fetch(request, env));
  const node = createServer((incoming, outgoing) => void listener(incoming, outgoing));
  return new Promise((resolve, reject) => {
    node.once('error', reject);
    node.listen(port, '127.0.0.1', () => {
      node.off('error', reject);
      const address = node.address();
      const bound = typeof address === 'object' && address !== null ? address.port : port;
      resolve({ port: bound, origin: `http://127.0.0.1:${bound}`, node, stop: () => stop(node) });
    });
  });
}

function stop(node: Server): Promise<void> {
  return new Promise((resolve) => {
    node.close(() => resolve());
    node.closeAllConnections();
  });
}
