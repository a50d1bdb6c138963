import { artists, holds, shows, venues } from '../core/records/agency.ts';
import { sheets } from '../core/records/road.ts';
import { type Versioned } from '../core/store.ts';
import { type Services } from '../core/turn.ts';
import { type Artist } from '../domain/artist.ts';
import { type Hold, type Show } from '../domain/date-booking.ts';
import { addDays, dayAt, dayNumber } from '../domain/day.ts';
import { type Person } from '../domain/person.ts';
import { type Venue } from '../domain/venue.ts';
import { negotiates } from './deciders.ts';

/** A confirmed date or an option with what names it. */
export interface NamedDate<T extends Hold | Show> {
  readonly date: T;
  readonly artist: Artist;
  readonly venue: Venue | null;
}

const daysAhead = 180;

/**
 * The next confirmed dates of somebody: those they play or travel for, and those of the acts they negotiate for; earliest first. A date whose
 * line-up names nobody is that of the act's usual members.
 */
export async function nextShows(services: Services, person: Person, most: number): Promise<NamedDate<Show>[]> {
  const today = dayAt(services.now, services.agency.timezone);
  const [acts, own, road] = await Promise.all([
    actsOf(services, person),
    services.store.find(shows, { name: 'person', value: person.id, from: dayNumber(today) }),
    travelled(services, person),
  ]);
  const until = dayNumber(addDays(today, daysAhead));
  const ofActs = await Promise.all(
    acts.map(async (artist) => {
      const query = { name: 'artist', value: artist.id, from: dayNumber(today), to: until };
      const found = await services.store.find(shows, query);
      const isTheirs = negotiates(person, artist);
      return found.filter(({ value }) => isTheirs || (value.cast === null && playsUsually(artist, person)));
    }),
  );
  const byId = new Map([...own, ...ofActs.flat(), ...road].map(({ value }) => [value.id, value]));
  const next = [...byId.values()]
    .filter((show) => show.state === 'confirmed' && show.day >= today)
    .sort((a, b) => a.day.localeCompare(b.day))
    .slice(0, most);
  return named(services, next, acts);
}

/** The options of the acts somebody negotiates for that end within so many days, the first to end first. */
export async function endingHolds(services: Services, person: Person, days: number): Promise<NamedDate<Hold>[]> {
  const today = dayAt(services.now, services.agency.timezone);
  const acts = (await actsOf(services, person)).filter((artist) => negotiates(person, artist));
  const found = await Promise.all(
    acts.map((artist) => services.store.find(holds, { name: 'artist', value: artist.id, from: dayNumber(today) })),
  );
  const ending = found
    .flat()
    .map(({ value }) => value)
    .filter(({ state, validUntil }) => state === 'held' && validUntil >= today && validUntil <= addDays(today, days))
    .sort((a, b) => a.validUntil.localeCompare(b.validUntil));
  return named(services, ending, acts);
}

/** The dates whose sheet takes them along, as régisseur or crew. */
async function travelled(services: Services, person: Person): Promise<Versioned<Show>[]> {
  const found = await services.store.find(sheets, { name: 'person', value: person.id });
  const dates = await services.store.getMany(
    shows,
    found.map(({ value }) => value.id),
  );
  return dates.filter((date) => date !== null);
}

async function actsOf(services: Services, person: Person): Promise<Artist[]> {
  const found = await services.store.find(artists, { name: 'person', value: person.id });
  return found.map(({ value }) => value).filter(({ status }) => status !== 'archived');
}

function playsUsually(artist: Artist, person: Person): boolean {
  return artist.members.some((member) => member.person === person.id);
}

async function named<T extends Hold | Show>(
  services: Services,
  dates: readonly T[],
  known: readonly Artist[],
): Promise<NamedDate<T>[]> {
  const acts = new Map(known.map((artist) => [artist.id, artist]));
  const strange = dates.map((date) => date.artist).filter((id) => !acts.has(id));
  const [places, others] = await Promise.all([
    services.store.getMany(
      venues,
      dates.map((date) => date.venue),
    ),
    services.store.getMany(artists, [...new Set(strange)]),
  ]);
  for (const other of others) if (other !== null) acts.set(other.value.id, other.value);
  return dates.flatMap((date, index) => {
    const artist = acts.get(date.artist);
    return artist === undefined ? [] : [{ date, artist, venue: places[index]?.value ?? null }];
  });
}
