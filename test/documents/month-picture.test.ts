import satori, { type SatoriNode } from 'satori';
import { beforeAll, describe, expect, it } from 'vitest';
import { dayLooks } from '../../documents/day-looks.ts';
import { monthLayout, pageWidth, type MonthSheet } from '../../documents/month-layout.ts';
import { monthPicture } from '../../documents/month-picture.ts';
import { printer, readFonts } from '../../documents/printer.ts';
import { daysFromTo } from '../../domain/day.ts';
import { imageSize } from '../../sandbox/telegram/images.ts';
import { day } from '../support/builders.ts';
import { sheet } from './month-samples.ts';

let fonts: Awaited<ReturnType<typeof readFonts>>;
beforeAll(async () => {
  fonts = await readFonts('node_modules/@fontsource/inter/files');
});

/** A word as it stands on the sheet. */
interface Written extends Box {
  readonly text: string;
}
interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The cells of the days by their numbers, every word, and how high it all is. */
async function laidOut(month: MonthSheet): Promise<{ days: Map<string, Box>; words: Written[]; height: number }> {
  const days = new Map<string, Box>();
  const note = (node: SatoriNode): void => {
    if (String(node.key).startsWith('day ')) days.set(String(node.key).slice(4), node);
  };
  const svg = await satori(monthLayout(month), { width: pageWidth, fonts, embedFont: false, onNodeDetected: note });
  const words = [...svg.matchAll(/<text x="(.*?)" y="(.*?)" width="(.*?)" height="(.*?)"[^>]*>(.*?)<\/text>/gs)].map(
    ([, x, y, width, height, text = '']) => ({
      left: Number(x),
      top: Number(y) - Number(height),
      width: Number(width),
      height: Number(height),
      text,
    }),
  );
  return { days, words, height: Number(/<svg width="\d+" height="(\d+)"/.exec(svg)?.[1]) };
}

const holds = (outer: Box, inner: Box): boolean =>
  inner.left >= outer.left &&
  inner.left + inner.width <= outer.left + outer.width &&
  inner.top >= outer.top &&
  inner.top + inner.height <= outer.top + outer.height;
const meet = (one: Box, two: Box): boolean =>
  one.left < two.left + two.width &&
  two.left < one.left + one.width &&
  one.top < two.top + two.height &&
  two.top < one.top + one.height;
/** All that is written, without the spaces: the sheet is made of words that stand where they stand. */
const written = (words: readonly Written[]): string => unspaced(words.map(({ text }) => text).join(''));
const unspaced = (text: string): string => text.replaceAll(/\s/g, '');
const everyDay = (month: string, count: number, label: string): MonthSheet['days'] =>
  daysFromTo(day(`${month}-01`), day(`${month}-${count}`)).map((each) => ({ day: each, state: 'option', label }));

describe('the picture', () => {
  it('when it is drawn, it is a whole PNG of 1,080 across that platforms take as a photo, and small', async () => {
    const picture = await monthPicture(sheet());
    const { height } = await laidOut(sheet());
    expect(imageSize(picture)).toEqual({ width: 1080, height });
    expect(height).toBeLessThan(1080 * 1.5);
    expect(picture.length).toBeLessThan(400_000);
  });

  it('when it is drawn twice, even at once, the bytes are the same; with another label they are not', async () => {
    const [one, two] = await Promise.all([monthPicture(sheet()), monthPicture(sheet())]);
    expect(Buffer.from(one).equals(two)).toBe(true);
    const [first, ...others] = sheet().days;
    const renamed = first === undefined ? [] : [{ ...first, label: 'Léa' }, ...others];
    expect(Buffer.from(one).equals(await monthPicture(sheet({ days: renamed })))).toBe(false);
  });

  it('when names are of other alphabets, their letters have shapes; what has none is left out', async () => {
    const { svg } = await printer();
    const titled = (title: string) => svg(monthLayout(sheet({ title, days: [], legend: [], footer: '' })), 1080);
    const unknown = await titled('\u{E000}');
    const shapes = await Promise.all(
      ['É', 'œ', 'ł', 'Ж', 'Ω', 'ạ', 'Œ', '…', '’', '©', '«\u202F»', '«\u00A0»'].map(titled),
    );
    expect(new Set([unknown, ...shapes]).size).toBe(shapes.length + 1);
    expect(await titled('E\u0301te\u0301 🎸👨‍👩‍👧🇫🇷')).toBe(await titled('Été'));
  });
});

