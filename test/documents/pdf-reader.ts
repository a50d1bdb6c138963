import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A text as it stands on a page; points from the left and from below, and how large it is. */
export interface Item {
  readonly text: string;
  readonly left: number;
  readonly foot: number;
  readonly width: number;
  readonly size: number;
}

/** A PDF as another program reads it: how many pages, how large the first is and every text on it. */
export async function readPdf(
  bytes: Uint8Array,
): Promise<{ pages: number; width: number; height: number; items: Item[]; title: unknown }> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  try {
    const document = await task.promise;
    const page = await document.getPage(1);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent({ disableNormalization: true });
    const { info } = await document.getMetadata();
    const title: unknown = Reflect.get(info, 'Title');
    const texts = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [itemOf(item)] : []));
    return { pages: document.numPages, width, height, items: texts, title };
  } finally {
    await task.destroy();
  }
}

function itemOf(item: { str: string; transform: unknown[]; width: number }): Item {
  const [, , , size, left, foot] = item.transform.map(Number);
  if (size === undefined || left === undefined || foot === undefined) throw new Error('a text without its place');
  return { text: item.str, left, foot, width: item.width, size };
}
