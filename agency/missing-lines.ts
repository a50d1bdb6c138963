import { artists, people, shows, venues } from '../core/records/agency.ts';
import { leads, tasks } from '../core/records/booking.ts';
import { type Text } from '../core/text.ts';
import { type Texts } from '../core/texts.ts';
import { type Services } from '../core/turn.ts';
import { type Artist } from '../domain/artist.ts';
import { type Show } from '../domain/date-booking.ts';
import { dayNumber, type Day } from '../domain/day.ts';
import { type Lead } from '../domain/lead.ts';
import { missingFacts, type MissingFact } from '../domain/missing.ts';
import { firstName } from '../domain/person.ts';
import { isOpenTask, type Task } from '../domain/task.ts';
import { dayName, placeName, stacked } from './wording.ts';

/** A date that comes up, and what is still missing for it. */
export interface ComingDate {
  readonly show: Show;
  readonly artist: Artist;
  readonly lead: Lead | null;
  readonly place: string;
  readonly facts: readonly MissingFact[];
  readonly open: readonly Task[];
  /** Who looks after it: its booker and those who manage the act. */
  readonly concerned: readonly string[];
}

/** What is missing for one date and falls to one person; `person` is null while nobody has it. */
export interface MissingLine {
  readonly person: string | null;
  readonly facts: readonly MissingFact[];
  readonly tasks: readonly Task[];
}

/** The confirmed dates of some acts within these days, each with what is missing, in order. */
export async function comingDates(
  services: Services,
  acts: readonly Artist[],
  span: { readonly from: Day; readonly to: Day },
): Promise<ComingDate[]> {
  const days = { from: dayNumber(span.from), to: dayNumber(span.to) };
  const found = await Promise.all(
    acts.map(async (artist) => {
      const dates = await services.store.find(shows, { name: 'artist', value: artist.id, ...days });
      const live = dates.filter(({ value }) => value.state === 'confirmed');
      return Promise.all(live.map(({ value }) => comingDate(services, value, artist)));
    }),
  );
  return found.flat().sort((a, b) => a.show.day.localeCompare(b.show.day) || a.show.id.localeCompare(b.show.id));
}

/** One date by its id; null when there is no such date any more. */
export async function comingDateOf(services: Services, id: string): Promise<ComingDate | null> {
  const show = await services.store.get(shows, id);
  const artist = show === null ? null : await services.store.get(artists, show.value.artist);
  if (show === null || artist === null || show.value.state !== 'confirmed') return null;
  return comingDate(services, show.value, artist.value);
}

async function comingDate({ store }: Services, show: Show, artist: Artist): Promise<ComingDate> {
  const [venue, lead, found] = await Promise.all([
    store.get(venues, show.venue),
    show.lead === null ? null : store.get(leads, show.lead),
    store.find(tasks, { name: 'show', value: show.id }),
  ]);
  const bookers = lead === null ? artist.bookers : [lead.value.booker];
  return {
    show,
    artist,
    lead: lead?.value ?? null,
    place: placeName(venue?.value),
    facts: missingFacts(show, lead?.value ?? null),
    open: found.map((record) => record.value).filter(isOpenTask),
    concerned: [...new Set([...bookers, ...artist.managers])],
  };
}

/** What is missing by who has it: open tasks fall to their doer, facts to whoever booked the date. */
export function missingLines(date: ComingDate): MissingLine[] {
  const booker = date.lead?.booker ?? date.artist.bookers[0] ?? null;
  const doers = [...new Set([...(date.facts.length > 0 ? [booker] : []), ...date.open.map((task) => task.person)])];
  return doers.map((person) => ({
    person,
    facts: person === booker ? date.facts : [],
    tasks: date.open.filter((task) => task.person === person),
  }));
}

/** « l'heure de balance, le VHR, Fiche technique Le Fil ». */
export function lineText(texts: Texts, line: MissingLine): string {
  return [...line.facts.map((fact) => texts.label(`missing-${fact}`)), ...line.tasks.map((task) => task.title)].join(
    ', ',
  );
}

/** « Gribitch, Le Fil (Saint-Étienne), sam. 13 mars » and below what is missing; that nothing is, where nothing is. */
export function dateText(services: Services, texts: Texts, date: ComingDate): Text {
  const about = { artist: date.artist.name, venue: date.place, day: dayName(services, texts, date.show.day) };
  if (date.facts.length === 0 && date.open.length === 0) return texts.say('logistics-complete', about);
  const missing = new Intl.ListFormat(texts.locale).format(date.facts.map((fact) => texts.label(`missing-${fact}`)));
  const facts = date.facts.length === 0 ? null : texts.say('logistics-missing', { missing });
  const tasksLine = date.open.length === 0 ? null : texts.say('logistics-tasks', { count: date.open.length });
  return stacked([texts.say('logistics-date', about), facts, tasksLine]);
}

/** The first names of those who have a line, by id. */
export async function doerNames(
  { store }: Services,
  lines: readonly MissingLine[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(lines.flatMap(({ person }) => (person === null ? [] : [person])))];
  const found = await store.getMany(people, ids);
  return new Map(found.flatMap((record) => (record === null ? [] : [[record.value.id, firstName(record.value)]])));
}
