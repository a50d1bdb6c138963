import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import satori, { type Font } from 'satori';
import { type Drawn } from './drawn.ts';

/** Draws pictures; the same drawing gives the same bytes. */
export interface Printer {
  /** The picture as SVG, its letters as outlines, as high as it needs to be; `width` in pixels. */
  readonly svg: (drawing: Drawn, width: number) => Promise<string>;
  /** The picture as PNG. */
  readonly png: (drawing: Drawn, width: number) => Promise<Uint8Array>;
}

/** The alphabets people's names are written in; each is a file of the typeface. */
const alphabets = ['latin', 'latin-ext', 'greek', 'cyrillic', 'vietnamese'];
const weights = [400, 600] as const;

/**
 * The typeface and what makes points of outlines, read once for the process when the first picture is wanted: the one module
 * keeps its memory for itself, and letters are measured anew for a typeface that is read again.
 */
export const printer: () => Promise<Printer> = once(openPrinter);

async function openPrinter(): Promise<Printer> {
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve('@fontsource/inter/files/inter-latin-400-normal.woff'));
  const [fonts, program] = await Promise.all([
    readFonts(folder),
    readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')),
  ]);
  // It can be started only once, so everything that may fail and be tried again comes before.
  await initWasm(program);
  const svg = (drawing: Drawn, width: number): Promise<string> => satori(drawing, { width, fonts });
  return { svg, png: async (drawing, width) => paint(await svg(drawing, width)) };
}

/** All weights of all alphabets. Under one name only the first would be looked at, so each alphabet has its own. */
export function readFonts(folder: string): Promise<Font[]> {
  return Promise.all(
    alphabets.flatMap((alphabet) =>
      weights.map(async (weight): Promise<Font> => {
        const data = await readFile(join(folder, `inter-${alphabet}-${weight}-normal.woff`));
        return { name: alphabet === 'latin' ? 'Inter' : `Inter ${alphabet}`, data, weight, style: 'normal' };
      }),
    ),
  );
}

/** What the program holds of a picture is not seen by our own memory's collector, so it is freed by hand. */
function paint(svg: string): Uint8Array {
  const picture = new Resvg(svg, { font: { loadSystemFonts: false } });
  try {
    const image = picture.render();
    try {
      return image.asPng();
    } finally {
      image.free();
    }
  } finally {
    picture.free();
  }
}

/** Made at the first call and kept; a failure is not kept. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = null;
      throw error;
    });
    return made;
  };
}
