import { calendarOf } from '../documents/calendar-file.ts';
import { feedBehind } from '../agency/calendar-address.ts';
import { type Pages } from '../web/pages.ts';
import { type Runtime } from './runtime.ts';

/** Draws the sheet of a show as it is now for the reader a link was made for; null when there is none for them any more. */
export type SheetPdf = (show: string, name: string) => Promise<Uint8Array | null>;

/** The pages of this installation, each request answered from what is true at that moment. */
export function pagesOf(runtime: Pick<Runtime, 'services' | 'links' | 'clock'>, sheetPdf: SheetPdf): Pages {
  return {
    calendar: async (token) => {
      const found = await feedBehind(await runtime.services(), token);
      return found.type === 'feed'
        ? { type: 'found', content: calendarOf(found.feed, found.feed.dates) }
        : { type: found.type };
    },
    sheet: async (token) => {
      const read = runtime.links.readSheet(token, runtime.clock.now());
      if (read.type !== 'valid') return { type: read.type === 'expired' ? 'gone' : 'unknown' };
      const bytes = await sheetPdf(read.link.show, read.link.name);
      return bytes === null ? { type: 'unknown' } : { type: 'found', content: bytes };
    },
  };
}
