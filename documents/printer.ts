import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import satori, { type Font } from 'satori';
import { type Drawn } from './drawn.ts';
import { once } from './once.ts';
import { alphabets, fileOf, typefaceFolder, weights } from './typeface.ts';

/** Draws pictures; the same drawing gives the same bytes. */
export interface Printer {
  /** The picture as SVG, its letters as outlines, as high as it needs to be; `width` in pixels. */
  readonly svg: (drawing: Drawn, width: number) => Promise<string>;
  /** The picture as PNG. */
  readonly png: (drawing: Drawn, width: number) => Promise<Uint8Array>;
}

/**
 * The typeface and what makes points of outlines, read once for the process when the first picture is wanted: the one module
 * keeps its memory for itself, and letters are measured anew for a typeface that is read again.
 */
export const printer: () => Promise<Printer> = once(openPrinter);

async function openPrinter(): Promise<Printer> {
  const require = createRequire(import.meta.url);
  const [fonts, program] = await Promise.all([
    readFonts(typefaceFolder()),
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
        const data = await readFile(join(folder, fileOf(alphabet, weight)));
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
