/** A piece of text before vocabulary: numbers are already typed, since their punctuation decides what they are. */
export interface Token {
  readonly kind: 'word' | 'number' | 'ordinal' | 'iso' | 'dmy' | 'dm' | 'time' | 'code' | 'mark' | 'break';
  readonly text: string;
  /** Numbers in reading order: day and month of `dm`, year month day of `iso`, minutes since midnight of `time`. */
  readonly numbers: readonly number[];
  readonly at: number;
  readonly end: number;
  /** No space before. */
  readonly glued: boolean;
}

type Rule = readonly [Token['kind'], RegExp, (match: RegExpExecArray) => readonly number[] | null];

const ints = (match: RegExpExecArray): readonly number[] =>
  match
    .slice(1)
    .filter((group) => group !== undefined)
    .map(Number);

function minutes(
  hours: string | undefined,
  minute: string | undefined,
  half: string | undefined,
): readonly number[] | null {
  const [h, m] = [Number(hours), Number(minute ?? 0)];
  if (m > 59 || h > 24 || (h === 24 && m > 0)) return null;
  if (half === undefined) return [h * 60 + m];
  return h < 1 || h > 12 ? null : [((h % 12) + (half.startsWith('p') ? 12 : 0)) * 60 + m];
}

const RULES: readonly Rule[] = [
  ['iso', /(\d{4})-(\d{2})-(\d{2})(?!\d)/y, ints],
  [
    'dmy',
    /(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d\p{L}])/uy,
    (match) => [Number(match[1]), Number(match[3]), Number(match[4])],
  ],
  ['time', /(\d{1,2})(?::(\d{2}))? ?([ap])\.?m\b\.?/y, (match) => minutes(match[1], match[2], match[3])],
  ['time', /(\d{1,2}):(\d{2})(?![\d:])/y, (match) => minutes(match[1], match[2], undefined)],
  ['time', /(\d{1,2})h(\d{2})?(?![\d\p{L}])/uy, (match) => minutes(match[1], match[2], undefined)],
  [
    'time',
    /(\d{1,2})[ \u00A0\u202F](?:h|heures?)(?:[ \u00A0\u202F](\d{2}))?(?![\d\p{L}])/uy,
    (match) => minutes(match[1], match[2], undefined),
  ],
  ['time', /(\d{1,2})(?:heures?|hrs?)(?![\d\p{L}])/uy, (match) => minutes(match[1], undefined, undefined)],
  ['dm', /(\d{1,2})\/(\d{1,2})(?![\d/\p{L}])/uy, ints],
  ['dm', /(\d{1,2})\.(\d{2})(?![\d.\p{L}])/uy, ints],
  ['ordinal', /(\d{1,2})(?:er|ere|e|eme|ieme|nd|nde|st|rd|th)(?![\d\p{L}])/uy, ints],
  ['code', /\p{L}*\d+\p{L}[\p{L}\d]*|\p{L}+\d[\p{L}\d]*/uy, () => []],
  ['number', /(\d+)/y, ints],
  ['word', /\p{L}+(?:'\p{L}+)*'?/uy, () => []],
  ['break', /\s*\n\s*/y, () => []],
];

/** Cuts normalised text into tokens. Every character that is not a space ends up in one. */
export function lex(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let glued = false;
  while (at < text.length) {
    if (/[^\S\n]/.test(text.charAt(at))) {
      at += 1;
      glued = false;
      continue;
    }
    const token = ruleAt(text, at, glued);
    tokens.push(token);
    at = token.end;
    glued = true;
  }
  return tokens;
}

function ruleAt(text: string, at: number, glued: boolean): Token {
  for (const [kind, pattern, read] of RULES) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const numbers = match === null ? null : read(match);
    if (match === null || numbers === null) continue;
    return { kind, text: match[0], numbers, at, end: at + match[0].length, glued };
  }
  return { kind: 'mark', text: text.charAt(at), numbers: [], at, end: at + 1, glued };
}
