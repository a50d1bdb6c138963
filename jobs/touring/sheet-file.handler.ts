import { type Draft } from '../../core/commit.ts';
import { describeError } from '../../core/errors.ts';
import { defineHandler, type JobStep, type RunnableJob } from '../../core/job.ts';
import { people } from '../../core/records/agency.ts';
import { say, sendFile, type FileToSend } from '../../core/replies.ts';
import { type Texts } from '../../core/texts.ts';
import { dayAt } from '../../domain/day.ts';
import { isWithUs, type Person } from '../../domain/person.ts';
import { daySheetPdf } from '../../documents/day-sheet-pdf.ts';
import { daySheetPicture } from '../../documents/day-sheet-picture.ts';
import { type SheetView } from '../../documents/sheet-view.ts';
import { knownSheet, maySeeSheet, type KnownSheet } from '../../agency/road/known-sheet.ts';
import { bigDay } from '../../agency/road/sheet-text.ts';
import { dateFile } from '../booking/date-file.ts';
import { sheetFile } from './sheet-file.job.ts';
import { sheetView } from './sheet-view.ts';

/** The two printers, handed in so that a failure of one can be tried. */
export interface Printers {
  readonly pdf: (view: SheetView) => Promise<Uint8Array>;
  readonly image: (view: SheetView) => Promise<Uint8Array>;
}

/** Draws the sheet somebody asked for, as they may see it now. */
export function sheetFileWith(printers: Printers): RunnableJob<'touring.sheet-file'> {
  return defineHandler(sheetFile, async (step, { show, format, person, bot, chat }): Promise<Draft> => {
    const reader = await step.store.get(people, person);
    const known = await knownSheet(step, show);
    if (reader === null || known === null || !isWithUs(reader.value, dayAt(step.now, step.agency.timezone))) return {};
    const texts = step.textsOf(reader.value.locale);
    if (!maySeeSheet(reader.value, known))
      return { outbound: [say(step, { bot, chat }, texts.say('sheet-not-yours'))] };
    try {
      const file = await drawn(step, texts, known, reader.value, format, printers);
      return { outbound: [sendFile(step, { bot, chat }, file)] };
    } catch (error) {
      // Whoever asked can read the sheet all the same, so nobody has to be woken for it.
      step.log.warn({ code: describeError(error).code, job: sheetFile.name }, 'a day sheet could not be drawn');
      return { outbound: [say(step, { bot, chat }, texts.say('sheet-file-failed'))] };
    }
  });
}

async function drawn(
  step: JobStep,
  texts: Texts,
  known: KnownSheet,
  reader: Person,
  format: 'pdf' | 'image' | 'ics',
  printers: Printers,
): Promise<FileToSend> {
  const name = `${known.artist.name} ${known.show.day}`;
  const about = { artist: known.artist.name, day: bigDay(step, texts, known) };
  const caption = texts.say('sheet-file-caption', about);
  if (format === 'ics') return { ...dateFile(step, texts, { ...known, artist: known.artist.name }), caption };
  const view = sheetView(step, texts, known, reader.id);
  return format === 'pdf'
    ? { name: `${name}.pdf`, mime: 'application/pdf', as: 'document', bytes: await printers.pdf(view), caption }
    : { name: `${name}.png`, mime: 'image/png', as: 'photo', bytes: await printers.image(view), caption };
}

/** Sheets as our own printers draw them. */
export const sheetFileHandler = sheetFileWith({ pdf: daySheetPdf, image: daySheetPicture });
