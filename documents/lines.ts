import { type Letters } from './letters.ts';
import { type Weight } from './typeface.ts';

/** How a text is set; `size` in what the page is measured in. */
export interface Type {
  readonly size: number;
  readonly weight: Weight;
}

/** One line of a text and how wide it is. */
export interface Line {
  readonly text: string;
  readonly width: number;
}

/** Measures and breaks texts of one document, remembering words it has measured. */
export interface Ruler {
  readonly width: (text: string, type: Type) => number;
  /** At most `most` lines, none wider than `width`; what does not fit ends in an ellipsis, and too long a word is broken. */
  readonly wrap: (text: string, type: Type, width: number, most: number) => readonly Line[];
}

/** No sheet has room for more of one text, and measuring a novel would take time. */
const longestText = 2000;

/** A ruler for one document, over texts as people wrote them. */
export function rulerOf(letters: Letters): Ruler {
  const widths = new Map<string, number>();
  const unit = (piece: string, weight: Weight): number =>
    remembered(widths, `${weight} ${piece}`, () => letters.width(piece, weight));
  const cleans = new Map<string, string>();
  const clean = (text: string): string => remembered(cleans, text, () => tied(shortened(text, letters)));
  const of = (type: Type): Measure => {
    return (text) => pieces(text).reduce((sum, piece) => sum + unit(piece, type.weight), 0) * type.size;
  };
  return {
    width: (text, type) => of(type)(clean(text)),
    wrap: (text, type, width, most) => {
      const piece: Measure = (part) => unit(part, type.weight) * type.size;
      const all = pieces(clean(text)).flatMap((each) => fitting(each, width, piece));
      return limited(joined(all, width, piece), most, width, of(type));
    },
  };
}

function remembered<T>(values: Map<string, T>, key: string, make: () => T): T {
  const known = values.get(key);
  if (known !== undefined) return known;
  const value = make();
  values.set(key, value);
  return value;
}

function shortened(text: string, { clean }: Letters): string {
  return text.length <= longestText ? clean(text) : `${clean(text.slice(0, longestText))}…`;
}

/** Spaces at which a French line is not broken: within « 18 h 05 », inside guillemets, before high signs. */
function tied(text: string): string {
  return text
    .replaceAll(/(?<=\d) (?=h\b)|(?<=\d[ \u00A0]h) (?=\d)/gu, '\u00A0')
    .replaceAll(/(?<=«) | (?=[»:;?!%€])/gu, '\u00A0');
}

/** A text at the places where a line may end. */
function pieces(text: string): string[] {
  return text.split(/(?<=[ \-–—/])/u);
}

type Measure = (text: string) => number;

/** A piece as it is, or in parts that fit when it alone is wider than a line. */
function fitting(piece: string, width: number, of: Measure): string[] {
  if (of(piece.trimEnd()) <= width) return [piece];
  const parts: string[] = [];
  let part = '';
  let taken = 0;
  let last = '';
  for (const character of piece) {
    // Letters stand closer or further according to what is before them.
    const more = last === '' ? of(character) : of(last + character) - of(last);
    if (part !== '' && taken + more > width) {
      parts.push(part);
      part = '';
      taken = 0;
    }
    taken += part === '' ? of(character) : more;
    part += character;
    last = character;
  }
  return [...parts, part];
}

function joined(all: readonly string[], width: number, of: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  let taken = 0;
  for (const piece of all) {
    if (line !== '' && taken + of(piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
      taken = 0;
    }
    line += piece;
    taken += of(piece);
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

function limited(lines: readonly string[], most: number, width: number, of: Measure): Line[] {
  const kept = lines.slice(0, most);
  const last = kept.at(-1);
  const texts = last === undefined || lines.length <= most ? kept : [...kept.slice(0, -1), ended(last, width, of)];
  return texts.map((text) => ({ text, width: of(text) }));
}

/** A line that goes on, shortened until its ellipsis fits. */
function ended(line: string, width: number, of: Measure): string {
  let characters = Array.from(line);
  const shown = (): string => `${characters.join('').replace(/[\s.,;:…–-]+$/u, '')}…`;
  while (characters.length > 1 && of(shown()) > width) characters = characters.slice(0, -1);
  return shown();
}
