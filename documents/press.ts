import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { type Mark } from './blocks.ts';
import { letters, type Letters } from './letters.ts';
import { once } from './once.ts';
import { alphabets, fileOf } from './typeface.ts';

declare module 'pdfmake' {
  /** Keeps a file in the library's memory, which its types leave out. */
  export namespace virtualfs {
    function writeFileSync(name: string, content: Uint8Array): void;
  }
}

/** What a page is besides its marks; points. */
export interface Paper {
  readonly size: { readonly width: number; readonly height: number };
  readonly lang: 'fr' | 'en';
  readonly title: string;
}

/** Makes PDFs; the same marks give the same bytes. */
export interface Press {
  /** One page. Marks below others are hidden by them, so papers come before their words. */
  readonly print: (marks: readonly Mark[], paper: Paper) => Promise<Uint8Array>;
}

/** The library with the typeface in its memory; it is given no way to a file or an address. */
export const press: () => Promise<Press> = once(openPress);

async function openPress(): Promise<Press> {
  const type = await letters();
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  for (const [name, data] of type.files) pdfmake.virtualfs.writeFileSync(name, data);
  pdfmake.setFonts(
    Object.fromEntries(
      alphabets.map((alphabet) => [alphabet, { normal: fileOf(alphabet, 400), bold: fileOf(alphabet, 600) }]),
    ),
  );
  return { print: async (marks, paper) => pdfmake.createPdf(pageOf(marks, paper, type)).getBuffer() };
}

function pageOf(marks: readonly Mark[], paper: Paper, type: Letters): TDocumentDefinitions {
  return {
    pageSize: { ...paper.size },
    pageMargins: 0,
    language: paper.lang,
    displayTitle: true,
    version: '1.7',
    // The file's identity is made of these; a date of its own would make every file another one.
    info: { title: paper.title, creator: 'Régie', producer: 'Régie', creationDate: new Date(0) },
    defaultStyle: { font: 'latin' },
    content: marks.map((mark) => (mark.type === 'rect' ? rect(mark) : words(mark, type))),
  };
}

function words({ x, y, text, look }: Extract<Mark, { type: 'text' }>, type: Letters): Content {
  const runs = type.runs(text).map((run) => ({ text: run.text, font: run.alphabet }));
  return {
    text: runs,
    fontSize: look.size,
    bold: look.weight === 600,
    color: look.color,
    noWrap: true,
    absolutePosition: { x, y },
  };
}

function rect({ x, y, width, height, radius, fill, line }: Extract<Mark, { type: 'rect' }>): Content {
  const shape = { type: 'rect' as const, x: 0, y: 0, w: width, h: height, r: radius };
  const painted = {
    ...(fill === null ? {} : { color: fill }),
    ...(line === null ? { lineWidth: 0 } : { lineColor: line, lineWidth: 0.8 }),
  };
  return { canvas: [{ ...shape, ...painted }], absolutePosition: { x, y } };
}
