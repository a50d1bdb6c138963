import { createHash } from 'node:crypto';
import { type CalendarEntry } from '../../core/outside-calendar.ts';
import { holds, shows, venues } from '../../core/records/agency.ts';
import { type Texts } from '../../core/texts.ts';
import { type Step } from '../../core/turn.ts';
import { type Artist } from '../../domain/artist.ts';
import { type Hold, type Show } from '../../domain/date-booking.ts';
import { dayAt, type Day } from '../../domain/day.ts';
import { filedTime } from '../../domain/filed-date.ts';
import { type Lead } from '../../domain/lead.ts';
import { placeName } from '../../agency/wording.ts';

/** The id of the entry for a deal's day: hexadecimal digits are allowed everywhere, and the same day always has the same one. */
export function entryIdOf(lead: string, day: Day): string {
  return createHash('sha256').update(`regie:${lead}:${day}`).digest('hex');
}

/** What the calendar is to show for a deal's day: its show, its option, or that neither is there any more. */
export async function entryOf(
  step: Step,
  lead: Lead,
  artist: Artist,
  calendar: string,
  day: Day,
): Promise<CalendarEntry> {
  const [show, hold, venue] = await Promise.all([
    lead.show === null ? null : step.store.get(shows, lead.show),
    lead.hold === null ? null : step.store.get(holds, lead.hold),
    step.store.get(venues, lead.venue),
  ]);
  const texts = step.textsOf(step.agency.locale);
  const date = dateOn(
    day,
    lead.day === day ? (show?.value ?? null) : null,
    hold?.value ?? null,
    dayAt(step.now, step.agency.timezone),
  );
  const place = placeName(venue?.value);
  return {
    id: entryIdOf(lead.id, day),
    calendar,
    title: titleOf(texts, date, artist.name, place),
    description: texts.label('calendar-description', { number: lead.number }),
    location: place,
    status: date === null ? 'cancelled' : 'rank' in date ? 'tentative' : 'confirmed',
    when: whenOf(date, day, step.agency.timezone),
  };
}

function dateOn(day: Day, show: Show | null, hold: Hold | null, today: Day): Hold | Show | null {
  if (show !== null) return show.state === 'confirmed' && show.day === day ? show : null;
  return hold !== null && hold.day === day && hold.state === 'held' && hold.validUntil >= today ? hold : null;
}

function titleOf(texts: Texts, date: Hold | Show | null, artist: string, venue: string): string {
  if (date !== null && 'rank' in date) return texts.label('calendar-option', { artist, venue, rank: date.rank });
  return texts.label(date === null ? 'calendar-gone' : 'calendar-show', { artist, venue });
}

/** With times, from arrival to the end; without, the whole day. */
function whenOf(date: Hold | Show | null, day: Day, zone: string): CalendarEntry['when'] {
  if (date === null || 'rank' in date) return { type: 'day', day };
  const time = filedTime(date, zone);
  return time.type === 'timed' ? { ...time, zone } : { type: 'day', day };
}
