import { type Letters } from '../../documents/letters.ts';
import { type Weight } from '../../documents/typeface.ts';
import { type Piece } from './chat.ts';

/** Letters of one weight, or one emoji, on a line; measured in pixels from the line's left. */
export interface Fragment {
  readonly text: string;
  readonly weight: Weight;
  readonly emoji: boolean;
  readonly x: number;
  readonly width: number;
}

/** One line and how wide it is. */
export interface FlowLine {
  readonly fragments: readonly Fragment[];
  readonly width: number;
}

type Part = Omit<Fragment, 'x'>;

const emoji = /(\p{Extended_Pictographic}\uFE0F?)/u;
/** Signs of chats that the typeface has not, and what is drawn instead. */
const instead: Readonly<Record<string, string>> = { '\u202F': '\u00A0', '○': 'o', '●': '•' };

/** A text of several styles in lines no wider than `width`; lines end at spaces, and never between a bold word and its comma. */
export function flow(letters: Letters, pieces: readonly Piece[], size: number, width: number): FlowLine[] {
  const parts = pieces.flatMap((piece) => partsOf(letters, piece, size));
  const lines: FlowLine[] = [];
  let line: Part[] = [];
  const end = (): void => {
    lines.push(laid(line));
    line = [];
  };
  for (const word of wordsOf(parts)) {
    if (word === 'newline') end();
    else {
      if (line.length > 0 && widthOf(line) + widthOf(word, letters, size) > width) end();
      line.push(...word);
    }
  }
  end();
  return lines;
}

function partsOf(letters: Letters, { text, bold }: Piece, size: number): Part[] {
  const weight: Weight = bold ? 600 : 400;
  // What is read as one stays on one line: « 18 h 05 », a sign and what it closes, a telephone number.
  const drawable = Array.from(text, (character) => instead[character] ?? character)
    .join('')
    .replaceAll(/(?<=«) | (?=[»:;?!%€])|(?<=\d) (?=h\b)|(?<=\d[ \u00A0]h) (?=\d)/gu, '\u00A0')
    .replaceAll(/(?<=[+\d]\d?) (?=\d{1,2}( \d{2})*(?!\d))/g, '\u00A0');
  const units = drawable.split(/(\n)|(?<=[ ])/u).filter((unit) => unit !== undefined && unit !== '');
  return units.flatMap((unit) =>
    unit.split(emoji).flatMap((each): Part[] => {
      if (each === '') return [];
      if (emoji.test(each)) return [{ text: each, weight, emoji: true, width: size * 1.15 }];
      return [{ text: each, weight, emoji: false, width: each === '\n' ? 0 : letters.width(each, weight) * size }];
    }),
  );
}

/** Parts that stay on one line: up to a space. */
function wordsOf(parts: readonly Part[]): (readonly Part[] | 'newline')[] {
  const words: (readonly Part[] | 'newline')[] = [];
  let word: Part[] = [];
  const end = (): void => {
    if (word.length > 0) words.push(word);
    word = [];
  };
  for (const part of parts) {
    if (part.text === '\n') {
      end();
      words.push('newline');
    } else {
      word.push(part);
      if (part.text.endsWith(' ')) end();
    }
  }
  end();
  return words;
}

/** With letters and a size, the space at the end does not count. */
function widthOf(parts: readonly Part[], letters?: Letters, size = 0): number {
  const whole = parts.reduce((sum, { width }) => sum + width, 0);
  const last = parts.at(-1);
  if (letters === undefined || last === undefined || last.emoji) return whole;
  return whole - last.width + letters.width(last.text.trimEnd(), last.weight) * size;
}

/** Neighbours of one weight become one fragment. */
function laid(parts: readonly Part[]): FlowLine {
  const fragments: Fragment[] = [];
  let x = 0;
  for (const part of parts) {
    const last = fragments.at(-1);
    if (last !== undefined && !last.emoji && !part.emoji && last.weight === part.weight)
      fragments[fragments.length - 1] = { ...last, text: last.text + part.text, width: last.width + part.width };
    else fragments.push({ ...part, x });
    x += part.width;
  }
  return { fragments, width: x };
}
