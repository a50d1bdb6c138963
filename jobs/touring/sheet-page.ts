import { type Services } from '../../core/turn.ts';
import { knownSheet } from '../../agency/road/known-sheet.ts';
import { nameOf } from '../../agency/road/sheet-lines.ts';
import { daySheetPdf } from '../../documents/day-sheet-pdf.ts';
import { sheetView } from './sheet-view.ts';

/** Nobody in particular: shown what concerns everybody on the road. */
const guest = '-';

/** The sheet as a page for somebody without an account; null when there is no such show, or they are not on its road any more. */
export async function sheetPage(services: Services, show: string, name: string): Promise<Uint8Array | null> {
  const known = await knownSheet(services, show);
  if (known === null) return null;
  const { people, others } = known.party;
  // A stranger called like somebody of the act is shown what concerns everybody.
  const isOther = others.some((one) => one.name === name);
  const reader = isOther
    ? undefined
    : people.find((id) => known.people.get(id)?.name === name || nameOf(known, id) === name);
  if (reader === undefined && !isOther) return null;
  const texts = services.textsOf(services.agency.locale);
  return daySheetPdf(sheetView(services, texts, known, reader ?? guest));
}
