import { column, fitting, heightOf, paragraph, type Block, type Look, type Mark, type Piece } from './blocks.ts';
import { hourPieces, openPieces, sectionPieces } from './day-sheet-columns.ts';
import { sheetFoot, sheetHead } from './day-sheet-ends.ts';
import { type Ruler } from './lines.ts';
import { inks } from './sheet-looks.ts';
import { type SheetView } from './sheet-view.ts';

/** A4 in points (ISO 216, 210 × 297 mm). */
export const page = { width: 595.28, height: 841.89 };
const margin = { side: 42, top: 40, bottom: 34 };
const across = page.width - 2 * margin.side;
const gutter = 26;
const left = 254;
const right = across - left - gutter;

/** Everything is as large as the page allows; below the smallest it is cut rather than too small to be read. */
const scales = [1.18, 1.1, 1, 0.92, 0.85, 0.78, 0.72, 0.66];
const smallest = 0.6;

/** More rows than a column holds at the smallest step, so that nothing else need be measured. */
const mostRows = 90;

/** The sheet on one page of A4, however much there is of it. */
export function dayPage(view: SheetView, ruler: Ruler): readonly Mark[] {
  const foot = footer(view, ruler);
  const bottom = page.height - margin.bottom - foot.height - 10;
  const footed = foot.at(margin.side, page.height - margin.bottom - foot.height);
  const at = (scale: number): readonly Mark[] | null => {
    const head = header(view, ruler, scale);
    const top = margin.top + head.height;
    const columns = columnsOf(view, ruler, scale, bottom - top);
    return columns === null ? null : [...head.at(margin.side, margin.top), ...drawn(columns, top), ...footed];
  };
  // What is too much even when it is small need not be measured at every size.
  const small = at(smallest);
  if (small === null) return cutPage(view, ruler, bottom, footed);
  for (const scale of scales) {
    const marks = at(scale);
    if (marks !== null) return marks;
  }
  return small;
}

/** At the smallest step, as many pieces as there is room for, and a line that says that there is more. */
function cutPage(view: SheetView, ruler: Ruler, bottom: number, footed: readonly Mark[]): readonly Mark[] {
  const head = header(view, ruler, smallest);
  const top = margin.top + head.height;
  const look: Look = { size: 9.5, weight: 600, color: inks.open };
  const more = paragraph(ruler, view.more ?? '…', look, { width: across, most: 1, align: 'right' });
  const room = bottom - top - more.height - 4;
  const ways = waysToSplit(view, ruler, smallest);
  // The column before the cut holds whole sections, so that what is missing is the end of what is read.
  const full = ways.findLast((columns) => heightOf(columns.left) <= room) ?? ways[0];
  const columns = { left: fitting(full?.left ?? [], room), right: fitting(full?.right ?? [], room) };
  return [
    ...head.at(margin.side, margin.top),
    ...drawn(columns, top),
    ...more.at(margin.side, bottom - more.height),
    ...footed,
  ];
}

interface Columns {
  readonly left: readonly Piece[];
  readonly right: readonly Piece[];
}

/** The columns when they fit the room, null when they do not: hours alone on the left if that is enough. */
function columnsOf(view: SheetView, ruler: Ruler, scale: number, room: number): Columns | null {
  const highest = (columns: Columns): number => Math.max(heightOf(columns.left), heightOf(columns.right));
  const ways = waysToSplit(view, ruler, scale);
  const [apart] = ways;
  if (apart !== undefined && view.hours.length > 0 && highest(apart) <= room) return apart;
  const even = ways.reduce((best, each) => (highest(each) < highest(best) ? each : best));
  return highest(even) <= room ? even : null;
}

/** The first sections go below the hours, none of them in the first way and all in the last; the others stand beside. */
function waysToSplit(view: SheetView, ruler: Ruler, scale: number): Columns[] {
  const setting = { ruler, scale };
  const sections = view.sections
    .slice(0, mostRows)
    .map((section) => ({ ...section, lines: section.lines.slice(0, mostRows) }));
  const narrow = sections.map((section) => sectionPieces(section, { ...setting, width: right }));
  const wide = sections.map((section) => sectionPieces(section, { ...setting, width: left }));
  const hours = hourPieces(view.hours.slice(0, mostRows), { ...setting, width: left });
  const open = openPieces(view, { ...setting, width: right });
  return [...narrow, null].map((_, below) => ({
    left: [...hours, ...wide.slice(0, below).flat()],
    right: [...open, ...narrow.slice(below).flat()],
  }));
}

function drawn(columns: Columns, top: number): Mark[] {
  return [...column(columns.left).at(margin.side, top), ...column(columns.right).at(margin.side + left + gutter, top)];
}

function header(view: SheetView, ruler: Ruler, scale: number): Block {
  return sheetHead(view, { ruler, width: across, scale: Math.min(1, Math.max(0.72, scale)) });
}

function footer(view: SheetView, ruler: Ruler): Block {
  return sheetFoot(view, { ruler, width: across, scale: 1 });
}
