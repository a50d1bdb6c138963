import {
  beside,
  column,
  fitting,
  heightOf,
  paragraph,
  space,
  stack,
  type Block,
  type Look,
  type Mark,
  type Piece,
} from './blocks.ts';
import { hourPieces, openPieces, sectionPieces } from './day-sheet-columns.ts';
import { sheetFoot, sheetHead } from './day-sheet-ends.ts';
import { box, word, type Drawn } from './drawn.ts';
import { letters } from './letters.ts';
import { rulerOf, type Ruler } from './lines.ts';
import { printer } from './printer.ts';
import { inks } from './sheet-looks.ts';
import { type SheetView } from './sheet-view.ts';

/** Pixels. A telephone shows the whole width, so what is read at arm's length is a 25th of it and more. */
const across = 1080;
const margin = 44;
const width = across - 2 * margin;
/** Higher pictures are made small by the telephones that show them. */
const highest = 2400;
/** More rows than a picture holds, so that nothing else need be measured. */
const mostRows = 60;

/** How much larger than on paper hours and the rest are, and in how many columns the rest stands. */
interface Step {
  readonly hours: number;
  readonly rest: number;
  readonly columns: 1 | 2;
}
/** Everything is as large as the height allows; what does not fit at the smallest is left out. */
const steps: readonly Step[] = [
  { hours: 4, rest: 3.5, columns: 1 },
  { hours: 3.8, rest: 3.2, columns: 1 },
  { hours: 3.7, rest: 3, columns: 2 },
  { hours: 3.5, rest: 2.8, columns: 2 },
];
const smallest: Step = { hours: 3, rest: 2.5, columns: 2 };
const gutter = 48;
const half = (width - gutter) / 2;
/** Between what stands below each other. */
const apart = 30;

/** A day sheet as a PNG of 1,080 pixels across and as high as it needs to be, up to 2,400; the hours stand first. */
export async function daySheetPicture(view: SheetView): Promise<Uint8Array> {
  const { png } = await printer();
  return png(await sheetDrawing(view), across);
}

/** The picture before it is painted: every line of a text and every paper at its place. */
export async function sheetDrawing(view: SheetView): Promise<Drawn> {
  const block = stack(parts(view, rulerOf(await letters())));
  const height = Math.ceil(block.height + 2 * margin);
  const paper = { position: 'relative', width: across, height, background: inks.paper, fontFamily: 'Inter' };
  return box(paper, block.at(margin, margin).map(drawn));
}

function parts(view: SheetView, ruler: Ruler): Block[] {
  const head = sheetHead(view, { ruler, width, scale: 2.15 });
  const foot = stack([space(apart), sheetFoot(view, { ruler, width, scale: 2.7 })]);
  const room = highest - 2 * margin - head.height - foot.height;
  const at = (step: Step): Block | null => {
    const sections = even(sectionsOf(view, ruler, step), step.columns);
    const whole = stack([column(dayPieces(view, ruler, step)), ...sections], apart);
    return whole.height <= room ? whole : null;
  };
  // What is too much even when it is small need not be measured at every size.
  const small = at(smallest);
  if (small === null) return [head, ...cut(view, ruler, room), foot];
  for (const step of steps) {
    const whole = at(step);
    if (whole !== null) return [head, whole, foot];
  }
  return [head, small, foot];
}

/** At the smallest step, what there is room for, and a line that says that there is more. */
function cut(view: SheetView, ruler: Ruler, whole: number): Block[] {
  const look: Look = { size: 34, weight: 600, color: inks.open };
  const more = stack([space(24), paragraph(ruler, view.more ?? '…', look, { width, most: 1 })]);
  const room = whole - more.height;
  const day = dayPieces(view, ruler, smallest);
  const left = room - heightOf(day) - apart;
  if (left < 0) return [column(fitting(day, room)), more];
  const sections = sectionsOf(view, ruler, smallest);
  // The first column holds whole sections, so that what is missing is the end of what is read.
  const over = sections.findIndex((_, index) => heightOf(sections.slice(0, index + 1).flat()) > left);
  const columns = inColumns(sections, Math.max(1, over)).map((pieces) => fitting(pieces, left));
  return [stack([column(day), sideBySide(columns)], apart), more];
}

type Sections = readonly (readonly Piece[])[];

function dayPieces(view: SheetView, ruler: Ruler, step: Step): Piece[] {
  const setting = { ruler, width, scale: step.rest };
  const open = openPieces(view, setting).map(({ block }) => ({ gap: apart, block }));
  return [...hourPieces(view.hours.slice(0, mostRows), { ...setting, scale: step.hours }), ...open];
}

function sectionsOf(view: SheetView, ruler: Ruler, { rest, columns }: Step): Sections {
  const setting = { ruler, width: columns === 1 ? width : half, scale: rest };
  return view.sections
    .slice(0, mostRows)
    .map((section) => sectionPieces({ ...section, lines: section.lines.slice(0, mostRows) }, setting));
}

/** The sections below each other, or in two columns as even as they can be. */
function even(sections: Sections, columns: 1 | 2): Block[] {
  if (sections.length === 0) return [];
  if (columns === 1) return [column(sections.flat())];
  const ways = sections.map((_, index) => sideBySide(inColumns(sections, index + 1)));
  return [ways.reduce((best, each) => (each.height < best.height ? each : best))];
}

function sideBySide(columns: readonly (readonly Piece[])[]): Block {
  return beside(columns.map((pieces, index) => ({ x: index * (half + gutter), block: column(pieces) })));
}

function inColumns(sections: Sections, first: number): Piece[][] {
  return [sections.slice(0, first).flat(), sections.slice(first).flat()];
}

function drawn(mark: Mark): Drawn {
  const place = { position: 'absolute', left: mark.x, top: mark.y };
  if (mark.type === 'text') {
    const { size, weight, color } = mark.look;
    return word(mark.text, {
      ...place,
      fontSize: size,
      fontWeight: weight,
      color,
      lineHeight: 1.21,
      whiteSpace: 'nowrap',
    });
  }
  const { width: wide, height, radius, fill, line } = mark;
  return box({
    ...place,
    width: wide,
    height,
    borderRadius: radius,
    ...(fill === null ? {} : { background: fill }),
    ...(line === null ? {} : { border: `2px solid ${line}` }),
  });
}
