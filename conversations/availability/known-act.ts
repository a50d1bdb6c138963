import { type Permission } from '../../core/permission.ts';
import { venues } from '../../core/records/agency.ts';
import { tell } from '../../core/replies.ts';
import { type Draft } from '../../core/commit.ts';
import { type Turn } from '../../core/turn.ts';
import { workers } from '../../domain/person.ts';
import { type Venue } from '../../domain/venue.ts';
import { seenDates, type SeenAct } from '../../agency/seen-dates.ts';
import { agencyToday, subjectIn, type Subject } from './subject.ts';

/** Everybody with a place in the agency may ask; what they get depends on what they have to do with the act. */
export const askers: Permission = { roles: workers, chats: ['private'] };

/** The dates of a subject as the person of the turn may read them, and where they would be played. */
export interface Known {
  readonly subject: Subject;
  readonly act: SeenAct;
  readonly venue: Venue | null;
}

/** Looks a subject up, days that are over left out; null when the act is none of theirs or no day is left. */
export async function knownAct(turn: Turn, subject: Subject): Promise<Known | null> {
  const today = agencyToday(turn);
  const days = subject.days.filter((day) => day >= today);
  const venue = subject.venue === null ? null : await turn.store.get(venues, subject.venue);
  const place = venue?.value ?? null;
  const act = await seenDates(turn, turn.person, { artist: subject.artist, days, venue: place });
  return act === null ? null : { subject: { ...subject, days }, act, venue: place };
}

/** The same for a button: its key says the subject, and rights are looked at again. */
export async function knownByKey(
  turn: Turn,
  key: string,
): Promise<(Known & { readonly rest: readonly string[] }) | null> {
  const subject = subjectIn(key);
  const known = subject === null ? null : await knownAct(turn, subject);
  return subject === null || known === null ? null : { ...known, rest: subject.rest };
}

/** The answer to a button whose act or days are not theirs to see any more. */
export function gone(turn: Turn): Draft {
  return { outbound: tell(turn, turn.texts.label('dispo-gone'), true) };
}
