import type { Hono } from 'hono';
import { z } from 'zod';
import { control, jsonBody } from '../kit/control.ts';
import type { Kit } from '../kit/kit.ts';
import type { SandboxEnv } from '../kit/server.ts';
import type { TelegramControl } from './control.ts';

const place = z.union([z.number().int(), z.string()]);
const bot = place;
const user = z.number().int();
const messageId = z.number().int();
const base64 = z.base64().optional();
const caption = z.string().optional();

const attachment = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('voice'), seconds: z.number().int().optional(), base64, caption }),
  z.strictObject({ kind: z.literal('photo'), base64, caption }),
  z.strictObject({ kind: z.literal('document'), name: z.string(), mime: z.string().optional(), base64, caption }),
  z.strictObject({ kind: z.literal('sticker'), emoji: z.string().optional() }),
  z.strictObject({ kind: z.literal('contact'), phone: z.string(), name: z.string(), userId: user.optional() }),
  z.strictObject({ kind: z.literal('location'), latitude: z.number(), longitude: z.number() }),
]);
const entity = z.strictObject({
  type: z.string(),
  offset: z.number().int(),
  length: z.number().int(),
  url: z.string().exactOptional(),
});
const limits = z.strictObject({
  privateBurst: z.number().int().exactOptional(),
  groupPerMinute: z.number().int().exactOptional(),
  botPerSecond: z.number().int().exactOptional(),
  groupEditsPerMinute: z.number().int().exactOptional(),
  slackMs: z.number().int().exactOptional(),
});

interface Operation<T> {
  readonly schema: z.ZodType<T>;
  run(telegram: TelegramControl, input: T): unknown;
}

/** Binds a schema to what is done with what it parses, so that a table of operations keeps both in step. */
function operation<T>(
  schema: z.ZodType<T>,
  run: Operation<T>['run'],
): (app: Hono<SandboxEnv>, kit: Kit, telegram: TelegramControl, name: string) => void {
  return (app, kit, telegram, name) => {
    app.post(`/control/telegram/${name}`, async (context) =>
      control(context, schema, await jsonBody(context), (input) => {
        const result = run(telegram, input);
        kit.ledger.append({ platform: 'telegram', kind: 'act', method: name, params: input, applied: true });
        return result;
      }),
    );
  };
}

