import { artists, holds } from '../../core/records/agency.ts';
import { leads } from '../../core/records/booking.ts';
import { type Guard, calendarGuard } from '../../core/commit.ts';
import { type Versioned } from '../../core/store.ts';
import { type Step, type Turn } from '../../core/turn.ts';
import { type Artist } from '../../domain/artist.ts';
import { type Hold } from '../../domain/date-booking.ts';
import { dayAt, dayNumber, type Day } from '../../domain/day.ts';
import { liveHolds } from '../../domain/holds.ts';
import { negotiates } from '../../agency/deciders.ts';

/** An option with its act and all options of that day, and the guard under which a change of ranks holds. */
export interface KnownHold {
  readonly hold: Versioned<Hold>;
  readonly artist: Artist;
  readonly live: readonly Hold[];
  readonly guards: readonly Guard[];
}

/** Looks an option up with those around it; `today` is the agency's, unless an option is looked at on its last day. */
export async function knownHold(step: Step, id: string, today?: Day): Promise<KnownHold | null> {
  const hold = await step.store.get(holds, id);
  const artist = hold === null ? null : await step.store.get(artists, hold.value.artist);
  if (hold === null || artist === null) return null;
  const calendar = `artist:${artist.value.id}` as const;
  const versions = await step.store.calendars([calendar]);
  const day = dayNumber(hold.value.day);
  const around = await step.store.find(holds, { name: 'artist', value: artist.value.id, from: day, to: day });
  const known = around.map((record) => record.value);
  return {
    hold,
    artist: artist.value,
    live: liveHolds(known, hold.value.day, today ?? dayAt(step.now, step.agency.timezone)),
    guards: [calendarGuard(calendar, versions.get(calendar) ?? 0)],
  };
}

/** The same for somebody who may change it: null when it is not theirs, gone, or holds nothing any more. */
export async function ownLiveHold(turn: Turn, id: string): Promise<KnownHold | null> {
  const known = await knownHold(turn, id);
  if (known === null || !negotiates(turn.person, known.artist)) return null;
  const behind = known.hold.value.lead;
  const lead = behind === null ? null : await turn.store.get(leads, behind);
  // Approved a moment ago: the date is taken, and its option is no longer anybody's to change.
  if (lead !== null && lead.value.show !== null) return null;
  return known.live.some((hold) => hold.id === id) ? known : null;
}
