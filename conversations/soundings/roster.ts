import { type Guard } from '../../core/commit.ts';
import { artists, people, venues } from '../../core/records/agency.ts';
import { soundings } from '../../core/records/booking.ts';
import { type Recipient } from '../../core/notification.ts';
import { type Step } from '../../core/turn.ts';
import { type Absence } from '../../domain/absence.ts';
import { type Artist } from '../../domain/artist.ts';
import { availabilityOf } from '../../domain/availability/availability.ts';
import { type Agenda } from '../../domain/availability/agenda.ts';
import { dayAt, dayNumber, type Day } from '../../domain/day.ts';
import { type Person } from '../../domain/person.ts';
import { type Sounding } from '../../domain/sounding.ts';
import { type Venue } from '../../domain/venue.ts';
import { readAgenda } from '../../agency/agenda.ts';
import { recipients } from '../../agency/recipients.ts';
import { type SoundingFields } from './fields.ts';

/** Somebody who is not asked, and why; `substitute` would stand in. */
export interface NotAsked {
  readonly person: Person;
  readonly why: 'elsewhere' | 'away' | 'asked';
  readonly substitute: Person | null;
}

/** Whom a date would be asked of, and what is known of those who are left out. */
export interface Roster {
  readonly artist: Artist;
  readonly day: Day;
  readonly venue: Venue | null;
  readonly toAsk: readonly Recipient[];
  readonly notAsked: readonly NotAsked[];
  /** Those to be asked who have said already on what condition. */
  readonly flexible: readonly { readonly person: Person; readonly condition: string | null }[];
  /** The act plays elsewhere that day. */
  readonly isTaken: boolean;
  /** The latest sounding about the same act and day that is still open. */
  readonly open: Sounding | null;
  readonly guards: readonly Guard[];
}

/** Looks up whom to ask, from what is true now. Null while the act or the day is not known. */
export async function rosterOf(step: Step, fields: SoundingFields): Promise<Roster | null> {
  const { artist: id, day } = fields;
  if (id === null || day === null) return null;
  const zone = step.agency.timezone;
  const today = dayAt(step.now, zone);
  const { agenda, guards } = await readAgenda(step.store, { artists: [id], from: day, to: day, zone, today });
  const number = dayNumber(day);
  const [artist, venue, asked] = await Promise.all([
    step.store.get(artists, id),
    step.store.get(venues, fields.venue ?? '-'),
    step.store.find(soundings, { name: 'artist', value: id, from: number, to: number }),
  ]);
  if (artist === null) return null;
  const open = asked.map((record) => record.value).filter((one) => one.state === 'open');
  const wished = wishedOf(artist.value, fields);
  const found = findingsOf(artist.value, wished, day, agenda);
  const already = new Set(open.flatMap((one) => one.asked.map((entry) => entry.person)));
  const free = wished.filter((person) => !found.stopped.has(person) && !already.has(person));
  const toAsk = await recipients(step.store, free, today);
  const names = await namesOf(step, artist.value);
  return {
    artist: artist.value,
    day,
    venue: venue?.value ?? null,
    toAsk,
    notAsked: wished.flatMap((person) => notAsked(person, found, already, names)),
    flexible: toAsk.flatMap(({ person }) => {
      const absence = found.flexible.get(person.id);
      return absence === undefined ? [] : [{ person, condition: absence.condition }];
    }),
    isTaken: found.isTaken,
    open: open.at(-1) ?? null,
    guards,
  };
}

/** Those named, or the needed members; nobody from outside the act. */
function wishedOf(artist: Artist, { only, also, not }: SoundingFields): string[] {
  const everybody = new Set(artist.members.flatMap((member) => [member.person, ...member.substitutes]));
  const needed = artist.members.filter((member) => member.needed).map((member) => member.person);
  const wished = only ?? [...needed.filter((person) => !not.includes(person)), ...also];
  return [...new Set(wished)].filter((person) => everybody.has(person));
}

interface Findings {
  readonly isTaken: boolean;
  readonly stopped: ReadonlyMap<string, 'elsewhere' | 'away'>;
  readonly flexible: ReadonlyMap<string, Absence>;
  readonly standIns: ReadonlyMap<string, string>;
}

/** Each of those wished is judged as if the act could not do without them, whether they usually play or stand in. */
function findingsOf(artist: Artist, wished: readonly string[], day: Day, agenda: Agenda): Findings {
  const members = wished.map((person) => ({ person, part: '-', needed: true, substitutes: [] }));
  const [each] = availabilityOf({ ...artist, members }, [day], agenda);
  const [act] = availabilityOf(artist, [day], agenda);
  const reasons = each?.reasons ?? [];
  return {
    isTaken: act?.state === 'taken',
    stopped: new Map(
      reasons.flatMap((reason) =>
        reason.type === 'elsewhere' || reason.type === 'away' ? [[reason.person, reason.type] as const] : [],
      ),
    ),
    flexible: new Map(
      reasons.flatMap((reason) => (reason.type === 'flexible' ? [[reason.person, reason.absence] as const] : [])),
    ),
    standIns: new Map(
      (act?.reasons ?? []).flatMap((reason) =>
        'substitute' in reason && reason.substitute !== null ? [[reason.person, reason.substitute] as const] : [],
      ),
    ),
  };
}

function notAsked(
  id: string,
  found: Findings,
  already: ReadonlySet<string>,
  names: ReadonlyMap<string, Person>,
): NotAsked[] {
  const why = found.stopped.get(id) ?? (already.has(id) ? 'asked' : null);
  const person = names.get(id);
  if (why === null || person === undefined) return [];
  return [{ person, why, substitute: names.get(found.standIns.get(id) ?? '') ?? null }];
}

async function namesOf(step: Step, artist: Artist): Promise<ReadonlyMap<string, Person>> {
  const ids = artist.members.flatMap((member) => [member.person, ...member.substitutes]);
  const found = await step.store.getMany(people, [...new Set(ids)]);
  return new Map(found.flatMap((record) => (record === null ? [] : [[record.value.id, record.value] as const])));
}
