import { artists } from '../../core/records/agency.ts';
import { sheets } from '../../core/records/road.ts';
import { type SearchEntry } from '../../core/search.ts';
import { type Services } from '../../core/turn.ts';
import { isMember, type Artist } from '../../domain/artist.ts';
import { type Person } from '../../domain/person.ts';
import { negotiates } from '../deciders.ts';

/** What somebody may find, from what is true now. Whatever is not granted here is not found. */
export interface Scope {
  readonly person: Person;
  /** Acts they play in or stand in for. */
  readonly plays: ReadonlyMap<string, Artist>;
  /** Acts they book or manage. */
  readonly negotiates: ReadonlyMap<string, Artist>;
  /** Dates they are on the road for, whoever plays. */
  readonly road: ReadonlySet<string>;
  /** Everybody they know by their acts; HR and administrators know everybody. */
  readonly knows: ReadonlySet<string>;
  readonly knowsAll: boolean;
}

/** Reads what a person may find: one exchange with the store. */
export async function scopeOf(services: Services, person: Person): Promise<Scope> {
  const [found, road] = await Promise.all([
    services.store.find(artists, { name: 'person', value: person.id }),
    services.store.find(sheets, { name: 'person', value: person.id }),
  ]);
  const acts = found.map(({ value }) => value).filter(({ status }) => status !== 'archived');
  const byId = (kept: readonly Artist[]): Map<string, Artist> => new Map(kept.map((act) => [act.id, act]));
  const plays = byId(acts.filter((act) => isMember(act, person.id)));
  const dealt = byId(acts.filter((act) => negotiates(person, act)));
  const known = [...plays.values(), ...dealt.values()].flatMap((act) => [
    ...act.members.flatMap((member) => [member.person, ...member.substitutes]),
    ...act.managers,
    ...act.bookers,
  ]);
  return {
    person,
    plays,
    negotiates: dealt,
    road: new Set(road.map(({ value }) => value.id)),
    knows: new Set([person.id, ...known]),
    knowsAll: person.roles.includes('hr') || person.roles.includes('admin'),
  };
}

/** Whether a confirmed date is theirs to see: of an act of theirs, or one they play or travel for. */
export function maySeeShow(
  scope: Scope,
  show: { readonly id: string; readonly artist: string | null; readonly people: readonly string[] },
): boolean {
  const { artist, people, id } = show;
  if (people.includes(scope.person.id) || scope.road.has(id)) return true;
  return artist !== null && (scope.plays.has(artist) || scope.negotiates.has(artist));
}

/** Whether a person may find this. Places are the address book of those who book; others know those they play at. */
export function mayFind(scope: Scope, entry: SearchEntry, placesPlayed: ReadonlySet<string>): boolean {
  switch (entry.kind) {
    case 'person':
      return scope.knowsAll || scope.knows.has(entry.id);
    case 'artist':
      return scope.plays.has(entry.id) || scope.negotiates.has(entry.id);
    case 'venue':
      return scope.negotiates.size > 0 || placesPlayed.has(entry.id);
    case 'show':
      return maySeeShow(scope, entry);
    case 'hold':
    case 'lead':
      return entry.artist !== null && scope.negotiates.has(entry.artist);
    case 'task':
    case 'absence':
      return entry.people.includes(scope.person.id);
  }
}
