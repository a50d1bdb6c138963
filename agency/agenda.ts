import { type Agenda } from '../domain/availability/agenda.ts';
import { type Artist } from '../domain/artist.ts';
import { absenceDays } from '../domain/absence.ts';
import { addDays, dayNumber, type Day } from '../domain/day.ts';
import { type CalendarId } from '../core/collection.ts';
import { calendarGuard, unchanged, type Guard } from '../core/commit.ts';
import { absences, artists, holds, shows, venues } from '../core/records/agency.ts';
import { declarations, soundings } from '../core/records/booking.ts';
import { type Records, type Versioned } from '../core/store.ts';

/** What surrounds the dates of some acts, and the guards under which a decision taken from it holds. */
export interface KnownAgenda {
  readonly agenda: Agenda;
  readonly guards: readonly Guard[];
}

/** How far from a date its own act's other dates matter: clauses of exclusivity are rarely longer. */
const clauseDays = 366;

/** Which dates of which acts are decided about. */
export interface AgendaSpan {
  readonly artists: readonly string[];
  readonly from: Day;
  readonly to: Day;
  readonly zone: string;
  readonly today: Day;
}

/**
 * Reads everything that decides whether these acts can play in a span of days: who plays in them and could stand in, the other
 * acts of these people, all their dates, options, absences and answers. Calendar versions are read before what they guard, so
 * that whatever changes meanwhile is noticed.
 */
export async function readAgenda(store: Records, span: AgendaSpan): Promise<KnownAgenda> {
  const own = (await store.getMany(artists, span.artists)).filter((one): one is Versioned<Artist> => one !== null);
  const persons = [...new Set(own.flatMap((act) => playersOf(act.value)))];
  const ownCalendars = await calendarGuards(store, [
    ...own.map((act): CalendarId => `artist:${act.value.id}`),
    ...persons.map((person): CalendarId => `person:${person}`),
  ]);
  const related = await actsOf(store, persons, own);
  const others = related.filter((act) => !span.artists.includes(act.id));
  const otherCalendars = await calendarGuards(
    store,
    others.map((act): CalendarId => `artist:${act.id}`),
  );
  const dates = await readDates(store, { ...span, persons, own: own.map((act) => act.value), others });
  return {
    agenda: { ...dates, artists: related, zone: span.zone, today: span.today },
    guards: [...own.map((act) => unchanged(artists, act)), ...ownCalendars, ...otherCalendars],
  };
}

function playersOf(artist: Artist): string[] {
  return artist.members.flatMap((member) => [member.person, ...member.substitutes]);
}

async function calendarGuards(store: Records, ids: readonly CalendarId[]): Promise<Guard[]> {
  const versions = await store.calendars(ids);
  return ids.map((id) => calendarGuard(id, versions.get(id) ?? 0));
}

/** The acts asked for and every other act in which one of these people plays, each once. */
async function actsOf(
  store: Records,
  persons: readonly string[],
  own: readonly Versioned<Artist>[],
): Promise<readonly Artist[]> {
  const found = await Promise.all(persons.map((id) => store.find(artists, { name: 'person', value: id })));
  return [...new Map([...own, ...found.flat()].map((record) => [record.value.id, record.value])).values()];
}

interface Dates extends AgendaSpan {
  readonly persons: readonly string[];
  readonly own: readonly Artist[];
  readonly others: readonly Artist[];
}

async function readDates(store: Records, wanted: Dates): Promise<Omit<Agenda, 'artists' | 'zone' | 'today'>> {
  const { persons, own, others } = wanted;
  // A night may belong to the evening before, and travel looks at the days on either side.
  const near = { from: dayNumber(addDays(wanted.from, -2)), to: dayNumber(addDays(wanted.to, 2)) };
  const wide = { from: near.from - clauseDays, to: near.to + clauseDays };
  const month = dayNumber(firstOfMonth(wanted.from));
  const ofAct = (act: Artist): { name: string; value: string } => ({ name: 'artist', value: act.id });
  const ofPerson = (id: string): { name: string; value: string } => ({ name: 'person', value: id });
  const [held, shown, shownElsewhere, cast, away, declared, sounded] = await Promise.all([
    Promise.all(own.map((act) => store.find(holds, { ...ofAct(act), ...near }))),
    Promise.all(own.map((act) => store.find(shows, { ...ofAct(act), ...wide }))),
    Promise.all(others.map((act) => store.find(shows, { ...ofAct(act), ...near }))),
    Promise.all(persons.map((id) => store.find(shows, { ...ofPerson(id), ...near }))),
    Promise.all(persons.map((id) => store.find(absences, { ...ofPerson(id), from: month }))),
    Promise.all(persons.map((id) => store.find(declarations, ofPerson(id)))),
    Promise.all(own.map((act) => store.find(soundings, { ...ofAct(act), ...near }))),
  ]);
  const found = {
    holds: values(held),
    shows: distinct([...values(shown), ...values(shownElsewhere), ...values(cast)]),
    absences: values(away),
  };
  const places = [...new Set([...found.holds, ...found.shows].map((date) => date.venue))];
  return {
    ...found,
    venues: (await store.getMany(venues, places)).flatMap((record) => (record === null ? [] : [record.value])),
    heard: [
      ...values(declared).map(({ person, month: declaredMonth }) => ({ person, month: declaredMonth })),
      ...found.absences.flatMap(({ person, parts }) =>
        absenceDays(parts).map((day) => ({ person, month: day.slice(0, 7) })),
      ),
      ...values(sounded).flatMap(({ asked, day }) =>
        asked.flatMap(({ person, answer }) =>
          answer === null || answer.says === 'later' ? [] : [{ person, month: day, yes: answer.says === 'yes' }],
        ),
      ),
    ],
  };
}

function distinct<T extends { readonly id: string }>(found: readonly T[]): T[] {
  return [...new Map(found.map((one) => [one.id, one])).values()];
}

function values<T>(found: readonly (readonly Versioned<T>[])[]): T[] {
  return found.flat().map((record) => record.value);
}

function firstOfMonth(day: Day): Day {
  return addDays(day, 1 - Number(day.slice(8)));
}
