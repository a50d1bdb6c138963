import { absences, artists, holds, shows } from '../../core/records/agency.ts';
import { type CalendarId } from '../../core/collection.ts';
import { calendarGuard, type Guard } from '../../core/commit.ts';
import { type Records } from '../../core/store.ts';
import { type Absence } from '../../domain/absence.ts';
import { type Artist } from '../../domain/artist.ts';
import { addDays, dayNumber, type Day, type DayPart } from '../../domain/day.ts';
import { type Surroundings } from '../../domain/impact.ts';

/** What surrounds somebody's days, and the guards under which a decision taken from it holds. */
export interface Known extends Surroundings {
  readonly guards: readonly Guard[];
  /** The person's own absences that reach these days or come after them. */
  readonly own: readonly Absence[];
}

/**
 * Reads everything that an absence of `person` on `parts` could touch: their acts, the acts' dates around these days, the
 * absences of those who could stand in. Calendar versions are read first, so that whatever changes meanwhile is noticed.
 */
export async function surroundingsOf(
  store: Records,
  person: string,
  parts: readonly DayPart[],
  zone: string,
  today: Day,
): Promise<Known> {
  const acts = await actsOf(store, [person]);
  const stands = acts.flatMap((artist) => artist.members.flatMap((member) => member.substitutes));
  const concerned = [...new Set([person, ...stands])];
  const elsewhere = await actsOf(store, concerned);
  const calendars: CalendarId[] = [
    ...acts.map((artist): CalendarId => `artist:${artist.id}`),
    ...concerned.map((id): CalendarId => `person:${id}`),
  ];
  const versions = await store.calendars(calendars);
  const span = spanOf(parts);
  const [heldDates, shownDates, away] = await Promise.all([
    Promise.all(acts.map((artist) => store.find(holds, { name: 'artist', value: artist.id, ...span }))),
    Promise.all(elsewhere.map((artist) => store.find(shows, { name: 'artist', value: artist.id, ...span }))),
    Promise.all(concerned.map((id) => store.find(absences, { name: 'person', value: id, from: span.from }))),
  ]);
  const found = away.flat().map((record) => record.value);
  return {
    artists: elsewhere,
    holds: heldDates.flat().map((record) => record.value),
    shows: shownDates.flat().map((record) => record.value),
    absences: found,
    own: found.filter((absence) => absence.person === person),
    zone,
    today,
    guards: calendars.map((id) => calendarGuard(id, versions.get(id) ?? 0)),
  };
}

/** The acts these people play in, each once. */
async function actsOf(store: Records, persons: readonly string[]): Promise<Artist[]> {
  const found = await Promise.all(persons.map((id) => store.find(artists, { name: 'person', value: id })));
  return [...new Map(found.flat().map((record) => [record.value.id, record.value])).values()];
}

/** A night may belong to the evening before, so the days on either side are read as well. */
function spanOf(parts: readonly DayPart[]): { from: number; to: number } {
  const days = parts.map((part) => part.day).sort();
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return { from: 0, to: -1 };
  const edge = (day: Day, by: number): number => dayNumber(addDays(day, by));
  return { from: edge(first, -1), to: edge(last, 1) };
}
