import { dayPage, page } from './day-sheet-page.ts';
import { letters } from './letters.ts';
import { rulerOf } from './lines.ts';
import { press } from './press.ts';
import { type SheetView } from './sheet-view.ts';

/** A day sheet as a PDF of one page of A4, to be printed and pinned; the same view gives the same bytes. */
export async function daySheetPdf(view: SheetView): Promise<Uint8Array> {
  const { clean } = await letters();
  const { print } = await press();
  const title = clean([view.act, view.title, view.place].join(', ').slice(0, 200));
  return print(dayPage(view, rulerOf(await letters())), { size: page, lang: view.lang, title });
}