/** `POST /control/telegram/<name>`: the name is the in-process method's. */
const OPERATIONS = {
  createBot: operation(
    z.strictObject({
      username: z.string(),
      token: z.string().optional(),
      firstName: z.string().optional(),
      privacy: z.boolean().optional(),
    }),
    (telegram, input) => telegram.createBot(input),
  ),
  createUser: operation(
    z.strictObject({
      firstName: z.string(),
      id: user.optional(),
      lastName: z.string().optional(),
      username: z.string().optional(),
      languageCode: z.string().optional(),
    }),
    (telegram, input) => telegram.createUser(input),
  ),
  createGroup: operation(
    z.strictObject({
      title: z.string(),
      members: z.array(user),
      bots: z.array(bot).optional(),
      admins: z.array(place).optional(),
      supergroup: z.boolean().optional(),
    }),
    (telegram, input) => telegram.createGroup(input),
  ),
  start: operation(z.strictObject({ user, bot, payload: z.string().optional() }), (telegram, { user, bot, payload }) =>
    telegram.user(user).start(bot, payload),
  ),
  write: operation(
    z.strictObject({
      user,
      to: place,
      text: z.string(),
      replyTo: messageId.optional(),
      entities: z.array(entity).optional(),
      anonymous: z.boolean().optional(),
    }),
    (telegram, { user, to, text, ...options }) => telegram.user(user).write(to, text, options),
  ),
  send: operation(
    z.strictObject({ user, to: place, attachment, replyTo: messageId.optional() }),
    (telegram, { user, to, attachment, replyTo }) => telegram.user(user).send(to, attachment, replyTo),
  ),
  edit: operation(
    z.strictObject({ user, to: place, messageId, text: z.string() }),
    (telegram, { user, to, messageId, text }) => telegram.user(user).edit(to, messageId, text),
  ),
  forward: operation(
    z.strictObject({ user, from: place, messageId, to: place }),
    (telegram, { user, from, messageId, to }) => telegram.user(user).forward(from, messageId, to),
  ),
  press: operation(
    z.strictObject({
      user,
      to: place,
      label: z.string().optional(),
      data: z.string().optional(),
      messageId: messageId.optional(),
    }),
    (telegram, { user, to, ...choice }) => telegram.user(user).press(to, choice),
  ),
  forgePress: operation(
    z.strictObject({
      user,
      bot,
      data: z.string().optional(),
      to: place.optional(),
      messageId: messageId.optional(),
      inlineMessageId: z.string().optional(),
    }),
    (telegram, { user, ...forged }) => ({ callbackQueryId: telegram.user(user).forgePress(forged) }),
  ),
  vote: operation(
    z.strictObject({ user, to: place, messageId, options: z.array(z.number().int()) }),
    (telegram, { user, to, messageId, options }) => telegram.user(user).vote(to, messageId, options),
  ),
  react: operation(
    z.strictObject({ user, to: place, messageId, emojis: z.array(z.string()) }),
    (telegram, { user, to, messageId, emojis }) => telegram.user(user).react(to, messageId, emojis),
  ),
  block: operation(z.strictObject({ user, bot }), (telegram, { user, bot }) => telegram.user(user).block(bot)),
  unblock: operation(z.strictObject({ user, bot }), (telegram, { user, bot }) => telegram.user(user).unblock(bot)),
  join: operation(z.strictObject({ user, group: user }), (telegram, { user, group }) =>
    telegram.user(user).join(group),
  ),
  leave: operation(z.strictObject({ user, group: user }), (telegram, { user, group }) =>
    telegram.user(user).leave(group),
  ),
  setMember: operation(
    z.strictObject({
      group: user,
      member: place,
      status: z.enum(['member', 'administrator', 'left', 'kicked']),
      by: user.optional(),
    }),
    (telegram, { group, member, status, by }) => telegram.setMember(group, member, status, by),
  ),
  migrate: operation(z.strictObject({ group: user }), (telegram, { group }) => telegram.migrate(group)),
  setPrivacy: operation(z.strictObject({ bot, on: z.boolean() }), (telegram, { bot, on }) =>
    telegram.setPrivacy(bot, on),
  ),
  setRateLimits: operation(z.strictObject({ limits: z.union([z.boolean(), limits]) }), (telegram, input) =>
    telegram.setRateLimits(input.limits),
  ),
  inject: operation(z.strictObject({ bot, update: z.record(z.string(), z.unknown()) }), (telegram, { bot, update }) =>
    telegram.inject(bot, update),
  ),
};

const menuQuery = z.strictObject({
  user: z.string().regex(/^\d+$/).transform(Number),
  bot: z.string(),
  group: z
    .string()
    .regex(/^-\d+$/)
    .transform(Number)
    .optional(),
});

/** Mounts the operations and the reads: `GET chats`, `GET chats/:key`, `GET files/:id`, `GET users/:id/toasts`, `GET menu?user=&bot=&group=`. */
export function mountTelegramControl(app: Hono<SandboxEnv>, kit: Kit, telegram: TelegramControl): void {
  for (const [name, mount] of Object.entries(OPERATIONS)) mount(app, kit, telegram, name);
  app.get('/control/telegram/chats', (context) => context.json({ chats: telegram.chats() }));
  app.get('/control/telegram/chats/:key', (context) =>
    control(context, z.string(), context.req.param('key'), (key) => telegram.chat(key)),
  );
  app.get('/control/telegram/files/:id', (context) =>
    control(context, z.string(), context.req.param('id'), (id) => {
      const { name, mime, bytes } = telegram.file(id);
      return { name, mime, base64: Buffer.from(bytes).toString('base64') };
    }),
  );
  app.get('/control/telegram/users/:id/toasts', (context) =>
    control(context, z.string().regex(/^\d+$/).transform(Number), context.req.param('id'), (id) => ({
      toasts: telegram.user(id).toasts(),
    })),
  );
  app.get('/control/telegram/menu', (context) =>
    control(context, menuQuery, context.req.query(), ({ user, bot, group }) => ({
      commands: telegram.user(user).menu(bot, group),
    })),
  );
}
