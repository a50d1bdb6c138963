import { column, fitting, heightOf, paragraph, space, stack, type Block, type Look, type Mark } from './blocks.ts';
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

/** How much larger than on paper hours and the rest are; what does not fit at the last step is left out. */
const steps = [
  { hours: 4, rest: 3.5 },
  { hours: 3.8, rest: 3.2 },
  { hours: 3.5, rest: 2.9 },
  { hours: 3.2, rest: 2.7 },
] as const;

/** A day sheet as a PNG of 1,080 pixels across and as high as it needs to be, up to 2,400; the hours stand first. */
export async function daySheetPicture(view: SheetView): Promise<Uint8Array> {
  const ruler = rulerOf(await letters());
  const { png } = await printer();
  return png(drawing(stack(parts(view, ruler))), across);
}

function parts(view: SheetView, ruler: Ruler): Block[] {
  const head = sheetHead(view, { ruler, width, scale: 2.3 });
  const foot = stack([space(30), sheetFoot(view, { ruler, width, scale: 2.8 })]);
  const room = highest - 2 * margin - head.height - foot.height;
  for (const step of steps) {
    const pieces = piecesOf(view, ruler, step);
    if (heightOf(pieces) <= room) return [head, column(pieces), foot];
  }
  const look: Look = { size: 34, weight: 600, color: inks.open };
  const more = stack([space(24), paragraph(ruler, view.more ?? '…', look, { width, most: 1 })]);
  return [head, column(fitting(piecesOf(view, ruler, steps[3]), room - more.height)), more, foot];
}

function piecesOf(view: SheetView, ruler: Ruler, { hours, rest }: (typeof steps)[number]) {
  const setting = { ruler, width, scale: rest };
  const open = openPieces(view, setting).map(({ block }) => ({ gap: 30, block }));
  const sections = view.sections
    .slice(0, mostRows)
    .flatMap((section) => sectionPieces({ ...section, lines: section.lines.slice(0, mostRows) }, setting));
  return [...hourPieces(view.hours.slice(0, mostRows), { ...setting, scale: hours }), ...open, ...sections];
}

/** The marks on paper, each where it stands; the lines are broken already, so nothing is laid out anew. */
function drawing(block: Block): Drawn {
  const height = Math.ceil(block.height + 2 * margin);
  const paper = { position: 'relative', width: across, height, background: inks.paper, fontFamily: 'Inter' };
  return box(paper, block.at(margin, margin).map(drawn));
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
