import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { type Day } from '../../domain/day.ts';
import { dayAt } from '../../domain/day.ts';
import { type Show } from '../../domain/date-booking.ts';
import { type CalendarDate } from '../../agency/calendar-dates.ts';
import { dayName, placeName, spokenTime, stacked } from '../../agency/wording.ts';

const most = 5;

type Coming = Exclude<CalendarDate, { type: 'absence' }>;

/** The next five shows and options of somebody's calendar, one line each, today's among them. */
export function nextDates(turn: Turn, dates: readonly CalendarDate[]): Text {
  const today = dayAt(turn.now, turn.agency.timezone);
  const coming = dates
    .filter((date): date is Coming => isComing(date) && dayOf(date) >= today)
    .sort((a, b) => keyOf(a).localeCompare(keyOf(b)))
    .slice(0, most);
  if (coming.length === 0) return turn.texts.say('agenda-none');
  return stacked([
    turn.texts.say('agenda-next', { count: coming.length }),
    ...coming.map((date) => lineOf(turn, date)),
  ]);
}

function isComing(date: CalendarDate): date is Coming {
  return date.type === 'option' || (date.type === 'show' && date.show.state === 'confirmed');
}

function dayOf(date: Coming): Day {
  return date.type === 'show' ? date.show.day : date.day;
}

/** By day; on one day what is confirmed comes before what is not, and the first option before the second. */
function keyOf(date: Coming): string {
  if (date.type === 'show') return `${date.show.day} 0 ${date.show.arrival ?? ''}`;
  return `${date.day} 1 ${date.artist.name} ${date.hold?.value.rank ?? ''}`;
}

function lineOf(turn: Turn, date: Coming): Text {
  const { texts } = turn;
  const about = {
    artist: date.artist.name,
    day: [{ text: dayName(turn, texts, dayOf(date)), style: 'bold' as const }],
  };
  if (date.type === 'show')
    return texts.say('agenda-line-show', { ...about, place: placeName(date.venue), hours: hoursOf(turn, date.show) });
  if (date.hold === null) return texts.say('agenda-line-option', about);
  const { value, venue } = date.hold;
  return texts.say('agenda-line-hold', { ...about, place: placeName(venue), rank: value.rank });
}

function hoursOf({ texts }: Turn, { arrival, end }: Show): string {
  if (arrival === null || end === null) return '';
  return texts.label('agenda-hours', { from: spokenTime(arrival, texts), to: spokenTime(end, texts) });
}
