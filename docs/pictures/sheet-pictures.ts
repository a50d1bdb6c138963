import { type Mark } from '../../documents/blocks.ts';
import { dayPage, page } from '../../documents/day-sheet-page.ts';
import { box, word, type Drawn } from '../../documents/drawn.ts';
import { letters } from '../../documents/letters.ts';
import { rulerOf } from '../../documents/lines.ts';
import { printer } from '../../documents/printer.ts';
import { type SheetView } from '../../documents/sheet-view.ts';

/** Pixels for each point of the paper. */
const scale = 1.5;

/** The page of the PDF as a PNG: the very marks that are printed, at their places. */
export async function paperPicture(view: SheetView): Promise<Uint8Array> {
  const { png } = await printer();
  const marks = dayPage(view, rulerOf(await letters()));
  const size = { width: Math.round(page.width * scale), height: Math.round(page.height * scale) };
  const paper = { position: 'relative', ...size, background: '#FFFFFF', border: '2px solid #CBD3DB' };
  return png(box({ ...paper, fontFamily: 'Inter' }, marks.map(drawn)), size.width);
}

/** Everything that can be read on the sheet, line by line. */
export function sheetText(view: SheetView): string {
  const hours = view.hours.map(({ time, label, note }) =>
    [time, label, note].filter((part) => part !== null).join(' '),
  );
  const sections = view.sections.flatMap(({ title, lines }) => [
    '',
    title,
    ...lines.map(({ label, text }) => (label === null ? text : `${label} : ${text}`)),
  ]);
  const head = [
    view.kind,
    view.act,
    view.title,
    view.place,
    view.version,
    ...(view.notice === null ? [] : [view.notice]),
  ];
  const open = view.open.length === 0 ? [] : ['', view.openTitle, ...view.open];
  return `${[...head, '', ...hours, ...open, ...sections, '', view.footer].join('\n')}\n`;
}

function drawn(mark: Mark): Drawn {
  const place = { position: 'absolute', left: mark.x * scale, top: mark.y * scale };
  if (mark.type === 'text') {
    const { size, weight, color } = mark.look;
    const look = { fontSize: size * scale, fontWeight: weight, color, lineHeight: 1.21, whiteSpace: 'nowrap' };
    return word(mark.text, { ...place, ...look });
  }
  const { width, height, radius, fill, line } = mark;
  return box({
    ...place,
    width: width * scale,
    height: height * scale,
    borderRadius: radius * scale,
    ...(fill === null ? {} : { background: fill }),
    ...(line === null ? {} : { border: `1px solid ${line}` }),
  });
}
