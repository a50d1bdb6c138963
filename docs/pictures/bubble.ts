import { box, outline, sign, type Drawn } from '../../documents/drawn.ts';
import { type Letters } from '../../documents/letters.ts';
import { emojiOf } from './emoji.ts';
import { hourOf, type ShownFile, type ShownMessage } from './chat.ts';
import { flow } from './flow.ts';
import { type ChatLook, type Side } from './looks.ts';
import { across, drawnLine, fittingLabel, label, type Part } from './parts.ts';
import { pollPart } from './poll.ts';

/** What everything on a screen is drawn with. */
export interface Kit {
  readonly letters: Letters;
  readonly look: ChatLook;
  readonly telegram: boolean;
}

const size = 31;
const step = 41;
const pad = { x: 24, y: 15 };
const edge = 18;
const widest = 640;
const inner = widest - 2 * pad.x;
const metaSize = 22;

/** What stands in a bubble, below each other; measured from its left and top. */
interface Content {
  readonly width: number;
  readonly height: number;
  readonly at: (left: number, top: number, width: number) => readonly Drawn[];
}

/** One message, its buttons under it. */
export function bubble(kit: Kit, message: ShownMessage): Part {
  const side = message.own ? kit.look.own : kit.look.theirs;
  const contents = contentsOf(kit, message, side);
  const needed = Math.max(...contents.map(({ width }) => width), buttonsWidth(kit, message) - 2 * pad.x);
  const width = Math.ceil(needed) + 2 * pad.x;
  const height = contents.reduce((sum, content) => sum + content.height, 0) + 2 * pad.y;
  const left = message.own ? across - edge - width : edge;
  const buttons = buttonRows(kit, message, left, width);
  const reaction = message.reaction === null ? 0 : 34;
  return {
    height: height + buttons.height + reaction,
    at: (top) => {
      const paper = { position: 'absolute', left, top, width, height, background: side.fill };
      const drawn: Drawn[] = [box({ ...paper, borderRadius: kit.look.radius })];
      let down = top + pad.y;
      for (const content of contents) {
        drawn.push(...content.at(left + pad.x, down, width - 2 * pad.x));
        down += content.height;
      }
      return [...drawn, ...reactionOf(kit, message, left, top + height, width), ...buttons.at(top + height)];
    },
  };
}

function contentsOf(kit: Kit, message: ShownMessage, side: Side): Content[] {
  const { file, poll } = message;
  const files = file === null ? [] : [fileContent(kit, file, side)];
  const polls = poll === null ? [] : [pollPart(kit, poll, side, inner)];
  if (poll !== null) return [...files, ...polls, metaLine(kit, message, side)];
  return [...files, ...wordsContent(kit, message, side)];
}

/** The words, with the hour at the end of their last line if there is room. */
function wordsContent(kit: Kit, message: ShownMessage, side: Side): Content[] {
  const words = message.pieces.some(({ text }) => text !== '');
  if (!words) return [metaLine(kit, message, side)];
  const lines = flow(kit.letters, message.pieces, size, inner);
  const meta = metaOf(kit, message, side);
  const last = lines.at(-1)?.width ?? 0;
  const fits = last + 22 + meta.width <= inner;
  const width = Math.max(...lines.map((line) => line.width), fits ? last + 22 + meta.width : meta.width);
  const height = lines.length * step;
  const text: Content = {
    width,
    height,
    at: (left, top, wide) => [
      ...lines.flatMap((line, index) => drawnLine(line, left, top + index * step, { size, color: side.ink })),
      ...(fits ? meta.at(left + wide - meta.width, top + height - 32, 32) : []),
    ],
  };
  return fits ? [text] : [text, metaLine(kit, message, side)];
}

interface Meta {
  readonly width: number;
  readonly at: (left: number, top: number, height: number) => readonly Drawn[];
}

