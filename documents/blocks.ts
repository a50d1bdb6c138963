import { type Line, type Ruler, type Type } from './lines.ts';

/** Something at its place on a page; measured from the page's left and top. A text's `y` is the top of its line. */
export type Mark =
  | { readonly type: 'text'; readonly x: number; readonly y: number; readonly text: string; readonly look: Look }
  | {
      readonly type: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly radius: number;
      readonly fill: string | null;
      readonly line: string | null;
    };

/** How a text looks. Sizes are in what the page is measured in: points on paper, pixels in a picture. */
export interface Look extends Type {
  readonly color: string;
}

/** A part of a page that knows how high it is before anybody says where it stands. */
export interface Block {
  readonly height: number;
  readonly at: (x: number, y: number) => readonly Mark[];
}

/** From one line to the next, in sizes; the letters themselves take 1.21, their hats and tails included. */
const pitch = 1.32;
/** From the top of a line to where its letters stand, in sizes. */
const ascent = 0.969;

/** From the top of a line to the foot of its letters, for texts of two sizes that should stand on the same foot. */
export function footOf(size: number): number {
  return size * ((pitch - 1.21) / 2 + ascent);
}

/** A text within a width, of at most so many lines; `align` says at which edge its lines stand. */
export function paragraph(
  ruler: Ruler,
  text: string,
  look: Look,
  box: { readonly width: number; readonly most: number; readonly align?: 'left' | 'right' },
): Block {
  const lines = ruler.wrap(text, look, box.width, box.most);
  const step = look.size * pitch;
  const left = (line: Line): number => (box.align === 'right' ? box.width - line.width : 0);
  const top = (look.size * (pitch - 1.21)) / 2;
  return {
    height: lines.length * step,
    at: (x, y) =>
      lines.map((line, index) => ({
        type: 'text',
        x: x + left(line),
        y: y + index * step + top,
        text: line.text,
        look,
      })),
  };
}

/** Blocks below each other. */
export function stack(blocks: readonly Block[], gap = 0): Block {
  const shown = blocks.filter(({ height }) => height > 0);
  const height = shown.reduce((sum, block) => sum + block.height, 0) + gap * Math.max(0, shown.length - 1);
  return {
    height,
    at: (x, y) => {
      let top = y;
      return shown.flatMap((block) => {
        const marks = block.at(x, top);
        top += block.height + gap;
        return marks;
      });
    },
  };
}

/** Blocks beside each other, each so far to the right and so far down. */
export function beside(
  blocks: readonly { readonly x: number; readonly down?: number; readonly block: Block }[],
): Block {
  return {
    height: Math.max(0, ...blocks.map(({ block, down = 0 }) => (block.height === 0 ? 0 : block.height + down))),
    at: (x, y) => blocks.flatMap(({ x: right, down = 0, block }) => block.at(x + right, y + down)),
  };
}

/** A block with room around it, on paper of its own if it has a fill or a line. */
export function padded(
  block: Block,
  box: {
    readonly width: number;
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly paper?: { readonly fill: string | null; readonly line: string | null; readonly radius: number };
  },
): Block {
  const height = block.height + box.top + box.bottom;
  return {
    height,
    at: (x, y) => {
      const paper: Mark[] =
        box.paper === undefined ? [] : [{ type: 'rect', x, y, width: box.width, height, ...box.paper }];
      return [...paper, ...block.at(x + box.left, y + box.top)];
    },
  };
}

/** A line across, or a space of some height. */
export function bar(width: number, height: number, fill: string): Block {
  return { height, at: (x, y) => [{ type: 'rect', x, y, width, height, radius: 0, fill, line: null }] };
}

/** Room and nothing in it. */
export function space(height: number): Block {
  return { height, at: () => [] };
}

/** A part of a column that stays in one piece, and the room above it unless it is the first. */
export interface Piece {
  readonly gap: number;
  readonly block: Block;
}

/** How high a column of pieces is. */
export function heightOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { gap, block }, index) => sum + (index === 0 ? 0 : gap) + block.height, 0);
}

/** As many pieces, from the first, as there is room for. */
export function fitting(pieces: readonly Piece[], room: number): readonly Piece[] {
  let taken = 0;
  const over = pieces.findIndex(({ gap, block }, index) => {
    taken += (index === 0 ? 0 : gap) + block.height;
    return taken > room;
  });
  return over === -1 ? pieces : pieces.slice(0, over);
}

/** Pieces below each other. */
export function column(pieces: readonly Piece[]): Block {
  return stack(pieces.flatMap(({ gap, block }, index) => (index === 0 ? [block] : [space(gap), block])));
}
