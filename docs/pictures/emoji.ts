import { outline, sign, type Drawn } from '../../documents/drawn.ts';

const skin = '#FFC83D';
const line = '#B7791F';

/** Signs that Régie puts into its messages and that the typeface has not, drawn in a square of 34. */
const drawings: Readonly<Record<string, readonly Drawn[]>> = {
  '✅': [
    outline('M7 2h20a5 5 0 0 1 5 5v20a5 5 0 0 1 -5 5h-20a5 5 0 0 1 -5 -5v-20a5 5 0 0 1 5 -5z', { fill: '#3DAE5B' }),
    outline('M9 18l6 6l11 -14', { stroke: '#FFFFFF' }),
  ],
  '↩': [outline('M13 6l-8 8l8 8', { stroke: 'INK' }), outline('M5 14h16a7 7 0 0 1 0 14h-4', { stroke: 'INK' })],
  '◀': [outline('M25 7v20l-17 -10z', { fill: 'INK', stroke: 'INK', strokeWidth: 3 })],
  '👌': [
    outline('M12 14l3 -11M19 13l4 -10M24 16l7 -7', { stroke: skin, strokeWidth: 5 }),
    outline('M9 32c-4 -4 -5 -10 -1 -13c3 -3 8 -2 10 1c2 -3 6 -5 9 -3c1 7 -3 15 -10 15z', { fill: skin }),
    outline('M6 22a5.5 5.5 0 1 1 11 1a5.5 5.5 0 0 1 -11 -1', { stroke: line, strokeWidth: 3 }),
  ],
  '👀': [
    outline('M9 7a7 10 0 1 0 0.01 0M25 7a7 10 0 1 0 0.01 0', { fill: '#FFFFFF', stroke: '#8795A1', strokeWidth: 2 }),
    outline('M11 14a3 4 0 1 0 0.01 0M27 14a3 4 0 1 0 0.01 0', { fill: '#22303C' }),
  ],
  '👍': [
    outline('M4 16h6v15h-6z', { fill: skin, stroke: skin, strokeWidth: 2 }),
    outline('M12 17l5 -7c1 -3 0 -7 3 -7c4 0 4 5 2 10h8c3 0 3 4 1 5c2 1 1 4 -1 4c1 2 0 4 -2 4c0 2 -1 4 -4 4h-8l-4 -2z', {
      fill: skin,
    }),
  ],
};

/** The sign, `size` pixels high; `ink` is the colour of the text around it. A sign nobody has drawn yet is an error. */
export function emojiOf(character: string, size: number, ink: string): Drawn {
  const shapes = drawings[character.replace('\uFE0F', '')];
  if (shapes === undefined) throw new Error(`no drawing of ${character} in docs/pictures/emoji.ts`);
  return sign(
    size,
    shapes.map((shape) => inked(shape, ink)),
  );
}

function inked(shape: Drawn, ink: string): Drawn {
  const { stroke, fill } = shape.props;
  const colours = { ...(stroke === 'INK' ? { stroke: ink } : {}), ...(fill === 'INK' ? { fill: ink } : {}) };
  return { ...shape, props: { ...shape.props, ...colours } };
}
