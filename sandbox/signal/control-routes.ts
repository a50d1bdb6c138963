import type { Hono } from 'hono';
import { z } from 'zod';
import { control, ControlError, jsonBody } from '../kit/control.ts';
import type { SandboxContext, SandboxEnv } from '../kit/server.ts';
import type { PersonHandle, SignalControl } from './control-api.ts';
import type { Room } from './rest.ts';
import { settingsPatchSchema } from './settings.ts';
import type { SeenChat } from './view.ts';

const chat = z.string().optional();
const stamp = z.number().int();
const author = z.string().optional();
const target = { chat, timestamp: stamp, author };
const file = z.strictObject({
  base64: z.string(),
  contentType: z.string().optional(),
  filename: z.string().optional(),
  voiceNote: z.boolean().optional(),
});
const style = z.strictObject({
  start: z.number().int(),
  length: z.number().int(),
  style: z.enum(['BOLD', 'ITALIC', 'STRIKETHROUGH', 'MONOSPACE', 'SPOILER']),
});
const personInput = z.strictObject({
  name: z.string().min(1),
  aci: z.uuid().optional(),
  number: z
    .string()
    .regex(/^\+\d{6,15}$/)
    .optional(),
  online: z.boolean().optional(),
  sharesNumber: z.boolean().optional(),
  registered: z.boolean().optional(),
  readReceipts: z.boolean().optional(),
  hasWritten: z.boolean().optional(),
});
const writeInput = z.strictObject({
  chat,
  text: z.string().optional(),
  styles: z.array(style).optional(),
  mentions: z
    .array(z.strictObject({ start: z.number().int(), length: z.number().int(), author: z.string() }))
    .optional(),
  quote: z.strictObject({ timestamp: stamp, author, text: z.string().optional() }).optional(),
  files: z.array(file).optional(),
  sticker: z.strictObject({ packId: z.string(), stickerId: z.number().int() }).optional(),
  contact: z.strictObject({ name: z.string(), number: z.string() }).optional(),
  preview: z.strictObject({ url: z.string(), title: z.string(), description: z.string() }).optional(),
  poll: z
    .strictObject({ question: z.string(), options: z.array(z.string()), multiple: z.boolean().optional() })
    .optional(),
  viewOnce: z.boolean().optional(),
});
const seeInput = z.strictObject({ chat });
/** Waits until the last messages hold the text (in a message, a poll's question or an option), are at least that many, or a poll is closed. */
const waitInput = z.strictObject({
  chat,
  textIncludes: z.string().optional(),
  atLeast: z.number().int().optional(),
  since: stamp.optional(),
  timeoutMs: z.number().int().min(0).max(60_000).default(5000),
});

type Act = (context: SandboxContext, who: PersonHandle, input: unknown) => Promise<Response>;

/** One act of a person over HTTP: what it takes and what it does. A number it returns is the timestamp of what was sent. */
function act<T>(schema: z.ZodType<T>, run: (who: PersonHandle, input: T) => unknown): Act {
  return (context, who, input) =>
    control(context, schema, input, async (value) => {
      const result = await run(who, value);
      return typeof result === 'number' ? { timestamp: result } : result;
    });
}

/** `POST /control/signal/people/:aci/<act>`, with the act's fields as the JSON body. */
const ACTS: Readonly<Record<string, Act>> = {
  write: act(writeInput, (who, input) => who.write(input)),
  'voice-note': act(z.strictObject({ chat, base64: z.string().optional() }), (who, input) => who.voiceNote(input)),
  react: act(z.strictObject({ ...target, emoji: z.string().min(1), remove: z.boolean().optional() }), (who, input) =>
    who.react(input),
  ),
  vote: act(z.strictObject({ ...target, options: z.array(z.number().int()) }), (who, input) => who.vote(input)),
  edit: act(z.strictObject({ chat, timestamp: stamp, text: z.string() }), (who, input) => who.edit(input)),
  delete: act(z.strictObject({ chat, timestamp: stamp }), (who, input) => who.delete(input)),
  type: act(z.strictObject({ chat, stopped: z.boolean().optional() }), (who, input) => who.type(input)),
  read: act(z.strictObject({ timestamps: z.array(stamp), viewed: z.boolean().optional() }), (who, input) =>
    who.read(input),
  ),
  acknowledge: act(z.strictObject({ timestamps: z.array(stamp) }), (who, input) => who.acknowledge(input.timestamps)),
  timer: act(z.strictObject({ chat, seconds: z.number().int().min(0) }), (who, input) => who.setTimer(input)),
  pin: act(z.strictObject(target), (who, input) => who.pin(input)),
  story: act(z.strictObject({ text: z.string().optional() }), (who, input) => who.story(input)),
  call: act(z.strictObject({}), (who) => who.call()),
  resend: act(z.strictObject({ chat, timestamp: stamp }), (who, input) => who.resend(input)),
  unreadable: act(z.strictObject({ type: z.string().optional(), message: z.string().optional() }), (who, input) =>
    who.unreadable(input),
  ),
  online: act(z.strictObject({ online: z.boolean() }), (who, input) => who.setOnline(input.online)),
  registered: act(z.strictObject({ registered: z.boolean() }), (who, input) => who.setRegistered(input.registered)),
  block: act(z.strictObject({ blocked: z.boolean() }), (who, input) => who.block(input.blocked)),
  'change-identity': act(z.strictObject({}), (who) => who.changeIdentity()),
  see: act(seeInput, (who, input) => who.see(input.chat)),
  'wait-for': act(waitInput, (who, input) => who.waitFor((seen) => isThere(seen, input), input.timeoutMs, input.chat)),
};

