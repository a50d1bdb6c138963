import { findMessage, writableChat } from '../access.ts';
import { badRequest } from '../errors.ts';
import { readMarkup } from '../keyboards.ts';
import { userById } from '../members.ts';
import { parseJson } from '../params.ts';
import { readCaption, readText } from '../texts.ts';
import type { WireContent, WireInlineKeyboard, WireMessage } from '../wire.ts';
import { isAdmin, touched, unixNow } from '../world.ts';
import type { Chat, StoredMessage } from '../world.ts';
import { messageId } from './method.ts';
import type { Call, Method } from './method.ts';
import { namesPrivateChat } from './send.ts';

const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';
const DELETABLE_SECONDS = 48 * 3600;

/** The bot's own message that a call wants to edit, and its chat. */
function ownMessage(call: Call): { chat: Chat; message: StoredMessage } {
  if (call.params.values.has('inline_message_id')) throw badRequest('invalid inline message identifier specified');
  if (!call.params.values.has('message_id')) throw badRequest('message identifier is not specified');
  const chat = writableChat(call.world, call.bot, call.params);
  const message = findMessage(chat, messageId(call));
  if (message === undefined) throw badRequest('message to edit not found');
  if (message.wire.from?.id !== call.bot.user.id) throw badRequest("message can't be edited");
  return { chat, message };
}

function newKeyboard(call: Call): WireInlineKeyboard | undefined {
  const markup = readMarkup(call.params, namesPrivateChat(call));
  if (markup.kind === 'reply') throw badRequest('inline keyboard expected');
  return markup.kind === 'inline' && markup.keyboard.inline_keyboard.length > 0 ? markup.keyboard : undefined;
}

/** Replaces what is named; a keyboard that is not sent again is removed, as the platform does. */
function replace(
  call: Call,
  found: { chat: Chat; message: StoredMessage },
  content: WireContent,
  drop: readonly (keyof WireContent)[],
): WireMessage {
  const { wire } = found.message;
  const keyboard = newKeyboard(call);
  const kept = Object.fromEntries(
    Object.entries(wire).filter(([name]) => name !== 'reply_markup' && !drop.some((dropped) => dropped === name)),
  );
  const next: WireMessage = {
    message_id: wire.message_id,
    date: wire.date,
    chat: wire.chat,
    ...kept,
    ...content,
    ...(keyboard === undefined ? {} : { reply_markup: keyboard }),
  };
  if (JSON.stringify(visible(next)) === JSON.stringify(visible(wire))) throw badRequest(NOT_MODIFIED);
  call.rates.edit(call.bot.user.id, found.chat);
  // Only a change of content is shown to people as an edit.
  found.message.wire = drop.length === 0 ? next : { ...next, edit_date: unixNow(call.world) };
  touched(call.world);
  return found.message.wire;
}

function visible(wire: WireMessage): unknown {
  return [wire.text, wire.entities, wire.caption, wire.caption_entities, wire.reply_markup];
}

function editMessageText(call: Call): unknown {
  const { text, entities } = readText(call.params, (id) => userById(call.world, id), 'MESSAGE_TOO_LONG');
  const found = ownMessage(call);
  if (found.message.wire.text === undefined) throw badRequest('there is no text in the message to edit');
  return replace(call, found, { text, ...(entities.length === 0 ? {} : { entities }) }, ['text', 'entities']);
}

function editMessageCaption(call: Call): unknown {
  const caption = readCaption(call.params, (id) => userById(call.world, id));
  const found = ownMessage(call);
  const { photo, document, voice } = found.message.wire;
  if (photo === undefined && document === undefined && voice === undefined)
    throw badRequest('there is no caption in the message to edit');
  const content = caption === undefined ? {} : { caption: caption.text, caption_entities: caption.entities };
  return replace(call, found, content, ['caption', 'caption_entities']);
}

function editMessageReplyMarkup(call: Call): unknown {
  return replace(call, ownMessage(call), {}, []);
}

function deleteMessage(call: Call): unknown {
  const chat = writableChat(call.world, call.bot, call.params);
  const message = findMessage(chat, messageId(call));
  if (message === undefined) throw badRequest('message to delete not found');
  if (!mayDelete(call, chat, message)) throw badRequest("message can't be deleted for everyone");
  message.deleted = true;
  touched(call.world);
  return true;
}

/** Its own and, in private, anybody's for 48 hours; an administrator, everything always. */
function mayDelete(call: Call, chat: Chat, message: StoredMessage): boolean {
  const botId = call.bot.user.id;
  if (chat.kind !== 'private' && isAdmin(chat, botId)) return true;
  const isOwn = message.wire.from?.id === botId;
  return (isOwn || chat.kind === 'private') && unixNow(call.world) - message.wire.date <= DELETABLE_SECONDS;
}

function deleteMessages(call: Call): unknown {
  const ids = parseJson(call.params.values.get('message_ids') ?? '');
  if (!Array.isArray(ids) || ids.length === 0) throw badRequest('message identifiers are not specified');
  if (ids.length > 100) throw badRequest('too many message identifiers specified');
  const chat = writableChat(call.world, call.bot, call.params);
  const messages = ids.map((id) => findMessage(chat, Number(id))).filter((message) => message !== undefined);
  if (messages.some((message) => !mayDelete(call, chat, message)))
    throw badRequest("message can't be deleted for everyone");
  for (const message of messages) message.deleted = true;
  touched(call.world);
  return true;
}

/** Changing and removing messages. */
export const editMethods: Readonly<Record<string, Method>> = {
  editMessageText,
  editMessageCaption,
  editMessageReplyMarkup,
  deleteMessage,
  deleteMessages,
};
