import { createRequire } from 'node:module';
import { dirname } from 'node:path';

/** How heavy letters are: plain, or what should be found first. */
export type Weight = 400 | 600;

export const weights: readonly Weight[] = [400, 600];

/** The alphabets people's names are written in, in the order in which they are asked for a letter; each is a file. */
export const alphabets = ['latin', 'latin-ext', 'greek', 'cyrillic', 'vietnamese'] as const;

/** One of the alphabets of the typeface. */
export type Alphabet = (typeof alphabets)[number];

/** The name of the file that holds an alphabet. */
export function fileOf(alphabet: Alphabet, weight: Weight): string {
  return `inter-${alphabet}-${weight}-normal.woff`;
}

/** Where the files are, wherever the package was installed. */
export function typefaceFolder(): string {
  return dirname(createRequire(import.meta.url).resolve(`@fontsource/inter/files/${fileOf('latin', 400)}`));
}
