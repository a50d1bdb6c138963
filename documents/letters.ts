import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';
import { readable } from './drawn.ts';
import { once } from './once.ts';
import { alphabets, fileOf, typefaceFolder, weights, type Alphabet, type Weight } from './typeface.ts';

/** Letters that one file of the typeface holds; `alphabet` names the file. */
export interface Run {
  readonly alphabet: Alphabet;
  readonly text: string;
}

/** The typeface as documents need it to know what can be drawn and how wide it is. */
export interface Letters {
  /** The files by name, for whoever embeds them. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The text in letters that have shapes, on one line. Unknown letters become an ellipsis, unknown signs and emoji go. */
  readonly clean: (text: string) => string;
  /** A clean text in pieces of one alphabet each. */
  readonly runs: (text: string) => readonly Run[];
  /** How wide a clean text is at a size of 1. */
  readonly width: (text: string, weight: Weight) => number;
}

/** Signs people write that the typeface has not, and what it has instead. */
const instead: Readonly<Record<string, string>> = {
  '\u202F': '\u00A0',
  '\u2007': '\u00A0',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '–',
  '\u2015': '—',
  '→': '›',
  '←': '‹',
  '↔': '–',
  '⇒': '›',
  '➜': '›',
  '➔': '›',
};

/** The typeface, read once for the process when the first document is wanted. */
export const letters: () => Promise<Letters> = once(openLetters);

async function openLetters(): Promise<Letters> {
  const folder = typefaceFolder();
  const names = alphabets.flatMap((alphabet) => weights.map((weight) => fileOf(alphabet, weight)));
  const files = new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)),
  );
  const fonts = new Map([...files].map(([name, data]) => [name, single(create(data))]));
  const fontOf = (alphabet: Alphabet, weight: Weight): Font => known(fonts.get(fileOf(alphabet, weight)));
  // Every character of every text is asked for, so what each file holds is looked up once.
  const holders = new Map<number, Alphabet>();
  for (const each of alphabets.toReversed())
    for (const point of fontOf(each, 400).characterSet) holders.set(point, each);
  const alphabetOf = (character: string): Alphabet | undefined =>
    /[\p{C}\p{M}]/u.test(character) ? undefined : holders.get(character.codePointAt(0) ?? 0);
  const runs = (text: string): Run[] => runsOf(text, (character) => alphabetOf(character) ?? 'latin');
  const width = (text: string, weight: Weight): number =>
    runs(text).reduce((sum, run) => {
      const font = fontOf(run.alphabet, weight);
      return sum + font.layout(run.text).advanceWidth / font.unitsPerEm;
    }, 0);
  return { files, clean: (text) => cleaned(text, (character) => alphabetOf(character) !== undefined), runs, width };
}

function cleaned(text: string, drawable: (character: string) => boolean): string {
  const shown = (character: string): string => {
    if (drawable(character)) return character;
    const other = instead[character] ?? character.normalize('NFKC');
    if (other !== character) return Array.from(other).map(shown).join('');
    return /[\p{L}\p{N}]/u.test(character) ? '\uFFFF' : '';
  };
  return Array.from(readable(text))
    .map(shown)
    .join('')
    .replaceAll(/\uFFFF+/g, '…')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
}

function runsOf(text: string, alphabetOf: (character: string) => Alphabet): Run[] {
  const runs: { alphabet: Alphabet; text: string }[] = [];
  for (const character of text) {
    const last = runs.at(-1);
    // Spaces and marks stay with the letters they follow, if these have them; every file has a space.
    const alphabet = last !== undefined && character === ' ' ? last.alphabet : alphabetOf(character);
    if (last?.alphabet === alphabet) last.text += character;
    else runs.push({ alphabet, text: character });
  }
  return runs;
}

function single(opened: ReturnType<typeof create>): Font {
  if ('fonts' in opened) throw new Error('a file of the typeface holds several fonts');
  return opened;
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('this file of the typeface was not read');
  return value;
}
