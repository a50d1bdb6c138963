import { lineOf } from '../booking-words/line.ts';
import { CLOCK_SOURCE } from './clocks.ts';
import { hasPhone, isContactHead, isRole, readContact } from './contacts.ts';
import { HOUR_WORD_SOURCE } from './hour-words.ts';
import { droppedIn, headingIn, openingOf } from './info-words.ts';
import type { InfoWord } from './info-words.ts';
import type { InfoClause } from './infos.ts';
import { goesOn, takeLeg } from './legs.ts';
import { takePeople } from './people.ts';

/** A part of a text that is read by itself. */
export type Clause =
  | InfoClause
  | { readonly type: 'contact'; readonly text: string }
  | { readonly type: 'plain'; readonly text: string };

const BULLET = /^[\s\u200B]*(?:[•·*▪◦○●✓☐►➤‣–—-]+\s+|[•·▪◦○●✓☐►➤‣–—]+|\d{1,2}[.)]\s(?=\p{L}))/u;
const HOUR_CLAUSE = new RegExp(
  String.raw`(?<![\p{L}\d'])${HOUR_WORD_SOURCE}[\s:=@a]*${CLOCK_SOURCE}(?![\d\p{L}:])|^\s*${CLOCK_SOURCE}[\s:=-]*${HOUR_WORD_SOURCE}(?![\p{L}\d])`,
  'u',
);

function folded(text: string): string {
  return lineOf(text).line.flat;
}

/** « Hôtel : » alone: its value is on the lines below, up to a blank one or another thing of the day. */
function isOpenHeading(row: string): boolean {
  const flat = folded(row);
  const heading = headingIn(flat);
  return heading !== null && flat.slice(0, heading.from).trim() === '' && flat.slice(heading.value).trim() === '';
}

function startsField(row: string): boolean {
  const flat = folded(row);
  return (
    headingIn(flat) !== null ||
    openingOf(flat) !== null ||
    HOUR_CLAUSE.test(flat) ||
    hasPhone(flat) ||
    /^[^:]{2,30}\s?:/u.test(flat)
  );
}

/** The lines of a text, bullets off, and « ; » between; a heading gets its value from the lines below it. */
export function piecesOf(text: string): readonly string[] {
  const rows = text.split(/\r\n|[\n\r\u2028\u2029\v\f]/u).map((row) => row.replace(BULLET, ''));
  const pieces: string[] = [];
  for (let at = 0; at < rows.length; at += 1) {
    let row = rows[at] ?? '';
    if (isOpenHeading(row)) {
      const value: string[] = [];
      while (rows[at + 1] !== undefined && rows[at + 1]?.trim() !== '' && !startsField(rows[at + 1] ?? '')) {
        at += 1;
        value.push((rows[at] ?? '').trim());
      }
      row = `${row.trim()} ${value.join(', ')}`;
    }
    pieces.push(...row.split(';'));
  }
  return pieces.filter((piece) => piece.trim() !== '');
}

/** Where a comma, « puis » or the end of a sentence parts two things. */
const MARKS =
  /,(?!\d)|\s(?:puis|ensuite|et ensuite|et puis|and then|then)\s|(?<=[\p{L}\d)]{2})\.(?=\s+\p{L}|\s*$)|!+/giu;

function partsOf(text: string): readonly { readonly from: number; readonly to: number }[] {
  const parts: { from: number; to: number }[] = [];
  let from = 0;
  for (const mark of text.matchAll(MARKS)) {
    const before = text.slice(0, mark.index);
    if ((before.match(/\(/g) ?? []).length > (before.match(/\)/g) ?? []).length) continue;
    parts.push({ from, to: mark.index });
    from = mark.index + mark[0].length;
  }
  return [...parts, { from, to: text.length }].filter((part) => text.slice(part.from, part.to).trim() !== '');
}

function isField(text: string): boolean {
  const { line } = lineOf(text);
  return (
    HOUR_CLAUSE.test(line.flat) ||
    openingOf(line.flat) !== null ||
    droppedIn(line.flat) !== null ||
    (isContactHead(line.flat) && readContact(line) !== null) ||
    takePeople(line).said.length > 0 ||
    takeLeg(line).said.length > 0
  );
}

/** Whether the next part belongs to what the text before it began. */
function belongs(kind: Clause['type'], before: string, next: string): boolean {
  const flat = folded(next);
  if (kind === 'info') return !isField(next);
  if (kind === 'contact') return hasPhone(flat) || isRole(flat) || /^\s*(?:tel|portable)/u.test(flat);
  return goesOn(flat, folded(before)) || hasPhone(flat) || (hasPhone(folded(before)) && isRole(flat));
}

function kindOf(text: string): { readonly kind: Clause['type']; readonly info: InfoWord | null } {
  const { line } = lineOf(text);
  const info = openingOf(line.flat);
  const people = takePeople(line).said.length > 0;
  if (info !== null && droppedIn(line.flat) === null && !/\?\s*$/u.test(text)) return { kind: 'info', info };
  return { kind: !people && readContact(line) !== null ? 'contact' : 'plain', info: null };
}

function clauseOf(text: string): Clause {
  const { flat } = lineOf(text).line;
  const dropped = droppedIn(flat);
  if (dropped !== null) return { type: 'info', key: dropped, value: null, text };
  const { kind, info } = kindOf(text);
  if (info !== null) return { type: 'info', key: info.key, value: text.slice(info.value), text };
  return kind === 'contact' ? { type: 'contact', text } : { type: 'plain', text };
}

function unheaded(text: string): readonly Clause[] {
  const parts = partsOf(text);
  const clauses: Clause[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at];
    if (part === undefined) break;
    let { to } = part;
    const { kind } = kindOf(text.slice(part.from, to));
    for (let next = parts[at + 1]; next !== undefined; next = parts[at + 1]) {
      if (!belongs(kind, text.slice(part.from, to), text.slice(next.from, next.to))) break;
      ({ to } = next);
      at += 1;
    }
    clauses.push(clauseOf(text.slice(part.from, to)));
  }
  return clauses;
}

/** Passwords and remarks may hold anything; what stands after them on their line is theirs. */
const WHOLE_LINE: ReadonlySet<InfoWord['key']> = new Set(['wifi', 'note']);

/** Where the value of a heading ends: at a comma behind which another field begins, such as the contact after the hotel. */
function endOfValue(key: InfoWord['key'], value: string): number {
  if (WHOLE_LINE.has(key)) return value.length;
  const [, ...later] = partsOf(value);
  return (
    later.find(({ from, to }) => isField(value.slice(from, to)) || isHeadingFirst(value.slice(from)))?.from ??
    value.length
  );
}

function isHeadingFirst(text: string): boolean {
  const flat = folded(text);
  const heading = headingIn(flat);
  return heading !== null && flat.slice(0, heading.from).trim() === '';
}

/** What a piece says, one thing each. « wifi : » takes all that follows. */
export function clausesOf(piece: string): readonly Clause[] {
  const heading = headingIn(folded(piece));
  if (heading === null) return unheaded(piece);
  const end = heading.value + endOfValue(heading.key, piece.slice(heading.value));
  const text = piece.slice(heading.from, end).replace(/[\s,]+$/u, '');
  const value = piece.slice(heading.value, end).replace(/[\s,]+$/u, '');
  const rest = piece.slice(end);
  return [
    ...unheaded(piece.slice(0, heading.from)),
    { type: 'info', key: heading.key, value, text },
    ...(rest.trim() === '' ? [] : clausesOf(rest)),
  ];
}
