import { venues } from '../../core/records/agency.ts';
import { type Turn } from '../../core/turn.ts';
import { type Lead } from '../../domain/lead.ts';
import { type Venue } from '../../domain/venue.ts';
import { briefOf, type DealBrief } from '../../agency/deal-brief.ts';
import { type DealFields } from './fields.ts';

/** What the deal would be, were it written down now; nothing is. Null while the place, the act or the day is missing. */
export async function previewOf(turn: Turn, fields: DealFields): Promise<DealBrief | null> {
  if (fields.artist === null || fields.day === null || (fields.venue === null && fields.newVenue === null)) return null;
  const lead: Lead = {
    id: 'preview',
    number: 1,
    artist: fields.artist,
    venue: fields.venue ?? 'preview',
    lot: fields.lot,
    day: fields.day,
    status: 'negotiating',
    terms: fields.terms,
    hold: null,
    show: null,
    booker: turn.person.id,
    createdAt: turn.now,
    lastContactAt: null,
    followUp: null,
    history: [],
    changes: 0,
    change: null,
    link: null,
    revision: 1,
  };
  return briefOf(turn, lead, { venue: await venueOf(turn, fields) });
}

/** The place of a deal: a known one, or one that is about to be created. */
export async function venueOf(turn: Turn, fields: DealFields): Promise<Venue | null> {
  if (fields.venue !== null) return (await turn.store.get(venues, fields.venue))?.value ?? null;
  return fields.newVenue === null ? null : newVenue('preview', fields.newVenue);
}

/** A place of which only its name and town are known. */
export function newVenue(id: string, { name, town }: NonNullable<DealFields['newVenue']>): Venue {
  return { id, name, town: town ?? '?', region: '', capacity: null, latitude: null, longitude: null, contact: null };
}
