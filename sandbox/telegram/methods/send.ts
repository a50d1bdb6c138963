import { writableChat } from '../access.ts';
import { badRequest } from '../errors.ts';
import { asObject, bare, optionalFlag, requiredInteger } from '../fields.ts';
import { fileReference, photoSizes, receiveFile } from '../files.ts';
import { readMarkup } from '../keyboards.ts';
import type { Markup } from '../keyboards.ts';
import { userById } from '../members.ts';
import { post } from '../messages.ts';
import { flag, integer, json } from '../params.ts';
import { findMessage } from '../access.ts';
import { readCaption, readText } from '../texts.ts';
import type { WireContent, WireMessage } from '../wire.ts';
import { touched } from '../world.ts';
import type { Chat, StoredMessage } from '../world.ts';
import type { Call, Method } from './method.ts';

const ACTIONS: ReadonlySet<string> = new Set([
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
]);
/** An action fades after five seconds (Bot API 10.1, sendChatAction). */
const ACTION_MS = 5000;

/** Whether the chat named is a private one: their ids are positive. */
export function namesPrivateChat(call: Call): boolean {
  return !(call.params.values.get('chat_id') ?? '').startsWith('-');
}

/**
 * Sends what was read: checks keyboard, chat, thread, reply and rate in the platform's order, then puts the message into the chat. `content`
 * must already be valid.
 */
export function deliver(call: Call, content: WireContent): WireMessage {
  const { world, bot, params } = call;
  const markup = readMarkup(params, namesPrivateChat(call));
  const chat = writableChat(world, bot, params);
  if ((integer(params, 'message_thread_id') ?? 0) > 0) throw badRequest('message thread not found');
  const replyTo = readReply(call, chat);
  call.rates.message(bot.user.id, chat);
  applyReplyKeyboard(chat, markup);
  const keyboard =
    markup.kind === 'inline' && markup.keyboard.inline_keyboard.length > 0 ? { reply_markup: markup.keyboard } : {};
  const protection = flag(params, 'protect_content') ? { has_protected_content: true as const } : {};
  return post(world, chat, { from: bot.user, content: { ...content, ...keyboard, ...protection }, replyTo }).wire;
}

function applyReplyKeyboard(chat: Chat, markup: Markup): void {
  if (markup.kind === 'reply') chat.replyKeyboard = markup.raw;
}

function readReply(call: Call, chat: Chat): StoredMessage | undefined {
  const value = json(call.params, 'reply_parameters', 'reply parameters');
  const old = integer(call.params, 'reply_to_message_id');
  if (value === undefined && old === undefined) return undefined;
  const reply =
    value === undefined ? { message_id: old } : asObject(value, badRequest('object expected as reply parameters'));
  const message = findMessage(chat, requiredInteger(reply, 'message_id', bare));
  if (message === undefined && !optionalFlag(reply, 'allow_sending_without_reply', bare))
    throw badRequest('message to be replied not found');
  return message;
}

function sendMessage(call: Call): unknown {
  const { text, entities } = readText(call.params, (id) => userById(call.world, id));
  const preview = json(call.params, 'link_preview_options', 'link preview options');
  if (preview !== undefined) {
    const options = asObject(preview, badRequest('object expected as link preview options'));
    for (const name of ['is_disabled', 'prefer_small_media', 'prefer_large_media', 'show_above_text'])
      optionalFlag(options, name, bare);
  }
  return deliver(call, {
    text,
    ...(entities.length === 0 ? {} : { entities }),
    ...(preview === undefined || preview === null ? {} : { link_preview_options: Object(preview) }),
  });
}

function captionOf(call: Call): WireContent {
  const caption = readCaption(call.params, (id) => userById(call.world, id));
  if (caption === undefined) return {};
  return { caption: caption.text, ...(caption.entities.length === 0 ? {} : { caption_entities: caption.entities }) };
}

function sendDocument(call: Call): unknown {
  const file = receiveFile(call, 'document');
  return deliver(call, {
    document: { ...fileReference(file), file_name: file.name, mime_type: file.mime },
    ...captionOf(call),
  });
}

function sendPhoto(call: Call): unknown {
  return deliver(call, { photo: photoSizes(receiveFile(call, 'photo')), ...captionOf(call) });
}

function sendVoice(call: Call): unknown {
  const file = receiveFile(call, 'voice');
  const voice = { ...fileReference(file), duration: integer(call.params, 'duration') ?? 1, mime_type: file.mime };
  return deliver(call, { voice, ...captionOf(call) });
}

function sendContact(call: Call): unknown {
  const phone = call.params.values.get('phone_number');
  const name = call.params.values.get('first_name');
  if (phone === undefined) throw badRequest('phone number must be non-empty');
  if (name === undefined) throw badRequest('first name must be non-empty');
  return deliver(call, { contact: { phone_number: phone, first_name: name } });
}

function sendLocation(call: Call): unknown {
  const latitude = Number(call.params.values.get('latitude'));
  const longitude = Number(call.params.values.get('longitude'));
  if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180))
    throw badRequest('wrong latitude or longitude specified');
  return deliver(call, { location: { latitude, longitude } });
}

function sendChatAction(call: Call): unknown {
  const action = call.params.values.get('action') ?? '';
  if (!ACTIONS.has(action)) throw badRequest('wrong parameter action in request');
  const chat = writableChat(call.world, call.bot, call.params);
  chat.typing = { action, until: call.world.kit.clock.now() + ACTION_MS };
  touched(call.world);
  return true;
}

function sendMessageDraft(call: Call): unknown {
  const chat = writableChat(call.world, call.bot, call.params);
  if (chat.kind !== 'private') throw badRequest('chat must be a private chat');
  if ((integer(call.params, 'draft_id') ?? 0) === 0) throw badRequest('draft identifier must be non-zero');
  call.world.drafts.set(chat.key, call.params.values.get('text') ?? '');
  touched(call.world);
  return true;
}

/** Everything that puts a new message into a chat, polls and copies apart. */
export const sendMethods: Readonly<Record<string, Method>> = {
  sendMessage,
  sendDocument,
  sendPhoto,
  sendVoice,
  sendContact,
  sendLocation,
  sendChatAction,
  sendMessageDraft,
};