/**
 * The control routes under `/control/signal`: people and their acts, groups, sockets, settings, raw frames. Bodies and answers are JSON; what
 * does not parse or cannot be done is a 400 `{error}`. Whatever is posted is noted in the ledger before it is done.
 */
export function mountControl(app: Hono<SandboxEnv>, room: Room, api: SignalControl): void {
  const { ledger } = room.world.kit;
  app.use('/control/signal/*', async (context, next) => {
    const [first = '', aci, act] = context.req.path.replace('/control/signal/', '').split('/');
    const method = first === 'people' && act !== undefined ? act : first;
    const chat = act === undefined ? {} : { chat: aci ?? '' };
    if (context.req.method === 'POST') {
      const params = await jsonBody(context);
      ledger.append({ platform: 'signal', kind: 'act', method, params, applied: true, ...chat });
    }
    await next();
  });
  app.get('/control/signal/people', (context) => context.json({ people: api.people() }));
  app.post('/control/signal/people', async (context) =>
    control(context, personInput, await jsonBody(context), (input) => api.addPerson(input)),
  );
  app.post('/control/signal/people/:aci/:act', async (context) => {
    const name = context.req.param('act');
    const run = ACTS[name];
    const input = (await jsonBody(context)) ?? {};
    return control(context, z.unknown(), input, async () => {
      if (run === undefined)
        throw new ControlError(`there is no act "${name}"; there are ${Object.keys(ACTS).join(', ')}`);
      const who = api.person(context.req.param('aci'));
      const response = await run(context, who, input);
      const answer: unknown = await response.json();
      if (response.status !== 200) throw new ControlError(errorOf(answer));
      return answer;
    });
  });
  mountGroupControl(app, api);
  mountNetworkControl(app, api);
}

function mountGroupControl(app: Hono<SandboxEnv>, api: SignalControl): void {
  const created = z.strictObject({ name: z.string(), members: z.array(z.string()), admin: z.string().optional() });
  app.get('/control/signal/groups', (context) => context.json({ groups: api.groups() }));
  app.post('/control/signal/groups', async (context) =>
    control(context, created, await jsonBody(context), (input) => api.addGroup(input.name, input.members, input.admin)),
  );
  const moved = z.strictObject({ group: z.string(), aci: z.string() });
  app.post('/control/signal/groups/join', async (context) =>
    control(context, moved, await jsonBody(context), (input) => api.join(input.group, input.aci)),
  );
  app.post('/control/signal/groups/leave', async (context) =>
    control(context, moved, await jsonBody(context), (input) => api.leave(input.group, input.aci)),
  );
}

function mountNetworkControl(app: Hono<SandboxEnv>, api: SignalControl): void {
  const raw = z.union([z.strictObject({ frame: z.unknown() }), z.strictObject({ raw: z.string() })]);
  app.post('/control/signal/inject', async (context) =>
    control(context, raw, await jsonBody(context), (input) =>
      'raw' in input ? api.injectRaw(input.raw) : api.inject(input.frame),
    ),
  );
  const own = z.strictObject({ to: z.string(), text: z.string() });
  app.post('/control/signal/own-device', async (context) =>
    control(context, own, await jsonBody(context), (input) => ({ timestamp: api.ownDeviceWrites(input) })),
  );
  app.get('/control/signal/sockets', (context) => context.json(api.sockets()));
  const what = z.strictObject({ do: z.enum(['drop', 'stall', 'restart', 'down', 'up']) });
  app.post('/control/signal/sockets', async (context) =>
    control(context, what, await jsonBody(context), (input) => {
      if (input.do === 'drop') api.dropSockets();
      else if (input.do === 'stall') api.stallSockets();
      else if (input.do === 'restart') api.restart();
      else api.setDown(input.do === 'down');
      return api.sockets();
    }),
  );
  app.get('/control/signal/settings', (context) => context.json(api.settings()));
  app.post('/control/signal/settings', async (context) =>
    control(context, settingsPatchSchema, await jsonBody(context), (patch) => api.configure(patch)),
  );
  app.get('/control/signal/challenges', (context) => context.json({ tokens: api.challenges() }));
  const twist = z.strictObject({ twist: z.enum(['429-but-delivered']) });
  app.post('/control/signal/next-send', async (context) =>
    control(context, twist, await jsonBody(context), (input) => api.nextSend(input.twist)),
  );
}

function isThere(seen: SeenChat, wanted: z.output<typeof waitInput>): boolean {
  const messages = seen.messages.filter((message) => message.timestamp > (wanted.since ?? 0));
  const { textIncludes } = wanted;
  const said = (message: SeenChat['messages'][number]): string =>
    [message.text, message.poll?.question ?? '', ...(message.poll?.options ?? []).map((option) => option.text)].join(
      '\n',
    );
  return (
    messages.length >= (wanted.atLeast ?? 1) &&
    (textIncludes === undefined || messages.some((message) => said(message).includes(textIncludes)))
  );
}

function errorOf(answer: unknown): string {
  const fields: Readonly<Record<string, unknown>> = typeof answer === 'object' && answer !== null ? { ...answer } : {};
  return String(fields['error']);
}
