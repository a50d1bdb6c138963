/** A line being read: `flat` is as long as `source` (NFC), folded for matching, with what was understood blotted out. */
export interface Line {
  readonly source: string;
  readonly flat: string;
}

/** A stretch of a line. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Longer lines are pasted text; what lies beyond is handed back unread. */
const LONGEST = 240;
const TAKEN = '\uE000';

const QUOTES = /[\u2018\u2019\u02BC\u02B9\u2032\u00B4\u0060\uFF07]/u;
const DASHES = /[\u2010-\u2015\u2212]/u;

function flatChar(char: string): string {
  if (char === TAKEN) return ' ';
  if (char <= '\u007F' && char !== '`') return char.toLowerCase();
  if (QUOTES.test(char)) return "'";
  if (DASHES.test(char)) return '-';
  if (/\s/u.test(char)) return char === '\n' ? char : ' ';
  const plain = char.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain.length === 1 && plain !== TAKEN ? plain : char;
}

/** The line of a text, and what is too far in it to be read. */
export function lineOf(text: string): { readonly line: Line; readonly beyond: string | null } {
  const whole = text.normalize('NFC');
  const cut = whole.length <= LONGEST ? whole.length : Math.max(whole.lastIndexOf(' ', LONGEST), 1);
  const source = whole.slice(0, cut);
  const flat = source.split('').map(flatChar).join('');
  return { line: { source, flat }, beyond: whole.slice(cut).trim() === '' ? null : whole.slice(cut).trim() };
}

/** The line with a stretch blotted out: understood, so nothing else reads it. */
export function take(line: Line, { from, to }: Stretch): Line {
  return { ...line, flat: line.flat.slice(0, from) + TAKEN.repeat(to - from) + line.flat.slice(to) };
}

/** As typed, trimmed. */
export function quote(line: Line, { from, to }: Stretch): string {
  return line.source.slice(from, to).trim();
}

/** Where a pattern matched. */
export function stretchOf(match: RegExpExecArray): Stretch {
  return { from: match.index, to: match.index + match[0].length };
}

/** The text with what was taken replaced by marks that no phrase of days crosses, same length. */
export function untaken(line: Line): string {
  return line.source
    .split('')
    .map((char, at) => (line.flat[at] === TAKEN ? (line.flat[at - 1] === TAKEN ? ' ' : ';') : char))
    .join('');
}

/** Words that carry nothing by themselves: left over, they are dropped. */
const EMPTY = new Set(
  (
    'le la les l un une des du de d a au aux en et pour avec sur chez dans par y the an of at in on for with and to from ' +
    'stp svp pls please merci thanks thx deal date dates c ce est cest is its it s e eur soit ca qui que qu ' +
    'fait plutot alors donc non ben euh finalement coup actually rather so'
  ).split(' '),
);

/** What remains between taken stretches and marks, with at least one word of content, without empty words at its ends. */
export function groupsOf(line: Line): readonly Stretch[] {
  const groups: Stretch[] = [];
  for (const run of line.flat.matchAll(/[^\uE000,;!?()[\]\n"«»•|]+/gu)) {
    const words = [...run[0].matchAll(/[\p{L}\p{N}\p{M}€$£%@#]+/gu)];
    const full = words.filter(([word]) => !EMPTY.has(word));
    const [first, last] = [full[0], full.at(-1)];
    if (first === undefined || last === undefined) continue;
    groups.push({ from: run.index + first.index, to: run.index + last.index + last[0].length });
  }
  return groups;
}

/** Everything that was not understood, as typed. */
export function leftoversOf(line: Line, beyond: string | null): readonly string[] {
  return [...groupsOf(line).map((group) => quote(line, group)), ...(beyond === null ? [] : [beyond])];
}
