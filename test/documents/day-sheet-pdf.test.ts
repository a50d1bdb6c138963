import * as fc from 'fast-check';
import pdfmake from 'pdfmake';
import { afterEach, describe, expect, it } from 'vitest';
import { mostFileBytes } from '../../core/outbound.ts';
import { daySheetPdf } from '../../documents/day-sheet-pdf.ts';
import { press } from '../../documents/press.ts';
import { readPdf, type Item } from './pdf-reader.ts';
import { extremeViews } from './sheet-extremes.ts';
import { daySheet, endlessSheet, textsOf, unspaced } from './sheet-samples.ts';

const written = (items: readonly Item[]): string => unspaced(items.map(({ text }) => text).join(''));
const sheetOf = async (...view: Parameters<typeof daySheet>) => readPdf(await daySheetPdf(daySheet(...view)));
const sizeOf = (items: readonly Item[], text: string): number =>
  items.find((item) => item.text.startsWith(text))?.size ?? 0;

/** What a text covers, its hats and tails included; letters are set a hair closer where they fit each other. */
const boxOf = ({ left, foot, width, size }: Item) => ({
  left: left + size * 0.15,
  right: left + width - size * 0.15,
  bottom: foot - size * 0.2,
  top: foot + size * 0.9,
});
type Box = ReturnType<typeof boxOf>;
const meet = (one: Box, two: Box): boolean =>
  one.left < two.right && two.left < one.right && one.bottom < two.top && two.bottom < one.top;
const overlapping = (items: readonly Item[]): [string, string][] =>
  items.flatMap((one, index) =>
    items
      .slice(index + 1)
      .flatMap((two): [string, string][] => (meet(boxOf(one), boxOf(two)) ? [[one.text, two.text]] : [])),
  );
const outside = (items: readonly Item[]): Item[] =>
  items.filter((item) => {
    const { bottom, top } = boxOf(item);
    return item.left < 41.9 || item.left + item.width > 595.28 - 41.9 || bottom < 30 || top > 841.89 - 36;
  });

describe('the paper', () => {
  it('when it is made, it is one page of A4, small, and named after the date', async () => {
    const bytes = await daySheetPdf(daySheet());
    const { pages, width, height, title } = await readPdf(bytes);
    expect(pages).toBe(1);
    expect([width, height].map(Math.round)).toEqual([595, 842]);
    expect(title).toBe('Gribitch, Sam. 13 mars 2027, Le Fil, Saint-Étienne');
    expect(bytes.length).toBeLessThan(100_000);
  });

  it('when it is read by another program, every text of the view is there', async () => {
    const view = daySheet({ notice: 'Embargo : rien en ligne avant le 1er février, 10 h.' });
    const all = written((await readPdf(await daySheetPdf(view))).items);
    expect(textsOf(view).filter((text) => !all.includes(unspaced(text)))).toEqual([]);
    expect(all).not.toContain(unspaced('… la suite dans Régie'));
  });

  it('when it is ordinary, nothing leaves the page and no text meets another', async () => {
    const { items } = await sheetOf();
    expect(items.length).toBeGreaterThan(40);
    expect(outside(items)).toEqual([]);
    expect(overlapping(items)).toEqual([]);
  });

  it('when hours are strong they are larger than others, and the act is the largest of all', async () => {
    const { items } = await sheetOf();
    expect(sizeOf(items, 'Passage')).toBeGreaterThan(sizeOf(items, 'Départ'));
    expect(Math.max(...items.map(({ size }) => size))).toBe(sizeOf(items, 'Gribitch'));
  });

  it('when nothing is unknown, there is no frame for it', async () => {
    expect(written((await sheetOf({ open: [], hours: [] })).items)).not.toContain(unspaced('À confirmer'));
  });
});

