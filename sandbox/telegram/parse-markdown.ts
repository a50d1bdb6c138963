import { bytesBefore, sortEntities } from './entities.ts';
import type { Formatted } from './entities.ts';
import { badRequest } from './errors.ts';
import { checkUrl } from './urls.ts';
import type { WireEntity } from './wire.ts';

/** Markers of MarkdownV2, longest first, with the type and the name the platform's errors use. */
const MARKERS: readonly { readonly marker: string; readonly type: string; readonly name: string }[] = [
  { marker: '```', type: 'pre', name: 'Pre' },
  { marker: '||', type: 'spoiler', name: 'Spoiler' },
  { marker: '__', type: 'underline', name: 'Underline' },
  { marker: '*', type: 'bold', name: 'Bold' },
  { marker: '_', type: 'italic', name: 'Italic' },
  { marker: '~', type: 'strikethrough', name: 'Strikethrough' },
  { marker: '`', type: 'code', name: 'Code' },
  { marker: '[', type: 'text_link', name: 'TextUrl' },
];
const RESERVED = '_*[]()~`>#+-=|{}.!';

interface Open {
  readonly marker: string;
  readonly type: string;
  readonly name: string;
  readonly offset: number;
  readonly byte: number;
}

interface State {
  readonly source: string;
  at: number;
  text: string;
  readonly open: Open[];
  readonly entities: WireEntity[];
}

const refuse = (text: string): Error => badRequest(`can't parse entities: ${text}`);

/** Reads MarkdownV2; throws the platform's 400 for an unescaped reserved character or an entity without end. Block quotes are not read. */
export function parseMarkdownV2(source: string): Formatted {
  const state: State = { source, at: 0, text: '', open: [], entities: [] };
  while (state.at < source.length) step(state);
  const left = state.open.at(-1);
  if (left !== undefined) throw refuse(`Can't find end of ${left.name} entity at byte offset ${left.byte}`);
  return { text: state.text, entities: sortEntities(state.entities) };
}

function step(state: State): void {
  const { source, at } = state;
  const character = source.charAt(at);
  const next = source.charAt(at + 1);
  if (character === '\\' && next > ' ' && next <= '~') {
    state.text += next;
    state.at += 2;
    return;
  }
  const top = state.open.at(-1);
  const inCode = top?.type === 'code' || top?.type === 'pre';
  if (top !== undefined && (top.type === 'text_link' ? character === ']' : source.startsWith(top.marker, at)))
    return close(state, top);
  const marker = inCode ? undefined : MARKERS.find((candidate) => source.startsWith(candidate.marker, at));
  if (marker !== undefined) {
    state.open.push({ ...marker, offset: state.text.length, byte: bytesBefore(source, at) });
    state.at += marker.marker.length;
    return;
  }
  if (!inCode && RESERVED.includes(character)) {
    throw refuse(`Character '${character}' is reserved and must be escaped with the preceding '\\'`);
  }
  state.text += character;
  state.at += 1;
}

function close(state: State, top: Open): void {
  state.open.pop();
  state.at += top.type === 'text_link' ? 1 : top.marker.length;
  const place = { offset: top.offset, length: state.text.length - top.offset };
  if (top.type !== 'text_link') {
    if (place.length > 0) state.entities.push({ type: top.type, ...place });
    return;
  }
  const target = /^\(((?:\\.|[^\\)])*)\)/.exec(state.source.slice(state.at));
  if (target === null) return;
  state.at += target[0].length;
  const url = (target[1] ?? '').replace(/\\(.)/g, '$1');
  if (place.length > 0) state.entities.push({ type: 'text_link', ...place, url: checkUrl('entity URL', url) });
}

/** Reads the old Markdown style: no nesting, and an unclosed marker is refused. */
export function parseMarkdown(source: string): Formatted {
  const types: Readonly<Record<string, string>> = { '*': 'bold', _: 'italic', '`': 'code' };
  const entities: WireEntity[] = [];
  let text = '';
  let at = 0;
  while (at < source.length) {
    const character = source.charAt(at);
    if (character === '\\' && '_*`['.includes(source.charAt(at + 1))) {
      text += source.charAt(at + 1);
      at += 2;
      continue;
    }
    const type = types[character];
    const link = character === '[' ? /^\[([^\]]*)\]\(([^)]*)\)/.exec(source.slice(at)) : null;
    const end = type === undefined ? -1 : source.indexOf(character, at + 1);
    if (type !== undefined && end === -1)
      throw refuse(`Can't find end of the entity starting at byte offset ${bytesBefore(source, at)}`);
    const inner = link?.[1] ?? (type === undefined ? character : source.slice(at + 1, end));
    const place = { offset: text.length, length: inner.length };
    if (link !== null) entities.push({ type: 'text_link', ...place, url: checkUrl('entity URL', link[2] ?? '') });
    else if (type !== undefined && inner !== '') entities.push({ type, ...place });
    text += inner;
    if (link !== null) at += link[0].length;
    else at = type === undefined ? at + 1 : end + 1;
  }
  return { text, entities };
}
