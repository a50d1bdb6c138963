import { InputFile, type Api } from 'grammy';
import { wait } from '../../../core/clock.ts';
import { type DeliveryOutcome } from '../../../core/channel.ts';
import { type Operation, type Outbound } from '../../../core/outbound.ts';
import { type Delivery } from '../../../core/records/dialogue.ts';
import { type MessageRef } from '../../../core/refs.ts';
import { isLost, isPhotoRefused, isReplyLost, isUnchanged, outcomeOfError, pauseNamed } from './outcome.ts';
import { decodeChat, decodeMessage, encodeMessage } from './refs.ts';
import { renderCaption, renderKeyboard, renderText, shorten } from './render.ts';

type Shown = Extract<Operation, { type: 'send' | 'edit' }>;

/** Carries out one operation by the Bot API; `api` is bound to the bot's token. */
export async function deliverTelegram(api: Api, message: Outbound, target: Delivery | null): Promise<DeliveryOutcome> {
  const chat = decodeChat(message.chat);
  if (chat === null) return { type: 'failed', code: 'telegram.bad_chat', blocked: false };
  try {
    return { type: 'done', messages: await carryOut(api, chat, message.operation, target) };
  } catch (error) {
    return outcomeOfError(error, message.bot);
  }
}

async function carryOut(
  api: Api,
  chat: number,
  operation: Operation,
  target: Delivery | null,
): Promise<readonly MessageRef[]> {
  switch (operation.type) {
    case 'send':
      return send(api, chat, operation);
    case 'file':
      return sendFile(api, chat, operation);
    case 'edit':
      return edit(api, chat, operation, target);
    case 'close':
      return close(api, chat, target);
    case 'react':
      await api.setMessageReaction(chat, decodeMessage(operation.message), [
        { type: 'emoji', emoji: knownEmoji(operation.emoji) },
      ]);
      return [];
    case 'answer':
      await answer(api, operation);
      return [];
    case 'menu':
      await api.setMyCommands(
        [...operation.commands].map(({ name, description }) => ({ command: name, description })),
        {
          scope: { type: 'chat', chat_id: chat },
        },
      );
      return [];
    case 'pin':
      await pin(api, chat, operation, target);
      return [];
    case 'leave':
      await api.leaveChat(chat);
      return [];
  }
}

/** `begun`: something of the message, its file, stands in the chat already. */
async function send(
  api: Api,
  chat: number,
  operation: Extract<Operation, { type: 'send' }>,
  begun = false,
): Promise<MessageRef[]> {
  const pieces = renderText(operation.text);
  const sent: MessageRef[] = [];
  for (const [index, piece] of pieces.entries()) {
    const last = index === pieces.length - 1;
    const options = {
      entities: piece.entities,
      disable_notification: operation.silent,
      link_preview_options: { is_disabled: true },
      ...(last && operation.rows.length > 0 ? { reply_markup: renderKeyboard(operation.rows) } : {}),
    };
    const quote =
      index === 0 && operation.replyTo !== null
        ? { reply_parameters: { message_id: decodeMessage(operation.replyTo) } }
        : {};
    const attempt = (): Promise<{ message_id: number }> =>
      api.sendMessage(chat, piece.text, { ...options, ...quote }).catch((error: unknown) => {
        if (isReplyLost(error)) return api.sendMessage(chat, piece.text, options);
        throw error;
      });
    // Once the first piece stands in the chat, those after it wait here: beginning again would repeat it.
    const result = index === 0 && !begun ? await attempt() : await patiently(attempt);
    sent.push(encodeMessage(result.message_id));
  }
  // The last piece carries the buttons, so it is the one that later edits rewrite.
  return sent.toReversed();
}

type SentFile = Extract<Operation, { type: 'file' }>;

/**
 * Words too long for a caption follow as a text of their own, whole: a caption that breaks off below a picture reads as if that
 * were all.
 */
