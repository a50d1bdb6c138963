import { artists, venues } from '../../core/records/agency.ts';
import { soundings } from '../../core/records/booking.ts';
import { type Versioned } from '../../core/store.ts';
import { type Step } from '../../core/turn.ts';
import { type Sounding } from '../../domain/sounding.ts';
import { type About } from './wording.ts';

/** A stored sounding with its act and place. */
export interface KnownSounding {
  readonly record: Versioned<Sounding>;
  readonly about: About & { readonly sounding: Sounding };
}

/** Reads a sounding; null when it or its act is gone. */
export async function readSounding(step: Step, id: string): Promise<KnownSounding | null> {
  const record = await step.store.get(soundings, id);
  if (record === null) return null;
  const { value: sounding } = record;
  const [artist, venue] = await Promise.all([
    step.store.get(artists, sounding.artist),
    step.store.get(venues, sounding.venue ?? '-'),
  ]);
  return artist === null ? null : { record, about: { sounding, artist: artist.value, venue: venue?.value ?? null } };
}

/** Which text says that no answer is needed any more, by what closed the sounding. */
export function noMoreKey({ closedBy }: Pick<Sounding, 'closedBy'>): string {
  return closedBy === null ? 'sounding-no-more' : `sounding-no-more-${closedBy}`;
}

/** The due rows that wait for a sounding's silent, by id: they go once nothing is awaited any more. */
export function waitingRows(id: string): string[] {
  return [`sounding:${id}:chase1`, `sounding:${id}:chase2`, `sounding:${id}:deadline`];
}

/** The due row on which somebody who put it off is asked again. */
export function againRow(id: string, person: string): string {
  return `sounding:${id}:again:${person}`;
}
