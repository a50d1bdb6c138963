import { artists, venues } from '../../core/records/agency.ts';
import { leads } from '../../core/records/booking.ts';
import { type Versioned } from '../../core/store.ts';
import { type Step, type Turn } from '../../core/turn.ts';
import { type Artist } from '../../domain/artist.ts';
import { type Lead } from '../../domain/lead.ts';
import { type Venue } from '../../domain/venue.ts';
import { actsFor, negotiates } from '../../agency/deciders.ts';
import { leadByNumber } from '../../agency/leads.ts';

/** Every opportunity of the acts somebody negotiates for, and what names them. */
export interface OwnLeads {
  readonly acts: ReadonlyMap<string, Artist>;
  readonly venues: ReadonlyMap<string, Venue>;
  readonly leads: readonly Versioned<Lead>[];
}

/** Reads the opportunities of one's acts, closed ones included; at most 1,000 of each act. */
export async function ownLeads(turn: Turn): Promise<OwnLeads> {
  const [acts, places] = await Promise.all([actsFor(turn), turn.store.all(venues)]);
  const found = await Promise.all(acts.map((act) => turn.store.find(leads, { name: 'artist', value: act.id })));
  return {
    acts: new Map(acts.map((act) => [act.id, act])),
    venues: new Map(places.map((record) => [record.value.id, record.value])),
    leads: found.flat(),
  };
}

/** One opportunity with its act and place. */
export interface KnownLead {
  readonly lead: Versioned<Lead>;
  readonly artist: Artist;
  readonly venue: Venue | null;
}

/** An opportunity of an act this person negotiates for at this moment; null for any other, as if it did not exist. */
export async function ownLead(turn: Turn, id: string): Promise<KnownLead | null> {
  return own(turn, await turn.store.get(leads, id));
}

/** The same by the number people call it. */
export async function ownLeadByNumber(turn: Turn, number: number): Promise<KnownLead | null> {
  return own(turn, await leadByNumber(turn.store, number));
}

async function own(turn: Turn, lead: Versioned<Lead> | null): Promise<KnownLead | null> {
  const known = lead === null ? null : await around(turn, lead);
  return known !== null && negotiates(turn.person, known.artist) ? known : null;
}

/** An opportunity with its act and place; null when the act is gone. */
export async function around(step: Step, lead: Versioned<Lead>): Promise<KnownLead | null> {
  const [artist, venue] = await Promise.all([
    step.store.get(artists, lead.value.artist),
    step.store.get(venues, lead.value.venue),
  ]);
  return artist === null ? null : { lead, artist: artist.value, venue: venue?.value ?? null };
}
