import { charactersOf } from '../core/text.ts';
import { type Texts } from '../core/texts.ts';
import { type Services } from '../core/turn.ts';
import { addDays, instantOf, type Day, type DayPart } from '../domain/day.ts';
import { filedTime, type FiledDate, type FiledTime } from '../domain/filed-date.ts';
import { intervalOf } from '../domain/occupancy.ts';
import { type Person } from '../domain/person.ts';
import { embargoText } from './brief-text.ts';
import { calendarDates, calendarSpan, type CalendarDate, type CalendarSpan } from './calendar-dates.ts';
import { dayName, placeName, stacked, timesText } from './wording.ts';

/** One person's dates as calendars take them, and how their calendar is called. */
export interface Feed {
  readonly name: string;
  /** How often to look again, in whole hours. */
  readonly refreshHours: number;
  readonly dates: readonly FiledDate[];
}

const refreshHours = 1;

/** What is filled in for each date alike. */
type Filed = Pick<FiledDate, 'uid' | 'sequence' | 'status' | 'when' | 'title' | 'location' | 'description'>;

/**
 * A person's calendar as it is now, in their language, from sixty days back to a year and a half ahead. It is the same all day
 * while nothing changes, so that whoever asks again can be told so.
 */
export async function feedOf(services: Services, person: Person): Promise<Feed> {
  const texts = services.textsOf(person.locale);
  const span = calendarSpan(services);
  const dates = await calendarDates(services, person, span);
  const madeAt = instantOf(span.today, '00:00', span.zone);
  return {
    name: texts.label('agenda-calendar-name', { agency: services.agency.name }),
    refreshHours,
    dates: dates
      .flatMap((date) => filed(services, texts, date, span))
      .map((one) => ({ ...one, madeAt }))
      .sort(inOrder),
  };
}

function filed(services: Services, texts: Texts, date: CalendarDate, span: CalendarSpan): Filed[] {
  switch (date.type) {
    case 'show':
      return [filedShow(services, texts, date, span.zone)];
    case 'option':
      return [filedOption(services, texts, date)];
    case 'absence':
      return filedAbsence(texts, date, span);
  }
}

function filedShow(
  services: Services,
  texts: Texts,
  { show, artist, venue }: Extract<CalendarDate, { type: 'show' }>,
  zone: string,
): Filed {
  const about = { artist: artist.name, venue: venue?.name ?? '?' };
  const lines = [
    [{ text: timesText(show, texts) }],
    embargoText(services, texts, show, venue?.name),
    texts.say('calendar-file-description'),
  ];
  return {
    uid: `${show.id}@regie`,
    sequence: show.version,
    status: show.state === 'confirmed' ? 'confirmed' : 'cancelled',
    when: filedTime(show, zone),
    title: texts.label(`agenda-show-${show.state}`, about),
    location: placeName(venue),
    description: charactersOf(stacked(lines.filter((line) => line === null || charactersOf(line) !== ''))),
  };
}

function filedOption(
  services: Services,
  texts: Texts,
  { day, artist, hold }: Extract<CalendarDate, { type: 'option' }>,
): Filed {
  const common = { status: 'tentative', when: { type: 'day', day } } as const;
  if (hold === null)
    return {
      ...common,
      uid: `option-${artist.id}-${day}@regie`,
      sequence: 0,
      title: texts.label('agenda-option', { artist: artist.name }),
      location: '',
      description: texts.label('calendar-file-description'),
    };
  const { value, version, venue } = hold;
  return {
    ...common,
    uid: `${value.id}@regie`,
    sequence: version,
    title: texts.label('calendar-option', { artist: artist.name, venue: venue?.name ?? '?', rank: value.rank }),
    location: placeName(venue),
    description: `${texts.label('agenda-option-until', { day: dayName(services, texts, value.validUntil) })}\n${texts.label('calendar-file-description')}`,
  };
}

/** Whole days in a row as one entry, parts of days each by itself; what lies outside the span is left out. */
function filedAbsence(
  texts: Texts,
  { absence, version }: Extract<CalendarDate, { type: 'absence' }>,
  span: CalendarSpan,
): Filed[] {
  const near = absence.parts.filter(({ day }) => span.from <= day && day <= span.to);
  const whole = runsOf(near.filter(({ part }) => part === 'day').map(({ day }) => day)).map(
    ([first, last]): [string, FiledTime] => [first, { type: 'days', first, last }],
  );
  const parts = near
    .filter(({ part }) => part !== 'day')
    .map((part): [string, FiledTime] => [nameOf(part), { type: 'timed', ...intervalOf(part, span.zone) }]);
  return [...whole, ...parts].map(([name, when]) => ({
    uid: `${absence.id}-${name}@regie`,
    sequence: version,
    status: absence.firmness === 'firm' ? 'confirmed' : 'tentative',
    when,
    title: texts.label('agenda-away'),
    location: '',
    description: '',
  }));
}

function nameOf({ day, part }: DayPart): string {
  return typeof part === 'string' ? `${day}-${part}` : `${day}-${part.from.replace(':', '')}`;
}

/** Days as runs of days in a row, first and last. */
function runsOf(days: readonly Day[]): [Day, Day][] {
  const runs: [Day, Day][] = [];
  for (const day of [...new Set(days)].sort()) {
    const last = runs.at(-1);
    if (last !== undefined && addDays(last[1], 1) >= day) last[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}

/** By day, then by name, so that the same dates always make the same file. */
function inOrder(a: FiledDate, b: FiledDate): number {
  const [one, other] = [keyOf(a), keyOf(b)];
  return one < other ? -1 : Number(one > other);
}

function keyOf({ when, uid }: FiledDate): string {
  const start = when.type === 'timed' ? new Date(when.from).toISOString() : when.type === 'day' ? when.day : when.first;
  return `${start} ${uid}`;
}