async function sendFile(api: Api, chat: number, operation: SentFile): Promise<MessageRef[]> {
  const caption = renderCaption(operation.caption);
  const short = caption === null ? {} : { caption: caption.text, caption_entities: caption.entities };
  const { message_id } = await upload(api, chat, operation, { ...short, disable_notification: operation.silent });
  const file = encodeMessage(message_id);
  if (caption !== null) return [file];
  const words = { text: operation.caption, withoutButtons: null, rows: [], replyTo: null, poll: null };
  // One sound is enough for the two.
  return [...(await send(api, chat, { type: 'send', ...words, silent: true }, true)), file];
}

async function upload(
  api: Api,
  chat: number,
  { as, data, name }: SentFile,
  options: Parameters<Api['sendDocument']>[2] & Parameters<Api['sendPhoto']>[2],
): Promise<{ message_id: number }> {
  const file = (): InputFile => new InputFile(Buffer.from(data, 'base64'), name);
  if (as === 'document') return api.sendDocument(chat, file(), options);
  return api.sendPhoto(chat, file(), options).catch((error: unknown) => {
    if (isPhotoRefused(error)) return api.sendDocument(chat, file(), options);
    throw error;
  });
}

const mostPauses = 5;

async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  for (let pauses = 0; ; pauses += 1) {
    try {
      return await attempt();
    } catch (error) {
      const pause = pauseNamed(error);
      if (pause === null || pauses >= mostPauses) throw error;
      await wait(pause);
    }
  }
}

async function edit(
  api: Api,
  chat: number,
  operation: Extract<Operation, { type: 'edit' }>,
  target: Delivery | null,
): Promise<readonly MessageRef[]> {
  const shown = target?.messages[0];
  const pieces = renderText(operation.text);
  const only = pieces[0];
  if (shown === undefined || pieces.length !== 1 || only === undefined) return replace(api, chat, operation, target);
  try {
    await api.editMessageText(chat, decodeMessage(shown), only.text, {
      entities: only.entities,
      link_preview_options: { is_disabled: true },
      reply_markup: renderKeyboard(operation.rows),
    });
    return target?.messages ?? [];
  } catch (error) {
    if (isUnchanged(error)) return target?.messages ?? [];
    if (isLost(error)) return replace(api, chat, operation, null);
    throw error;
  }
}

async function replace(api: Api, chat: number, operation: Shown, target: Delivery | null): Promise<MessageRef[]> {
  if (target !== null) await close(api, chat, target).catch(() => undefined);
  return send(api, chat, { ...operation, type: 'send', replyTo: null, silent: false });
}

async function close(api: Api, chat: number, target: Delivery | null): Promise<readonly MessageRef[]> {
  const shown = target?.messages[0];
  if (shown === undefined) return [];
  await api
    .editMessageReplyMarkup(chat, decodeMessage(shown), { reply_markup: { inline_keyboard: [] } })
    .catch((error: unknown) => {
      if (!isUnchanged(error) && !isLost(error)) throw error;
    });
  return target?.messages ?? [];
}

/** A text in pieces is pinned at its first, where reading begins. Only an administrator of a group may pin there. */
async function pin(
  api: Api,
  chat: number,
  { silent }: Extract<Operation, { type: 'pin' }>,
  target: Delivery | null,
): Promise<void> {
  const shown = target?.messages.at(-1);
  if (shown === undefined) return;
  await api.pinChatMessage(chat, decodeMessage(shown), { disable_notification: silent }).catch((error: unknown) => {
    if (!isUnchanged(error)) throw error;
  });
}

/** A press can be answered for some seconds and once; too late or twice is no failure of ours. */
async function answer(api: Api, operation: Extract<Operation, { type: 'answer' }>): Promise<void> {
  const text = operation.text === '' ? {} : { text: shorten(operation.text, 200), show_alert: operation.alert };
  await api.answerCallbackQuery(operation.query, text);
}

/** The platform takes only its own list of reactions (core.telegram.org/bots/api#reactiontypeemoji). */
function knownEmoji(emoji: string): '👀' | '👌' {
  return emoji === '👌' ? '👌' : '👀';
}
