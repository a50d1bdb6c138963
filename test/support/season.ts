import { absences, holds, shows, venues } from '../../core/records/agency.ts';
import { type Absence } from '../../domain/absence.ts';
import { addDays, type Day } from '../../domain/day.ts';
import { type Hold } from '../../domain/date-booking.ts';
import { type Company } from './company.ts';

/** The first option that an act still holds after today, and where. */
export async function heldDate(
  company: Company,
  artist: string,
  skip = 0,
): Promise<{ readonly hold: Hold; readonly venue: string }> {
  const { store } = company.stage.product.runtime;
  const found = (await store.all(holds))
    .map((one) => one.value)
    .filter((one) => one.artist === artist && one.state === 'held' && one.day > company.today() && one.rank === 1)
    .sort((a, b) => (a.day < b.day ? -1 : 1))[skip];
  if (found === undefined) throw new Error(`${artist} holds nothing any more`);
  const venue = await store.get(venues, found.venue);
  return { hold: found, venue: venue?.value.name ?? '?' };
}

/** The first of `length` days in a row, at least `from` days ahead, on which nobody of the demo agency has anything. */
export async function freeDays(company: Company, from: number, length: number): Promise<Day> {
  const { store } = company.stage.product.runtime;
  const [held, shown, away] = await Promise.all([store.all(holds), store.all(shows), store.all(absences)]);
  const taken = new Set<string>([
    ...[...held, ...shown].flatMap(({ value }) => [addDays(value.day, -1), value.day, addDays(value.day, 1)]),
    ...away.flatMap(({ value }) => value.parts.map((part) => part.day)),
  ]);
  for (let ahead = from; ; ahead += 1) {
    const days = Array.from({ length }, (_, index) => company.day(ahead + index));
    if (days.every((day) => !taken.has(day))) return company.day(ahead);
  }
}

/** What is noted for somebody, oldest first. */
export async function noted(company: Company, person: string): Promise<Absence[]> {
  const found = await company.stage.product.runtime.store.all(absences);
  return found
    .map((one) => one.value)
    .filter((one) => one.person === person && one.state === 'noted' && !one.id.startsWith(person))
    .sort((a, b) => a.notedAt - b.notedAt);
}

/** The days that are noted for somebody, in order. */
export async function daysNoted(company: Company, person: string): Promise<string[]> {
  return (await noted(company, person)).flatMap((one) => one.parts.map((part) => part.day)).sort();
}

/** « 12 mars 2027 », as somebody would write it. */
export function spoken(day: Day, locale: 'fr' | 'en' = 'fr'): string {
  return new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.parse(day),
  );
}

/** « ven. 12 »: how recaps begin a day. */
export function short(day: Day, locale: 'fr' | 'en' = 'fr'): string {
  const number = Number(day.slice(8));
  const name = new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    weekday: 'short',
    timeZone: 'UTC',
  }).format(Date.parse(day));
  return locale === 'fr' ? `${name} ${number === 1 ? '1er' : number}` : `${name} ${number}`;
}
