import { type InlineKeyboardButton, type InlineKeyboardMarkup, type MessageEntity } from 'grammy/types';
import { type Choice } from '../../../core/outbound.ts';
import { splitText } from '../../../core/split.ts';
import { type Span, type Text } from '../../../core/text.ts';

/** 4,096 characters after entities are parsed; UTF-16 units are never fewer, so counting them is safe. */
const textLimit = 4096;
const captionLimit = 1024;
const labelLimit = 64;

/** Text as the platform takes it. */
export interface RenderedText {
  readonly text: string;
  readonly entities: MessageEntity[];
}

/** One message per 4,096 characters. What people wrote stays characters: looks travel as entities, never as markup. */
export function renderText(text: Text): RenderedText[] {
  return splitText(text.map(visible), textLimit).map(renderPiece);
}

/** The words below a file; null when they are more than the 1,024 characters a caption takes. */
export function renderCaption(text: Text): RenderedText | null {
  const caption = renderPiece(text.map(visible));
  return caption.text.length > captionLimit ? null : caption;
}

function renderPiece(text: Text): RenderedText {
  let offset = 0;
  const entities: MessageEntity[] = [];
  for (const span of text) {
    const length = span.text.length;
    if (length > 0 && span.style !== undefined) entities.push({ type: entityType(span.style), offset, length });
    if (length > 0 && span.link !== undefined) entities.push({ type: 'text_link', offset, length, url: span.link });
    offset += length;
  }
  return { text: text.map((span) => span.text).join(''), entities };
}

function entityType(style: NonNullable<Span['style']>): 'bold' | 'italic' | 'code' {
  return style === 'mono' ? 'code' : style;
}

/** The platform refuses texts it would show as empty, and unpaired surrogates break its parser. */
function visible(span: Span): Span {
  return { ...span, text: span.text.toWellFormed().replaceAll('\0', '') };
}

/** Buttons carry a nonce and nothing else. */
export function renderKeyboard(rows: readonly (readonly Choice[])[]): InlineKeyboardMarkup {
  return { inline_keyboard: rows.map((row) => row.map(renderButton)) };
}

function renderButton(choice: Choice): InlineKeyboardButton {
  const text = shorten(choice.label, labelLimit);
  if (choice.link !== undefined) return { text, url: choice.link };
  const style = choice.tone === undefined ? {} : { style: choice.tone };
  return { text, callback_data: choice.nonce, ...style };
}

/** At most `limit` UTF-16 units, never half a character. */
export function shorten(text: string, limit: number): string {
  return text.slice(0, limit).replace(/[\uD800-\uDBFF]$/, '');
}