/** « modifié 10:05 », and that it was read when it is one's own. */
function metaOf(kit: Kit, message: ShownMessage, side: Side): Meta {
  const words = message.edited ? `${kit.look.edited} ${hourOf(message.at)}` : hourOf(message.at);
  const text = label(kit.letters, words, { size: metaSize, weight: 400, color: side.pale });
  const ticks = message.own ? 40 : 0;
  const drawing = sign(34, [outline('M3 18l6 6l12 -13M14 22l2 2l12 -13', { stroke: side.pale, strokeWidth: 3 })]);
  return {
    width: text.width + ticks,
    at: (left, top, height) => [
      ...text.at(left, top, height),
      ...(message.own ? [box({ position: 'absolute', left: left + text.width + 6, top: top - 1 }, [drawing])] : []),
    ],
  };
}

function metaLine(kit: Kit, message: ShownMessage, side: Side): Content {
  const meta = metaOf(kit, message, side);
  return { width: meta.width, height: 32, at: (left, top, wide) => meta.at(left + wide - meta.width, top, 32) };
}

function fileContent(kit: Kit, { name, photo }: ShownFile, side: Side): Content {
  if (photo !== null) {
    const height = Math.min(760, (inner * photo.height) / photo.width);
    const source = `url(data:image/png;base64,${photo.base64})`;
    const shown = { width: inner, height, borderRadius: 18, backgroundImage: source };
    const whole = `${inner}px ${(inner * photo.height) / photo.width}px`;
    const style = { position: 'absolute', ...shown, backgroundSize: whole, backgroundRepeat: 'no-repeat' };
    return { width: inner, height: height + 12, at: (left, top) => [box({ ...style, left, top })] };
  }
  const title = fittingLabel(kit.letters, name, { size: 29, weight: 600, color: side.ink }, inner - 92);
  const paper = sign(36, [outline('M9 4h11l6 6v20h-17zM20 4v6h6', { stroke: '#FFFFFF', strokeWidth: 3 })]);
  const round = { position: 'absolute', width: 72, height: 72, borderRadius: 36, background: kit.look.accent };
  return {
    width: title.width + 92,
    height: 84,
    at: (left, top) => [
      box({ ...round, left, top }),
      box({ position: 'absolute', left: left + 18, top: top + 18 }, [paper]),
      ...title.at(left + 92, top, 72),
    ],
  };
}

function reactionOf(kit: Kit, { reaction, own }: ShownMessage, left: number, bottom: number, width: number): Drawn[] {
  if (reaction === null) return [];
  const x = own ? left + width - 96 : left + 20;
  const pill = { position: 'absolute', left: x, top: bottom - 14, width: 72, height: 48, borderRadius: 24 };
  return [
    box({
      ...pill,
      background: '#FFFFFF',
      border: `3px solid ${kit.look.wall === '#FFFFFF' ? '#E7E9EC' : kit.look.wall}`,
    }),
    box({ position: 'absolute', left: x + 20, top: bottom - 6 }, [emojiOf(reaction, 32, '#101820')]),
  ];
}

const buttonHeight = 74;
const buttonGap = 8;
const buttonInk = { size: 28, weight: 600 } as const;
const widestButtons = 716;

function buttonsWidth(kit: Kit, { buttons }: ShownMessage): number {
  const rows = buttons.map((row) => {
    const widths = row.map((text) => label(kit.letters, text, { ...buttonInk, color: '' }).width + 36);
    return Math.max(...widths) * row.length + buttonGap * (row.length - 1);
  });
  return Math.min(widestButtons, Math.max(0, ...rows));
}

function buttonRows(kit: Kit, { buttons }: ShownMessage, left: number, width: number): Part {
  const { fill, ink } = kit.look.button;
  return {
    height: buttons.length * (buttonHeight + buttonGap),
    at: (top) =>
      buttons.flatMap((row, index) => {
        const each = (width - buttonGap * (row.length - 1)) / row.length;
        const y = top + buttonGap + index * (buttonHeight + buttonGap);
        return row.flatMap((text, place) => {
          const x = left + place * (each + buttonGap);
          const words = fittingLabel(kit.letters, text, { ...buttonInk, color: ink }, each - 20);
          const paper = { position: 'absolute', left: x, top: y, width: each, height: buttonHeight, borderRadius: 20 };
          return [box({ ...paper, background: fill }), ...words.at(x + (each - words.width) / 2, y, buttonHeight)];
        });
      }),
  };
}
