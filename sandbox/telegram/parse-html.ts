import { bytesBefore, sortEntities } from './entities.ts';
import type { Formatted } from './entities.ts';
import { badRequest } from './errors.ts';
import { checkUrl } from './urls.ts';
import type { WireEntity } from './wire.ts';

const TYPES: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  a: 'text_link',
  'tg-emoji': 'custom_emoji',
};
const CHARACTERS: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

interface OpenTag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly offset: number;
}

interface State {
  text: string;
  readonly open: OpenTag[];
  readonly entities: WireEntity[];
}

const refuse = (text: string): Error => badRequest(`can't parse entities: ${text}`);

/** Reads the platform's HTML style; throws its 400 for a tag it does not know or that is not closed. */
export function parseHtml(source: string): Formatted {
  const state: State = { text: '', open: [], entities: [] };
  const pieces = /<(\/?)([^\s>]*)([^>]*)(>?)|&(#x?[0-9a-f]+|[a-z]+);?|[^<&]+|&/giu;
  for (const match of source.matchAll(pieces)) {
    const [piece, slash, name, attributes, closing, character] = match;
    const at = bytesBefore(source, match.index);
    if (!piece.startsWith('<')) state.text += character === undefined ? piece : decode(character, piece);
    else if (closing === '') throw refuse(`Unclosed ${slash === '/' ? 'end' : 'start'} tag at byte offset ${at}`);
    else if (slash === '/') close(state, (name ?? '').toLowerCase(), at);
    else open(state, (name ?? '').toLowerCase(), attributes ?? '', at);
  }
  const left = state.open.at(-1);
  if (left !== undefined) throw refuse(`Can't find end tag corresponding to start tag "${left.name}"`);
  return { text: state.text, entities: sortEntities(state.entities) };
}

function decode(name: string, piece: string): string {
  if (!name.startsWith('#')) return CHARACTERS[name.toLowerCase()] ?? piece;
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : piece;
}

function open(state: State, name: string, source: string, at: number): void {
  if (TYPES[name] === undefined) throw refuse(`Unsupported start tag "${name}" at byte offset ${at}`);
  const attributes = new Map<string, string>();
  for (const match of source.matchAll(/([a-z-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+)))?/giu)) {
    attributes.set((match[1] ?? '').toLowerCase(), match[2] ?? match[3] ?? match[4] ?? '');
  }
  if (name === 'span' && attributes.get('class') !== 'tg-spoiler')
    throw refuse(`Tag "span" must have class "tg-spoiler" at byte offset ${at}`);
  state.open.push({ name, attributes, offset: state.text.length });
}

function close(state: State, name: string, at: number): void {
  const tag = state.open.pop();
  if (tag === undefined) throw refuse(`Unexpected end tag at byte offset ${at}`);
  if (name !== '' && name !== tag.name)
    throw refuse(`Unmatched end tag at byte offset ${at}, expected "</${tag.name}>", found "</${name}>"`);
  const length = state.text.length - tag.offset;
  if (length === 0) return;
  const place = { offset: tag.offset, length };
  if (tag.name === 'a') {
    const url = tag.attributes.get('href') ?? state.text.slice(tag.offset);
    state.entities.push({ type: 'text_link', ...place, url: checkUrl('entity URL', url) });
  } else if (tag.name === 'tg-emoji') {
    const id = tag.attributes.get('emoji-id') ?? '';
    if (!/^\d{1,18}$/.test(id)) throw refuse('Invalid custom emoji identifier specified');
    state.entities.push({ type: 'custom_emoji', ...place, custom_emoji_id: id });
  } else {
    const type =
      tag.name === 'blockquote' && tag.attributes.has('expandable') ? 'expandable_blockquote' : TYPES[tag.name];
    if (type !== undefined) state.entities.push({ type, ...place });
  }
}
