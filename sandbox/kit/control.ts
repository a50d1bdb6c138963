import type { Hono } from 'hono';
import { z } from 'zod';
import { faultRuleSchema } from './faults.ts';
import type { Kit } from './kit.ts';
import type { SandboxContext, SandboxEnv } from './server.ts';

/** A control call that cannot be done (no such chat, no such button): answered as 400 with `{error}` and thrown in process. */
export class ControlError extends Error {
  override readonly name = 'ControlError';
}

const clockMove = z.union([
  z.strictObject({ advanceMs: z.number().int().min(0) }),
  z.strictObject({ to: z.iso.datetime({ offset: true }) }),
]);
const ledgerQuery = z.strictObject({
  since: z.string().regex(/^\d+$/).transform(Number).optional(),
  limit: z.string().regex(/^\d+$/).transform(Number).optional(),
  platform: z.string().optional(),
  kind: z.string().optional(),
  method: z.string().optional(),
  chat: z.string().optional(),
});
/** One rule or a list of them. */
const faultRules = z.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(faultRuleSchema));

/**
 * The control routes every emulated service has on its own port, under `/control`: `GET /ledger`, `GET|POST|DELETE /faults`,
 * `DELETE /faults/:id`, `GET|POST /clock`. Bodies and answers are JSON; what does not parse is a 400 `{error}`.
 */
export function mountKitControl(app: Hono<SandboxEnv>, kit: Kit): void {
  app.get('/control/ledger', (context) =>
    control(context, ledgerQuery, context.req.query(), (query) => ({
      entries: kit.ledger.entries(query),
      last: kit.ledger.lastSeq(),
    })),
  );
  app.get('/control/faults', (context) => context.json({ faults: kit.faults.list() }));
  app.post('/control/faults', async (context) =>
    control(context, faultRules, await jsonBody(context), (rules) => ({ ids: kit.faults.add(...rules) })),
  );
  app.delete('/control/faults', (context) => {
    kit.faults.clear();
    return context.json({ ok: true });
  });
  app.delete('/control/faults/:id', (context) => {
    kit.faults.clear(Number(context.req.param('id')));
    return context.json({ ok: true });
  });
  app.get('/control/clock', (context) => context.json(clockState(kit)));
  app.post('/control/clock', async (context) =>
    control(context, clockMove, await jsonBody(context), (move) => {
      moveClock(kit, move);
      return clockState(kit);
    }),
  );
}

/** Parses what a control call brought, does it and answers JSON: 400 with `{error}` when it does not parse or cannot be done. */
export async function control<T>(
  context: SandboxContext,
  schema: z.ZodType<T>,
  input: unknown,
  run: (value: T) => unknown,
): Promise<Response> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) return context.json({ error: z.prettifyError(parsed.error) }, 400);
  try {
    return context.json((await run(parsed.data)) ?? { ok: true });
  } catch (error) {
    if (error instanceof ControlError || error instanceof RangeError)
      return context.json({ error: error.message }, 400);
    throw error;
  }
}

/** The body as JSON, or undefined when it is none: the schema then says what was expected. */
export async function jsonBody(context: SandboxContext): Promise<unknown> {
  const text = await context.req.text();
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

function moveClock(kit: Kit, move: z.output<typeof clockMove>): void {
  if ('advanceMs' in move) kit.clock.advance(move.advanceMs);
  else kit.clock.moveTo(Date.parse(move.to));
  kit.ledger.append({ platform: 'sandbox', kind: 'act', method: 'clock', params: move, applied: true });
}

function clockState(kit: Kit): { now: string; offsetMs: number } {
  return { now: new Date(kit.clock.now()).toISOString(), offsetMs: kit.clock.offsetMs() };
}
