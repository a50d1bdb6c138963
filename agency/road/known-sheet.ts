import { absent, unchanged, type Guard } from '../../core/commit.ts';
import { artists, people, shows, venues } from '../../core/records/agency.ts';
import { sheets } from '../../core/records/road.ts';
import { type Records, type Versioned } from '../../core/store.ts';
import { type Services } from '../../core/turn.ts';
import { type Artist } from '../../domain/artist.ts';
import { type Show } from '../../domain/date-booking.ts';
import { addDays, dayAt, dayNumber, timeAt, type Day } from '../../domain/day.ts';
import { partyOf, type Party } from '../../domain/day-sheet/party.ts';
import { blankSheet, type DaySheet } from '../../domain/day-sheet/sheet.ts';
import { isWithUs, type Person } from '../../domain/person.ts';
import { type Venue } from '../../domain/venue.ts';
import { negotiates } from '../deciders.ts';

/** A show with its sheet and everybody on the road for it, and the guards under which a change of it holds. */
export interface KnownSheet {
  readonly show: Show;
  readonly sheet: DaySheet;
  readonly artist: Artist;
  readonly venue: Venue;
  readonly party: Party;
  /** The people of the party and the régisseur, by id; those who have left are not in it. */
  readonly people: ReadonlyMap<string, Person>;
  readonly guards: readonly Guard[];
}

/** Looks a sheet up; one that nobody has written on yet is blank. Null when there is no such show. */
export async function knownSheet(services: Services, showId: string): Promise<KnownSheet | null> {
  const { store, now } = services;
  const [show, stored] = await Promise.all([store.get(shows, showId), store.get(sheets, showId)]);
  if (show === null) return null;
  const [artist, venue] = await Promise.all([
    store.get(artists, show.value.artist),
    store.get(venues, show.value.venue),
  ]);
  if (artist === null || venue === null) return null;
  return withParty(services, {
    show: show.value,
    sheet: stored?.value ?? blankSheet(show.value, now),
    artist: artist.value,
    venue: venue.value,
    guards: [
      unchanged(shows, show),
      unchanged(artists, artist),
      stored === null ? absent(sheets, showId) : unchanged(sheets, stored),
    ],
  });
}

/** The same with everybody who is on the road according to it. Where nobody was named, the tour manager who travels is régisseur. */
export async function withParty(services: Services, known: Omit<KnownSheet, 'party' | 'people'>): Promise<KnownSheet> {
  const party = partyOf(known.show, known.artist, known.sheet);
  const today = dayAt(services.now, services.agency.timezone);
  const found = await services.store.getMany(people, party.people);
  const present = found.flatMap((record) => (record !== null && isWithUs(record.value, today) ? [record.value] : []));
  const travelling = party.people.filter((id) => present.some((person) => person.id === id));
  const leads = travelling.find((id) => present.some((one) => one.id === id && one.roles.includes('tour-manager')));
  // Whoever was named and has left since is nobody to turn to.
  const named = travelling.find((id) => id === known.sheet.regisseur);
  return {
    ...known,
    sheet: { ...known.sheet, regisseur: named ?? leads ?? null },
    party: { ...party, people: travelling },
    people: new Map(present.map((person) => [person.id, person])),
  };
}

/** Whoever books or manages the act, and the régisseur of this very show. */
export function mayWriteSheet(person: Person, known: Pick<KnownSheet, 'artist' | 'sheet'>): boolean {
  return negotiates(person, known.artist) || known.sheet.regisseur === person.id;
}

/** Whoever may write it, and everybody on the road. */
export function maySeeSheet(person: Person, known: Pick<KnownSheet, 'artist' | 'sheet' | 'party'>): boolean {
  return mayWriteSheet(person, known) || known.party.people.includes(person.id);
}

/** The agency day of this moment as those on the road live it: until 06:00 it is still the evening before. */
export function roadDay(services: Pick<Services, 'now' | 'agency'>): Day {
  const { timezone } = services.agency;
  const today = dayAt(services.now, timezone);
  return timeAt(services.now, timezone) < '06:00' ? addDays(today, -1) : today;
}

/** Confirmed dates within these days that a person may see the sheet of, in order. */
export async function sheetsSeenBy(
  services: Services,
  person: Person,
  span: { readonly from: Day; readonly to: Day },
): Promise<KnownSheet[]> {
  const ids = await datesAround(services.store, person.id, span);
  const known = await Promise.all(ids.map((id) => knownSheet(services, id)));
  return known
    .filter((one): one is KnownSheet => one !== null && one.show.state === 'confirmed' && maySeeSheet(person, one))
    .sort((a, b) => a.show.day.localeCompare(b.show.day));
}

async function datesAround(store: Records, person: string, { from, to }: { from: Day; to: Day }): Promise<string[]> {
  const span = { from: dayNumber(from), to: dayNumber(to) };
  const acts = await store.find(artists, { name: 'person', value: person });
  const [ofActs, cast, written] = await Promise.all([
    Promise.all(acts.map((act) => store.find(shows, { name: 'artist', value: act.value.id, ...span }))),
    store.find(shows, { name: 'person', value: person, ...span }),
    store.find(sheets, { name: 'person', value: person }),
  ]);
  const named = (
    await store.getMany(
      shows,
      written.map((record) => record.value.id),
    )
  ).filter(
    (record): record is Versioned<Show> => record !== null && record.value.day >= from && record.value.day <= to,
  );
  return [...new Set([...ofActs.flat(), ...cast, ...named].map((record) => record.value.id))];
}
