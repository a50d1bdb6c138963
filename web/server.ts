import { timingSafeEqual } from 'node:crypto';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { servePages, type Pages } from './pages.ts';

/** What the web role answers with; everything else is 404. */
export interface WebOptions {
  readonly port: number;
  /** Sentences about what keeps this process from serving; empty when it is ready. */
  readonly problems: () => Promise<readonly string[]>;
  /** Takes an update of a bot by webhook. Null: this installation polls. */
  readonly telegram: {
    readonly secret: string;
    readonly accept: (bot: string, update: unknown) => Promise<boolean>;
  } | null;
  /** What people are given a secret address of. */
  readonly pages: Pages;
}

/** A running web server. */
export interface Web {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

const longestBody = 1024 * 1024;

/** Health for whoever watches the process, the entrance for Telegram's webhooks, and the pages with secret addresses. */
export function webApp(options: Omit<WebOptions, 'port'>): Hono {
  const app = new Hono();
  // An address can be a secret, so nothing of a request that failed is written anywhere.
  app.onError((error, context) => (error instanceof HTTPException ? error.getResponse() : context.body(null, 503)));
  app.get('/healthz', (context) => context.json({ ok: true }));
  app.get('/readyz', async (context) => {
    const problems = await options.problems();
    return context.json({ ok: problems.length === 0, problems }, problems.length === 0 ? 200 : 503);
  });
  app.post('/telegram/:bot', bodyLimit({ maxSize: longestBody }), async (context) => {
    const { telegram } = options;
    const given = context.req.header('x-telegram-bot-api-secret-token') ?? '';
    if (telegram === null || !sameSecret(given, telegram.secret)) return context.json({ ok: false }, 401);
    const update: unknown = await context.req.json().catch(() => null);
    if (update === null) return context.json({ ok: false }, 400);
    // Only a stored update is answered with 200; anything else makes the platform send it again.
    const accepted = await telegram.accept(context.req.param('bot'), update).catch(() => null);
    if (accepted === null) return context.json({ ok: false }, 503);
    return context.json({ ok: accepted }, accepted ? 200 : 404);
  });
  servePages(app, options.pages);
  return app;
}

function sameSecret(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Serves the app. Port 0 takes any free one. */
export function startWeb(options: WebOptions): Promise<Web> {
  const app = webApp(options);
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port: options.port }, (info) => {
      resolve({
        port: info.port,
        stop: () => new Promise((done) => server.close(() => done())),
      });
    });
    server.once('error', reject);
  });
}