describe('what stands on it', () => {
  it('when the month is French, the week begins with lundi and every word is there', async () => {
    const { words } = await laidOut(sheet());
    const all = written(words);
    const begins = 'Gribitch, mars 2027 lun. mar. mer. jeu. ven. sam. dim. 1 2 3 Tom : ça se discute 4 5 opt. 1 Le Fil';
    const ends = '31 Œuvre à Liège Libre Ça se discute Option Date calée Joue ailleurs Pas là Pas encore répondu';
    expect(all.startsWith(unspaced(begins))).toBe(true);
    expect(all).toContain(unspaced('13 opt. 2 Festival des … 14 Léa'));
    expect(all.endsWith(unspaced(`${ends} Vu le lun. 23 nov. à 10 h 02`))).toBe(true);
  });

  it('when the month is English, so are its weekdays', async () => {
    const { words } = await laidOut(sheet({ locale: 'en' }));
    expect(written(words)).toContain('MonTueWedThuFriSatSun1');
  });

  it.each([
    ['2027-08', 31, 6],
    ['2027-02', 28, 4],
    ['2028-02', 29, 5],
    ['2027-03', 31, 5],
  ])('when the month is %s, it has %i days in %i weeks, each below its weekday', async (month, count, weeks) => {
    const { days } = await laidOut(sheet({ month, days: everyDay(month, count, 'x') }));
    expect(days.size).toBe(count);
    expect(new Set([...days.values()].map(({ top }) => top)).size).toBe(weeks);
    const columns = [...new Set([...days.values()].map(({ left }) => left))].toSorted((one, two) => one - two);
    for (const [name, { left }] of days) {
      const sundayFirst = new Date(name).getUTCDay();
      expect(columns.indexOf(left)).toBe((sundayFirst + 6) % 7);
    }
  });

  it.each([
    ['many words', 'opt. 1 Festival des Musiques d’Été à Évry-Courcouronnes et alentours '.repeat(5)],
    ['one endless word', 'W'.repeat(400)],
    ['words of the widest letters', 'MWM MWMW '.repeat(40)],
  ])(
    'when every label is %s, all stays in its cell, ends in an ellipsis, and no cell meets another',
    async (_, label) => {
      const { days, words, height } = await laidOut(sheet({ month: '2027-08', days: everyDay('2027-08', 31, label) }));
      const page = { left: 30, top: 30, width: pageWidth - 60, height: height - 60 };
      const cells = [...days.values()];
      expect(cells.filter((cell) => !holds(page, cell))).toEqual([]);
      expect(cells.filter((one) => cells.some((two) => one !== two && meet(one, two)))).toEqual([]);
      const within = words.filter((word) => cells.some((cell) => meet(cell, word)));
      expect(within.filter((word) => !cells.some((cell) => holds(cell, word)))).toEqual([]);
      expect(within.filter(({ text }) => text.endsWith('…'))).toHaveLength(31);
    },
  );

  it('when title, legend and footer are too long, they are cut and nothing leaves the sheet', async () => {
    const long = 'Les Musiciens de l’Orchestre d’Évry '.repeat(20);
    const legend = sheet().legend.map(({ state }) => ({ state, label: long }));
    const { words, height } = await laidOut(sheet({ title: long, footer: long, legend }));
    const page = { left: 30, top: 30, width: pageWidth - 60, height: height - 60 };
    expect(words.filter((word) => !holds(page, word))).toEqual([]);
  });

  it('when a day is of another month it is left out, and one that is not named is blank', async () => {
    const days = [{ day: day('2027-04-01'), state: 'taken' as const, label: 'Avril' }];
    const { days: cells, words } = await laidOut(sheet({ days, legend: [] }));
    expect(cells.size).toBe(31);
    expect(written(words)).toMatch(/dim\.1234.*293031Vule/);
    expect(written(words)).not.toContain('Avril');
  });

  it('when words hold signs of markup, they are words', async () => {
    const days = [{ day: day('2027-03-01'), state: 'free' as const, label: '<b>&"x' }];
    expect(written((await laidOut(sheet({ days }))).words)).toContain('1&lt;b&gt;&amp;&quot;x2');
    await expect(monthPicture(sheet({ days, title: '</svg><script>' }))).resolves.toBeInstanceOf(Uint8Array);
  });

  it('when nothing of a label can be drawn, the day is drawn without it', async () => {
    const days = [{ day: day('2027-03-01'), state: 'free' as const, label: '🎸' }];
    expect(written((await laidOut(sheet({ days }))).words)).toContain('dim.123');
    await expect(monthPicture(sheet({ days, title: '🎸', footer: '' }))).resolves.toBeInstanceOf(Uint8Array);
  });

  it('when the month is no month, says so', () => {
    expect(() => monthLayout(sheet({ month: '2027-13' }))).toThrow(RangeError);
  });
});

describe('the states', () => {
  const channel = (value: number): number => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  /** Relative luminance, and the contrast of two colours (WCAG 2.2). */
  const luminance = (color: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => channel(parseInt(color.slice(at, at + 2), 16) / 255));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: string, two: string): number => {
    const [dark = 0, light = 0] = [luminance(one), luminance(two)].toSorted((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const looks = Object.entries(dayLooks);

  it('when the colours are taken away, every state still has a sign of its own', () => {
    const signs = looks.map(([, { sign }]) => sign.map(({ props }) => [props['d'], props['fill'] === 'none']));
    const outlines = signs.map((shapes) => JSON.stringify(shapes));
    expect(new Set(outlines).size).toBe(looks.length);
  });

  it.each(looks)('when a day is %s, its words and its sign can be read on its colour', (_state, look) => {
    expect(contrast(look.ink, look.paper)).toBeGreaterThan(7);
    const colors = look.sign.flatMap(({ props }) => [props['stroke'], props['fill']]);
    const painted = colors.filter((color): color is string => typeof color === 'string' && color !== 'none');
    expect(Math.min(...painted.map((color) => contrast(color, look.paper)))).toBeGreaterThan(3);
  });
});
