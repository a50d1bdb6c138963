import { characters } from './entities.ts';
import { badRequest } from './errors.ts';
import { asObject, bare, optionalFlag, optionalString, prefixed, requiredString } from './fields.ts';
import type { Wording } from './fields.ts';
import { isRecord, json } from './params.ts';
import type { Params } from './params.ts';
import { checkUrl, checkWebAppUrl } from './urls.ts';
import type { WireButton, WireInlineKeyboard } from './wire.ts';

/** What `reply_markup` asked for: a keyboard under the message, or one that replaces the person's own (shown as it was sent). */
export type Markup =
  | { readonly kind: 'none' }
  | { readonly kind: 'inline'; readonly keyboard: WireInlineKeyboard }
  | { readonly kind: 'reply'; readonly raw: unknown };

/** The platform counts the data of a button in bytes of UTF-8. */
const MAX_CALLBACK_BYTES = 64;
const MAX_BUTTONS = 100;
const MAX_COPY_TEXT = 256;
const STYLES: ReadonlySet<string> = new Set(['danger', 'success', 'primary']);

/** Reads and checks `reply_markup`; `isPrivate` matters to buttons that open a Web App. */
export function readMarkup(params: Params, isPrivate: boolean): Markup {
  const value = json(params, 'reply_markup', 'reply keyboard markup');
  if (value === undefined || value === null) return { kind: 'none' };
  const markup = asObject(value, badRequest('object expected as reply markup'));
  if (markup['inline_keyboard'] !== undefined)
    return { kind: 'inline', keyboard: readInline(markup['inline_keyboard'], isPrivate) };
  if (markup['keyboard'] !== undefined) {
    checkReplyKeyboard(markup);
    return { kind: 'reply', raw: value };
  }
  if (markup['remove_keyboard'] !== undefined)
    return optionalFlag(markup, 'remove_keyboard', bare) ? { kind: 'reply', raw: undefined } : { kind: 'none' };
  if (markup['force_reply'] !== undefined)
    return optionalFlag(markup, 'force_reply', bare) ? { kind: 'reply', raw: value } : { kind: 'none' };
  return { kind: 'none' };
}

function readInline(value: unknown, isPrivate: boolean): WireInlineKeyboard {
  if (!Array.isArray(value)) throw badRequest('field "inline_keyboard" must be of type Array');
  const rows = value.map((row: unknown) => {
    if (!Array.isArray(row)) throw badRequest('field "inline_keyboard" must be an Array of Arrays');
    return row.map((button: unknown) => readButton(button, isPrivate));
  });
  const kept = rows.filter((row) => row.length > 0);
  if (kept.flat().length > MAX_BUTTONS) throw badRequest('REPLY_MARKUP_TOO_LONG');
  return { inline_keyboard: kept };
}

function readButton(value: unknown, isPrivate: boolean): WireButton {
  const say = prefixed("can't parse inline keyboard button");
  const button = asObject(value, say('InlineKeyboardButton must be an Object'));
  const text = requiredString(button, 'text', say);
  if (text === '') throw badRequest('BUTTON_TEXT_INVALID');
  const style = optionalString(button, 'style', say);
  if (style !== undefined && !STYLES.has(style)) throw say('Invalid button style specified');
  const icon = optionalString(button, 'icon_custom_emoji_id', say);
  return {
    text,
    ...(style === undefined ? {} : { style }),
    ...(icon === undefined ? {} : { icon_custom_emoji_id: icon }),
    ...readAction(button, say, isPrivate),
  };
}

function readAction(button: Readonly<Record<string, unknown>>, say: Wording, isPrivate: boolean): Partial<WireButton> {
  const url = optionalString(button, 'url', say);
  if (url !== undefined && url !== '') return { url: checkUrl('inline keyboard button URL', url) };
  const data = optionalString(button, 'callback_data', say);
  if (data !== undefined && data !== '') {
    if (Buffer.byteLength(data) > MAX_CALLBACK_BYTES) throw badRequest('BUTTON_DATA_INVALID');
    return { callback_data: data };
  }
  if (isRecord(button['web_app'])) {
    const app = checkWebAppUrl('inline keyboard button Web App URL', requiredString(button['web_app'], 'url', say));
    if (!isPrivate) throw badRequest('BUTTON_TYPE_INVALID');
    return { web_app: { url: app } };
  }
  if (isRecord(button['copy_text'])) {
    const copied = requiredString(button['copy_text'], 'text', say);
    if (copied === '' || characters(copied) > MAX_COPY_TEXT) throw badRequest('BUTTON_COPY_TEXT_INVALID');
    return { copy_text: { text: copied } };
  }
  const query = optionalString(button, 'switch_inline_query', say);
  if (query !== undefined) return { switch_inline_query: query };
  const here = optionalString(button, 'switch_inline_query_current_chat', say);
  if (here !== undefined) return { switch_inline_query_current_chat: here };
  if (button['pay'] === true || button['callback_game'] !== undefined) throw badRequest('BUTTON_TYPE_INVALID');
  throw say('Text buttons are unallowed in the inline keyboard');
}

function checkReplyKeyboard(markup: Readonly<Record<string, unknown>>): void {
  const rows = markup['keyboard'];
  if (!Array.isArray(rows)) throw badRequest('field "keyboard" must be of type Array');
  for (const name of ['resize_keyboard', 'one_time_keyboard', 'is_persistent', 'selective'])
    optionalFlag(markup, name, bare);
  const say = prefixed("can't parse keyboard button");
  for (const row of rows) {
    if (!Array.isArray(row)) throw badRequest('field "keyboard" must be an Array of Arrays');
    for (const button of row) {
      if (typeof button === 'string') continue;
      requiredString(asObject(button, say('KeyboardButton must be a String or an Object')), 'text', say);
    }
  }
}
