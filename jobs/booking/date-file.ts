import { type JobStep } from '../../core/job.ts';
import { type Outbound } from '../../core/outbound.ts';
import { groups } from '../../core/records/identity.ts';
import { sendFile } from '../../core/replies.ts';
import { type Show } from '../../domain/date-booking.ts';
import { occupancyOf } from '../../domain/occupancy.ts';
import { type Venue } from '../../domain/venue.ts';
import { calendarFile, type FiledDate } from '../../documents/calendar-file.ts';
import { placeName } from '../../agency/wording.ts';

/** A date for the calendars of those in the act's groups: one file a group, under the name of the news it comes with. */
export async function dateFiles(
  step: JobStep,
  name: string,
  date: { readonly show: Show; readonly artist: string; readonly venue: Venue },
): Promise<Outbound[]> {
  const { show, artist, venue } = date;
  const bound = await step.store.find(groups, { name: 'artist', value: show.artist });
  const texts = step.textsOf(step.agency.locale);
  const cancelled = show.state !== 'confirmed';
  const file = calendarFile({
    uid: `${show.id}@regie`,
    sequence: show.version,
    status: cancelled ? 'cancelled' : 'confirmed',
    when: whenOf(show, step.agency.timezone),
    title: texts.label(cancelled ? 'calendar-gone' : 'calendar-show', { artist, venue: venue.name }),
    location: placeName(venue),
    description: texts.label('calendar-file-description'),
    madeAt: step.now,
  });
  return bound.map(({ value: group }) =>
    sendFile(
      step,
      { bot: group.bot, chat: group.id },
      {
        name: `${artist} ${show.day}.ics`,
        mime: 'text/calendar',
        bytes: new TextEncoder().encode(file),
        as: 'document',
        caption: texts.say(cancelled ? 'calendar-file-cancelled' : 'calendar-file'),
        silent: true,
      },
      `${name}:file:${group.id}`,
    ),
  );
}

function whenOf(show: Show, zone: string): FiledDate['when'] {
  if (show.arrival === null || show.end === null) return { type: 'day', day: show.day };
  return { type: 'timed', ...occupancyOf(show, zone) };
}
