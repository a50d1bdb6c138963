import { type Draft } from '../../core/commit.ts';
import { describeError } from '../../core/errors.ts';
import { defineHandler, type RunnableJob } from '../../core/job.ts';
import { people } from '../../core/records/agency.ts';
import { say, sendFile } from '../../core/replies.ts';
import { type Text } from '../../core/text.ts';
import { dayAt, parseDay, type Day } from '../../domain/day.ts';
import { isWithUs } from '../../domain/person.ts';
import { monthPicture as draw } from '../../documents/month-picture.ts';
import { type MonthSheet } from '../../documents/month-layout.ts';
import { seenDates } from '../../agency/seen-dates.ts';
import { stacked } from '../../agency/wording.ts';
import { monthPicture } from './month-picture.job.ts';
import { freeText, sheetOf } from './month-sheet.ts';

/** Draws the month somebody asked for, as they may see it now. `draw` is handed in so that a failure of it can be tried. */
export function monthPictureWith(
  draw: (sheet: MonthSheet) => Promise<Uint8Array>,
): RunnableJob<'booking.month-picture'> {
  return defineHandler(monthPicture, async (step, { artist, month, person, bot, chat }): Promise<Draft> => {
    const today = dayAt(step.now, step.agency.timezone);
    const reader = await step.store.get(people, person);
    if (reader === null || !isWithUs(reader.value, today)) return {};
    const texts = step.textsOf(reader.value.locale);
    const days = comingDays(month, today);
    const act = await seenDates(step, reader.value, { artist, days, venue: null });
    if (act === null) return { outbound: [say(step, { bot, chat }, texts.say('dispo-gone'))] };
    const caption: Text = freeText(texts, act, month);
    try {
      const bytes = await draw(sheetOf(step, texts, act, month));
      const file = { name: `${act.artist.name} ${month}.png`, mime: 'image/png' as const, as: 'photo' as const };
      return { outbound: [sendFile(step, { bot, chat }, { ...file, bytes, caption })] };
    } catch (error) {
      // Whoever asked gets the dates all the same, so nobody has to be woken for it.
      step.log.warn({ code: describeError(error).code, job: monthPicture.name }, 'a month could not be drawn');
      return { outbound: [say(step, { bot, chat }, stacked([texts.say('dispo-image-failed'), caption]))] };
    }
  });
}

/** The month as a picture, drawn by our own printer. */
export const monthPictureHandler = monthPictureWith(draw);

function comingDays(month: string, today: Day): Day[] {
  return Array.from({ length: 31 }, (_, index) => parseDay(`${month}-${String(index + 1).padStart(2, '0')}`)).filter(
    (day): day is Day => day !== null && day >= today,
  );
}
