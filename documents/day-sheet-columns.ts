import { bar, beside, footOf, padded, paragraph, stack, type Block, type Look, type Piece } from './blocks.ts';
import { type Ruler } from './lines.ts';
import { inks } from './sheet-looks.ts';
import { type SheetHour, type SheetSection, type SheetView } from './sheet-view.ts';

/** What columns are drawn with: how large everything is (1 as designed, on paper) and how wide it may be. */
export interface Setting {
  readonly ruler: Ruler;
  readonly scale: number;
  readonly width: number;
}

/** No text of a column is longer; a note of a thousand letters has its room even when everything is small. */
const mostLines = 30;
/** What is unknown must not leave everything else without room. */
const mostOpen = 12;

/** The hours of the day, times before words on one edge; the strong ones on a paper of their own. */
export function hourPieces(hours: readonly SheetHour[], setting: Setting): Piece[] {
  const { ruler, scale, width } = setting;
  const times = hours.map((hour) => ruler.width(hour.time, timeLook(hour, scale)));
  const timeWidth = Math.min(Math.max(0, ...times) + 0.5, (width - 2 * insetOf(scale)) * 0.42);
  return hours.map((hour, index) => {
    const joins = hour.key || hours[index - 1]?.key === true;
    return { gap: joins ? 3 * scale : 0, block: hourRow(hour, timeWidth, setting, !hour.key && index > 0 && !joins) };
  });
}

function hourRow(hour: SheetHour, timeWidth: number, { ruler, scale, width }: Setting, ruled: boolean): Block {
  const time = timeLook(hour, scale);
  const label: Look = hour.key
    ? { size: 14 * scale, weight: 600, color: inks.night }
    : { size: 12 * scale, weight: 400, color: inks.ink };
  const note: Look = { size: 10 * scale, weight: 400, color: inks.pale };
  const right = timeWidth + 13 * scale;
  const room = { width: width - 2 * insetOf(scale) - right, most: mostLines };
  const foot = Math.max(footOf(time.size), footOf(label.size));
  const words = hourWords(hour, { label, note }, room, ruler);
  const said = paragraph(ruler, hour.time, time, { width: timeWidth, most: 3, align: 'right' });
  const row = beside([
    { x: 0, down: foot - footOf(time.size), block: said },
    { x: right, down: foot - footOf(label.size), block: words },
  ]);
  const paper = hour.key ? { paper: { fill: inks.strong, line: null, radius: 5 * scale } } : {};
  const around = (hour.key ? 5.5 : 4.5) * scale;
  const box = padded(row, { width, left: insetOf(scale), top: around, bottom: around, ...paper });
  return ruled ? stack([bar(width, 0.6 * scale, inks.line), box]) : box;
}

/** What happens then; a short note stands behind it, one that is longer or of a strong hour below it. */
function hourWords(
  hour: SheetHour,
  looks: { readonly label: Look; readonly note: Look },
  room: { readonly width: number; readonly most: number },
  ruler: Ruler,
): Block {
  const label = paragraph(ruler, hour.label, looks.label, room);
  if (hour.note === null) return label;
  const behind = ruler.width(hour.label, looks.label) + looks.note.size * 0.8;
  if (hour.key || behind + ruler.width(hour.note, looks.note) > room.width * 0.99)
    return stack([label, paragraph(ruler, hour.note, looks.note, room)]);
  const down = footOf(looks.label.size) - footOf(looks.note.size);
  const note = paragraph(ruler, hour.note, looks.note, { width: room.width - behind, most: 1 });
  return beside([
    { x: 0, block: label },
    { x: behind, down, block: note },
  ]);
}

function insetOf(scale: number): number {
  return 9 * scale;
}

function timeLook(hour: SheetHour, scale: number): Look {
  if (hour.open) return { size: 10.5 * scale, weight: 600, color: inks.open };
  return { size: (hour.key ? 18 : 13.5) * scale, weight: 600, color: inks.night };
}

/** What is unknown, in a frame that is seen first; nothing when all is known. */
export function openPieces(view: SheetView, { ruler, scale, width }: Setting): Piece[] {
  if (view.open.length === 0) return [];
  const room = width - 24 * scale;
  const title: Look = { size: 11 * scale, weight: 600, color: inks.open };
  const look: Look = { size: 11 * scale, weight: 400, color: inks.ink };
  const shown = view.open.length <= mostOpen ? view.open : [...view.open.slice(0, mostOpen - 1), view.more ?? '…'];
  const items = shown.map((text) => {
    const words = paragraph(ruler, text, look, { width: room - 11 * scale, most: 3 });
    const dot = paragraph(ruler, '•', { ...look, color: inks.open }, { width: 11 * scale, most: 1 });
    return beside([
      { x: 0, block: dot },
      { x: 11 * scale, block: words },
    ]);
  });
  const inside = stack([paragraph(ruler, view.openTitle, title, { width: room, most: 2 }), ...items], 1.5 * scale);
  const paper = { fill: inks.openPaper, line: inks.openLine, radius: 5 * scale };
  const around = 9 * scale;
  return [{ gap: 0, block: padded(inside, { width, left: 12 * scale, top: around, bottom: around, paper }) }];
}

/** A section line by line; its title stays with its first line. */
export function sectionPieces(section: SheetSection, setting: Setting): Piece[] {
  const { ruler, scale, width } = setting;
  const look: Look = { size: 10.5 * scale, weight: 600, color: inks.night };
  const title = stack(
    [paragraph(ruler, section.title, look, { width, most: 2 }), bar(width, 0.9 * scale, inks.night)],
    2 * scale,
  );
  const labelWidth = labelRoom(section, setting);
  const [first, ...others] = section.lines.map((line) => lineBlock(line, labelWidth, setting));
  const head = stack(first === undefined ? [title] : [title, first], 4 * scale);
  return [{ gap: 15 * scale, block: head }, ...others.map((block) => ({ gap: 3 * scale, block }))];
}

/** As wide as the widest label; a long one is broken, but not within its words unless these are very long. */
function labelRoom(section: SheetSection, { ruler, scale, width }: Setting): number {
  const labels = section.lines.flatMap(({ label }) => (label === null ? [] : [label]));
  const widest = (texts: readonly string[]): number =>
    Math.max(0, ...texts.map((text) => ruler.width(text, labelLook(scale)))) + 0.5;
  const words = labels.flatMap((label) => label.split(/\s/u));
  return Math.max(Math.min(widest(labels), width * 0.36), Math.min(widest(words), width * 0.48));
}

function lineBlock(line: SheetSection['lines'][number], labelWidth: number, { ruler, scale, width }: Setting): Block {
  const look: Look = { size: 11 * scale, weight: 400, color: inks.ink };
  if (line.label === null) return paragraph(ruler, line.text, look, { width, most: mostLines });
  const right = labelWidth + 9 * scale;
  const label = labelLook(scale);
  return beside([
    {
      x: 0,
      down: footOf(look.size) - footOf(label.size),
      block: paragraph(ruler, line.label, label, { width: labelWidth, most: mostLines }),
    },
    { x: right, block: paragraph(ruler, line.text, look, { width: width - right, most: mostLines }) },
  ]);
}

function labelLook(scale: number): Look {
  return { size: 10 * scale, weight: 400, color: inks.pale };
}
