import { charactersOf, type Span, type Text } from './text.ts';

/** Cuts a text into pieces of at most `limit` UTF-16 units, at line ends where possible, never inside a character. */
export function splitText(text: Text, limit: number): Text[] {
  const pieces: Text[] = [];
  let rest = text;
  while (charactersOf(rest).length > limit) {
    const [head, tail] = cutAt(rest, breakPoint(charactersOf(rest), limit));
    pieces.push(head);
    rest = trimStart(tail);
  }
  return [...pieces, rest];
}

function breakPoint(characters: string, limit: number): number {
  const window = characters.slice(0, limit);
  const newline = window.lastIndexOf('\n');
  if (newline > limit / 2) return newline;
  const space = window.lastIndexOf(' ');
  if (space > limit / 2) return space;
  const code = characters.charCodeAt(limit - 1);
  const splitsPair = code >= 0xd800 && code <= 0xdbff;
  return splitsPair ? limit - 1 : limit;
}

function cutAt(text: Text, position: number): [Span[], Span[]] {
  const head: Span[] = [];
  const tail: Span[] = [];
  let seen = 0;
  for (const span of text) {
    const inHead = Math.max(0, Math.min(span.text.length, position - seen));
    if (inHead > 0) head.push({ ...span, text: span.text.slice(0, inHead) });
    if (inHead < span.text.length) tail.push({ ...span, text: span.text.slice(inHead) });
    seen += span.text.length;
  }
  return [head, tail];
}

function trimStart(text: Text): Text {
  const [first, ...others] = text;
  return first === undefined ? text : [{ ...first, text: first.text.replace(/^[\n ]/, '') }, ...others];
}
