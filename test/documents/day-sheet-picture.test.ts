import * as fc from 'fast-check';
import satori from 'satori';
import { beforeAll, describe, expect, it } from 'vitest';
import { mostFileBytes } from '../../core/outbound.ts';
import { daySheetPicture, sheetDrawing } from '../../documents/day-sheet-picture.ts';
import { readFonts } from '../../documents/printer.ts';
import { type SheetView } from '../../documents/sheet-view.ts';
import { imageSize } from '../../sandbox/telegram/images.ts';
import { pixelsOf } from './pixels.ts';
import { extremeViews } from './sheet-extremes.ts';
import { daySheet, endlessSheet, textsOf, unspaced } from './sheet-samples.ts';

let fonts: Awaited<ReturnType<typeof readFonts>>;
beforeAll(async () => {
  fonts = await readFonts('node_modules/@fontsource/inter/files');
});

interface Word {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Every word as it stands on the picture, and how high it is. */
async function laidOut(view: SheetView): Promise<{ words: Word[]; height: number }> {
  const svg = await satori(await sheetDrawing(view), { width: 1080, fonts, embedFont: false });
  const found = svg.matchAll(/<text x="(.*?)" y="(.*?)" width="(.*?)" height="(.*?)"[^>]*>(.*?)<\/text>/gs);
  const words = [...found].map(([, x, y, width, height, text = '']) => ({
    text,
    left: Number(x),
    top: Number(y) - Number(height),
    width: Number(width),
    height: Number(height),
  }));
  return { words, height: Number(/<svg width="\d+" height="(\d+)"/.exec(svg)?.[1]) };
}

const written = (words: readonly Word[]): string => unspaced(words.map(({ text }) => text).join(''));
const outside = (words: readonly Word[], height: number): Word[] =>
  words.filter(
    ({ left, top, width, height: high }) => left < 43 || left + width > 1038 || top < 43 || top + high > height - 40,
  );
/** Letters are set a hair closer where they fit each other. */
const meet = (one: Word, two: Word): boolean =>
  one.left + one.height * 0.25 < two.left + two.width &&
  two.left + two.height * 0.25 < one.left + one.width &&
  one.top + 1 < two.top + two.height &&
  two.top + 1 < one.top + one.height;
const overlapping = (words: readonly Word[]): [string, string][] =>
  words.flatMap((one, index) =>
    words.slice(index + 1).flatMap((two): [string, string][] => (meet(one, two) ? [[one.text, two.text]] : [])),
  );

describe('the picture of a day', () => {
  it('when it is drawn, it is a PNG of 1,080 across that platforms take as a photo', async () => {
    const picture = await daySheetPicture(daySheet());
    const { height } = await laidOut(daySheet());
    expect(imageSize(picture)).toEqual({ width: 1080, height });
    expect(height).toBeLessThanOrEqual(2400);
    expect(picture.length).toBeLessThan(400_000);
  });

  it('when there is little to say, it is only as high as it needs to be', async () => {
    const { height } = await laidOut(daySheet({ sections: [], open: [] }));
    expect(height).toBeLessThan(1700);
  });

  it('when the day is ordinary every text is on it, and the hours come first', async () => {
    const { words } = await laidOut(daySheet());
    const all = written(words);
    expect(textsOf(daySheet()).filter((text) => !all.includes(unspaced(text)))).toEqual([]);
    expect(all.indexOf('Passage')).toBeLessThan(all.indexOf('Accès'));
    expect(all).not.toContain(unspaced('… la suite dans Régie'));
  });

  it('when it is seen in a van, hours are of 36 pixels and more and nothing is of less than 20', async () => {
    const { words } = await laidOut(daySheet());
    const high = (text: string): number => words.find((word) => word.text === text)?.height ?? 0;
    expect(high('Balance') / 1.21).toBeGreaterThanOrEqual(35);
    expect(Math.min(...words.map(({ height }) => height / 1.21))).toBeGreaterThanOrEqual(20);
  });

  it('when it is painted, nothing is cut at an edge: the margins are blank and the hours are not', async () => {
    for (const view of [daySheet(), endlessSheet()]) {
      const { width, height, at } = pixelsOf(await daySheetPicture(view));
      const inked = (fromX: number, toX: number, fromY: number, toY: number): number => {
        let count = 0;
        for (let y = fromY; y < toY; y += 1)
          for (let x = fromX; x < toX; x += 1) if (at(x, y) !== '#ffffff') count += 1;
        return count;
      };
      expect(inked(0, 42, 0, height) + inked(width - 42, width, 0, height)).toBe(0);
      expect(inked(0, width, 0, 42) + inked(0, width, height - 40, height)).toBe(0);
      expect(inked(44, width - 44, 44, height - 44)).toBeGreaterThan(50_000);
    }
  });

  it('when there is no end to it, it is cut, says that there is more, and stays small enough to send', async () => {
    const { words, height } = await laidOut(endlessSheet());
    expect(written(words)).toContain(unspaced('… la suite dans Régie'));
    expect(height).toBeLessThanOrEqual(2400);
    expect((await daySheetPicture(endlessSheet())).length).toBeLessThan(mostFileBytes);
  });

  it('when only the sections are too many, the hours are whole and what is missing is the end', async () => {
    const { hours, sections } = daySheet();
    const { words } = await laidOut(daySheet({ sections: Array.from({ length: 6 }, () => sections).flat() }));
    const all = written(words);
    expect(hours.filter(({ label }) => !all.includes(unspaced(label)))).toEqual([]);
    expect(all).toContain('Accès');
    expect(all).toContain(unspaced('… la suite dans Régie'));
  });

  it('when views are extreme, nothing leaves the picture and no text meets another', { timeout: 120_000 }, async () => {
    const each = fc.asyncProperty(extremeViews, async (view) => {
      const { words, height } = await laidOut(view);
      expect(height).toBeLessThanOrEqual(2400);
      expect(outside(words, height)).toEqual([]);
      expect(overlapping(words)).toEqual([]);
    });
    await fc.assert(each, { numRuns: 10, seed: 13_032_027, endOnFailure: true });
  });

  it('when it is drawn twice, even at once, the bytes are the same; for another version they are not', async () => {
    const [one, two] = await Promise.all([daySheetPicture(daySheet()), daySheetPicture(daySheet())]);
    expect(Buffer.from(one).equals(two)).toBe(true);
    expect(Buffer.from(one).equals(await daySheetPicture(daySheet({ version: 'v3' })))).toBe(false);
  });
});
