/** Text reduced to what the lexer reads, with the place each character came from, so that unread words are quoted as typed. */
export interface Normalised {
  readonly text: string;
  /** For each character of `text`, its index in the message as received. */
  readonly origin: readonly number[];
}

/** Accents carry meaning on these words only; they get a spelling of their own before accents go. */
const ACCENTED: ReadonlyMap<string, string> = new Map([
  ['là', 'laa'],
  ['où', 'oou'],
  ['dès', 'dees'],
  ['sûr', 'suur'],
  ['sûre', 'suur'],
  ['dû', 'duu'],
]);

const APOSTROPHES = /[\u2018\u2019\u02BC\u02B9\u2032\u00B4\u0060\uFF07]/u;
const DASHES = /[\u2010-\u2015\u2212\u2192]/u;
const INVISIBLE = /[\p{Cf}\p{M}]/u;
const PICTURE = /[\p{Extended_Pictographic}\p{So}\p{Sk}\p{Cs}\p{Co}\p{Cn}]/u;

/** Decimal digits of any script follow each other in blocks of ten, so the value is the distance to the block's zero. */
function asciiDigit(char: string): string | null {
  if (!/^\p{Nd}$/u.test(char)) return null;
  const point = char.codePointAt(0) ?? 0;
  for (let value = 0; value < 10; value += 1) {
    const before = String.fromCodePoint(point - value - 1);
    if (!/^\p{Nd}$/u.test(before)) return String(value);
  }
  return String((point - 0x30) % 10);
}

function plain(char: string): string {
  if (char <= '\u007F') return char === '`' ? "'" : char.toLowerCase();
  if (APOSTROPHES.test(char)) return "'";
  if (DASHES.test(char)) return '-';
  if (INVISIBLE.test(char)) return '';
  const digit = asciiDigit(char.normalize('NFKC'));
  if (digit !== null) return digit;
  if (PICTURE.test(char)) return ' ';
  const reduced = char
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase();
  return reduced.replaceAll('œ', 'oe').replaceAll('æ', 'ae').replaceAll('\u2044', '/');
}

function accentedWord(text: string, index: number): string | null {
  if (index > 0 && /\p{L}/u.test(text[index - 1] ?? '')) return null;
  const word = /^\p{L}+/u.exec(text.slice(index, index + 6))?.[0].toLowerCase();
  return word !== undefined && ACCENTED.has(word) ? word : null;
}

/**
 * Lower case, no accents, ASCII digits whatever the script (full width, Arabic-Indic), plain apostrophes and dashes;
 * pictures become spaces, invisible characters vanish.
 */
export function normalise(message: string): Normalised {
  const source = message.normalize('NFC');
  let text = '';
  const origin: number[] = [];
  for (let index = 0; index < source.length;) {
    const word = accentedWord(source, index);
    const char = word ?? String.fromCodePoint(source.codePointAt(index) ?? 0);
    const written = word === null ? plain(char) : (ACCENTED.get(word) ?? '');
    text += written;
    for (let count = 0; count < written.length; count += 1) origin.push(index);
    index += char.length;
  }
  return { text, origin };
}
