/** A styled part of a text. `start` and `length` count UTF-16 units, as on the wire. */
export interface TextStyle {
  readonly start: number;
  readonly length: number;
  readonly style: 'BOLD' | 'ITALIC' | 'STRIKETHROUGH' | 'MONOSPACE' | 'SPOILER';
}

/** Longest first: `**` must not be read as two `*`. */
const MARKS: readonly (readonly [string, TextStyle['style']])[] = [
  ['**', 'BOLD'],
  ['||', 'SPOILER'],
  ['*', 'ITALIC'],
  ['~', 'STRIKETHROUGH'],
  ['`', 'MONOSPACE'],
];
const ESCAPABLE = new Set(['*', '`', '|', '~']);

/**
 * What signal-cli-rest-api makes of a message sent with `text_mode: "styled"`. Its quirks are kept because user text meets them: every mark
 * vanishes from the text even when it is never closed; a mark closes only the one opened last, so `**a *b** c*` opens four and closes none;
 * `_` is plain; a backslash escapes the mark that follows (both characters of `**` and `||`), and is kept before anything else.
 */
export function parseStyledText(input: string): { text: string; styles: TextStyle[] } {
  const open: { style: TextStyle['style']; start: number }[] = [];
  const styles: TextStyle[] = [];
  let text = '';
  let position = 0;
  while (position < input.length) {
    const escaped = input[position] === '\\' && ESCAPABLE.has(input[position + 1] ?? '');
    const at = escaped ? position + 1 : position;
    const mark = MARKS.find(([sign]) => input.startsWith(sign, at));
    if (mark === undefined) {
      // A single `|` is no mark; its escape is still swallowed.
      text += input[at] ?? '';
      position = at + 1;
    } else if (escaped) {
      text += mark[0];
      position = at + mark[0].length;
    } else {
      const last = open.at(-1);
      if (last?.style === mark[1]) {
        open.pop();
        styles.push({ start: last.start, length: text.length - last.start, style: mark[1] });
      } else open.push({ style: mark[1], start: text.length });
      position = at + mark[0].length;
    }
  }
  return { text, styles };
}
