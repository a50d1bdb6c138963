import type { Hono } from 'hono';
import { z } from 'zod';
import { control, jsonBody } from '../kit/control.ts';
import type { Kit } from '../kit/kit.ts';
import type { SandboxEnv } from '../kit/server.ts';
import type { GoogleControl } from './control.ts';
import { REFUSALS } from './errors.ts';

const calendar = z.string();
const account = z.string().optional();
const role = z.enum(['reader', 'writer', 'owner', 'none']);
const fields = z.record(z.string(), z.unknown());
const count = z.number().int().min(1).optional();

type Mount = (app: Hono<SandboxEnv>, kit: Kit, google: GoogleControl, name: string) => void;

/** Binds a schema to what is done with what it parses, so that a table of operations keeps both in step. */
function operation<T>(schema: z.ZodType<T>, run: (google: GoogleControl, input: T) => unknown): Mount {
  return (app, kit, google, name) => {
    app.post(`/control/google/${name}`, async (context) =>
      control(context, schema, await jsonBody(context), (input) => {
        const result = run(google, input);
        kit.ledger.append({ platform: 'google', kind: 'act', method: name, params: input, applied: true });
        return result;
      }),
    );
  };
}

/** `POST /control/google/<name>`: the name is the in-process method's. */
const OPERATIONS: Readonly<Record<string, Mount>> = {
  createAccount: operation(z.strictObject({ email: z.email() }), (google, { email }) => google.createAccount(email)),
  withdrawKeys: operation(z.strictObject({ account }), (google, input) => google.withdrawKeys(input.account)),
  revokeTokens: operation(z.strictObject({}), (google) => google.revokeTokens()),
  createCalendar: operation(
    z.strictObject({
      id: z.string().optional(),
      summary: z.string(),
      timeZone: z.string().optional(),
      share: role.optional(),
    }),
    (google, input) => google.createCalendar(input),
  ),
  share: operation(z.strictObject({ calendar, role, account }), (google, input) =>
    google.share(input.calendar, input.role, input.account),
  ),
  deleteCalendar: operation(z.strictObject({ calendar }), (google, input) => google.deleteCalendar(input.calendar)),
  write: operation(z.strictObject({ calendar, event: fields }), (google, input) =>
    google.write(input.calendar, input.event),
  ),
  edit: operation(z.strictObject({ calendar, id: z.string(), fields }), (google, input) =>
    google.edit(input.calendar, input.id, input.fields),
  ),
  remove: operation(z.strictObject({ calendar, id: z.string() }), (google, input) =>
    google.remove(input.calendar, input.id),
  ),
  refuse: operation(
    z.strictObject({
      reason: z.enum(REFUSALS),
      method: z.string().optional(),
      calendar: calendar.optional(),
      nth: count,
      times: count,
      retryAfterSeconds: z.number().int().min(0).optional(),
    }),
    (google, input) => ({ id: google.refuse(input) }),
  ),
};

const eventsQuery = z.strictObject({
  cancelled: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional(),
});

/** Mounts the operations and the reads: `GET credentials`, `GET calendars/:id/events?cancelled=`. */
export function mountGoogleControl(app: Hono<SandboxEnv>, kit: Kit, google: GoogleControl): void {
  for (const [name, mount] of Object.entries(OPERATIONS)) mount(app, kit, google, name);
  app.get('/control/google/credentials', (context) => context.body(google.credentials()));
  app.get('/control/google/calendars/:id/events', (context) =>
    control(context, eventsQuery, context.req.query(), ({ cancelled }) => ({
      events: google.events(context.req.param('id'), cancelled),
    })),
  );
}
