import { type Guard } from '../core/commit.ts';
import { artists, people, venues } from '../core/records/agency.ts';
import { type Step } from '../core/turn.ts';
import { type Artist } from '../domain/artist.ts';
import { availabilityOf } from '../domain/availability/availability.ts';
import { type Agenda, type DateAvailability } from '../domain/availability/agenda.ts';
import { type Hold, type Show } from '../domain/date-booking.ts';
import { addDays, dayAt, type Day } from '../domain/day.ts';
import { marginOf, type Margin } from '../domain/deal-money.ts';
import { roadKilometres } from '../domain/distance.ts';
import { liveHolds } from '../domain/holds.ts';
import { termsAsked, type Lead } from '../domain/lead.ts';
import { type Person } from '../domain/person.ts';
import { type Venue } from '../domain/venue.ts';
import { readAgenda } from './agenda.ts';

/** A date of the act the day before or after, and how far it is by road; null where a position is unknown. */
export interface Neighbour {
  readonly show: Show;
  readonly venue: Venue | null;
  readonly km: number | null;
}

/** Everything somebody needs to decide about a deal, and the guards under which a decision taken from it holds. */
export interface DealBrief {
  readonly lead: Lead;
  readonly artist: Artist;
  readonly venue: Venue;
  readonly day: Day;
  readonly booker: Person | null;
  readonly availability: DateAvailability;
  /** The options on that day, first rank first. */
  readonly live: readonly Hold[];
  readonly before: Neighbour | null;
  readonly after: Neighbour | null;
  readonly margin: Margin | null;
  readonly agenda: Agenda;
  readonly guards: readonly Guard[];
  /** Whoever is named on the card, by id. */
  readonly names: ReadonlyMap<string, Person>;
}

/** What a brief may be told besides what is stored: dates about to be taken in the same step. */
export interface BriefOptions {
  readonly alsoTaken?: readonly Show[];
  /** A place that is not stored yet. */
  readonly venue?: Venue | null;
}

/** Looks everything up that decides about a lead's day: the day it is to move to while a postponement waits. Null when it has none. */
export async function briefOf(step: Step, lead: Lead, options: BriefOptions = {}): Promise<DealBrief | null> {
  const day = lead.change?.type === 'postpone' ? lead.change.to : lead.day;
  const today = dayAt(step.now, step.agency.timezone);
  if (day === null) return null;
  const span = {
    artists: [lead.artist],
    from: addDays(day, -28),
    to: addDays(day, 28),
    zone: step.agency.timezone,
    today,
  };
  const [{ agenda: stored, guards }, artist, venue, booker] = await Promise.all([
    readAgenda(step.store, span),
    step.store.get(artists, lead.artist),
    step.store.get(venues, lead.venue),
    step.store.get(people, lead.booker),
  ]);
  const place = options.venue ?? venue?.value;
  if (artist === null || place === undefined) return null;
  const agenda = { ...stored, shows: [...stored.shows, ...(options.alsoTaken ?? [])] };
  const terms = termsAsked(lead);
  const { arrival, end } = terms.times;
  const [availability] = availabilityOf(artist.value, [day], agenda, {
    venue: place,
    times: arrival === null || end === null ? null : { arrival, end },
    exclusivity: terms.exclusivity,
    ...(lead.show === null ? {} : { except: lead.show }),
  });
  if (availability === undefined) return null;
  return {
    lead,
    artist: artist.value,
    venue: place,
    day,
    booker: booker?.value ?? null,
    availability,
    live: liveHolds(
      agenda.holds.filter((hold) => hold.artist === lead.artist),
      day,
      today,
    ),
    before: neighbour(agenda, lead, place, addDays(day, -1)),
    after: neighbour(agenda, lead, place, addDays(day, 1)),
    margin: marginOf(terms, artist.value, await fromHome(step, artist.value, place)),
    agenda,
    guards,
    names: await namesOf(step, artist.value),
  };
}

function neighbour(agenda: Agenda, lead: Lead, venue: Venue, day: Day): Neighbour | null {
  const show = agenda.shows.find(
    (one) => one.artist === lead.artist && one.day === day && one.state === 'confirmed' && one.id !== lead.show,
  );
  if (show === undefined) return null;
  const place = agenda.venues.find((one) => one.id === show.venue) ?? null;
  return { show, venue: place, km: place === null ? null : roadKilometres(place, venue) };
}

/** The road from the act's town, which is where a place of that town is. */
async function fromHome(step: Step, artist: Artist, venue: Venue): Promise<number | null> {
  if (artist.costs === null) return null;
  const known = await step.store.all(venues);
  const home = known.find((record) => record.value.town === artist.town && record.value.latitude !== null);
  return home === undefined ? null : roadKilometres(home.value, venue);
}

async function namesOf(step: Step, artist: Artist): Promise<ReadonlyMap<string, Person>> {
  const ids = artist.members.flatMap((member) => [member.person, ...member.substitutes]);
  const found = await step.store.getMany(people, [...new Set(ids)]);
  return new Map(found.flatMap((record) => (record === null ? [] : [[record.value.id, record.value] as const])));
}

/** Who would stand in for whom, in the order of the line-up. */
export function standInsOf({ availability }: Pick<DealBrief, 'availability'>): string[] {
  return availability.reasons.flatMap((reason) =>
    'substitute' in reason && reason.substitute !== null ? [reason.substitute] : [],
  );
}

/** Why an act cannot play there and then whoever decides: its own date, or a needed member with nobody in their place. */
export function isBlocked({ availability }: Pick<DealBrief, 'availability'>): boolean {
  return availability.lineUp === null;
}

/** The option that is asked before this lead's own, when there is one. */
export function aheadOf(brief: Pick<DealBrief, 'live' | 'lead'>): Hold | null {
  const [first] = brief.live;
  return first === undefined || first.lead === brief.lead.id || first.id === brief.lead.hold ? null : first;
}

/** This lead's own option, while it holds. */
export function ownHold(brief: Pick<DealBrief, 'live' | 'lead'>): Hold | null {
  return brief.live.find((hold) => hold.id === brief.lead.hold) ?? null;
}
