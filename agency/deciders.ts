import { unchanged, type Guard } from '../core/commit.ts';
import { artists, people } from '../core/records/agency.ts';
import { type Records } from '../core/store.ts';
import { type Services, type Turn } from '../core/turn.ts';
import { type Artist } from '../domain/artist.ts';
import { type Day } from '../domain/day.ts';
import { isWithUs, type Person } from '../domain/person.ts';

/** Who writes deals down and looks after them. */
export const dealers = ['booker', 'manager'] as const;

/** Whether this person books or manages the act, in that role, today: the one right to everything about its dates and prices. */
export function negotiates(person: Person, artist: Artist): boolean {
  return (
    (person.roles.includes('booker') && artist.bookers.includes(person.id)) ||
    (person.roles.includes('manager') && artist.managers.includes(person.id))
  );
}

/** The acts this person negotiates for, by name. */
export async function actsFor(turn: Turn): Promise<Artist[]> {
  const found = await turn.store.find(artists, { name: 'person', value: turn.person.id });
  return found
    .map((record) => record.value)
    .filter((artist) => artist.status !== 'archived' && negotiates(turn.person, artist))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Everybody who decides about an act's deals at this moment: its managers, or whom they named for the days they are away. */
export async function decidersOf(store: Records, artist: Artist, today: Day): Promise<string[]> {
  const managers = await store.getMany(people, artist.managers);
  const named = managers.flatMap((record) =>
    record?.value.delegation === null ? [] : [record?.value.delegation.to ?? '-'],
  );
  const stands = new Set(
    (await store.getMany(people, named)).flatMap((record) =>
      record !== null && record.value.roles.includes('manager') && isWithUs(record.value, today)
        ? [record.value.id]
        : [],
    ),
  );
  const deciding = managers.flatMap((record) => {
    if (record === null || !record.value.roles.includes('manager')) return [];
    const { delegation } = record.value;
    const away = delegation !== null && delegation.from <= today && today <= delegation.until;
    // Whoever was named and decides no more leaves it to the manager, away or not.
    return [away && stands.has(delegation.to) ? delegation.to : record.value.id];
  });
  return [...new Set(deciding)];
}

/** Whether this person may decide about the act's deals now: a manager of it, or whom one of them named while away. */
export async function mayDecideFor(services: Services, person: Person, artist: Artist, today: Day): Promise<boolean> {
  if (!person.roles.includes('manager')) return false;
  if (artist.managers.includes(person.id)) return true;
  return (await decidersOf(services.store, artist, today)).includes(person.id);
}

/**
 * The guards under which a right to decide holds: a role, an act's managers or a delegation taken away at this very moment must
 * not decide any more. Null when the person or the act is gone.
 */
export async function rightGuards(store: Records, person: string, artist: string): Promise<Guard[] | null> {
  const [own, act] = await Promise.all([store.get(people, person), store.get(artists, artist)]);
  if (own === null || act === null) return null;
  const guards = [unchanged(people, own), unchanged(artists, act)];
  if (act.value.managers.includes(person)) return guards;
  const managers = await store.getMany(people, act.value.managers);
  return [...guards, ...managers.flatMap((record) => (record === null ? [] : [unchanged(people, record)]))];
}
