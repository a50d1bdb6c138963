import { type JobStep } from '../../core/job.ts';
import { type Outbound } from '../../core/outbound.ts';
import { groups } from '../../core/records/identity.ts';
import { sendFile, type FileToSend } from '../../core/replies.ts';
import { type Texts } from '../../core/texts.ts';
import { type Show } from '../../domain/date-booking.ts';
import { filedTime } from '../../domain/filed-date.ts';
import { type Venue } from '../../domain/venue.ts';
import { calendarFile } from '../../documents/calendar-file.ts';
import { placeName } from '../../agency/wording.ts';

/** A date for the calendars of those in the act's groups: one file a group, under the name of the news it comes with. */
export async function dateFiles(
  step: JobStep,
  name: string,
  date: { readonly show: Show; readonly artist: string; readonly venue: Venue },
): Promise<Outbound[]> {
  const bound = await step.store.find(groups, { name: 'artist', value: date.show.artist });
  const file = dateFile(step, step.textsOf(step.agency.locale), date);
  return bound.map(({ value: group }) =>
    sendFile(step, { bot: group.bot, chat: group.id }, { ...file, silent: true }, `${name}:file:${group.id}`),
  );
}

/** One date as a file for a calendar program: opened again, it replaces what is there of the same date. */
export function dateFile(
  step: JobStep,
  texts: Texts,
  { show, artist, venue }: { readonly show: Show; readonly artist: string; readonly venue: Venue },
): FileToSend {
  const cancelled = show.state !== 'confirmed';
  const file = calendarFile({
    uid: `${show.id}@regie`,
    sequence: show.version,
    status: cancelled ? 'cancelled' : 'confirmed',
    when: filedTime(show, step.agency.timezone),
    title: texts.label(cancelled ? 'calendar-gone' : 'calendar-show', { artist, venue: venue.name }),
    location: placeName(venue),
    description: texts.label('calendar-file-description'),
    madeAt: step.now,
  });
  return {
    name: `${artist} ${show.day}.ics`,
    mime: 'text/calendar',
    bytes: new TextEncoder().encode(file),
    as: 'document',
    caption: texts.say(cancelled ? 'calendar-file-cancelled' : 'calendar-file'),
  };
}
