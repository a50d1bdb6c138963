/** A box, a text or a shape of a picture that is laid out like a web page (flexbox); `key` names it for whoever looks for it. */
export interface Drawn {
  readonly type: 'div' | 'svg' | 'path';
  readonly key: string | null;
  readonly props: {
    readonly style?: Style;
    readonly children?: string | readonly Drawn[];
    readonly [attribute: string]: unknown;
  };
}

type Style = Readonly<Record<string, string | number>>;

/** A box with others inside; they stand beside each other unless the style says otherwise. */
export function box(style: Style, children: readonly Drawn[] = [], key: string | null = null): Drawn {
  return { type: 'div', key, props: { style: { display: 'flex', boxSizing: 'border-box', ...style }, children } };
}

/** A word of ours that is known to fit. */
export function word(characters: string, style: Style): Drawn {
  return { type: 'div', key: null, props: { style: { display: 'flex', ...style }, children: characters } };
}

/** A text of at most so many lines; what is longer ends in an ellipsis, and a word that is too wide is broken. */
export function text(characters: string, lines: number, style: Style): Drawn {
  const limits = { display: 'block', lineClamp: lines, textOverflow: 'ellipsis', wordBreak: 'break-word' };
  return { type: 'div', key: null, props: { style: { ...limits, ...style }, children: readable(characters) } };
}

/** A drawing in a square of `size` pixels, made of outlines in a square of 34. */
export function sign(size: number, shapes: readonly Drawn[]): Drawn {
  return { type: 'svg', key: null, props: { width: size, height: size, viewBox: '0 0 34 34', children: shapes } };
}

/** A line or, with `fill`, a surface. */
export function outline(d: string, attributes: Readonly<Record<string, string | number>>): Drawn {
  const round = { fill: 'none', strokeWidth: 4, strokeLinecap: 'round', strokeLinejoin: 'round' };
  return { type: 'path', key: null, props: { d, ...round, ...attributes } };
}

/** What the typeface has no shapes for (emoji, controls) is left out, since it would show as empty squares. */
export function readable(characters: string): string {
  return characters
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/(?![©®™])[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Cf}\uFE0F]/gu, '')
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
}
