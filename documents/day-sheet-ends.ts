import { bar, beside, padded, paragraph, space, stack, type Block, type Look } from './blocks.ts';
import { type Setting } from './day-sheet-columns.ts';
import { type Ruler } from './lines.ts';
import { inks } from './sheet-looks.ts';
import { type SheetView } from './sheet-view.ts';

/** Who, when and where, large; what kind of paper it is and which version, so that an old one is told from a new one. */
export function sheetHead(view: SheetView, setting: Setting): Block {
  const { ruler, scale, width } = setting;
  const two = (text: string, size: number, look: Omit<Look, 'size'>): Block =>
    paragraph(ruler, text, { size, ...look }, { width, most: 2 });
  return stack([
    topLine(view, setting),
    space(9 * scale),
    two(view.act, actSize(view.act, ruler, 38 * scale, width), { weight: 600, color: inks.ink }),
    space(2 * scale),
    two(view.title, 21 * scale, { weight: 600, color: inks.night }),
    two(view.place, 15 * scale, { weight: 400, color: inks.ink }),
    space(11 * scale),
    bar(width, 2 * scale, inks.ink),
    ...(view.notice === null ? [] : [space(10 * scale), notice(view.notice, setting)]),
    space(13 * scale),
  ]);
}

/** What the sheet is worth, below a line. */
export function sheetFoot(view: SheetView, { ruler, scale, width }: Setting): Block {
  const look: Look = { size: 8.5 * scale, weight: 400, color: inks.pale };
  return stack(
    [bar(width, 0.6 * scale, inks.line), paragraph(ruler, view.footer, look, { width, most: 2 })],
    5 * scale,
  );
}

function topLine(view: SheetView, { ruler, scale, width }: Setting): Block {
  const look: Look = { size: 10 * scale, weight: 600, color: inks.pale };
  const inset = 9 * scale;
  const said = Math.min(ruler.width(view.version, look), width * 0.55) + 0.5;
  const version = paragraph(ruler, view.version, { ...look, color: inks.paper }, { width: said, most: 2 });
  const paper = { fill: inks.night, line: null, radius: 4 * scale };
  const around = 4 * scale;
  const pill = padded(version, { width: said + 2 * inset, left: inset, top: around, bottom: around, paper });
  const kind = paragraph(ruler, view.kind, look, { width: width - said - 3 * inset, most: 2 });
  return beside([
    { x: 0, down: around, block: kind },
    { x: width - said - 2 * inset, block: pill },
  ]);
}

/** As large as it fits one line, but never so small that it is no longer the first thing seen; then it takes two. */
function actSize(act: string, ruler: Ruler, largest: number, width: number): number {
  const unit = ruler.width(act, { size: 1, weight: 600 });
  return Math.max(largest * 0.6, Math.min(largest, (width * 0.997) / Math.max(1, unit)));
}

function notice(text: string, { ruler, scale, width }: Setting): Block {
  const look: Look = { size: 11.5 * scale, weight: 600, color: inks.open };
  const words = paragraph(ruler, text, look, { width: width - 24 * scale, most: 8 });
  const paper = { fill: inks.openPaper, line: inks.openLine, radius: 5 * scale };
  return padded(words, { width, left: 12 * scale, top: 6 * scale, bottom: 6 * scale, paper });
}
