import type { Hono } from 'hono';
import { z } from 'zod';
import type { SandboxEnv } from '../kit/server.ts';
import { attempt, rateLimited, readAudience, withoutChallenge } from './audience.ts';
import type { SendResult } from './audience.ts';
import { readOutgoing } from './files.ts';
import { EMPTY_CONTENT } from './model.ts';
import type { Content, Mention } from './model.ts';
import { edit, effect, post, removeForAll } from './outgoing.ts';
import { ApiError, DONE, route } from './rest.ts';
import type { Room } from './rest.ts';
import { parseStyledText } from './text-styles.ts';
import { aciOf, findEntry } from './world.ts';
import type { World } from './world.ts';

const mention = z.object({ start: z.number().int(), length: z.number().int(), author: z.string() });
const text = z.string().default('');
const stamp = z.number().int();

/** The body of `/v2/send`. `recipient` is an undocumented fallback of upstream's. */
const sendSchema = z.object({
  number: text,
  recipients: z.array(z.string()).nullish(),
  recipient: text,
  message: text,
  text_mode: z.string().nullish(),
  base64_attachments: z.array(z.string()).nullish(),
  sticker: text,
  mentions: z.array(mention).nullish(),
  quote_timestamp: stamp.nullish(),
  quote_author: z.string().nullish(),
  quote_message: z.string().nullish(),
  quote_mentions: z.array(mention).nullish(),
  edit_timestamp: stamp.nullish(),
  notify_self: z.boolean().nullish(),
  link_preview: z.object({ url: text, title: text, description: text, base64_thumbnail: text }).nullish(),
  view_once: z.boolean().nullish(),
});
type SendBody = z.output<typeof sendSchema>;

const reactionSchema = z.object({ recipient: text, reaction: text, target_author: text, timestamp: stamp.default(0) });
const deleteSchema = z.object({ recipient: text, timestamp: stamp.default(0) });
const receiptSchema = z.object({ recipient: text, receipt_type: text, timestamp: stamp.default(0) });
const typingSchema = z.object({ recipient: text });

/** Sending, reacting, deleting, receipts and typing. */
export function mountMessages(app: Hono<SandboxEnv>, room: Room): void {
  const { world } = room;
  route(app, room, ['POST', '/v2/send'], sendSchema, (body) => send(room, body));
  route(app, room, ['POST', '/v1/reactions/{number}'], reactionSchema, (body) => {
    if (body.recipient === '') throw missing('recipient');
    if (body.reaction === '') throw missing('reaction');
    return react(room, body, body.reaction);
  });
  route(app, room, ['DELETE', '/v1/reactions/{number}'], reactionSchema, (body) => {
    if (body.recipient === '') throw missing('recipient');
    return react(room, body, null);
  });
  route(app, room, ['DELETE', '/v1/remote-delete/{number}'], deleteSchema, (body) => {
    if (body.recipient === '') throw missing('recipient');
    if (body.timestamp === 0) throw missing('timestamp');
    const reached = reach(room, body.recipient);
    const timestamp = removeForAll(world, room.sockets, reached, body.timestamp);
    return { status: 201, body: { timestamp: String(timestamp) }, applied: true };
  });
  route(app, room, ['POST', '/v1/receipts/{number}'], receiptSchema, (body) => {
    if (body.recipient === '') throw missing('recipient');
    if (body.receipt_type !== 'read' && body.receipt_type !== 'viewed')
      throw new ApiError(400, "Couldn't process request - receipt type must be read or viewed");
    if (body.timestamp === 0) throw missing('timestamp');
    for (const { chat } of reach(room, body.recipient).delivered)
      effect(world, `receipt ${body.receipt_type}`, chat, { timestamp: body.timestamp });
    return DONE;
  });
  for (const method of ['PUT', 'DELETE'] as const)
    route(app, room, [method, '/v1/typing-indicator/{number}'], typingSchema, (body) => {
      for (const { chat } of reach(room, body.recipient).delivered) {
        if (method === 'PUT') world.typing.add(chat);
        else world.typing.delete(chat);
        world.changed();
      }
      return DONE;
    });
}

/** The chats of a single-recipient route; a rate limit is a plain 400 there. */
export function reach(room: Room, recipient: string): ReturnType<typeof attempt> {
  return withoutChallenge(() => attempt(room.world, room.limits, readAudience(room.world, [recipient])));
}

/** The wrapper's answer to an empty field. */
export function missing(field: string): ApiError {
  return new ApiError(400, `Couldn't process request - ${field} missing`);
}

