import { word, type Drawn } from '../../documents/drawn.ts';
import { type Letters } from '../../documents/letters.ts';
import { type Weight } from '../../documents/typeface.ts';
import { emojiOf } from './emoji.ts';
import { flow, type FlowLine } from './flow.ts';

/** How wide a picture of a chat is: 390 points, two pixels each. */
export const across = 780;

/** Something that knows how high it is before anybody says where it stands; measured from the picture's top. */
export interface Part {
  readonly height: number;
  readonly at: (top: number) => readonly Drawn[];
}

/** How letters look. */
export interface Ink {
  readonly size: number;
  readonly weight: Weight;
  readonly color: string;
}

/** One line that is put in the middle of a height. */
export interface Label {
  readonly width: number;
  readonly at: (left: number, top: number, height: number) => readonly Drawn[];
}

/** A line of a text at a place. */
export function drawnLine(line: FlowLine, left: number, top: number, ink: Omit<Ink, 'weight'>): Drawn[] {
  const { size, color } = ink;
  return line.fragments.map((fragment) => {
    const x = left + fragment.x;
    if (fragment.emoji)
      return {
        type: 'div',
        key: null,
        props: {
          style: { position: 'absolute', display: 'flex', left: x + size * 0.04, top: top + size * 0.12 },
          children: [emojiOf(fragment.text, size, color)],
        },
      };
    return word(fragment.text, {
      position: 'absolute',
      left: x,
      top,
      fontSize: size,
      fontWeight: fragment.weight,
      color,
      lineHeight: 1.21,
      whiteSpace: 'pre',
    });
  });
}

/** A short text of ours on one line. */
export function label(letters: Letters, text: string, ink: Ink): Label {
  const [line = { fragments: [], width: 0 }] = flow(
    letters,
    [{ text, bold: ink.weight === 600 }],
    ink.size,
    Number.POSITIVE_INFINITY,
  );
  return {
    width: line.width,
    at: (left, top, height) => drawnLine(line, left, top + (height - ink.size * 1.21) / 2, ink),
  };
}

/** The same, smaller or shortened until it fits. */
export function fittingLabel(letters: Letters, text: string, ink: Ink, width: number): Label {
  for (const size of [ink.size, ink.size - 2, ink.size - 4]) {
    const whole = label(letters, text, { ...ink, size });
    if (whole.width <= width) return whole;
  }
  const small = { ...ink, size: ink.size - 4 };
  let characters = Array.from(text);
  while (characters.length > 1 && label(letters, `${characters.join('')}…`, small).width > width)
    characters = characters.slice(0, -1);
  return label(letters, `${characters.join('')}…`, small);
}