describe('the room', () => {
  it('when there is more to say, everything is smaller and still there', async () => {
    const { hours, sections } = daySheet();
    const view = daySheet({ hours: [...hours, ...hours], sections: [...sections, ...sections] });
    const { pages, items } = await readPdf(await daySheetPdf(view));
    const all = written(items);
    expect(pages).toBe(1);
    expect(sizeOf(items, 'Départ')).toBeLessThan(sizeOf((await sheetOf()).items, 'Départ'));
    expect(textsOf(view).filter((text) => !all.includes(unspaced(text)))).toEqual([]);
    expect(all).not.toContain(unspaced('… la suite dans Régie'));
  });

  it('when there is no end to it, it is cut on one page and says that there is more', async () => {
    const bytes = await daySheetPdf(endlessSheet());
    const { pages, items } = await readPdf(bytes);
    expect(pages).toBe(1);
    expect(items.filter(({ text }) => text === '… la suite dans Régie').length).toBeGreaterThan(0);
    expect(written(items)).toContain(unspaced('0 h 30'));
    expect(outside(items)).toEqual([]);
    expect(overlapping(items)).toEqual([]);
    expect(Math.min(...items.map(({ size }) => size))).toBeGreaterThanOrEqual(6);
    expect(bytes.length).toBeLessThan(mostFileBytes);
  });

  it('when no word for more is given, an ellipsis stands where it is cut', async () => {
    const { more: _more, ...view } = endlessSheet({ open: [] });
    const { items } = await readPdf(await daySheetPdf(view));
    expect(items.filter(({ text }) => text === '…')).toHaveLength(1);
  });

  it('when views are extreme, it is one page on which nothing leaves its place', { timeout: 120_000 }, async () => {
    const each = fc.asyncProperty(extremeViews, async (view) => {
      const { pages, items } = await readPdf(await daySheetPdf(view));
      expect(pages).toBe(1);
      expect(outside(items)).toEqual([]);
      expect(overlapping(items)).toEqual([]);
    });
    await fc.assert(each, { numRuns: 10, seed: 13_032_027, endOnFailure: true });
  });
});

describe('what people wrote', () => {
  it('when it looks like markup, a file or an address, it is words', async () => {
    const texts = [
      '<b>gras</b> & ${process.exit()}',
      'file:///etc/passwd',
      'http://127.0.0.1:9/x.png',
      '{"image":"/etc/passwd"}',
    ];
    const view = daySheet({ open: texts, act: '</text><script>' });
    const all = written((await readPdf(await daySheetPdf(view))).items);
    expect(textsOf(view).filter((text) => !all.includes(unspaced(text)))).toEqual([]);
  });

  it('when there are emoji they are left out, and letters without shapes become an ellipsis', async () => {
    const { items } = await sheetOf({ act: '🎸 Les Ours 👨‍👩‍👧', place: '北京饭店, Пекин', title: 'E\u0301te\u0301 🇫🇷' });
    expect(items.map(({ text }) => text)).toContain('Les Ours');
    const all = written(items);
    expect(all).toContain('LesOursÉté…,Пекин');
    expect(all).not.toMatch(/[\p{Extended_Pictographic}\p{Regional_Indicator}\uFFFD]/u);
  });

  it('when the library is asked for a file or an address, it refuses', async () => {
    await press();
    const asked = (image: string) => pdfmake.createPdf({ content: [{ image }], images: { x: image } }).getBuffer();
    await expect(asked('/etc/hostname')).rejects.toThrow('denied');
    await expect(asked('http://127.0.0.1:9/x.png')).rejects.toThrow('denied');
  });
});

describe('the bytes', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it('when it is made in other zones or at once, they are the same; for another version they are not', async () => {
    const reference = Buffer.from(await daySheetPdf(daySheet()));
    for (const name of ['UTC', 'America/New_York', 'Asia/Tokyo']) {
      process.env['TZ'] = name;
      expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(name);
      const [one, two] = await Promise.all([daySheetPdf(daySheet()), daySheetPdf(daySheet())]);
      expect(reference.equals(one) && reference.equals(two)).toBe(true);
    }
    expect(reference.equals(await daySheetPdf(daySheet({ version: 'v3' })))).toBe(false);
  });
});