function send(room: Room, body: SendBody): { status: number; body: unknown; applied: boolean } {
  const { world, sockets } = room;
  const recipients = [...(body.recipients ?? []), ...(body.recipient === '' ? [] : [body.recipient])];
  if (recipients.length === 0)
    throw new ApiError(400, "Couldn't process request - please provide at least one recipient");
  if (body.number === '') throw new ApiError(400, "Couldn't process request - please provide a valid number");
  if (body.sticker !== '' && !body.sticker.includes(':'))
    throw new ApiError(400, "Couldn't process request - please provide valid sticker delimiter");
  if (body.number !== world.account.number) throw new ApiError(400, 'Specified account does not exist');
  const audience = readAudience(world, recipients);
  const content = readContent(world, body);
  const reached = attempt(world, room.limits, audience);
  const timestamp =
    typeof body.edit_timestamp === 'number'
      ? edit(world, sockets, reached, body.edit_timestamp, content)
      : post(world, sockets, reached, content);
  if (room.twists.shift() === '429-but-delivered') {
    const { status, message, details } = rateLimited(world, ['']);
    return { status, body: { error: message, ...details }, applied: true };
  }
  return { status: 201, body: sendAnswer(world, timestamp, reached.failures), applied: true };
}

/** One object, or a list of one: there is only ever one kind of recipient in a call. Failures of some recipients ride along. */
function sendAnswer(world: World, timestamp: number, failures: readonly SendResult[]): unknown {
  const one = { timestamp: String(timestamp), ...(failures.length === 0 ? {} : { errors: { recipients: failures } }) };
  return world.settings.sendAnswer === 'list' ? [one] : one;
}

/** The content of a send. Texts of any length are fine: signal-cli moves what exceeds 2,000 characters into an attachment phones show inline. */
function readContent(world: World, body: SendBody): Content {
  checkPreview(body);
  const styled = body.text_mode === 'styled' ? parseStyledText(body.message) : { text: body.message, styles: [] };
  const files = (body.base64_attachments ?? []).map((file) => readOutgoing(world, file));
  const quoted = typeof body.quote_timestamp === 'number';
  if (styled.text === '' && files.length === 0 && body.sticker === '' && !quoted) {
    const needed = 'either a message, attachment or sticker must be given.';
    throw new ApiError(400, `Sending empty message is not allowed, ${needed}`);
  }
  return {
    ...EMPTY_CONTENT,
    ...styled,
    mentions: (body.mentions ?? []).map(({ start, length, author }): Mention => ({
      start,
      length,
      author: aciOf(world, author) ?? author,
    })),
    quote: quoted ? readQuote(world, body) : null,
    files,
    sticker: readSticker(body.sticker),
    preview: body.link_preview ?? null,
    viewOnce: body.view_once ?? false,
  };
}

function readQuote(world: World, body: SendBody): Content['quote'] {
  const author = body.quote_author ?? '';
  const aci = aciOf(world, author);
  if (aci === null) throw new ApiError(400, `The user ${author} is not registered.`);
  return { author: aci, timestamp: body.quote_timestamp ?? 0, text: body.quote_message ?? '' };
}

function readSticker(sticker: string): Content['sticker'] {
  if (sticker === '') return null;
  const parts = /^((?:[\da-f]{2})+):(\d+)$/.exec(sticker);
  if (parts?.[1] === undefined)
    throw new ApiError(400, `Invalid sticker syntax (${sticker}) expected 'stickerPackId:stickerId'`);
  return { packId: parts[1], stickerId: Number(parts[2]) };
}

function checkPreview(body: SendBody): void {
  const preview = body.link_preview;
  if (preview === null || preview === undefined) return;
  if (preview.url === '') throw new ApiError(400, 'Please provide a valid Link Preview URL');
  if (!preview.url.startsWith('https')) throw new ApiError(400, 'Link Preview URL must start with https://..');
  if (preview.title === '') throw new ApiError(400, 'Please provide a valid Link Preview Title');
  if (!body.message.includes(preview.url)) throw new ApiError(400, 'Link Preview URL is missing in the message!');
}

/** `emoji: null` takes the account's reaction back. Phones ignore a reaction to a message they do not know. */
function react(room: Room, body: z.output<typeof reactionSchema>, emoji: string | null): typeof DONE {
  const { world } = room;
  if (body.target_author === '') throw missing('target_author');
  if (body.timestamp === 0) throw missing('timestamp');
  const author = aciOf(world, body.target_author);
  if (author === null) throw new ApiError(400, `The user ${body.target_author} is not registered.`);
  for (const { chat } of reach(room, body.recipient).delivered) {
    const entry = findEntry(world, author, body.timestamp, chat);
    if (entry !== null && emoji !== null) entry.reactions.set(world.account.aci, emoji);
    if (entry !== null && emoji === null) entry.reactions.delete(world.account.aci);
    effect(world, entry === null ? 'reaction ignored' : 'reaction', chat, { author, timestamp: body.timestamp, emoji });
  }
  return DONE;
}
